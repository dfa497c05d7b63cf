"""One file of a pack, and the registers in which its ids are written down, each with its place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from scsgame.packs.desk import Desk
from scsgame.packs.problems import quoted
from scsgame.packs.reader import Document, Map, Node, Seq, Torn, column_of, line_of, read


class Sheet:
    """One file of a pack: where it stands, which kind it is, and what was read from it.

    A file is read when somebody first asks for what stands in it, and its slips are said then. `meant` is what stands in
    it if it has been read once already.
    """

    def __init__(
        self, kind: str, folder: str, desk: Desk, document: Document | None = None, meant: Document | None = None
    ) -> None:
        self.kind = kind
        self.folder = folder
        self.desk = desk
        self._document = document
        self._meant = meant
        self.gone = False

    @property
    def unread(self) -> bool:
        """Tell whether nobody has asked for it yet."""
        return self._document is None

    @property
    def document(self) -> Document:
        """Return what was read from it."""
        if self._document is None:
            self._document = self._meant or read(self.desk.text, self.kind)
            self.desk.hand(self._document)
        return self._document

    @document.setter
    def document(self, document: Document) -> None:
        self._document = document

    def let_go(self) -> None:
        """Keep nothing of its data; everybody who needed it has looked at it. A file that was torn is kept."""
        if self.whole:
            self._document = Document(None, (), whole=True)
            self.gone = True

    @property
    def top(self) -> Map:
        """Return the file's mapping, or an empty one when it is something else."""
        root = self.document.root
        return root if isinstance(root, Map) else empty()

    @property
    def whole(self) -> bool:
        """Tell whether everything this file declares could be read."""
        return self.document.whole and self.document.root is not None


def empty() -> Map:
    """Return a mapping with nothing in it."""
    nothing = Map()
    nothing.marks = []
    return nothing


@dataclass
class Register:
    """Ids of one kind: where each was declared, and the words a player reads for it."""

    noun: str
    places: dict[str, tuple[Desk, int]] = field(default_factory=dict)
    said: dict[str, Node] = field(default_factory=dict)
    titles: dict[str, str] = field(default_factory=dict)
    titled: bool = True

    def add(self, word: str, desk: Desk, mark: int, title: Node | None = None) -> None:
        """Declare an id; one that is taken is a problem."""
        if word in self.places:
            other, first = self.places[word]
            other = other.page(first)
            place = (
                f"line {line_of(first) + 1}"
                if other is desk.page(mark)
                else f"{other.path}:{line_of(first) + 1}:{column_of(first) + 1}"
            )
            desk.say(
                mark,
                "duplicate-id",
                f"the {self.noun} {quoted(word)} stands already in {place}; give this one another id.",
                node=word,
            )
            return
        self.places[word] = (desk, mark)
        if self.titled:
            self.titles[word] = english(title) or word.replace("_", " ")


def english(node: Node | None) -> str:
    """Return a text in English, or in the first language there is."""
    if isinstance(node, str):
        return node
    if isinstance(node, Map):
        found = node.get("en") or next(iter(node.values()), "")
        return found if isinstance(found, str) else ""
    return ""


def entries(node: Node | None, desk: Desk, register: Register, title: str = "title") -> Iterator[Map]:
    """Declare every `- id:` of a list, and yield its mappings."""
    if isinstance(node, Seq):
        for item in node:
            if isinstance(item, Map):
                word = item.get("id")
                if isinstance(word, str) and word:
                    register.add(word, desk, item.value_mark("id"), item.get(title))
                yield item
            elif isinstance(item, Torn):
                for word, mark in item.ids:
                    register.add(word, desk, mark)


def keys(node: Node | None, desk: Desk, register: Register, prefix: str = "") -> None:
    """Declare every key of a mapping; the same thing said in the same words elsewhere is no problem."""
    if isinstance(node, Map):
        for at, (word, value) in enumerate(node.items()):
            if register.said.setdefault(prefix + word, value) is value or register.said[prefix + word] != value:
                register.add(
                    prefix + word, desk, node.marks[2 * at], value.get("title") if isinstance(value, Map) else None
                )


def items(node: Node | None, desk: Desk, register: Register) -> None:
    """Declare every word of a list of words."""
    if isinstance(node, Seq):
        for word, mark in zip(node, node.marks, strict=True):
            if isinstance(word, str) and word:
                register.add(word, desk, mark)


def consume(found: Iterable[object]) -> None:
    """Go through to the end, for the declarations alone."""
    for _ in found:
        pass
