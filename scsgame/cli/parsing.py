"""The command line's own words, in the language spoken: what argparse says by itself, and lines no wider than the screen."""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterable
from typing import NoReturn

from scsgame.tongue import Phrase, phrase

_ARGUMENT = r"argument (?P<argument>.+?): "
_SAID: tuple[tuple[str, Phrase], ...] = (
    (r"the following arguments are required: (?P<arguments>.+)", Phrase("cli.required", "the following arguments are required: {arguments}")),
    (r"unrecognized arguments: (?P<arguments>.+)", Phrase("cli.unrecognized", "unrecognized arguments: {arguments}")),
    (_ARGUMENT + r"invalid choice: (?P<value>.+?) \((?:choose from |did you mean )(?P<choices>.+)\)", Phrase("cli.invalid_choice", "argument {argument}: invalid choice: {value} (choose from {choices})")),
    (_ARGUMENT + r"expected (?:one|at least one|\d+) arguments?", Phrase("cli.expected", "argument {argument}: expected one argument")),
    (_ARGUMENT + r"invalid \w+ value: (?P<value>.+)", Phrase("cli.invalid_value", "argument {argument}: invalid value: {value}")),
    (_ARGUMENT + r"not allowed with argument (?P<other>.+)", Phrase("cli.not_with", "argument {argument}: not allowed with argument {other}")),
)  # fmt: skip
"""What argparse says of a wrong line. In English its own words stand."""


class Help(argparse.HelpFormatter):
    """Help whose lines are broken where the writing allows it, and count cells."""

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[argparse._MutuallyExclusiveGroup],
        prefix: str | None = None,
    ) -> None:
        """Begin with how the command is used."""
        super().add_usage(usage, actions, groups, phrase("cli.usage", "usage: ") if prefix is None else prefix)

    def _split_lines(self, text: str, width: int) -> list[str]:
        if text.isascii():
            return super()._split_lines(text, width)
        from scsgame.plain.wrapping import folded

        return folded(" ".join(text.split()), width)

    def _fill_text(self, text: str, width: int, indent: str) -> str:
        if text.isascii():
            return super()._fill_text(text, width, indent)
        from scsgame.plain.wrapping import folded

        return "\n".join(folded(" ".join(text.split()), width, indent, indent))


class Parser(argparse.ArgumentParser):
    """A parser that speaks the language spoken; the commands it hands out do the same."""

    def __init__(self, prog: str | None = None, description: str | None = None, epilog: str | None = None) -> None:
        super().__init__(prog=prog, description=description, epilog=epilog, formatter_class=Help, add_help=False)
        self._positionals.title = phrase("cli.positionals", "positional arguments")
        self._optionals.title = phrase("cli.options", "options")
        self.add_argument(
            "-h", "--help", action="help", default=argparse.SUPPRESS,
            help=phrase("cli.help", "show this help message and exit"),
        )  # fmt: skip

    def error(self, message: str) -> NoReturn:
        """Say what is wrong with the line, and how the command is used."""
        import sys

        from scsgame.cli.language import usual

        usual()
        self.print_usage(sys.stderr)
        self.exit(2, phrase("cli.error", "{prog}: error: {message}", prog=self.prog, message=told(message)) + "\n")


def told(message: str) -> str:
    """Return what argparse says of a wrong line, in the language spoken."""
    from scsgame.tongue import spoken

    for form, words in _SAID if spoken() != "en" else ():
        found = re.fullmatch(form, message)
        if found:
            return words.read(**found.groupdict())
    return message
