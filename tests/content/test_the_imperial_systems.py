"""What the cases of the imperial regimes cannot say: laws of whole lives in the village, and what a variant may differ in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml

from scsgame.conditions import Condition
from scsgame.game.chronicle import Chronicle, begin
from scsgame.game.moment import Setup
from scsgame.game.moves import Choose
from scsgame.game.offers import Offer
from scsgame.packs import Library
from scsgame.regime.charter import Regime
from scsgame.terms import SELF

REGIMES = Path(__file__).resolve().parents[2] / "content" / "regimes"
VARIANTS = {
    "sui-pao": "tithing",
    "baojia-song": "tithing",
    "ming-baojia": "tithing",
    "qing-baojia": "tithing",
    "qing-lijia": "lijia",
}
IMPERIAL = (
    "tithing",
    "sui-pao",
    "baojia-song",
    "ming-baojia",
    "qing-baojia",
    "lijia",
    "qing-lijia",
    "xiangyue",
    "kuan-tzu",
)
ASKED = ("dice_next_door", "guest_next_door", "sack_next_door")
"""The encounters in which one is asked about a neighbour."""


def lived(library: Library, regime: str, seed: str, tastes: Mapping[str, str], life: str = "village") -> Chronicle:
    """Live a life in which these choices are taken, and elsewhere what says nothing to anybody, if it can be had."""
    chronicle = begin(Setup(library.lives[life], (library.regimes[regime],), library.vocabulary, seed))
    while not chronicle.over:
        table = chronicle.moment.table
        assert table is not None
        wanted = tastes.get(short(table.scene.id), "")
        chronicle = chronicle.then(Choose(table.scene.id, taken(chronicle.moment.offers, wanted)))
    return chronicle


def short(scene: str) -> str:
    """The id of an encounter without its regime's."""
    return scene.rsplit("/", maxsplit=1)[-1]


def taken(offers: tuple[Offer, ...], wanted: str) -> str:
    open_ones = [offer.choice for offer in offers if offer.open]
    for choice in open_ones:
        if choice.id == wanted:
            return choice.id
    loud = {
        "reports_neighbour",
        "covers_for_friend",
        "owns_up",
        "gambles",
        "steals",
        "buys_untaxed_salt",
        "hosts_unregistered",
    }
    quiet = [choice for choice in open_ones if not loud & set(choice.acts)]
    return (quiet or open_ones)[0].id


def rules_hit(chronicle: Chronicle) -> list[str]:
    return [mark.rule for mark in chronicle.moment.dossiers[0].marks]


def ever_listed(chronicle: Chronicle) -> set[str]:
    return {
        roll for turn in chronicle.turns for event in turn.passed.events for roll, on in event.hearing.listings if on
    }


def silences(chronicle: Chronicle) -> list[str]:
    return [rule for rule in rules_hit(chronicle) if rule.endswith("_silence")]


def asked(chronicle: Chronicle) -> list[str]:
    return [name for turn in chronicle.turns if turn.table and (name := short(turn.table.scene.id)) in ASKED]


SPEAKS = dict.fromkeys(ASKED, "report")
SAYS_NOTHING = {"dice_next_door": "beans", "guest_next_door": "shutters", "sack_next_door": "wait"}


@pytest.mark.parametrize("regime", ["tithing", "sui-pao", "baojia-song", "ming-baojia", "qing-baojia"])
def test_in_a_tithing_one_must_decide_whether_to_report_a_neighbour(library: Library, regime: str) -> None:
    """Nearly every life is asked, and both answers stand open, one that reports and one that does not."""
    lives = [lived(library, regime, f"asked {seed}", SAYS_NOTHING) for seed in range(10)]
    assert sum(bool(asked(chronicle)) for chronicle in lives) >= 8
    for chronicle in lives:
        for turn in chronicle.turns:
            if turn.table and short(turn.table.scene.id) in ASKED:
                reports = {"reports_neighbour" in offer.choice.acts for offer in turn.offers if offer.open}
                assert reports == {True, False}


def test_a_neighbour_s_crime_that_one_did_not_report_marks_oneself_under_the_qing(library: Library) -> None:
    """The person has done nothing in these lives but say nothing; the mark is theirs, and so is the rod."""
    marked = 0
    for seed in range(10):
        silent = lived(library, "qing-baojia", f"silent {seed}", SAYS_NOTHING)
        if silences(silent):
            marked += 1
            marks = [mark for mark in silent.moment.dossiers[0].marks if mark.rule.endswith("_silence")]
            assert {mark.whom for mark in marks} == {SELF}
            assert "faults" in ever_listed(silent)
            assert not any(act.kind == "gambles" and act.by == SELF for act in silent.acts)
    assert marked >= 7


def test_whoever_reports_whenever_asked_is_seldom_punished_for_silence(library: Library) -> None:
    loud = [lived(library, "qing-baojia", f"silent {seed}", SPEAKS) for seed in range(10)]
    silent = [lived(library, "qing-baojia", f"silent {seed}", SAYS_NOTHING) for seed in range(10)]
    assert sum(len(silences(chronicle)) for chronicle in loud) * 4 < sum(
        len(silences(chronicle)) for chronicle in silent
    )
    bonds = [
        sum(
            chronicle.moment.life.facts[f"bond({who})"]
            for chronicle in lives
            for who in ("sun_wu", "widow_he", "tang_er")
        )
        for lives in (loud, silent)
    ]
    assert bonds[0] < bonds[1], "reporting costs nothing among neighbours"


def test_another_household_s_silence_is_punished_in_all_even_in_one_that_reports(library: Library) -> None:
    fined = [
        chronicle
        for seed in range(10)
        if "answers" in ever_listed(chronicle := lived(library, "qing-baojia", f"fined {seed}", SPEAKS))
    ]
    assert fined
    for chronicle in fined:
        whose = {mark.whom for mark in chronicle.moment.dossiers[0].marks if mark.rule == "shared_guilt"}
        assert whose <= {"zhu_mill", SELF}
        assert "zhu_mill" in whose


@pytest.mark.parametrize("regime", ["tithing", "qing-baojia"])
def test_who_owns_up_in_time_is_spared_the_rod(library: Library, regime: str) -> None:
    """The same life twice, but for one evening: whoever waits is beaten, whoever owns up is let off with less."""
    compared = 0
    for seed in range(60):
        tastes = {**SPEAKS, "dice_behind_mill": "play"}
        waits = lived(library, regime, f"owns {seed}", {**tastes, "own_name": "wait"})
        if "dice_kept" not in rules_hit(waits) or rules_hit(waits).count("own_dice") != 1:
            continue
        owns = lived(library, regime, f"owns {seed}", {**tastes, "own_name": "own_up"})
        assert "dice_kept" not in rules_hit(owns)
        assert "owned_up" in ever_listed(owns)
        assert "owned_up" not in ever_listed(waits)
        compared += 1
    assert compared >= 3


def days_as_head(chronicle: Chronicle) -> list[int]:
    """The mornings on which one carries the book."""
    found = {turn.before.day for turn in chronicle.turns if turn.before.dossiers[0].facts["phase"] == "head"}
    return sorted(found)


def test_the_headship_comes_round_and_goes_on(library: Library) -> None:
    """Of ten households each is head once in ten weeks: in the village's six weeks once, in its third."""
    for regime in ("tithing", "ming-baojia", "qing-baojia"):
        days = days_as_head(lived(library, regime, "head", SPEAKS))
        assert days
        assert 15 <= min(days) <= max(days) <= 21


def test_among_fewer_families_the_turn_comes_sooner(library: Library) -> None:
    """In twelve weeks of a student's life it comes once among ten, and twice among seven."""
    ten = days_as_head(lived(library, "tithing", "turns", {}, life="student"))
    seven = days_as_head(lived(library, "ming-baojia", "turns", {}, life="student"))
    assert max(ten) <= 21
    assert [day for day in seven if 64 <= day <= 70]
    assert [day for day in seven if 22 <= day < 64] == []


def test_the_head_has_two_days_where_others_have_five(library: Library) -> None:
    for regime in ("tithing", "ming-baojia", "qing-baojia"):
        rules = library.regimes[regime].rule
        assert (rules["dice_silence"].within, rules["head_dice_silence"].within) == (5, 2)
        assert rules["head_dice_silence"].phases == {"head"}


def test_where_nobody_says_that_the_headship_went_round_it_does_not(library: Library) -> None:
    for regime in ("sui-pao", "baojia-song"):
        assert "head" not in {phase.id for phase in library.regimes[regime].phases}


def said(regime: str) -> tuple[set[str], set[str]]:
    """What a variant's own files name, and what they take away."""
    told = yaml.safe_load((REGIMES / regime / "regime.yaml").read_text(encoding="utf-8"))
    scenes = yaml.safe_load((REGIMES / regime / "encounters.yaml").read_text(encoding="utf-8")) or []
    named = {scene["id"] for scene in scenes}
    for chapter in ("surveillance", "intervention", "manipulation"):
        for things in told.get(chapter, {}).values():
            named |= (
                {thing["id"] for thing in things if isinstance(thing, dict)} if isinstance(things, list) else set()
            )
    return named, set(told.get("remove", ()))


def things(regime: Regime) -> Iterator[tuple[str, str, str]]:
    """Every thing of a regime: its kind, its id, and all that it says, as one text."""
    kinds: dict[str, tuple[Any, ...]] = {
        "observer": regime.observers, "rule": regime.rules, "list": regime.rolls, "measure": regime.measures, "redress": regime.redress,
    }  # fmt: skip
    for kind, found in kinds.items():
        for thing in found:
            yield kind, thing.id, written(thing)
    for scene in regime.encounters:
        yield "scene", short(scene.id), written(scene).replace(f"{regime.id}/", "")


def written(thing: Any) -> str:
    """All that a thing says, its conditions as they are written."""
    if isinstance(thing, Condition):
        return thing.source
    if is_dataclass(thing):
        return str([(part.name, written(getattr(thing, part.name))) for part in fields(thing)])
    if isinstance(thing, tuple) and not hasattr(thing, "_fields"):
        return str([written(part) for part in thing])
    return str(sorted(thing)) if isinstance(thing, frozenset) else str(thing)


@pytest.mark.parametrize("variant", VARIANTS)
def test_a_variant_differs_only_in_what_it_says(library: Library, variant: str) -> None:
    base = {(kind, name): text for kind, name, text in things(library.regimes[VARIANTS[variant]])}
    own = {(kind, name): text for kind, name, text in things(library.regimes[variant])}
    named, gone = said(variant)
    changed = {name for (kind, name), text in own.items() if base.get((kind, name)) not in (None, text)}
    taken_from = {entry.split(".")[1] for entry in gone if entry.count(".") == 2}
    assert changed <= named | taken_from
    assert {name for kind, name in own.keys() - base.keys()} <= named
    assert {f"{kind}.{name}" for kind, name in base.keys() - own.keys()} <= gone
    assert base.keys() & own.keys(), "it inherits nothing"


@pytest.mark.parametrize("regime", IMPERIAL)
def test_no_imperial_system_has_a_number(library: Library, regime: str) -> None:
    found = library.regimes[regime]
    assert found.scale.kind == "none"
    assert found.disclosure.score == "hidden"
    assert found.tiers == ()


@pytest.mark.parametrize("regime", IMPERIAL)
def test_what_one_pays_in_the_village_is_paid_in_cash(library: Library, regime: str) -> None:
    """Nobody in an imperial regime speaks of yuan, phones or points."""
    found = library.regimes[regime]
    texts = [
        part.read()
        for scene in found.encounters
        for part in (*scene.text, *(c.text for c in scene.choices), *(c.result for c in scene.choices))
    ]
    texts += [post.text.read() for post in found.feed]
    assert [
        text
        for text in texts
        if any(word in text.lower().split() for word in ("yuan", "phone", "app", "points", "score"))
    ] == []


def test_under_the_kuan_tzu_nothing_is_missed_late_or_hidden(library: Library) -> None:
    wall = library.regimes["kuan-tzu"]
    assert {(seen.reliability, seen.delay, seen.errs, seen.invents) for seen in wall.observers} == {
        (1.0, 0, 0.0, 0.0)
    }
    assert (wall.disclosure.rules, wall.disclosure.watching) == ("told", "told")
    assert all(rule.told for rule in wall.rules)
    assert {rule.title.read().split(":")[0] for rule in wall.rules} == {
        "Duteousness", "Subordination", "Loyalty", "Sincerity", "Propriety", "Justice", "Purity", "Shame",
    }  # fmt: skip
