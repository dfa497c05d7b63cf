"""What the debate sheet sets beside a life is nobody's word for it: every figure ends in facts of the sources that hold its numbers."""

from __future__ import annotations

import re

import pytest

from scsgame.debrief.debate.figures import FIGURES
from scsgame.debrief.debate.sheet import cited, debate
from scsgame.debrief.log import Log
from scsgame.game.chronicle import begin
from scsgame.game.moment import Setup
from scsgame.packs import Library
from scsgame.session.bots import POLICIES
from scsgame.session.player import sources_of

NUMBER = re.compile(r"\.?\d[\d.,]*\d|\.?\d")


@pytest.mark.parametrize("name", sorted(FIGURES))
def test_every_number_of_a_figure_stands_in_a_fact_it_cites(library: Library, name: str) -> None:
    figure, sources = FIGURES[name], sources_of(library)
    facts = [sources[fact] for fact in figure.cites]
    told = set(NUMBER.findall(f"{figure.says.read('en')} {figure.differs.read('en')}"))
    known = {number for fact in facts for number in NUMBER.findall(f"{fact.says} {fact.where} {fact.title}")}
    assert told - known <= {"100"}, "in 100 is how per cent is said"
    assert all(fact.title or fact.where for fact in facts)


def test_the_sheet_of_a_lived_life_names_status_and_source_of_each_figure(library: Library) -> None:
    setup = Setup(library.lives["student"], (library.regimes["rongcheng"],), library.vocabulary, "aloud")
    chronicle = begin(setup)
    while not chronicle.over:
        chronicle = chronicle.then(POLICIES["contrarian"](chronicle))
    found = debate(Log(chronicle), sources_of(library))
    beside = [row for one in found for row in one.rows[1:] if row[0] == "to set beside it"]
    assert len(beside) >= 3
    assert all(re.match(r"(documented|reported): .+", row[2]) for row in beside)
    assert set(cited(found)) <= set(library.sources.facts)
