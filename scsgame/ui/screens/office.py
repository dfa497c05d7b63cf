"""The app of one office, as far as it tells: standing, course, lists, perks and bans, history, rules, ways back."""

from __future__ import annotations

from scsgame.game.views import RegimeView
from scsgame.ui.paper.block import Block
from scsgame.ui.paper.course import Course, shown_number
from scsgame.ui.paper.entry import Entry
from scsgame.ui.paper.look import Look
from scsgame.ui.paper.row import Row
from scsgame.ui.paper.standing import told
from scsgame.ui.paper.words import Gap, Heading, Words
from scsgame.ui.themes import Ink


def office_blocks(office: RegimeView, day: int, look: Look) -> list[Block]:
    """Return the whole app as one page."""
    blocks: list[Block] = [Words(office.about, "dim"), Gap()]
    blocks += _standing(office)
    if not office.enrolled and office.opt_in:
        return [*blocks, Entry(f"enrol {office.id}", "Join", right="Enter joins")]
    blocks += _lists(office, look)
    blocks += _measures(office, look)
    blocks += _history(office)
    blocks += _ways_back(office, day)
    blocks += _rules(office)
    blocks += _observers(office)
    if office.may_leave:
        blocks += [Gap(), Heading("Your part in it"), Entry(f"withdraw {office.id}", "Leave", right="Enter leaves")]
    return blocks


def _standing(office: RegimeView) -> list[Block]:
    blocks: list[Block] = [Heading("Where you stand"), Words(_with_a_capital(told(office)), "title", indent=2)]
    notes = []
    if office.score is not None and office.score_as_of is not None:
        notes.append(f"as of day {office.score_as_of}")
    if office.next_update is not None and (office.score is not None or office.tier is not None):
        notes.append(f"made anew on day {office.next_update}")
    if office.score is not None and office.tiers:
        steps = ", ".join(f"{title} from {shown_number(at)}" for at, title in office.tiers)
        notes.append(f"from {shown_number(office.least)} to {shown_number(office.most)}: {steps}")
    blocks += [Words(note, "dim", indent=2) for note in notes]
    if len(office.course) > 1:
        blocks += [Gap(), Course(office.course, unit=str(office.word))]
    return [*blocks, Gap()]


def _lists(office: RegimeView, look: Look) -> list[Block]:
    if not office.lists:
        return []
    blocks: list[Block] = [Heading("Lists")]
    for roll in office.lists:
        public = "public" if roll.public else "not public"
        if roll.since is None:
            blocks.append(
                Row(
                    "off",
                    f"{roll.title} ({public})",
                    "you are not on it",
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
                "ON",
                f"{roll.title} ({public})",
                f"{sign} since day {roll.since}",
                tone,
                asks=(office.id, roll.subject),
            )
        )
        reason = f"because: {roll.reason}" if roll.reason else "no reason is given"
        blocks.append(Words(reason, "dim", indent=10))
    return [*blocks, Gap()]


def _measures(office: RegimeView, look: Look) -> list[Block]:
    if not office.measures:
        return []
    blocks: list[Block] = [Heading("Perks and bans")]
    for measure in sorted(office.measures, key=lambda found: not found.stands):
        tone: Ink = "good" if measure.kind == "perk" else "bad"
        sign = look.sign("good" if measure.kind == "perk" else "bad")
        right, ink = (f"{sign} stands", tone) if measure.stands else ("not now", "dim")
        text = f"{measure.title}: {measure.what}" if measure.what else str(measure.title)
        blocks.append(Row(measure.kind, text, right, ink, 11, asks=(office.id, measure.subject)))
    return [*blocks, Gap()]


def _history(office: RegimeView) -> list[Block]:
    blocks: list[Block] = [Heading("History")]
    if not office.marks:
        blocks.append(Words("Nothing has been told you.", "dim", indent=2))
    for mark in sorted(office.marks, key=lambda found: -found.day):
        points = "" if mark.points is None else f"{mark.points:+g}"
        ink: Ink = "dim" if not mark.points else "good" if mark.points > 0 else "bad"
        blocks.append(Row(f"day {mark.day}", mark.title, points, ink, asks=(office.id, mark.subject)))
    return [*blocks, Gap()]


def _ways_back(office: RegimeView, day: int) -> list[Block]:
    if not office.redress and not office.cases:
        return []
    blocks: list[Block] = [Heading("Ways back")]
    for way in office.redress:
        about = f"{way.kind}; an answer in {way.takes} days"
        if way.most_characters:
            about += f"; at most {way.most_characters:,} characters"
        if way.needs:
            about += f"; needs {way.needs}"
        usable = way.open and bool(way.targets)
        if not usable:
            about += "; nothing it could be used on" if way.open else ""
        key = f"plead {office.id} {way.id}"
        blocks.append(Entry(key, way.title, notes=((about, "dim"),), open=usable, asks=(office.id, way.subject)))
    for case in office.cases:
        wait = case.answer - day
        when = f"answer in {wait} day{'' if wait == 1 else 's'}" if wait > 0 else "answer due"
        blocks.append(Row(f"day {case.filed}", f"{case.title}: {case.target}", when, "dim"))
    return [*blocks, Gap()]


def _rules(office: RegimeView) -> list[Block]:
    blocks: list[Block] = [Heading("Published rules")]
    if not office.rules:
        blocks.append(Words("It has not published its rules.", "dim", indent=2))
    elif office.shows_rules == "partly":
        blocks.append(Words("Only a part of the rules is published.", "dim", indent=2))
    for rule in office.rules:
        points = "" if rule.points is None else f"{rule.points:+g}"
        ink: Ink = "dim" if not rule.points else "good" if rule.points > 0 else "bad"
        text = f"{rule.title}: {rule.what}" if rule.what else str(rule.title)
        blocks.append(Row("rule", text, points, ink, 4, asks=(office.id, rule.subject)))
    return blocks


def _observers(office: RegimeView) -> list[Block]:
    if not office.observers:
        return []
    blocks: list[Block] = [Gap(), Heading("Who watches")]
    for observer in office.observers:
        text = f"{observer.title}: {observer.what}"
        blocks.append(Row("sees", text, "", "dim", 4, asks=(office.id, observer.subject)))
    return blocks


def _with_a_capital(words: str) -> str:
    """Begin the words with a capital, and leave the rest as it is: a tier may be called A."""
    return words[:1].upper() + words[1:]
