"""What a person sees, as lines of text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TypeAlias

from scsgame.game.views import DayView, NoticeView, OfferView, WhyView
from scsgame.game.wording import STATUS
from scsgame.plain.wrapping import wrapped
from scsgame.terms import Date
from scsgame.tongue import date_words as dated
from scsgame.tongue import phrase, spoken, sum_words

WIDTH = 76
SIGNS = {"good": "+", "bad": "-", "neutral": "*"}


def date_words(date: Date) -> str:
    """Return a date as one says it."""
    return dated(date, full=True)


def paragraph(text: str, indent: str = "", first: str | None = None) -> list[str]:
    """Return a text as lines of at most 76 characters."""
    lines: list[str] = []
    for part in text.split("\n"):
        lead = first if first is not None and not lines else indent
        lines += wrapped(part, WIDTH, lead, indent)
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
    return phrase(
        "plain.notice", "{sign} day {day}: {text}", sign=SIGNS[notice.tone], day=notice.day, text=notice.text
    )


def week_lines(view: DayView) -> Iterator[str]:
    """Yield the week that has just ended."""
    week = view.week_end
    if week is None:
        return
    yield ""
    yield phrase("plain.week", "--- Week {week} has ended. {choices} choices.", week=week.week, choices=week.choices)
    yield "    " + phrase("comma", ", ").join(f"{title} {before} -> {after}" for title, before, after in week.meters)
    for title, standing, _ in week.standings:
        yield "    " + phrase("colon", "{head}: {words}", head=title, words=standing)
    if week.doors:
        yield (
            "    "
            + phrase("plain.doors", "doors: ")
            + phrase("semicolon", "; ").join(f"{title} {state}" for title, state, _ in week.doors)
        )


def scene_lines(view: DayView) -> Iterator[str]:
    """Yield the day, the meters and the scene with its numbered choices."""
    scene = view.scene
    if scene is None:
        return
    yield ""
    weeks = {"day": view.day, "week": view.week, "weeks": view.weeks}
    yield (
        phrase("plain.day", "Day {day}, {date}. Week {week} of {weeks}.", date=date_words(view.date), **weeks)
        if view.dated
        else phrase("plain.day_undated", "Day {day}. Week {week} of {weeks}.", **weeks)
    )
    yield meters_line(view)
    if view.bills:
        yield from paragraph(
            phrase("plain.bills", "Bills: ") + phrase("semicolon", "; ").join(_bill_lines(view)), "    ", ""
        )
    yield ""
    if scene.from_regime:
        yield f"[{scene.from_regime}]"
    if scene.place:
        yield phrase("sentence", "{words}.", words=scene.place)
    yield from paragraph(scene.text)
    yield ""
    for offer in scene.offers:
        yield from paragraph(offer_line(offer, view.unit), "    ", "")


def _bill_lines(view: DayView) -> Iterator[str]:
    """Yield what is owed; bills of one name that stand alike are told once, with how many they are."""
    alike = Counter((bill.title, bill.amount, bill.overdue, 0 if bill.overdue else bill.due) for bill in view.bills)
    for (name, owed, late, day), count in alike.items():
        title = phrase("plain.bills_alike", "{count} times {title}", count=count, title=name) if count > 1 else name
        amount = sum_words(owed, view.unit)
        yield (
            phrase("plain.bill_late", "{title} {amount}, PAST ITS DATE", title=title, amount=amount)
            if late
            else phrase("plain.bill", "{title} {amount}, by day {day}", title=title, amount=amount, day=day)
        )


def which_line(view: DayView, word: str) -> str:
    """Ask which bill or system is meant, with the names that can be written."""
    found: Iterable[tuple[str, str]] = (
        [(bill.id, bill.title) for bill in view.bills]
        if word == "pay"
        else [
            (one.id, one.title)
            for one in view.regimes
            if word == "app"
            or (one.opt_in and (one.enrolled and one.may_leave if word == "leave" else not one.enrolled))
        ]
    )
    names = [
        phrase("bracketed", "{words} ({aside})", words=f"{word} {name}", aside=title)
        for name, title in dict.fromkeys(found)
    ]
    if not names:
        return phrase("plain.none_such", "There is nothing to {what} now.", what=word)
    return phrase("plain.which", "Which one? {names}", names=phrase("semicolon", "; ").join(names))


def offer_line(offer: OfferView, unit: str) -> str:
    """Return one numbered choice, with its price and what closed or repriced it."""
    line = f" {offer.number}  {offer.text}"
    if offer.usual or offer.price:
        usual = (
            phrase("plain.instead", " instead of {usual}", usual=offer.usual) if offer.price != offer.usual else ""
        )
        line += phrase("plain.price", " [{price}{usual}]", price=sum_words(offer.price, unit), usual=usual)
    if not offer.open:
        line += phrase("plain.closed", " (CLOSED: {by})", by=offer.closed_by)
    else:
        if offer.eased_by:
            line += phrase("plain.eased", " (eased: {by})", by=offer.eased_by)
        if offer.dearer_by:
            line += phrase("plain.dearer", " (dearer: {by})", by=offer.dearer_by)
    return line


def meters_line(view: DayView) -> str:
    """Return the meters and standings on one line."""
    parts = [f"{meter.title} {meter.value}{' ' + meter.unit if meter.unit else ''}" for meter in view.meters]
    for regime in view.regimes:
        if regime.score is not None:
            parts.append(
                f"{regime.title} {regime.score}"
                + (phrase("course.tier", " ({tier})", tier=regime.tier) if regime.tier else "")
            )
        elif regime.tier:
            parts.append(phrase("colon", "{head}: {words}", head=regime.title, words=regime.tier))
    return " | ".join(parts)


def ending_lines(view: DayView) -> Iterator[str]:
    """Yield how the life closed."""
    if view.ending is not None:
        yield ""
        yield f"=== {view.ending.title} ==="
        yield from paragraph(view.ending.text)


def phone_lines(view: DayView) -> Iterator[str]:
    """Yield the phone: bills, people, feed, each regime's app."""
    yield phrase(
        "plain.phone",
        "{title}. `pay NAME` pays a bill; `app NAME` opens a system's app; `why NAME KIND/ID` asks about a thing.",
        title=view.phone_title or phrase("phone.title", "Phone"),
    )
    bills = [
        phrase("plain.bill_id", "{id}: {title}, {amount}, day {day}", id=bill.id, title=bill.title, amount=sum_words(bill.amount, view.unit),
               day=bill.due)
        for bill in view.bills
    ]  # fmt: skip
    yield phrase("plain.bills", "Bills: ") + (phrase("semicolon", "; ").join(bills) or phrase("plain.none", "none"))
    yield phrase("plain.people", "People:")
    for person in view.people:
        yield phrase(
            "plain.person",
            "  {name} ({roles}), bond {bond}. {about}",
            name=person.name,
            roles=person.roles,
            bond=person.bond,
            about=person.about,
        )
    yield phrase("plain.feed", "{title}:", title=view.feed_title or phrase("phone.feed", "Feed"))
    for post in view.feed:
        yield from paragraph("  " + phrase("colon", "{head}: {words}", head=post.by, words=post.text), "    ", "")
    yield phrase("plain.apps", "Apps: ") + (
        phrase("comma", ", ").join(
            phrase("bracketed", "{words} ({aside})", words=regime.id, aside=regime.title) for regime in view.regimes
        )
        or phrase("plain.none", "none")
    )


Facts: TypeAlias = Iterable[tuple[str, str, str, str]]


def why_lines(why: WhyView, facts: Facts, behind: Facts = ()) -> Iterator[str]:
    """Yield what is known about a thing, down to a source one can cite; `behind` are the facts of its system."""
    yield (
        phrase("plain.why_title", "{title} ({kind}; {regime})", title=why.title, kind=why.kind, regime=why.regime)
        if why.regime and why.regime != why.title
        else phrase("plain.why_system", "{title} ({kind})", title=why.title, kind=why.kind)
        if why.regime
        else str(why.title)
    )
    for line in why.lines:
        yield from paragraph(line, "  ", "  ")
    yield phrase("plain.status", "  Is this real? Status: {status}.", status=STATUS[why.provenance.status].read())
    reason = why.provenance.why.read(spoken())
    if reason:
        yield from paragraph(phrase("plain.why_value", "Why this value: {reason}", reason=reason), "  ", "  ")
    yield from _fact_lines(facts)
    if why.behind:
        yield "  " + phrase("why.behind", "What is known of the system it belongs to") + phrase("plain.head_end", ":")
        yield from _fact_lines(behind)
    if why.of:
        yield phrase("plain.in_the_atlas", "  In the atlas: `scsgame atlas {id}`.", id=why.of)


def _fact_lines(facts: Facts) -> Iterator[str]:
    """Yield each fact, how well it is known, and where it stands in which source."""
    for says, status, where, title in facts:
        yield from paragraph(
            phrase("colon", "{head}: {words}", head=STATUS[status].read(), words=says)
            + f" [{title}{', ' if title and where else ''}{where}]",
            "    ",
            "  ",
        )


def help_lines() -> Iterator[str]:
    """Yield what can be typed."""
    yield phrase("plain.help", "A number takes that choice. Also:")
    yield phrase("plain.help_phone", "  phone, bills, feed, people   look at the phone")
    yield phrase("plain.help_pay", "  pay NAME                     pay a bill")
    yield phrase(
        "plain.help_app", "  app NAME                     open a system's app (score, history, lists, rules)"
    )
    yield phrase(
        "plain.help_join", "  join NAME, leave NAME        take part in a system, or leave it, where one may"
    )
    yield phrase(
        "plain.help_bet", "  bet NAME NUMBER              say what a score will be when it is next made known"
    )
    yield phrase("plain.help_plead", "  plead APP WAY TARGET WORDS   file a dispute, an appeal, a repair")
    yield phrase("plain.help_why_last", "  why                          is this real? (all that you were just told)")
    yield phrase("plain.help_why_choice", "  why NUMBER                   what closed or eased a choice")
    yield phrase(
        "plain.help_why", "  why APP, why APP KIND/ID     a system; a rule, list, perk of it (ids stand in the app)"
    )
    yield phrase("plain.help_undo", "  undo                         take back the last move")
    yield phrase("plain.help_debrief", "  debrief                      what was done to you so far")
    yield phrase("plain.help_quit", "  quit                         stop; the life is saved")
