"""No life that bots live ever leaves the ranges that proofs rest on, and our own content has nothing to refute."""

from __future__ import annotations

from functools import cache
from typing import Any

import pytest

from scsgame.conditions.intervals import Ground
from scsgame.conditions.spans import Span
from scsgame.game.chronicle import begin
from scsgame.game.moment import Moment, Setup
from scsgame.packs.binding import build
from scsgame.packs.examine import examine
from scsgame.packs.library import core_content
from scsgame.packs.nouns import Library
from scsgame.packs.shelves import fetch
from scsgame.session.bots import POLICIES
from scsgame.workshop.proofs import prove
from scsgame.workshop.proofs.lives import Living
from scsgame.workshop.proofs.regimes import Lives, Ruling


@cache
def own() -> tuple[Any, Library]:
    examined = examine([fetch(core_content(), "content", core=True)])
    return examined, build(examined)


@cache
def grounds() -> tuple[Ground, dict[str, Ground]]:
    library = own()[1]
    life = library.lives["student"]
    encounters = [scene for regime in library.regimes.values() for scene in regime.encounters]
    living = Living(life, library.vocabulary, encounters, frozenset(), {}).run()
    lives = Lives.of([life], [living], library.vocabulary)
    return living.ground, {
        regime.id: Ruling(regime, lives, library.vocabulary, frozenset(), {}, frozenset()).run().ground
        for regime in library.regimes.values()
    }


def outside(ground: Ground, holder: Any, facts: dict[str, Any]) -> list[str]:
    """Return the facts that lie outside their range."""
    found = []
    for key, value in facts.items():
        known = ground.ranges.get((holder, key))
        if isinstance(known, Span):
            if not known.low <= value <= known.high:
                found.append(f"{key} = {value}, not in {known}")
        elif known is not None and value not in known:
            found.append(f"{key} = {value}, not in {set(known)}")
    return found


def look(moment: Moment) -> list[str]:
    living, ruling = grounds()
    found = outside(living, "life", moment.life.facts)
    for regime, dossier in zip(moment.setup.regimes, moment.dossiers, strict=True):
        found += outside(ruling[regime.id], "regime", dossier.facts)
    return found


@pytest.mark.parametrize("number", range(6))
def test_lives_stay_within_the_ranges(number: int) -> None:
    library = own()[1]
    bot = list(POLICIES)[number * 2 % len(POLICIES)]
    regimes = list(library.regimes.values())
    chosen = tuple(regimes) if number % 2 else (regimes[number // 2 % len(regimes)],)
    life = library.lives["student"]
    setup = Setup(
        life,
        chosen,
        library.vocabulary,
        f"ranges-{number}",
        "as_is",
        tuple(value.id for value in life.values)[: life.pick_values],
    )
    chronicle = begin(setup)
    while not chronicle.over:
        assert look(chronicle.moment) == []
        chronicle = chronicle.then(POLICIES[bot](chronicle))
    assert look(chronicle.moment) == []


def test_nothing_of_our_own_content_is_refuted() -> None:
    assert [str(finding) for finding in prove(*own()).findings if finding.certainty == "proof"] == []
