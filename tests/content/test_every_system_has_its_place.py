"""Every system of the fact base can be met in the game, and everything said of it can be looked up."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from scsgame.packs import Library
from scsgame.packs.reading import AtlasEntry, Guide, read_all
from scsgame.session import House
from scsgame.session.atlas import Atlas

KEYS = """
anti-corruption apple-icloud baihe baojia-song belt-road cctv-britain china-rapid-finance city-rules confucian-legalist
credit-china criticism dafeng-ringtone dangan danwei demonstration-cities enterprise-credit epayment facebook-patent
facial-recognition fico grid honest-shanghai intelli interviews-s0 jiangsu-2010 judgment-defaulters kaola kuan-tzu
licensed-platforms local-pilots ming-baojia ming-county ming-lijia national-scs ncisp nosedive nsa orwell-1984 pengyuan
platform-ratings qianhai qin-han qing-baojia qing-lijia qingzhen real-name rongcheng schufa sesame stakeholders stasi
street-policing sui-pao survey-kostka survey-kostka-antoine tang tencent theory us-preflight wang-shouren wangxiang
world-files xiangyue zhuzhu
""".split()  # noqa: SIM905 - a list of words is read as words
"""The keys of the fact base: every system, and the evidence about them."""

PLAYED = """
sesame tencent licensed-platforms enterprise-credit rongcheng honest-shanghai jiangsu-2010 model-city city-rules
honest-farmer credit-china judgment-defaulters national-scs dangan work-unit grid criticism tithing sui-pao baojia-song
ming-baojia qing-baojia lijia xiangyue kuan-tzu fico schufa facebook-patent platform-ratings nsa cctv-town stasi panopticon
nineteen-eighty-four nosedive
""".split()  # noqa: SIM905 - a list of words is read as words
"""The regimes that can be lived under."""

FACTS = 459
"""So many facts does the fact base hold; each stands in a sources file, in our own words."""

HOUSE = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def entries() -> dict[str, AtlasEntry]:
    return dict(read_all().atlas)


@pytest.fixture(scope="module")
def guides() -> dict[str, Guide]:
    return dict(read_all().guides)


@pytest.fixture(scope="module")
def atlas() -> Atlas:
    return House().atlas()


def test_the_atlas_has_an_entry_for_every_key(entries: dict[str, AtlasEntry]) -> None:
    assert sorted(set(KEYS) - set(entries)) == []
    assert len(KEYS) == len(set(KEYS)) == 64


def test_every_entry_says_where_it_lives_in_the_game(entries: dict[str, AtlasEntry]) -> None:
    homeless = [
        key for key, one in entries.items() if not (one.plays or one.part or one.scene or one.exhibit.versions)
    ]
    assert homeless == []


def test_every_entry_says_what_is_known(entries: dict[str, AtlasEntry]) -> None:
    assert [key for key, one in entries.items() if not (one.facts or one.since)] == []
    long = {key: len(one.what.read().split()) for key, one in entries.items()}
    assert {key: count for key, count in long.items() if not 20 <= count <= 95} == {}


def test_what_is_played_says_what_was_invented(entries: dict[str, AtlasEntry]) -> None:
    assert [key for key, one in entries.items() if one.plays and not one.invented.versions] == []


def test_every_system_that_scores_lists_or_files_people_can_be_lived_under(library: Library) -> None:
    assert sorted(set(PLAYED) - set(library.regimes)) == []


def test_every_regime_is_played_somewhere_in_the_atlas(library: Library, entries: dict[str, AtlasEntry]) -> None:
    played = {play.regime for one in entries.values() for play in one.plays}
    assert sorted(set(library.regimes) - played - {"none"}) == []


def test_every_regime_has_a_guide_of_one_page(library: Library, guides: dict[str, Guide]) -> None:
    assert sorted(set(library.regimes) - set(guides) - {"none"}) == []
    for guide in guides.values():
        words = sum(
            len(text.read().split())
            for text in (guide.what_it_is, guide.how_it_works, *guide.notice, *guide.to_try, *guide.debate)
        )
        assert 120 <= words <= 700, f"{guide.regime}: {words}"
        assert guide.disputed, guide.regime


def test_every_fact_of_the_fact_base_can_be_cited(library: Library) -> None:
    facts = [name for name in library.sources.facts if name.startswith("fact:")]
    assert len(facts) >= FACTS
    placed = re.compile(r"\S")
    for name in facts:
        fact = library.sources.fact(name)
        assert placed.search(fact.says), name
        assert fact.source or fact.where, name


def _cited(library: Library) -> Iterator[tuple[str, str, tuple[str, ...], bool]]:
    """Yield everything that must say where it comes from: what it is, its status, its sources, and whether it says why."""
    for regime in library.regimes.values():
        things = [("scale", regime.scale), ("disclosure", regime.disclosure)]
        for kind in ("observers", "rules", "tiers", "rolls", "measures", "redress"):
            things += [(f"{kind}/{one.id}", one) for one in getattr(regime, kind)]
        things += [(f"turning/{at}", one) for at, one in enumerate(regime.turnings)]
        for name, thing in things:
            said = thing.provenance
            yield f"{regime.id}/{name}", said.status, said.sources, bool(said.why.versions)


def test_everything_that_counts_has_a_source_or_says_why_it_was_invented(library: Library) -> None:
    bare = [
        name
        for name, status, sources, why in _cited(library)
        if not name.startswith("none/") and not (sources if status != "invented" else why)
    ]
    assert bare == []


def test_every_card_can_be_drawn_and_every_source_it_names_is_there(atlas: Atlas) -> None:
    for key in atlas.entries:
        card = atlas.card(key)
        assert card.line.title
        assert all(known.says for known in (*card.known, *card.since)), key


def test_no_regime_names_a_scene_of_a_life(library: Library) -> None:
    scenes = {
        scene.id for life in library.lives.values() for scene in life.scenes if "_" in scene.id and len(scene.id) > 9
    }
    for folder in sorted((HOUSE / "content" / "regimes").iterdir()):
        own = {scene.id.partition("/")[2] for scene in library.regimes[folder.name].encounters}
        for file in folder.glob("*.yaml"):
            if not file.name.startswith("strings"):
                words = set(re.findall(r"[a-z][a-z0-9_]+", file.read_text("utf-8")))
                assert not words & (scenes - own), file


def test_the_timeline_begins_before_the_song(atlas: Atlas) -> None:
    lines = atlas.lines()
    assert lines[0].began < 1070
    assert any(line.id == "baojia-song" and line.began == 1070 for line in lines)
