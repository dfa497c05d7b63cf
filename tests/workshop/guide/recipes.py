"""The cookbook's examples, taken from the page and put where they say they go."""

from __future__ import annotations

import re
from pathlib import Path

from scsgame.game.chronicle import Chronicle, begin
from scsgame.game.moment import Setup
from scsgame.game.moves import Choose, Move
from scsgame.packs import Library
from scsgame.packs.library import load
from scsgame.session.casebook import run_cases
from scsgame.terms import Chance
from scsgame.workshop.checking import check_packs
from scsgame.workshop.scaffold import Answers, files, write

PAGE = Path(__file__).resolve().parents[3] / "docs" / "authors" / "cookbook.md"
_PLACE = re.compile(
    r'# (?:a new file: (?P<new>\S+)|(?P<old>\S+), (?P<how>below the line|in place of the line|at the end)(?: "(?P<line>.+)")?)'
)


def recipes() -> dict[str, list[str]]:
    """Return the YAML blocks of every pattern, by its title."""
    parts = re.split(r"(?m)^## (?=\d+\. )", PAGE.read_text("utf-8"))[1:]
    return {part.split("\n", 1)[0]: re.findall(r"```yaml\n(.*?)```", part, re.DOTALL) for part in parts}


def cook(blocks: list[str], folder: Path) -> Path:
    """Make the pack that `pack new` makes, and put these blocks into it."""
    write(folder, files(Answers()))
    for block in blocks:
        head, body = block.split("\n", 1)
        found = _PLACE.fullmatch(head)
        assert found, f"a block says in its first line where it goes: {head}"
        if found["new"]:
            place = folder / found["new"]
            assert not place.exists(), place
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_text(body, "utf-8")
            continue
        place = folder / found["old"]
        text = place.read_text("utf-8")
        if found["how"] == "at the end":
            place.write_text(text + body, "utf-8")
            continue
        lines = text.split("\n")
        bare = [line.split(" #")[0].strip() for line in lines]
        at = [number for number, line in enumerate(bare) if line == found["line"]]
        at = at or [number for number, line in enumerate(bare) if line.startswith(found["line"])]
        assert len(at) == 1, f"{found['line']} stands in {place.name} {len(at)} times"
        keep = [lines[at[0]]] if found["how"] == "below the line" else []
        lines[at[0] : at[0] + 1] = [*keep, *body.rstrip("\n").split("\n")]
        place.write_text("\n".join(lines), "utf-8")
    return folder


class Dish:
    """A pack with one pattern in it, to be checked and played."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.library: Library = load([folder])

    def findings(self) -> list[str]:
        """Return what every layer of `pack check` says about this pack, and not about the game's own content."""
        told = [str(finding) for finding in check_packs([self.folder]).findings]
        return [line for line in told if line.startswith(self.folder.as_posix())]

    def broken(self, regime: str) -> list[str]:
        """Return what comes out otherwise than the cases say."""
        verdicts = run_cases(self.library, [regime])
        assert len(verdicts) >= 1
        return [
            line for verdict in verdicts for line in (verdict.case.name, *verdict.differences) if verdict.differences
        ]

    def live(self, seed: object, takes: dict[str, str] | None = None, regime: str = "house-points") -> Chronicle:
        """Live the house points' two weeks, taking these choices by scene and else any that is open."""
        house = self.library
        setup = Setup(house.lives["house-points"], (house.regimes[regime],), house.vocabulary, f"{seed}")
        life = begin(setup)
        while not life.over:
            life = life.then(carry_on(life, takes or {}))
        return life

    def lives(
        self, takes: dict[str, str] | None = None, regime: str = "house-points", count: int = 40
    ) -> list[Chronicle]:
        """Live that many lives, each with a seed of its own."""
        return [self.live(seed, takes, regime) for seed in range(count)]


def carry_on(life: Chronicle, takes: dict[str, str]) -> Move:
    """Return the next choice: the one wanted for this scene, or any that is open."""
    moment = life.moment
    assert moment.table is not None
    open_ = [offer.choice.id for offer in moment.offers if offer.open]
    scene = moment.table.scene.id
    wanted = takes.get(scene)
    luck = Chance(moment.setup.seed).pick(open_, "cookbook", len(life.turns))
    return Choose(scene, wanted if wanted in open_ else luck)


def scenes(life: Chronicle) -> list[str]:
    """Return the scenes that came, in order."""
    return [turn.move.scene for turn in life.turns if isinstance(turn.move, Choose)]
