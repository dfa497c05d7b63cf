"""The commands that take a pack in and give it up again."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any

from scsgame.cli.language import yes
from scsgame.tongue import phrase


def add_commands(what: Any) -> None:
    """Add these commands to the parser of `pack`."""
    add = what.add_parser("add", help=phrase("usage.add", "show what a pack holds, ask, and keep it with your packs"))
    add.add_argument("path", type=Path, metavar="FILE", help=phrase("usage.add.path", "a zip or a folder"))
    add.add_argument("--yes", action="store_true", help=phrase("usage.add.yes", "do not ask"))
    add.set_defaults(run=_add)
    remove = what.add_parser(
        "remove", help=phrase("usage.remove", "say which saves use a pack, ask, and take it away")
    )
    remove.add_argument("id", metavar="ID")
    remove.add_argument(
        "--saves", type=Path, default=None, metavar="FOLDER", help=phrase("usage.remove.saves", "where the saves are")
    )
    remove.add_argument("--yes", action="store_true", help=phrase("usage.remove.yes", "do not ask"))
    remove.set_defaults(run=_remove)


def _agreed(question: str, sure: bool) -> bool:
    if sure:
        return True
    print(phrase("add.agree", "{question} Type yes: ", question=question), end="", flush=True)
    typed = sys.stdin.readline()
    if not sys.stdin.isatty():
        print(typed.strip())
    return typed.strip().lower() in yes()


def _add(options: argparse.Namespace) -> int:
    from scsgame.workshop.adding import errors_of, offered, take_in

    offer = offered(options.path)
    if not offer.shelf.files:
        print(errors_of(offer.shelf.problems), file=sys.stderr)
        print(phrase("add.nothing", "scsgame: nothing was added."), file=sys.stderr)
        return 1
    print("\n".join(offer.lines))
    if offer.problems:
        print(errors_of(offer.problems), file=sys.stderr)
    if offer.refusal:
        print(f"scsgame: {offer.refusal}", file=sys.stderr)
        return 1
    if offer.same:
        print(phrase("add.same", "It is here already, just so."))
        return 0
    question = phrase("add.add_it", "Add it?")
    if offer.before is not None:
        same = offer.before.version == offer.version
        question = (
            phrase(
                "add.replace_same",
                "Put it in the place of version {version}, which has the same number and other content?",
                version=offer.before.version,
            )
            if same
            else phrase("add.replace", "Put it in the place of version {version}?", version=offer.before.version)
        )
    if not _agreed(question, options.yes):
        print(phrase("add.none_added", "Nothing was added."))
        return 0
    place = take_in(offer)
    print(
        phrase(
            "add.kept",
            "It is kept as {name}. To take it away: {command}",
            name=place.name,
            command=f"scsgame pack remove {offer.id}",
        )
    )
    return 0


def _remove(options: argparse.Namespace) -> int:
    from scsgame.archive import default_folder
    from scsgame.workshop.adding import give_up, installed, parting

    parted = parting(options.id, options.saves or default_folder())
    if parted is None:
        names = ", ".join(sorted(here.id for here in installed() if here.id)) or phrase("add.none", "none")
        print(
            phrase(
                "add.no_such_pack",
                "scsgame: there is no pack of this id among those you added; there is: {names}.",
                names=names,
            ),
            file=sys.stderr,
        )
        return 2
    if parted.here.place.is_dir():
        print(phrase("add.a_folder", "scsgame: {pack} is a folder, {folder}, which somebody may be working on; move it away by hand.",
                     pack=parted.here.id, folder=parted.here.place.name), file=sys.stderr)  # fmt: skip
        return 1
    if parted.needed_by:
        print(
            phrase(
                "add.needed",
                "scsgame: {others} cannot be read without {pack}; take that away first.",
                others=phrase("cli.and", " and ").join(parted.needed_by),
                pack=parted.here.id,
            ),
            file=sys.stderr,
        )
        return 1
    count = len(parted.saves)
    if count:
        print(
            phrase(
                "add.saves",
                "{count} saved {count|life was|lives were} played with it, and will wait until it is here again:",
                count=count,
            )
        )
        for save in parted.saves:
            print(f"  {save}")
    else:
        print(phrase("add.no_saves", "No saved life was played with it."))
    if not _agreed(
        phrase("add.take_away", "Take {pack} {version} away?", pack=parted.here.id, version=parted.here.version),
        options.yes,
    ):
        print(phrase("add.none_taken", "Nothing was taken away."))
        return 0
    give_up(parted)
    print(
        phrase(
            "add.gone",
            "{pack} {version} is gone. The saves are as they were.",
            pack=parted.here.id,
            version=parted.here.version,
        )
    )
    return 0
