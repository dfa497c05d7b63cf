"""The atlas as a command: the timeline, one system, data, and a word for a name it does not know."""

from __future__ import annotations

import json

from program.program import Program


def test_the_timeline_lists_every_system(program: Program) -> None:
    shown = program.run("atlas")
    assert shown.returncode == 0
    assert "schufa" in shown.stdout
    told = json.loads(program.run("atlas", "--json").stdout)
    assert f"{len(told)} systems." in shown.stdout
    assert all(
        entry["what"] and (entry["plays"] or entry["part"] or entry["scenes"] or entry["exhibit"]) for entry in told
    )


def test_one_system_is_told_with_sources_and_how_to_play_it(program: Program) -> None:
    shown = program.run("atlas", "schufa").stdout
    assert "-- What is known" in shown
    assert "scsgame play --life renter --regime schufa" in shown
    data = json.loads(program.run("atlas", "schufa", "--json").stdout)
    assert data["known"][0]["status"] == "reported"


def test_a_sieve_on_the_command_line(program: Program) -> None:
    told = json.loads(program.run("atlas", "--region", "west", "--does", "scored", "--json").stdout)
    assert {entry["id"] for entry in told} >= {"fico", "schufa"}
    assert all(entry["region"] == "west" and "scored" in entry["does"] for entry in told)


def test_an_unknown_system_gets_a_sentence_and_the_nearest_name(program: Program) -> None:
    refused = program.run("atlas", "schuffa")
    assert refused.returncode == 2
    assert (
        refused.stderr
        == 'scsgame: the atlas has no system "schuffa". Did you mean "schufa"? `scsgame atlas` lists them all.\n'
    )
