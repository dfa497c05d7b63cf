"""What a person sees, as lines of text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from scsgame.game.views import DayView, NoticeView, OfferView, RegimeView, WhyView
from scsgame.game.wording import MEASURES, REDRESS, STATUS
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
    for title, standing in week.standings:
        yield "    " + phrase("colon", "{head}: {words}", head=title, words=standing)
    if week.doors:
        yield (
            "    "
            + phrase("plain.doors", "doors: ")
            + phrase("semicolon", "; ").join(f"{title} {state}" for title, state in week.doors)
        )


def offered_bets(view: DayView) -> Iterator[str]:
    """Yield the bets one could make, at the end of a week; one may pass them over."""
    for bet in view.bets if view.week_end is not None else ():
        yield from paragraph(
            phrase(
                "plain.bet_offered",
                "Bet, if you like: what will {regime} say on day {day}? `bet {id} NUMBER`. It changes nothing.",
                regime=bet.title,
                day=bet.due,
                id=bet.regime,
            ),
            "    ",
            "    ",
        )


def bet_lines(before: DayView, name: str, score: str) -> Iterator[str]:
    """Yield that a bet stands, and until when; `before` is what one saw when one made it."""
    for bet in before.bets:
        if bet.regime == name:
            yield phrase(
                "plain.bet_placed",
                "You bet on {score}. Day {day} will tell, if anybody tells you.",
                score=score,
                day=bet.due,
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
        yield phrase("plain.bills", "Bills: ") + phrase("semicolon", "; ").join(
            phrase(
                "plain.bill_late",
                "{title} {amount}, PAST ITS DATE",
                title=bill.title,
                amount=sum_words(bill.amount, view.unit),
            )
            if bill.overdue
            else phrase(
                "plain.bill",
                "{title} {amount}, by day {day}",
                title=bill.title,
                amount=sum_words(bill.amount, view.unit),
                day=bill.due,
            )
            for bill in view.bills
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


def offer_line(offer: OfferView, unit: str) -> str:
    """Return one numbered choice, with its price and what closed or eased it."""
    line = f" {offer.number}  {offer.text}"
    if offer.usual or offer.price:
        usual = (
            phrase("plain.instead", " instead of {usual}", usual=offer.usual) if offer.price != offer.usual else ""
        )
        line += phrase("plain.price", " [{price}{usual}]", price=sum_words(offer.price, unit), usual=usual)
    if not offer.open:
        line += phrase("plain.closed", " (CLOSED: {by})", by=offer.closed_by)
    elif offer.eased_by:
        line += phrase("plain.eased", " (eased: {by})", by=offer.eased_by)
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


def app_lines(regime: RegimeView) -> Iterator[str]:
    """Yield one regime's app, as far as it is disclosed."""
    yield phrase("plain.app", "{title}. {about}", title=regime.title, about=regime.about)
    if regime.opt_in:
        yield (
            phrase("plain.may_leave", "You take part; `leave {id}` leaves.", id=regime.id)
            if regime.enrolled and regime.may_leave
            else (
                phrase("plain.in_it", "You take part.")
                if regime.enrolled
                else phrase("plain.may_join", "You do not take part; `join {id}` joins.", id=regime.id)
            )
        )
    if regime.score is not None:
        word = regime.word or phrase("score", "score")
        tier = phrase("comma", ", ") + regime.tier if regime.tier else ""
        yield phrase("plain.your_score", "Your {word}: {score}{tier}", word=word, score=regime.score, tier=tier)
        yield phrase("plain.course", "Course: ") + phrase("comma", ", ").join(
            phrase("plain.point", "day {day}: {value}", day=day, value=f"{score:g}") for day, score in regime.course
        )
    elif regime.tier:
        yield phrase("plain.your_tier", "You stand at: {tier}", tier=regime.tier)
    if regime.next_update is not None and regime.enrolled:
        yield phrase("plain.next_update", "It is made anew on day {day}.", day=regime.next_update)
    for entry in regime.lists:
        if entry.since is not None:
            yield (
                phrase("plain.on_list", "On the list {list} since day {day}", list=entry.title, day=entry.since)
                + (phrase("plain.because", ": {reason}", reason=entry.reason) if entry.reason else "")
                + f"  [{entry.subject}]"
            )
    for mark in regime.marks[:15]:
        points = f" {mark.points:+g}" if mark.points is not None else ""
        yield (
            phrase("plain.mark", "  day {day}: {title}{points}", day=mark.day, title=mark.title, points=points)
            + f"  [{mark.subject}]"
        )
    for measure in regime.measures:
        stands = phrase("plain.on", "ON ") if measure.stands else phrase("plain.off", "off")
        words = phrase("plain.measure", "{kind}: {title} ({what})", kind=MEASURES[measure.kind].read(), title=measure.title,
                       what=measure.what)  # fmt: skip
        yield f"  {stands} {words}  [{measure.subject}]"
    if regime.observers:
        yield phrase("plain.who_watches", "Who watches:")
        for observer in regime.observers:
            yield from paragraph(
                phrase("colon", "{head}: {words}", head=observer.title, words=observer.what)
                + f"  [{observer.subject}]",
                "    ",
                "  ",
            )
    if regime.rules:
        yield phrase("plain.rules", "Published rules:")
        for rule in regime.rules:
            points = f" {rule.points:+g}" if rule.points is not None else ""
            yield (
                "  "
                + phrase("colon", "{head}: {words}", head=f"{rule.title}{points}", words=rule.what)
                + f"  [{rule.subject}]"
            )
    for way in regime.redress:
        targets = [phrase("bracketed", "{words} ({aside})", words=name, aside=what) for name, what in way.targets]
        yield phrase(
            "plain.way",
            "  {title} ({kind}, answer in {days} days): {targets}  [`plead {regime} {way} TARGET YOUR WORDS`]",
            title=way.title,
            kind=REDRESS[way.kind].read(),
            days=way.takes,
            regime=regime.id,
            way=way.id,
            targets=phrase("comma", ", ").join(targets) or phrase("plain.no_target", "nothing it could be about"),
        )
    for case in regime.cases:
        yield phrase(
            "plain.filed",
            "  Filed: {title} about {target}, answer on day {day}.",
            title=case.title,
            target=case.target,
            day=case.answer,
        )


def why_lines(why: WhyView, facts: Iterable[tuple[str, str, str, str]]) -> Iterator[str]:
    """Yield what is known about a thing, down to a source one can cite."""
    yield (
        phrase("plain.why_title", "{title} ({kind}; {regime})", title=why.title, kind=why.kind, regime=why.regime)
        if why.regime
        else str(why.title)
    )
    for line in why.lines:
        yield from paragraph(line, "  ", "  ")
    yield phrase("plain.status", "  Is this real? Status: {status}.", status=STATUS[why.provenance.status].read())
    reason = why.provenance.why.read(spoken())
    if reason:
        yield from paragraph(phrase("plain.why_value", "Why this value: {reason}", reason=reason), "  ", "  ")
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
    yield phrase("plain.help_why", "  why APP KIND/ID              is this real? (ids stand in the app)")
    yield phrase("plain.help_undo", "  undo                         take back the last move")
    yield phrase("plain.help_debrief", "  debrief                      what was done to you so far")
    yield phrase("plain.help_quit", "  quit                         stop; the life is saved")
