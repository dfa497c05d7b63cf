"""The commands about saves: list, check, export, delete, rescue."""

from __future__ import annotations

import argparse
import sys
from typing import Any

from scsgame.cli.language import yes
from scsgame.cli.lives import add_places, house
from scsgame.tongue import Phrase, phrase

STATES = {
    "whole": Phrase("saves.whole", "whole"), "torn": Phrase("saves.torn", "torn"), "damaged": Phrase("saves.damaged", "damaged"),
    "newer": Phrase("saves.newer", "newer"), "foreign": Phrase("saves.foreign", "foreign"),
}  # fmt: skip


def add_commands(commands: Any) -> None:
    """Add these commands to the parser."""
    saves = commands.add_parser("saves", help=phrase("usage.saves", "the saved lives: list, check, export, delete"))
    what = saves.add_subparsers(metavar="WHAT", required=True)
    listed = what.add_parser("list", help=phrase("usage.saves.list", "which there are, and where"))
    add_places(listed)
    listed.add_argument("--json", action="store_true")
    listed.set_defaults(run=_list)
    check = what.add_parser(
        "check", help=phrase("usage.saves.check", "read them to the last line and say how each stands")
    )
    add_places(check)
    check.add_argument("save", nargs="?", default=None, metavar="SAVE")
    check.add_argument(
        "--json",
        action="store_true",
        help=phrase("usage.saves.check.json", "one object a line; `committed` is the number of moves on the disk"),
    )
    check.set_defaults(run=_check)
    export = what.add_parser(
        "export", help=phrase("usage.saves.export", "print the whole life as JSON, lived again from its choices")
    )
    add_places(export)
    export.add_argument("save", metavar="SAVE")
    export.add_argument(
        "--moves", action="store_true", help=phrase("usage.saves.export.moves", "only what the save itself holds")
    )
    export.add_argument(
        "--all",
        action="store_true",
        help=phrase("usage.saves.export.all", "also what a life that goes on still keeps from its player"),
    )
    export.set_defaults(run=_export)
    delete = what.add_parser("delete", help=phrase("usage.saves.delete", "take a save away for good"))
    add_places(delete)
    delete.add_argument("save", metavar="SAVE")
    delete.add_argument("--yes", action="store_true", help=phrase("usage.saves.delete.yes", "do not ask"))
    delete.set_defaults(run=_delete)
    rescue = what.add_parser(
        "rescue",
        help=phrase("usage.saves.rescue", "begin a new save with the choices that are whole in a damaged one"),
    )
    add_places(rescue)
    rescue.add_argument("save", metavar="SAVE")
    rescue.set_defaults(run=_rescue)


def _list(options: argparse.Namespace) -> int:
    from scsgame.session import Switched

    place = house(options)
    entries = place.shelf.list()
    if options.json:
        return _as_lines(entries)
    print(
        phrase("saves.count", "{count} saved {count|life|lives} in {folder}", count=len(entries), folder=place.folder)
    )
    for entry in entries:
        under = ", ".join(entry.regimes) or phrase("saves.nobody", "nobody")
        if entry.header is not None:
            under += Switched(entry.header.off, entry.header.on).said()
        whose = phrase("saves.one", "{name}: {life} under {under}. {sentence}", name=entry.name, life=entry.life, under=under,
                       sentence=entry.sentence)  # fmt: skip
        print(f"  {entry.file}\n    {whose}")
    return 0


def _as_lines(entries: Any) -> int:
    import json

    for entry in entries:
        value = {
            "file": entry.file,
            "name": entry.name,
            "life": entry.life,
            "regimes": list(entry.regimes),
            "committed": entry.moves,
            "day": entry.day,
            "state": entry.state,
            "sentence": entry.sentence,
        }
        print(json.dumps(value, ensure_ascii=False))
    return 0 if all(entry.state in ("whole", "torn") for entry in entries) else 1


def _check(options: argparse.Namespace) -> int:
    entries = house(options).shelf.check(options.save)
    if options.json:
        return _as_lines(entries)
    for entry in entries:
        print(phrase("saves.checked", "{file}: {state}. {sentence}", file=entry.file, sentence=entry.sentence,
                     state=STATES[entry.state].read() if entry.state in STATES else entry.state))  # fmt: skip
    return 0 if all(entry.state in ("whole", "torn") for entry in entries) else 1


def _export(options: argparse.Namespace) -> int:
    place = house(options)
    if options.moves:
        print(place.shelf.export_text(options.save), end="")
        return 0
    from scsgame.session.player import withheld
    from scsgame.session.telling import told_as_text

    chronicle = place.resume(options.save, write=False).chronicle
    if not options.all and not chronicle.over and withheld(chronicle):
        print(
            phrase(
                "saves.waits",
                "scsgame: something is withheld in this life, so the whole of it is printed when it is over; --moves prints "
                "what was chosen, --all everything.",
            ),
            file=sys.stderr,
        )
        return 1
    print(told_as_text(chronicle), end="")
    return 0


def _delete(options: argparse.Namespace) -> int:
    place = house(options)
    file = place.shelf.find(options.save)
    if not options.yes:
        print(phrase("saves.delete", "Delete {file} for good? Type yes: ", file=file), end="", flush=True)
        if sys.stdin.readline().strip().lower() not in yes():
            print(phrase("saves.kept", "Nothing was deleted."))
            return 0
    place.shelf.delete(file)
    print(phrase("saves.gone", "{file} is gone.", file=file))
    return 0


def _rescue(options: argparse.Namespace) -> int:
    with house(options).shelf.rescue(options.save) as journal:
        print(phrase("saves.rescued", "{count} moves were whole; they are now in {file}. The damaged file is as it was.",
                     count=len(journal.moves), file=journal.path.name))  # fmt: skip
    return 0
