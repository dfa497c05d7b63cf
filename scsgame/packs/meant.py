"""What an author most likely meant: a number in percent, an id with a capital, two words without their comma.

Each function returns the end of a sentence, beginning with a semicolon, or nothing where nobody can tell.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from difflib import SequenceMatcher
from unicodedata import combining, decimal, normalize, numeric

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


_BROKEN = re.compile(r"[+-]?[0-9]{1,9}\.[0-9]{1,9}")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DAY_FIRST = re.compile(r"([0-9]{1,2})(?:st|nd|rd|th)?[. ]+([a-z]{3})[a-z]*[., ]+([0-9]{4})")
_MONTH_FIRST = re.compile(r"([a-z]{3})[a-z]*\.? +([0-9]{1,2})(?:st|nd|rd|th)?,? +([0-9]{4})")
_YEAR_FIRST = re.compile(r"([0-9]{4})[-/. ]([0-9]{1,2})[-/. ]([0-9]{1,2})")
_DOTTED = re.compile(r"([0-9]{1,2})\. ?([0-9]{1,2})\. ?([0-9]{4})")

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
    if whole and _BROKEN.fullmatch(text):
        return f"; write it without decimals: `{round(float(text))}`"
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
    written = label(text, "_")
    return f"; write `{written}`" if written else ""


def label(text: str, between: str = "-") -> str:
    """Return a text in small plain letters and digits, or nothing where too little of it is left."""
    plain = "".join(
        letter for letter in normalize("NFKD", text[:60].lower().replace("ß", "ss")) if not combining(letter)
    )
    lost = re.sub(r"[\x00-\x7f]", "", plain)
    written = re.sub(r"[^a-z0-9]+", between, plain).strip(between)
    return "" if lost or not written[:1].isalpha() else written


def date(text: object) -> str:
    """Say how a date is written that names its month, or has its day first as a number with a full stop."""
    if not isinstance(text, str):
        return ""
    plain = text.strip().lower()[:40]
    if (found := _DAY_FIRST.fullmatch(plain)) and found[2] in _MONTHS:
        day, month, year = int(found[1]), _MONTHS.index(found[2]) + 1, found[3]
    elif (found := _MONTH_FIRST.fullmatch(plain)) and found[1] in _MONTHS:
        day, month, year = int(found[2]), _MONTHS.index(found[1]) + 1, found[3]
    elif found := _YEAR_FIRST.fullmatch(plain):
        day, month, year = int(found[3]), int(found[2]), found[1]
    elif found := _DOTTED.fullmatch(plain):
        day, month, year = int(found[1]), int(found[2]), found[3]
    else:
        return "; a date is written with its year first: year, month, day"
    return f"; a date is written with its year first: `{year}-{month:02}-{day:02}`"


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


def one_slip(word: str, near: str) -> bool:
    """Tell whether one letter too many, too few, wrong or changed with its neighbour makes one word of the other."""
    at = next(
        (at for at, (one, other) in enumerate(zip(word, near, strict=False)) if one != other),
        min(len(word), len(near)),
    )
    mine, theirs = word[at:], near[at:]
    turned = mine[:2] == theirs[1::-1] if len(theirs) > 1 else False
    return mine[1:] in (theirs[1:], theirs) or mine == theirs[1:] or (turned and mine[2:] == theirs[2:])


def made(how: str, noun: str, word: str) -> str:
    """Say how a new word of this kind is made, where authors make them and it could be one."""
    if not how or not re.fullmatch(r"[a-z][a-z0-9_]{0,39}", word):
        return ""
    return f"; to make a new {noun}, write {how.format(word=word)}"


def badly_labelled(word: str, known: Iterable[str]) -> bool:
    """Tell whether a word is the right label of something whose own label is wrong, and is told of there."""
    mine = word.removeprefix("fact:")
    labels = (name.removeprefix("fact:") for name in known)
    return any(" " in name and label(name) == mine for name in labels)


def fact_of(source: str) -> str:
    """Say how a fact is cited where somebody has cited the source itself."""
    return (f"; {visible(source, 40)} is a source, and what is cited is a fact that stands in it: under `facts` in sources.yaml write "
            f"`its-name: {{says: …, status: documented, in: {visible(source, 40)}}}`, and here `fact:its-name`")  # fmt: skip


def one_of_few(known: Collection[str], noun: str) -> str:
    """List the words there are, when they are few."""
    words = sorted(known)
    if not words or len(words) > 6:
        return ""
    listed = ", ".join(f"`{visible(word, 30)}`" for word in words)
    return f"; the {noun} here is {listed}" if len(words) == 1 else f"; there are {listed}"
