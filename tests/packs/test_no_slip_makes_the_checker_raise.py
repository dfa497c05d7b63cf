"""Slips of every kind, by the hundred, by a seed: the checker always answers in words, with codes that have a page."""

import random
import re

import pytest

from scsgame.packs import report
from scsgame.packs.codes import pages
from scsgame.packs.library import report_on
from scsgame.packs.shelves import Shelf
from scsgame.packs.specimen import specimen
from scsgame.terms import barred

VALUES = [
    "[]", "{}", "[a]", "{a: b}", '""', "yes", "-1", "99999", "x y", "[[a]]", "{a: {b: c}}", "[{}]", "~", "day > 3",
    "met(evening)", "red_light", "[1, {id: 3}]", '"\\u202e"', "{en: x, zh: [y]}", "\u0661", "{id: [x]}",
]  # fmt: skip
SIGNS = ":#{}[]\"'-&*!|>%@`,\t\n \u00a0\u202e\x85\\"
SHOWN = [page for page in pages().values() if page.where]


def slip(text, luck):
    """Make one slip in a text, as a hand or an editor might."""
    lines, kind = text.split("\n"), luck.random()
    if kind < 0.5:
        found = list(re.finditer(r": ([^,{}\[\]\n]+|\[[^\]]*\]|\{[^}]*\})", text))
        if found:
            at = luck.choice(found)
            return text[: at.start(1)] + luck.choice(VALUES) + text[at.end(1) :]
    elif kind < 0.65:
        del lines[luck.randrange(len(lines))]
    elif kind < 0.8:
        lines.insert(luck.randrange(len(lines)), luck.choice(lines))
    elif kind < 0.95 and text:
        at = luck.randrange(len(text))
        return text[:at] + luck.choice(SIGNS) + text[at + 1 :]
    else:
        return luck.choice(VALUES)
    return "\n".join(lines)


@pytest.mark.parametrize("seed", range(300))
def test_no_slip_makes_the_checker_raise(seed):
    luck = random.Random(seed)
    page = luck.choice(SHOWN)
    files = specimen(page.where, luck.choice([page.right, page.wrong]))
    for _ in range(luck.randint(1, 4)):
        path = luck.choice(sorted(files))
        files[path] = slip(files[path], luck)

    found = report_on([Shelf("", files).seal()])

    assert (found.library is None) == bool(found.errors)
    assert {problem.code for problem in found.problems} <= set(pages())
    assert barred(report(found.problems).replace("\n", "")) == -1
