"""Each rule as the schedule it programs, each regime as contingency notation, and what cannot be learned from it."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest
from scenario import factor, measure, phase, regime, roll, rule, vocabulary, watches

from scsgame.debrief.contingencies.economy import economy, in_words
from scsgame.debrief.contingencies.learning import in_words as in_sentences
from scsgame.debrief.contingencies.learning import remarks
from scsgame.debrief.contingencies.notation import notation
from scsgame.debrief.contingencies.programmed import chance_of_report, programmed
from scsgame.packs import load

_SPEC = importlib.util.spec_from_file_location("notation_reader", Path(__file__).with_name("notation_reader.py"))
reader = importlib.util.module_from_spec(_SPEC)
_SPEC.loader.exec_module(reader)

LIBRARY = load()
RED = rule("red", act="jaywalks", points=-5)


def plan(*parts, **others):
    (one,) = programmed(regime(*parts, **others), vocabulary())
    return one


def test_an_observer_who_reports_one_act_in_five_makes_a_random_ratio_of_five():
    one = plan(watches("jaywalks", reliability=0.2), RED)
    assert (one.sort, round(one.size, 9), one.valence) == ("RR", 5, -1)


def test_an_observer_who_misses_nothing_makes_a_continuous_schedule():
    one = plan(watches("jaywalks"), RED)
    assert (one.sort, one.size) == ("CRF", 1)


def test_where_nobody_looks_nothing_follows():
    assert plan(watches("helps"), RED).sort == "EXT"


def test_two_observers_report_more_than_either():
    eyes = [watches("jaywalks", reliability=0.5), watches("jaywalks", name="other", reliability=0.5)]
    assert chance_of_report(eyes) == 0.75


def test_who_names_the_wrong_person_or_cannot_link_a_name_reports_less():
    assert chance_of_report([watches("posts", errs=0.25)]) == 0.75
    assert chance_of_report([watches("posts", links=0.4)], masked=True) == 0.4


def test_a_cap_of_one_mark_a_month_is_an_interval_by_the_calendar():
    one = plan(watches("helps"), rule("help", act="helps", points=5, cap=5, per="month"))
    assert (one.sort, one.size, one.notes) == ("FI", 30, ("first_of_period",))


def test_a_cap_of_three_marks_a_week_counts_the_first_three():
    one = plan(watches("helps"), rule("help", act="helps", points=5, cap=15, per="week"))
    assert (one.sort, one.few, one.period, one.notes) == ("CRF", 3, 7, ("first_few",))


def test_a_silence_that_counts_anew_is_free_operant_avoidance():
    one = plan(watches("visits"), rule("no_visit", omits="visits", within=28, points=-3))
    assert (one.sort, one.size, one.valence) == ("Sidman", 28, -1)


def test_points_for_not_doing_something_are_differential_reinforcement_of_other_behaviour():
    assert plan(watches("gambles"), rule("clean", omits="gambles", within=28, points=3)).sort == "DRO"


def test_a_duty_after_another_act_is_discriminated_avoidance():
    one = plan(
        watches("confesses", "criticises"), rule("silent", omits="confesses", within=4, after="criticises", points=-3)
    )
    assert (one.sort, one.size, one.notes) == ("DiscrimAv", 4, ("duty",))


@pytest.mark.parametrize(
    ("parts", "sort"),
    [
        ([watches("cheats"), rule("company", act="cheats", points=-3, whose="friends")], "others"),
        ([rule("listed", listed="court/black", points=-30)], "office"),
        ([watches("cheats", invents=0.1)], "RT"),
    ],
)
def test_what_others_do_what_offices_list_and_what_is_made_up_hangs_on_nothing_one_does(parts, sort):
    one = plan(*parts)
    assert one.sort == sort
    assert one.independent == (sort != "office")


def test_a_report_about_nothing_in_one_week_of_ten_comes_every_seventy_days():
    assert plan(watches("cheats", invents=0.1)).size == pytest.approx(70)


def test_a_delay_a_monthly_score_and_a_condition_are_said_beside_the_schedule():
    one = plan(watches("helps", delay=3), rule("help", act="helps", points=2, when="score < 90"), updates="monthly")
    assert (one.delays, one.notes) == ((3, 3), ("delayed", "updated", "when"))


# notation


def lines_of(*parts, **others) -> list[str]:
    return [line.strip() for line in notation(regime(*parts, **others), vocabulary()).splitlines()]


def bound(*parts, **others) -> dict[str, str]:
    return reader.read(notation(regime(*parts, **others), vocabulary()))["Always"]


def test_points_taken_are_response_cost_on_a_schedule():
    assert bound(watches("jaywalks", reliability=0.2), rule("red", act="jaywalks", points=-1)) == {
        "jaywalks": 'Overlay(EXT, RR5 ResponseCost(1, "point"))'
    }


def test_points_given_late_are_a_tandem_with_a_fixed_time():
    assert bound(watches("helps", delay=3), rule("help", act="helps", points=5)) == {"helps": "Tand(CRF, FT3min)"}


def test_avoidance_and_what_is_made_up_have_their_words():
    found = bound(watches("visits", invents=0.5), rule("no_visit", omits="visits", within=28, points=-3))
    assert found == {"visits": "Sidman(28min, 28min)", "made_up_watch": "RT14min"}


def test_what_the_notation_has_no_word_for_is_said():
    lines = lines_of(
        watches("cheats"), rule("company", act="cheats", points=-3, whose="friends"), roll("black", "score < 90")
    )
    assert "-- not expressible: company: -3; hangs on what cheats others do, at no rate the pack sets" in lines
    assert "no_schedule" in lines
    assert "-- list black: score < 90" in lines


def test_each_phase_is_written():
    town = regime(watches("jaywalks", phases=["running"]), RED, phase("before"), phase("running"))
    assert reader.read(notation(town, vocabulary())) == {
        "Before": {"jaywalks": "EXT"}, "Running": {"jaywalks": 'Overlay(EXT, CRF ResponseCost(5, "point"))'}
    }  # fmt: skip


@pytest.mark.parametrize("text", [
    "phase A:\n  let target = RR5\n  target", "phase A:\n  nobody", "phase A:\n  Conc(CRF)", "phase A:\n  FI30", "phase A:\n  RR0",
    'phase A:\n  Tand(CRF, FT1min) ResponseCost(amount=1, unit="point")', "CRF",
])  # fmt: skip
def test_the_reader_refuses_what_the_grammar_refuses(text):
    with pytest.raises(reader.NotNotation):
        reader.read(text)


@pytest.mark.parametrize("name", sorted(LIBRARY.regimes))
@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_regime_of_the_game_is_written_in_notation(name, language):
    found = LIBRARY.regimes[name]
    phases = reader.read(notation(found, LIBRARY.vocabulary, language))
    assert len(phases) == max(1, len(found.phases))
    for part, plans in zip(phases.values(), [part.id for part in found.phases] or [""], strict=True):
        said = [
            one
            for one in programmed(found, LIBRARY.vocabulary, plans)
            if one.sort not in {"others", "office", "DiscrimAv"}
        ]
        assert len(part) == len(said)


# what can be learned


def said(*parts, **others) -> list[tuple[str, str]]:
    return [(one.rule, one.why) for one in remarks(regime(*parts, **others), vocabulary())]


def test_a_consequence_that_comes_anyway_is_remarked():
    assert said(watches("cheats"), rule("company", act="cheats", points=3, whose="friends")) == [
        ("company", "independent")
    ]


def test_what_another_office_lists_is_remarked():
    assert said(rule("listed", listed="court/black", points=-30)) == [("listed", "elsewhere")]


def test_a_rule_seen_once_in_twenty_acts_cannot_be_learned_in_forty_decisions():
    assert said(watches("jaywalks", reliability=0.05), RED) == [("red", "too_rare")]
    assert said(watches("jaywalks", reliability=0.1), RED) == []


def test_a_rule_that_counts_once_a_month_cannot_be_learned_in_forty_decisions():
    assert said(watches("helps"), rule("help", act="helps", points=5, cap=5, per="month")) == [("help", "too_rare")]


def test_a_rule_of_which_nothing_is_ever_told_cannot_be_learned():
    hidden = {"notice": "never", "score": "hidden", "measures": False}
    assert said(watches("jaywalks"), RED, told=hidden) == [("red", "never_told")]


def test_remarks_are_one_sentence_for_each_reason():
    town = regime(
        watches("jaywalks", "litters", reliability=0.05, invents=0.2), RED, rule("dirty", act="litters", points=-1), phase("before"), phase("after")
    )  # fmt: skip
    assert in_sentences(remarks(town, vocabulary()), town) == (
        "Cannot be learned from what follows in 40 decisions, were it done every time: red (about 2 times), dirty (about 2 times). Three times "
        "is the fewest that could show a rule.",
        "Reports about nothing come whatever one does, from: watch.",
    )


# token economy, level system, response cost


def test_a_height_that_opens_a_door_is_a_level_system_and_no_token_economy():
    town = regime(
        watches("helps"), rule("help", act="helps", points=5), measure("lane", "score > 110", opens=["lane"])
    )
    found = economy(town)
    assert (found.level_system, found.response_cost) == (True, False)
    assert "level system" in in_words(town)[0]


def test_points_taken_are_response_cost_beside_a_level_system():
    assert economy(regime(watches("jaywalks"), RED)).response_cost
    assert not economy(regime(watches("jaywalks"), RED)).level_system


def test_sesame_is_a_level_system_with_response_cost():
    found = economy(LIBRARY.regimes["sesame"])
    assert found.level_system
    assert found.response_cost


def test_a_regime_without_a_number_is_neither():
    town = regime(watches("jaywalks"), rule("red", act="jaywalks", lists="black"), roll("black"), kind="none")
    assert (economy(town).level_system, economy(town).response_cost) == (False, False)
    assert "entries and lists" in in_words(town)[0]


def test_factors_take_points_too():
    town = regime(
        watches("jaywalks"), rule("red", act="jaywalks", points=-5, factor="f"), factor("f", 1.0), kind="factors", least=350.0, most=950.0
    )  # fmt: skip
    assert economy(town).takes == ("red",)
