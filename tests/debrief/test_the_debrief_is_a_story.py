"""The story: chapters that are told when they are opened, one picture each, and a way down to the very choices."""

from __future__ import annotations

import json

import pytest
from scenario import choice, life, live, measure, regime, roll, rule, scene, watches

from scsgame.debrief.as_data import SCHEMA, as_data
from scsgame.debrief.story import Story, sections, story
from scsgame.game.chronicle import Chronicle, begin
from scsgame.game.moment import Setup
from scsgame.packs import load
from scsgame.session.bots import POLICIES
from scsgame.session.player import sources_of
from scsgame.terms import Safe

RED = rule("red", act="jaywalks", points=-5)
CHAPTERS = ["did", "seen", "bought", "taught", "became", "elsewhere", "real"]


def told(chronicle: Chronicle, *others: object, language: str = "en") -> Story:
    return story(chronicle, others, {}, language)  # type: ignore[arg-type]


def chapter(found: Story, name: str):
    return next(one for one in found.chapters if one.id == name).page


def test_a_debrief_has_six_chapters_and_asks_at_last_whether_it_is_real() -> None:
    town = regime(watches("jaywalks"), RED)
    assert [one.id for one in told(live(town).does("jaywalks").chronicle).chapters] == CHAPTERS


def test_a_chapter_is_told_when_it_is_opened_and_only_once() -> None:
    from dataclasses import replace

    asked: list[str] = []
    town = regime(watches("jaywalks"), RED)
    first, *_ = told(live(town).does("jaywalks").chronicle).chapters
    counted = replace(first, tell=lambda heed: asked.append("asked") or first.tell(heed))
    assert asked == []
    assert counted.page is counted.page
    assert asked == ["asked"]


def test_what_was_done_is_counted_by_week_and_theme() -> None:
    story_ = live(regime(watches("jaywalks"), RED)).does("jaywalks", "jaywalks").passes(6).does("jaywalks")
    picture = chapter(told(story_.chronicle), "did").picture
    assert picture.kind == "grid"
    assert [sum(cells) for cells in zip(*picture.cells, strict=True)] == [2, 1]


def test_the_strip_has_one_sign_for_each_act_and_tells_seen_from_missed() -> None:
    town = regime(watches("jaywalks", reliability=0.0), watches("helps"), RED, rule("good", act="helps", points=2))
    picture = chapter(told(live(town).does("jaywalks", "helps", "rests").chronicle), "seen").picture
    assert picture.kind == "strip"
    assert picture.rows[0][1][:2] == ("hollow", "full")
    assert {sign for sign, _ in picture.signs} == {sign for _, signs in picture.rows for sign in signs}


def test_the_same_act_once_seen_and_once_not_is_named() -> None:
    town = regime(watches("jaywalks", reliability=0.5), RED)
    for seed in range(30):
        story_ = live(town, seed=str(seed)).does(*["jaywalks"] * 6)
        says = chapter(told(story_.chronicle), "seen").says
        found = [line for line in says if " missed on day " in line]
        signs = chapter(told(story_.chronicle), "seen").picture.rows[0][1]
        assert bool(found) == ({"full", "hollow"} <= set(signs))


def test_the_course_is_drawn_between_what_the_scale_holds_with_what_stood_when() -> None:
    ban = measure("ban", "score < 100", closes=["train"])
    town = regime(watches("jaywalks"), RED, ban)
    picture = chapter(told(live(town).does("jaywalks").passes(3).chronicle), "bought").picture
    course, marks, door = picture.lanes
    assert course.points[-1][1] == 95
    assert marks.signs == ((1, "down"),)
    assert [(span.since, span.good) for span in door.spans] == [(1, False)]


def test_nothing_is_said_to_have_stood_in_the_way_of_what_was_never_met() -> None:
    ban = measure("ban", "score < 100", closes=["train"])
    town = regime(watches("jaywalks"), RED, ban)
    says = chapter(told(live(town).does("jaywalks").passes(3).chronicle), "bought").says
    assert any(line.startswith("None of that stood in the way") for line in says)


def test_every_other_system_is_a_lane_and_a_silent_one_is_none() -> None:
    mild = regime(watches("jaywalks"), RED, name="mild")
    harsh = regime(
        watches("jaywalks"), rule("red", act="jaywalks", lists="black"), roll("black"),
        measure("ban", "listed(black)", closes=["train"]), name="harsh", kind="none",
    )  # fmt: skip
    deaf = regime(watches("helps"), name="deaf")
    page = chapter(told(live(mild).does("jaywalks").passes(2).chronicle, mild, harsh, deaf), "elsewhere")
    assert [lane.title for lane in page.picture.lanes] == ["Mild", "Harsh"]
    assert page.picture.lanes[1].spans[0].good is False
    assert "before 2 other systems: 1 would have heard of you, 1 would have entered you on a list" in page.says[0]


def test_systems_of_another_age_stand_apart_and_in_no_picture() -> None:
    mild, old = (regime(watches("jaywalks"), RED, name=name) for name in ("mild", "old"))
    lived = live(mild).does("jaywalks").passes(2).chronicle
    page = chapter(story(lived, (mild, old), {}, apart={"old"}), "elsewhere")
    assert [lane.title for lane in page.picture.lanes] == ["Mild"]
    assert page.says[1] == "1 system of another age is not among them, and has a table apart."
    titles = {one.title: [row[0] for row in one.rows[1:]] for one in page.findings[:2]}
    assert titles == {"The same life elsewhere": ["Mild"], "And by systems of another age": ["Old"]}


def test_a_picture_of_more_systems_than_it_has_room_for_says_how_many_it_leaves_out() -> None:
    towns = [regime(watches("jaywalks"), RED, name=f"town_{number}") for number in range(32)]
    page = chapter(told(live(towns[0]).does("jaywalks").passes(2).chronicle, *towns), "elsewhere")
    assert len(page.picture.lanes) == 30
    assert page.picture.title.endswith("; 2 more stand only in the table")


def test_from_a_finding_one_goes_down_to_the_very_choice() -> None:
    crossing = scene("crossing", choice("cross", ["jaywalks"]), choice("wait", ["waits"]), cooldown=1, kind="beat")
    found = told(live(regime(watches("jaywalks"), RED), of=life(crossing)).takes("cross").chronicle)
    (turn,) = found.turns(chapter(found, "seen").findings[0].turns)
    assert (turn.day, [(way.text, way.taken) for way in turn.ways]) == (1, [("cross", True), ("wait", False)])
    assert turn.seen == ("reported by watch",)
    (came,) = turn.came
    assert (came.words, came.known.title, came.known.regime, came.known.provenance.status) == (
        "day 1: red -5",
        "red",
        "Town",
        "invented",
    )


def test_any_door_can_be_asked_what_it_would_have_taken() -> None:
    ban = measure("ban", "score < 100", closes=["train"])
    crossing = scene("crossing", choice("cross", ["jaywalks"]), choice("wait", ["waits"]), cooldown=1, kind="beat")
    found = told(live(regime(watches("jaywalks"), RED, ban), of=life(crossing)).takes("cross", "wait").chronicle)
    ((title, door),) = found.doors
    assert "Town" in title
    assert found.asked(door).says[1] == "One choice would have turned it."


def test_a_debrief_as_data_holds_every_chapter_and_can_be_read_back() -> None:
    town = regime(watches("jaywalks"), RED)
    found = json.loads(json.dumps(as_data(told(live(town).does("jaywalks").passes(5).chronicle, town))))
    assert found["schema"] == SCHEMA
    assert [one["id"] for one in found["chapters"]] == CHAPTERS
    assert {one["picture"]["kind"] for one in found["chapters"] if one["picture"]} >= {"grid", "strip", "lanes"}


@pytest.fixture(scope="module")
def three() -> dict[str, Story]:
    """Return the debriefs of a careless, a careful and a random bot."""
    library = load(lives=["student"], regimes=["rongcheng", "sesame", "none"])
    life_ = library.lives["student"]
    found = {}
    for bot in ("contrarian", "careful", "random"):
        values = tuple(one.id for one in life_.values[: life_.pick_values])
        chronicle = begin(Setup(life_, (library.regimes["rongcheng"],), library.vocabulary, "aloud", values=values))
        while not chronicle.over:
            chronicle = chronicle.then(POLICIES[bot](chronicle))
        found[bot] = story(chronicle, tuple(library.regimes.values()), sources_of(library))
    return found


def test_three_lives_are_three_stories(three: dict[str, Story]) -> None:
    """No more than one sentence in three is shared by any two of them, and none is said twice in one."""
    said = {bot: [line for one in found.chapters for line in one.page.says] for bot, found in three.items()}
    for lines in said.values():
        assert len(lines) == len(set(lines))
    for one, other in (("contrarian", "careful"), ("careful", "random"), ("contrarian", "random")):
        shared = set(said[one]) & set(said[other])
        assert len(shared) <= len(said[one]) / 3, shared


def test_the_first_pages_can_be_read_to_the_end(three: dict[str, Story]) -> None:
    for found in three.values():
        words = sum(len(line.split()) for one in found.chapters for line in one.page.says)
        assert 200 < words < 1500


def test_every_word_of_it_may_be_shown(three: dict[str, Story]) -> None:
    for section in sections(three["random"]):
        assert section.title
        assert all(
            isinstance(text, Safe) for text in (*section.paragraphs, *(c for row in section.rows for c in row))
        )
        assert len({len(row) for row in section.rows}) <= 1


def crossings(*ways: str) -> list[str]:
    """Return what strikes in a life that crossed or waited each day."""
    crossing = scene("crossing", choice("cross", ["jaywalks"]), choice("wait"), cooldown=1, kind="beat")
    chronicle = live(regime(watches("jaywalks"), RED), of=life(crossing)).takes(*ways).chronicle
    return [line for line in chapter(told(chronicle), "did").says if "jaywalks" in line and "Most often" not in line]


def test_what_was_never_done_though_it_could_have_been_strikes() -> None:
    assert crossings(*["wait"] * 6) == ["6 times you could have done “jaywalks”, and never did."]


def test_what_was_done_each_time_strikes() -> None:
    assert crossings(*["cross"] * 6) == ["“jaywalks”: you did it each of the 6 times you could."]


def test_what_was_given_up_half_way_strikes() -> None:
    assert crossings(*["cross"] * 5, *["wait"] * 5) == [
        "“jaywalks”: 5 of 5 times in the first half of this life, 0 of 5 in the second."
    ]


def test_what_was_done_now_and_then_or_had_few_chances_strikes_nobody() -> None:
    assert crossings(*["cross", "wait"] * 5) == []
    assert crossings(*["cross"] * 4) == []
