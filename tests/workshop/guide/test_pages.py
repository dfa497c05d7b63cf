"""What docs/authors says is what happens: every command is typed, every edit made, every output compared."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))
from rehearsal import PAGES, quietly, rehearse  # type: ignore[import-not-found]

from scsgame.conditions.grammar import Names
from scsgame.packs.forms import FILES
from scsgame.workshop.reference import PLACE, reference
from scsgame.workshop.reference_names import SAID, sample

EVERY = sorted(PAGES.glob("**/*.md"))


@pytest.mark.parametrize("page", [page.name for page in EVERY if "```console" in page.read_text("utf-8")])
def test_a_reader_who_does_what_the_page_says_sees_what_it_shows(page: str, tmp_path: Path, monkeypatch) -> None:
    for name in ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "SCSGAME_SAVES", "SCSGAME_PACKS", "COLUMNS"):
        monkeypatch.setenv(name, "")
    quietly(tmp_path / "home")
    (tmp_path / "here").mkdir()
    rehearse((PAGES / page).read_text("utf-8"), tmp_path / "here")


def test_the_reference_is_not_stale() -> None:
    """If this fails: python -m scsgame.workshop.reference."""
    assert PLACE.read_text("utf-8") == reference()


def test_the_reference_has_every_kind_of_file_and_no_field_without_a_sentence() -> None:
    text = reference()
    assert all(f"## `{form.pattern}`" in text for form in FILES.values())
    for row in re.findall(r"(?m)^\| \*{0,2}`.*\|$", text):
        cells = [cell.strip() for cell in row.strip("|").split(" | ")]
        assert cells[-1].endswith((".", "…", "?")) or len(cells) < 4, row


def test_every_name_of_a_condition_has_a_sentence() -> None:
    known = set()
    for names in sample().values():
        assert isinstance(names, Names)
        known |= {"meter" if word in ("money", "strength", "ties", "self") else word for word in names.known()}
    assert known == set(SAID)


@pytest.mark.parametrize("page", EVERY, ids=lambda page: page.name)
def test_links_lead_somewhere(page: Path) -> None:
    for target, _, anchor in (
        link.partition("#") for link in re.findall(r"\]\(([^)\s]+)\)", page.read_text("utf-8"))
    ):
        if target.startswith("http"):
            continue
        place = (page.parent / target).resolve() if target else page
        assert place.is_file(), (page.name, target)
        if anchor and place.suffix == ".md":
            assert f'id="{anchor}"' in place.read_text("utf-8"), (page.name, anchor)


@pytest.mark.parametrize("page", EVERY, ids=lambda page: page.name)
def test_no_word_for_programmers(page: Path) -> None:
    """The guide and the cookbook are for somebody who has never programmed."""
    if page.name == "reference.md":
        return
    text = re.sub(r"```.*?```", "", page.read_text("utf-8"), flags=re.DOTALL).lower()
    for word in (
        "string",
        "boolean",
        "integer",
        "regex",
        "parse",
        "schema valid",
        "array",
        "instantiate",
        "stdin",
        "repository",
    ):
        assert not re.search(rf"\b{word}\b", text), word
