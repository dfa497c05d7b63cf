"""A scalar becomes what is wanted in its place, never what YAML would guess."""

import math

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from scsgame.packs.desk import Desk
from scsgame.packs.numbers import Number, Whole
from scsgame.packs.reader import Map, Seq, read
from scsgame.packs.scope import Scope
from scsgame.packs.shapes import Text, Words, YesNo
from scsgame.terms import barred

anything = st.text(st.characters(exclude_categories=("Cs",)), max_size=60)
showable = anything.filter(lambda text: barred(text) < 0 and "\t" not in text)


def told(shape, text):
    problems = []
    return shape.read(text, 0, Desk("x.yaml", "", Scope(), problems)), problems


@settings(max_examples=150, deadline=None)
@given(showable)
def test_text_in_quotes_arrives_as_it_was_written(text):
    document = read(yaml.dump({"key": text}, allow_unicode=False, default_style='"', width=10_000))

    assert document.root == {"key": text}
    assert document.slips == ()


@settings(max_examples=150, deadline=None)
@given(anything)
def test_no_text_makes_the_reader_or_a_shape_raise(text):
    document = read(text)

    assert document.root is None or isinstance(document.root, str | Map | Seq)
    for shape in (Text(), Words(), Number(), Whole(), YesNo()):
        value, problems = told(shape, text)
        if not isinstance(shape, Words):  # words with a slot nobody fills are said, and kept
            assert (value is None) == bool(problems)


@settings(max_examples=150, deadline=None)
@given(st.one_of(st.integers(-(10**15) + 1, 10**15 - 1), st.decimals(-(10**6), 10**6, places=4)))
def test_a_number_of_fifteen_digits_is_read_and_is_finite(number):
    value, problems = told(Number(), str(number))

    assert problems == []
    assert value == pytest.approx(float(number))
    assert math.isfinite(value)


@pytest.mark.parametrize(
    "text", ["no", "on", "12:30", "017", "2018-03-05", "1e999", ".nan", "~", "null", "0x1f", "Yes", "190:20:30"]
)
def test_text_stays_text(text):
    assert read(f"key: {text}").root == {"key": text}
    assert told(Words(), text)[0].read() == text


@pytest.mark.parametrize(("text", "value"), [("+4", 4), ("-3", -3), ("017", 17), ("0", 0)])
def test_whole_numbers_may_have_a_sign_and_are_never_octal(text, value):
    assert told(Whole(), text) == (value, [])


@pytest.mark.parametrize(
    "text", ["1e3", "0x10", "1_000", "1,000", "12:30", ".inf", "", " 1", "١٢", "1.", "--1", "9" * 16, "9" * 5_000]
)
def test_what_is_no_plain_number_is_refused(text):
    for shape in (Number(), Whole()):
        value, problems = told(shape, text)
        assert value is None
        assert [problem.code for problem in problems] == ["not-a-number"]


@pytest.mark.parametrize(
    ("text", "value"), [("yes", True), ("no", False), ("true", True), ("False", False), ("Yes", True)]
)
def test_yes_and_no_are_read_where_they_are_wanted(text, value):
    assert told(YesNo(), text) == (value, [])


@pytest.mark.parametrize("text", ["on", "off", "y", "1", "maybe", ""])
def test_other_words_are_no_yes_or_no(text):
    assert told(YesNo(), text)[1]


def test_every_key_and_value_knows_its_place():
    root = read("a: 1\nb:\n  - {c: 'x', d: >-\n    y}\n".replace(">-\n    y", "y")).root

    assert (root.key_mark("b") >> 24, root.value_mark("a") >> 3 & 0xFFFF) == (1, 3)
    inner = root["b"][0]
    assert (inner.value_mark("c") >> 24, inner.value_mark("c") >> 3 & 0xFFFF, inner.value_mark("c") & 7) == (2, 8, 1)


def test_the_slow_parser_reads_the_same(monkeypatch):
    text = "- id: red\n  text: >-\n    The light\n    is red.\n  choices: [{id: wait, text: 'Wait.'}]\n"
    quick = read(text)
    monkeypatch.setattr(yaml, "__with_libyaml__", False)
    slow = read(text)

    assert slow.root == quick.root
    assert slow.root[0].marks == quick.root[0].marks
