"""Slots are filled by name and once; dates are written as each language writes them; the surroundings choose."""

import argparse
import unicodedata

import pytest

from scsgame.cli.language import chosen
from scsgame.plain.wrapping import wrapped
from scsgame.terms import Date
from scsgame.tongue import date_words, day_words, language_of, phrase, speak, spoken
from scsgame.ui.paper.lines import width_of, wrap

DAY = Date(2018, 3, 5, "mon")


@pytest.fixture(autouse=True)
def english_again():
    yield
    speak("en")


def test_a_slot_is_filled_by_name_and_never_read_again():
    assert phrase("no.such", "{a} and {b}", a="{b}", b="two") == "{b} and two"
    assert phrase("no.such", "{a.__class__} {0} {missing}", a=1) == "{a.__class__} {0} {missing}"


def test_an_ending_follows_the_count():
    words = "{count} {count|choice|choices}"
    assert phrase("no.such", words, count=1) == "1 choice"
    assert phrase("no.such", words, count=2) == "2 choices"


def test_what_fills_a_slot_cannot_steer_a_terminal():
    assert "\x1b" not in phrase("no.such", "Hello {name}.", name="\x1b[2J")
    assert "\u202e" not in phrase("no.such", "Hello {name}.", name="\u202eevil")


def test_the_language_is_asked_for_or_spoken():
    assert phrase("title.new", "Begin a new life", "zh") == "开始新的人生"
    assert phrase("title.new", "Begin a new life") == "Begin a new life"
    speak("zh")
    assert phrase("title.new", "Begin a new life") == "开始新的人生"
    assert phrase("title.new", "Begin a new life", "fr") == "Begin a new life"


def test_dates_are_written_as_each_language_writes_them():
    assert date_words(DAY) == "Mon 5 Mar 2018"
    assert date_words(DAY, full=True) == "Monday, 5 March"
    assert date_words(DAY, "zh") == "2018年3月5日 星期一"
    assert day_words(DAY, "zh") == "3月5日"


@pytest.mark.parametrize(("word", "language"), [
    ("zh_CN.UTF-8", "zh"), ("zh_TW", "zh"), ("ZH", "zh"), ("en_GB.UTF-8", "en"), ("C", ""), ("C.UTF-8", ""),
    ("POSIX", ""), ("", ""), ("../../etc", ""),
])  # fmt: skip
def test_a_locale_names_a_language(word, language):
    assert language_of(word) == language


@pytest.mark.parametrize(("asked", "kept", "around", "language"), [
    ("zh", "", "", "zh"), ("", "zh", "en_GB.UTF-8", "zh"), ("", "", "zh_CN.UTF-8", "zh"), ("en", "zh", "zh_CN", "en"),
    ("", "", "C.UTF-8", "en"), ("", "", "de_DE.UTF-8", "en"),
])  # fmt: skip
def test_asked_before_set_before_surroundings(asked, kept, around, language, tmp_path, monkeypatch):
    monkeypatch.setenv("SCSGAME_CONFIG", str(tmp_path))
    for name in ("LC_ALL", "LC_MESSAGES"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", around)
    if kept:
        (tmp_path / "settings.json").write_text(f'{{"language": "{kept}"}}', encoding="utf-8")
    assert chosen(argparse.Namespace(language=asked)) == language
    assert spoken() == language


TEXTS = (
    "公交卡和外卖券之间多了个绿方块：芝麻信用。“你反正要做的那些事，它想替你数一数。”app里English words混排 3,000 元。",
    "الضوء أحمر. عبر الشارع تقف الحافلة وأبوابها مفتوحة، ولين هاو عليها.",
    "האור אדום. מעבר לכביש עומד האוטובוס ודלתותיו פתוחות, ולין האו עליו.",
    "빨간 불이다. 길 건너에 버스가 문을 열고 서 있다. 赤信号だ。向こうにバスがいる。",
)


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("width", [2, 7, 20, 33, 60, 76])
def test_no_line_is_wider_than_there_is_room_and_nothing_is_lost(text, width):
    for lines in (wrap(text, width), wrapped(text, max(width, 8))):
        assert all(width_of(line) <= max(width, 8) for line in lines)
        assert "".join("".join(lines).split()) == "".join(text.split())


def test_no_line_begins_with_a_mark_that_closes():
    for width in range(10, 40):
        for lines in (wrap(TEXTS[0], width), wrapped(TEXTS[0], width)):
            assert not [line for line in lines if line[:1] in "，。：”"]


def test_no_sign_is_torn_from_its_number_and_no_bracket_stands_at_the_end_of_a_line():
    text = "申根签证按原价的80%收费（由旅行社和签证代办提供），另见“说明”。"
    for width in range(10, 60):
        for lines in (wrap(text, width), wrapped(text, width)):
            assert not [line for line in lines if line[:1] in "%），”。" or line[-1:] in "（“"]


@pytest.mark.parametrize(
    "text", ["สวัสดีชาวโลกทั้งหลายที่กำลังอ่าน", "क्षत्रिय छात्रा ने कहा मेरा नहीं है", "👩🏽‍🏫🇨🇳👨‍👩‍👧‍👦 test"]
)
def test_a_letter_keeps_its_marks_wherever_a_line_breaks(text):
    for width in range(8, 30):
        for lines in (wrap(text, width), wrapped(text, width)):
            assert not [
                line
                for line in lines
                if unicodedata.combining(line[0])
                or line[0] in "\u200d\ufe0f🏽"
                or unicodedata.category(line[0]).startswith("M")
            ]
