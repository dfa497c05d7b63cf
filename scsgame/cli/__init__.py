"""The front door. Heavy imports happen behind the command that needs them."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from importlib import import_module

from scsgame import __version__

WELL, TROUBLE, WRONG_USAGE = 0, 1, 2


class WrongUsage(Exception):
    """What was asked for is not there; `str()` of it is a sentence."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run scsgame: 0 well, 1 the content or a save has problems, 2 wrong usage."""
    _open_streams()
    given = list(sys.argv[1:] if arguments is None else arguments)
    try:
        try:
            return _answer(given)
        finally:
            sys.stdout.flush()
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        _let_go_of_output()
        return WELL
    except OSError as error:
        _let_go_of_output()
        where = f' at "{error.filename}"' if error.filename else ""
        print(
            f"scsgame: the computer refused{where}: {(error.strerror or 'it gave no reason').lower()}.",
            file=sys.stderr,
        )
        return TROUBLE


def _open_streams() -> None:
    """Speak and hear UTF-8 everywhere; a stream that is closed is replaced by one that holds nothing."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: PTH123, SIM115 - it stays open
            continue
        with suppress(AttributeError, ValueError):
            stream.reconfigure(encoding="utf-8", errors="replace" if name == "stdin" else "backslashreplace")


def _let_go_of_output() -> None:
    """Send what is left to be written nowhere: nobody reads it, or it has no room."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _answer(given: Sequence[str]) -> int:
    if given in (["--version"], ["-V"]):
        print(f"scsgame {__version__}")
        return WELL
    words = given or ["title"]
    unknown = _unknown(words[0])
    if unknown:
        print(f"scsgame: {unknown}", file=sys.stderr)
        return WRONG_USAGE
    return _run(parser(words[0]).parse_args(words))


def _unknown(word: str) -> str:
    """Say that a first word is no command, with the nearest one, or return nothing."""
    from scsgame.cli import lives

    if word.startswith("-") or word in (*lives.NAMES, *GROUPS):
        return ""
    from difflib import get_close_matches

    names = [name for name in (*lives.NAMES, *GROUPS) if name != "dev"]
    near = get_close_matches(word.lower(), names, 1)
    hint = f"Did you mean {near[0]}?" if near else f"There is {', '.join(names)}."
    return f"there is no command {word[:40]!a}. {hint} More: scsgame --help"


def _run(options: argparse.Namespace) -> int:
    from scsgame.archive import SaveError

    try:
        run: int = options.run(options)
    except SaveError as refusal:
        print(f"scsgame: {refusal}", file=sys.stderr)
        return TROUBLE
    except WrongUsage as refusal:
        print(f"scsgame: {refusal}", file=sys.stderr)
        return WRONG_USAGE
    except Exception as error:
        from scsgame.packs import PackError, report

        if not isinstance(error, PackError):
            raise
        print(report(error.problems), file=sys.stderr)
        return TROUBLE
    return run


GROUPS = {"atlas": "atlas", "saves": "saves", "pack": "packs", "dev": "dev"}
"""Commands that bring commands of their own, and the module that adds them."""


def parser(first: str = "") -> argparse.ArgumentParser:
    """Return the commands, each with the function that runs it.

    A group is read only when it is asked for by its name; without a name, or with one nobody knows, all are.
    """
    from scsgame.cli import lives

    top = argparse.ArgumentParser(
        prog="scsgame",
        description="Live daily life under a credit-score system, then see what it did to you.",
        epilog="Without a command, the game opens. Exit status: 0 well, 1 the content or a save has problems, 2 wrong usage.",
    )
    top.add_argument("-V", "--version", action="version", version=f"scsgame {__version__}")
    commands = top.add_subparsers(metavar="COMMAND", required=True)
    lives.add_commands(commands)
    for name, module in GROUPS.items():
        if first == name or first not in (*GROUPS, *lives.NAMES):
            import_module(f"scsgame.cli.{module}").add_commands(commands)
    return top
