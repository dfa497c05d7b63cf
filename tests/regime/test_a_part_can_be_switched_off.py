"""A regime with a part off is the regime that was written without what hangs on it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from scenario import (
    LANE,
    choice,
    encounter,
    later,
    life,
    live,
    measure,
    person,
    redress,
    regime,
    roll,
    rule,
    said,
    tier,
    watches,
)

from scsgame.game.rescore import rescore
from scsgame.game.why import why
from scsgame.regime.intervention.scale import Influence
from scsgame.regime.parts import Part, Tie
from scsgame.regime.switching import switched
from scsgame.session.telling import told_as_text
from scsgame.terms import Provenance

FACES = Part("faces", said("face recognition"), said("A camera that knows who it is."), "sensor",
             provenance=Provenance("reported", ("fact:cameras",)))  # fmt: skip
LOTTERY = Part("lottery", said("a lottery"), said("Who waits may win."), "policy", on=False)
CAMERA = watches("jaywalks", name="camera", reliability=0.7, errs=0.2)
POLICE = watches("jaywalks", name="police", reliability=0.2)
CLERK = watches("helps", "cheats", "waits", name="clerk")
RED = rule("red", act="jaywalks", points=-7)
SEEN = rule("seen", act="jaywalks", lists="film")
CHEAT = rule("cheat", act="cheats", points=-5, lists="film")
HELP = rule("help", act="helps", points=5)
WAITS = rule("waits", act="waits", points=20)
FILM = roll("film", leaves="days_on(film) > 9")
BLACK = roll("black", enters="score < 90 or days_on(film) > 4", leaves="score > 95 and not listed(film)")
WALL = measure("wall", "listed(film)", weekly={"ties": -1}, kind="publicity")
BAN = measure("ban", "listed(black) or active(wall)", closes=["train"])
OPEN_LANE = measure("lane", "score > 105 and not active(wall)", opens=[LANE])
FORM = redress("form", about=["marks", "film"])
CUT = redress("cut", about=["film"])
PHOTO = encounter(
    "photo", choice("look", pleads="cut", later=[later(3, "town/after")]), when="listed(film)", cooldown=9
)
AFTER = encounter("after", choice("look"), due_only=True)
TALK = encounter("talk", choice("listen"), when="day > 6 and not met(photo) and not listed(film)")

PARTS = {
    "parts": (FACES, LOTTERY),
    "ties": (
        Tie("observer", "camera", "faces"), Tie("observer", "police", without="faces"), Tie("rule", "seen", "faces"),
        Tie("list", "film", "faces"), Tie("measure", "wall", "faces"), Tie("redress", "cut", "faces"), Tie("rule", "waits", "lottery"),
        Tie("tier", "lucky", "lottery"), Tie("encounter", "town/photo", "faces"), Tie("encounter", "town/after", "faces"),
        Tie("influence", "", "faces"),
    ),
}  # fmt: skip
WRITTEN = replace(
    regime(
        CAMERA, POLICE, CLERK, RED, SEEN, CHEAT, HELP, WAITS, tier("low", 0), tier("high", 100), tier("lucky", 110), FILM, BLACK,
        WALL, BAN, OPEN_LANE, FORM, CUT, PHOTO, AFTER, TALK, influence=Influence(("friend",), 0.2),
    ),
    **PARTS,
)  # fmt: skip
BY_HAND = regime(
    POLICE, CLERK, RED, rule("cheat", act="cheats", points=-5), HELP, tier("low", 0), tier("high", 100),
    roll("black", enters="score < 90", leaves="score > 95"), measure("ban", "listed(black)", closes=["train"]),
    measure("lane", "score > 105", opens=[LANE]), redress("form", about=["marks"]),
    encounter("talk", choice("listen"), when="day > 6"),
)  # fmt: skip
"""The town as somebody would write it who never heard of the faces."""

OF = life(person("lin", "friend", bond=60), weeks=5)
FEW = settings(
    max_examples=25, deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck)
)
PICKS = st.lists(st.integers(0, 40), min_size=1, max_size=25)


def lived(picks: list[int], town):
    story = live(town, of=OF, seed="parts")
    for pick in picks:
        if story.over:
            break
        found = [name for name, offer in story.offers.items() if offer.open]
        story = story.takes(found[pick % len(found)])
    return story


def judged(story):
    """Return what the life came to, without the words for the regime."""
    moment = story.chronicle.moment
    facts = {
        key: value for key, value in moment.dossiers[0].facts.items() if key in story.chronicle.setup.regimes[0].reads
    }
    return (
        {key: value for key, value in moment.life.facts.items() if not key.startswith("met(town/")},
        {key: moment.dossiers[0].facts[key] for key in ("score", "tier", "listed(black)", "active(ban)", "active(lane)")},
        moment.dossiers[0].marks, moment.doors, story.moves, facts,
    )  # fmt: skip


@FEW
@given(PICKS)
def test_a_life_with_a_part_off_is_a_life_where_it_was_never_written(picks: list[int]) -> None:
    assert judged(lived(picks, switched(WRITTEN, ["faces"]))) == judged(lived(picks, BY_HAND))


@FEW
@given(PICKS)
def test_judged_again_with_the_part_off_it_stands_as_if_it_had_never_been_written(picks: list[int]) -> None:
    story = lived(picks, switched(WRITTEN))
    off, by_hand = (rescore(story.chronicle, [town]).dossiers[0] for town in (switched(WRITTEN, ["faces"]), BY_HAND))
    assert off.course == by_hand.course
    assert off.marks == by_hand.marks
    assert {key: off.facts[key] for key in by_hand.facts} == by_hand.facts


@FEW
@given(PICKS)
def test_under_the_regime_it_was_lived_under_a_life_stands_as_it_stood(picks: list[int]) -> None:
    town = switched(WRITTEN, ["faces"], ["lottery"])
    story = lived(picks, town)
    assert rescore(story.chronicle, [town]).dossiers == story.chronicle.moment.dossiers


def test_when_nobody_switches_what_usually_is_off_is_not_there() -> None:
    town = switched(WRITTEN)
    assert "waits" not in town.rule
    assert [tier.id for tier in town.tiers] == ["low", "high"]
    assert [observer.id for observer in town.observers] == ["camera", "clerk"]
    assert town.off == ("lottery",)
    assert town.title == WRITTEN.title


@pytest.mark.parametrize(
    ("off", "on", "title"),
    [
        ((), (), "Town"),
        (["faces"], (), "Town without face recognition"),
        ((), ["lottery"], "Town with a lottery"),
        (["faces"], ["lottery"], "Town without face recognition with a lottery"),
        (["lottery"], ["faces"], "Town"),
        (["wolves"], ["bears"], "Town"),
    ],
)
def test_the_title_says_what_is_not_as_usual(off, on, title) -> None:
    assert switched(replace(WRITTEN, title=said("Town")), off, on).title.read() == title


def test_three_parts_that_are_off_stand_in_a_row() -> None:
    more = tuple(replace(FACES, id=name, title=said(name)) for name in ("eyes", "ears"))
    town = replace(WRITTEN, title=said("Town"), parts=(*WRITTEN.parts, *more))
    assert switched(town, ["faces", "eyes", "ears"]).title.read() == "Town without face recognition, eyes and ears"


def test_a_regime_without_parts_is_left_as_it_is() -> None:
    assert switched(BY_HAND, ["faces"]) is BY_HAND


def test_nothing_that_is_left_names_anything_that_is_gone() -> None:
    town = switched(WRITTEN, ["faces"])
    assert [way.id for way in town.redress] == ["form"]
    assert town.redress[0].about_lists == ()
    assert town.rule["cheat"].lists == ""
    assert town.scale.influence is None
    assert not [key for key in town.reads if "film" in key or "wall" in key]
    assert [scene.id for scene in town.encounters] == ["town/talk"]


def test_a_choice_sends_nobody_to_an_office_that_is_gone() -> None:
    ties = tuple(tie for tie in WRITTEN.ties if tie.id != "town/photo")
    (photo, *_) = switched(replace(WRITTEN, ties=ties), ["faces"]).encounters
    assert photo.choices[0].pleads == ""
    assert photo.choices[0].later == ()


def test_why_tells_on_which_part_a_thing_hangs() -> None:
    on, off = live(switched(WRITTEN), of=OF), live(switched(WRITTEN, ["faces"]), of=OF)
    line = "It is of the part “face recognition”, which can be switched off."
    assert line in why(on.chronicle.moment, "town", "observer/camera").lines
    assert line in why(on.chronicle.moment, "town", "list/film").lines
    assert line not in why(on.chronicle.moment, "town", "rule/red").lines
    assert (
        "It is here because the part “face recognition” is off."
        in why(off.chronicle.moment, "town", "observer/police").lines
    )


def test_a_part_can_be_asked_after_itself() -> None:
    on, off = live(switched(WRITTEN), of=OF), live(switched(WRITTEN, ["faces"]), of=OF)
    told = why(on.chronicle.moment, "town", "part/faces")
    assert (told.title, told.kind, told.provenance) == ("face recognition", "a sensor", FACES.provenance)
    assert told.lines == ("A camera that knows who it is.", "It is switched on.")
    assert why(off.chronicle.moment, "town", "part/faces").lines[-1] == "It is switched off."


def test_what_is_not_told_is_not_told_of_its_part_either() -> None:
    hidden = replace(WRITTEN, disclosure=replace(WRITTEN.disclosure, watching="untold"))
    told = why(live(switched(hidden), of=OF).chronicle.moment, "town", "observer/camera")
    assert not any("part" in line for line in told.lines)


def test_a_life_told_as_text_says_which_parts_were_switched() -> None:
    told = told_as_text(live(switched(WRITTEN, ["faces"], ["lottery"]), of=OF).chronicle)
    assert '"without faces"' in told
    assert '"with lottery"' in told
    assert '"parts"' not in told_as_text(live(switched(WRITTEN), of=OF).chronicle)
