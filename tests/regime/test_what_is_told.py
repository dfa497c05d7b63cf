"""Disclosure: a screen is given what one is told, and nothing gives away the rest."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from scenario import (
    Settle,
    Story,
    choice,
    encounter,
    life,
    live,
    measure,
    phase,
    redress,
    regime,
    roll,
    rule,
    tide,
    tier,
    turning,
    vocabulary,
    watches,
)

from scsgame.game.moves import Bet, Enrol, Look, Plead, Withdraw
from scsgame.game.pleas import IllegalMove
from scsgame.game.view import look
from scsgame.game.why import why
from scsgame.game.wording import what_it_does
from scsgame.terms import Saying

START, POINTS = 7341, -1618
"""Numbers that stand nowhere else, so that they can be searched for."""
SCORES = (str(START), str(START + POINTS), f"{START:,}", f"{START + POINTS:,}", str(-POINTS), f"{POINTS:+g}")

PARTS = (
    watches("jaywalks", name="camera"),
    rule("red", act="jaywalks", points=POINTS, lists="black"),
    rule("untold", act="helps", points=77, told=False, title="The quiet rule"),
    roll("black", public=False),
    tier("high", 7000),
    tier("low", 0),
    measure("ban", "score < 6000", closes=["train"]),
    redress("form"),
    encounter(
        "desk",
        choice("ok", says="You have {score} points and are {tier}."),
        cooldown=1,
        says="You stand at {score}, {tier}.",
    ),
)


def told(updates: str = "at_once", shows: str = "as_is", **words: object) -> Story:
    town = regime(*PARTS, start=START, least=0, most=9999, updates=updates, told=words)
    return on(live(town, shows=shows).takes("ok").does("jaywalks"), 7)


def on(story: Story, day: int) -> Story:
    """Let days go by; whoever comes to the desk says yes."""
    while story.day < day:
        story = story.takes("ok" if story.scene == "town/desk" else "rests")
    return story


def texts(value: object) -> Iterator[str]:
    """Yield every word and number that stands anywhere in a view."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, bool) or value is None:
        return
    elif isinstance(value, int | float):
        yield f"{value:g}" if value < 1e6 else str(value)
    elif isinstance(value, tuple | list):
        for part in value:
            yield from texts(part)


def given_away(story: Story) -> list[str]:
    """Return every text of any day, its notices and every *why* that holds a score or a mark's points."""
    moment = story.chronicle.moment
    found = [text for notice in story.notices for text in texts(notice)]
    for at in range(len(story.chronicle.turns) + 1):
        found += texts(look(replace(story.chronicle, turns=story.chronicle.turns[:at])))
    subjects = [
        "regime",
        "list/black",
        "measure/ban",
        "redress/form",
        "rule/red",
        *(f"mark/{mark.id}" for mark in story.marks),
    ]
    for subject in subjects:
        found += texts(why(moment, "town", subject)[:3])
    return [text for text in found if any(score in text for score in SCORES)]


def test_the_search_finds_a_visible_score() -> None:
    assert given_away(told())


@pytest.mark.parametrize("rhythm", ["at_once", "daily", "weekly", "monthly"])
@pytest.mark.parametrize("rules", ["told", "partly", "untold"])
@pytest.mark.parametrize("score", ["hidden", "tier"])
def test_a_hidden_score_is_given_away_by_nothing(score: str, rules: str, rhythm: str) -> None:
    assert given_away(on(told(rhythm, score=score, rules=rules), 30)) == []


@pytest.mark.parametrize("shows", ["hidden", "tier"])
@pytest.mark.parametrize("rhythm", ["at_once", "daily"])
def test_what_the_class_decided_goes_before_what_the_regime_discloses(shows: str, rhythm: str) -> None:
    assert given_away(on(told(rhythm, shows, score="visible", rules="told"), 16)) == []


def test_the_class_can_show_what_a_regime_hides(settle: Settle) -> None:
    assert settle(told(shows="visible", score="hidden")).view.regimes[0].score == str(START + POINTS)


def test_a_visible_score_is_shown(settle: Settle) -> None:
    view = settle(told()).view.regimes[0]
    assert (view.score, view.tier) == (str(START + POINTS), "Tier low")
    assert view.course == ((1, START), (1, START + POINTS)) or view.course[-1][1] == START + POINTS


def test_a_tier_only_shows_the_word_without_the_number() -> None:
    view = told(score="tier").view.regimes[0]
    assert (view.score, view.tier, view.course) == (None, "Tier low", ())


def test_a_hidden_score_shows_neither_number_nor_word() -> None:
    view = told(score="hidden").view.regimes[0]
    assert (view.score, view.tier, view.course, view.score_as_of) == (None, None, (), None)
    assert "Tier low" not in " ".join(text for text in texts(told(score="hidden").view.last))


def test_a_number_made_anew_at_once_stands_as_of_today_and_a_weekly_one_as_of_its_update() -> None:
    stood = {
        rhythm: live(regime(watches("litters"), updates=rhythm)).until(10).view.regimes[0].score_as_of
        for rhythm in ("at_once", "daily", "weekly")
    }
    assert stood == {"at_once": 10, "daily": 10, "weekly": 8}


def test_a_delayed_score_is_old(settle: Settle) -> None:
    """Made on day 1, shown eight days later; the word for it would tell too much."""
    town = regime(*PARTS[:6], start=START, least=0, most=9999, told={"score": "delayed", "lag": 8})
    story = live(town).does("jaywalks")
    assert settle(story.until(8)).view.regimes[0].score is None
    assert settle(story.until(9)).view.regimes[0].score == str(START + POINTS)
    assert story.until(9).view.regimes[0].tier is None


def test_a_delayed_score_is_not_told_by_the_marks() -> None:
    view = told(score="delayed", lag=50).view.regimes[0]
    assert all(mark.points is None for mark in view.marks)


@pytest.mark.parametrize(("rules", "seen"), [("told", {"red", "untold"}), ("partly", {"red"}), ("untold", set())])
def test_rules_are_told_wholly_partly_or_not(rules: str, seen: set[str]) -> None:
    assert {found.id for found in told(rules=rules).view.regimes[0].rules} == seen


def test_a_rule_that_is_not_told_is_not_told_by_asking() -> None:
    """`why` must not be a way around: who guesses a rule's id learns neither what it reads nor what it gives."""
    story = told(rules="partly")
    lines = " ".join(why(story.chronicle.moment, "town", "rule/untold").lines)
    assert "helps" not in lines


def test_a_mark_is_told_at_once_with_the_update_or_never(settle: Settle) -> None:
    assert [mark.title for mark in settle(told(notice="at_once")).view.regimes[0].marks] == ["red"]
    assert told(notice="never").view.regimes[0].marks == ()
    waiting = told("monthly", notice="with_update")
    assert waiting.view.regimes[0].marks == ()
    assert any("red" in notice.text for notice in told("monthly", notice="at_once").notices)


def test_what_comes_with_the_update_is_announced_with_it() -> None:
    later = on(told("weekly", notice="with_update"), 10)
    assert [mark.title for mark in later.view.regimes[0].marks] == ["red"]
    assert any(notice.subject.startswith("mark/") for notice in later.notices)


def test_entries_that_read_alike_are_announced_once_with_how_many_they_are() -> None:
    parts = [rule("rude", act="jaywalks", points=-5), rule("kind", act="helps", points=2)]
    town = regime(watches("jaywalks", "helps"), *parts, updates="weekly", told={"notice": "with_update"})
    later = on(live(town).does("jaywalks").does("helps").does("jaywalks").does("jaywalks"), 10)
    said = [notice.text for notice in later.notices if notice.subject.startswith("mark/")]
    assert [("3 times" in text, "rude" in text, "kind" in text) for text in said] == [
        (True, True, False),
        (False, False, True),
    ]


def test_a_secret_list_is_told_by_nothing() -> None:
    """Not public, and no notice is ever given: neither the list nor what could be pleaded about it may show it."""
    secret = [
        watches("jaywalks"), rule("red", act="jaywalks", lists="black"), roll("black", public=False),
        redress("form", about=["black"]),
    ]  # fmt: skip
    story = live(regime(*secret, told={"notice": "never", "measures": False})).does("jaywalks")
    view = story.view.regimes[0]
    assert [entry.since for entry in view.lists] == [None]
    assert view.redress[0].targets == ()


def test_a_guess_at_a_list_nobody_tells_of_finds_nothing_whether_one_is_on_it_or_not() -> None:
    story = told(notice="never", rules="untold")
    assert "black" in story.lists
    for target in ("black", story.marks[0].id, "nothing_of_the_kind"):
        with pytest.raises(IllegalMove, match="nothing of that kind"):
            story.pleads("form", target)


def test_what_a_desk_looks_into_without_saying_is_not_named_by_its_answer() -> None:
    desk = encounter("window", choice("ask", pleads="form"), when="seen(jaywalks) >= 1", urgent=True)
    town = regime(*PARTS[:3], PARTS[3], PARTS[7], desk, start=START, least=0, most=9999, told={"notice": "never"})
    story = live(town).does("jaywalks").takes("ask")
    (case,) = story.view.regimes[0].cases
    assert case.target == "an entry that you are not shown"


def test_whoever_turns_to_a_system_nobody_knows_of_hears_what_is_said_of_one_that_is_not_there() -> None:
    secret = live(regime(*PARTS, told={"known": False}, name="secret"))
    for move in (Look, Enrol, Withdraw, lambda name: Bet(name, "9"), lambda name: Plead(name, "form", "black")):
        said = set()
        for name in ("secret", "nowhere"):
            with pytest.raises(IllegalMove) as refusal:
                secret.then(move(name))
            said.add(refusal.value.read())
        assert said == {"that regime has no part in this life"}


def test_a_public_list_is_seen_even_if_nobody_tells() -> None:
    parts = [watches("jaywalks"), rule("red", act="jaywalks", lists="black"), roll("black")]
    assert live(regime(*parts, told={"notice": "never"})).does("jaywalks").view.regimes[0].lists[0].since == 1


def test_a_list_says_why_or_does_not() -> None:
    for given in (True, False):
        parts = [watches("jaywalks"), rule("red", act="jaywalks", lists="black"), roll("black", reason_given=given)]
        reason = live(regime(*parts)).does("jaywalks").view.regimes[0].lists[0].reason
        assert bool(reason) is given


def test_measures_are_told_or_not() -> None:
    assert [found.id for found in told(measures=True).view.regimes[0].measures] == ["ban"]
    quiet = told(measures=False)
    assert quiet.view.regimes[0].measures == ()
    assert not any(notice.subject.startswith("measure/") for notice in quiet.notices)


def test_disclosure_changes_with_the_phase(settle: Settle) -> None:
    """A leak: what was secret is read by everybody from that day on."""
    parts = [
        phase("secret", score="hidden", rules="untold", notice="never"),
        phase("leaked", score="visible"),
        turning("leaked", "day >= 6", ["secret"]),
    ]
    town = regime(watches("jaywalks"), rule("red", act="jaywalks", points=-5), *parts)
    story = live(town).does("jaywalks")
    assert story.until(5).view.regimes[0].score is None
    leaked = settle(story.until(6)).view.regimes[0]
    assert leaked.score == "95"
    assert [mark.title for mark in leaked.marks] == ["red"]


def test_what_is_not_told_gets_the_answer_that_what_is_not_there_gets() -> None:
    """Else a guess at a name would be a way to learn that there is such a thing."""
    story = told(rules="partly", measures=False, notice="never", score="hidden", watching="untold")
    moment = story.chronicle.moment
    hidden = [
        "rule/untold",
        "measure/ban",
        "tier/high",
        "observer/camera",
        *(f"mark/{one.id}" for one in story.marks),
    ]
    assert len(hidden) == 5
    for subject in hidden:
        kind = subject.partition("/")[0]
        assert why(moment, "town", subject) == why(moment, "town", f"{kind}/nowhere")
        assert "Nothing is told" in why(moment, "town", subject).lines[0]


def test_why_of_a_regime_that_is_not_there_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        why(told().chronicle.moment, "city", "regime")


def test_a_change_that_is_still_to_come_is_not_told_by_asking() -> None:
    parts = [phase("before"), phase("after"), turning("after", "day >= 6", ["before"], notice="From today on.")]
    story = live(regime(watches("jaywalks"), *parts))
    assert "From today on." not in why(story.until(5).chronicle.moment, "town", "turning/after").lines
    assert "From today on." in why(story.until(6).chronicle.moment, "town", "turning/after").lines


def test_what_a_system_tells_can_be_asked_about() -> None:
    lines = " ".join(why(told(rules="untold", score="tier").chronicle.moment, "town", "disclosure").lines)
    assert "a word for your standing" in lines
    assert "rules are not published" in lines


def unknown(*parts: object, **others: object) -> Story:
    """A life under something of which nobody knows until day 6."""
    told = [
        phase("secret", known=False, measures=True, watching="told"),
        phase("leaked", score="visible", watching="told"),
        turning("leaked", "day >= 6", ["secret"], notice="It has been in the paper."),
    ]
    return live(regime(watches("jaywalks"), rule("red", act="jaywalks", points=-5), *told, *parts), **others)


def test_what_nobody_knows_of_has_no_page_no_line_and_no_name() -> None:
    story = unknown(measure("ban", "score < 100", closes=["train"]), shows="visible").does("jaywalks")
    while story.day < 5:
        view = story.view
        assert view.regimes == ()
        assert view.bets == ()
        assert "Town" not in repr(view)
        assert why(story.chronicle.moment, "town", "rule/red").title == "Nothing to ask"
        story = story.passes(1)
    assert story.score == 95


def test_what_has_come_out_has_a_page_and_what_it_held_before_stands_on_it() -> None:
    story = unknown().does("jaywalks").until(6)
    (page,) = story.view.regimes
    assert page.score == "95"
    assert [mark.title for mark in page.marks] == ["red"]
    assert [seen.id for seen in page.observers] == ["watch"]
    assert any("in the paper" in notice.text for notice in story.notices)


def test_a_week_ends_without_a_word_of_what_nobody_knows_of() -> None:
    ends = [
        phase("secret", known=False),
        phase("leaked"),
        turning("leaked", "day >= 12", ["secret"]),
    ]
    story = live(regime(watches("jaywalks"), *ends)).until(8)
    assert story.view.week_end is not None
    assert story.view.week_end.standings == ()
    assert [one.title for one in story.until(15).view.week_end.standings] == ["Town"]


def test_a_rating_is_told_as_one_of_so_many_and_a_low_one_is_bad_news() -> None:
    stars = {"kind": "ratings", "start": 4, "least": 1, "most": 5, "decimals": 1}
    parts = [rule("rude", act="jaywalks", rating=1), rule("kind", act="helps", rating=5)]
    story = live(regime(watches("jaywalks", "helps"), *parts, told={"notice": "at_once"}, **stars)).does("jaywalks")
    (said,) = [notice for notice in story.notices if notice.subject.startswith("mark/")]
    assert "1 of 5" in said.text
    assert said.tone == "bad"
    said = [notice for notice in story.does("helps").notices if notice.subject.startswith("mark/")][-1]
    assert (said.tone, "5 of 5" in said.text) == ("good", True)


def test_a_measure_that_opens_and_closes_nothing_says_how_it_is_felt() -> None:
    assert (
        what_it_does(measure("slow", "day >= 1", weekly={"strength": -3}), vocabulary(), "en") == "is felt every week"
    )
    assert (
        what_it_does(measure("once", "day >= 1", touches={"ties": -3}), vocabulary(), "en")
        == "is felt when it begins"
    )
    shut = measure("shut", "day >= 1", closes=["train"], weekly={"strength": -3})
    assert "felt" not in what_it_does(shut, vocabulary(), "en")


def test_a_week_tells_what_the_first_morning_brought_and_what_a_sunday_night_did() -> None:
    """Each notice stands in the week of its own day, however the nights lie between two choices."""
    late = measure("late", "day >= 8", kind="perk", opens=["train"])
    story = live(regime(watches("jaywalks"), measure("early", "day >= 1", kind="perk"), late))
    weeks: dict[int, list[str]] = {}
    while story.day < 16:
        story = story.passes(1)
        if story.view.week_end is not None:
            weeks[story.view.week_end.week] = [notice.subject for notice in story.view.week_end.notices]
    assert "measure/early" in weeks[1]
    assert ("measure/late" in weeks[1], "measure/late" in weeks[2]) == (False, True)


def test_what_monday_morning_brings_counts_in_the_week_in_which_it_is_told() -> None:
    story = live(of=life(tide("allowance", {"money": 100}, 8, 90), tide("food", {"money": -10}, 7, 7)))
    moved: dict[int, int] = {}
    told: dict[int, list[str]] = {}
    while story.day < 16:
        story = story.passes(1)
        week = story.view.week_end
        if week is not None:
            moved[week.week] = sum(after - before for title, before, after in week.meters if title == "money")
            told[week.week] = [notice.text.partition(":")[0] for notice in week.notices]
    assert (moved, told) == ({1: -10, 2: 90}, {1: ["food"], 2: ["allowance", "food"]})


def test_a_perk_is_granted_and_a_restriction_is_carried_out() -> None:
    by = Saying((("en", "Local banks"),))
    opens = measure("cheap", "day >= 1", kind="perk", opens=["train"], granted_by=by)
    closes = measure("shut", "day >= 1", closes=["train"], granted_by=by)
    told = [what_it_does(one, vocabulary(), "en").partition("; ")[2] for one in (opens, closes)]
    assert told == ["granted by: Local banks", "carried out by: Local banks"]
