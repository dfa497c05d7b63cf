"""A date as one writes it: Mon 5 Mar 2018, and 2018年3月5日 星期一."""

from __future__ import annotations

from scsgame.terms import Date, Safe
from scsgame.tongue.phrases import Phrase, phrase

MONTHS = (
    Phrase("month.1", "January"), Phrase("month.2", "February"), Phrase("month.3", "March"),
    Phrase("month.4", "April"), Phrase("month.5", "May"), Phrase("month.6", "June"),
    Phrase("month.7", "July"), Phrase("month.8", "August"), Phrase("month.9", "September"),
    Phrase("month.10", "October"), Phrase("month.11", "November"), Phrase("month.12", "December"),
)  # fmt: skip
WEEKDAYS = {
    "mon": Phrase("weekday.mon", "Monday"), "tue": Phrase("weekday.tue", "Tuesday"),
    "wed": Phrase("weekday.wed", "Wednesday"), "thu": Phrase("weekday.thu", "Thursday"),
    "fri": Phrase("weekday.fri", "Friday"), "sat": Phrase("weekday.sat", "Saturday"),
    "sun": Phrase("weekday.sun", "Sunday"),
}  # fmt: skip


def date_words(date: Date, language: str = "", *, full: bool = False) -> Safe:
    """Write a date in figures and short words; `full` writes the words out and leaves the year away."""
    month, weekday = MONTHS[date.month - 1], WEEKDAYS[date.weekday]
    parts = {"year": date.year, "number": date.month, "day": date.day}
    if full:
        return phrase("date.full", "{weekday}, {day} {month}", language, month=month.read(language),
                      weekday=weekday.read(language), **parts)  # fmt: skip
    return phrase("date.short", "{short} {day} {mon} {year}", language, short=weekday.english[:3], mon=month.english[:3],
                  weekday=weekday.read(language), **parts)  # fmt: skip


def day_words(date: Date, language: str = "") -> Safe:
    """Write the day and the month."""
    return phrase(
        "date.day", "{day} {mon}", language, day=date.day, mon=MONTHS[date.month - 1].english[:3], number=date.month
    )
