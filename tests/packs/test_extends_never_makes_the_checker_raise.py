"""Slips of every kind in what extends and what overrides: always words, always with a code that has a page."""

import random
import re

import pytest

from scsgame.packs.codes import pages
from scsgame.packs.library import report_on
from scsgame.packs.shelves import Shelf
from scsgame.packs.specimen import specimen
from scsgame.terms import barred

VALUES = ["[]", "{}", "[a]", "{a: b}", "", "yes", "-1", "x y", "[[a]]", "[{}]", "town", "village", "[{id: camera}]", "rule.red_light", "[1, {id: 3}]",
          "{id: [x]}", "any", "[rule, .]"]  # fmt: skip
CHILD = {
    "regimes/village/regime.yaml": "regime: village\nextends: town\nremove: [measure.train_ban, notice]\ncounters: {mood: 3}\nphases: [late]\n"
    "surveillance: {observers: [{id: camera, title: Eye}]}\nintervention:\n  scale: {start: 90, status: invented, why: Less.}\n"
    "  rules:\n    - {id: red_light, points: -9, status: invented, why: More.}\n",
    "regimes/village/encounters.yaml": "- id: bell\n  text: A bell.\n  choices: [{id: hear, text: Hear it.}]\n",
    "lives/stroll/life.yaml": "life: stroll\nextends: walk\nmeters: {money: {start: 7}}\nflags: [tired]\nremove: [post.rain]\n",
    "lives/stroll/scenes/own.yaml": "- {id: evening, text: Rain.}\n",
}
MORE = {
    "pack.yaml": "pack: more\nformat: 1\nversion: 1.0.0\ntitle: More\nneeds: {specimen: 1.0}\n"
    "overrides: {specimen: [regimes/town/rule.red_light, act.jaywalks]}\n",
    "acts.yaml": "acts: {jaywalks: {title: runs}}\n",
    "regimes/town/regime.yaml": "regime: town\nintervention: {rules: [{id: red_light, title: Red}]}\n",
}


def slip(text, luck):
    kind, lines = luck.random(), text.split("\n")
    found = list(re.finditer(r"(?<=: )([^,{}\[\]\n]+|\[[^\]]*\]|\{[^}]*\})", text))
    if kind < 0.6 and found:
        at = luck.choice(found)
        return text[: at.start(1)] + luck.choice(VALUES) + text[at.end(1) :]
    if kind < 0.75:
        del lines[luck.randrange(len(lines))]
    elif kind < 0.9:
        lines.insert(luck.randrange(len(lines)), luck.choice(lines))
    else:
        return luck.choice(VALUES)
    return "\n".join(lines)


def read(own, more):
    return report_on([Shelf("", {**specimen(), **own}).seal(), Shelf("more", more).seal()])


def test_without_a_slip_there_is_no_problem():
    assert read(CHILD, MORE).problems == ()


@pytest.mark.parametrize("seed", range(250))
def test_a_slip_ends_in_words(seed):
    luck = random.Random(seed)
    own, more, base = dict(CHILD), dict(MORE), {}
    for _ in range(luck.choice([1, 1, 2, 4])):
        where = luck.choice([own, more, base])
        path = luck.choice(sorted(where or specimen()))
        where[path] = slip(where.get(path) or specimen()[path], luck)
    found = read({**base, **own}, more)

    assert found.library is not None or found.errors
    assert {problem.code for problem in found.problems} <= set(pages())
    assert all(barred(str(problem).replace("\n", "")) == -1 for problem in found.problems)
    assert len({(one.path, one.line, one.column, one.code, one.message) for one in found.problems}) == len(
        found.problems
    )
