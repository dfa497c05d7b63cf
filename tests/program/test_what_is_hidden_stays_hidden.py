"""With `--shows hidden` the number is kept, and no line, list, title or frame gives it away."""

from __future__ import annotations

import json
import re

from program.keyboard import leave, play, sat_down
from program.program import LIFE, Program


def true_scores(program: Program, name: str) -> set[str]:
    """Return every number the score ever was, as it could be written."""
    told = json.loads(program.well("saves", "export", name, "--all", *LIFE[:2]))
    scores = {float(score) for standing in told["standings"] for _, score in standing["course"]}
    scores |= {float(standing["score"]) for standing in told["standings"]}
    return {form.format(score) for score in scores for form in ("{:.0f}", "{:,.0f}", "{:.1f}")}


def found(text: str, scores: set[str]) -> list[str]:
    return [score for score in sorted(scores) if re.search(rf"(?<![\d.,]){re.escape(score)}(?!\d)", text)]


def test_no_plain_line_and_no_list_of_saves_shows_a_hidden_score(program: Program) -> None:
    steps = program.lived("secret", "seed-1", shows="hidden")
    scores = true_scores(program, "secret")
    assert len(scores) >= 6, "the score should have moved, or there is nothing to hide"
    typed = "phone\napp ward\n" + "".join(f"{step.number}\napp ward\n" for step in steps[:-1])
    shown = program.well(
        "play", "--plain", *LIFE, "--seed", "seed-1", "--name", "again", "--shows", "hidden", typed=typed
    )
    views = "\n".join(json.dumps(step.after, ensure_ascii=False) for step in steps[:-1])
    lists = (
        program.well("saves", "list")
        + program.well("saves", "list", "--json")
        + program.well("saves", "check", "--json")
    )
    assert "The ward" in shown
    assert found(shown, scores) == []
    assert found(views, scores) == []
    assert found(lists, scores) == []


def test_a_life_that_withholds_something_is_printed_whole_when_it_is_over_or_when_everything_is_asked_for(
    program: Program,
) -> None:
    program.well("play", "--plain", *LIFE, "--name", "secret", "--shows", "hidden", typed="1\n1\n")
    said = program.refused("saves", "export", "secret", *LIFE[:2])
    assert "when it is over" in said
    assert json.loads(program.well("saves", "export", "secret", "--all", *LIFE[:2]))["standings"]
    assert "when it is over" in program.refused("rescore", "secret", "--svg", "-", *LIFE[:2])


def test_the_same_search_finds_a_score_that_is_shown(program: Program) -> None:
    steps = program.lived("open", "seed-1")
    scores = true_scores(program, "open")
    assert found("\n".join(json.dumps(step.after) for step in steps), scores)


def test_no_frame_and_no_title_of_the_screen_shows_a_hidden_score(program: Program) -> None:
    steps = program.lived("plan", "seed-1", shows="hidden")[:9]
    with sat_down(program, "play", *LIFE, "--seed", "seed-1", "--name", "secret", "--shows", "hidden") as terminal:

        def look_at_the_phone(_: int) -> None:
            terminal.press("p")
            terminal.shows("Bills")
            terminal.press("4")
            terminal.shows("A ward that counts.")
            terminal.press("p")
            terminal.until(lambda: "A ward that counts." not in terminal.screen.text, "the phone was put away")

        play(terminal, steps, look_at_the_phone)
        assert leave(terminal) == 0
    with sat_down(program, "title", *LIFE[:2]) as title:
        title.shows("secret")
        assert leave(title) == 0
    scores = true_scores(program, "secret")
    for frame in (*terminal.seen, *title.seen, *terminal.screen.titles, *title.screen.titles):
        assert found(frame, scores) == [], frame
