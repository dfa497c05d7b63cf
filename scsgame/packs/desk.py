"""The desk at which one file is read: where problems are written down, with their place.

A shape asks its desk what words there are here (acts, people, lists), how a condition reads, and says what is wrong.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from collections.abc import Set as AbstractSet

from scsgame.conditions import Condition, ConditionError
from scsgame.packs import meant
from scsgame.packs.leaves import on_page, page_of
from scsgame.packs.problems import Problem, Severity, nearest, quoted, visible
from scsgame.packs.references import ELSEWHERE, FILLS, MADE, REFERENCES
from scsgame.packs.scope import Scope
from scsgame.packs.trust import Claim
from scsgame.packs.written import (
    DOUBLE,
    FOLDED,
    PLAIN,
    SINGLE,
    Document,
    Map,
    Node,
    Seq,
    column_of,
    line_of,
    mark_at,
    mended_in,
    style_of,
    torn_in,
)

SLOT = re.compile(r"\{([A-Za-z_][A-Za-z0-9_]*)\}")


_SUGGESTED = 100


class Anything(tuple[str, ...]):
    """The slots of a scene whose cast could not be read: nobody can say that one is missing."""

    __slots__ = ()

    def __contains__(self, _: object) -> bool:
        return True


class Entry(dict[str, object]):
    """A mapping that has been read by its shape: values by field, and the mapping as it was written."""

    __slots__ = ("mark", "node")
    node: Map
    mark: int


class Desk:
    """One file while it is read: its lines, its scope, and the problems found so far."""

    def __init__(
        self, path: str, text: str, scope: Scope, problems: list[Problem], cut: AbstractSet[int] = frozenset()
    ) -> None:
        self.path = path
        self.text = text
        self.scope = scope
        self.problems = problems
        self.cut = cut
        self.slots: Collection[str] = ()
        self.owner: tuple[str, Map] | None = None
        self.citing = False
        self.pages: Mapping[int, Desk] = {}
        self.mended: AbstractSet[int] = frozenset()
        self._lines: list[str] | None = None

    def hand(self, document: Document) -> None:
        """Take what was read from the file, and write its slips down."""
        self.cut, self.mended = document.cut, document.mended
        self.problems += [
            Problem(
                self.path,
                slip.line + 1,
                slip.column + 1,
                slip.code,
                f"{slip.message}.",
                self.line(slip.line),
                slip.width,
            )
            for slip in document.slips
        ]

    def page(self, mark: int) -> Desk:
        """Return the desk of the file in which a place stands: another one for what this file inherits."""
        return self.pages.get(page_of(mark), self)

    def line(self, number: int) -> str:
        """Return one line of the file, counted from 0."""
        if self._lines is None:
            self._lines = self.text.replace("\r\n", "\n").split("\n")
        return self._lines[number] if 0 <= number < len(self._lines) else ""

    def say(self, mark: int, code: str, message: str, *, width: int = 0, suggestion: str = "",
            severity: Severity = "error", node: object = None) -> None:  # fmt: skip
        """Write a problem down; what is wrong in a line that was read as it was meant has been said."""
        number, column = line_of(mark), column_of(mark)
        home = self.page(mark)
        if number in home.mended:
            return
        excerpt = home.line(number)
        width = width or self.width(mark, node, excerpt)
        self.problems.append(
            Problem(home.path, number + 1, column + 1, code, message, excerpt, width, suggestion, severity)
        )

    def near(self, word: str, known: Iterable[str]) -> str:
        """Return the known word most like this one; past the problems that are shown, none is looked for."""
        return nearest(word, known) if len(self.problems) <= _SUGGESTED else ""

    def warn(self, mark: int, code: str, message: str, node: object = None) -> None:
        """Write down something doubtful, which does not stop a pack from being played."""
        self.say(mark, code, message, node=node, severity="warning")

    def width(self, mark: int, node: object, excerpt: str) -> int:
        """Return how many characters to underline."""
        column, style = column_of(mark), style_of(mark)
        if node.__class__ is str and style < FOLDED:
            length = len(str(node)) + (2 if style in (SINGLE, DOUBLE) else 0)
            return max(1, min(length, len(excerpt) - column))
        return 1

    def who(self) -> str:
        """Return who is speaking, for the beginning of a sentence: `rule "red_light"`."""
        if self.owner is None:
            return "this file"
        noun, node = self.owner
        name = node.get("id") or node.get("case")
        return f"{noun} {quoted(name)}" if isinstance(name, str) and name else f"this {noun}"

    def unknown(self, kind: str, word: str, mark: int, known: Iterable[str], who: str = "") -> None:
        """Say that a word refers to nothing."""
        noun, consequence = REFERENCES[kind]
        if kind == "who" and not self.scope.known.get("person"):
            consequence = "which is not a slot of this scene's `cast`"
        code = f"unknown-{noun.split()[0]}"
        known = list(known)
        if kind in ("fact", "source") and meant.badly_labelled(word, known):
            return
        more = meant.several(word, known) or ELSEWHERE.get((kind, word), "")
        if kind == "fact" and word.removeprefix("fact:") in self.scope.known.get("source", ()):
            more = meant.fact_of(word.removeprefix("fact:"))
        near = "" if more else meant.known_word(word, known) or self.near(word, known)
        if kind in MADE and near and not meant.close(word, near):
            near = ""
        if not more:
            made = meant.made(MADE.get(kind, ""), noun, word)
            if not near:
                more = (meant.one_of_few(known, noun) if kind != "flag" else "") or made
            elif not meant.one_slip(word, near):
                more = made
        self.say(
            mark,
            code,
            f"{who or self.who()} names the {noun} {quoted(word)}, {consequence}{more}.",
            suggestion=near,
            node=word,
        )

    def in_doubt(self, node: Map) -> bool:
        """Tell whether a part of a mapping could not be read as it is written, so that nobody knows what else it had."""
        return torn_in(node) or mended_in(node, self.page(node.marks[0]).mended if len(node) else ())

    def field_at(self, mark: int, otherwise: str) -> str:
        """Return which field of the entry at hand has its value at a place."""
        marks = self.owner[1].marks if self.owner else ()
        return next(
            (key for at, key in enumerate(self.owner[1] if self.owner else ()) if marks[2 * at + 1] == mark),
            otherwise,
        )

    def fill(self, text: str, mark: int) -> None:
        """Check that every `{slot}` in a text is filled by something."""
        for found in SLOT.finditer(text):
            if found[1] not in self.slots:
                filled = f" (filled are {', '.join(sorted(self.slots)[:8])})" if self.slots else ""
                near = self.near(found[1], self.slots)
                field = FILLS.get(self.owner[0]) if self.owner and not near else None
                how = f", with a role or a person, as in `cast: {{{found[1]}: …}}`" if field == "cast" else ""
                filled += f"; name it under `{field}`{how}" if field else ""
                place, width = self.within(mark, text, found.start(), len(found[0]))
                self.say(place, "unfilled-slot", f"{self.who()} has the slot {{{found[1]}}}, which nothing fills{filled}.",
                         width=width, suggestion=near)  # fmt: skip

    def within(self, mark: int, text: str, offset: int, width: int) -> tuple[int, int]:
        """Return the place of a stretch inside a scalar, as well as it can be told."""
        number, column, style, home = line_of(mark), column_of(mark), style_of(mark), self.page(mark)
        piece = text[offset : offset + width]
        if style <= DOUBLE:
            lead = column + (style != PLAIN)
            if home.line(number).startswith(text[: offset + width], lead):
                return on_page(mark_at(number, lead + offset), page_of(mark)), width
        if piece.strip():
            first = number + (style >= FOLDED)
            for ahead in range(first, number + text.count("\n") + 200):
                at = home.line(ahead).find(piece, column if ahead == number else 0)
                if at >= 0:
                    return on_page(mark_at(ahead, at), page_of(mark)), width
        return mark, 1

    def condition(self, text: str, mark: int, where: str) -> Condition | None:
        """Return the condition a text stands for, or say at its column what is wrong."""
        scope = self.scope
        found = scope.condition(text, where)
        if isinstance(found, Condition):
            if scope.trust is not None and scope.trusted(text, where):
                scope.trust.claims.append(Claim(self, self.who(), mark, text, where))
            return found
        self.misunderstood(found, text, mark, self.who())
        return None

    def misunderstood(self, found: ConditionError | None, text: str, mark: int, who: str) -> None:
        """Say what is wrong with a condition, where it is."""
        if found is None or (
            self.scope.unsure and found.message.startswith(("there is no", "a condition here knows no"))
        ):
            return
        place, width = self.within(mark, text, found.column, found.width)
        self.say(place, "bad-condition", f"{who} has a condition that cannot be understood: {visible(found.message)}.",
                 width=width, suggestion=found.suggestion)  # fmt: skip

    def trusting(self, word: str, mark: int) -> None:
        """Take a scene's name on trust: its file may not have been read yet."""
        if self.scope.trust is not None:
            self.scope.trust.claims.append(Claim(self, self.who(), mark, word))

    def settle(self, claim: Claim) -> None:
        """Say so where something that was trusted did not come."""
        if claim.where:
            found = self.scope.condition(claim.said, claim.where)
            if not isinstance(found, Condition):
                self.misunderstood(found, claim.said, claim.mark, claim.who)
            return
        known = self.scope.known.get("scene", ())
        if claim.said not in known and "scene" not in self.scope.unsure:
            self.unknown("scene", claim.said, claim.mark, known, claim.who)

    def at(self, entry: Entry, key: str) -> int:
        """Return where the value of a field stands, or where the whole entry begins."""
        return entry.node.value_mark(key) if key in entry.node else entry.mark


def kind_of(node: Node) -> str:
    """Name what stands there, for a sentence."""
    if isinstance(node, Map):
        return "a mapping"
    if isinstance(node, Seq):
        return "a list"
    return "nothing" if node == "" else "text"
