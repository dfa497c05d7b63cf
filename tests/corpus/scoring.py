"""How good the checker's messages are: right file, right line, right cause, a way to mend it, and nothing besides."""

from __future__ import annotations

import gc
import json
import sys
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from corpus.slips import HERE, Also, Broken, Slip, Table, read_slips

from scsgame.packs.examine import examine
from scsgame.packs.problems import Problem, visible
from scsgame.packs.registers import Sheet
from scsgame.packs.shelves import fetch

CRITERIA = ("file", "line", "cause", "fix", "others", "alone")
MEANT: Mapping[str, str] = {
    "file": "the right file",
    "line": "the right line, within one",
    "cause": "the right cause",
    "fix": "says how to mend it",
    "others": "the other mistakes in it",
    "alone": "nothing besides",
}
RECORD = HERE / "score.json"
DEPENDS = ("lives", "regimes")


@dataclass(frozen=True)
class Judged:
    """What was said about one broken pack, and which criteria it meets (those that apply)."""

    slip: Slip
    line: int
    before: str
    written: str
    problems: tuple[Problem, ...]
    met: Mapping[str, bool]

    @property
    def failing(self) -> tuple[str, ...]:
        """Return the criteria that are not met."""
        return tuple(name for name in CRITERIA if not self.met.get(name, True))


def judge_all(slips: Iterable[Slip] = ()) -> tuple[Judged, ...]:
    """Break every pack in turn and judge what the checker says."""
    with tempfile.TemporaryDirectory(prefix="corpus") as folder, reading_once():
        table = Table(Path(folder))
        return tuple(judge(slip, table) for slip in slips or read_slips())


@contextmanager
def reading_once() -> Iterator[None]:
    """Parse each text once, however many broken packs share it, and let the collector rest meanwhile."""
    sheets: Any = sys.modules[Sheet.__module__]
    read, collecting = sheets.read, gc.isenabled()
    sheets.read = lru_cache(maxsize=512)(read)
    gc.disable()
    try:
        yield
    finally:
        sheets.read = read
        if collecting:
            gc.enable()


def judge(slip: Slip, table: Table) -> Judged:
    """Break one pack and judge what the checker says of it."""
    with table.broken(slip) as broken:
        problems = tuple(_checked(slip, broken.place))
        return Judged(slip, broken.line, broken.before, broken.written, problems, _met(slip, broken, problems))


def _checked(slip: Slip, place: Path) -> Sequence[Problem]:
    """Check one pack. Of the shipped content only the life or the regimes are read, wherever the slip is, and no atlas."""
    shelf = fetch(place, "")
    top, _, rest = slip.file.partition("/")
    if slip.pack == "base" or top not in DEPENDS:
        return examine([shelf]).problems
    if top == "lives":
        return examine([shelf], lives=(rest.split("/")[0],), regimes=(), atlas=False).problems
    return examine([shelf], lives=(), atlas=False).problems


def _met(slip: Slip, broken: Broken, problems: Sequence[Problem]) -> dict[str, bool]:
    if slip.fine:
        return {"alone": not problems}
    best = max(
        (_met_by(slip, broken.line, problem) for problem in problems),
        key=_rank,
        default=dict.fromkeys(CRITERIA[:4], False),
    )
    if slip.also:
        best["others"] = all(
            any(_is(other, line, problem) for problem in problems)
            for other, line in zip(slip.also, broken.also, strict=True)
        )
    return {**best, "alone": len(problems) == slip.count}


def _is(other: Also, line: int, problem: Problem) -> bool:
    return problem.path == other.file and abs(problem.line - line) <= 1 and problem.code in other.codes


def _met_by(slip: Slip, line: int, problem: Problem) -> dict[str, bool]:
    file = problem.path == slip.file
    cause = problem.code in slip.codes
    return {
        "file": file,
        "line": file and abs(problem.line - line) <= 1,
        "cause": file and cause,
        "fix": file and cause and mended_by(slip, problem),
    }


def _rank(met: Mapping[str, bool]) -> tuple[bool, ...]:
    return (met["file"], met["cause"], met["line"], met["fix"])


def mended_by(slip: Slip, problem: Problem) -> bool:
    """Tell whether a message names what to write instead."""
    if slip.suggest and problem.suggestion == slip.suggest:
        return True
    said = " ".join(f"{problem.message} {getattr(problem, 'help', '')}".casefold().split())
    wanted = slip.help or ((f"`{slip.suggest}`", f'"{slip.suggest}"') if slip.suggest else ())
    return any(part.casefold() in said for part in wanted)


@dataclass(frozen=True)
class Score:
    """How many broken packs meet each criterion, of how many to which it applies."""

    packs: int
    met: Mapping[str, int]
    of: Mapping[str, int]
    all_met: int

    def table(self) -> str:
        """Print it."""
        lines = [
            f"{self.packs} packs: {self.packs - self.of['cause']} that are fine, {self.of['cause']} with a mistake",
            "",
        ]
        lines += [
            f"  {MEANT[name]:<28} {self.met[name]:>4} of {self.of[name]:>4}   {self.met[name] / self.of[name]:>6.1%}"
            for name in CRITERIA
            if self.of[name]
        ]
        return "\n".join(
            [
                *lines,
                f"  {'all of these':<28} {self.all_met:>4} of {self.packs:>4}   {self.all_met / self.packs:>6.1%}",
            ]
        )


def score(judged: Sequence[Judged]) -> Score:
    """Count."""
    return Score(
        packs=len(judged),
        met={name: sum(one.met.get(name, False) for one in judged) for name in CRITERIA},
        of={name: sum(name in one.met for one in judged) for name in CRITERIA},
        all_met=sum(not one.failing for one in judged),
    )


def recorded() -> Mapping[str, Any]:
    """Return the committed score, below which the messages may not fall."""
    found: Mapping[str, Any] = json.loads(RECORD.read_text("utf-8"))
    return found


def record_of(judged: Sequence[Judged]) -> dict[str, Any]:
    """Return what is committed: the totals, and which pack fails which criterion."""
    total = score(judged)
    return {
        "packs": total.packs,
        "met": dict(total.met),
        "of": dict(total.of),
        "all_met": total.all_met,
        "failing": {one.slip.id: list(one.failing) for one in judged if one.failing},
    }


def worse(judged: Sequence[Judged], before: Mapping[str, Any]) -> list[str]:
    """Return, as sentences, where the messages have become worse than what is committed."""
    said = []
    known = before["failing"]
    for one in judged:
        lost = [name for name in one.failing if name not in known.get(one.slip.id, ())]
        if lost:
            said.append(f"{one.slip.id}: no longer {' or '.join(MEANT[name] for name in lost)}.")
    total = score(judged)
    if total.packs < before["packs"]:
        said.append(f"There were {before['packs']} packs and now there are {total.packs}.")
    for name in CRITERIA:
        if total.met[name] < before["met"].get(name, 0):
            said.append(f"{MEANT[name]}: {before['met'][name]} met it and now {total.met[name]} do.")
    return said


def told(one: Judged) -> str:
    """Print one broken pack: who broke it, what they wrote, what was said and what was wanted."""
    slip = one.slip
    lines = [f"{slip.id}: {slip.says}", f"  fails: {', '.join(MEANT[name] for name in one.failing) or 'nothing'}"]
    lines += [f"  > {visible(line)}" for line in one.written.split("\n")[:4]]
    if slip.fine:
        lines.append("  wanted: silence")
    else:
        words = [f'"{slip.suggest}"'] if slip.suggest else []
        lines.append(
            f"  wanted: {slip.file}:{one.line} {' or '.join(slip.codes)}; mend: {' | '.join([*words, *slip.help])}; {slip.count} in all"
        )
    lines += [f"  said: {problem.path}:{problem.line} {problem.code}: {problem.message}"
              + (f' (did you mean "{problem.suggestion}"?)' if problem.suggestion else "") for problem in one.problems[:5]]  # fmt: skip
    if not one.problems:
        lines.append("  said: nothing")
    return "\n".join(lines)
