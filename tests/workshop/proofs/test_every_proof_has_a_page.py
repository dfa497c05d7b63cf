"""Every code of the workshop has a page, and both examples on the page do what it says."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from scsgame import workshop
from scsgame.packs.pages.proofs import PAGES
from scsgame.packs.shelves import Shelf
from scsgame.packs.specimen import specimen
from scsgame.workshop.checking import check_shelves
from scsgame.workshop.proofs.reasons import _NEVER

SHOWN = [page for page in PAGES if page.where]


def codes(files: dict[str, str]) -> Counter[str]:
    return Counter(finding.problem.code for finding in check_shelves([Shelf("", files).seal()]).findings)


BARE = codes(specimen())


@pytest.mark.parametrize("page", SHOWN, ids=lambda page: page.code)
def test_the_failing_example_earns_exactly_its_code(page):
    assert list((codes(specimen(page.where, page.wrong)) - BARE).elements()) == [page.code]


@pytest.mark.parametrize("page", SHOWN, ids=lambda page: page.code)
def test_the_mended_example_earns_none(page):
    assert codes(specimen(page.where, page.right)) - BARE == Counter()


def test_every_code_in_the_source_has_a_page():
    known = {page.code for page in PAGES}
    room = Path(workshop.__file__).parent
    said = {code for file in [*room.glob("proofs/*.py"), room / "evidence.py", room / "search.py"]
            for code in re.findall(r'"([a-z]+-(?:never-[a-z]+|unseen|unreached|never))"', file.read_text(encoding="utf-8"))}  # fmt: skip
    said |= {{"encounter": "scene-never", "variant": "line-never"}.get(kind, f"{kind}-never") for kind in _NEVER}
    said |= {"flag-never-set", "counter-never-moved", "flag-never-read", "counter-never-read"}
    assert said - known == set()
    assert len(known) == len(PAGES)
