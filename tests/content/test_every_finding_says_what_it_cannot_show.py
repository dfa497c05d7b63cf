"""Every finding of a real debrief has plain sentences and says what it cannot show; nobody is ranked, diagnosed or given a p-value."""

from __future__ import annotations

import re

import pytest

from scsgame.debrief.finding import Finding
from scsgame.debrief.story import story
from scsgame.game.chronicle import begin
from scsgame.game.moment import Setup
from scsgame.packs import Library
from scsgame.session.bots import POLICIES
from scsgame.session.player import sources_of

LIVES = [
    ("student", "contrarian", ("rongcheng", "credit-china")),
    ("student", "careful", ("sesame",)),
    ("student", "random", ("nsa", "stasi")),
]
FORBIDDEN = re.compile(
    r"\b(you are (a|an) |personality|trait|percentile|ranked|your rank|better than \d|significan(t|ce)|p ?[<=]|diagnos)",
    re.IGNORECASE,
)


@pytest.fixture(scope="module", params=LIVES, ids=lambda one: f"{one[1]} under {'+'.join(one[2])}")
def found(request: pytest.FixtureRequest, library: Library) -> list[Finding]:
    life, bot, regimes = request.param
    rooms = tuple(library.regimes[name] for name in regimes)
    chronicle = begin(Setup(library.lives[life], rooms, library.vocabulary, "aloud"))
    while not chronicle.over:
        chronicle = chronicle.then(POLICIES[bot](chronicle))
    others = tuple(library.regimes[name] for name in ("fico", "tithing", "none") if name in library.regimes)
    told = story(chronicle, others, sources_of(library))
    return [one for chapter in told.chapters for one in chapter.page.findings]


def test_each_has_a_sentence_and_a_limit(found: list[Finding]) -> None:
    assert len(found) > 15
    assert [one.id for one in found if not one.says] == []
    assert [one.id for one in found if not one.cannot] == []


def test_nobody_is_ranked_diagnosed_or_tested(found: list[Finding]) -> None:
    said = [line for one in found for line in (one.title, *one.says)]
    assert [line for line in said if FORBIDDEN.search(line) and "p-value, because" not in line] == []
