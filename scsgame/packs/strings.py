"""Translations in files of their own: `strings.zh.yaml` beside the YAML it translates, a flat mapping from key to text.

A key that names no text, a slot that only one of the two has, and a text translated twice are said with their place. A
text without a translation is no problem: it falls back to the first language, and `scsgame pack strings` counts it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from scsgame.packs.desk import SLOT, Desk
from scsgame.packs.problems import Problem, nearest, quoted
from scsgame.packs.reader import Map, line_of
from scsgame.packs.records import MapOf
from scsgame.packs.registers import Sheet
from scsgame.packs.shapes import Text as PlainText
from scsgame.packs.texts import Text
from scsgame.terms import Safe, Saying

KINDS = frozenset(("strings", "life_strings", "regime_strings"))
"""The kinds of file this module reads: at a pack's root, in a life, in a regime."""

KEY = r"[a-z_]+(?:\.[A-Za-z0-9_-]+)+"
STRINGS = MapOf(PlainText(KEY, "scene.late_for_class.text"), PlainText())
_NAME = re.compile(r"(?:.*/)?strings[A-Za-z0-9_-]*\.([a-z]{2,3}(?:-[A-Za-z0-9]{2,8})?)\.yaml")
_SUGGESTED = 20


def language_of(path: str) -> str:
    """Return the language of a file of strings, which stands in its name before `.yaml`; "" if none does."""
    found = _NAME.fullmatch(path)
    return found[1] if found else ""


def nameless(path: str) -> Problem:
    """Return what is wrong with a file of strings whose name says no language."""
    return Problem(path, 0, 0, "no-language",
                   "a file of translations says its language in its name, as strings.zh.yaml does.")  # fmt: skip


def slots_of(text: str) -> set[str]:
    """Return the slots a text has."""
    return {found[1] for found in SLOT.finditer(text)}


class _One(NamedTuple):
    """One translation: in which language, its words, in which file and where."""

    language: str
    words: Safe
    desk: Desk
    mark: int
    value_mark: int


class Translations:
    """The translations in the files of one folder, put into its texts as these come; what is left over names none."""

    def __init__(self, sheets: Iterable[tuple[Sheet, object]]) -> None:
        self.waiting: dict[str, list[_One]] = {}
        self.known: list[str] = []
        self.unlike: list[tuple[str, str, _One]] = []
        for sheet, pairs in sheets:
            language, node = language_of(sheet.desk.path), sheet.document.root
            if not language or not isinstance(node, Map) or not isinstance(pairs, tuple):
                continue
            for at, (key, words) in enumerate(pairs):
                if isinstance(key, str) and isinstance(words, Safe):
                    one = _One(language, words, sheet.desk, node.marks[2 * at], node.marks[2 * at + 1])
                    self.waiting.setdefault(key, []).append(one)
        self.any = bool(self.waiting)

    def put(self, texts: Iterable[Text]) -> None:
        """Put the translations of these texts into them."""
        for text in texts if self.any else ():
            self.known.append(text.key)
            taken: dict[str, _One] = {}
            for one in self._meant_for(text):
                first = taken.setdefault(one.language, one)
                if first is one:
                    self.take(text, one)
                else:
                    one.desk.say(one.mark, "translated-twice", f"{quoted(text.key)} is already translated, in {first.desk.path} line "
                                 f"{line_of(first.mark) + 1}.", node=text.key)  # fmt: skip

    def _meant_for(self, text: Text) -> list[_One]:
        """Take out what is meant for this text: what a pack says of itself is translated only in that pack's own files."""
        ones = self.waiting.pop(text.key, [])
        if not text.key.startswith("pack."):
            return ones
        home = text.desk.path.rpartition("/")[0]
        others = [one for one in ones if one.desk.path.rpartition("/")[0] != home]
        if others:
            self.waiting[text.key] = others
        return [one for one in ones if one not in others]

    def take(self, text: Text, one: _One) -> None:
        """Put one translation into its text, if both have the same slots."""
        saying, desk = text.saying, one.desk
        original = saying.versions[0][1]
        if one.value_mark in desk.cut:
            desk.say(one.value_mark, "cut-text", f"the text of {quoted(text.key)} ends where ` #` begins a comment; "
                     "if the # belongs to the text, put the text in quotes.", node=str(one.words))  # fmt: skip
        if slots_of(original) != slots_of(one.words):
            self.unlike.append((text.key, original, one))
            return
        before = dict(saying.versions).get(one.language)
        if before is not None and before != one.words:
            desk.say(one.mark, "translated-twice", f"{quoted(text.key)} has a text in this language already, in {text.desk.path} line "
                     f"{text.line}.", node=text.key)  # fmt: skip
        elif before is None:
            text.put(Saying((*saying.versions, (one.language, one.words))))

    def close(self, whole: bool, unread: tuple[str, ...] = ()) -> None:
        """Say which keys name no text, and which translations have other slots.

        Where something was not read whole or has a mistake, nothing is said: what they name may be lost in it. Texts whose
        keys begin as `unread` says were not read.
        """
        if not whole:
            return
        guesses = _SUGGESTED
        for key, ones in self.waiting.items():
            for one in ones if not key.startswith(unread) else ():
                near = nearest(key, self.known) if guesses > 0 else ""
                guesses -= 1
                one.desk.say(one.mark, "unknown-text", f"the key {quoted(key)} names no text here, so this translation would never be read.",
                             suggestion=near, node=str(key))  # fmt: skip
        for key, original, one in self.unlike:
            _unlike(key, original, one)


def _unlike(key: str, original: str, one: _One) -> None:
    """Say that a translation has other slots than its original."""
    ours, theirs = slots_of(original), slots_of(one.words)
    wrong, lost = sorted(theirs - ours), sorted(ours - theirs)
    what = " and ".join(
        [f"has the slot {{{slot}}}, which the original has not" for slot in wrong[:2]]
        + [f"lacks the slot {{{slot}}} of the original" for slot in lost[:2]]
    )
    place, width = (one.value_mark, 1)
    if wrong:
        piece = f"{{{wrong[0]}}}"
        place, width = one.desk.within(one.value_mark, one.words, one.words.find(piece), len(piece))
    near = nearest(wrong[0], lost) if wrong and lost else ""
    one.desk.say(place, "slot-mismatch", f"the translation of {quoted(key)} {what}.", width=width, suggestion=near)
