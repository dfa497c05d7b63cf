"""The smallest change of past choices that turns a door over, the same choices in other circumstances, the same acts rule by rule."""

from __future__ import annotations

from debrief.street import lived
from scenario import bill, life, live, measure, regime, roll, rule, watches

from scsgame.debrief.circumstances import otherwise, same_person
from scsgame.debrief.counterfactual import Door, answer, doors_of, stood
from scsgame.debrief.counterfactual_told import asked_first, told
from scsgame.debrief.log import Log
from scsgame.debrief.rule_by_rule import rule_by_rule
from scsgame.game.chronicle import live_again
from scsgame.game.rescore import rescore

RED = rule("red", act="jaywalks", points=-5)
BAN = measure("ban", "score < 0", kind="restriction")
PRIZE = measure("prize", "score >= 15", kind="perk")
KIND = rule("kind", act="helps", points=5)
TOWN = regime(watches("jaywalks", "helps"), RED, KIND, BAN, PRIZE, least=-100, most=100, start=0)
ban, prize = Door("town", "measure", "ban"), Door("town", "measure", "prize")


def test_one_choice_that_would_have_kept_a_door_open_is_found_and_proved_by_replay() -> None:
    log = Log(lived(TOWN, days=["waits", "jaywalks", "waits", "rests"]))
    found = answer(log, ban)
    assert found.stood
    assert [(change.was, change.option) for change in found.changes] == [("jaywalks", "helps")]
    assert found.proof is not None
    again = live_again(log.chronicle.setup, found.proof.moves)
    assert not stood(again, ban)


def test_three_choices_are_needed_where_three_are_needed_and_none_is_needless() -> None:
    log = Log(lived(TOWN, days=["waits", "rests", "waits", "rests", "waits"]))
    found = answer(log, prize)
    assert not found.stood
    assert len(found.changes) == 3
    assert {change.option for change in found.changes} == {"helps"}
    assert found.singles


def test_a_door_that_no_choice_touches_is_said_to_be_out_of_reach() -> None:
    town = regime(watches("visits"), rule("visit", act="visits", points=5), PRIZE, start=0, least=0, most=100)
    log = Log(lived(town, days=["waits", "jaywalks"]))
    found = answer(log, prize)
    assert (found.changes, found.relevant) == ((), 0)
    assert "out of your hands" in told(log, prize).says[-1]


def test_a_bill_that_was_left_can_be_the_whole_answer() -> None:
    late = rule("late", act="misses_date", points=-5)
    flat = life(bill("rent", 10, 2, 90, 2))
    story = live(regime(watches("misses_date"), late, BAN, start=0, least=-100, most=100), of=flat).passes(9)
    found = answer(Log(story.chronicle), ban)
    assert [(change.scene, change.was, change.option) for change in found.changes] == [
        ("bill/rent", "leaves_it", "pays")
    ]


def test_the_sentences_name_the_choices_and_what_the_replay_cannot_show() -> None:
    log = Log(lived(TOWN, days=["waits", "jaywalks", "waits", "rests"]))
    finding = told(log, ban)
    assert finding.says == ("“Measure ban” came to stand for you.", "One choice would have turned it.")
    assert finding.turns == (2,)
    assert [cell for row in finding.rows[1:] for cell in row][1:] == ["jaywalks", "helps"]
    assert finding.cannot


def test_a_debrief_asks_first_what_stood_against_one_and_what_was_missed() -> None:
    log = Log(lived(TOWN, days=["jaywalks", "waits"]))
    assert asked_first(log, TOWN) == (ban, prize)
    assert set(doors_of(TOWN)) == {ban, prize}


def test_of_what_stood_on_the_first_morning_one_asks_what_would_have_kept_it() -> None:
    lane = measure("lane", "score >= 0", kind="perk")
    town = regime(watches("jaywalks"), RED, lane, least=-100, most=100, start=0)
    door = Door("town", "measure", "lane")
    lost, kept = Log(lived(town, days=["waits", "jaywalks"])), Log(lived(town, days=["waits", "waits"]))
    found = told(lost, door)
    assert found.says == (
        "“Measure lane” stood on your first morning, and no longer at the end.",
        "One choice would have turned it.",
    )
    assert [cell for row in found.rows[1:] for cell in row][1] == "jaywalks"
    assert told(kept, door).says[0] == "“Measure lane” stood from your first morning to the end."
    assert [(change.was, change.option) for change in answer(kept, door).changes] == [("waits", "jaywalks")]


def test_lists_are_doors_too() -> None:
    town = regime(
        watches("jaywalks"), rule("red", act="jaywalks", points=-5, lists="black"), roll("black"), start=0, least=-9
    )
    log = Log(lived(town, days=["waits", "jaywalks", "rests"]))
    assert len(answer(log, Door("town", "list", "black")).changes) == 1


def test_with_a_namesake_the_same_choices_can_stand_otherwise() -> None:
    town = regime(watches("jaywalks"), RED, start=0, least=-100, most=100)
    chronicle = lived(town, days=["waits"] * 60, seed="0")
    found = {one.circumstance.id: one for one in otherwise(chronicle)}
    scores = {name: one.chronicle.moment.dossiers[0].facts["score"] for name, one in found.items()}
    assert chronicle.moment.dossiers[0].facts["score"] == 0
    assert scores["namesake"] < 0
    assert scores["poor"] == scores["rich"] == 0


def test_the_same_person_is_told_as_a_table_with_the_life_as_it_was_in_its_first_row() -> None:
    chronicle = lived(TOWN, days=["waits", "helps", "rests"])
    finding = same_person(chronicle)
    assert finding is not None
    assert finding.rows[1][:2] == ("as you were", "5")
    assert {row[0] for row in finding.rows[2:]} >= {"a quarter of the money", "a namesake"}


def test_the_same_acts_stand_rule_by_rule_beside_one_another() -> None:
    strict = regime(watches("jaywalks"), rule("red", act="jaywalks", points=-50), name="strict", least=-100, most=100)
    chronicle = lived(TOWN, days=["jaywalks", "helps", "waits"])
    judged = [(one, rescore(chronicle, [one])) for one in (TOWN, strict)]
    finding = rule_by_rule(chronicle, judged)
    assert finding is not None
    rows = {row[0]: row[1:] for row in finding.rows[1:]}
    assert rows["jaywalks (1)"] == ("red -5", "red -50")
    assert rows["helps (1)"] == ("kind +5", "not looked for")


def test_a_rating_stands_as_a_rating_and_not_as_points() -> None:
    stars = regime(
        watches("jaywalks"), rule("rude", act="jaywalks", rating=1), kind="ratings", start=4, least=0, most=5
    )
    chronicle = live(stars).does("jaywalks").passes(2).chronicle
    finding = rule_by_rule(chronicle, [(stars, rescore(chronicle, [stars]))])
    assert finding.rows[1][1] == "rude: 1 of 5"


def test_nothing_is_told_rule_by_rule_where_nothing_counted() -> None:
    silent = regime(name="silent")
    chronicle = lived(silent, days=["jaywalks"])
    assert rule_by_rule(chronicle, [(silent, rescore(chronicle, [silent]))]) is None
