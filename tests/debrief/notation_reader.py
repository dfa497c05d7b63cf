"""A reader of that part of the contingency notation which regimes are written in, after its published operant grammar.

It reads `file ::= annotation* phase+`, bindings, atomic schedules, CRF and EXT, Tand, Conc, Overlay, DRO, Sidman and ResponseCost, and
refuses what the grammar's constraints refuse: a name used before it is bound or bound twice, a reserved name, a cost on a compound, a cost
of nought, a combinator of one.
"""

from __future__ import annotations

import re

from scsgame.debrief.contingencies.notation import RESERVED

_TOKEN = re.compile(
    r'\s*(?:(--[^\n]*)|(@[a-z_]+)|("[^"]*")|(let|phase|no_schedule)\b|(ResponseCost|Sidman|Overlay|Conc|Tand|CRF|EXT|DRO)'
    r"|([FVR][RIT])(?=\s*[\d])|([A-Z][A-Za-z0-9_]*)|([a-z_][A-Za-z0-9_]*)|(\d+(?:\.\d+)?)|([(),=:]))"
)
_KINDS = ("comment", "at", "string", "word", "op", "atom", "Name", "name", "number", "sign")


class NotNotation(ValueError):
    """Not in the notation; the message says where."""


def read(text: str) -> dict[str, dict[str, str]]:
    """Return the phases of a text, each with its bindings. Raises NotNotation."""
    return _Reader(text).file()


class _Reader:
    def __init__(self, text: str) -> None:
        self.tokens: list[tuple[str, str]] = []
        at = 0
        text = text.rstrip()
        while at < len(text):
            found = _TOKEN.match(text, at)
            if found is None:
                raise NotNotation(f"cannot read {text[at : at + 40]!r}")
            at = found.end()
            kind = _KINDS[found.lastindex - 1]
            if kind == "op" and found[found.lastindex] == "DRO":
                kind = "atom"
            if kind != "comment":
                self.tokens.append((kind, found[found.lastindex]))
        self.at = 0

    def peek(self) -> tuple[str, str]:
        return self.tokens[self.at] if self.at < len(self.tokens) else ("end", "")

    def take(self, kind: str, word: str = "") -> str:
        found = self.peek()
        if found[0] != kind or (word and found[1] != word):
            raise NotNotation(f"expected {word or kind}, found {found[1]!r} at {self.at}")
        self.at += 1
        return found[1]

    def file(self) -> dict[str, dict[str, str]]:
        while self.peek()[0] == "at":
            self.annotation()
        phases: dict[str, dict[str, str]] = {}
        while self.peek() == ("word", "phase"):
            name, bound = self.phase()
            if name in phases:
                raise NotNotation(f"two phases are called {name}")
            phases[name] = bound
        if self.peek()[0] != "end" or not phases:
            raise NotNotation(f"something is left over: {self.peek()}")
        return phases

    def annotation(self) -> None:
        self.take("at")
        self.take("sign", "(")
        self.take("string")
        while self.peek() == ("sign", ","):
            self.take("sign", ",")
            self.take("name")
            self.take("sign", "=")
            self.take(self.peek()[0])
        self.take("sign", ")")

    def phase(self) -> tuple[str, dict[str, str]]:
        self.take("word", "phase")
        name = self.take("Name")
        self.take("sign", ":")
        self.bound: dict[str, str] = {}
        while self.peek() == ("word", "let"):
            self.take("word", "let")
            ident = self.take("name")
            if ident in RESERVED or ident in self.bound:
                raise NotNotation(f"{ident} cannot be bound")
            self.take("sign", "=")
            self.bound[ident] = self.schedule()
        if self.peek() == ("word", "no_schedule"):
            self.take("word", "no_schedule")
        else:
            self.schedule()
        return name, self.bound

    def schedule(self) -> str:
        kind, word = self.peek()
        compound = False
        if kind == "op" and word in {"Conc", "Tand", "Overlay"}:
            compound = True
            said = self.compound(word)
        elif kind == "op" and word == "Sidman":
            said = self.sidman()
        elif kind == "op" and word in {"CRF", "EXT"}:
            said = self.take("op")
        elif kind == "atom":
            said = self.atom()
        else:
            ident = self.take("name")
            if ident not in self.bound:
                raise NotNotation(f"{ident} is not bound")
            said = ident
        if self.peek() == ("op", "ResponseCost"):
            if compound:
                raise NotNotation("a cost cannot be put on a compound")
            said += f" {self.cost()}"
        return said

    def atom(self) -> str:
        word = self.take("atom")
        number = self.take("number")
        if not float(number):
            raise NotNotation(f"{word}0 is no schedule")
        unit = ""
        if self.peek()[0] == "name" and self.peek()[1] in {"s", "ms", "min"}:
            unit = self.take("name")
        if (word[1] in "IT" or word == "DRO") != bool(unit):
            raise NotNotation(f"{word}{number}{unit}: times have a unit, ratios have none")
        return f"{word}{number}{unit}"

    def compound(self, word: str) -> str:
        self.take("op", word)
        self.take("sign", "(")
        parts = [self.schedule()]
        while self.peek() == ("sign", ","):
            self.take("sign", ",")
            parts.append(self.schedule())
        self.take("sign", ")")
        if len(parts) < 2 or (word == "Overlay" and len(parts) != 2):
            raise NotNotation(f"{word} of {len(parts)}")
        return f"{word}({', '.join(parts)})"

    def sidman(self) -> str:
        self.take("op", "Sidman")
        self.take("sign", "(")
        times = []
        for key in ("SSI", "RSI"):
            self.take("Name", key)
            self.take("sign", "=")
            times.append(self.take("number") + self.take("name", "min"))
            if key == "SSI":
                self.take("sign", ",")
        self.take("sign", ")")
        return f"Sidman({', '.join(times)})"

    def cost(self) -> str:
        self.take("op", "ResponseCost")
        self.take("sign", "(")
        self.take("name", "amount")
        self.take("sign", "=")
        amount = self.take("number")
        self.take("sign", ",")
        self.take("name", "unit")
        self.take("sign", "=")
        unit = self.take("string")
        self.take("sign", ")")
        if not float(amount):
            raise NotNotation("a cost of nought")
        return f"ResponseCost({amount}, {unit})"
