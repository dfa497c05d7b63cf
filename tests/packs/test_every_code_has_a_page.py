"""Every code has a page, and both examples on the page do what it says."""

import re
from pathlib import Path

import pytest

from scsgame import packs
from scsgame.packs.codes import explain, pages
from scsgame.packs.library import report_on
from scsgame.packs.shelves import Shelf
from scsgame.packs.specimen import specimen

SHOWN = [page for page in pages().values() if page.where]


def problems(files):
    return report_on([Shelf("", files).seal()]).problems


def test_the_specimen_pack_has_no_problem():
    assert problems(specimen()) == ()


@pytest.mark.parametrize("page", SHOWN, ids=lambda page: page.code)
def test_the_failing_example_earns_exactly_its_code(page):
    assert [found.code for found in problems(specimen(page.where, page.wrong))] == [page.code]


@pytest.mark.parametrize("page", SHOWN, ids=lambda page: page.code)
def test_the_mended_example_earns_none(page):
    assert problems(specimen(page.where, page.right)) == ()


def test_every_code_in_the_source_has_a_page():
    """A code is written where it is said, so the source is searched for them."""
    room = Path(packs.__file__).parent
    said = set()
    for file in room.glob("*.py"):
        text = file.read_text(encoding="utf-8")
        said |= set(
            re.findall(r'(?:say|warn|slip|refuse)\([^"]*?"([a-z0-9]+(?:-[a-z0-9]+)+|tab|tag|anchor|alias)"', text)
        )
        said |= set(re.findall(r'"((?:no|not|bad|unknown|wrong|too|missing|duplicate)-[a-z-]+)"', text))
    assert said - set(pages()) == set()


def test_a_code_can_be_asked_for_by_a_word_like_it():
    assert "unknown-act" in explain("unknown-acts")
    assert explain("unknown-act").startswith("unknown-act")
