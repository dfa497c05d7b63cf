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
        from scsgame.tongue import phrase

        where = phrase("cli.refused_at", ' at "{file}"', file=error.filename) if error.filename else ""
        why = error.strerror.lower() if error.strerror else phrase("cli.no_reason", "it gave no reason")
        print(
            phrase("cli.refused", "scsgame: the computer refused{where}: {why}.", where=where, why=why),
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
    from scsgame.cli.language import at_the_door

    asked, words = at_the_door(given)
    words = words or ["title"]
    unknown = _unknown(words[0])
    if unknown:
        print(f"scsgame: {unknown}", file=sys.stderr)
        return WRONG_USAGE
    options = parser(words[0]).parse_args(words)
    options.language = getattr(options, "language", "") or asked
    return _run(options, words[0])


def _unknown(word: str) -> str:
    """Say that a first word is no command, with the nearest one, or return nothing."""
    from scsgame.cli import lives

    if word.startswith("-") or word in (*lives.NAMES, *GROUPS):
        return ""
    from difflib import get_close_matches

    from scsgame.cli.language import usual
    from scsgame.tongue import phrase

    usual()
    names = [name for name in (*lives.NAMES, *GROUPS) if name != "dev"]
    near = get_close_matches(word.lower(), names, 1)
    hint = (
        phrase("cli.meant_command", "Did you mean {near}?", near=near[0])
        if near
        else phrase("cli.commands", "There is {names}.", names=", ".join(names))
    )
    return phrase(
        "cli.no_command", "there is no command {word}. {hint} More: scsgame --help", word=ascii(word[:40]), hint=hint
    )


def _run(options: argparse.Namespace, command: str) -> int:
    from scsgame.archive import SaveError

    if command == "pack":
        from scsgame.cli.language import chosen

        chosen(options)

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
    from scsgame.cli.language import add_language
    from scsgame.cli.parsing import Parser
    from scsgame.tongue import phrase

    top = Parser(
        prog="scsgame",
        description=phrase(
            "usage.scsgame", "Live daily life under a credit-score system, then see what it did to you."
        ),
        epilog=phrase(
            "usage.exit",
            "Without a command, the game opens. Exit status: 0 well, 1 the content or a save has problems, 2 wrong usage.",
        ),
    )
    top.add_argument(
        "-V", "--version", action="version", version=f"scsgame {__version__}",
        help=phrase("usage.version", "show program's version number and exit"),
    )  # fmt: skip
    add_language(top)
    commands = top.add_subparsers(metavar="COMMAND", required=True)
    lives.add_commands(commands)
    for name, module in GROUPS.items():
        if first == name or first not in (*GROUPS, *lives.NAMES):
            import_module(f"scsgame.cli.{module}").add_commands(commands)
    return top
