"""The command that opens the atlas: every system of the sources, what is known of it, and where it is played."""

from __future__ import annotations

import argparse
import sys
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from scsgame.cli.lives import add_places, house
from scsgame.tongue import phrase

if TYPE_CHECKING:
    from scsgame.session.atlas import Atlas, Line


def add_commands(commands: Any) -> None:
    """Add this command to the parser."""
    shown = commands.add_parser(
        "atlas",
        help=phrase("usage.atlas", "every system of the sources: what is known, is it real, where is it played"),
    )
    add_places(shown)
    shown.add_argument(
        "system",
        nargs="?",
        default="",
        metavar="SYSTEM",
        help=phrase(
            "usage.atlas.system", "one system, by its key or by the regime that plays it (left out: the timeline)"
        ),
    )
    shown.add_argument(
        "--region",
        choices=("china", "west", "world", "fiction"),
        default="",
        help=phrase("usage.atlas.region", "only systems of this region"),
    )
    shown.add_argument(
        "--does",
        choices=("watched", "filed", "listed", "scored", "rated", "ranked", "collective", "taught", "none"),
        default="",
        help=phrase("usage.atlas.does", "only systems in which people are this"),
    )
    shown.add_argument(
        "--real",
        choices=("documented", "reported", "contested", "fictional"),
        default="",
        help=phrase("usage.atlas.real", "only systems so well known"),
    )
    shown.add_argument(
        "--json",
        action="store_true",
        help=phrase("usage.atlas.json", "as JSON, each system with everything that is known of it"),
    )
    shown.set_defaults(run=_atlas)


def _atlas(options: argparse.Namespace) -> int:
    from scsgame.session.atlas import Sieve

    atlas = house(options).atlas()
    if options.system:
        return _one(atlas, options.system, options.json)
    lines = atlas.lines(Sieve(options.region, options.does, options.real))
    if options.json:
        _print_json([_as_data(atlas, line) for line in lines])
        return 0
    import shutil

    from scsgame.plain.atlas import timeline_lines

    for text in timeline_lines(lines, max(60, min(160, shutil.get_terminal_size((110, 24)).columns))):
        print(text)
    return 0


def _one(atlas: Atlas, name: str, as_json: bool) -> int:
    from scsgame.cli import WRONG_USAGE
    from scsgame.plain.atlas import card_lines

    key = atlas.of(name)
    if not key:
        near = atlas.nearest(name)
        hint = phrase("cli.meant", ' Did you mean "{near}"?', near=near) if near else ""
        print(phrase("cli.no_system", 'scsgame: the atlas has no system "{name}".{hint} `scsgame atlas` lists them all.',
                     name=name, hint=hint), file=sys.stderr)  # fmt: skip
        return WRONG_USAGE
    card = atlas.card(key)
    if as_json:
        _print_json(_as_data(atlas, card.line))
        return 0
    for text in card_lines(card):
        print(text)
    return 0


def _as_data(atlas: Atlas, line: Line) -> dict[str, Any]:
    """Return one system as data: its line, then its card; facts as objects with source and status."""
    card = atlas.card(line.id)
    data: dict[str, Any] = {**line._asdict(), "years": line.years}
    data |= {name: value for name, value in asdict(card).items() if name != "line"}
    for name in ("known", "since"):
        data[name] = [known._asdict() for known in getattr(card, name)]
    data["plays"] = [play._asdict() for play in card.plays]
    data["guides"] = [
        page._asdict()
        | {
            "disputed": [
                {"text": text, "facts": [known._asdict() for known in facts]} for text, facts in page.disputed
            ]
        }
        for page in card.guides
    ]
    data["see"] = [key for key, _ in card.see]
    return data


def _print_json(data: Any) -> None:
    import json

    print(json.dumps(data, ensure_ascii=False, indent=1))
