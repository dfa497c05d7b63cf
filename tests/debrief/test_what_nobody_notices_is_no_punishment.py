"""A consequence that the person could not notice is neither reinforcer nor punisher; what becomes known later is only known later."""

from __future__ import annotations

import csv
import io

from scenario import choice, life, live, measure, phase, regime, roll, rule, scene, turning, watches

from scsgame.debrief.contingencies.met import chances
from scsgame.debrief.contingencies.procedures import classified, prevented
from scsgame.debrief.contingencies.telling import contingency_findings
from scsgame.debrief.cumulative.record import record
from scsgame.debrief.exports.codes import event_codes
from scsgame.debrief.exports.operant import okl
from scsgame.debrief.exports.table import long_table
from scsgame.debrief.log import Log, Response
from scsgame.terms import safe

SILENT = {"score": "hidden", "rules": "untold", "notice": "never", "measures": False}
RED = rule("red", act="jaywalks", points=-5)
CROSSING = scene("crossing", choice("cross", ["jaywalks"]), choice("wait", ["waits"]), cooldown=1, kind="beat")


def lived(*parts, ways=("cross", "wait"), **told):
    return Log(live(regime(watches("jaywalks"), RED, *parts, **told), of=life(CROSSING)).takes(*ways).chronicle)


def sorts(log: Log) -> list[tuple[str, str, int]]:
    """Return each consequence with its procedure, and the day on which it became known, if that was late."""
    return [(one.of.subject, one.procedure, one.noticed * one.was_late) for one in classified(log)]


def test_points_taken_in_secret_cost_nobody_anything_yet():
    assert sorts(lived(told=SILENT)) == [("red", "unmet", 0)]
    assert sorts(lived()) == [("red", "response_cost", 0)]


def test_a_number_that_is_shown_tells_without_any_notice():
    assert sorts(lived(told={**SILENT, "score": "visible"})) == [("red", "response_cost", 0)]


def test_a_secret_list_is_no_punishment_and_a_public_one_is():
    listed = rule("listed", act="jaywalks", lists="black")
    for public, procedure in ((False, "unmet"), (True, "positive_punishment")):
        log = lived(listed, roll("black", public=public), told=SILENT)
        assert ("black", procedure, 0) in sorts(log)


def test_what_is_felt_in_the_life_is_met_though_nobody_says_why():
    felt = measure("shunned", "score < 100", touches={"ties": -3})
    assert ("shunned", "positive_punishment", 0) in sorts(lived(felt, told=SILENT))


def test_a_secret_ban_is_learned_of_at_the_closed_door():
    ways = (choice("train", uses={"train": 100}), choice("walk"))
    street = scene(
        "street", choice("cross", ["jaywalks"]), choice("wait", ["waits"]), cooldown=1, kind="beat", when="day < 4"
    )
    station = scene("station", *ways, cooldown=1, kind="beat", when="day >= 4")
    town = regime(watches("jaywalks"), RED, measure("ban", "score < 100", closes=["train"]), told=SILENT)
    story = live(town, of=life(street, station)).takes("cross", "wait", "wait", "walk")
    assert sorts(Log(story.chronicle)) == [("red", "unmet", 0), ("ban", "late", 4)]


def test_what_a_leak_makes_known_is_known_from_that_day_only():
    leak = (phase("secret", **SILENT, known=False), phase("leaked"), turning("leaked", "day >= 4", ["secret"]))
    log = lived(*leak, ways=("cross", "wait", "wait", "cross", "wait"))
    assert sorts(log) == [("red", "late", 4), ("red", "response_cost", 0)]
    said = contingency_findings(log)[0]
    assert "1 you could know of only afterwards; by then it was news" in " ".join(said.says)


def test_nothing_is_avoided_that_nobody_would_have_noticed():
    assert [one.procedure for one in prevented(lived(ways=("wait",), told=SILENT))] == ["unmet"]
    assert [one.procedure for one in prevented(lived(ways=("wait",)))] == ["avoidance"]


def test_no_stroke_no_schedule_and_no_reinforcer_stands_for_what_could_not_be_noticed():
    log = lived(ways=("cross",) * 12, told=SILENT)
    found = record(log, Response("jaywalks", "act", frozenset(("jaywalks",))), safe("you"), safe("crossing"))
    assert (found.height, found.marks) == (12, ())
    assert not any(chance.followed for chance in chances(log, "town", "red"))
    assert "reinforcer_start\t" not in okl(log)
    assert sum(line.endswith(",6") for line in event_codes(log).splitlines()) == 12
    rows = list(csv.DictReader(io.StringIO(long_table(log), newline="")))
    assert {row["noticed_on"] for row in rows if row["what"] == "mark"} == {""}
