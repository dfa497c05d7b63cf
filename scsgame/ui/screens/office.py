"""The app of one office, as far as it tells: standing, course, lists, perks and bans, history, rules, ways back."""

from __future__ import annotations

from scsgame.game.views import BetView, RegimeView
from scsgame.game.wording import MEASURES, REDRESS, counted
from scsgame.tongue import phrase
from scsgame.ui.paper.block import Block
from scsgame.ui.paper.course import Course, shown_number
from scsgame.ui.paper.entry import Entry
from scsgame.ui.paper.look import Look
from scsgame.ui.paper.row import Row
from scsgame.ui.paper.standing import told
from scsgame.ui.paper.words import Gap, Heading, Words
from scsgame.ui.screens.week import bet_entry
from scsgame.ui.screens.why import atlas_entry
from scsgame.ui.themes import Ink


def office_blocks(office: RegimeView, day: int, look: Look, bet: BetView | None = None) -> list[Block]:
    """Return the whole app as one page, with a bet where one could be made."""
    blocks: list[Block] = [Words(office.about, "dim"), Gap()]
    if bet is not None:
        blocks += [bet_entry(bet), Gap()]
    blocks += _standing(office)
    blocks += _made_of(office)
    if not office.enrolled and office.opt_in:
        return [
            *blocks,
            Entry(
                f"enrol {office.id}", phrase("office.join", "Join"), right=phrase("office.enter_joins", "Enter joins")
            ),
            *_atlas(office),
        ]
    blocks += _lists(office, look)
    blocks += _measures(office, look)
    blocks += _history(office)
    blocks += _ways_back(office, day)
    blocks += _rules(office)
    blocks += _observers(office)
    if office.may_leave:
        blocks += [
            Gap(),
            Heading(phrase("office.part", "Your part in it")),
            Entry(
                f"withdraw {office.id}",
                phrase("office.leave", "Leave"),
                right=phrase("office.enter_leaves", "Enter leaves"),
            ),
        ]
    return [*blocks, *_atlas(office)]


def _atlas(office: RegimeView) -> list[Block]:
    """Lead to what the atlas says of this system."""
    return [Gap(), Heading(phrase("office.real", "Is this real?")), atlas_entry(office.id, office.title)]


def _standing(office: RegimeView) -> list[Block]:
    blocks: list[Block] = [
        Heading(phrase("office.stand", "Where you stand")),
        Row("", _with_a_capital(told(office)), "", "title", 1, asks=(office.id, office.subject)),
    ]
    notes = []
    if office.score is not None and office.score_as_of is not None:
        notes.append(phrase("office.as_of", "as of day {day}", day=office.score_as_of))
    if office.next_update is not None and (office.score is not None or office.tier is not None):
        notes.append(phrase("office.anew", "made anew on day {day}", day=office.next_update))
    if office.score is not None:
        notes.append(
            phrase(
                "office.range",
                "from {least} to {most}",
                least=shown_number(office.least),
                most=shown_number(office.most),
            )
        )
    if notes:
        blocks.append(Words(phrase("semicolon", "; ").join(notes), "dim", indent=4))
    for step in office.tiers:
        least = (
            phrase("office.from", "from {least}", least=shown_number(step.at_least))
            if step.at_least is not None
            else ""
        )
        blocks.append(Row(phrase("office.tier", "step"), step.title, least, "dim", 4, asks=(office.id, step.subject)))
    if len(office.course) > 1:
        blocks += [Gap(), Course(office.course, unit=str(office.word))]
    return [*blocks, Gap()]


def _made_of(office: RegimeView) -> list[Block]:
    """Return what the score is made of, as far as that is told."""
    if not office.factors:
        return []
    blocks: list[Block] = [Heading(phrase("office.made_of", "What it is made of"))]
    for factor in office.factors:
        blocks.append(
            Row(
                phrase("office.factor", "part"),
                factor.title,
                factor.share,
                "dim",
                4,
                asks=(office.id, factor.subject),
            )
        )
    return [*blocks, Gap()]


def _lists(office: RegimeView, look: Look) -> list[Block]:
    if not office.lists:
        return []
    blocks: list[Block] = [Heading(phrase("office.lists", "Lists"))]
    for roll in office.lists:
        public = phrase("office.public", "public") if roll.public else phrase("office.not_public", "not public")
        title = phrase("bracketed", "{words} ({aside})", words=roll.title, aside=public)
        if roll.since is None:
            blocks.append(
                Row(
                    phrase("office.off", "off"),
                    title,
                    phrase("office.not_on", "you are not on it")
                    if roll.told
                    else phrase("office.nobody_says", "nobody says who is on it"),
                    "dim",
                    key="",
                    asks=(office.id, roll.subject),
                )
            )
            continue
        tone: Ink = "good" if roll.good else "bad"
        sign = look.sign("good" if roll.good else "bad")
        blocks.append(
            Row(
                phrase("office.on", "ON"),
                title,
                phrase("office.since", "{sign} since day {day}", sign=sign, day=roll.since),
                tone,
                asks=(office.id, roll.subject),
            )
        )
        reason = (
            phrase("office.because", "because: {reason}", reason=roll.reason)
            if roll.reason
            else phrase("office.no_reason", "no reason is given")
        )
        blocks.append(Words(reason, "dim", indent=10))
    return [*blocks, Gap()]


def _measures(office: RegimeView, look: Look) -> list[Block]:
    if not office.measures:
        return []
    blocks: list[Block] = [Heading(phrase("office.perks", "Perks and bans"))]
    for measure in sorted(office.measures, key=lambda found: not found.stands):
        tone: Ink = "good" if measure.kind == "perk" else "bad"
        sign = look.sign("good" if measure.kind == "perk" else "bad")
        right, ink = (
            (phrase("office.stands", "{sign} stands", sign=sign), tone)
            if measure.stands
            else (phrase("office.not_now", "not now"), "dim")
        )
        text = (
            phrase("colon", "{head}: {words}", head=measure.title, words=measure.what)
            if measure.what
            else str(measure.title)
        )
        blocks.append(Row(MEASURES[measure.kind].read(), text, right, ink, 11, asks=(office.id, measure.subject)))
    return [*blocks, Gap()]


def _history(office: RegimeView) -> list[Block]:
    blocks: list[Block] = [Heading(phrase("office.history", "History"))]
    if not office.marks:
        blocks.append(Words(phrase("office.nothing_told", "Nothing has been told you."), "dim", indent=2))
    for mark in sorted(office.marks, key=lambda found: -found.day):
        points = "" if mark.points is None else counted(mark.points, mark.most)
        ink: Ink = "dim" if not mark.points else "good" if mark.points >= mark.good_from else "bad"
        blocks.append(
            Row(phrase("day", "day {day}", day=mark.day), mark.title, points, ink, asks=(office.id, mark.subject))
        )
    return [*blocks, Gap()]


def _ways_back(office: RegimeView, day: int) -> list[Block]:
    if not office.redress and not office.cases:
        return []
    blocks: list[Block] = [Heading(phrase("office.ways", "Ways back"))]
    for way in office.redress:
        about: str = phrase(
            "office.way", "{kind}; an answer in {days} days", kind=REDRESS[way.kind].read(), days=way.takes
        )
        if way.most_characters:
            about += phrase("office.way_most", "; at most {count} characters", count=f"{way.most_characters:,}")
        if way.needs:
            about += phrase("office.way_needs", "; only if {needs}", needs=way.needs)
        usable = way.open and bool(way.targets)
        if not usable:
            about += phrase("office.way_nothing", "; nothing it could be used on") if way.open else ""
        key = f"plead {office.id} {way.id}"
        blocks.append(Entry(key, way.title, notes=((about, "dim"),), open=usable, asks=(office.id, way.subject)))
    for case in office.cases:
        wait = case.answer - day
        when = (
            phrase("office.wait", "answer in {days} {days|day|days}", days=wait)
            if wait > 0
            else phrase("office.due", "answer due")
        )
        blocks.append(
            Row(
                phrase("day", "day {day}", day=case.filed),
                phrase("colon", "{head}: {words}", head=case.title, words=case.target),
                when,
                "dim",
                asks=(office.id, case.subject),
            )
        )
    return [*blocks, Gap()]


def _rules(office: RegimeView) -> list[Block]:
    blocks: list[Block] = [Heading(phrase("office.rules", "Published rules"))]
    asks = (office.id, office.told_subject)
    if not office.rules:
        blocks.append(Row("", phrase("office.no_rules", "It has not published its rules."), "", "dim", 1, asks=asks))
    elif office.shows_rules == "partly":
        blocks.append(
            Row("", phrase("office.part_rules", "Only a part of the rules is published."), "", "dim", 1, asks=asks)
        )
    for rule in office.rules:
        points = "" if rule.points is None else f"{rule.points:+g}"
        ink: Ink = "dim" if not rule.points else "good" if rule.points > 0 else "bad"
        text = phrase("colon", "{head}: {words}", head=rule.title, words=rule.what) if rule.what else str(rule.title)
        blocks.append(Row(phrase("office.rule", "rule"), text, points, ink, 4, asks=(office.id, rule.subject)))
    return blocks


def _observers(office: RegimeView) -> list[Block]:
    if not office.observers:
        return []
    blocks: list[Block] = [Gap(), Heading(phrase("office.watches", "Who watches"))]
    for observer in office.observers:
        text = phrase("colon", "{head}: {words}", head=observer.title, words=observer.what)
        blocks.append(Row(phrase("office.sees", "sees"), text, "", "dim", 4, asks=(office.id, observer.subject)))
    return blocks


def _with_a_capital(words: str) -> str:
    """Begin the words with a capital, and leave the rest as it is: a tier may be called A."""
    return words[:1].upper() + words[1:]
