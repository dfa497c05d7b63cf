"""How often a hidden schedule is named, rightly or wrongly, by what one player's record can carry.

    python scripts/name_schedules.py                   the table of 500 simulated players for each cell
    python scripts/name_schedules.py --players 2000    steadier figures
    python scripts/name_schedules.py --lived 40        beside it: so many lives of 200 choices in the game itself, under a hidden
                                                       random ratio

A simulated player responds in bouts: for 3 to 8 opportunities seldom (a chance of .2) or often (.8), as a coin says, then again. The
specification says "responding .2-.8 in bouts" and no more; chances drawn evenly between .2 and .8 lose .07 of the VR cells at 200 choices
and keep the rest. The
schedule has the value 3; a fixed one breaks its own rule at 2 responses in a hundred, as the classifier assumes. The choices of a session
are shared by 2, 4 or 6 response classes, so that 60 choices with 4 classes leave 15 opportunities for each. Beside our figures stand
those of the specification, which came from another simulation with the same assumptions as far as it states them.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from scsgame.debrief.statistics.schedule import LAPSE, Chance, Met, fleshler_hoffman, met  # noqa: E402

VALUE = 3
BOUTS = (0.2, 0.8)
"""How likely a response is in a bout of few and in a bout of many."""

KINDS: Mapping[str, str] = {"FR": "FR", "FI": "FI", "VR": "VR", "RR": "VR", "VI": "VI", "RI": "VI"}
"""Each hidden schedule, and the name that is right for it: variable and random ones cannot be told apart."""

SPECIFIED: Mapping[tuple[int, int], Mapping[str, tuple[float, float]]] = {
    (60, 2): {"FR": (0.84, 0.16), "FI": (0.92, 0.08), "RR": (0.18, 0.79), "RI": (0.21, 0.76)},
    (60, 4): {"FR": (0.26, 0.74), "FI": (0.57, 0.43), "RR": (0.03, 0.96), "RI": (0.00, 0.97)},
    (120, 2): {"FR": (1.00, 0.00), "FI": (1.00, 0.00), "RR": (0.49, 0.49), "RI": (0.63, 0.35)},
    (200, 2): {"FR": (1.00, 0.00), "FI": (1.00, 0.00), "RR": (0.75, 0.22), "RI": (0.82, 0.17)},
    (200, 6): {"FR": (0.89, 0.11), "FI": (0.94, 0.06), "RR": (0.22, 0.76), "RI": (0.25, 0.71)},
}
"""The share named rightly and the share undecided, by choices and response classes, as the specification prints them."""


def responses(count: int, luck: random.Random) -> Iterator[bool]:
    """Yield whether a player who responds in bouts responds, opportunity by opportunity."""
    left, likely = 0, 0.0
    for _ in range(count):
        if not left:
            left, likely = 3 + int(6 * luck.random()), BOUTS[luck.random() < 0.5]
        left -= 1
        yield luck.random() < likely


def play(kind: str, count: int, seed: str) -> Met:
    """Return what is made of one player's record under a hidden schedule."""
    luck = random.Random(seed)
    values: list[float] = []

    def need() -> int:
        if kind not in {"VR", "VI"}:
            return VALUE
        if not values:
            values.extend(sorted(fleshler_hoffman(VALUE), key=lambda _: luck.random()))
        return max(1, round(values.pop()))

    record = []
    done, since, armed, wanted = 0, 0, False, need()
    for at, responded in enumerate(responses(count, luck), 1):
        armed = armed or luck.random() < 1 / VALUE
        followed = False
        if responded:
            done += 1
            held = {"FR": done >= wanted, "VR": done >= wanted, "FI": at - since >= wanted, "VI": at - since >= wanted,
                    "RR": luck.random() < 1 / VALUE, "RI": armed}[kind]  # fmt: skip
            followed = held != (kind in {"FR", "FI"} and luck.random() < LAPSE)
            if followed:
                done, since, armed, wanted = 0, at, False, need()
        record.append(Chance(at, responded, followed))
    return met(record)


def rates(kind: str, choices: int, classes: int, players: int) -> tuple[float, float, float]:
    """Return how often a hidden schedule is named rightly, left undecided, and named wrongly."""
    found = Counter(
        play(kind, choices // classes, f"{kind} {choices} {classes} {seed}").verdict for seed in range(players)
    )
    right, undecided = found[KINDS[kind]], found["undecided"]
    return right / players, undecided / players, (players - right - undecided) / players


def lived(lives: int, choices: int = 200) -> Counter[str]:
    """Return the verdicts on lives in the game, under an observer who reports one act in three."""
    from scenario import choice, life, live, regime, rule, scene, watches

    from scsgame.debrief.contingencies.met import chances
    from scsgame.debrief.log import Log

    crossing = scene("crossing", choice("helps", ["helps"]), choice("passes", ["waits"]), cooldown=1, kind="beat")
    somebody = life(crossing, weeks=choices // 7 + 2)
    town = regime(
        watches("helps", reliability=1 / VALUE),
        rule("help", act="helps", points=1),
        told={"score": "hidden", "rules": "untold"},
    )
    found: Counter[str] = Counter()
    for seed in range(lives):
        luck = random.Random(f"lived {seed}")
        story = live(town, of=somebody, seed=f"lived {seed}")
        for responded in responses(choices, luck):
            story = story.takes("helps" if responded else "passes")
        found[met(chances(Log(story.chronicle), "town", "help")).verdict] += 1
    return found


def main() -> int:
    """Print the table."""
    asked = argparse.ArgumentParser(description="How often a hidden schedule is named, rightly or wrongly.")
    asked.add_argument(
        "--players", type=int, default=500, metavar="N", help="simulated players for each cell (default 500)"
    )
    asked.add_argument("--lived", type=int, default=0, metavar="N", help="lives of 200 choices in the game itself")
    options = asked.parse_args()
    print(
        f"value {VALUE}; {options.players} players a cell; right / undecided / wrong; below: the specification's right / undecided"
    )
    print(f"{'choices, classes':18}" + "".join(f"{kind:>17}" for kind in KINDS))
    worst = 0.0
    for (choices, classes), specified in SPECIFIED.items():
        found = {kind: rates(kind, choices, classes, options.players) for kind in KINDS}
        worst = max([worst, *(wrong for _, _, wrong in found.values())])
        print(
            f"{f'{choices}, {classes}':18}"
            + "".join(
                f"{right:7.2f}/{undecided:.2f}/{wrong:.2f}"[:17].rjust(17)
                for right, undecided, wrong in found.values()
            )
        )
        print(
            f"{'':18}"
            + "".join(
                f"{'{:.2f}/{:.2f}'.format(*specified[kind]) if kind in specified else '':>17}" for kind in KINDS
            )
        )
    print(f"named wrongly at the most: {worst:.2f}")
    if options.lived:
        verdicts = lived(options.lived)
        said = ", ".join(f"{name} {count}" for name, count in verdicts.most_common())
        print(f"{options.lived} lives of 200 choices in the game, each act reported with chance 1/{VALUE}: {said}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
