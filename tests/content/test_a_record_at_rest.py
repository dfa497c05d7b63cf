"""A record at rest is left alone by a quiet night: looking at it all the same would have changed nothing."""

from __future__ import annotations

import pytest

from scsgame.game.chronicle import begin
from scsgame.game.moment import Setup
from scsgame.packs import Library
from scsgame.regime import proceedings
from scsgame.regime.desk import Hearing
from scsgame.regime.dossier import Dossier
from scsgame.session.bots import at_random

UNREAD = ("days_in_phase",)


def held(dossier: Dossier) -> tuple[object, ...]:
    """Return all that a record holds, but for what the days alone change and nobody there reads."""
    facts = {key: value for key, value in dossier.facts.items() if key not in UNREAD}
    return facts, *dossier._replace(known={}, at_rest=False)[1:]


@pytest.mark.parametrize(
    "names", [("sesame",), ("rongcheng", "sesame", "credit-china"), ("nosedive", "work-unit")], ids="+".join
)
def test_a_night_that_is_passed_over_would_have_changed_nothing(
    library: Library, names: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    passed_over = 0
    close_day = proceedings.close_day

    def both(regime, dossier, acts, today, bulletins, mistaken) -> Hearing:
        nonlocal passed_over
        found = close_day(regime, dossier, acts, today, bulletins, mistaken)
        if found.dossier is dossier:
            passed_over += 1
            looked = close_day(regime, dossier._replace(at_rest=False), acts, today, bulletins, mistaken)
            assert looked.empty
            assert held(looked.dossier) == held(dossier)
        return found

    monkeypatch.setattr("scsgame.game.passing.close_day", both)
    for seed in ("one", "two"):
        chronicle = begin(
            Setup(library.lives["student"], tuple(library.regimes[name] for name in names), library.vocabulary, seed)
        )
        while not chronicle.over:
            chronicle = chronicle.then(at_random(chronicle))
    assert passed_over > 10
