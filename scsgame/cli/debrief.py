"""The command that tells what was done to you: as text, as a page, as data, and as what a laboratory reads."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from scsgame.session import Player

Told = Callable[["Player"], str]


def add_debrief(commands: Any) -> None:
    """Add this command to the parser."""
    from scsgame.cli.lives import add_places

    told = commands.add_parser("debrief", help="what was done to you: a saved life, told")
    add_places(told)
    told.add_argument("save", nargs="?", default="", metavar="SAVE")
    told.add_argument("--json", action="store_true", help="as JSON on standard output")
    told.add_argument(
        "--html", default="", metavar="FILE", help="one page for a browser or a printer, which loads nothing"
    )
    told.set_defaults(run=_debrief)


def _debrief(options: argparse.Namespace) -> int:
    from scsgame.cli.lives import house, latest, print_sections

    place = house(options)
    player = place.resume(options.save or latest(place), write=False)
    asked = [(file, told) for file, told in ((getattr(options, name), told) for name, told in FILES.items()) if file]
    if options.json:
        print(_as_json(player))
    elif not asked:
        return print_sections(player.debrief(), as_json=False)
    return max([_write(file, told(player)) for file, told in asked], default=0)


def _write(file: str, words: str) -> int:
    """Write a file, or to standard output where the name is a dash."""
    if file == "-":
        sys.stdout.write(words)
        return 0
    try:
        Path(file).write_text(words, "utf-8", newline="")
    except OSError as error:
        print(f"scsgame: {file} could not be written: {error.strerror}.", file=sys.stderr)
        return 1
    print(f"Written: {file}", file=sys.stderr)
    return 0


def _as_json(player: Player) -> str:
    import json

    from scsgame.debrief.as_data import as_data

    return json.dumps(as_data(player.story()), ensure_ascii=False, indent=1)


def _as_html(player: Player) -> str:
    from scsgame.debrief.printed import as_html

    return as_html(player.story(), player.name)


FILES: dict[str, Told] = {"html": _as_html}
"""What can be written to a file, by the option that asks for it."""
