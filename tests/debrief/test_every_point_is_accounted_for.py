"""The ledger: start + marks - caps - what an end cut - what was struck + what faded + how others pull = the score."""

from __future__ import annotations

import contextlib

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from scenario import (
    Story,
    choice,
    factor,
    friends_weigh,
    habit,
    life,
    live,
    person,
    redress,
    regime,
    rule,
    scene,
    watches,
)

from scsgame.debrief.ledger import Ledger, ledger
from scsgame.debrief.log import Log
from scsgame.game.pleas import IllegalMove

PEOPLE = (
    person("lin", "friend", habits=[habit("cheats", 3, chance=0.7)], bond=60),
    person("wang", "friend", "neighbour", habits=[habit("jaywalks", 2, chance=0.5)], bond=45),
)
PARTING = scene("parting", choice("drops", leaves=["lin"]), choice("keeps"), kind="beat", when="day >= 16")
FEW = settings(
    max_examples=40, deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck)
)
ACTS = ("jaywalks", "helps", "cheats", "posts", "visits")


def books(story: Story, name: str = "town") -> Ledger:
    found = ledger(Log(story.chronicle), name)
    assert found is not None
    return found


def balanced(found: Ledger, decimals: int) -> bool:
    """Say whether the books come to the score, and whether rounding hides no more than half of its last place."""
    rounding = sum(abs(line.worth) for line in found.of_kind("rounded"))
    return abs(found.total - found.score) < 1e-9 and rounding <= 0.5 * 10.0**-decimals + 1e-9


SCALES = st.fixed_dictionaries(
    {
        "updates": st.sampled_from(["at_once", "daily", "weekly", "monthly"]),
        "decay": st.sampled_from([0.0, 0.3]),
        "most": st.sampled_from([110.0, 1000.0]),
        "decimals": st.sampled_from([0, 6]),
        "influence": st.sampled_from([None, friends_weigh(0.2)]),
        "update_day": st.integers(1, 28),
    }
)
RULES = st.fixed_dictionaries(
    {
        act: st.tuples(st.sampled_from([-40, -7, 3, 12, 90]), st.sampled_from([0, 15]), st.sampled_from([0, 9]))
        for act in ACTS
    }
)
PICKS = st.lists(st.integers(0, 40), min_size=10, max_size=45)
KINDS = ("points", "factors", "ratings")


def a_town(kind: str, scale: dict, rules: dict):
    parts = []
    for at, (act, (points, cap, lasts)) in enumerate(rules.items()):
        more = {"factor": f"f{at % 2}"} if kind == "factors" else {}
        if kind == "ratings":
            stars = 1 + abs(points) % 5
            parts.append(rule(act, act=act, rating=stars, rater="friend", lasts=lasts))
        else:
            parts.append(rule(act, act=act, points=points, cap=cap, per="week", lasts=lasts, **more))
    scale = dict(scale)
    if kind == "factors":
        decay = scale.pop("decay")
        parts += [factor("f0", 0.7, 50, decay), factor("f1", 0.3, 20, decay)]
    if kind == "ratings":
        scale |= {"start": 4.0, "least": 1.0, "most": 5.0, "window": 5, "weighs_rater": True}
        scale.pop("decay")
    if kind == "points":
        parts.append(rule("silence", omits="visits", within=10, points=-2))
    return regime(
        watches(*ACTS, reliability=0.8, errs=0.1, invents=0.3, delay=2), redress("form", grants=0.6, takes=4), *parts,
        kind=kind, opt_in=True, may_leave=True, **scale,
    )  # fmt: skip


def lived(town, picks: list[int]) -> Story:
    """Join, do what the numbers say, plead now and then, leave and come back."""
    story = live(town, of=life(*PEOPLE, PARTING, weeks=9, start="2018-02-20")).joins()
    for at, pick in enumerate(picks):
        if story.over:
            break
        if pick == 40:
            story = story.leaves() if story.held().facts["enrolled"] else story.joins()
        if pick % 7 == 3 and story.held().marks:
            with contextlib.suppress(IllegalMove):
                story = story.pleads("form", story.held().marks[-1 - at % len(story.held().marks)].id)
        found = [name for name, offer in story.offers.items() if offer.open and (name in ACTS or pick % 3 == 0)]
        found = found or list(story.offers)
        story = story.takes(found[pick % len(found)])
    return story


@pytest.mark.parametrize("kind", KINDS)
@FEW
@given(SCALES, RULES, PICKS)
def test_under_every_scale_the_books_come_to_the_score(kind, scale, rules, picks):
    story = lived(a_town(kind, scale, rules), picks)
    assert balanced(books(story), scale["decimals"])


def test_a_cap_keeps_back_what_it_does_not_count():
    town = regime(watches("helps"), rule("help", act="helps", points=5, cap=8, per="month"))
    found = books(live(town).does("helps", "helps", "helps"))
    marks = found.of_kind("mark")
    assert [(line.asked, line.capped, line.worth) for line in marks] == [(5, 0, 5), (5, 2, 3), (5, 5, 0)]


def test_the_end_of_a_scale_cuts_what_goes_beyond():
    town = regime(watches("helps"), rule("help", act="helps", points=30), most=120.0)
    found = books(live(town).does("helps"))
    assert [(line.asked, line.cut, line.worth) for line in found.of_kind("mark")] == [(30, 10, 20)]


def test_what_lapses_gives_its_points_back():
    town = regime(watches("jaywalks"), rule("red", act="jaywalks", points=-5, lasts=4))
    found = books(live(town).does("jaywalks").passes(6))
    assert [(line.kind, line.day, line.worth) for line in found.lines] == [
        ("start", 1, 100),
        ("mark", 1, -5),
        ("struck", 5, 5),
    ]


def test_a_month_fades_what_was_counted():
    town = regime(watches("helps"), rule("help", act="helps", points=40), decay=0.25)
    found = books(live(town).does("helps").until(30))
    assert [(line.kind, line.day, line.worth) for line in found.lines if line.kind == "faded"] == [("faded", 28, -10)]


def test_a_friend_s_standing_pulls():
    lin = person("lin", "friend", bond=80)
    town = regime(
        rule("x", act="helps", points=1), watches("helps"), influence=friends_weigh(0.5), others=(("friend", 40.0),)
    )
    found = books(live(town, of=life(lin)).does("helps"))
    assert [line.worth for line in found.of_kind("pull")] == [0.5 * (40 - 101)]


def test_one_point_of_a_factor_is_worth_its_weight():
    town = regime(
        watches("helps"), rule("help", act="helps", points=10, factor="behaviour"), factor("behaviour", 0.2, 40), factor("rest", 0.8),
        kind="factors", least=350.0, most=950.0,
    )  # fmt: skip
    found = books(live(town).does("helps"))
    (mark,) = found.of_kind("mark")
    assert (mark.part, mark.asked) == ("behaviour", 10)
    assert mark.worth == pytest.approx(12)


def test_the_oldest_rating_falls_out_of_the_window():
    town = regime(
        watches("helps", "jaywalks"), rule("five", act="helps", rating=5, rater="friend"), rule("one", act="jaywalks", rating=1, rater="friend"),
        kind="ratings", start=4.0, least=1.0, most=5.0, window=2, decimals=2,
    )  # fmt: skip
    found = books(live(town).does("jaywalks", "helps", "helps"))
    assert [(line.kind, line.worth) for line in found.lines] == [
        ("start", 4), ("mark", -3), ("mark", 2), ("fell_out", 2), ("mark", 0)
    ]  # fmt: skip


def test_what_has_not_been_counted_waits():
    town = regime(watches("helps"), rule("help", act="helps", points=5), updates="monthly", update_day=20)
    found = books(live(town).does("helps").passes(3))
    assert (found.score, found.total, [line.asked for line in found.waiting]) == (100, 100, [5])


def test_a_regime_without_a_number_has_no_ledger():
    assert ledger(Log(live(regime(watches("helps"), kind="none")).chronicle), "town") is None
