"""The grammar: what may stand in a condition, and what is said, at which column, of what may not."""

from __future__ import annotations

import time

import pytest

from scsgame.conditions import ConditionError, parse
from scsgame.packs.names import LifeWords, SharedWords, life_names

NAMES = life_names(
    LifeWords(
        {"money": "money", "strength": "strength"}, ["has_job"], ["study"], {"candour": "candour"}, {"lin_hao": "Lin Hao"},
        {"rent": "the rent"}, {"late_for_class": ["cross", "wait"], "the_loan": ["take"]}, ["lin"],
    ),
    SharedWords({"jaywalks": "crosses on red"}, {"train": "the train"}),
)  # fmt: skip

GOOD = [
    "day >= 2",
    "day >= 20 and money < 300 and not met(the_loan)",
    "weekday in [sat, sun]",
    "weekday not in [mon]",
    "weekday == fri or week != 3",
    "since(late_for_class) > 10",
    "chose(late_for_class, cross)",
    "times(jaywalks) >= 3 and since_act(jaywalks) < 7",
    "bond(lin_hao) >= 40 and near(lin_hao)",
    "arc(lin) == 2 and holds(candour)",
    "owes(rent) or overdue(rent)",
    "open(train) == eased(train)",
    "money + strength * 2 - 1 > -5",
    "(has_job or study >= 4) and not (day < 3)",
    "true",
    "not no",
    "  day >= 2  ",
    "date >= 20180501",
    "20160229 < date",
]

BAD = [
    ("dya >= 2", 0, 3, "day"),
    ("day >= 2 and not met(the_lon)", 21, 7, "the_loan"),
    ("day >= 2 and bnd(lin_hao) > 3", 13, 3, "bond"),
    ("chose(late_for_class, wiat)", 22, 4, "wait"),
    ("weekday == satt", 11, 4, "sat"),
    ("weekday in [sat, sunn]", 17, 4, "sun"),
    ("   dya >= 2", 3, 3, "day"),
    ("hasjob", 0, 6, "has_job"),
    ("money", 0, 5, ""),
    ("money and has_job", 0, 5, ""),
    ("has_job > 3", 0, 11, ""),
    ("weekday < mon", 0, 13, ""),
    ("money == mon", 9, 3, "money"),
    ("1 < day < 5", 0, 11, ""),
    ("day in 3", 7, 1, ""),
    ("day in [1, mon]", 11, 3, "money"),
    ("has_job + 1 > 2", 0, 7, ""),
    ("money > 1e99", 8, 4, ""),
    ("day >= 2 and", 11, 1, ""),
    ("day = 2", 4, 1, ""),
    ("date >= 58", 8, 2, ""),
    ("20170229 < date", 0, 8, ""),
    ("date >= 2018050.5", 8, 9, ""),
    ("met('the_loan')", 4, 10, ""),
    ("met(the_loan, the_loan)", 0, 23, ""),
    ("met()", 0, 5, ""),
    ("day >= None", 7, 4, ""),
    ("day is 3", 0, 8, ""),
    ("day >= 2 if has_job else has_job", 0, 32, ""),
    ("day / 2 > 1", 0, 7, ""),
    ("day ** 2 > 1", 0, 8, ""),
    ("day >= 2 and dáy < 3", 14, 1, ""),
    ("", 0, 1, ""),
    ("   ", 0, 1, ""),
]


@pytest.mark.parametrize("text", GOOD)
def test_this_is_a_condition(text: str) -> None:
    assert parse(text, NAMES).source == text.strip()


@pytest.mark.parametrize(("text", "column", "width", "suggestion"), BAD)
def test_this_is_not_and_the_column_says_where(text: str, column: int, width: int, suggestion: str) -> None:
    with pytest.raises(ConditionError) as caught:
        parse(text, NAMES)
    error = caught.value
    assert error.suggestion == suggestion
    assert len(error.message) > 10
    assert text[error.column : error.column + error.width] == text[column : column + width]


def test_a_word_in_quotes_is_checked_like_a_word_without() -> None:
    parse('weekday == "sat"', NAMES)
    with pytest.raises(ConditionError):
        parse('weekday == "satt"', NAMES)


def test_the_column_is_right_on_a_second_line() -> None:
    text = "(day >= 2 and\n dya < 3)"
    with pytest.raises(ConditionError) as caught:
        parse(text, NAMES)
    assert text[caught.value.column :].startswith("dya")


HOSTILE = [
    "().__class__.__bases__[0].__subclasses__()",
    "day.__class__",
    "__import__('os').system('true')",
    "__import__(os)",
    "met.__globals__",
    "met(the_loan).x",
    "day[0] > 1",
    "[x for x in day] == 1",
    "(lambda: day)() > 1",
    "day >= 2 and print(day)",
    "met(the_loan=day)",
    "met(*day)",
    "9**9**9 > day",
    "9" * 499,
    "-" * 400 + "1 > day",
    "not " * 124 + "no",
    "(" * 240 + "day" + ")" * 240,
    "1 < " + "-" * 300 + "day",
    "not " * 20_000 + "has_job",
    "day >= 2\x00",
    "\x00",
    "ｄａｙ >= 2",
    "day ＞＝ 2",
    "day >= ２",
    "day >= 2 # " + "x" * 10_000,
    "x" * 10_240,
    "day >= 2 and " * 900 + "has_job",
    "f'{day}' == weekday",
    "b'sat' == weekday",
    "... == weekday",
    "1j > day",
    "1e999 > day",
    "day := 3",
    "yield",
    "await day",
    "*day",
    "day >= 2; has_job",
    "day >= 2\nhas_job",
    "\\",
    "'\\ud800' == weekday and x",
    "'" * 3,
    "{day: 1}[day] > 0",
    "~day > 1",
    "day @ day > 1",
    "day << 9999999 > 1",
    "\ud800",
    "day >= 0x" + "f" * 400,
    "[[[[[[" * 60,
]


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
@pytest.mark.filterwarnings("error")
def test_a_hostile_text_is_refused_quickly_and_with_a_sentence(text: str) -> None:
    begun = time.perf_counter()
    with pytest.raises(ConditionError) as caught:
        parse(text, NAMES)
    assert time.perf_counter() - begun < 5, "a hang, not a slow machine"
    assert 0 <= caught.value.column <= len(text)
    assert caught.value.message
