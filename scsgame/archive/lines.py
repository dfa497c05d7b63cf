r"""One line of a save: a JSON object that carries a checksum of its own content.

The checksum is the CRC-32, in eight hexadecimal digits, of the object without `crc`, written as UTF-8 with its keys
sorted and no spaces. Anyone can compute it again: `jq -cSj 'del(.crc)'` prints exactly the bytes that are summed.
This rule holds for the first line of every save format there will ever be.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import NoReturn
from zlib import crc32

LINE_LIMIT = 64 * 1024
"""A line is at most this many bytes, its end included."""

Content = dict[str, object]


class BrokenLine(ValueError):
    """A line that can not be trusted; its text says why, as the end of a sentence."""


def canonical(content: Mapping[str, object]) -> bytes:
    """Write content in the one way that is summed: without `crc`, keys sorted, no spaces."""
    rest = {key: value for key, value in content.items() if key != "crc"}
    return json.dumps(rest, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False).encode()


def checksum(content: Mapping[str, object]) -> str:
    """Return the eight digits that belong to this content."""
    return f"{crc32(canonical(content)):08x}"


def write_line(content: Mapping[str, object]) -> bytes:
    """Return the line for this content, its checksum and its line end."""
    sealed = {**content, "crc": checksum(content)}
    return json.dumps(sealed, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"


def read_line(raw: bytes) -> Content:
    """Return the content of one whole line, or raise `BrokenLine`."""
    if len(raw) > LINE_LIMIT:
        raise BrokenLine("it is too long for a line of a save")
    try:
        return _sound(_DECODER.decode(raw.decode()))
    except BrokenLine:
        raise
    except (ValueError, RecursionError):
        raise BrokenLine("it is not one JSON object") from None


def read_start(raw: bytes) -> tuple[Content, int]:
    """Return the content at the start of these bytes and its length, whatever follows it."""
    text = raw[:LINE_LIMIT].decode(errors="surrogateescape")
    try:
        value, end = _DECODER.raw_decode(text)
        return _sound(value), len(text[:end].encode(errors="surrogateescape"))
    except BrokenLine:
        raise
    except (ValueError, RecursionError):
        raise BrokenLine("it breaks off") from None


def _sound(value: object) -> Content:
    if not isinstance(value, dict):
        raise BrokenLine("it is not one JSON object")
    if value.get("crc") != checksum(value):
        raise BrokenLine("its checksum does not fit its content")
    return value


def _no_twins(pairs: list[tuple[str, object]]) -> Content:
    content = dict(pairs)
    if len(content) != len(pairs):
        raise BrokenLine("it says the same thing twice")
    return content


def _no_fractions(_: str) -> NoReturn:
    raise BrokenLine("it holds a number with a fraction")


_DECODER = json.JSONDecoder(object_pairs_hook=_no_twins, parse_float=_no_fractions, parse_constant=_no_fractions)
