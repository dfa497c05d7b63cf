"""Every finding of a real debrief has plain sentences and says what it cannot show; nobody is ranked, diagnosed or given a p-value."""

from __future__ import annotations

import re

import pytest

from scsgame.debrief.finding import Finding
from scsgame.debrief.story import Story, story
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


WITHOUT = {
    "bibliography",
    "real",
    "circumstances",
    "not_yours",
    "meters",
    "doors",
    "readings",
    "elsewhere",
    "schedules",
}
"""What stands for no choice: sources, what nobody chose, what stood by itself; and doors, readings, schedules, other systems where none was met."""


@pytest.fixture(scope="module", params=LIVES, ids=lambda one: f"{one[1]} under {'+'.join(one[2])}")
def told(request: pytest.FixtureRequest, library: Library) -> Story:
    life, bot, regimes = request.param
    rooms = tuple(library.regimes[name] for name in regimes)
    chronicle = begin(Setup(library.lives[life], rooms, library.vocabulary, "aloud"))
    while not chronicle.over:
        chronicle = chronicle.then(POLICIES[bot](chronicle))
    others = tuple(library.regimes[name] for name in ("fico", "tithing", "none") if name in library.regimes)
    return story(chronicle, others, sources_of(library))


@pytest.fixture(scope="module")
def found(told: Story) -> list[Finding]:
    return [one for chapter in told.chapters for one in chapter.page.findings]


def test_each_has_a_sentence_and_a_limit(found: list[Finding]) -> None:
    assert len(found) > 15
    assert [one.id for one in found if not one.says] == []
    assert [one.id for one in found if not one.cannot] == []


def test_nobody_is_ranked_diagnosed_or_tested(found: list[Finding]) -> None:
    said = [line for one in found for line in (one.title, *one.says)]
    assert [line for line in said if FORBIDDEN.search(line) and "p-value, because" not in line] == []


def test_from_every_picture_and_nearly_every_finding_one_goes_down_to_the_choices(told: Story) -> None:
    assert [one.id for one in told.chapters if one.page.picture is not None and not one.page.turns] == []
    found = [one for chapter in told.chapters for one in chapter.page.findings if not one.turns]
    assert {one.id for one in found if not one.id.startswith(("counterfactual/", "number."))} <= WITHOUT
