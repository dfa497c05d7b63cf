"""The interface's sentences come from one table; nothing English is left beside it, and nothing is missing in Chinese."""

import pytest
from tongue.table import phrases, unkeyed

from scsgame.tongue import table
from scsgame.tongue.phrases import slots_of
from scsgame.ui.themes import PALETTES

ROOMS = ("tongue", "regime", "game", "debrief", "archive", "packs", "session", "workshop", "plain", "ui", "cli")
SEEN = ("game", "debrief", "plain", "ui", "cli")
THEMES = {f"theme.{palette.name.replace(' ', '_')}{part}" for palette in PALETTES for part in ("", "_about")}
ALLOWED = {
    # an operator
    "game/conditions_told.py: not in",
    # the fallback of a phrase, in English
    "game/why.py: Nothing to ask", "game/why.py: There is nothing behind this that could be asked.",
    # commands to type
    "cli/pack_add.py: scsgame pack remove 7", "cli/pack_new.py: scsgame pack check 7", "cli/pack_new.py: scsgame pack test 7",
    "cli/pack_new.py: `scsgame pack list`",
    # words that may be typed
    "cli/pack_new.py: a life and a regime", "cli/pack_new.py: life and regime",
    # names and words of palettes, which are phrases by the palette's name
    *(f"ui/themes.py: {words}" for palette in PALETTES for words in (palette.name, palette.about)),
}  # fmt: skip
MACHINES = ("cli/dev.py", "cli/parsing.py")
"""What only a test harness sees; and what argparse says in English, by which its sentences are known."""
CITATIONS = ("debrief/debate/figures.py",)
"""Where published figures stand: authors and journals have no translation; what they found is phrases."""


def test_no_english_sentence_stands_beside_the_table():
    found = [line for line in unkeyed(*SEEN) if line not in ALLOWED and not line.startswith((*MACHINES, *CITATIONS))]
    assert found == []


def test_chinese_has_every_phrase():
    missing = sorted(({spoken.key for spoken in phrases(*ROOMS)} | THEMES) - table("zh").keys())
    assert missing == [], f"{len(missing)} phrases are missing in zh"


def test_chinese_has_no_phrase_that_nobody_speaks():
    assert sorted(table("zh").keys() - {spoken.key for spoken in phrases(*ROOMS)} - THEMES) == []


def test_one_key_is_one_sentence():
    said: dict[str, str] = {}
    for spoken in phrases(*ROOMS):
        assert said.setdefault(spoken.key, spoken.english) == spoken.english, spoken.place


@pytest.mark.parametrize("spoken", phrases(*ROOMS), ids=lambda spoken: f"{spoken.key}@{spoken.place}")
def test_a_translation_has_the_slots_of_its_original(spoken):
    if spoken.key in {"date.full", "date.short", "date.day"}:
        return  # a date is written with other parts in every language
    assert slots_of(table("zh").get(spoken.key, spoken.english)) == slots_of(spoken.english)
