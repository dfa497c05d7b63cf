"""What a person sees, as lines of text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from textwrap import wrap

from scsgame.game.views import DayView, NoticeView, OfferView, RegimeView, WhyView
from scsgame.terms import Date

WIDTH = 76
SIGNS = {"good": "+", "bad": "-", "neutral": "*"}
MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
DAYS = {
    "mon": "Monday",
    "tue": "Tuesday",
    "wed": "Wednesday",
    "thu": "Thursday",
    "fri": "Friday",
    "sat": "Saturday",
    "sun": "Sunday",
}


def date_words(date: Date) -> str:
    """Return a date as one says it."""
    return f"{DAYS[date.weekday]}, {date.day} {MONTHS[date.month - 1]}"


def paragraph(text: str, indent: str = "", first: str | None = None) -> list[str]:
    """Return a text as lines of at most 76 characters."""
    lines: list[str] = []
    for part in text.split("\n"):
        lead = first if first is not None and not lines else indent
        lines += wrap(part, WIDTH, initial_indent=lead, subsequent_indent=indent) or [""]
    return lines


def last_lines(view: DayView) -> Iterator[str]:
    """Yield what the last move led to."""
    last = view.last
    if last is None:
        return
    if last.text:
        yield from paragraph(last.text)
    if last.changes:
        yield "(" + ", ".join(f"{title} {change:+d}" for title, change in last.changes) + ")"
    for notice in last.notices:
        yield from paragraph(notice_line(notice), "  ", "")


def notice_line(notice: NoticeView) -> str:
    """Return a notice as one line, its tone as a sign."""
    return f"{SIGNS[notice.tone]} day {notice.day}: {notice.text}"


def week_lines(view: DayView) -> Iterator[str]:
    """Yield the week that has just ended."""
    week = view.week_end
    if week is None:
        return
    yield ""
    yield f"--- Week {week.week} has ended. {week.choices} choices."
    yield "    " + ", ".join(f"{title} {before} -> {after}" for title, before, after in week.meters)
    for title, standing in week.standings:
        yield f"    {title}: {standing}"
    if week.doors:
        yield "    doors: " + "; ".join(f"{title} {state}" for title, state in week.doors)


def scene_lines(view: DayView) -> Iterator[str]:
    """Yield the day, the meters and the scene with its numbered choices."""
    scene = view.scene
    if scene is None:
        return
    yield ""
    yield f"Day {view.day}, {date_words(view.date)}. Week {view.week} of {view.weeks}."
    yield meters_line(view)
    if view.bills:
        yield "Bills: " + "; ".join(
            f"{bill.title} {bill.amount} yuan, " + ("PAST ITS DATE" if bill.overdue else f"by day {bill.due}")
            for bill in view.bills
        )
    yield ""
    if scene.from_regime:
        yield f"[{scene.from_regime}]"
    if scene.place:
        yield f"{scene.place}."
    yield from paragraph(scene.text)
    yield ""
    for offer in scene.offers:
        yield from paragraph(offer_line(offer), "    ", "")


def offer_line(offer: OfferView) -> str:
    """Return one numbered choice, with its price and what closed or eased it."""
    line = f" {offer.number}  {offer.text}"
    if offer.usual or offer.price:
        line += f" [{offer.price} yuan" + (f" instead of {offer.usual}" if offer.price != offer.usual else "") + "]"
    if not offer.open:
        line += f" (CLOSED: {offer.closed_by})"
    elif offer.eased_by:
        line += f" (eased: {offer.eased_by})"
    return line


def meters_line(view: DayView) -> str:
    """Return the meters and standings on one line."""
    parts = [f"{meter.title} {meter.value}{' ' + meter.unit if meter.unit else ''}" for meter in view.meters]
    for regime in view.regimes:
        if regime.score is not None:
            parts.append(f"{regime.title} {regime.score}" + (f" ({regime.tier})" if regime.tier else ""))
        elif regime.tier:
            parts.append(f"{regime.title}: {regime.tier}")
    return " | ".join(parts)


def ending_lines(view: DayView) -> Iterator[str]:
    """Yield how the life closed."""
    if view.ending is not None:
        yield ""
        yield f"=== {view.ending.title} ==="
        yield from paragraph(view.ending.text)


def phone_lines(view: DayView) -> Iterator[str]:
    """Yield the phone: bills, people, feed, each regime's app."""
    yield "Phone. `pay NAME` pays a bill; `app NAME` opens a system's app; `why NAME KIND/ID` asks about a thing."
    yield "Bills: " + (
        "; ".join(f"{bill.id}: {bill.title}, {bill.amount} yuan, day {bill.due}" for bill in view.bills) or "none"
    )
    yield "People:"
    for person in view.people:
        yield f"  {person.name} ({person.roles}), bond {person.bond}. {person.about}"
    yield "Feed:"
    for post in view.feed:
        yield from paragraph(f"  {post.by}: {post.text}", "    ", "")
    yield "Apps: " + (", ".join(f"{regime.id} ({regime.title})" for regime in view.regimes) or "none")


def app_lines(regime: RegimeView) -> Iterator[str]:
    """Yield one regime's app, as far as it is disclosed."""
    yield f"{regime.title}. {regime.about}"
    if regime.opt_in:
        yield (
            f"You take part; `leave {regime.id}` leaves."
            if regime.enrolled and regime.may_leave
            else ("You take part." if regime.enrolled else f"You do not take part; `join {regime.id}` joins.")
        )
    if regime.score is not None:
        yield f"Your {regime.word or 'score'}: {regime.score}" + (f", {regime.tier}" if regime.tier else "")
        yield "Course: " + ", ".join(f"day {day}: {score:g}" for day, score in regime.course)
    elif regime.tier:
        yield f"You stand at: {regime.tier}"
    if regime.next_update is not None and regime.enrolled:
        yield f"It is made anew on day {regime.next_update}."
    for entry in regime.lists:
        if entry.since is not None:
            yield (
                f"On the list {entry.title} since day {entry.since}"
                + (f": {entry.reason}" if entry.reason else "")
                + f"  [{entry.subject}]"
            )
    for mark in regime.marks[:15]:
        points = f" {mark.points:+g}" if mark.points is not None else ""
        yield f"  day {mark.day}: {mark.title}{points}  [{mark.subject}]"
    for measure in regime.measures:
        yield f"  {'ON ' if measure.stands else 'off'} {measure.kind}: {measure.title} ({measure.what})  [{measure.subject}]"
    if regime.observers:
        yield "Who watches:"
        for observer in regime.observers:
            yield from paragraph(f"{observer.title}: {observer.what}  [{observer.subject}]", "    ", "  ")
    if regime.rules:
        yield "Published rules:"
        for rule in regime.rules:
            points = f" {rule.points:+g}" if rule.points is not None else ""
            yield f"  {rule.title}{points}: {rule.what}  [{rule.subject}]"
    for way in regime.redress:
        targets = ", ".join(f"{name} ({what})" for name, what in way.targets) or "nothing it could be about"
        yield f"  {way.title} ({way.kind}, answer in {way.takes} days): {targets}  [`plead {regime.id} {way.id} TARGET YOUR WORDS`]"
    for case in regime.cases:
        yield f"  Filed: {case.title} about {case.target}, answer on day {case.answer}."


def why_lines(why: WhyView, facts: Iterable[tuple[str, str, str, str]]) -> Iterator[str]:
    """Yield what is known about a thing, down to a source one can cite."""
    yield f"{why.title} ({why.kind}; {why.regime})" if why.regime else str(why.title)
    for line in why.lines:
        yield from paragraph(line, "  ", "  ")
    yield f"  Is this real? Status: {why.provenance.status}."
    reason = why.provenance.why.read()
    if reason:
        yield from paragraph(f"Why this value: {reason}", "  ", "  ")
    for says, status, where, title in facts:
        yield from paragraph(f"{status}: {says} [{title}{', ' if title and where else ''}{where}]", "    ", "  ")


def help_lines() -> Iterator[str]:
    """Yield what can be typed."""
    yield "A number takes that choice. Also:"
    yield "  phone, bills, feed, people   look at the phone"
    yield "  pay NAME                     pay a bill"
    yield "  app NAME                     open a system's app (score, history, lists, rules)"
    yield "  join NAME, leave NAME        take part in a system, or leave it, where one may"
    yield "  plead APP WAY TARGET WORDS   file a dispute, an appeal, a repair"
    yield "  why APP KIND/ID              is this real? (ids stand in the app)"
    yield "  undo                         take back the last move"
    yield "  debrief                      what was done to you so far"
    yield "  quit                         stop; the life is saved"
