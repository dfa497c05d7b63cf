"""The command that counts what is in a pack."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from scsgame.cli import WrongUsage
from scsgame.tongue import phrase


def add_commands(what: Any) -> None:
    """Add this command to the parser of `pack`."""
    stats = what.add_parser(
        "stats", help=phrase("usage.stats", "words, scenes, reading time, acts never used, and the budget of a life")
    )
    stats.add_argument(
        "path",
        nargs="?",
        type=Path,
        metavar="PATH",
        help=phrase("usage.stats.path", "a pack (left out: the one you stand in, or the game's own)"),
    )
    which = stats.add_mutually_exclusive_group()
    which.add_argument("--life", default="", metavar="NAME", help=phrase("usage.stats.life", "only this life"))
    which.add_argument("--regime", default="", metavar="NAME", help=phrase("usage.stats.regime", "only this regime"))
    stats.add_argument("--json", action="store_true", help=phrase("usage.stats.json", "print JSON"))
    stats.set_defaults(run=_stats)


def _stats(options: argparse.Namespace) -> int:
    from scsgame.workshop.handbook_subject import SubjectError, subject
    from scsgame.workshop.stats_text import as_json, as_text

    try:
        about = subject(options.path, options.life, options.regime)
    except SubjectError as refusal:
        raise WrongUsage(str(refusal)) from None
    print(as_json(about) if options.json else as_text(about).rstrip("\n"))
    return 0
