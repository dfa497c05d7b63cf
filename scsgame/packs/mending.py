"""A torn file read as it was meant: the line with the slip is mended by trial, and everything below it can be read.

Each way to mend a line is tried by reading on: it is right if the file, or at least the block around the line, can then be
read. What was wrong is said in the line where it is. Where no way is found, the file stays as it was.
"""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from typing import NamedTuple

import yaml

from scsgame.packs.events import EnoughError, by_events
from scsgame.packs.fit import lines_in, misfits, things
from scsgame.packs.forgotten import FORGOTTEN, run_together
from scsgame.packs.guesses import INDENTED, guesses, margin_of, said_of, speaks
from scsgame.packs.signs import Guess
from scsgame.packs.slips import Slip, Stumble, stumble

_MOST_MENDED = 12
_MOST_SPOILT = 200
_LARGEST = 300_000
_SMALL = 60_000
_BUDGET = 3_000_000
_EDGE = re.compile(r"[^\s#]")
_SAYS = re.compile(r"[ ]*(?:- |[A-Za-z_][\w-]*:(?: |$))")
_UNITS = (2, 4, 8, 1)
_MANY = 1000


class Mended(NamedTuple):
    """A text in which some lines were mended: what was wrong with them, which lines nobody could mend, and whether it can be read now."""

    text: str
    slips: tuple[Slip, ...]
    lines: frozenset[int]
    spoilt: frozenset[int]
    sound: bool


class _Trial(NamedTuple):
    """What comes of reading some lines: where the parser stumbles, or how much of it does not fit."""

    at: Stumble | None
    misfits: int = 0
    where: tuple[tuple[int, str], ...] = ()
    things: int = 0
    lines: frozenset[int] = frozenset()

    def swallows(self, guess: Guess, number: int) -> bool:
        """Tell whether a line with a key or a dash has become part of the text above it."""
        return _SAYS.match(guess.text) is not None and number not in self.lines

    def spoils(self, number: int) -> bool:
        """Tell whether a mended line does not fit where it now stands."""
        here = [code for line, code in self.where if line == number]
        return len(here) > 1 or "unknown-key" in here


def mended(
    text: str, raw: str, spoilt: frozenset[int], kind: str, at: Stumble | None, slips: Sequence[Slip]
) -> Mended:
    """Return a text as it was meant, as well as that can be guessed; `raw` is the same text with its tabs.

    The parser stumbled there, or these slips were found in it.
    """
    if len(text) > _LARGEST or len(spoilt) > _MOST_SPOILT:
        return Mended(text, (), frozenset(), spoilt, sound=False)
    return _Bench(text, raw, spoilt, kind).mended(at, slips)


def moved(text: str, kind: str, suspects: Sequence[int], dashless: Container[int]) -> Mended | None:
    """Return a text that can be read, but in which a line stands where it does not fit, as it was meant; or nothing.

    Only in `dashless` lines may a dash be what is missing.
    """
    if len(text) > _LARGEST:
        return None
    bench = _Bench(text, text, frozenset(), kind)
    bench.move(suspects, dashless)
    return (
        Mended("\n".join(bench.lines), tuple(bench.slips), frozenset(bench.touched), frozenset(), sound=True)
        if bench.slips
        else None
    )


class _Bench:
    """A text on which one line after the other is mended."""

    def __init__(self, text: str, raw: str, spoilt: frozenset[int], kind: str) -> None:
        self.lines = text.split("\n")
        self.raw = raw.split("\n")
        self.spoilt = spoilt
        self.kind = kind
        self.slips: list[Slip] = []
        self.touched: set[int] = set()
        self.budget = _BUDGET
        self.small = len(text) <= _SMALL

    def mended(self, at: Stumble | None, slips: Sequence[Slip]) -> Mended:
        dashless = [slip for slip in slips if slip.message.startswith(FORGOTTEN) and slip.column >= 2]
        for slip in dashless[:_MOST_MENDED]:
            self.slips.append(slip)
            line = self.lines[slip.line]
            self.lines[slip.line] = f"{line[: slip.column - 2]}- {line[slip.column :]}"
            self.touched.add(slip.line)
        if self.spoilt:
            self.spread_tabs()
        if self.spoilt or dashless:
            at = self.stumbled(0)
        for _ in range(_MOST_MENDED):
            guess = None if at is None else self.best(at)
            if guess is None or at is None:
                break
            if guess.line not in self.spoilt:
                self.slips.append(said_of(guess, at, self.lines))
            self.lines[guess.line] = guess.text
            self.touched.add(guess.line)
            at = self.stumbled(self.window(min(guess.line, at.line), at.line)[0])
        sound = at is None and bool(self.touched or self.spoilt)
        spoilt = frozenset() if at is None else frozenset(self.spoilt - self.touched)
        lines = frozenset(self.touched | self.spoilt)
        return Mended("\n".join(self.lines), tuple(self.slips), lines, spoilt, sound)

    def stumbled(self, start: int) -> Stumble | None:
        """Return where the parser stumbles from this line on, if it does; what stands above can be read."""
        at = self.tried(self.lines[start:], fit=False).at
        return at._replace(line=at.line + start, since=at.since + start) if at is not None else None

    def spread_tabs(self) -> None:
        """Put blanks for the tabs and the odd spaces at the beginnings of lines, as many as fit best."""
        best, score = self.lines, (0, 0)
        for unit in _UNITS:
            lines = list(self.lines)
            for number in self.spoilt:
                bare = self.raw[number].lstrip()
                lead = self.raw[number][: len(self.raw[number]) - len(bare)]
                kept = re.sub(r"^([\w-]+:)\s", r"\1 ", bare)
                lines[number] = " " * sum(unit if sign == "\t" else 1 for sign in lead) + kept.replace("\t", " ")
            found = self.tried(lines)
            reached = (len(lines), -found.misfits) if found.at is None else (found.at.line, 0)
            if reached > score:
                best, score = lines, reached
        self.lines = best
        for number in sorted(self.spoilt)[:_MOST_MENDED]:
            self.fit_in(number)

    def fit_in(self, number: int) -> None:
        """Put a line with tabs where it fits best."""
        found = self.tried(self.lines)
        if found.at is not None or not found.misfits:
            return
        best = (found.misfits, 0.0)
        kept = self.lines[number]
        for guess in guesses(Stumble(number, 0, number, 0, ""), self.lines, self.spoilt):
            if guess.line != number or guess.message != INDENTED or self.budget <= 0:
                continue
            then = self.tried([*self.lines[:number], guess.text, *self.lines[number + 1 :]])
            if then.at is None and (then.misfits, guess.cost) < best:
                best, kept = (then.misfits, guess.cost), guess.text
        self.lines[number] = kept

    def best(self, at: Stumble) -> Guess | None:
        """Return the way to mend a line after which the file, or its block, can be read and fits its form best."""
        chosen: Guess | None = None
        least = (0, 0, 0.0)
        for guess in guesses(at, self.lines, self.spoilt):
            if self.budget <= 0:
                break
            first, last = self.window(min(guess.line, at.line), at.line)
            part = self.lines[first:last]
            part[guess.line - first] = guess.text
            found = self.tried(part)
            rank = 0
            if found.at is not None:
                end = self.closed(guess, at, found.at.line + first)
                if not end:
                    continue
                found, rank = self.tried(part[: end - first]), first - end
                if found.at is not None:
                    continue
            else:
                rank = -len(self.lines)
            if found.swallows(guess, guess.line - first) or found.spoils(guess.line - first):
                continue
            if rank == -len(self.lines) and not found.misfits:
                return guess
            if chosen is None or (rank, found.misfits, guess.cost) < least:
                chosen, least = guess, (rank, found.misfits, guess.cost)
        return chosen

    def move(self, suspects: Sequence[int], dashless: Container[int]) -> None:
        """Move the lines that do not fit where they stand, if they fit elsewhere."""
        for number in suspects:
            first, last = self.window(number, number)
            part = self.lines[first:last]
            before = self.tried(part)
            if before.at is not None or not before.misfits:
                continue
            least = (before.misfits, 0.0)
            chosen: Guess | None = None
            at = Stumble(number, 0, number, 0, "")
            for guess in guesses(at, self.lines, frozenset()):
                if guess.line != number or not guess.message or self.budget <= 0:
                    continue
                if guess.message.startswith(FORGOTTEN) and number not in dashless:
                    continue
                then = self.tried([*part[: number - first], guess.text, *part[number - first + 1 :]])
                fits = then.things >= before.things and not then.spoils(number - first)
                if then.at is None and fits and (then.misfits, guess.cost) < least:
                    chosen, least = guess, (then.misfits, guess.cost)
            if chosen is not None:
                self.slips.append(said_of(chosen, at, self.lines))
                self.lines[number] = chosen.text
                self.touched.add(number)

    def closed(self, guess: Guess, at: Stumble, reached: int) -> int:
        """Return the last line at which the block around a mended line has ended before the next stumble, or 0."""
        edge = margin_of(guess.text)
        start = max(at.line, guess.line) + 1
        ends = [number for number in range(start, min(reached, len(self.lines)))
                if speaks(self.lines[number]) and margin_of(self.lines[number]) <= edge]  # fmt: skip
        return ends[-1] if ends else 0

    def window(self, first: int, last: int) -> tuple[int, int]:
        """Return the lines of the blocks at the margin around these lines, with one more block before and after.

        Of a small file these are all its lines, so that one can tell whether a field is missing in it.
        """
        if self.small:
            return 0, len(self.lines)
        start = self.edge(self.edge(first, -1) - 1, -1)
        end = self.edge(self.edge(last + 1, 1) + 1, 1)
        return start, end

    def edge(self, number: int, step: int) -> int:
        while 0 <= number < len(self.lines) and not _EDGE.match(self.lines[number]):
            number += step
        return max(0, min(number, len(self.lines)))

    def tried(self, lines: Sequence[str], *, fit: bool = True) -> _Trial:
        """Read these lines, and look how well they fit."""
        text = "\n".join(lines)
        slips: list[Slip] = []
        try:
            found = run_together(by_events(text, slips), text)
        except yaml.YAMLError as error:
            at = stumble(error) or Stumble(0, 0, 0, 0, "")
            self.budget -= 200 + sum(map(len, lines[: at.line]))
            return _Trial(at)
        except (EnoughError, RecursionError):
            return _Trial(None, _MANY)
        self.budget -= 200 + 3 * len(text)
        if not fit:
            return _Trial(None)
        wrong = misfits(found.root, self.kind)
        where = tuple((problem.line - 1, problem.code) for problem in wrong)
        size, starts = things(found.root), frozenset(lines_in(found.root))
        return _Trial(None, len(wrong) + 2 * len(found.slips), where, size, starts)
