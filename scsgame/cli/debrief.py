"""The command that tells what was done to you: as text, as a page, as data, and as what a laboratory reads."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from scsgame.tongue import phrase

if TYPE_CHECKING:
    from scsgame.session import House, Player

Told = Callable[["Player"], str]


def add_debrief(commands: Any) -> None:
    """Add this command to the parser."""
    from scsgame.cli.lives import add_places

    told = commands.add_parser("debrief", help=phrase("usage.debrief", "what was done to you: a saved life, told"))
    add_places(told)
    told.add_argument("save", nargs="?", default="", metavar="SAVE")
    told.add_argument("--json", action="store_true", help=phrase("usage.debrief.json", "as JSON on standard output"))
    told.add_argument(
        "--html",
        default="",
        metavar="FILE",
        help=phrase(
            "usage.debrief.html",
            "one page for a browser or a printer, which loads nothing; - is standard output, here as below",
        ),
    )
    told.add_argument(
        "--csv",
        default="",
        metavar="FILE",
        help=phrase("usage.debrief.csv", "one long table, a row for each decision, way, look and consequence"),
    )
    told.add_argument(
        "--csv-dictionary",
        default="",
        metavar="FILE",
        help=phrase("usage.debrief.csv_dictionary", "what each column of that table means"),
    )
    told.add_argument(
        "--okl", default="", metavar="FILE", help=phrase("usage.debrief.okl", "the open operant log (OKL v1)")
    )
    told.add_argument(
        "--medpc",
        default="",
        metavar="FILE",
        help=phrase("usage.debrief.medpc", "lines of time and code, with the codes at the head"),
    )
    told.add_argument(
        "--medpc-file",
        default="",
        metavar="FILE",
        help=phrase("usage.debrief.medpc_file", "the same as a MED-PC data file, its events in the array W"),
    )
    told.add_argument(
        "--notation",
        default="",
        metavar="FILE",
        help=phrase("usage.debrief.notation", "the life's systems as contingency notation"),
    )
    told.add_argument(
        "--record",
        nargs="?",
        const="",
        metavar="ACT",
        help=phrase("usage.debrief.record", "the cumulative record of an act; without one, which there are"),
    )
    told.add_argument(
        "--beside",
        default="",
        metavar="SAVE",
        help=phrase("usage.debrief.beside", "another life on the same sheet, with --record"),
    )
    told.add_argument(
        "--by-day",
        action="store_true",
        help=phrase("usage.debrief.by_day", "the record by days and not by opportunities"),
    )
    told.add_argument(
        "--svg",
        default="",
        metavar="FILE",
        help=phrase("usage.debrief.svg", "the record as a drawing, with --record"),
    )
    told.set_defaults(run=_debrief)


def _debrief(options: argparse.Namespace) -> int:
    from scsgame.cli.lives import house, latest, print_sections

    place = house(options)
    player = place.resume(options.save or latest(place), write=False)
    asked = [(file, told) for file, told in ((getattr(options, name), told) for name, told in FILES.items()) if file]
    from scsgame.session.player import withheld

    wanted = options.record is not None or any(options.__dict__[name] for name in LIFE)
    if wanted and not player.chronicle.over and withheld(player.chronicle):
        print(
            phrase(
                "cli.data_waits",
                "scsgame: something is withheld in this life, so its data can be written when it is over.",
            ),
            file=sys.stderr,
        )
        return 1
    if options.record is not None:
        return _record(options, place, player)
    if options.beside or options.by_day or options.svg:
        from scsgame.cli import WrongUsage

        raise WrongUsage(phrase("cli.belong_to_record", "--beside, --by-day and --svg belong to --record."))
    if options.json:
        print(_as_json(player))
    elif not asked:
        return print_sections(player.debrief(), as_json=False)
    return max([write(file, told(player)) for file, told in asked], default=0)


def _record(options: argparse.Namespace, place: House, player: Player) -> int:
    """Print or draw the cumulative record of one act, alone or beside another life; without an act, list those there are."""
    from scsgame.debrief.cumulative.drawing import svg
    from scsgame.debrief.cumulative.lines import drawn, legend

    story = player.story()
    if not options.record:
        print("\n".join(f"{name:<28}{title}" for name, title in story.classes))
        return 0
    other = place.resume(options.beside, write=False) if options.beside else None
    names = [player.name, other.name] if other else [phrase("who.you", "you", story.language)]
    try:
        sheet, figures = story.record(
            options.record, "day" if options.by_day else "opportunity", names, other.story() if other else None
        )
    except ValueError as refusal:
        print(
            phrase("cli.no_record", "scsgame: {refusal}; --record alone lists what there is.", refusal=refusal),
            file=sys.stderr,
        )
        return 1
    if options.svg:
        return write(options.svg, svg(sheet.records, story.language))
    plain = not (sys.stdout.encoding or "").lower().startswith("utf")
    lines = [*drawn(sheet.records, 76, 14, plain=plain), *legend(sheet.records, story.language, plain=plain)[:-1]]
    print("\n".join([sheet.title, "", *lines, "", *figures.says]))
    for limit in figures.cannot:
        print(phrase("finding.cannot", "What this cannot show: {limit}", story.language, limit=limit))
    return 0


def write(file: str, words: str) -> int:
    """Write a file, or to standard output where the name is a dash."""
    if file == "-":
        sys.stdout.write(words)
        return 0
    try:
        Path(file).write_text(words, "utf-8", newline="")
    except OSError as error:
        print(
            phrase("cli.not_written", "scsgame: {file} could not be written: {why}.", file=file, why=error.strerror),
            file=sys.stderr,
        )
        return 1
    print(phrase("cli.written", "Written: {file}", file=file), file=sys.stderr)
    return 0


def _as_json(player: Player) -> str:
    import json

    from scsgame.debrief.as_data import as_data

    return json.dumps(as_data(player.story()), ensure_ascii=False, indent=1)


def _as_html(player: Player) -> str:
    from scsgame.debrief.printed import as_html

    return as_html(player.story(), player.name)


def _as_csv(player: Player) -> str:
    from scsgame.debrief.exports.table import long_table
    from scsgame.debrief.log import Log

    return long_table(Log(player.chronicle))


def _columns(player: Player) -> str:
    from scsgame.debrief.exports.table import dictionary

    return dictionary(player.language)


def _as_okl(player: Player) -> str:
    from scsgame.debrief.exports.operant import okl
    from scsgame.debrief.log import Log

    return okl(Log(player.chronicle))


def _as_codes(player: Player) -> str:
    from scsgame.debrief.exports.codes import event_codes
    from scsgame.debrief.log import Log

    return event_codes(Log(player.chronicle))


def _as_data_file(player: Player) -> str:
    from scsgame.debrief.exports.codes import data_file
    from scsgame.debrief.log import Log

    return data_file(Log(player.chronicle))


def _as_notation(player: Player) -> str:
    from scsgame.debrief.contingencies.notation import notation

    setup = player.chronicle.setup
    return "\n".join(notation(regime, setup.vocabulary, player.language) for regime in setup.regimes)


FILES: dict[str, Told] = {
    "html": _as_html,
    "csv": _as_csv,
    "csv_dictionary": _columns,
    "okl": _as_okl,
    "medpc": _as_codes,
    "medpc_file": _as_data_file,
    "notation": _as_notation,
}
"""What can be written to a file, by the option that asks for it."""

LIFE = ("csv", "okl", "medpc", "medpc_file", "notation")
"""Those that tell what a life may be keeping from its player; the page waits by itself, and columns are no secret."""
