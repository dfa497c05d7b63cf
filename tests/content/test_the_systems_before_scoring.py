"""The personal file, the work unit, the grid and the sessions: what no case of theirs can say."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from scsgame.debrief.story import debrief
from scsgame.game.chronicle import Chronicle, begin
from scsgame.game.moment import Moment, Setup
from scsgame.game.moves import Choose, Move
from scsgame.game.view import look
from scsgame.game.why import why
from scsgame.packs import Library
from scsgame.plain.app import app_lines
from scsgame.plain.lines import last_lines, phone_lines, scene_lines, week_lines
from scsgame.plain.pages import section_lines
from scsgame.regime.charter import Regime
from scsgame.regime.intervention.rules import Mark
from scsgame.session.bots import at_random
from scsgame.terms import SELF

Player = Callable[[Chronicle], Move]
SEEDS = range(16)


def lived(library: Library, life: str, regime: str, seed: object, player: Player = at_random) -> Chronicle:
    setup = Setup(library.lives[life], (library.regimes[regime],), library.vocabulary, f"before {seed}")
    chronicle = begin(setup)
    while not chronicle.over:
        chronicle = chronicle.then(player(chronicle))
    return chronicle


def moments(chronicle: Chronicle) -> Iterator[Chronicle]:
    """The life again, as it stood before each of its moves."""
    again = begin(chronicle.setup)
    for turn in chronicle.turns:
        yield again
        again = again.then(turn.move)


def drawn_to(*acts: str) -> Player:
    """Somebody who does these things whenever they can be done, and else whatever comes."""

    def move(chronicle: Chronicle) -> Move:
        moment = chronicle.moment
        for offer in moment.offers:
            if offer.open and set(offer.choice.acts) & set(acts) and moment.table:
                return Choose(moment.table.scene.id, offer.choice.id)
        return at_random(chronicle)

    return move


def marks(chronicle: Chronicle) -> tuple[Mark, ...]:
    return chronicle.moment.dossiers[0].marks


def everything_shown(chronicle: Chronicle) -> str:
    view = look(chronicle)
    lines = [*scene_lines(view), *last_lines(view), *week_lines(view), *phone_lines(view)]
    for regime in view.regimes:
        lines += app_lines(regime)
    return " ".join(" ".join(lines).split()) + repr(view)


def sheets(regime: Regime) -> set[str]:
    """Every sentence that only the file itself could say."""
    found = {str(rule.title.read("en")) for rule in regime.rules}
    found |= {str(observer.title.read("en")) for observer in regime.observers}
    for measure in regime.measures:
        found |= {str(said.read("en")) for said in (measure.title, measure.starts, measure.ends)}
    return found - {""}


# The personal file


@pytest.mark.parametrize("life", ["factory", "student"])
def test_the_file_is_shown_nowhere_while_it_is_kept(library: Library, life: str) -> None:
    secret = sheets(library.regimes["dangan"])
    filed = 0
    for seed in SEEDS if life == "factory" else range(4):
        chronicle = lived(
            library, life, "dangan", seed, drawn_to("listens_foreign_radio", "gives_false_data", "posts_complaint")
        )
        filed += len(marks(chronicle))
        for at in moments(chronicle):
            shown = everything_shown(at)
            assert [sentence for sentence in secret if sentence in shown] == []
            (file,) = look(at).regimes
            assert (file.score, file.tier, file.marks, file.lists, file.measures) == (None, None, (), (), ())
            assert (file.rules, file.observers, file.redress, file.cases) == ((), (), (), ())
    assert filed > 20, "there should be something in it that could have been shown"


def test_whoever_asks_what_is_in_the_file_is_told_that_there_is_a_file(library: Library) -> None:
    regime = library.regimes["dangan"]
    chronicle = lived(library, "factory", "dangan", "asked", drawn_to("gives_false_data", "volunteers"))
    asked = [f"mark/{mark.id}" for mark in marks(chronicle)]
    asked += [f"rule/{rule.id}" for rule in regime.rules]
    asked += [f"measure/{measure.id}" for measure in regime.measures]
    asked += [f"observer/{observer.id}" for observer in regime.observers]
    assert marks(chronicle)
    for subject in asked:
        answer = why(chronicle.moment, "dangan", subject)
        said = " ".join((answer.title, *answer.lines))
        assert [sentence for sentence in sheets(regime) if sentence in said] == [], subject


def test_the_debrief_shows_every_kind_of_sheet_that_was_in_the_file(library: Library) -> None:
    regime = library.regimes["dangan"]
    for seed in range(6):
        chronicle = lived(library, "factory", "dangan", seed, drawn_to("gives_false_data", "attends_meeting"))
        told = " ".join(" ".join(section_lines(debrief(chronicle, (), {}), 400)).split())
        own = {mark.rule for mark in marks(chronicle) if mark.whom == SELF}
        assert own
        assert [rule for rule in own if str(regime.rule[rule].title.read("en")) not in told] == []


def test_no_encounter_of_the_file_depends_on_what_the_file_holds(library: Library) -> None:
    """Else meeting it would tell. So it comes to the good and to the bad."""
    regime = library.regimes["dangan"]
    conditions = [scene.when for scene in regime.encounters]
    conditions += [choice.when for scene in regime.encounters for choice in scene.choices]
    conditions += [post.when for post in regime.feed]
    assert {atom.key for condition in conditions for atom in condition.atoms()} <= {"day", "week", "weekday"}


def test_the_file_holds_ten_kinds_of_material(library: Library) -> None:
    kinds = {str(rule.title.read("en")).split(":")[0].removesuffix(" by superiors").removesuffix(" by peers")
             for rule in library.regimes["dangan"].rules}  # fmt: skip
    kinds -= {"Confessions"}  # one kind with the penalties
    assert len(kinds) == 10


# Criticism and self-criticism


def seen(chronicle: Chronicle, act: str) -> list[int]:
    """On which days the circle saw the person do it."""
    return sorted(
        report.day
        for passed in (chronicle.morning, *(turn.passed for turn in chronicle.turns))
        for event in passed.events
        for report in event.hearing.observations
        if report.kind == act and report.whom == SELF
    )


def listings(chronicle: Chronicle, roll: str) -> list[tuple[int, bool]]:
    return [
        (event.day, on)
        for passed in (chronicle.morning, *(turn.passed for turn in chronicle.turns))
        for event in passed.events
        for name, on in event.hearing.listings
        if name == roll
    ]


def test_who_criticises_and_is_silent_about_himself_is_set_apart(library: Library) -> None:
    obliged = 0
    for seed in range(40):
        chronicle = lived(library, "factory", "criticism", seed, drawn_to("criticises_colleague", "skips_meeting"))
        own = seen(chronicle, "criticises_self")
        entered = [day for day, on in listings(chronicle, "isolated") if on]
        left = [day for day, on in listings(chronicle, "isolated") if not on]
        for day in seen(chronicle, "criticises_colleague"):
            due = day + 8
            if due >= chronicle.moment.day or any(day <= other <= due for other in own):
                continue
            obliged += 1
            apart = [since for since in entered if since <= due + 1]
            assert apart, f"criticised on day {day}, silent until {due}, and nobody minded"
            assert len(apart) > len([until for until in left if until < day])
    assert obliged >= 10


def test_self_criticism_takes_back_in_whoever_was_set_apart(library: Library) -> None:
    taken_back = 0
    for seed in range(30):
        chronicle = lived(library, "factory", "criticism", seed, drawn_to("criticises_self"))
        own = seen(chronicle, "criticises_self")
        entered = [day for day, on in listings(chronicle, "isolated") if on]
        left = [day for day, on in listings(chronicle, "isolated") if not on]
        for since in entered:
            cured = [day for day in own if day > since]
            if cured and cured[0] + 1 < chronicle.moment.day:
                taken_back += 1
                assert any(since < day <= cured[0] + 1 for day in left)
    assert taken_back >= 5


def test_what_is_a_fault_this_month_is_none_in_another(library: Library) -> None:
    """Faults of work are entered only after an editorial on work, faults of thought only after one on thought."""
    regime = library.regimes["criticism"]
    of_the_month = {rule.id: rule.phases for rule in regime.rules if rule.phases and not rule.told}
    entered = 0
    for seed in range(40):
        chronicle = lived(
            library,
            "factory",
            "criticism",
            seed,
            drawn_to("listens_foreign_radio", "damages_machine", "writes_to_paper"),
        )
        phase = regime.phases[0].id
        for passed in (chronicle.morning, *(turn.passed for turn in chronicle.turns)):
            for event in passed.events:
                for mark in event.hearing.marks:
                    if mark.rule in of_the_month:
                        entered += 1
                        assert phase in of_the_month[mark.rule]
                phase = event.hearing.dossier.facts["phase"]
    assert entered >= 5


def test_which_editorial_comes_has_nothing_to_do_with_what_one_did(library: Library) -> None:
    regime = library.regimes["criticism"]
    for name in ("editorial_on_work", "editorial_on_thought"):
        read = {atom.name for atom in regime.by_id[f"criticism/{name}"].when.atoms()}
        assert read <= {"day", "phase", "work", "thought"}


# The work unit, and the grid after it


def prices(moment: Moment, service: str) -> float:
    return moment.doors.door(service, moment.setup.vocabulary).price


def test_the_canteen_and_the_doctor_are_there_for_whoever_belongs_whatever_is_thought_of_them(
    library: Library,
) -> None:
    marked = 0
    for seed in SEEDS:
        chronicle = lived(
            library,
            "factory",
            "work-unit",
            seed,
            drawn_to("skips_meeting", "criticises_superior", "gives_false_data"),
        )
        for turn in chronicle.turns:
            assert prices(turn.after, "works_canteen") == 0.5
            assert prices(turn.after, "unit_clinic") == 0
            marked += turn.after.dossiers[0].facts["listed(black_mark)"]
    assert marked, "somebody should have been thought badly of"


def test_in_the_unit_nobody_is_told_who_wrote_what(library: Library) -> None:
    for seed in SEEDS:
        chronicle = lived(library, "factory", "work-unit", seed)
        assert marks(chronicle)
        for at in moments(chronicle):
            (unit,) = look(at).regimes
            assert unit.marks == ()
            assert {observer.id for observer in unit.observers}.isdisjoint({"corridor", "security_section"})


def test_what_the_grid_has_kept_of_the_work_unit_it_has_kept_as_it_was(library: Library) -> None:
    unit, grid = library.regimes["work-unit"], library.regimes["grid"]
    kept = set(unit.rule) & set(grid.rule)
    assert len(kept) >= 8
    assert {name for name in kept if unit.rule[name] != grid.rule[name]} == set()
    assert set(unit.roll) == set(grid.roll)
    assert {observer.id for observer in unit.observers} & {observer.id for observer in grid.observers}
    assert not set(unit.rule) - kept & set(grid.rule)
