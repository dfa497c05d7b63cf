"""Words on a page: a title, a heading, a paragraph, a gap."""

# ruff: noqa: ARG002 - every block is drawn by the same call

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from scsgame.ui.paper.lines import ON_CURSOR, Line, Run, cut, tinted, width_of, wrap
from scsgame.ui.paper.look import Look
from scsgame.ui.themes import Ink

NOTHING = ("", "")


class Gap(NamedTuple):
    """One empty line."""

    key: str = ""
    number: int = 0
    asks: tuple[str, str] = NOTHING

    def lines(self, width: int, look: Look, chosen: bool) -> list[Line]:
        """Draw nothing, one line high."""
        return [()]


class Heading(NamedTuple):
    """The head of a section: a few words, and a quiet rule to the end of the line."""

    text: str
    aside: str = ""
    ink: Ink = "strong"
    key: str = ""
    number: int = 0
    asks: tuple[str, str] = NOTHING

    def lines(self, width: int, look: Look, chosen: bool) -> list[Line]:
        """Draw the words, the rule, and the aside at its end; one that can be asked about is marked under the cursor."""
        sign = f"{look.sign('cursor')} " if chosen else ""
        aside = f" {cut(self.aside, width // 2)}" if self.aside else ""
        text = cut(self.text, width - width_of(sign) - width_of(aside) - 2)
        rest = width - width_of(sign) - width_of(text) - width_of(aside) - 1
        rule = look.sign("rule") * max(0, rest)
        line = (Run(f"{sign}{text}", self.ink), Run(" "), Run(rule, "rule"), Run(aside, "dim"))
        return [tinted(line, ON_CURSOR | {self.ink: "cursor"}, width)] if chosen else [line]


class Words(NamedTuple):
    """A paragraph, wrapped; later lines may hang further in than the first."""

    text: str
    ink: Ink = "plain"
    indent: int = 0
    hang: int = 0
    lead: Run = Run("")
    most: int = 0
    key: str = ""
    number: int = 0
    asks: tuple[str, str] = NOTHING

    def lines(self, width: int, look: Look, chosen: bool) -> list[Line]:
        """Draw the paragraph; `most` cuts it after so many lines."""
        left = self.indent + max(self.hang, width_of(self.lead.text))
        words = list(wrap(self.text, width - left))
        if self.most and len(words) > self.most:
            words = [*words[: self.most - 1], cut(words[self.most - 1] + " …", width - left)]
        lead = self.lead.text + " " * (left - self.indent - width_of(self.lead.text))
        first = Run(" " * self.indent + lead, self.lead.ink)
        return [(first if at == 0 else Run(" " * left), Run(line, self.ink)) for at, line in enumerate(words)]


def sentences(says: Sequence[str], look: Look) -> list[Words]:
    """Return sentences one below the other; where there are several, each begins with a sign, so that one sees where."""
    lead = Run(f"{look.sign('neutral')} ", "dim") if len(says) > 1 else Run("")
    return [Words(words, lead=lead) for words in says]
