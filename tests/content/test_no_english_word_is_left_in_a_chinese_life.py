"""A student's life under Sesame, played through in Chinese: what is told, asked, answered and debriefed holds no English word."""

import re
from pathlib import Path

import pytest

from scsgame.debrief.sections import Section
from scsgame.plain.play import play
from scsgame.session import House, Player
from scsgame.tongue import speak

NAMES = {"App", "FICO", "SCHUFA", "Michael", "Baron", "Galizio", "nonsense"}
"""Names, the one word that Chinese itself writes in Latin letters, and what was typed in error."""
TYPED = re.compile(
    r"`[^`]*`|\b[a-z_]+(?=：)|\b(?:join|leave|bet|sesame)\b|^ {2}[a-z]+[a-z, ]*(?= )|\b[a-z]+(?:[_./][A-Za-z0-9_./-]+)+",
    re.MULTILINE,
)
"""What one may type, and ids."""
CITED = re.compile(r"\[[^\]]*\]")
"""In plain lines a source stands in brackets, as does what one may ask about: titles of works have no translation."""
TERMS = re.compile(r"\b(?:CRF|EXT|NAP|Tau|log)\b")


def english(text: str) -> list[str]:
    """Return the lines of a text that hold an English word."""
    lines = TERMS.sub("", TYPED.sub("", CITED.sub("", text))).split("\n")
    return [line for line in lines if {*re.findall(r"[A-Za-z]{3,}", line)} - NAMES]


@pytest.fixture
def player(tmp_path: Path) -> Player:
    house = House([], tmp_path, "zh", lives=["student"], regimes=["sesame"])
    return house.new("student", ["sesame"], "as_is", [], "7", "zh", saved=False)


def test_a_whole_life_is_told_asked_answered_and_debriefed_in_chinese(player: Player) -> None:
    asked = ["phone", "bills", "feed", "people", "app sesame", "why", "why 1", "help", "undo", "nonsense"]
    asked += [
        "why sesame regime",
        "why sesame tier/good",
        "why sesame measure/hotel_free",
        "why sesame redress/query",
    ]
    typed = [
        word for number in range(60) for word in (str(number % 3 + 1), "1", *(asked if number in (2, 20) else ()))
    ]
    lines: list[str] = []
    speak("zh")
    try:
        play(player, [f"{word}\n" for word in typed], lines.append)
        assert player.chronicle.over
        life, _, _ = "\n".join(lines).partition("\n== ")
        assert len(life) > 10_000
        assert english(life) == [], "\n".join(english(life))
        facts = player.library.sources.facts.values()
        cited = [str(words) for fact in facts for words in (fact.source, fact.where)]
        told = [_without(cited, cell) for section in player.debrief() for cell in _cells(section)]
        assert len(told) > 500
        assert not [words for words in told if english(words)], "\n".join(words for words in told if english(words))
    finally:
        speak("en")


def _cells(section: Section) -> list[str]:
    return [section.title, *section.paragraphs, *(cell for row in section.rows for cell in row)]


def _without(cited: list[str], words: str) -> str:
    for source in sorted(filter(None, {*cited}), key=len, reverse=True):
        words = words.replace(source, "")
    return words
