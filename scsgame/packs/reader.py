"""YAML at the door: one file becomes plain mappings, lists and text, each with its place.

A file in familiar lines is read line by line. Where something unfamiliar stands, that block is read by the parser's
events; and where there is a slip, so much is salvaged that the slip hides nothing else.
"""

from __future__ import annotations

import gc
import re
from array import array
from itertools import pairwise

import yaml

from scsgame.packs.barriers import inspected
from scsgame.packs.events import EnoughError, by_events
from scsgame.packs.forgotten import run_together
from scsgame.packs.lines import UnfamiliarError, by_lines
from scsgame.packs.salvage import salvaged
from scsgame.packs.slips import Slip, Stumble, explain, stumble
from scsgame.packs.written import (
    DEEPEST,
    DOUBLE,
    FOLDED,
    LITERAL,
    MOST_NODES,
    PLAIN,
    SINGLE,
    Document,
    Map,
    Node,
    Seq,
    Torn,
    column_of,
    line_of,
    mark_at,
    style_of,
    torn_in,
)

__all__ = [
    "DEEPEST", "DOUBLE", "FOLDED", "LITERAL", "MOST_NODES", "PLAIN", "SINGLE", "Document", "Map", "Node", "Seq", "Torn",
    "column_of", "line_of", "mark_at", "read", "style_of", "torn_in",
]  # fmt: skip

MOST_BLOCKS = 5000
"""A file of more blocks than this is read as one piece or not at all."""

_BEFORE = re.compile(r"(?:[ ]*(?:#[^\n]*)?\n)*")
_ITEMS = re.compile(r"^-(?=[ \n])", re.MULTILINE)
_KEYS = re.compile(r"^[A-Za-z0-9_\"'][^\n]*?:(?=[ \n])", re.MULTILINE)
_MARKERS = re.compile(r"^(?:---|\.\.\.|%)", re.MULTILINE)


def read(text: str, kind: str = "") -> Document:
    """Read one file's text. Never raises for anything a text can hold. A torn line is read so that the file fits its `kind`."""
    if "\r" in text:
        text = text.replace("\r\n", "\n")
    slips: list[Slip] = []
    raw = text
    text, spoilt = inspected(text, slips)
    enabled = gc.isenabled()
    gc.disable()
    try:
        found = None if spoilt else _familiar(text)
        if found is None:
            found = _whole(text, raw, spoilt, kind)
    except (ValueError, ArithmeticError, LookupError, RecursionError, MemoryError):
        found = Document(None, (Slip(0, 0, 1, "bad-yaml", "this file cannot be read as YAML"),), whole=False)
    finally:
        if enabled:
            gc.enable()
    return found._replace(slips=(*slips, *found.slips)) if slips else found


def _familiar(text: str) -> Document | None:
    """Read a file line by line, or all of its blocks but a few."""
    try:
        return Document(by_lines(text)[0], (), whole=True)
    except UnfamiliarError:
        return _in_blocks(text)


def _in_blocks(text: str) -> Document | None:
    """Read each block that stands at the margin by itself, as it can be read best; nothing if one cannot.

    A block that can be read alone means the same in its file: nothing runs on over a line that begins at the margin,
    but brackets and quotation marks, and these would not be closed.
    """
    before = _BEFORE.match(text)
    begin = before.end() if before else 0
    pattern = _ITEMS if text[begin : begin + 1] == "-" else _KEYS
    starts = [found.start() for found in pattern.finditer(text)]
    if _MARKERS.search(text) or not 1 < len(starts) <= MOST_BLOCKS or starts[0] != begin:
        return None
    root: Map | Seq = Seq() if pattern is _ITEMS else Map()
    root.marks = array("q")
    slips: list[Slip] = []
    cut: set[int] = set()
    line, things = text.count("\n", 0, starts[0]), 0
    for start, end in pairwise((*starts, len(text))):
        block = text[start:end]
        try:
            part, size = by_lines(block, line)
        except UnfamiliarError:
            try:
                read_alone = by_events(block, slips, line)
            except (yaml.YAMLError, EnoughError):
                return None
            if not read_alone.whole or slips or read_alone.root.__class__ is not root.__class__:
                return None
            part, size, cut = read_alone.root, block.count("\n"), cut | read_alone.cut
        if isinstance(root, Map) and isinstance(part, Map):
            if not root.keys().isdisjoint(part):
                return None
            root.update(part)
        elif isinstance(root, Seq):
            root += part
        root.marks.extend(part.marks)
        line += block.count("\n")
        things += size
    return Document(root, (), whole=True, cut=frozenset(cut)) if things <= MOST_NODES else None


def _whole(text: str, raw: str, spoilt: frozenset[int], kind: str) -> Document:
    """Read a file as one piece by the parser's events; where there is a slip, as it was meant, or in pieces."""
    slips: list[Slip] = []
    at: Stumble | None = None
    if not spoilt:
        try:
            found = run_together(by_events(text, slips), text)
        except yaml.YAMLError as error:
            at = stumble(error)
            slips.append(explain(at, text.split("\n")))
        except EnoughError:
            return Document(None, tuple(slips), whole=False)
        else:
            if found.whole or any(slip.code == "too-large" for slip in found.slips):
                return found
            slips = list(found.slips)
    from scsgame.packs.mending import mended

    meant = mended(text, raw, spoilt, kind, at, slips)
    again = _again(meant.text) if meant.sound else None
    if again is not None and again.whole:
        others = [slip for slip in again.slips if slip.line not in meant.lines]
        return again._replace(slips=(*meant.slips, *others), whole=False, mended=meant.lines)
    found_in_pieces = salvaged(meant.text, meant.spoilt)
    if found_in_pieces is None:
        return Document(None, tuple(slips), whole=False)
    return found_in_pieces._replace(slips=(*meant.slips, *found_in_pieces.slips), mended=meant.lines)


def _again(text: str) -> Document | None:
    """Read a text that was mended."""
    try:
        return _familiar(text) or by_events(text, [])
    except (yaml.YAMLError, EnoughError):
        return None
