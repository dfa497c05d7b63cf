"""What the companies' scores and the credit of firms do that no single case can say."""

from __future__ import annotations

from dataclasses import replace

import pytest

from scsgame.game.chronicle import Chronicle, begin
from scsgame.game.moment import Setup
from scsgame.game.rescore import rescore
from scsgame.game.view import look
from scsgame.packs import Case, Deed, Library, Outcome
from scsgame.packs.reading import atlas
from scsgame.regime.desk import Today
from scsgame.regime.dossier import Dossier, open_dossier
from scsgame.regime.proceedings import close_day, file_plea
from scsgame.session.bots import at_random
from scsgame.session.casebook import judge
from scsgame.terms import SELF, Chance, date_of, safe

COMPANIES = ("sesame", "sesame-rumours", "tencent", "licensed-platforms")
SIX = ("pengyuan", "wangxiang", "intelli", "zhuzhu", "kaola", "qianhai")


def after(library: Library, regime: str, through: int, *deeds: Deed) -> Dossier:
    """Return the record after these deeds, every observer certain and prompt."""
    case = Case(safe("a law"), regime, deeds, through, Outcome())
    return judge(case, library.regimes[regime], library.vocabulary)


def lived(library: Library, regime: str, seed: str, life: str) -> Chronicle:
    chronicle = begin(Setup(library.lives[life], (library.regimes[regime],), library.vocabulary, seed))
    while not chronicle.over:
        chronicle = chronicle.then(at_random(chronicle))
    return chronicle


def at(chronicle: Chronicle, turns: int) -> Chronicle:
    """Return a life as it stood after so many turns."""
    return Chronicle(chronicle.setup, chronicle.start, chronicle.morning, chronicle.turns[:turns])


@pytest.mark.parametrize("life", ["student", "shopkeeper"])
def test_one_life_can_be_judged_by_every_companys_score(library: Library, life: str) -> None:
    moved = set()
    for seed in range(4):
        chronicle = lived(library, "none", f"companies {seed}", life)
        judged = rescore(chronicle, [library.regimes[name] for name in COMPANIES])
        for name, dossier in zip(COMPANIES, judged.dossiers, strict=True):
            if dossier.facts["score"] != library.regimes[name].unjudged:
                moved.add(name)
    assert moved == set(COMPANIES)


def test_sesame_plays_nothing_that_is_contested(library: Library) -> None:
    sesame = library.regimes["sesame"]
    parts = (*sesame.observers, *sesame.rules, *sesame.tiers, *sesame.measures, *sesame.scale.factors)
    assert [part.id for part in parts if part.provenance.status == "contested"] == []
    assert sesame.scale.influence is None


@pytest.mark.parametrize("name", ["sesame-rumours", "tencent", "licensed-platforms"])
def test_what_is_contested_says_so_in_its_title(library: Library, name: str) -> None:
    """The player is told where it is met, and before it is chosen."""
    regime = library.regimes[name]
    parts = (*regime.observers, *regime.rules, *regime.measures)
    contested = [part for part in parts if part.provenance.status == "contested"]
    assert contested
    assert [part.id for part in contested if "(contested)" not in part.title.read()] == []
    if any(part in regime.rules for part in contested):
        assert "contested" in regime.about.read()


def test_even_if_the_rumours_were_true_relations_could_take_fifteen_points(library: Library) -> None:
    rumours = library.regimes["sesame-rumours"]
    start = next(factor.start for factor in rumours.scale.factors if factor.id == "relations")
    assert round(rumours.weights["relations"] * start) == 15
    months = range(3, 200, 3)
    talk = [Deed(day, act=act) for day in months for act in ("posts_complaint", "posts_rumour")]
    worst = after(library, "sesame-rumours", 230, *talk)
    assert rumours.unjudged - worst.facts["score"] <= 15


def test_what_makes_the_rumours_differ_from_sesame_is_only_what_was_rumoured(library: Library) -> None:
    plain, rumoured = library.regimes["sesame"], library.regimes["sesame-rumours"]
    assert set(plain.rule) <= set(rumoured.rule)
    assert all(rumoured.rule[name] == rule for name, rule in plain.rule.items())
    added = [rumoured.rule[name] for name in set(rumoured.rule) - set(plain.rule)]
    assert {rule.provenance.status for rule in added} == {"contested"}
    assert plain.measures == rumoured.measures


def off_the_list(library: Library, name: str) -> list[float]:
    """Return the score before, on and after the court's list."""
    regime = library.regimes[name]
    dossier = open_dossier(regime, enrolled=True)
    scores = [dossier.facts["score"]]
    for day in range(2, 90):
        date = date_of("2018-03-05", day)
        facts = {"day": day, "week": (day - 1) // 7 + 1, "weekday": date.weekday}
        today = Today(facts, date, (), frozenset(), frozenset(), Chance("list"))
        bulletins = {5: ["credit-china/defaulters"], 50: ["-credit-china/defaulters"]}.get(day, [])
        dossier = close_day(regime, dossier, (), today, bulletins, lambda _: False).dossier
        if day in {48, 89}:
            scores.append(dossier.facts["score"])
    return scores


@pytest.mark.parametrize("name", ["sesame", "tencent"])
def test_off_the_courts_list_half_of_it_comes_back(library: Library, name: str) -> None:
    before, on, off = off_the_list(library, name)
    assert on < off < before
    assert abs((before - off) - (off - on)) <= 1


def test_tencents_page_is_open_to_everybody_for_one_day(library: Library) -> None:
    phases = [str(after(library, "tencent", day).facts["phase"]) for day in range(1, 60)]
    assert phases.count("public_day") == 1
    assert [phase for at, phase in enumerate(phases) if at == 0 or phases[at - 1] != phase] == [
        "small_test", "public_day", "withdrawn", "pay_score",
    ]  # fmt: skip


def test_while_tencents_page_is_shut_the_number_is_not_shown_and_goes_on(library: Library) -> None:
    shown: dict[str, set[bool]] = {}
    for seed in range(6):
        chronicle = lived(library, "tencent", f"shut {seed}", "student")
        for turns in range(len(chronicle.turns)):
            then = at(chronicle, turns)
            app = look(then).regimes[0]
            if app.enrolled:
                phase = str(then.moment.dossiers[0].facts["phase"])
                shown.setdefault(phase, set()).add(app.score is not None)
    assert shown["small_test"] == {True}
    assert shown["withdrawn"] == {False}
    assert shown["pay_score"] == {True}
    day = Deed(26, act="misses_repayment")
    assert after(library, "tencent", 36, day).facts["score"] < after(library, "tencent", 36).facts["score"]


def test_of_tencents_star_no_reason_is_ever_shown(library: Library) -> None:
    chronicle = lived(library, "tencent", "no reason", "student")
    assert chronicle.moment.dossiers[0].marks
    for turns in range(0, len(chronicle.turns), 3):
        app = look(at(chronicle, turns)).regimes[0]
        assert (app.rules, app.observers, app.marks) == ((), (), ())


def test_of_the_six_nobody_is_told_a_rule_or_a_watcher_or_a_mark(library: Library) -> None:
    counted = 0
    for seed in range(8):
        chronicle = lived(library, "licensed-platforms", f"six {seed}", "student")
        counted += len(chronicle.moment.dossiers[0].marks)
        for turns in range(0, len(chronicle.turns), 4):
            app = look(at(chronicle, turns)).regimes[0]
            assert (app.rules, app.observers, app.marks) == ((), (), ())
    assert counted > 0


def test_of_the_six_every_rule_is_made_up_and_every_one_lives_in_the_atlas(library: Library) -> None:
    regime = library.regimes["licensed-platforms"]
    assert {rule.provenance.status for rule in regime.rules} == {"invented"}
    assert regime.scale.provenance.status == "invented"
    entries = atlas()
    for key in SIX:
        assert [play.regime for play in entries[key].plays] == ["licensed-platforms"]
        assert entries[key].facts == (f"fact:vol-{key}",)


def test_a_person_without_a_firm_stands_on_no_list_of_firms(library: Library) -> None:
    for seed in range(4):
        chronicle = lived(library, "none", f"no firm {seed}", "student")
        dossier = rescore(chronicle, [library.regimes["enterprise-credit"]]).dossiers[0]
        assert not [key for key, on in dossier.facts.items() if key.startswith("listed(") and on]


def test_a_firm_that_files_in_time_is_never_listed_for_a_missing_report(library: Library) -> None:
    for day in range(1, 28):
        licence = Deed(1, act="shows_licence")
        filed = after(library, "enterprise-credit", 60, licence, Deed(day, act="files_annual_report"))
        assert not filed.facts["listed(special_attention)"], day
    late = after(library, "enterprise-credit", 60, Deed(1, act="shows_licence"))
    assert late.facts["listed(special_attention)"]


def test_the_heavy_list_of_firms_does_not_end_by_waiting_and_does_by_repair(library: Library) -> None:
    regime = library.regimes["enterprise-credit"]
    mended = replace(regime, redress=tuple(replace(way, grants=1.0, grants_if_wrong=1.0) for way in regime.redress))
    deeds = [Deed(2, act="understates_takings"), Deed(4, act="understates_takings")]
    deeds += [Deed(6, act="files_annual_report"), Deed(7, act="settles_back_tax")]
    deeds += [Deed(8, act="runs_filter"), Deed(9, act="runs_filter")]
    case = Case(safe("waiting"), regime.id, tuple(deeds), 300, Outcome())
    assert judge(case, mended, library.vocabulary).facts["listed(blacklist)"]
    case = replace(case, does=(*deeds, Deed(20, pleads="repair")), through=40)
    assert not judge(case, mended, library.vocabulary).facts["listed(blacklist)"]


def test_an_objection_of_a_firm_can_be_won_and_lost(library: Library) -> None:
    regime = library.regimes["enterprise-credit"]
    listed = after(library, regime.id, 31, Deed(1, act="shows_licence"))
    way = next(way for way in regime.redress if way.id == "correction")

    def answered(seed: str, wrong: bool) -> bool:
        dossier = file_plea(regime, listed, way.id, "special_attention", "", 31)
        for day in range(32, 32 + way.takes):
            date = date_of("2018-06-04", day)
            today = Today(
                {"day": day, "week": 5, "weekday": date.weekday}, date, (), frozenset(), frozenset(), Chance(seed)
            )
            dossier = close_day(regime, dossier, (), today, (), lambda _: wrong).dossier
        return not dossier.facts["listed(special_attention)"]

    true = [answered(f"true {seed}", wrong=False) for seed in range(80)]
    wrong = [answered(f"wrong {seed}", wrong=True) for seed in range(80)]
    assert set(true) == set(wrong) == {True, False}
    assert sum(wrong) > 2 * sum(true)


def test_what_somebody_else_of_the_firm_lets_out_is_fined_to_the_keeper(library: Library) -> None:
    regime = library.regimes["enterprise-credit"]
    own = after(library, regime.id, 5, Deed(2, act="lets_water_out_unfiltered", by=SELF))
    hand = after(library, regime.id, 5, Deed(2, act="lets_water_out_unfiltered", by="a_dyer", roles=("colleague",)))
    assert [mark.rule for mark in own.marks] == [mark.rule for mark in hand.marks] == ["water"]
    assert dict(regime.rule["water"].touches)["money"] < 0
