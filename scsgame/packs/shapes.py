"""The small vocabulary of shapes in which the forms of all files are written.

A scalar becomes what its shape says, never what YAML would guess: `no`, `12:30` and `017` are text where text is wanted.
A shape that cannot read what stands there says so at the desk and returns None.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from keyword import iskeyword
from typing import Protocol

from scsgame.packs import meant, shown
from scsgame.packs.barriers import BARRED
from scsgame.packs.desk import Desk, kind_of
from scsgame.packs.problems import quoted
from scsgame.packs.reader import Map, Node, Torn
from scsgame.packs.references import REFERENCES
from scsgame.packs.synonyms import article
from scsgame.terms import Safe, Saying, safe

ID = re.compile(r"[a-z][a-z0-9_]*")
_HYPHENATED = re.compile(r"[a-z][a-z0-9_]*(?:-[a-z0-9_]+)*")
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})?")
_TRUTHS = {"yes": True, "true": True, "no": False, "false": False}
_RESERVED = frozenset(
    (
        "day",
        "week",
        "weekday",
        "date",
        "score",
        "tier",
        "phase",
        "enrolled",
        "friends_score",
        "yes",
        "no",
        "true",
        "false",
    )
)
DATE = "2018-03-05"
"""How a date is written."""

_QUOTE_IT = "text that begins with a bracket goes in quotes, or on the next line after `>-`"


_SAYING: Callable[[Iterable[object]], Saying] = partial(tuple.__new__, Saying)
"""Make a saying of a tuple of its parts, without a step in Python."""


class Shape(Protocol):
    """What may stand in one place of a file."""

    def read(self, node: Node, mark: int, desk: Desk) -> object:
        """Return the value that stands there, or None after saying why there is none."""
        ...

    def words(self) -> str:
        """Name the shape in an author's words."""
        ...


def show(text: str) -> Safe:
    """Make text showable, quickly where nothing is wrong with it."""
    return Safe(text) if text.isprintable() or not ("\t" in text or BARRED.search(text)) else safe(text)


def wrong(node: Node, mark: int, desk: Desk, wanted: str, code: str, more: str = "") -> None:
    """Say that something else stands here than was wanted; what is torn has been told already."""
    if node.__class__ is Torn:
        return
    found = kind_of(node)
    if isinstance(node, str) and node:
        found = quoted(node)
    desk.say(mark, code, f"here {desk.who()} wants {wanted}, not {found}{more}.", node=node)


@dataclass(frozen=True)
class Text:
    """Words in one language, or a code that means nothing to the game."""

    pattern: str = ""
    example: str = ""

    def read(self, node: Node, mark: int, desk: Desk) -> Safe | None:
        """Return what stands here in its own type, or None after saying why there is nothing."""
        if node.__class__ is not str or not node:
            wrong(node, mark, desk, "some text", "not-text")
            return None
        if self.pattern and not re.fullmatch(self.pattern, str(node)):
            wrong(
                node,
                mark,
                desk,
                f"something like {self.example}",
                "not-text",
                meant.digits(node) or self.better(str(node)),
            )
            return None
        return show(str(node))

    def better(self, text: str) -> str:
        """Say how this text would be written here, where that can be told."""
        if self.example == DATE:
            return meant.date(text)
        written = meant.label(text)
        return f"; write `{written}`" if written and re.fullmatch(self.pattern, written) else ""

    def words(self) -> str:
        """Name this shape in an author's words."""
        return f"text like {self.example}" if self.example else "text"


@dataclass(frozen=True)
class Words:
    """What a player reads: text, or text per language. Longer than `most` words earns a warning."""

    most: int = 0

    def read(self, node: Node, mark: int, desk: Desk) -> Saying | None:
        """Return what stands here in its own type, or None after saying why there is nothing."""
        if node.__class__ is str:
            text = str(node)
            if not text.strip():
                wrong(node, mark, desk, "some text", "not-text")
                return None
            if "{" in text or ">-" in text or mark in desk.cut or self.most:
                self.look(text, mark, desk)
            return _SAYING(((("en", Safe(text) if text.isprintable() else show(text)),),))
        if not isinstance(node, Map) or not node or list(node.values()) == [""]:
            wrong(node, mark, desk, "some text", "not-text", f"; {_QUOTE_IT}" if node else "")
            return None
        versions = []
        for at, (language, part) in enumerate(node.items()):
            if part == "" and at and not _LANGUAGE.fullmatch(language):
                desk.say(node.marks[2 * at], "comma-in-text", f"a comma inside curly brackets ends a text, so {quoted(language)} is no "
                         f"part of the text of {desk.who()}; put the text in quotes.", node=language)  # fmt: skip
            elif not _LANGUAGE.fullmatch(language):
                desk.say(node.marks[2 * at], "not-text",
                         f"{desk.who()} has text per language here, and {quoted(language)} is no language such as en or zh; {_QUOTE_IT}.",
                         node=language)  # fmt: skip
            elif part.__class__ is not str or not part:
                wrong(part, node.marks[2 * at + 1], desk, "some text", "not-text")
            else:
                self.look(str(part), node.marks[2 * at + 1], desk)
                versions.append((language, show(str(part))))
        return Saying(tuple(versions))

    def look(self, text: str, mark: int, desk: Desk) -> None:
        """Look at what only texts can have: slots, a comment that cuts them, too many words."""
        if "{" in text:
            desk.fill(text, mark)
        if ">-" in text and (sign := re.search(r"(?<= )>-(?= )", text)):
            desk.say(desk.within(mark, text, sign.start(), 2)[0], "not-text",
                     f"a `>-` stands inside this text of {desk.who()}; is a `- ` missing before it?", width=2)  # fmt: skip
        if mark in desk.cut:
            desk.say(mark, "cut-text", f"the text of {desk.who()} ends where ` #` begins a comment; "
                     "if the # belongs to the text, put the text in quotes.", node=text)  # fmt: skip
        if self.most and len(text) > 2 * self.most:
            count = len(text.split())
            if count > self.most:
                desk.warn(
                    mark, "long-text", f"this text of {desk.who()} has {count} words; {self.most} are enough.", text
                )

    def words(self) -> str:
        """Name this shape in an author's words."""
        return f"text, or text per language{f', at most {self.most} words' if self.most else ''}"


@dataclass(frozen=True)
class YesNo:
    """Yes or no."""

    def read(self, node: Node, mark: int, desk: Desk) -> bool | None:
        """Return what stands here in its own type, or None after saying why there is nothing."""
        found = _TRUTHS.get(node.lower()) if isinstance(node, str) else None
        if found is None:
            wrong(node, mark, desk, "yes or no", "not-yes-or-no")
        return found

    def words(self) -> str:
        """Name this shape in an author's words."""
        return "yes or no"


@dataclass(frozen=True)
class OneOf:
    """One of a few words."""

    options: tuple[str, ...]

    def read(self, node: Node, mark: int, desk: Desk) -> str | None:
        """Return what stands here in its own type, or None after saying why there is nothing."""
        if node in self.options:
            return str(node)
        if node.__class__ is Torn:
            return None
        found = quoted(node) if isinstance(node, str) and node else kind_of(node)
        desk.say(mark, "not-one-of", f"here {desk.who()} wants one of {', '.join(self.options)}, not {found}.",
                 suggestion=desk.near(node, self.options) if isinstance(node, str) else "", node=node)  # fmt: skip
        return None

    def words(self) -> str:
        """Name this shape in an author's words."""
        return "one of " + ", ".join(self.options)


@dataclass(frozen=True)
class Id:
    """A new name: lower-case letters, digits and underscores, beginning with a letter.

    A `bare` one stands in conditions by itself (a flag, a meter), so it may not be a word they already have.
    """

    hyphens: bool = False
    bare: bool = False

    def read(self, node: Node, mark: int, desk: Desk) -> str | None:
        """Return what stands here in its own type, or None after saying why there is nothing."""
        pattern = _HYPHENATED if self.hyphens else ID
        if node.__class__ is not str or len(node) > 60 or not pattern.fullmatch(str(node)):
            wrong(
                node, mark, desk, "an id of lower-case letters, digits and underscores", "bad-id", meant.new_id(node)
            )
            return None
        if not self.hyphens and (iskeyword(str(node)) or (self.bare and node in _RESERVED)):
            desk.say(mark, "reserved-id", f"{quoted(str(node))} already means something where conditions are read, so nothing else "
                     "can be called so.", node=node)  # fmt: skip
        return str(node)

    def words(self) -> str:
        """Name this shape in an author's words."""
        return "a new id"


@dataclass(frozen=True)
class Ref:
    """The id of something that stands elsewhere."""

    kind: str

    def read(self, node: Node, mark: int, desk: Desk) -> str | None:
        """Return what stands here in its own type, or None after saying why there is nothing."""
        scope = desk.scope
        known = scope.known.get(self.kind, ())
        if isinstance(node, str) and (node in known or (self.kind == "who" and node in desk.slots)):
            return node
        if node.__class__ is not str or not node:
            noun = REFERENCES[self.kind][0] if self.kind in REFERENCES else self.kind
            wrong(node, mark, desk, f"the id of {article(noun)} {noun}", "not-text",
                  shown.as_one(node, noun, desk.owner[0] if desk.owner else "line"))  # fmt: skip
            return None
        if self.kind in scope.elsewhere:
            return str(node)
        if self.kind == "scene" and scope.trust is not None:
            desk.trusting(str(node), mark)
            return str(node)
        if self.kind not in scope.unsure:
            desk.unknown(self.kind, str(node), mark, [*known, *desk.slots] if self.kind == "who" else known)
        return None

    def words(self) -> str:
        """Name this shape in an author's words."""
        return f"the id of a {self.kind.replace('_', ' ')}"


@dataclass(frozen=True)
class When:
    """A condition; `names` says which names it may read."""

    names: str

    def read(self, node: Node, mark: int, desk: Desk) -> object:
        """Return what stands here in its own type, or None after saying why there is nothing."""
        if node.__class__ is not str or not node:
            wrong(
                node,
                mark,
                desk,
                "a condition",
                "bad-condition",
                shown.as_condition(node, desk.field_at(mark, "when")),
            )
            return None
        return desk.condition(str(node), mark, self.names)

    def words(self) -> str:
        """Name this shape in an author's words."""
        return "a condition"
