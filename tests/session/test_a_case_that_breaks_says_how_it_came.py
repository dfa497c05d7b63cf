"""A case that does not come out tells what was entered, and of each deed that left nothing why."""

from __future__ import annotations

import pytest

from scsgame.packs import load
from scsgame.session.casebook import run_cases
from scsgame.workshop.scaffold import Answers, files, write

TABLE = """\
regime: table
title: The table
about: Nine people answer for one another.
word: marks
joins: mandatory
unit: {kind: household, roles: [neighbour]}
surveillance:
  observers:
    - {id: sister, title: The night sister, sees: [makes_noise, litters, keeps_diary], reliability: 0.5, status: invented, why: two ears}
intervention:
  scale: {kind: points, start: 20, least: 0, most: 40, status: invented, why: a round number}
  rules:
    - {id: noise, title: Noise, act: makes_noise, points: -4, cap: 4, status: invented, why: enough}
    - {id: mess, title: A mess, act: litters, whose: unit, points: -1, status: invented, why: together}
    - {id: late, title: Late, act: makes_noise, points: -1, when: score < 10, status: invented, why: for few}
manipulation: {disclosure: {status: invented, why: it hangs on the door}}
"""


TWICE = "{day: 2, act: makes_noise}, {day: 3, act: makes_noise}"
HOW = [
    ("{day: 2, act: makes_noise}", "day 2: makes_noise is entered under the rule noise, -4"),
    ("{day: 2, act: volunteers}", "day 2: volunteers is not entered: no observer has it under `sees`"),
    ("{day: 2, act: keeps_diary}", "day 2: keeps_diary is not entered: no rule reads it"),
    ("{day: 3, act: litters, by: pohl}", "day 3: litters by pohl is not entered: pohl is none of those who are judged as one with the "
     "person; give this deed `roles: [neighbour]`"),
    ("{day: 3, act: litters, by: pohl, roles: [neighbour]}", "day 3: litters by pohl is entered under the rule mess, -1"),
    ("{day: 3, act: makes_noise, by: pohl, roles: [neighbour]}", "day 3: makes_noise by pohl is not entered: the rules that read it are "
     "about the person alone; for others a rule says `whose: unit` or `whose: friends`"),
    ("", "nothing was entered"),
    (TWICE, "day 3: makes_noise is entered under the rule noise, +0 (its cap is reached, or it gives none)"),
]  # fmt: skip


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """Return how each case came, by what is done in it."""
    pack = tmp_path_factory.mktemp("packs") / "pack"
    write(pack, {path: text for path, text in files(Answers("Table", "regime")).items() if "encounters" not in path})
    (pack / "regimes/table/regime.yaml").write_text(TABLE, "utf-8")
    cases = [f"- case: It comes out\n  does: [{does}]\n  through: 5\n  ends: {{score: 7}}\n" for does, _ in HOW]
    (pack / "regimes/table/cases.yaml").write_text("".join(cases), "utf-8")
    verdicts = run_cases(load([pack]), ["table"])
    return {does: list(verdict.how) for (does, _), verdict in zip(HOW, verdicts, strict=True)}


@pytest.mark.parametrize(("does", "line"), HOW)
def test_how_it_came(does: str, line: str, told: dict[str, list[str]]) -> None:
    assert told[does][-1] == line
    assert len(told[does]) == max(1, does.count("act:"))


def test_a_case_that_holds_tells_nothing() -> None:
    assert not any(verdict.how for verdict in run_cases(load(), ["rongcheng"]))
