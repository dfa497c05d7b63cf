"""The commands that take a pack in and give it up again."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any


def add_commands(what: Any) -> None:
    """Add these commands to the parser of `pack`."""
    add = what.add_parser("add", help="show what a pack holds, ask, and keep it with your packs")
    add.add_argument("path", type=Path, metavar="FILE", help="a zip or a folder")
    add.add_argument("--yes", action="store_true", help="do not ask")
    add.set_defaults(run=_add)
    remove = what.add_parser("remove", help="say which saves use a pack, ask, and take it away")
    remove.add_argument("id", metavar="ID")
    remove.add_argument("--saves", type=Path, default=None, metavar="FOLDER", help="where the saves are")
    remove.add_argument("--yes", action="store_true", help="do not ask")
    remove.set_defaults(run=_remove)


def _agreed(question: str, yes: bool) -> bool:
    if yes:
        return True
    print(f"{question} Type yes: ", end="", flush=True)
    typed = sys.stdin.readline()
    if not sys.stdin.isatty():
        print(typed.strip())
    return typed.strip().lower() == "yes"


def _add(options: argparse.Namespace) -> int:
    from scsgame.workshop.adding import errors_of, offered, take_in

    offer = offered(options.path)
    if not offer.shelf.files:
        print(errors_of(offer.shelf.problems), file=sys.stderr)
        print("scsgame: nothing was added.", file=sys.stderr)
        return 1
    print("\n".join(offer.lines))
    if offer.problems:
        print(errors_of(offer.problems), file=sys.stderr)
    if offer.refusal:
        print(f"scsgame: {offer.refusal}", file=sys.stderr)
        return 1
    if offer.same:
        print("It is here already, just so.")
        return 0
    question = "Add it?"
    if offer.before is not None:
        same = offer.before.version == offer.version
        question = f"Put it in the place of version {offer.before.version}{', which has the same number and other content' if same else ''}?"
    if not _agreed(question, options.yes):
        print("Nothing was added.")
        return 0
    place = take_in(offer)
    print(f"It is kept as {place.name}. To take it away: scsgame pack remove {offer.id}")
    return 0


def _remove(options: argparse.Namespace) -> int:
    from scsgame.archive import default_folder
    from scsgame.workshop.adding import give_up, installed, parting

    parted = parting(options.id, options.saves or default_folder())
    if parted is None:
        names = ", ".join(sorted(here.id for here in installed() if here.id)) or "none"
        print(f"scsgame: there is no pack of this id among those you added; there is: {names}.", file=sys.stderr)
        return 2
    if parted.here.place.is_dir():
        print(f"scsgame: {parted.here.id} is a folder, {parted.here.place.name}, which somebody may be working on; move it away by hand.", file=sys.stderr)  # fmt: skip
        return 1
    if parted.needed_by:
        print(
            f"scsgame: {' and '.join(parted.needed_by)} cannot be read without {parted.here.id}; take that away first.",
            file=sys.stderr,
        )
        return 1
    count = len(parted.saves)
    if count:
        print(
            f"{count} saved {'life was' if count == 1 else 'lives were'} played with it, and will wait until it is here again:"
        )
        for save in parted.saves:
            print(f"  {save}")
    else:
        print("No saved life was played with it.")
    if not _agreed(f"Take {parted.here.id} {parted.here.version} away?", options.yes):
        print("Nothing was taken away.")
        return 0
    give_up(parted)
    print(f"{parted.here.id} {parted.here.version} is gone. The saves are as they were.")
    return 0
