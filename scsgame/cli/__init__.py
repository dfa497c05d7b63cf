"""The front door. Heavy imports happen behind the command that needs them."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from contextlib import suppress

from scsgame import __version__

WELL, TROUBLE, WRONG_USAGE = 0, 1, 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Run scsgame: 0 well, 1 the content or a save has problems, 2 wrong usage."""
    for stream in (sys.stdout, sys.stderr):
        with suppress(AttributeError, ValueError):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]
    given = list(sys.argv[1:] if arguments is None else arguments)
    if given in (["--version"], ["-V"]):
        print(f"scsgame {__version__}")
        return WELL
    try:
        return _run(parser().parse_args(given or ["title"]))
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        with suppress(OSError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return WELL


def _run(options: argparse.Namespace) -> int:
    from scsgame.archive import SaveError

    try:
        run: int = options.run(options)
    except SaveError as refusal:
        print(f"scsgame: {refusal}", file=sys.stderr)
        return TROUBLE
    except Exception as error:
        from scsgame.packs import PackError, report

        if not isinstance(error, PackError):
            raise
        print(report(error.problems), file=sys.stderr)
        return TROUBLE
    return run


def parser() -> argparse.ArgumentParser:
    """Return the commands, each with the function that runs it."""
    from scsgame.cli import dev, lives, packs

    top = argparse.ArgumentParser(
        prog="scsgame",
        description="Live daily life under a credit-score system, then see what it did to you.",
        epilog="Without a command, the game opens. Exit status: 0 well, 1 the content or a save has problems, 2 wrong usage.",
    )
    top.add_argument("-V", "--version", action="version", version=f"scsgame {__version__}")
    commands = top.add_subparsers(metavar="COMMAND", required=True)
    lives.add_commands(commands)
    packs.add_commands(commands)
    dev.add_commands(commands)
    return top
