"""Letters that run from right to left are set apart on a page; no mark that turns text is ever written."""

import pytest

from scsgame.debrief.printed import _element
from scsgame.terms import barred
from scsgame.tongue.directions import runs_left, stretches, turns
from scsgame.tongue.widths import cut, width

HEBREW, ARABIC = "שבי עם ליאת", "الصف الأخير"


def test_a_stretch_reaches_from_its_first_letter_to_its_last_over_numbers_and_signs():
    text = f"You: {HEBREW}, 5 דקות (12). End"
    assert list(stretches(text)) == [("You: ", False), (f"{HEBREW}, 5 דקות (12)", True), (". End", False)]
    assert list(stretches(f"“{ARABIC} (صفحة 7).” End (7)")) == [
        ("“", False),
        (f"{ARABIC} (صفحة 7)", True),
        (".” End (7)", False),
    ]
    assert list(stretches("shalom")) == [("shalom", False)]
    assert list(stretches("שָׁלוֹם")) == [("שָׁלוֹם", True)]


@pytest.mark.parametrize(
    "text", ["", "plain", "中文，3元", HEBREW, ARABIC, f"a{HEBREW}b{ARABIC}c", f"{ARABIC} 7", "\u200f"]
)
def test_nothing_is_lost_and_nothing_is_added(text):
    assert "".join(words for words, _ in stretches(text)) == text
    if barred(text) < 0:
        assert barred("".join(words for words, _ in stretches(text))) < 0


def test_a_text_that_runs_left_says_so_and_a_mixed_one_is_set_apart_in_pieces():
    assert runs_left(f"{ARABIC} (12).")
    assert not runs_left(f"day 3: {ARABIC}")
    assert turns(f"day 3: {ARABIC}")
    assert not turns("芝麻信用")
    assert _element("p", ARABIC) == f'<p dir="rtl">{ARABIC}</p>'
    assert (
        _element("li", f"{ARABIC} <taken>", ' class="x"') == f'<li class="x"><bdi>{ARABIC}</bdi> &lt;taken&gt;</li>'
    )
    assert _element("p", "芝麻信用") == "<p>芝麻信用</p>"


def test_a_label_is_cut_by_its_width_and_not_by_its_letters():
    assert cut("从未建成的全国信用分的一个很长的名字", 20) == "从未建成的全国信用…"
    assert width(cut("从未建成的全国信用分的一个很长的名字", 20)) <= 20
    assert cut("short", 20) == "short"
    assert width("ทั้ง") == 2


def test_a_handbook_sets_such_words_apart_and_begins_such_a_paragraph_at_the_right():
    from scsgame.workshop.handbook import Book, Heading, Paragraph
    from scsgame.workshop.handbook_print import html

    page = html(
        Book(
            "x", (Heading(1, f"Life: {ARABIC}", "life"), Paragraph((f"{HEBREW}.",)), Paragraph((f"Sees {HEBREW}.",)))
        )
    )
    assert f"Life: <bdi>{ARABIC}</bdi></h2>" in page
    assert '<p dir="rtl"><bdi>' in page
    assert f"<p>Sees <bdi>{HEBREW}</bdi>.</p>" in page
