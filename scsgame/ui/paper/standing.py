"""How one stands, in words, and only as far as one is told."""

from __future__ import annotations

from scsgame.game.views import BillView, DayView, RegimeView
from scsgame.terms import Date
from scsgame.ui.paper.lines import Run, cut, width_of

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def date_words(date: Date) -> str:
    """Write a date as Mon 5 Mar 2018."""
    return f"{date.weekday.capitalize()} {date.day} {MONTHS[date.month - 1]} {date.year}"


def told(regime: RegimeView) -> str:
    """Say what this office has told one: score, tier, both, or that it tells no number."""
    if not regime.enrolled:
        return "you have not joined"
    parts = []
    if regime.score is not None:
        parts.append(f"{regime.score} {regime.word}".strip())
    if regime.tier is not None:
        parts.append(str(regime.tier))
    return ", ".join(parts) or "tells you no number"


def standing_words(view: DayView) -> list[tuple[str, str]]:
    """Return each office and what it has told, with the bad lists one is on."""
    found = []
    for regime in view.regimes:
        words = told(regime)
        lists = [roll.title for roll in regime.lists if roll.since is not None]
        if lists:
            words += "; on: " + ", ".join(lists)
        found.append((str(regime.title), words))
    return found


def bill_words(bill: BillView, view: DayView) -> str:
    """Say how much is due, and when."""
    if bill.overdue:
        return f"{bill.amount:,}, late since {bill.date.day} {MONTHS[bill.date.month - 1]}"
    days = bill.due - view.day
    when = "today" if days == 0 else "tomorrow" if days == 1 else f"in {days} days"
    return f"{bill.amount:,}, due {when}"


def strip_words(view: DayView, width: int) -> list[Run]:
    """Return the bills and the standings as one line; long names give way, numbers stay."""
    late = sum(bill.overdue for bill in view.bills)
    word = "bill" if len(view.bills) == 1 else "bills"
    bills = f"{len(view.bills)} {word}{f', {late} late' if late else ''}" if view.bills else ""
    runs = [Run(bills, "bad" if late else "dim"), Run("   ")] if bills else []
    told_of = [(str(regime.title), _shortly(regime)) for regime in view.regimes]
    room = width - sum(width_of(run.text) for run in runs) - sum(width_of(words) + 4 for _, words in told_of)
    fits = sum(width_of(title) for title, _ in told_of) <= room + 3
    each = max(3, (room + 3) // max(1, len(told_of)))
    for at, (title, words) in enumerate(told_of):
        between = [Run("   ")] if at else []
        runs += [*between, Run(f"{title if fits else cut(title, each)} ", "dim"), Run(words)]
    return runs


def _shortly(regime: RegimeView) -> str:
    """Say what this office has told one in as few words as there are."""
    if not regime.enrolled:
        return "not joined"
    return ", ".join(str(part) for part in (regime.score, regime.tier) if part is not None) or "no number"
