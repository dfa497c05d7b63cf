"""What the national lists, and the number that was never built, do that no single case can say."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from scsgame.game.chronicle import Chronicle, begin
from scsgame.game.moment import Setup
from scsgame.game.moves import Choose
from scsgame.game.rescore import rescore
from scsgame.life.vocabulary import Act
from scsgame.packs import Case, Deed, Library, Outcome
from scsgame.regime.charter import Regime
from scsgame.regime.desk import Today
from scsgame.regime.dossier import Dossier, open_dossier
from scsgame.regime.proceedings import close_day, file_plea, hear, open_day
from scsgame.session.bots import at_random
from scsgame.session.casebook import judge
from scsgame.terms import SELF, Chance, date_of, safe, written_date

COURT = "judgment-defaulters"
NATIONAL = (COURT, "credit-china", "national-scs")
BAD = ("blacklist", "special_attention", "admin_punishment")


def after(library: Library, regime: str, through: int, *deeds: Deed) -> Dossier:
    """Return the record after these deeds, every observer certain and prompt."""
    return judge(Case(safe("a law"), regime, deeds, through, Outcome()), library.regimes[regime], library.vocabulary)


def a_day(start: str, number: int, luck: str) -> Today:
    date = date_of(start, number)
    facts = {"day": number, "week": (number - 1) // 7 + 1, "weekday": date.weekday, "date": written_date(date)}
    return Today(facts, date, (), frozenset(), frozenset(), Chance(luck))


def through(
    library: Library, regime: Regime, days: int, done: dict[int, str], luck: str, start: str
) -> list[Dossier]:
    """Return the record of each day, with the delays that the regime has, for somebody who did these things."""
    dossier = open_dossier(regime, enrolled=True)
    dossier = open_day(regime, dossier, (), a_day(start, 1, luck)).dossier
    found = [dossier]
    for day in range(1, days + 1):
        today = a_day(start, day, luck)
        if day > 1:
            dossier = close_day(regime, dossier, (), today, (), lambda _: False).dossier
        if day in done:
            dossier = hear(regime, dossier, [Act(done[day], day, SELF, False, 1)], today).dossier
        found.append(dossier)
    return found


def sure(regime: Regime) -> Regime:
    """Return the regime with nothing missed, mixed up or made up; what is slow stays slow."""
    return replace(
        regime, observers=tuple(replace(seer, reliability=1.0, errs=0.0, invents=0.0) for seer in regime.observers)
    )


def lived(library: Library, regimes: tuple[str, ...], seed: str, life: str) -> Chronicle:
    setup = Setup(library.lives[life], tuple(library.regimes[name] for name in regimes), library.vocabulary, seed)
    chronicle = begin(setup)
    while not chronicle.over:
        chronicle = chronicle.then(at_random(chronicle))
    return chronicle


# the voice that callers hear


def test_the_voice_begins_a_week_after_the_entry_and_stops_when_one_pays(library: Library) -> None:
    done = {3: "defies_judgment", 30: "obeys_judgment"}
    days = through(library, sure(library.regimes[COURT]), 50, done, "voice", "2018-06-04")
    listed = [day for day, dossier in enumerate(days) if dossier.facts["listed(defaulters)"]]
    speaks = [day for day, dossier in enumerate(days) if dossier.facts["active(ring_tone)"]]
    assert (listed[0], listed[-1]) == (8, 33), "five days until the court knows, four until the cashier has told it"
    assert (speaks[0], speaks[-1]) == (15, 33)


@pytest.mark.parametrize(
    "after_it", ["pays_bill_on_time", "volunteers", "shows_id", "posts_complaint", "repays_loan"]
)
def test_nothing_else_stops_it(library: Library, after_it: str) -> None:
    done = {3: "defies_judgment", 30: after_it}
    days = through(library, sure(library.regimes[COURT]), 80, done, "voice", "2018-06-04")
    assert days[80].facts["active(ring_tone)"]


def test_callers_are_asked_to_press_the_debtor_on_either_side_of_the_line(library: Library) -> None:
    scenes = {scene.id.split("/")[1]: scene for scene in library.regimes[COURT].encounters}
    for name in ("callers_hear", "on_the_line"):
        assert "kindly remind" in scenes[name].text[0].read().lower()
    assert scenes["callers_hear"].when.source == "active(ring_tone)"
    pays = next(choice for choice in scenes["callers_hear"].choices if choice.id == "pay")
    assert "obeys_judgment" in pays.acts


# a namesake, a dispute won and a dispute lost


def seeds_of_namesakes(library: Library) -> Iterator[str]:
    """Yield seeds under which the court's clerks take somebody else for the person in the first month."""
    register = next(seer for seer in library.regimes[COURT].observers if seer.id == "court_register")

    def taken(seed: str) -> bool:
        luck = Chance(seed)
        return any(luck.draw("invents", COURT, day, register.id) < register.invents for day in (8, 15, 22, 29))

    return filter(taken, map(str, range(9000)))


def with_the_form(library: Library, seed: str) -> Chronicle:
    """Return a student's life in which the form is filled in as soon as somebody else is meant."""
    chronicle = begin(Setup(library.lives["student"], (library.regimes[COURT],), library.vocabulary, seed))
    while not chronicle.over:
        table = chronicle.moment.table
        letter = table is not None and table.scene.id == f"{COURT}/namesake_letter"
        chronicle = chronicle.then(Choose(f"{COURT}/namesake_letter", "form") if letter else at_random(chronicle))
    return chronicle


def test_a_namesake_is_listed_who_never_was_before_a_court_and_is_told_so_by_a_door(library: Library) -> None:
    chronicle = lived(library, (COURT,), next(seeds_of_namesakes(library)), "student")
    listed = [turn for turn in chronicle.turns if turn.before.dossiers[0].facts["listed(defaulters)"]]
    assert listed
    first = listed[0].before
    assert first.life.facts.get("times(defies_judgment)", 0) == 0
    assert not first.life.facts["open(high_speed_rail)"]
    met = [turn.move for turn in chronicle.turns if isinstance(turn.move, Choose)]
    assert "namesake_letter" in {move.scene.removeprefix(f"{COURT}/") for move in met}


def pleaded(library: Library, regime: str, seed: str, wrong: bool) -> bool:
    """Say whether a dispute of an entry on the court's list is won under this luck."""
    charter = sure(library.regimes[regime])
    dossier = after(library, regime, 2, Deed(2, act="defies_judgment"))
    dossier = file_plea(charter, dossier, "correction", "defaulters", "It was another of my name.", 2)
    takes = next(way.takes for way in charter.redress if way.id == "correction")
    for day in range(3, 3 + takes):
        dossier = close_day(charter, dossier, (), a_day("2018-03-05", day, seed), (), lambda _: wrong).dossier
    assert not dossier.cases
    return not dossier.facts["listed(defaulters)"]


@pytest.mark.parametrize("regime", NATIONAL)
def test_a_dispute_can_be_won_and_lost_and_is_won_oftener_by_a_namesake(library: Library, regime: str) -> None:
    wrong = [pleaded(library, regime, f"plea {seed}", wrong=True) for seed in range(60)]
    true = [pleaded(library, regime, f"plea {seed}", wrong=False) for seed in range(60)]
    assert set(wrong) == {True, False}
    assert set(true) == {True, False}
    assert sum(wrong) > 4 * sum(true)


def test_in_a_handful_of_lives_a_namesake_wins_and_a_namesake_loses(library: Library) -> None:
    """Each life is one seed; which seeds they are depends on nothing but the luck drawn by name."""
    shown: dict[bool, str] = {}
    for seed, _ in zip(seeds_of_namesakes(library), range(24), strict=False):
        chronicle = with_the_form(library, seed)
        for turn in chronicle.turns:
            for event in turn.passed.events:
                for answer in event.hearing.answers:
                    if answer.case.redress == "correction":
                        shown.setdefault(answer.granted, seed)
        if set(shown) == {True, False}:
            break
    assert set(shown) == {True, False}


def test_of_an_entry_one_is_not_told_and_the_doors_tell_it(library: Library) -> None:
    for name in (COURT, "credit-china"):
        told = library.regimes[name].disclosure
        assert (told.notice, told.measures) == ("never", True), name


# the railway's ban has a date


@pytest.mark.parametrize(("day", "banned"), [(57, False), (58, True)])
def test_a_cigarette_in_april_costs_nothing_and_in_may_the_trains(library: Library, day: int, banned: bool) -> None:
    """The student's spring begins on 5 March 2018: day 57 is 30 April, day 58 the first of May."""
    student = library.lives["student"]
    assert written_date(date_of(student.start, day)) == (20180501 if banned else 20180430)
    regime = sure(library.regimes["credit-china"])
    days = through(library, regime, student.last_day, {day: "smokes_on_train"}, "smoke", student.start)
    assert days[student.last_day].facts["listed(train_ban_180)"] is banned
    assert not any(dossier.facts["listed(train_ban_180)"] for dossier in days[:58])


def test_in_a_life_that_begins_in_june_it_bites_from_the_first_day(library: Library) -> None:
    days = through(
        library,
        sure(library.regimes["credit-china"]),
        4,
        {2: "smokes_on_train"},
        "smoke",
        library.lives["shopkeeper"].start,
    )
    assert days[4].facts["active(off_the_trains)"]


# the three bad lists, in falling severity


def test_the_three_bad_lists_stand_in_falling_severity(library: Library) -> None:
    regime = library.regimes["credit-china"]
    assert [roll.id for roll in regime.rolls if roll.id in BAD] == list(BAD)

    def weight(roll: str) -> tuple[int, int]:
        measures = [found for found in regime.measures if found.when.source == f"listed({roll})"]
        shut = sum(len(found.closes) for found in measures)
        dearer = sum(1 for found in measures for _, factor in found.prices if factor > 1)
        return shut, dearer

    weights = [weight(roll) for roll in BAD]
    assert weights == sorted(weights, reverse=True)
    assert weights[0] > weights[1] > weights[2] == (0, 0)


def test_what_the_court_shuts_is_the_same_on_its_own_list_and_on_the_site(library: Library) -> None:
    own, site = library.regimes[COURT], library.regimes["credit-china"]
    assert {found.id: found for found in own.measures}.items() <= {found.id: found for found in site.measures}.items()


# the number that was never built


def test_whatever_hangs_on_the_number_says_that_it_was_not_so(library: Library) -> None:
    imagined, built = library.regimes["national-scs"], library.regimes["credit-china"]
    assert imagined.about.read().startswith("NEVER BUILT SO")
    assert "never built" in imagined.title.read()
    assert imagined.scale.provenance.status == "contested"
    for rule in imagined.rules:
        if rule.points:
            assert rule.id not in built.rule
            assert (rule.provenance.status, "(contested)" in rule.title.read()) == ("contested", True), rule.id
    for measure in imagined.measures:
        if measure.id not in built.measure:
            assert measure.provenance.status != "documented", measure.id
            assert "tier" in {atom.name for atom in measure.when.atoms()}, measure.id
        else:
            assert measure == built.measure[measure.id]
            assert "tier" not in {atom.name for atom in measure.when.atoms()}, measure.id


def test_everything_about_it_is_told_before_it_bites(library: Library) -> None:
    imagined = library.regimes["national-scs"]
    told = imagined.disclosure
    assert (told.score, told.rules, told.notice, told.watching) == ("visible", "told", "at_once", "told")
    chronicle = lived(library, ("national-scs",), "told", "student")
    first = next(turn.move for turn in chronicle.turns if isinstance(turn.move, Choose) and "/" in turn.move.scene)
    assert first.scene == "national-scs/never_built"


def test_a_low_number_shuts_nothing_in_the_rehearsal_and_nearly_everything_after(library: Library) -> None:
    low = [Deed(3, act="cheats_in_exam"), Deed(4, act="defies_judgment"), Deed(5, act="obeys_judgment")]
    shut = {}
    for day in (14, 15, 36):
        facts = after(
            library, "national-scs", day, *low, Deed(6, act="visits_parents"), Deed(30, act="visits_parents")
        )
        regime = library.regimes["national-scs"]
        active = [found for found in regime.measures if facts.facts[f"active({found.id})"]]
        shut[day] = {service for found in active for service in found.closes}
    assert shut[14] == set()
    assert {"flight", "high_speed_rail", "star_hotel", "private_school", "civil_service_exam"} <= shut[15]
    assert shut[15] < shut[36]


# one life, judged by all three


def test_one_student_life_is_judged_by_all_three(library: Library) -> None:
    marked: set[str] = set()
    for seed in range(6):
        chronicle = lived(library, ("none",), f"national {seed}", "student")
        judged = rescore(chronicle, [library.regimes[name] for name in NATIONAL])
        marked |= {name for name, dossier in zip(NATIONAL, judged.dossiers, strict=True) if dossier.marks}
    assert marked == set(NATIONAL)
