"""The exports: one long table no cell of which is a formula, the open operant log, event codes; all on one clock."""

from __future__ import annotations

import csv
import io

import pytest
from scenario import choice, life, live, measure, phase, regime, rule, scene, turning, watches

from scsgame.debrief.exports.codes import data_file, event_codes
from scsgame.debrief.exports.operant import CODEBOOK, okl
from scsgame.debrief.exports.table import COLUMNS, SCHEMA, STEERS, dictionary, long_table
from scsgame.debrief.exports.timeline import timeline
from scsgame.debrief.log import Log

TOWN = regime(
    watches("jaywalks", "helps", reliability=0.6, delay=2),
    rule("red", act="jaywalks", points=-5), rule("good", act="helps", points=3),
    measure("ban", "score < 95", closes=["train"]),
    phase("before"), phase("after"), turning("after", "day >= 5", ["before"]),
)  # fmt: skip
CROSSING = scene(
    "crossing",
    choice("cross", ["jaywalks"]),
    choice("help", ["helps"]),
    choice("wait", ["waits"]),
    cooldown=1,
    kind="beat",
)


def lived(*ways: str, of: object = CROSSING, **parts: object) -> Log:
    return Log(live(TOWN, of=life(of), **parts).takes(*(ways or ("cross", "help", "wait") * 4)).chronicle)


def cells(text: str) -> list[dict[str, str]]:
    """Read a table back as any program would, and take the marks off that stand before what could be run."""
    found = csv.DictReader(io.StringIO(text, newline=""), strict=True)
    return [{name: cell.removeprefix("'") for name, cell in row.items()} for row in found]


def test_every_row_has_the_same_columns_and_every_column_is_explained() -> None:
    log = lived()
    rows = list(csv.reader(io.StringIO(long_table(log), newline=""), strict=True))
    assert {len(row) for row in rows} == {len(COLUMNS)}
    explained = cells(dictionary())
    assert [one["column"] for one in explained] == rows[0] == [column.name for column in COLUMNS]
    assert all(one["meaning"] for one in explained)
    assert {row[0] for row in rows[1:]} == {SCHEMA}


def test_the_table_gives_every_decision_and_every_consequence_back() -> None:
    log = lived()
    rows = cells(long_table(log))
    taken = [
        (int(row["decision"]), int(row["day"]), row["scene"], row["way"]) for row in rows if row["what"] == "decision"
    ]
    assert taken == [(one.number, one.day, one.scene, one.choice.id) for one in log.decisions]
    came = [
        (row["what"], row["subject"], float(row["points"]), row["by"], int(row["day"])) for row in rows if row["on"]
    ]
    assert sorted(came) == sorted(
        (one.kind, one.subject, float(one.points), one.by, one.day) for one in log.consequences
    )
    looked = [row for row in rows if row["what"] == "watch" and row["taken"] == "1"]
    assert sum(int(row["observed"]) for row in looked) == sum(one.choice.observed for one in log.decisions)


@pytest.mark.parametrize(
    "words", ["=1+1", "+1", "-1", "@sum(a1)", "\tx", "\rx", '=cmd|" /c calc"!a1', "'quoted", "a,b", 'a"b']
)
def test_no_cell_acts_as_a_formula_and_every_word_comes_back(words: str) -> None:
    log = lived("cross", seed=words)
    text = long_table(log)
    assert {row["seed"] for row in cells(text)} == {words}
    for row in csv.reader(io.StringIO(text, newline=""), strict=True):
        for cell in row:
            numeric = cell.lstrip("-").replace(".", "", 1).isdigit()
            assert numeric or not cell.startswith(STEERS[:-1]), cell


def test_time_never_runs_back_and_a_day_is_a_minute() -> None:
    log = lived()
    times = [event.at for event in timeline(log)]
    assert times == sorted(times)
    for row in cells(long_table(log)):
        assert int(float(row["seconds"]) // 60) + 1 == int(row["day"])


def read_okl(text: str) -> tuple[dict[str, str], list[tuple[str, ...]]]:
    """Read a session strictly, by the public description of the format."""
    lines = text.split("\n")
    assert lines.pop() == ""
    assert lines[0] == "# OKL v1"
    end = lines.index("# ---")
    head = lines[1:end]
    assert all(line.startswith("# ") for line in head)
    keys = dict(line[2:].split(" = ", 1) for line in head if not line.startswith("#  ") and " = " in line)
    assert {"session_name", "clock_type", "session_start"} <= set(keys)
    books = [line[4:].split(":", 1) for line in head[head.index("# events:") + 1 :]]
    known = {name.strip(): fields.split() for name, fields in books}
    body = []
    for line in lines[end + 1 :]:
        time, name, *fields = line.split("\t")
        assert len(fields) == len(known[name]), line
        for declared, value in zip(known[name], fields, strict=True):
            kind = declared.split(":")[1]
            if value == "-":
                assert kind.endswith("?"), line
            else:
                {"int": int, "float": float, "str": str, "bool": {"true": 1, "false": 0}.__getitem__}[
                    kind.rstrip("?")
                ](value)
        body.append((time, name, *fields))
    return keys, body


def test_the_operant_log_reads_as_its_format_asks() -> None:
    log = lived()
    _, body = read_okl(okl(log))
    assert [name for name, _ in CODEBOOK[:7]] == [
        "response", "reinforcer_start", "reinforcer_end", "state_change", "component_change", "phase_enter", "phase_exit",
    ]  # fmt: skip
    assert sum(line[1] == "response" for line in body) == sum(len(one.choice.acts) for one in log.decisions)
    assert sum(line[1] == "reinforcer_start" for line in body) == sum(one.valence > 0 for one in log.consequences)
    assert [line[2] for line in body if line[1] == "phase_enter"] == ["town:before", "town:after"]
    assert sum(line[1] == "phase_exit" for line in body) == 2
    times = [float(line[0]) for line in body]
    assert times == sorted(times)


@pytest.mark.parametrize("words", ['a"b', "a\\b", "a\tb", "a\nb"])
def test_odd_words_stay_one_line_of_the_log(words: str) -> None:
    keys, _ = read_okl(okl(lived("cross", seed=words)))
    assert keys["session_name"] == '"scsgame somebody"'


def test_event_codes_are_times_and_numbers_each_with_its_meaning() -> None:
    log = lived()
    lines = event_codes(log).splitlines()
    notes = {line.split()[1]: line.split()[2] for line in lines if line.startswith("\\")}
    body = [line.split(",") for line in lines if not line.startswith("\\")]
    assert {code for _, code in body} <= set(notes)
    assert (notes[body[0][1]], notes[body[-1][1]]) == ("start", "end")
    assert sum(notes[code] == "jaywalks" for _, code in body) == sum(
        "jaywalks" in one.choice.acts for one in log.decisions
    )
    assert sum(notes[code] == "unwelcome" for _, code in body) == sum(one.valence < 0 for one in log.consequences)
    times = [float(time) for time, _ in body]
    assert times == sorted(times)


def read_data_file(text: str) -> tuple[dict[str, str], list[tuple[float, int]]]:
    """Read a MED-PC data file as laboratory programs do: fields by name; each element of W is a time, then four digits of code."""
    fields: dict[str, str] = {}
    name = ""
    for line in text.splitlines():
        if line.startswith(" "):
            fields[name] += line
        else:
            name, _, value = line.partition(":")
            fields[name] = value.strip()
    whole = [str(int(float(part))) for part in fields["W"].split() if not part.endswith(":")]
    first = float(whole[0][:-4])
    return fields, [(round((float(part[:-4]) - first) / 100, 2), int(part[-4:])) for part in whole]


def test_a_med_pc_data_file_gives_the_same_events_as_the_lines() -> None:
    log = lived()
    fields, events = read_data_file(data_file(log))
    assert fields["Group"] == "1"
    lines = [line.split(",") for line in event_codes(log).splitlines() if not line.startswith("\\")]
    assert events == [(float(at), int(code)) for at, code in lines]


@pytest.mark.parametrize("words", ["a:b", "a\nW: 1", "  x"])
def test_odd_words_do_not_break_the_data_file(words: str) -> None:
    fields, events = read_data_file(data_file(lived("cross", seed=words)))
    assert events[0] == (0.0, 8)
    assert "\n" not in fields["Subject"]
