"""The options that switch parts of systems, and what they ask for."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from typing import TYPE_CHECKING

from scsgame.tongue import phrase

if TYPE_CHECKING:
    from scsgame.packs import Library
    from scsgame.session import Switched


def add_switches(parser: argparse.ArgumentParser) -> None:
    """Add the options that switch parts of systems."""
    parser.add_argument(
        "--without",
        action="append",
        default=[],
        metavar="PART",
        help=phrase(
            "usage.without",
            "with this part of the systems switched off: face_recognition; comma between several",
        ),
    )
    parser.add_argument(
        "--with",
        action="append",
        default=[],
        dest="including",
        metavar="PART",
        help=phrase("usage.with", "with this part switched on that usually is off"),
    )


def parts_of(library: Library, regimes: Sequence[str], options: argparse.Namespace) -> Switched:
    """Return which parts are switched. Raises WrongUsage where none of these regimes has such a part."""
    from scsgame.cli import WrongUsage
    from scsgame.packs.problems import nearest
    from scsgame.session import Switched

    off, on = (
        [name for part in said for name in part.split(",") if name] for said in (options.without, options.including)
    )
    known = list(dict.fromkeys(part.id for name in regimes for part in library.as_written(name).parts))
    for name in (*off, *on):
        if name not in known:
            near = nearest(name, known)
            there = ", ".join(known) or phrase("cli.no_parts", "none to switch")
            more = (
                phrase("cli.meant_part", "did you mean {near}?", near=near)
                if near
                else phrase("cli.there_is", "there is {known}.", known=there)
            )
            under = phrase("cli.and", " and ").join(regimes)
            raise WrongUsage(
                phrase("cli.no_part", '{regimes} has no part "{name}"; {more}', regimes=under, name=name, more=more)
            )
    both = [name for name in off if name in on]
    if both:
        raise WrongUsage(phrase("cli.part_both", 'the part "{part}" cannot be both on and off.', part=both[0]))
    return Switched(tuple(dict.fromkeys(off)), tuple(dict.fromkeys(on)))
