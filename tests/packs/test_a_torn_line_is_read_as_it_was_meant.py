"""A slip costs its own line: it is told there, and what stands above, beside and below it is read as it was meant."""

import pytest
from corpus import hand, trials

from scsgame.packs.examine import examine
from scsgame.packs.reader import read
from scsgame.packs.shelves import Shelf, fetch

BASE = fetch(trials.PACKS["base"], "")
REGIME = "regimes/house-points/regime.yaml"
SCENES = "lives/hostel/scenes/evenings.yaml"
TORN = tuple(kind for kind in hand.SLIPS if "blank" in kind or "colon" in kind or "quotation mark" in kind or "bracket" in kind or "dash" in kind)  # fmt: skip


def told(path, find, put, *more):
    text = BASE.files[path]
    for old, new in ((find, put), *more):
        assert old in text
        text = text.replace(old, new, 1)
    return [(one.path, one.line, one.code) for one in examine([Shelf("", {**BASE.files, path: text})]).problems]


def line_of(path, piece):
    return BASE.files[path][: BASE.files[path].index(piece)].count("\n") + 1


def test_one_blank_too_many_is_told_at_its_own_line_and_not_at_the_next():
    assert told(REGIME, "    kind: points", "     kind: points") == [
        (REGIME, line_of(REGIME, "    kind: points"), "bad-yaml")
    ]


def test_a_second_mistake_in_the_same_chapter_is_told_in_the_same_run():
    found = told(REGIME, "  scale:", "   scale:", ("act: washes_up", "act: washs_up"))

    assert [(line, code) for _, line, code in found] == [
        (line_of(REGIME, "  scale:"), "bad-yaml"),
        (line_of(REGIME, "act: washes_up"), "unknown-act"),
    ]


def test_a_key_that_slid_into_the_text_above_it_is_told_where_it_stands():
    """YAML has nothing against it: the text just becomes longer."""
    found = told(SCENES, "  choices:\n    - id: wash", "    choices:\n    - id: wash")

    assert found == [(SCENES, line_of(SCENES, "  choices:\n    - id: wash"), "bad-yaml")]


def test_a_tab_hides_nothing_that_stands_below_it():
    found = told(REGIME, "  tiers:", "\ttiers:", ("enters: score < 40", "enters: scores < 40"))

    assert [code for *_, code in found] == ["tab", "bad-condition"]


def test_a_field_without_its_colon_in_brackets_names_what_it_names():
    """Its id is known elsewhere, so that nobody is told it is missing."""
    path = "lives/hostel/life.yaml"

    assert [(line, code) for _, line, code in told(path, "{id: order,", "{id order,")] == [
        (line_of(path, "{id: order,"), "bad-yaml")
    ]


def test_a_number_without_its_colon_in_brackets_is_one_mistake():
    found = told(SCENES, "effects: {strength: +2, ties: -2}", "effects: {strength: +2, ties -2}")

    assert found == [(SCENES, line_of(SCENES, "effects: {strength: +2, ties: -2}"), "bad-yaml")]


def test_a_misspelt_field_is_read_as_the_field_it_resembles():
    found = told(REGIME, "  measures:", "  measurs:", ("closes: [bicycle]", "closes: [bicicle]"))

    assert [code for *_, code in found] == ["unknown-key", "unknown-service"]


def test_what_cannot_be_mended_costs_its_own_entry():
    found = read("- id: a\n  choices: - id: b\n      text: c\n- id: d\n", "scenes")

    assert [slip.line for slip in found.slips] == [1]
    assert found.root[1] == {"id": "d"}


def test_a_file_without_slips_is_never_mended():
    for path, text in BASE.files.items():
        assert read(text, "").mended == frozenset(), path


@pytest.mark.parametrize("kind", TORN)
def test_a_slip_is_told_alone_at_its_own_line(kind, monkeypatch):
    """Some of each kind, by lot; python scripts/every_slip.py makes them all."""
    monkeypatch.setattr(hand, "SLIPS", {kind: hand.SLIPS[kind]})
    found = [trial for trial in trials.trials(most=30, seed=3, seconds=False) if trial.counts]

    assert [trials.said(trial) for trial in found if not (trial.alone and (trial.at or trial.near))] == []


def test_a_slip_that_changes_no_meaning_is_met_with_silence():
    found = [trial for trial in trials.trials(most=400, seed=4, seconds=False) if trial.means_the_same]

    assert [trials.said(trial) for trial in found if trial.problems] == []


def test_what_is_said_of_some_slips_of_each_kind_is_said_in_these_words():
    """When this fails, read what is said now: python scripts/every_slip.py --write, and look at the difference."""
    assert trials.GOLDEN.read_text("utf-8") == trials.golden()
