"""A life under Sesame, choice by choice: what each moved, why the others moved nothing, and together the score."""

from __future__ import annotations

import importlib.util
from math import isclose
from pathlib import Path

import pytest

from scsgame.debrief.ledger import ledger
from scsgame.debrief.log import Log
from scsgame.game.chronicle import begin
from scsgame.game.moment import Setup
from scsgame.packs import Library
from scsgame.session.bots import POLICIES

_SPEC = importlib.util.spec_from_file_location(
    "every_point", Path(__file__).parents[2] / "scripts" / "every_point.py"
)
assert _SPEC is not None
assert _SPEC.loader is not None
every_point = importlib.util.module_from_spec(_SPEC)
_SPEC.loader.exec_module(every_point)


@pytest.mark.parametrize("bot", ["careful", "contrarian", "random"])
def test_every_choice_has_its_line_and_the_lines_come_to_the_score(library: Library, bot: str) -> None:
    regime = library.regimes["sesame"]
    chronicle = begin(Setup(library.lives["student"], (regime,), library.vocabulary, "aloud"))
    while not chronicle.over:
        chronicle = chronicle.then(POLICIES[bot](chronicle))
    log = Log(chronicle)
    told = list(every_point.accounts(log, regime))
    assert len(told) >= len(log.decisions)
    assert all(one.came for one in told)
    books = ledger(log, "sesame")
    assert books is not None
    assert isclose(sum(one.worth for one in told), books.score, abs_tol=1e-6)
    assert all(one.worth == 0 for one in told if one.came.startswith("nothing"))


def test_a_system_without_a_number_has_no_accounts(library: Library) -> None:
    regime = library.regimes["credit-china"]
    log = Log(begin(Setup(library.lives["student"], (regime,), library.vocabulary, "aloud")))
    with pytest.raises(ValueError, match="keeps no number"):
        next(every_point.accounts(log, regime))
