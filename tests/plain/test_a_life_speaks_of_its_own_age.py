"""A life may count in its own coin, show no date, and call its pages by words of its own; others say phone, feed and yuan."""

from __future__ import annotations

from dataclasses import replace

import pytest

from scsgame.game.chronicle import Chronicle, begin
from scsgame.game.moment import Setup
from scsgame.game.view import look
from scsgame.game.views import DayView
from scsgame.life.scenes import Life
from scsgame.packs import Library, load
from scsgame.plain.lines import phone_lines, scene_lines
from scsgame.session.bots import at_random
from scsgame.terms import saying
from scsgame.ui.paper.standing import bill_words, head_words


@pytest.fixture(scope="module")
def library() -> Library:
    return load()


def in_an_older_age(life: Life) -> Life:
    """The same life where money is cash, nobody counts by this calendar, and news comes over the wall."""
    purse, *rest = life.meters
    return replace(
        life,
        meters=(replace(purse, unit=saying("cash")), *rest),
        undated=True,
        phone_title=saying("Home and lane"),
        feed_title=saying("Talk"),
    )


def days(library: Library, life: Life) -> list[DayView]:
    """Twenty days of this life, as they are seen."""
    chronicle: Chronicle = begin(Setup(life, (library.regimes["none"],), library.vocabulary, "age"))
    views = []
    while not chronicle.over and chronicle.moment.day <= 20:
        views.append(look(chronicle))
        chronicle = chronicle.then(at_random(chronicle))
    return views


def everything_told(views: list[DayView]) -> str:
    """Everything plain lines say, but for what scenes and people say themselves."""
    found = []
    for view in views:
        found += list(scene_lines(view))[:3]
        found += [line for line in phone_lines(view) if not line.startswith("  ")]
        found += [
            notice.text for notice in (view.last.notices if view.last else ()) if "bill has come" in notice.text
        ]
    return "\n".join(found)


def test_an_older_age_knows_neither_yuan_nor_phone_nor_month(library: Library) -> None:
    told = everything_told(days(library, in_an_older_age(library.lives["student"])))
    assert "58 cash" in told
    assert "Home and lane." in told
    assert "Talk:" in told
    assert [word for word in ("yuan", "Phone.", "Feed:", "March", "Monday") if word in told] == []


def test_another_life_says_phone_and_feed_and_yuan(library: Library) -> None:
    told = everything_told(days(library, library.lives["student"]))
    assert [word for word in ("58 yuan", "Phone.", "Feed:", "March") if word not in told] == []


def test_an_undated_life_counts_days_where_another_names_them(library: Library) -> None:
    view = days(library, library.lives["student"])[0]
    older = view._replace(dated=False)
    assert head_words(view) == "Mon 5 Mar 2018, day 1, week 1 of 12"
    assert head_words(older) == "day 1, week 1 of 12"
    owing = next(view for view in days(library, library.lives["student"]) if view.bills)
    late = owing.bills[0]._replace(overdue=True)
    assert bill_words(late, owing).endswith("late: due 16 Mar")
    assert bill_words(late, owing._replace(dated=False)).endswith("late: due on day 12")
