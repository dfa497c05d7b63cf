"""How one stands, in words, and only as far as one is told."""

from __future__ import annotations

from scsgame.game.views import BetView, BillView, DayView, RegimeView
from scsgame.game.wording import stands
from scsgame.tongue import date_words, day_words, phrase, spoken
from scsgame.ui.paper.lines import Run, cut, width_of


def head_words(view: DayView) -> str:
    """Say which day of which week it is: Mon 5 Mar 2018, day 1, week 1 of 12. Offices and bills count in days."""
    days = {"day": view.day, "week": view.week, "weeks": view.weeks}
    if not view.dated:
        return phrase("day.head_undated", "day {day}, week {week} of {weeks}", **days)
    return phrase("day.head", "{date}, day {day}, week {week} of {weeks}", date=date_words(view.date), **days)


def told(regime: RegimeView) -> str:
    """Say what this office has told one: score, tier, both, or that it tells no number."""
    if not regime.enrolled:
        return phrase("standing.not_joined_long", "you have not joined")
    return stands(regime.score or "", regime.word, regime.tier or "", spoken()) or phrase(
        "standing.no_number_long", "tells you no number"
    )


def standing_words(view: DayView) -> list[tuple[str, str]]:
    """Return each office and what it has told, with the bad lists one is on."""
    found = []
    for regime in view.regimes:
        words = told(regime)
        lists = [roll.title for roll in regime.lists if roll.since is not None]
        if lists:
            words += phrase("standing.on", "; on: {lists}", lists=phrase("comma", ", ").join(lists))
        found.append((str(regime.title), words))
    return found


def bill_words(bill: BillView, view: DayView) -> str:
    """Say how much is due, and when."""
    if bill.overdue:
        amount = f"{bill.amount:,}"
        return (
            phrase("bill.late", "{amount}, late: due {day}", amount=amount, day=day_words(bill.date))
            if view.dated
            else phrase("bill.late_undated", "{amount}, late: due on day {day}", amount=amount, day=bill.due)
        )
    days = bill.due - view.day
    if days == 0:
        return phrase("bill.today", "{amount}, due today", amount=f"{bill.amount:,}")
    if days == 1:
        return phrase("bill.tomorrow", "{amount}, due tomorrow", amount=f"{bill.amount:,}")
    return phrase("bill.in_days", "{amount}, due in {days} days", amount=f"{bill.amount:,}", days=days)


def bet_day(bet: BetView) -> str:
    """Say on which day a bet is settled."""
    return day_words(bet.date) if bet.date is not None else phrase("day", "day {day}", day=bet.due)


def bet_words(bet: BetView) -> str:
    """Ask what a score will be, and on which day."""
    return phrase("bet.question", "{regime} on {day}: which number?", regime=bet.title, day=bet_day(bet))


def strip_words(view: DayView, width: int) -> list[Run]:
    """Return the bills and the standings as one line; long names give way, numbers stay."""
    late = sum(bill.overdue for bill in view.bills)
    count = len(view.bills)
    bills: str = ""
    if late:
        bills = phrase("strip.bills_late", "{count} {count|bill|bills}, {late} late (p)", count=count, late=late)
    elif count:
        bills = phrase("strip.bills", "{count} {count|bill|bills} (p)", count=count)
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
        return phrase("standing.not_joined", "not joined")
    return stands(regime.score or "", "", regime.tier or "", spoken()) or phrase("elsewhere.no_number", "no number")
