"""What is counted in a pack is what stands in it."""

from __future__ import annotations

import json
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "graph"))
from tiny import golden, library  # type: ignore[import-not-found]

from scsgame.cli import main
from scsgame.packs import load
from scsgame.terms import safe
from scsgame.workshop.handbook_subject import Subject
from scsgame.workshop.stats import count_life, count_regime, words_of
from scsgame.workshop.stats_text import as_json, as_text

GOLDEN = Path(__file__).parent / "golden"


def test_words() -> None:
    assert words_of("Don't count the well-known dash – or this.") == 7
    assert words_of("荣成 is a city") == 5
    assert words_of("") == 0


def test_a_tiny_life() -> None:
    held = library()
    count = count_life(held.lives["walk"], held)
    assert dict(count.scenes) == {"everyday": 4, "beat": 2, "crisis": 1, "return": 1}
    assert count.choices == 10
    assert count.acts == {"pays_bill": 3, "jaywalks": 1}
    assert count.acts_never == ("waits_at_red",)
    assert count.condition_names["met"] == 1
    assert count.fields_of_scenes["rare"] == 1
    assert count_regime(held.regimes["town"], held).statuses["reported"] == 1


def test_golden() -> None:
    held = library()
    subject = Subject(held, tuple(held.lives.values()), tuple(held.regimes.values()), safe("Tiny"))
    golden(GOLDEN / "tiny.txt", as_text(subject))
    golden(GOLDEN / "tiny.json", as_json(subject))


def test_the_shipped_counts_add_up() -> None:
    held = load([])
    for life in held.lives.values():
        count = count_life(life, held)
        assert sum(count.scenes.values()) == len(life.scenes)
        assert set(count.acts) & set(count.acts_never) == set()
        assert count.words > 1000
        assert count.untranslated["en"] == 0
    for regime in held.regimes.values():
        assert count_regime(regime, held).choices == sum(len(scene.choices) for scene in regime.encounters)


def test_the_command(capsys) -> None:
    assert main(["pack", "stats", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert {entry["id"] for entry in told["counted"]} >= {"student", "sesame"}
    assert main(["pack", "stats", "--life", "student"]) == 0
    assert "budget for a life" in capsys.readouterr().out
