"""The checker's messages, scored on packs such as novices break. The committed score may rise and may not fall."""

import pytest
import yaml
from corpus import page, scoring, slips
from corpus.slips import Table, read_slips

from scsgame.packs.library import report_on
from scsgame.packs.shelves import fetch
from scsgame.session.casebook import run_cases

SLIPS = read_slips()


@pytest.fixture(scope="module")
def judged():
    return scoring.judge_all(SLIPS)


def test_the_corpus_is_large_and_half_a_hundred_slips_are_in_shipped_content():
    broken = [slip for slip in SLIPS if not slip.fine]

    assert len(broken) >= 400
    assert len([slip for slip in broken if slip.pack == "content"]) >= 50


def test_every_slip_says_who_made_it_and_what_would_help():
    for slip in SLIPS:
        assert slip.says.endswith("."), slip.id
        assert slip.fine or (slip.codes and (slip.suggest or slip.help)), slip.id
        assert not (slip.fine and slip.codes), slip.id


def test_the_whole_pack_is_met_with_silence_and_can_be_played():
    report = report_on([fetch(slips.PACKS["base"], "")])

    assert report.problems == ()
    assert report.library is not None
    assert [verdict.differences for verdict in run_cases(report.library)] == [(), ()]


def test_what_stands_as_mended_is_met_with_silence():
    mended = [slips.as_mended(slip) for slip in SLIPS if slip.mended]

    assert [one.slip.id for one in scoring.judge_all(mended) if one.failing] == []


def test_no_slip_says_a_thing_twice():
    """The corpus is YAML too, and its reader keeps the last of two keys."""
    for path in sorted(slips.SLIPS.glob("*.yaml")):
        _, entries = yaml.compose(path.read_text("utf-8")).value[-1]
        for entry in entries.value:
            keys = [key.value for key, _ in entry.value]
            assert len(keys) == len(set(keys)), (path.name, entry.value[0][1].value)


def test_messages_have_not_become_worse(judged):
    assert scoring.worse(judged, scoring.recorded()) == []


@pytest.mark.parametrize("name", scoring.CRITERIA)
def test_the_committed_score_is_reached(judged, name):
    assert scoring.score(judged).met[name] >= scoring.recorded()["met"][name]


def test_the_page_of_mistakes_shows_forty_and_is_fresh(judged):
    """When this fails: python scripts/score_messages.py --write."""
    assert len([slip for slip in SLIPS if slip.common]) == 40
    assert page.PAGE.read_text("utf-8") == page.page(judged)


def test_a_pack_is_mended_after_it_was_broken(tmp_path):
    table = Table(tmp_path)
    whole = {path: path.read_bytes() for path in sorted(tmp_path.rglob("*")) if path.is_file()}
    for slip in SLIPS:
        if not slip.packed:
            with table.broken(slip):
                pass

    assert {path: path.read_bytes() for path in sorted(tmp_path.rglob("*")) if path.is_file()} == whole


def test_a_slip_that_no_longer_fits_is_said(tmp_path):
    gone = slips.Slip("gone", "I lost it.", "t", "base", (slips.Patch("pack.yaml", "no such line", "x"),), "pack.yaml",
                      None, ("x",), "", ("x",), 1, False, False, "")  # fmt: skip

    with pytest.raises(slips.CorpusError, match="not there"), Table(tmp_path).broken(gone):
        pass
