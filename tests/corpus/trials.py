"""Every slip of a hand, tried: is it told at its own line, by its cause, alone, and is a second mistake told in the same run?"""

from __future__ import annotations

import random
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import yaml
from corpus.hand import DELETED, MISSPELT, SLIPS, TAB, TWICE, Slipped, both, entries_of, slipped
from corpus.scoring import reading_once
from corpus.slips import HERE, PACKS

from scsgame.packs.examine import examine
from scsgame.packs.problems import Problem
from scsgame.packs.shelves import Shelf, fetch

GOLDEN = HERE / "every_slip.txt"
_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_INDENTED = (
    r"blanks? (?:too many|is missing|are missing)|further right|straight under|how far right|same place|as far right"
)
_COLON = r"no colon|colon and a space|after the colon"
CAUSES: Mapping[str, str] = {
    "one blank more": _INDENTED,
    "one blank less": _INDENTED,
    "two blanks more": _INDENTED,
    "two blanks less": _INDENTED,
    TAB: r"here stands a tab",
    "no colon": _COLON,
    "no blank after the colon": _COLON,
    "no closing quotation mark": r"never closed",
    "a quotation mark before a text": r"never closed",
    "a quotation mark after a text": r"\\?[\"']",
    "the first letter in quotation marks": r"goes on after it is closed",
    "no closing bracket": r"is not closed",
    "no opening bracket": r"closes|second colon|wants",
    "no blank after the dash": r"`- `",
    "no dash": r"`- `",
    "a colon in a text": r"colon|comparison",
    TWICE: r"stands twice",
    MISSPELT: r"has no field",
    "a name misspelt where it is declared": r".",
    "yes for a value": r"yes",
    "a date for a value": r"2018-03-05",
    "017 for a value": r"017",
    "a full-width colon": r"full-width colon|" + _COLON,
    "curly quotation marks": r"quot",
    "a full-width comma": r"full-width comma",
}
"""What the message must say, for each kind of slip. Of a line that is gone, nobody can know what stood there."""


class Bench:
    """A sound pack in which one file is broken at a time; of the shipped content only the life or the regime at hand is read."""

    def __init__(self, pack: str) -> None:
        self.shelf = fetch(PACKS[pack], "")
        self.whole = pack == "base"

    def told(self, path: str, text: str) -> tuple[Problem, ...]:
        """Return what is said when this text stands in the file."""
        shelf = Shelf("", {**self.shelf.files, path: text})
        top, _, rest = path.partition("/")
        if self.whole:
            return tuple(examine([shelf]).problems)
        chosen = (rest.split("/")[0],)
        lives, regimes = (chosen, ()) if top == "lives" else ((), chosen)
        return tuple(examine([shelf], lives=lives, regimes=regimes, atlas=False).problems)


@dataclass(frozen=True)
class Trial:
    """One slip, and what was said of it alone and beside a second mistake in another entry or in the same one."""

    path: str
    slip: Slipped
    means_the_same: bool
    problems: tuple[Problem, ...]
    elsewhere: bool | None = None
    beside: bool | None = None

    @property
    def counts(self) -> bool:
        """Tell whether there is something to be told: neither the same meaning nor another one that is just as right."""
        return bool(self.problems) and not self.means_the_same

    @property
    def in_file(self) -> bool:
        """Tell whether the first message names the right file."""
        return self.problems[0].path == self.path

    @property
    def at(self) -> bool:
        """Tell whether the first message names the right line."""
        return self.in_file and self.problems[0].line == self.slip.told_at

    @property
    def near(self) -> bool:
        """Tell whether the first message names the line before or after."""
        return self.in_file and abs(self.problems[0].line - self.slip.told_at) == 1

    @property
    def cause(self) -> bool | None:
        """Tell whether the first message says what was done."""
        wanted = CAUSES.get(self.slip.kind)
        return None if wanted is None else re.search(wanted, self.problems[0].message) is not None

    @property
    def alone(self) -> bool:
        """Tell whether nothing else is said."""
        return len(self.problems) == 1


def trials(
    pack: str = "base", paths: Sequence[str] = (), most: int = 0, seed: int = 1, *, seconds: bool = True
) -> Iterator[Trial]:
    """Make every slip in these files (all of the pack, if none are named), or so many of them by lot, and yield what is said."""
    bench = Bench(pack)
    luck = random.Random(seed)
    made = [(path, slip) for path in paths or sorted(bench.shelf.files) for slip in slipped(bench.shelf.files[path])]
    chosen = sorted(luck.sample(range(len(made)), most)) if 0 < most < len(made) else range(len(made))
    spots: dict[str, tuple[Slipped, ...]] = {}
    with reading_once():
        for number in chosen:
            path, slip = made[number]
            text = bench.shelf.files[path]
            problems = bench.told(path, slip.text)
            same = slip.kind not in (TWICE, TAB) and _means(slip.text) == _means(text)
            if not seconds or same or not problems:
                yield Trial(path, slip, same, problems)
                continue
            if path not in spots:
                spots[path] = tuple(_spots(bench, path))
            entries = entries_of(text)
            home = entries[slip.line - 1]
            others = [
                spot for spot in spots[path] if entries[spot.line - 1] != home and abs(spot.line - slip.line) > 1
            ]
            mates = [
                spot for spot in spots[path] if entries[spot.line - 1] == home and abs(spot.line - slip.line) > 1
            ]
            found = [_told_too(bench, path, slip, luck.choice(kind)) if kind else None for kind in (others, mates)]
            yield Trial(path, slip, same, problems, *found)


def _means(text: str) -> object:
    try:
        return yaml.load(text, _LOADER)
    except yaml.YAMLError as error:
        return error


def _spots(bench: Bench, path: str) -> Iterator[Slipped]:
    """Yield the fields of a file that can be misspelt for one message at their own line, and none besides."""
    for slip in slipped(bench.shelf.files[path]):
        if slip.kind == MISSPELT:
            said = bench.told(path, slip.text)
            if len(said) == 1 and said[0].line == slip.line and said[0].code == "unknown-key":
                yield slip


def _told_too(bench: Bench, path: str, slip: Slipped, second: Slipped) -> bool:
    line = second.line + (slip.shift if second.line > slip.line else 0)
    said = bench.told(path, both(bench.shelf.files[path], slip, second))
    return any(problem.path == path and problem.line == line and problem.code == "unknown-key" for problem in said)


@dataclass
class Row:
    """How the slips of one kind were told, in numbers."""

    made: int = 0
    same: int = 0
    loud: int = 0
    silent: int = 0
    told: int = 0
    counts: dict[str, int] = field(default_factory=dict)
    of: dict[str, int] = field(default_factory=dict)

    def add(self, trial: Trial) -> None:
        """Count one trial."""
        self.made += 1
        self.same += trial.means_the_same
        self.loud += trial.means_the_same and bool(trial.problems)
        self.silent += not trial.means_the_same and not trial.problems
        if not trial.counts:
            return
        self.told += 1
        for name, met in (("file", trial.in_file), ("at", trial.at), ("near", trial.near), ("cause", trial.cause),
                          ("alone", trial.alone), ("elsewhere", trial.elsewhere), ("beside", trial.beside)):  # fmt: skip
            if met is not None:
                self.of[name] = self.of.get(name, 0) + 1
                self.counts[name] = self.counts.get(name, 0) + met


COLUMNS = {
    "file": "file",
    "at": "line",
    "near": "next line",
    "cause": "cause",
    "alone": "alone",
    "elsewhere": "2nd elsewhere",
    "beside": "2nd beside",
}


def rows(found: Iterable[Trial]) -> dict[str, Row]:
    """Count trials by the kind of slip, and all together."""
    table = {kind: Row() for kind in (*SLIPS, "all", "all but deleted lines")}
    for trial in found:
        table[trial.slip.kind].add(trial)
        table["all"].add(trial)
        if trial.slip.kind != DELETED:
            table["all but deleted lines"].add(trial)
    return {kind: row for kind, row in table.items() if row.made}


def table(found: Mapping[str, Row]) -> str:
    """Print the table: of all slips that are told, how many hundredths are told so."""
    head = f"{'':<38}{'made':>6}{'same':>6}{'silent':>8}{'told':>6}" + "".join(
        f"{name:>15}" for name in COLUMNS.values()
    )
    lines = [head]
    for kind, row in found.items():
        cells = "".join(f"{_share(row, name):>15}" for name in COLUMNS)
        lines.append(f"{kind:<38}{row.made:>6}{row.same:>6}{row.silent:>8}{row.told:>6}{cells}")
    return "\n".join(lines)


def _share(row: Row, name: str) -> str:
    of = row.of.get(name, 0)
    return f"{row.counts[name] / of:.1%}" if of else "-"


def said(trial: Trial) -> str:
    """Print one slip and every message it earns."""
    head = f"{trial.path}:{trial.slip.told_at} ({trial.slip.kind})"
    new = trial.slip.written.split("\n")[-1] if trial.slip.kind == TWICE else trial.slip.written
    lines = [head, f"  - {trial.slip.was.strip()}" if trial.slip.kind == DELETED else f"  > {new}"]
    lines += [f"  {one.path}:{one.line}:{one.column} {one.code}: {one.message}" + (f' (did you mean "{one.suggestion}"?)' if one.suggestion else "") for one in trial.problems]  # fmt: skip
    return "\n".join([*lines, *(() if trial.problems else ("  (silence)",))])


def golden(each: int = 12, seed: int = 5) -> str:
    """Print what is said of some slips of each kind, chosen by lot."""
    bench = Bench("base")
    luck = random.Random(seed)
    made: dict[str, list[tuple[str, Slipped]]] = {}
    for path in sorted(bench.shelf.files):
        for slip in slipped(bench.shelf.files[path]):
            made.setdefault(slip.kind, []).append((path, slip))
    parts = []
    for kind in SLIPS:
        found = made.get(kind, [])
        for path, slip in luck.sample(found, min(each, len(found))):
            same = slip.kind not in (TWICE, TAB) and _means(slip.text) == _means(bench.shelf.files[path])
            parts.append(said(Trial(path, slip, same, bench.told(path, slip.text))))
    return "\n\n".join(parts) + "\n"


SHIPPED = (
    "regimes/rongcheng/regime.yaml",
    "regimes/rongcheng/encounters.yaml",
    "regimes/none/cases.yaml",
    "lives/typist/life.yaml",
    "lives/typist/cast.yaml",
    "lives/typist/feed.yaml",
    "lives/typist/endings.yaml",
    "lives/typist/scenes/opening.yaml",
    "lives/typist/scenes/crises.yaml",
)
"""Files of the shipped content, one or two of each kind."""
