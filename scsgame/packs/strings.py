"""Translations in files of their own: `strings.zh.yaml` beside the YAML it translates, a flat mapping from key to text.

A key that names no text, a slot that only one of the two has, and a text translated twice are said with their place. A
text without a translation is no problem: it falls back to the first language, and `scsgame pack strings` counts it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from scsgame.packs.desk import SLOT, Desk
from scsgame.packs.harvest import Sheet
from scsgame.packs.problems import Problem, nearest, quoted
from scsgame.packs.reader import Map, line_of
from scsgame.packs.records import MapOf
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


def merge(
    texts: Iterable[Text], sheets: Sequence[tuple[Sheet, object]], whole: bool, unread: tuple[str, ...] = ()
) -> None:
    """Put the translations of these files into the texts they translate.

    Where something was not read whole or has a mistake, nothing is said about keys that name nothing, and about slots:
    what they name may be lost in it. Keys that begin with something `unread` wait for whoever reads it.
    """
    known = {text.key: text for text in texts}
    taken: dict[tuple[str, str], tuple[Desk, int]] = {}
    guesses = _SUGGESTED
    for sheet, pairs in sheets:
        language, node = language_of(sheet.desk.path), sheet.document.root
        if not language or not isinstance(node, Map) or not isinstance(pairs, tuple):
            continue
        for at, (key, words) in enumerate(pairs):
            mark, value_mark = node.marks[2 * at], node.marks[2 * at + 1]
            if not isinstance(key, str) or not isinstance(words, Safe):
                continue
            text = known.get(key)
            if text is None:
                if whole and not key.startswith(unread):
                    near = nearest(key, known) if guesses > 0 else ""
                    guesses -= 1
                    sheet.desk.say(mark, "unknown-text", f"the key {quoted(key)} names no text here, so this translation would never be read.",
                                   suggestion=near, node=str(key))  # fmt: skip
                continue
            if (key, language) in taken:
                other, line = taken[key, language]
                sheet.desk.say(mark, "translated-twice", f"{quoted(key)} is already translated, in {other.path} line {line}.", node=str(key))  # fmt: skip
                continue
            taken[key, language] = sheet.desk, line_of(mark) + 1
            _take(text, language, words, sheet.desk, mark, value_mark, whole)


def _take(text: Text, language: str, words: Safe, desk: Desk, mark: int, value_mark: int, whole: bool) -> None:
    saying = text.saying
    original = saying.versions[0][1]
    if value_mark in desk.cut:
        desk.say(value_mark, "cut-text", f"the text of {quoted(text.key)} ends where ` #` begins a comment; "
                 "if the # belongs to the text, put the text in quotes.", node=str(words))  # fmt: skip
    ours, theirs = slots_of(original), slots_of(words)
    if ours != theirs:
        if not whole:
            return
        wrong = sorted(theirs - ours)
        lost = sorted(ours - theirs)
        what = " and ".join(
            [f"has the slot {{{slot}}}, which the original has not" for slot in wrong[:2]]
            + [f"lacks the slot {{{slot}}} of the original" for slot in lost[:2]]
        )
        place, width = (value_mark, 1)
        if wrong:
            piece = f"{{{wrong[0]}}}"
            place, width = desk.within(value_mark, words, words.find(piece), len(piece))
        near = nearest(wrong[0], lost) if wrong and lost else ""
        desk.say(
            place, "slot-mismatch", f"the translation of {quoted(text.key)} {what}.", width=width, suggestion=near
        )
        return
    before = dict(saying.versions).get(language)
    if before is not None and before != words:
        desk.say(mark, "translated-twice", f"{quoted(text.key)} has a text in this language already, in {text.desk.path} line {text.line}.",
                 node=text.key)  # fmt: skip
        return
    if before is None:
        text.put(Saying((*saying.versions, (language, words))))
