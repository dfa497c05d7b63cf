"""The command `rescore`: one life, judged by every other system of its age, in one table and one picture."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from scsgame.tongue import phrase

if TYPE_CHECKING:
    from scsgame.debrief.pictures.picture import Lanes


def add_rescore(commands: Any) -> None:
    """Add the command to the parser."""
    from scsgame.cli.lives import add_places
    from scsgame.cli.switches import add_switches

    again = commands.add_parser("rescore", help=phrase("usage.rescore", "the same life, judged by other systems"))
    add_places(again)
    again.add_argument("save", nargs="?", default="", metavar="SAVE")
    again.add_argument(
        "--regime",
        action="append",
        metavar="NAME",
        help=phrase(
            "usage.rescore.regime",
            "only by this one (default: by all of its age in one table, by the others in a second)",
        ),
    )
    add_switches(again)
    again.add_argument("--json", action="store_true", help=phrase("usage.rescore.json", "as JSON"))
    again.add_argument(
        "--svg",
        default="",
        metavar="FILE",
        help=phrase("usage.rescore.svg", "the picture as SVG, or to standard output: -"),
    )
    again.set_defaults(run=_rescore)


def _rescore(options: argparse.Namespace) -> int:
    from scsgame.cli.lives import columns, house, latest, print_sections
    from scsgame.cli.switches import parts_of
    from scsgame.packs.problems import nothing_called

    place = house(options)
    names = [name for part in options.regime or [] for name in part.split(",")]
    unknown = [name for name in names if name not in place.library.regimes]
    if unknown:
        print(f"scsgame: {nothing_called('regime', unknown[0], place.library.regimes)}", file=sys.stderr)
        return 2
    parts = parts_of(place.library, names or list(place.library.regimes), options)
    found = place.rescored(options.save or latest(place), names, parts)
    if options.svg and found.waits:
        print(
            phrase(
                "cli.judged_later",
                "scsgame: something is withheld in this life, so it is judged again when it is over.",
            ),
            file=sys.stderr,
        )
        return 1
    if options.svg:
        return _svg(found.picture, options.svg)
    if options.json:
        return print_sections(found.sections, as_json=True)
    print_sections(found.sections[:1], as_json=False)
    if found.picture is not None:
        print(*_drawn(found.picture, columns()), sep="\n")
    return print_sections(found.sections[1:], as_json=False)


def _svg(picture: Lanes | None, file: str) -> int:
    from scsgame.cli.debrief import write
    from scsgame.debrief.pictures.drawing import svg
    from scsgame.tongue import spoken

    if picture is None:
        print(
            phrase(
                "cli.nothing_to_draw", "scsgame: no system heard anything of this life, so there is nothing to draw."
            ),
            file=sys.stderr,
        )
        return 1
    return write(file, svg(picture, spoken()) + "\n")


def _drawn(picture: Lanes, width: int) -> Iterator[str]:
    """Yield the picture in characters."""
    from scsgame.tongue import spoken
    from scsgame.ui.paper.look import Look
    from scsgame.ui.paper.picture import Drawing

    yield f"\n== {picture.title} =="
    for line in Drawing(picture).lines(width, Look(language=spoken()), chosen=False):
        yield "".join(run.text for run in line).rstrip()
