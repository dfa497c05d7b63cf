"""Versions of packs, and what one pack asks of another: `1.2`, `">=1.0 <2"`, `any`.

Versions are compared as semver.org says: number by number, and `1.0.0-beta` comes before `1.0.0`.
"""

from __future__ import annotations

import re
from typing import NamedTuple

VERSION = r"[0-9]{1,9}(?:\.[0-9]{1,9}){0,2}(?:-[0-9A-Za-z][0-9A-Za-z.-]*)?(?:\+[0-9A-Za-z.-]+)?"
_BOUND = rf"(?:>=|<=|==|>|<)?[ ]*{VERSION}"
RANGE = rf"any|{_BOUND}(?:(?:[ ]*,[ ]*|[ ]+){_BOUND})*"
"""How versions and ranges are written, as patterns."""

_PARTS = re.compile(r"([0-9]+)(?:\.([0-9]+))?(?:\.([0-9]+))?(?:-([0-9A-Za-z.-]+))?(?:\+.*)?")
_BOUNDS = re.compile(rf"(>=|<=|==|>|<)?[ ]*({VERSION})")

_Word = tuple[int, int, str]


class Version(NamedTuple):
    """A version as numbers that can be compared; `released` is no for what is still being tried."""

    major: int
    minor: int
    patch: int
    released: bool = True
    trial: tuple[_Word, ...] = ()


def version(text: str) -> Version:
    """Return the version that a text stands for; what is no version counts as 0.0.0."""
    found = _PARTS.fullmatch(text)
    if found is None:
        return Version(0, 0, 0)
    major, minor, patch = (int(part or 0) for part in found.groups()[:3])
    trial = found[4]
    words = tuple([_word(part) for part in trial.split(".")]) if trial else ()
    return Version(major, minor, patch, not trial, words)


def _word(part: str) -> _Word:
    """Numbers come before words, and are compared as numbers."""
    return (0, int(part), "") if part.isdecimal() and len(part) < 10 else (1, 0, part)


def fits(text: str, wanted: str) -> bool:
    """Tell whether a version is one of those wanted.

    A version without a sign asks for that one or a later one with the same first number; `any` asks for nothing.
    """
    if wanted == "any" or not re.fullmatch(RANGE, wanted):
        return wanted == "any"
    have = version(text)
    return all(_holds(have, sign, version(bound)) for sign, bound in _BOUNDS.findall(wanted))


def _holds(have: Version, sign: str, bound: Version) -> bool:
    match sign:
        case ">=":
            return have >= bound
        case "<=":
            return have <= bound
        case ">":
            return have > bound
        case "<":
            return have < bound
        case "==":
            return have == bound
        case _:
            return bound <= have and have.major == bound.major


def words(wanted: str) -> str:
    """Say a range as part of a sentence: `version 1.2 or later, below 2`."""
    if wanted == "any":
        return "any version"
    said = []
    for sign, bound in _BOUNDS.findall(wanted):
        said.append({">=": f"{bound} or later", "<=": f"{bound} or earlier", ">": f"later than {bound}", "<": f"below {bound}",
                     "==": f"{bound} and no other"}.get(sign, f"{bound} or later, below {version(bound).major + 1}"))  # fmt: skip
    return "version " + ", ".join(said)
