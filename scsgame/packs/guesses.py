"""What a hand meant where the parser stumbles: ways to mend one line, the likeliest first.

Nobody's file is changed. A line is only read as it was meant, so that what stands below it can be read too.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from scsgame.packs.signs import Guess, brackets, keys, quotes, value_of
from scsgame.packs.slips import IN_QUOTES, Slip, Stumble, explain

INDENTED = "indented"
_NEAR = 40
_FAR = 400
_LONGEST = 1000
_KEY = r"[A-Za-z_][\w-]*"
_LEAD = r"[ ]*(?:- +)*"
_DASHES = re.compile(r"[ ]*(?:-[ ]+)+")
_OPENS = re.compile(rf"{_LEAD}(?:{_KEY}|\"[^\"]*\"):[ ]*(?:#.*)?")
_QUOTED = re.compile(r"\"(?:[^\"\\]|\\.)*\"|'(?:[^']|'')*'")
_MISPLACED = ("further right", "straight under", "does not belong", "is no part", "cannot be read as YAML")
_COUNTS = {2: "two", 3: "three", 4: "four"}


def guesses(at: Stumble, lines: Sequence[str], spoilt: frozenset[int]) -> list[Guess]:
    """Return what may have been meant in the lines around a stumble, the likeliest first."""
    page = _Page(lines, at, spoilt)
    found = [guess for number in page.near() for guess in page.of(number)]
    return sorted({(guess.line, guess.text): guess for guess in reversed(found)}.values(), key=lambda one: one.cost)


def said_of(guess: Guess, at: Stumble, lines: Sequence[str]) -> Slip:
    """Return what is wrong with a line that was meant so."""
    if guess.message == INDENTED:
        return _indented(guess, lines)
    usual = explain(at, lines)
    if usual.line == guess.line and not (guess.message and any(part in usual.message for part in _MISPLACED)):
        return usual
    return Slip(guess.line, guess.column, guess.width, "bad-yaml", guess.message or IN_QUOTES)


def margin_of(line: str) -> int:
    """Return how far right a line begins."""
    return len(line) - len(line.lstrip(" "))


def speaks(line: str) -> bool:
    """Tell whether more than a remark stands in a line."""
    bare = line.lstrip(" ")
    return bool(bare) and bare[0] != "#"


def _indented(guess: Guess, lines: Sequence[str]) -> Slip:
    was, now = margin_of(lines[guess.line]), margin_of(guess.text)
    by = abs(now - was)
    blanks = "one blank" if by == 1 else f"{_COUNTS.get(by, by)} blanks"
    word = _first_word(guess.text)
    under = _mate(lines, guess.line, now)
    if now < was:
        said = f"before {word} {'stands' if by == 1 else 'stand'} {blanks} too many: this line stands further right than "
        said += f"line {under + 1}, with which it belongs" if under >= 0 else "the lines it belongs with"
    else:
        place = f", straight {'under' if under < guess.line else 'above'} line {under + 1}" if under >= 0 else ""
        said = f"before {word} {blanks} {'is' if by == 1 else 'are'} missing: this line belongs further right{place}"
    return Slip(guess.line, was, 1, "bad-yaml", said)


def _first_word(line: str) -> str:
    found = re.match(rf"[ ]*((?:- +)?(?:\{{?{_KEY}:?|\S+))", line)
    return f"`{found[1]}`" if found and len(found[1]) <= 40 and found[1].isprintable() else "this line"


def _mate(lines: Sequence[str], number: int, margin: int) -> int:
    """Return the nearest line that stands as far right, in the same block."""
    for step in (-1, 1):
        at = number + step
        while 0 <= at < len(lines) and abs(at - number) < _FAR:
            if speaks(lines[at]):
                if margin_of(lines[at]) == margin:
                    return at
                if margin_of(lines[at]) < margin:
                    break
            at += step
    return -1


class _Page:
    """The lines around a stumble."""

    def __init__(self, lines: Sequence[str], at: Stumble, spoilt: frozenset[int]) -> None:
        self.lines = lines
        self.at = at
        self.spoilt = spoilt
        self.stumbled = min(at.line, len(lines) - 1)
        while self.stumbled > 0 and not speaks(lines[self.stumbled]):
            self.stumbled -= 1
        self.unit = self.step()

    def step(self) -> int:
        """Return by how many blanks the file usually goes further right."""
        steps: Counter[int] = Counter()
        for number in range(max(0, self.stumbled - _FAR), min(len(self.lines) - 1, self.stumbled + _FAR)):
            line = self.lines[number]
            if _OPENS.fullmatch(line) and speaks(self.lines[number + 1]):
                by = margin_of(self.lines[number + 1]) - margin_of(line)
                steps[by] += by > 0
        found = steps.most_common(1)
        return found[0][0] if found and found[0][1] else 2

    def near(self) -> list[int]:
        """Return the lines in which the slip may be."""
        at, lines = self.stumbled, self.lines
        before = self.previous(at)
        margin = margin_of(lines[at])
        found = [at, before, min(self.at.since, len(lines) - 1)]
        back, first = before, at
        while back >= 0 and at - back < _FAR:
            if margin_of(lines[back]) < margin:
                found += [first, back, self.previous(back)]
                break
            first, back = back, self.previous(back)
        else:
            found.append(next((number for number in range(at) if speaks(lines[number])), at))
        found += [number for number in range(max(0, min(self.at.since, at) - 1), at) if self.left_open(number)][:3]
        found += [number for number in self.spoilt if abs(number - at) < _NEAR][:_NEAR]
        return [
            number
            for number in dict.fromkeys(found)
            if number >= 0 and speaks(lines[number]) and len(lines[number]) <= _LONGEST
        ]

    def previous(self, number: int) -> int:
        """Return the line before this one that says something, or -1."""
        number -= 1
        while number >= 0 and not speaks(self.lines[number]):
            number -= 1
        return number

    def left_open(self, number: int) -> bool:
        """Tell whether a quotation mark is left open in a line."""
        rest = _QUOTED.sub("", self.lines[number])
        return '"' in rest or value_of(rest).startswith("'")

    def of(self, number: int) -> Iterator[Guess]:
        """Return what may have been meant in one line."""
        line = self.lines[number]
        yield from self.indents(number, line)
        yield from keys(number, line)
        yield from quotes(number, line)
        yield from brackets(number, line)

    def indents(self, number: int, line: str) -> Iterator[Guess]:
        """Move the line right or left."""
        was, before = margin_of(line), self.previous(number)
        fitting: set[int] = set()
        others: set[int] = set()
        for back in range(number - 1, max(-1, number - _FAR), -1):
            if not speaks(self.lines[back]):
                continue
            margin = margin_of(self.lines[back])
            dashes = _DASHES.match(self.lines[back])
            if back == before:
                fitting |= {margin, *((dashes.end(),) if dashes else ())}
                if _OPENS.fullmatch(self.lines[back]) or self.lines[back].rstrip().endswith((">-", "|-", ">", "|")):
                    fitting.add((dashes.end() if dashes else margin) + self.unit)
            elif not fitting or margin < min(fitting):
                fitting |= {margin, *((dashes.end(),) if dashes else ())}
            others |= {margin}
            if margin == 0:
                break
        if before < 0:
            fitting.add(0)
        for ahead in range(number + 1, min(len(self.lines), number + _NEAR)):
            if speaks(self.lines[ahead]):
                others.add(margin_of(self.lines[ahead]))
        for column in (fitting | others) - {was}:
            cost = 1 + 0.25 * abs(column - was)
            cost += 0 if column in fitting else 0.5
            cost += 0 if was % self.unit or number in self.spoilt else 0.4
            cost += 0.5 if column % self.unit else 0
            cost += 0.1 if number == self.stumbled else 0
            yield Guess(cost, number, " " * column + line.lstrip(" "), was, INDENTED)
