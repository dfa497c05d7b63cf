"""What an author most likely meant: a number in percent, an id with a capital, two words without their comma.

Each function returns the end of a sentence, beginning with a semicolon, or nothing where nobody can tell.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from difflib import SequenceMatcher
from unicodedata import decimal, numeric

from scsgame.packs.problems import visible

_SLIP_OF_THE_PEN = 0.72
_DASHES = "\u2212\u2013\u2014\ufe63\uff0d"
_PUNCTUATED = re.compile(r"[+-]?[0-9]{1,3}(?:[,_' ][0-9]{3})+(?:\.[0-9]+)?")
_DECIMAL = re.compile(r"[+-]?[0-9]+,[0-9]+")
_PERCENT = re.compile(r"([+-]?[0-9]+(?:\.[0-9]+)?) ?%")
_FRACTION = re.compile(r"([0-9]{1,6}) ?/ ?([1-9][0-9]{0,5})")
_SPACED = re.compile(r"([+-])\s+([0-9]+(?:\.[0-9]+)?)")
_COMPARED = re.compile(r"[<>=≥≤]+ ?([+-]?[0-9]+(?:\.[0-9]+)?)")
_WITH_UNIT = re.compile(r"([+-]?[0-9]+(?:\.[0-9]+)?) ?[^\W\d_]+\.?|[$€£¥] ?([0-9]+(?:\.[0-9]+)?)")


_POINTS = str.maketrans({"\u066b": ".", "\uff0e": ".", "\uff0b": "+"} | dict.fromkeys(_DASHES, "-"))


def digits(text: object) -> str:
    """Say how a number or a date is written whose digits are those of another script."""
    if not isinstance(text, str) or text.isascii() or not any(map(str.isdecimal, text)):
        return ""
    plain = "".join(str(decimal(letter)) if letter.isdecimal() else letter for letter in text).translate(_POINTS)
    if plain.translate(_POINTS) == text.translate(_POINTS):
        return ""
    told = "; only the digits 0 to 9 are read as numbers here"
    return f"{told}: write `{visible(plain, 40)}`" if re.fullmatch(r"[-+0-9.]+", plain) else told


def number(text: object, *, whole: bool = False) -> str:
    """Say which number a text stands for."""
    if not isinstance(text, str):
        return ""
    if said := digits(text):
        return said
    dashed = re.sub(f"[{_DASHES}]", "-", text)
    if dashed != text:
        return f"; write the sign as a plain hyphen: `{visible(dashed, 40)}`"
    found = _SPACED.fullmatch(text)
    if found:
        return f"; write no blank after the sign: `{found[1]}{found[2]}`"
    found = _COMPARED.fullmatch(text)
    if found:
        return f"; write a number without a sign of comparison: `{found[1]}`"
    found = _PERCENT.fullmatch(text)
    if found:
        return f"; write `{found[1] if whole else _plain(float(found[1]) / 100)}`"
    if text.startswith(("0,", "+0,", "-0,")) or (_DECIMAL.fullmatch(text) and not _PUNCTUATED.fullmatch(text)):
        return f"; a decimal is written with a point: `{visible(text.replace(',', '.'), 40)}`"
    if _PUNCTUATED.fullmatch(text):
        return f"; write it without commas or spaces: `{re.sub('[,_ ]', '', text)}`"
    found = _FRACTION.fullmatch(text)
    if found:
        return f"; write `{_plain(int(found[1]) / int(found[2]))}`"
    if len(text) == 1 and not text.isdecimal() and (value := numeric(text, -1.0)) >= 0:
        return f"; write `{_plain(value)}`"
    found = _WITH_UNIT.fullmatch(text)
    return f"; write the number alone: `{found[1] or found[2]}`" if found else ""


def _plain(value: float) -> str:
    return f"{value:.4f}".rstrip("0").rstrip(".")


def new_id(text: object) -> str:
    """Say how an id should be written that is written otherwise."""
    if not isinstance(text, str):
        return ""
    hidden = next((letter for letter in text if not letter.isprintable()), "")
    if hidden:
        return f"; it holds U+{ord(hidden):04X}, which is not seen: type it anew"
    if text[:1].isdecimal():
        return "; an id begins with a letter"
    if re.fullmatch(r"[a-z][a-z0-9_]*(?: +[a-z][a-z0-9_]*)+", text):
        return f"; if these are several, put a comma between them, and if it is one, write `{text.replace(' ', '_')}`"
    return ""


def several(text: str, known: Collection[str]) -> str:
    """Say that a comma is missing where one word is several words that are known."""
    parts = [part for part in re.split(r"[;,/\s]+", text[:400]) if part]
    return f"; put a comma between them: `{', '.join(parts)}`" if len(parts) > 1 and set(parts) <= set(known) else ""


def known_word(text: str, known: Collection[str]) -> str:
    """Return the known id that a title stands for: mr_holm for Mr Holm."""
    written = re.sub(r"[^a-z0-9]+", "_", text[:100].lower()).strip("_")
    return written if written in known else ""


def close(word: str, near: str) -> bool:
    """Tell whether a word is a slip of the pen for another, or a part of it, and not merely a little like it."""
    part = set(word.split("_")) <= set(near.split("_"))
    return part or SequenceMatcher(None, word, near).ratio() >= _SLIP_OF_THE_PEN


def made(how: str, noun: str, word: str) -> str:
    """Say how a new word of this kind is made, where authors make them and it could be one."""
    if not how or not re.fullmatch(r"[a-z][a-z0-9_]{0,39}", word):
        return ""
    return f"; to make a new {noun}, write {how.format(word=word)} in an acts.yaml beside pack.yaml"


def one_of_few(known: Collection[str], noun: str) -> str:
    """List the words there are, when they are few."""
    words = sorted(known)
    if not words or len(words) > 6:
        return ""
    listed = ", ".join(f"`{visible(word, 30)}`" for word in words)
    return f"; the {noun} here is {listed}" if len(words) == 1 else f"; there are {listed}"
