"""The parts of the shipped regimes: each is used, sourced and said in both languages, and none leaves a dead end behind."""

from __future__ import annotations

import pytest

from scsgame.game.chronicle import begin
from scsgame.game.moment import Setup
from scsgame.packs import Library, load
from scsgame.packs.reading import parts
from scsgame.session.bots import at_random

LIBRARY: Library = load()
SWITCHES = [(name, part.id, part.on) for name, regime in LIBRARY.written.items() for part in regime.parts]


def test_every_part_of_the_issue_is_there() -> None:
    assert set(parts()) >= {
        "real_name", "face_recognition", "e_payment", "e_dating", "data_platforms", "joint_punishment", "green_channels",
        "credit_numbers",
    }  # fmt: skip


def test_every_part_is_used_and_something_hangs_on_it() -> None:
    hang = {tie.part for regime in LIBRARY.written.values() for tie in regime.ties}
    assert {part for _, part, _ in SWITCHES} == set(parts())
    assert set(parts()) <= hang


def test_every_part_is_sourced_and_said_in_both_languages() -> None:
    for part in parts().values():
        assert part.provenance.sources, part.id
        assert {language for language, _ in part.title.versions} == {"en", "zh"}, part.id
        assert {language for language, _ in part.about.versions} == {"en", "zh"}, part.id


@pytest.mark.parametrize(("name", "part", "on"), SWITCHES)
def test_a_life_with_one_part_switched_comes_to_its_end(name: str, part: str, on: bool) -> None:
    regime = LIBRARY.with_parts(name, [part] if on else [], [] if on else [part])
    life = LIBRARY.lives["student"]
    values = tuple(value.id for value in life.values[: life.pick_values])
    chronicle = begin(Setup(life, (regime,), LIBRARY.vocabulary, f"{name} {part}", "as_is", values))
    while not chronicle.over:
        assert any(offer.open for offer in chronicle.moment.offers), chronicle.moment.table
        chronicle = chronicle.then(at_random(chronicle))
    assert regime.title != LIBRARY.regimes[name].title
