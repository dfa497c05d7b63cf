"""What an author's hand did to the YAML: the parser's words put into ours.

The usual slips: a colon or a hash inside a text, a missing space after a colon, an unclosed quote, a line that
stands too far right. The parser tells where it stumbled; the line it stumbled over tells why.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple, Protocol

import yaml


class Slip(NamedTuple):
    """Something wrong with a file's form: line and column (from 0), how wide, which code, what to say."""

    line: int
    column: int
    width: int
    code: str
    message: str


class Stumble(NamedTuple):
    """Where the parser stumbled, what it was about since where (line and column from 0), and what it said."""

    line: int
    column: int
    since: int
    since_column: int
    said: str


_KEY = re.compile(r"^[ ]*(?:- +)*[A-Za-z_][\w-]*:(?= |$)")
_GLUED = re.compile(r"^[ ]*(?:- +)*[A-Za-z_][\w-]*:\S")
_WIDE_COLON = re.compile(r"^[ ]*(?:- +)*\w+：")
_QUOTE_THEN_MORE = re.compile(r""":[ ]+("[^"]*"|'[^']*')[ ]*[^\s#,}\]]""")
_BRACKET_THEN_MORE = re.compile(r":[ ]+([{\[][^}\]]*[}\]])[ ]*[^\s#,}\]]")
_OPENED = re.compile(r"""[ ]*(?:- +)*[A-Za-z_][\w-]*:[ ]+("(?:[^"\\]|\\.)*|'(?:[^']|'')*)$""")
IN_QUOTES = "put the whole text in quotes, or on the next line after `>-`"
_SENTENCE = re.compile(r"^[ ]*(?:- +)?[^\s:#'\"{\[-][^:{\[]*[ ][^:{\[]*:(?=[ ]|$)")
_SLASHES = re.compile(r"[ ]*//")
_USUAL: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r":[ ]+([“”„‘’«])"), "these quotation marks are curly; use straight ones"),
    (
        re.compile(r"[{\[].*[\w\"'](，) *[a-z_]+[:,\]}]"),
        "this is a full-width comma; inside brackets stands a plain comma and a space",
    ),
    (re.compile(r"[:,\[][ ]+([+-][ ]+[0-9]+)"), "between a sign and its number stands no blank: `-3`"),
    (re.compile(r"[:,\[][ ]+([<>]=?[ ]*[0-9]+)"), "here stands a number alone, without a sign of comparison"),
    (re.compile(r"[:,\[][ ]+(- )"), f"a text cannot begin with `- ` here; {IN_QUOTES}"),
    (
        re.compile(r"^[ ]*(?:- +)?(?:when|enters|leaves):[ ]+\w+(:)[ ]"),
        "a condition compares with `==` or `>=`, not with a colon",
    ),
    (
        re.compile(r"^[ ]*- +([a-z_]+:[ ]+[^,:{\[\"']+,[ ]*[a-z_]+:)[ ]"),
        "several fields in one line stand in curly brackets: `- {days: 13, scene: …}`",
    ),
)
"""Slips that a line itself shows, whatever the parser stumbled over."""

_LONGEST = 1_000
"""No further is a line looked at: nobody writes a longer one by hand, and a hostile one would take its time."""


def stumble(error: yaml.YAMLError) -> Stumble | None:
    """Return where the parser stumbled, if it tells."""
    if not isinstance(error, yaml.MarkedYAMLError) or error.problem_mark is None:
        return None
    at, since = error.problem_mark, error.context_mark or error.problem_mark
    return Stumble(at.line, at.column, since.line, since.column, f"{error.context or ''} {error.problem or ''}")


def explain(at: Stumble | None, lines: Sequence[str], first: int = 0) -> Slip:
    """Return one plain sentence for what the parser could not read, at the place an author would look.

    `first` is the first line of what it was reading.
    """
    if at is None:
        return Slip(
            first, 0, 1, "bad-yaml", "this cannot be read as YAML" if first else "this file cannot be read as YAML"
        )
    said = at.said
    here = _line(lines, at.line)
    remark = next(
        (number for number in range(first, min(at.line, len(lines) - 1) + 1) if _SLASHES.match(lines[number])), None
    )
    if remark is not None:
        return Slip(remark, 0, 2, "bad-yaml", "a remark begins with `#`")
    for number in range(first, min(at.line, len(lines) - 1)):
        opened = _OPENED.match(lines[number])
        if opened and _KEY.match(lines[number + 1]):
            return Slip(number, opened.start(1), 1, "bad-yaml", "this quotation mark is never closed")
    inside = "flow" in said or "simple key" in said
    for number in dict.fromkeys((at.line, at.since if inside else at.line)):
        for pattern, message in _USUAL:
            found = pattern.search(_line(lines, number), 0, _LONGEST)
            if found:
                return Slip(number, found.start(1), len(found[1]), "bad-yaml", message)

    def slip(line: int, column: int, message: str, width: int = 1) -> Slip:
        line = min(line, max(0, len(lines) - 1))
        return Slip(line, min(column, len(_line(lines, line))), width, "bad-yaml", message)

    if "mapping values are not allowed" in said:
        key = _KEY.match(here)
        if key and here.find(":", key.end()) >= 0 and at.column >= key.end():
            return slip(
                at.line,
                at.column,
                f"a second colon in one line: YAML takes the words before it for a key; {IN_QUOTES}",
            )
        before = _line(lines, at.line - 1)
        if _GLUED.match(before) or _WIDE_COLON.match(before):
            return _missing_colon(lines, at.line - 1, slip)
        if _SENTENCE.match(here):
            return slip(at.line, at.column, f"the text goes on here and holds a colon; {IN_QUOTES}")
        return slip(at.line, len(here) - len(here.lstrip()),
                    "this line stands further right than the lines it belongs with, or the line before it holds a text "
                    "and cannot hold keys too")  # fmt: skip
    if "quoted scalar" in said and ("end of stream" in said or "document" in said):
        return slip(at.since, at.since_column, "this quotation mark is never closed")
    if "escape" in said:
        return slip(at.line, at.column, r"after a backslash in double quotes only certain letters may stand; "
                    "use single quotes, or write the backslash twice")  # fmt: skip
    if "simple key" in said or "expected ':'" in said:
        return _missing_colon(lines, at.since, slip)
    if "cannot start any token" in said or "'\\t'" in said:
        letter = here[at.column : at.column + 1]
        return slip(at.line, at.column, f"a text cannot begin with `{letter}` here; {IN_QUOTES}"
                    if letter.isprintable() and letter else "this character cannot stand here")  # fmt: skip
    if "alias" in said or "anchor" in said:
        return slip(at.since, at.since_column, f"a text cannot begin with * or & here; {IN_QUOTES}")
    if "tag" in said or "directive" in said:
        return slip(at.since, at.since_column, f"a text cannot begin with ! or % here; {IN_QUOTES}")
    if "flow mapping" in said or "flow sequence" in said:
        bracket = here[at.since_column : at.since_column + 1] if at.since == at.line else _line(lines, at.since)[at.since_column : at.since_column + 1]  # fmt: skip
        closing = {"{": "}", "[": "]"}.get(bracket, "}")
        return slip(at.since, at.since_column,
                    f"what this `{bracket or '{'}` opens is not closed with `{closing}`, or a comma is missing inside, "
                    "or a text with a comma, colon or bracket stands in it without quotes")  # fmt: skip
    if "block sequence entries are not allowed" in said:
        return slip(at.line, at.column, "a list begins on a line of its own, under its key")
    if "comment or line break" in said or "block scalar" in said:
        return slip(
            at.line, at.column, "after `>-` or `|-` the text begins on the next line, further right than its key"
        )
    return _stumble(lines, at.line, at.column, at.since, said, slip)


def _line(lines: Sequence[str], number: int) -> str:
    return lines[number] if 0 <= number < len(lines) else ""


def _missing_colon(lines: Sequence[str], number: int, slip: _Slipper) -> Slip:
    line = _line(lines, number)
    lead = len(line) - len(line.lstrip(" -"))
    wide = _WIDE_COLON.match(line)
    if wide:
        return slip(number, wide.end() - 1, "this is a full-width colon; after a key stands a plain one and a space")
    glued = _GLUED.match(line)
    if glued:
        return slip(number, glued.end() - 2, "after the colon of a key stands a space", 2)
    above = _SENTENCE.match(_line(lines, number - 1))
    if above:
        return slip(number - 1, above.end() - 1, f"YAML takes the words before this colon for a key; {IN_QUOTES}")
    return slip(number, lead, "this line has no colon: it should be `key: value`, or be part of the text above it "
                "and stand as far right", max(1, len(line.strip())))  # fmt: skip


def _stumble(lines: Sequence[str], number: int, column: int, since: int, said: str, slip: _Slipper) -> Slip:
    """Look at the line where the parser wanted a key or the end of a block, and at the one before it."""
    for line_number in (number, number - 1):
        line = _line(lines, line_number)
        for pattern, what in ((_QUOTE_THEN_MORE, "quotation mark"), (_BRACKET_THEN_MORE, "bracket")):
            found = pattern.search(line)
            if found:
                return slip(line_number, found.start(1),
                            f"this text begins with a {what} and goes on after it is closed; {IN_QUOTES}",
                            found.end(1) - found.start(1))  # fmt: skip
    line = _line(lines, number)
    lead = len(line) - len(line.lstrip())
    if _GLUED.match(line) or _WIDE_COLON.match(line):
        return _missing_colon(lines, number, slip)
    if "'-'" in said or "block collection" in said or "block sequence" in said:
        return slip(number, lead, f"this line is no part of the list that begins in line {since + 1}: "
                    "give it a `- `, or the same place as the lines it belongs with")  # fmt: skip
    if "block mapping" in said or "block end" in said:
        return slip(
            number,
            lead,
            f"this line does not stand straight under the others of the mapping that begins in line {since + 1}",
        )
    if "document start" in said:
        return slip(
            number, lead, "this line does not belong to what stands above it; look at how far right both stand"
        )
    return slip(number, column, "this cannot be read as YAML here")


class _Slipper(Protocol):
    def __call__(self, line: int, column: int, message: str, width: int = 1) -> Slip: ...
