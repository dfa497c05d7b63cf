"""What can be counted of the laws of writing: words, kinds, twins, ways out, sources, and what a life may not mention."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from scsgame.life.scenes import Life, Scene
from scsgame.packs import Library, check
from scsgame.session.casebook import run_cases
from scsgame.terms import STATUSES

FULL_WEEKS = 12
"""A life of so many weeks is a full one; a shorter one shows a system in an hour and has a smaller budget."""
LEAST = {"everyday": 35, "beat": 20, "return": 15, "threshold": 8, "crisis": 6}
SOURCED = sorted(
    at.parent.name
    for at in (Path(__file__).resolve().parents[2] / "content" / "regimes").glob("*/regime.yaml")
    if at.parent.name != "none"
)
"""Every regime: of each everything says where it comes from. The one in which nobody counts has nothing to say."""
LEAST_OF_A_SHORT_LIFE = {"everyday": 12, "beat": 8, "return": 4, "threshold": 3, "crisis": 3}


def every_life(library: Library) -> list[Life]:
    return list(library.lives.values())


def scenes(library: Library) -> Iterator[Scene]:
    for life in every_life(library):
        yield from life.scenes
    for regime in library.regimes.values():
        yield from regime.encounters


def words(text: str) -> int:
    return len(text.split())


def test_every_shipped_pack_checks_clean() -> None:
    assert [f"{found.path}:{found.line}: {found.message}" for found in check().problems] == []


def test_every_case_holds(library: Library) -> None:
    broken = {
        f"{found.case.regime}: {found.case.name}": found.differences
        for found in run_cases(library)
        if found.differences
    }
    assert broken == {}


def test_every_regime_has_cases(library: Library) -> None:
    assert {found.regime for found in library.cases} == set(library.regimes)


def test_a_life_has_scenes_enough_of_each_kind(library: Library) -> None:
    for life in every_life(library):
        full = life.weeks >= FULL_WEEKS
        kinds = Counter(scene.kind for scene in life.scenes)
        budget = LEAST if full else LEAST_OF_A_SHORT_LIFE
        assert len(life.scenes) >= (90 if full else 30), life.id
        assert {kind: kinds[kind] for kind, least in budget.items() if kinds[kind] < least} == {}, life.id
        assert len(life.endings) >= (6 if full else 5), life.id
        assert all(ending.slots for ending in life.endings[: 6 if full else 5]), life.id


def test_everyday_scenes_come_again_in_other_words(library: Library) -> None:
    for life in every_life(library):
        again = [
            scene for scene in life.scenes if scene.kind == "everyday" and scene.cooldown and len(scene.text) >= 2
        ]
        assert len(again) >= (35 if life.weeks >= FULL_WEEKS else 12), life.id
        assert {scene.id: scene.cooldown for scene in again if scene.cooldown < 7 and scene.id != life.fallback} == {}


def test_a_regime_brings_five_to_twelve_encounters(library: Library) -> None:
    counts = {name: len(regime.encounters) for name, regime in library.regimes.items() if regime.observers}
    assert {name: count for name, count in counts.items() if not 5 <= count <= 12} == {}


def test_texts_are_as_short_as_they_must_be(library: Library) -> None:
    long = []
    for scene in scenes(library):
        long += [f"{scene.id}: {words(text.read())} words" for text in scene.text if words(text.read()) > 60]
        for choice in scene.choices:
            if words(choice.text.read()) > 14:
                long.append(f"{scene.id}/{choice.id}: {words(choice.text.read())} words")
            if words(choice.result.read()) > 80:
                long.append(f"{scene.id}/{choice.id} result: {words(choice.result.read())} words")
    assert long == []


def test_a_scene_offers_two_to_four_choices(library: Library) -> None:
    assert {scene.id: len(scene.choices) for scene in scenes(library) if not 2 <= len(scene.choices) <= 5} == {}


def test_every_scene_has_a_way_out(library: Library) -> None:
    """A choice without condition, and without a door that can be shut."""
    for scene in scenes(library):
        assert any(choice.when.source == "always" and not choice.uses for choice in scene.choices), scene.id


def test_every_sensitive_act_has_a_neutral_twin(library: Library) -> None:
    for act in library.vocabulary.acts.values():
        if act.sensitive:
            twin = library.vocabulary.acts[act.twin]
            assert not twin.sensitive, act.id


def test_every_sensitive_act_and_its_twin_can_be_done(library: Library) -> None:
    for life in every_life(library):
        done = {act for scene in life.scenes for choice in scene.choices for act in choice.acts}
        sensitive = [act for act in library.vocabulary.acts.values() if act.sensitive and act.id in done]
        assert len(sensitive) >= 5
        assert [act.id for act in sensitive if act.twin not in done] == []


def test_scenes_are_paired_both_ways(library: Library) -> None:
    for life in every_life(library):
        for scene in life.scenes:
            if scene.twin:
                assert scene.twin in life.by_id, scene.id


def test_one_scene_in_six_returns(library: Library) -> None:
    for life in every_life(library):
        sends = {
            later.scene for scene in life.scenes for choice in scene.choices for later in choice.later if later.scene
        }
        assert len(sends) >= len(life.scenes) / 6


MENTIONED = re.compile(
    r"\b(score|tier|sesame credit|zhima|rongcheng|social credit|blacklist|redlist|credit china|regime)\b|信用分|黑名单",
    re.IGNORECASE,
)


def test_a_life_mentions_no_score_no_tier_and_no_regime(library: Library) -> None:
    found = []
    for life in every_life(library):
        for scene in life.scenes:
            texts = [
                *scene.text,
                scene.place,
                *(part for choice in scene.choices for part in (choice.text, choice.result)),
            ]
            texts += [later.note for choice in scene.choices for later in choice.later]
            found += [
                f"{scene.id}: {match[0]}"
                for text in texts
                for _, said in text.versions
                for match in MENTIONED.finditer(said)
            ]
        for ending in life.endings:
            told = [ending.text, *(variant.text for _, variants in ending.slots for variant in variants)]
            found += [f"{ending.id}: {match[0]}" for text in told for match in MENTIONED.finditer(text.read())]
        found += [f"{post.id}: {match[0]}" for post in life.feed for match in MENTIONED.finditer(post.text.read())]
    assert found == []


def test_a_life_reads_no_fact_of_a_regime(library: Library) -> None:
    for life in every_life(library):
        assert all(atom.holder == "life" for condition in life.conditions for atom in condition.atoms())


def provenances(library: Library, name: str) -> Iterator[tuple[str, object]]:
    regime = library.regimes[name]
    parts = [
        *regime.observers,
        *regime.rules,
        *regime.tiers,
        *regime.rolls,
        *regime.measures,
        *regime.redress,
        *regime.scale.factors,
    ]
    yield from ((part.id, part.provenance) for part in parts)
    yield from ((turning.into, turning.provenance) for turning in regime.turnings)
    if regime.scale.kind != "none":
        yield "scale", regime.scale.provenance
    if regime.observers:
        yield "disclosure", regime.disclosure.provenance


@pytest.mark.parametrize("name", SOURCED)
def test_everything_says_where_it_comes_from(library: Library, name: str) -> None:
    for what, provenance in provenances(library, name):
        assert provenance.status in STATUSES, what
        if provenance.status == "invented":
            assert provenance.why.read(), f"{what} is invented and does not say why"
        else:
            assert provenance.sources, f"{what} cites nothing"
        for source in provenance.sources:
            assert library.sources.fact(source).says


@pytest.mark.parametrize("name", SOURCED)
def test_nothing_is_better_known_than_what_it_cites(library: Library, name: str) -> None:
    for what, provenance in provenances(library, name):
        if provenance.status != "invented":
            best = min(STATUSES.index(library.sources.fact(source).status) for source in provenance.sources)
            assert STATUSES.index(provenance.status) >= best, what


def test_every_phase_that_follows_another_has_a_title(library: Library) -> None:
    nameless = [
        f"{regime.id}/{phase.id}"
        for regime in library.regimes.values()
        for phase in regime.phases
        if not phase.title.read()
    ]
    assert nameless == []
