"""The calculative self: what ways count, what was chosen, looks, company, bets, and values against the score."""

from __future__ import annotations

import pytest
from debrief.street import ACTS, lived, street
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from scenario import bill, choice, factor, life, live, regime, roll, rule, scene, watches

from scsgame.debrief.calculating.choosing import chosen
from scsgame.debrief.calculating.company import company
from scsgame.debrief.calculating.foresight import foresight
from scsgame.debrief.calculating.looks import looks
from scsgame.debrief.calculating.report import self_report
from scsgame.debrief.calculating.standoffs import standoffs
from scsgame.debrief.calculating.telling import self_findings
from scsgame.debrief.calculating.worth import best_of, worths
from scsgame.debrief.finding import as_section
from scsgame.debrief.log import Log
from scsgame.debrief.statistics.proportions import Rate
from scsgame.debrief.taught import counting
from scsgame.game.rescore import rescore

RED = rule("red", act="jaywalks", points=-5)
HELP = rule("help", act="helps", points=3)
TOWN = regime(watches("jaywalks", "helps"), RED, HELP)


def worth(log: Log, basis: str, at: int = 0, of: str = "town") -> dict[str, float]:
    return {found.option.id: found.value for found in worths(log, log.decisions[at], of, basis)}  # type: ignore[arg-type]


def told(log: Log) -> str:
    found = self_findings(self_report(log, "town"), log.chronicle)
    return "\n".join(line for one in found for line in as_section(one).paragraphs)


# what a way counts


def test_a_way_counts_its_points_times_how_likely_it_is_seen() -> None:
    town = regime(
        watches("jaywalks", reliability=0.4), watches("helps", "jaywalks", name="other", reliability=0.5), RED, HELP
    )
    found = worth(street(town, days=["waits"]), "rules")
    assert found == pytest.approx(
        {"jaywalks": -5 * 0.7, "helps": 1.5, "waits": 0, "speaks": 0, "chats": 0, "rests": 0}
    )


def test_a_rule_that_is_not_published_counts_by_all_rules_only() -> None:
    town = regime(
        watches("jaywalks", "helps"), RED, rule("help", act="helps", points=3, told=False), told={"rules": "partly"}
    )
    log = street(town, days=["waits"])
    assert worth(log, "published")["helps"] == 0
    assert worth(log, "rules")["helps"] == 3


def test_who_is_told_of_no_observer_reckons_with_the_rule_alone() -> None:
    town = regime(watches("jaywalks", reliability=0.1, told=False), RED, told={"rules": "told", "watching": "partly"})
    log = street(town, days=["waits"])
    assert worth(log, "published")["jaywalks"] == -5
    assert worth(log, "rules")["jaywalks"] == pytest.approx(-0.5)


def test_what_in_fact_came_is_held_against_the_way_taken() -> None:
    log = street(TOWN, days=["jaywalks"])
    assert worth(log, "came") == {"jaywalks": 0, "waits": 5, "helps": 8, "speaks": 5, "chats": 5, "rests": 5}


def test_a_cap_that_is_used_up_leaves_nothing_to_gain() -> None:
    town = regime(watches("helps"), rule("help", act="helps", points=3, cap=3, per="month"))
    log = street(town, days=["helps", "waits"])
    assert [worth(log, "rules", at)["helps"] for at in (0, 1)] == [3, 0]


def test_a_factor_counts_by_its_weight() -> None:
    town = regime(
        watches("helps"), rule("help", act="helps", points=10, factor="deeds"), factor("deeds", 3), factor("money", 1), kind="factors",
        least=0, most=1000,
    )  # fmt: skip
    assert worth(street(town, days=["waits"]), "rules")["helps"] == pytest.approx(75)
    assert worth(street(town, days=["waits"]), "came")["helps"] == pytest.approx(75)


def test_where_there_is_no_number_a_list_counts() -> None:
    town = regime(watches("jaywalks"), rule("red", act="jaywalks", lists="black"), roll("black"), kind="none")
    log = street(town, days=["waits"])
    assert worth(log, "rules")["jaywalks"] == worth(log, "came")["jaywalks"] == -1


def test_nothing_counts_for_who_is_not_in_it() -> None:
    town = regime(watches("jaywalks"), RED, opt_in=True)
    assert worth(street(town, days=["waits"]), "rules") == {}


def test_where_all_ways_count_alike_none_is_best() -> None:
    log = street(regime(watches("cheats"), rule("cheat", act="cheats", points=-1)), days=["waits"])
    assert best_of(worths(log, log.decisions[0], "town", "rules")) == frozenset()


# choosing


def test_choosing_by_the_score_is_held_beside_a_blind_pick() -> None:
    found = chosen(street(TOWN, days=["helps"] * 9 + ["waits"] * 3), "town", "published")
    assert found.taken == Rate(9, 12)
    assert found.blind == pytest.approx(12 / 6)
    assert found.give == pytest.approx(2 * (12 * (1 / 6) * (5 / 6)) ** 0.5)
    assert found.beyond_chance
    assert found.turns == tuple(range(1, 10))
    assert found.passed == (10, 11, 12)


def test_a_bill_is_a_choice_too() -> None:
    town = regime(watches("misses_date"), rule("late", act="misses_date", points=-20))
    log = street(town, days=["waits"] * 8, scenes=[scene("street", choice("waits"), cooldown=1, kind="beat")])
    assert chosen(log, "town", "rules").taken.chances == 0
    flat = life(bill("rent", 10, 2, 90, 3))
    paid = Log(live(town, of=flat).until(3).pays("rent").chronicle)
    assert chosen(paid, "town", "rules").taken == Rate(1, 1)


QUICK = settings(
    max_examples=20, deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck)
)


@QUICK
@given(st.lists(st.sampled_from([*ACTS, "rests"]), max_size=25))
def test_a_blind_pick_lies_between_none_and_all(days: list[str]) -> None:
    log = street(TOWN, days=days)
    for basis in ("published", "rules", "came"):
        found = chosen(log, "town", basis)
        assert 0 <= found.blind <= found.taken.chances
        assert len(found.turns) == found.taken.done
        assert len(found.turns) + len(found.passed) == found.taken.chances


# looks


def test_looks_are_held_beside_what_there_was_to_see() -> None:
    found = looks(street(TOWN, days=["looks", "looks", "jaywalks", "looks", "waits", "looks"]), "town")
    assert (found.looked, found.changed, found.stale, found.shown) == (4, 1, 2, True)
    assert found.turns == (1, 2, 4, 6)


def test_a_look_at_what_is_hidden_shows_nothing() -> None:
    log = street(TOWN, days=["looks", "jaywalks", "looks"], shows="hidden")
    found = looks(log, "town")
    assert (found.looked, found.changed, found.shown) == (2, 0, False)
    assert "It never showed you a number, or a word for it." in told(log)


# company

COMPANY = ("drops_friend", "befriends_high_scorer", "meets_listed_friend")


def test_people_dropped_sought_and_stood_by_are_counted_with_what_the_score_said() -> None:
    phone = scene(
        "phone",
        choice("drop", ["drops_friend"]),
        choice("seek", ["befriends_high_scorer"]),
        choice("meet", ["meets_listed_friend"]),
        choice("nothing"),
        cooldown=1,
        kind="beat",
    )
    town = regime(watches(*(f"{act}" for act in COMPANY)), rule("drop", act="drops_friend", points=4),
                  rule("seek", act="befriends_high_scorer", points=2))  # fmt: skip
    log = street(town, days=["drop", "drop", "seek", "nothing"], scenes=[phone])
    found = {one.sort: one for one in company(log, "town")}
    assert [one.done for one in found.values()] == [Rate(2, 4), Rate(1, 4), Rate(0, 4)]
    assert [step.best for step in found["dropped"].steps] == [True, True]
    assert [step.best for step in found["sought"].steps] == [False]
    said = told(log)
    assert (
        "You could have dropped a friend in 4 choices, and did so in 2. In 2 of these that was also the way that counts best."
        in said
    )
    assert "You could have let yourself be seen with somebody on a list in 4 choices, and did not." in said


def test_of_company_nothing_is_said_where_the_regime_does_not_care() -> None:
    phone = scene("phone", choice("drop", ["drops_friend"]), choice("nothing"), cooldown=1, kind="beat")
    assert company(street(TOWN, days=["drop"], scenes=[phone]), "town") == ()


def test_where_nobody_could_be_dropped_nothing_is_said_of_it() -> None:
    assert company(street(TOWN, days=["waits"]), "town") == ()


# bets


def test_a_bet_is_held_beside_the_guess_that_all_stays() -> None:
    days = ["bets 90", "jaywalks", *["waits"] * 6]
    found = foresight(street(TOWN, days=days), "town")
    (guess,) = found.guesses
    assert (guess.turn, guess.said, guess.before, guess.came, guess.error, guess.naive) == (1, 90, 100, 95, -5, 5)
    assert found.right_way == Rate(1, 1)
    assert (found.error, found.naive, found.lean, found.early) == (None, None, None, None)


def weekly(*said: int) -> list[str]:
    """Return weeks of one crossing each, with a bet at the start of each."""
    return [day for score in said for day in (f"bets {score}", "jaywalks", *["waits"] * 6)]


def test_five_settled_bets_have_an_average_and_ten_have_halves() -> None:
    five = foresight(street(TOWN, days=weekly(95, 90, 85, 80, 70)), "town")
    assert len(five.guesses) == 5
    assert (five.error, five.naive, five.lean) == (1.0, 5.0, -1.0)
    assert five.early is None
    ten = foresight(street(TOWN, days=weekly(105, 100, 95, 90, 85, 70, 65, 60, 55, 50), weeks=14), "town")
    assert (ten.early, ten.late) == (10.0, 0.0)
    assert ten.right_way == Rate(5, 10)


def test_bets_that_learned_are_told_so_and_few_are_told_as_few() -> None:
    said = told(street(TOWN, days=weekly(95, 90, 85, 80, 70)))
    assert "You bet on the score of Town, and 5 bets were settled." in said
    assert "On average you were off by 1, and the guess that it stays as it is by 5: yours was closer." in said
    assert "You leaned low, by 1 on average." in said
    assert "Where the score moved, your bet went the same way in 5 of 5." in said
    few = told(street(TOWN, days=weekly(95, 90)))
    assert "Left unsaid: how well you had learned what counts, which takes five settled bets." in few


def test_a_bet_on_a_hidden_score_is_revealed_by_the_debrief() -> None:
    log = street(TOWN, days=weekly(95, 90, 85, 80, 70), shows="hidden")
    said = told(log)
    assert "That guess knows the score, which you were never shown." in said
    (bets,) = [one for one in self_findings(self_report(log, "town"), log.chronicle) if one.id == "bets.town"]
    assert bets.rows[1] == ("1", "8", "100", "95", "95")
    assert [series.title for series in bets.series] == ["it came to", "you said"]


def test_a_bet_never_settled_is_counted_as_such() -> None:
    town = regime(watches("jaywalks"), RED, opt_in=True, may_leave=True)
    found = foresight(street(town, days=["joins", "bets 90", "leaves", *["waits"] * 8]), "town")
    assert (found.guesses, found.unsettled) == ((), 1)


def test_a_bet_that_still_waits_is_not_called_unsettled() -> None:
    assert foresight(street(TOWN, days=["bets 90", "waits"]), "town").unsettled == 0


def test_what_was_bet_before_a_move_was_taken_back_is_no_guess() -> None:
    log = street(TOWN, days=["bets 90", "undoes", "bets 80", *["waits"] * 7])
    assert [guess.said for guess in foresight(log, "town").guesses] == [80]
    assert "1 move was taken back in this life." in told(log)


@QUICK
@given(st.lists(st.sampled_from([*ACTS, "looks"]), max_size=20), st.integers(0, 200))
def test_looks_and_bets_leave_every_other_figure_as_it_is(days: list[str], said: int) -> None:
    quiet = street(TOWN, days=[day for day in days if day != "looks"])
    betting = street(TOWN, days=[f"bets {said}", *days])
    for basis in ("published", "rules", "came"):
        one, other = chosen(quiet, "town", basis), chosen(betting, "town", basis)
        assert (one.taken, one.blind) == (other.taken, other.blind)
    assert rescore(quiet.chronicle, [TOWN]).dossiers == rescore(betting.chronicle, [TOWN]).dossiers


# self and standing

TALE = scene(
    "tale",
    choice("truth", ["jaywalks"], upholds=["candour"], says="Say it was you."),
    choice("lie", ["helps"], betrays=["candour"], says="Say nothing."),
    choice("shrug", says="Shrug."),
    cooldown=1,
    kind="beat",
)


def test_where_values_and_score_pull_apart_it_is_told_which_won() -> None:
    log = street(TOWN, days=["truth", "lie", "lie", "shrug"], scenes=[TALE], values=("candour",))
    assert [(one.taken, one.won) for one in standoffs(log, "town")] == [
        ("truth", "self"), ("lie", "standing"), ("lie", "standing"), ("shrug", "neither"),
    ]  # fmt: skip
    said = told(log)
    assert (
        "In 4 choices what you had set out to hold to (candour) and the rules of Town asked for different ways. "
        "Your values won 1, your standing 2, neither 1." in said
    )
    (found,) = [one for one in self_findings(self_report(log, "town"), log.chronicle) if one.id == "standoff.town"]
    assert found.rows[1] == ("1", "Say it was you.", "your values")
    assert found.turns == (1, 2, 3, 4)


def test_values_one_does_not_hold_pull_nowhere() -> None:
    log = street(TOWN, days=["truth"], scenes=[TALE], values=("order",))
    assert standoffs(log, "town") == ()
    assert "never asked for different ways in a choice that you met" in told(log)


def test_where_one_way_is_best_for_both_there_is_no_standoff() -> None:
    kind = scene("kind", choice("help", ["helps"], upholds=["loyalty"]), choice("go"), cooldown=1, kind="beat")
    assert standoffs(street(TOWN, days=["help"], scenes=[kind], values=("loyalty",)), "town") == ()


def test_without_values_nothing_is_said_of_them() -> None:
    said = told(street(TOWN, days=["truth"], scenes=[TALE]))
    assert "set out to hold to" not in said


def test_a_regime_that_counts_nothing_taught_nothing() -> None:
    assert counting(Log(lived(regime(name="none", kind="none"), days=["waits", "waits"]))) == ()


def test_a_regime_one_never_joined_taught_nothing() -> None:
    town = regime(watches("jaywalks"), RED, opt_in=True)
    assert counting(street(town, days=["waits", "jaywalks"])) == ()
    assert counting(street(town, days=["waits", "joins", "jaywalks"])) == (town,)
