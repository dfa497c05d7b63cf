"""The schemes of cities and villages: what no case of theirs can say."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache

import pytest

from scsgame.game.chronicle import Chronicle, begin
from scsgame.game.moment import Setup
from scsgame.game.moves import Choose, Move
from scsgame.game.rescore import rescore
from scsgame.game.turn import Turn
from scsgame.game.view import look
from scsgame.packs import Case, Deed, Library, Outcome
from scsgame.regime.dossier import Dossier
from scsgame.session.bots import at_random
from scsgame.session.casebook import judge
from scsgame.terms import SELF, safe

Player = Callable[[Chronicle], Move]
CITIES = ("rongcheng", "model-city", "honest-shanghai", "jiangsu-2010", "honest-farmer")
LIVES = ("student", "farmer")


def drawn_to(*acts: str, pushes: str = "", by: int = 0) -> Player:
    """Somebody who does these things whenever they can be done, or who pushes a counter up (1) or down (-1)."""

    def wants(choice: object) -> bool:
        moods = dict(getattr(choice, "moods", ()))
        return bool(set(getattr(choice, "acts", ())) & set(acts)) or moods.get(pushes, 0) * by > 0

    def move(chronicle: Chronicle) -> Move:
        moment = chronicle.moment
        for offer in moment.offers:
            if offer.open and moment.table and wants(offer.choice):
                return Choose(moment.table.scene.id, offer.choice.id)
        return at_random(chronicle)

    return move


ANGRY = drawn_to("posts_complaint", "signs_petition", pushes="anger", by=1)
CONTENT = drawn_to("posts_praise", pushes="anger", by=-1)


def lived(library: Library, life: str, regime: str, seed: object, player: Player = at_random) -> Chronicle:
    setup = Setup(library.lives[life], (library.regimes[regime],), library.vocabulary, f"cities {seed}")
    chronicle = begin(setup)
    while not chronicle.over:
        chronicle = chronicle.then(player(chronicle))
    return chronicle


@pytest.fixture(scope="module")
def lives(library: Library) -> Callable[[str, str, int], Chronicle]:
    """Return lives that are lived once for all tests here."""

    @cache
    def once(life: str, regime: str, seed: int) -> Chronicle:
        return lived(library, life, regime, seed)

    return once


def after(library: Library, regime: str, through: int, *deeds: Deed, without: tuple[str, ...] = ()) -> Dossier:
    charter = library.with_parts(regime, without, ()) if without else library.regimes[regime]
    return judge(Case(safe("a law"), regime, deeds, through, Outcome()), charter, library.vocabulary)


def phases(chronicle: Chronicle) -> list[tuple[int, str]]:
    """On which days which phase began."""
    found = [(1, str(chronicle.start.dossiers[0].facts["phase"]))]
    for passed in (chronicle.morning, *(turn.passed for turn in chronicle.turns)):
        found += [(event.day, into) for event in passed.events for into in event.hearing.turnings]
    return found


def at_the_end(chronicle: Chronicle) -> str:
    return str(chronicle.moment.dossiers[0].facts["phase"])


def turns_in(chronicle: Chronicle, phase: str) -> Iterator[Turn]:
    yield from (turn for turn in chronicle.turns if turn.before.dossiers[0].facts["phase"] == phase)


# Suining


def test_anger_ends_it_in_some_lives_and_in_others_it_stays(lives: Callable[[str, str, int], Chronicle]) -> None:
    ends = [at_the_end(lives("student", "jiangsu-2010", seed)) for seed in range(40)]
    assert set(ends) == {"withdrawn", "kept"}
    assert ends.count("kept") > ends.count("withdrawn")


def test_whoever_speaks_up_brings_the_end_and_whoever_praises_puts_it_off(library: Library) -> None:
    for life in LIVES:
        angry = [at_the_end(lived(library, life, "jiangsu-2010", seed, ANGRY)) for seed in range(10)]
        content = [at_the_end(lived(library, life, "jiangsu-2010", seed, CONTENT)) for seed in range(10)]
        assert angry.count("withdrawn") >= 6, life
        assert content.count("withdrawn") <= 1, life


def test_when_it_has_ended_nothing_counts_any_more_and_nothing_is_shown(library: Library) -> None:
    ended = 0
    for seed in range(10):
        chronicle = lived(library, "student", "jiangsu-2010", seed, ANGRY)
        after_end = list(turns_in(chronicle, "withdrawn"))
        if not after_end:
            continue
        ended += 1
        first = after_end[0].before.dossiers[0]
        assert chronicle.moment.dossiers[0].marks == first.marks
        for turn in after_end:
            facts = turn.after.dossiers[0].facts
            assert not any(facts[f"listed({roll.id})"] for roll in chronicle.setup.regimes[0].rolls)
            assert not turn.after.doors.touched
        (county,) = look(chronicle).regimes
        assert (county.score, county.tier, county.rules, county.measures) == (None, None, (), ())
    assert ended >= 5


def test_when_it_is_kept_the_grades_go_on_and_the_board_does_not(lives: Callable[[str, str, int], Chronicle]) -> None:
    quiet = 0
    for seed in range(20):
        chronicle = lives("student", "jiangsu-2010", seed)
        if at_the_end(chronicle) != "kept":
            continue
        quiet += 1
        facts = chronicle.moment.dossiers[0].facts
        assert not facts["listed(named)"]
        assert not facts["active(printed)"]
        assert look(chronicle).regimes[0].score == str(facts["score"])
    assert quiet >= 5


def test_the_papers_come_sooner_to_the_angry(library: Library) -> None:
    def day(player: Player, seed: int) -> int:
        return next(
            day
            for day, phase in phases(lived(library, "student", "jiangsu-2010", seed, player))
            if phase == "in_the_papers"
        )

    assert sum(day(ANGRY, seed) for seed in range(8)) < sum(day(CONTENT, seed) for seed in range(8)) - 8 * 7


# Honest Farmer


def test_what_one_of_the_family_does_marks_the_player(lives: Callable[[str, str, int], Chronicle]) -> None:
    whose = set()
    for seed in range(12):
        chronicle = lives("farmer", "honest-farmer", seed)
        family = {person.id for person in chronicle.setup.life.people if "family" in person.roles}
        marked = {mark.whom for mark in chronicle.moment.dossiers[0].marks}
        assert marked - {SELF} <= family, "a neighbour's deed is the neighbour's"
        whose |= marked & family
    assert len(whose) >= 3


def test_a_brother_far_away_can_cost_the_house_its_loan(library: Library) -> None:
    own = (Deed(2, act="delivers_as_agreed"), Deed(3, act="works_field"), Deed(4, act="helps_neighbour"))
    assert after(library, "honest-farmer", 9, *own).facts["active(loan_without_pledge)"]
    brother = Deed(5, act="misses_repayment", by="xiaobing", roles=("family",))
    assert not after(library, "honest-farmer", 9, *own, brother).facts["active(loan_without_pledge)"]
    friend = Deed(5, act="misses_repayment", by="luo_jun", roles=("friend",))
    assert after(library, "honest-farmer", 9, *own, friend).facts["active(loan_without_pledge)"]


def test_the_book_can_be_talked_out_of_a_line_and_the_register_cannot(library: Library) -> None:
    regime = library.regimes["honest-farmer"]
    ways = {way.id: way for way in regime.redress}
    assert ways["tea_with_five"].phases == frozenset({"book"})
    assert ways["second_line"].phases == frozenset({"register"})
    assert ways["second_line"].grants < ways["tea_with_five"].grants / 4
    assert regime.told_in("book").score == "tier"
    assert regime.told_in("register").score == "visible"


def test_the_students_house_answers_for_the_cousin(library: Library) -> None:
    for seed in range(6):
        chronicle = lived(library, "student", "none", seed)
        (judged,) = rescore(chronicle, [library.regimes["honest-farmer"]]).dossiers
        cousin = [mark for mark in judged.marks if mark.whom == "cousin_yong"]
        if any(mark.rule == "court" for mark in cousin):
            return
    pytest.fail("the cousin has defied a court in no life")


# Honest Shanghai


@pytest.mark.parametrize("regime", ["honest-shanghai", "honest-farmer"])
def test_nothing_is_ever_shut_or_made_dearer(regime: str, lives: Callable[[str, str, int], Chronicle]) -> None:
    eased = 0
    for life in LIVES:
        for seed in range(8):
            chronicle = lives(life, regime, seed)
            for turn in chronicle.turns:
                for door in turn.after.doors.touched.values():
                    assert door.open or not door.by
                    assert door.price <= 1
                    eased += door.open
    assert eased


def test_the_number_under_the_word_is_never_shown(lives: Callable[[str, str, int], Chronicle]) -> None:
    words = set()
    for seed in range(8):
        chronicle = lives("student", "honest-shanghai", seed)
        for at in range(0, len(chronicle.turns), 5):
            then = Chronicle(chronicle.setup, chronicle.start, chronicle.morning, chronicle.turns[:at])
            (app,) = look(then).regimes
            assert (app.score, app.rules, app.marks) == (None, (), ())
            words.add(app.tier)
    assert words & {"good", "bad"}


def test_shops_and_posts_are_read_only_of_whoever_said_yes(lives: Callable[[str, str, int], Chronicle]) -> None:
    read = 0
    for seed in range(24):
        chronicle = lives("student", "honest-shanghai", seed)
        wished = {rule.id for rule in chronicle.setup.regimes[0].rules if rule.phases}
        found = [mark for mark in chronicle.moment.dossiers[0].marks if mark.rule in wished]
        said_yes = [day for day, phase in phases(chronicle) if phase == "and_market"]
        assert all(said_yes and mark.day >= said_yes[0] for mark in found)
        read += len(found)
    assert read


def test_who_does_not_join_is_not_looked_at(library: Library) -> None:
    for seed in range(6):
        chronicle = lived(library, "student", "honest-shanghai", seed, drawn_to("refuses_data"))
        dossier = chronicle.moment.dossiers[0]
        if not dossier.facts["enrolled"]:
            assert dossier.marks == ()
            return
    pytest.fail("somebody should have refused")


# A model city


def test_a_model_city_is_rongcheng_where_it_says_nothing_else(library: Library) -> None:
    model, town = library.regimes["model-city"], library.regimes["rongcheng"]
    changed = {name for name in set(model.rule) & set(town.rule) if model.rule[name] != town.rule[name]}
    assert changed == {"blood", "late_utility", "court_breach", "put_right"}
    assert set(town.rule) - set(model.rule) == {"rumour", "petition"}
    assert set(model.rule) - set(town.rule) == {"code_red_light"}


def test_the_civility_code_lives_for_three_days_whatever_one_does(
    library: Library, lives: Callable[[str, str, int], Chronicle]
) -> None:
    loud = drawn_to("posts_complaint")
    chronicles = [lives(life, "model-city", seed) for life in LIVES for seed in range(4)]
    chronicles += [lived(library, "student", "model-city", seed, loud) for seed in range(4)]
    for chronicle in chronicles:
        began = {phase: day for day, phase in phases(chronicle)}
        assert began["after_code"] - began["civility_code"] == 3


def test_the_same_deeds_make_one_step_a_month_here_and_many_there(library: Library) -> None:
    deeds = tuple(Deed(day, act="misses_bill_date") for day in (2, 5, 9, 14))
    stepwise = after(library, "rongcheng", 28, *deeds)
    monthly = after(library, "model-city", 28, *deeds)
    assert stepwise.facts["score"] == monthly.facts["score"] == 920
    assert [score for _, score in stepwise.course][-4:] == [980, 960, 940, 920]
    assert [score for _, score in monthly.course if score < 1000] == [920]


def test_what_one_office_knows_the_others_know_sooner_with_a_platform(library: Library) -> None:
    def soonest(without: tuple[str, ...]) -> int:
        charter = library.with_parts("model-city", without, ())
        return min(observer.delay for observer in charter.observers_by_act["misses_repayment"])

    assert soonest(()) < soonest(("data_platforms",))


# All of them


def test_each_of_them_judges_the_student_and_the_farmer(library: Library) -> None:
    for life in LIVES:
        marked = dict.fromkeys(CITIES, 0)
        for seed in range(3):
            chronicle = lived(library, life, "none", seed)
            judged = rescore(chronicle, [library.regimes[name] for name in CITIES])
            for name, dossier in zip(CITIES, judged.dossiers, strict=True):
                marked[name] += len(dossier.marks)
        assert all(marked.values()), (life, marked)


def test_one_can_climb_and_fall_in_each_of_them(library: Library) -> None:
    down = {"honest-shanghai": "misses_bill_date", "jiangsu-2010": "misses_bill_date", "honest-farmer": "misses_bill_date",
            "model-city": "misses_bill_date", "rongcheng": "misses_bill_date"}  # fmt: skip
    up = {"honest-farmer": "joins_road_day"}
    for name in CITIES:
        still = after(library, name, 30).facts["score"]
        assert after(library, name, 30, Deed(3, act=down[name])).facts["score"] < still, name
        assert after(library, name, 30, Deed(3, act=up.get(name, "gives_blood"))).facts["score"] > still, name
