"""A phase is called by its title wherever an author or a reader meets it: in the handbook, the graph and the notation."""

from __future__ import annotations

import pytest

from scsgame.cli import main
from scsgame.debrief.contingencies.notation import notation
from scsgame.packs import Library, load
from scsgame.workshop.graph_regime import regime_graph


@pytest.fixture(scope="module")
def library() -> Library:
    return load([], lives=[], regimes=["schufa"])


def test_the_handbook_names_phases_by_their_titles(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["pack", "doc", "--regime", "schufa"]) == 0
    said = capsys.readouterr().out
    assert "From 480, only in “the number open”." in said
    assert "- **the number open** `open`. Begins when" in said
    assert "out of “after the ruling”" in said
    assert "**In “the number open”:**" in said


def test_the_graph_names_phases_by_their_titles(library: Library) -> None:
    titles = {node.title for node in regime_graph(library.regimes["schufa"], library.vocabulary).nodes}
    assert {"the number secret", "after the ruling", "the number open"} <= titles


def test_the_notation_says_the_title_behind_the_name_of_a_phase(library: Library) -> None:
    said = notation(library.regimes["schufa"], library.vocabulary)
    assert "phase Open:  -- the number open" in said
