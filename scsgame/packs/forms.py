"""ONE table: the shape of every kind of file in a pack.

Checking is driven from it; a schema for editors, the author's reference and new packs are printed from it. So each
field says in one sentence what it is for. The forms of scenes and of regimes stand in files of their own.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from scsgame.packs.desk import Desk
from scsgame.packs.form_reading import ATLAS, GUIDE
from scsgame.packs.form_regime import PART, REGIME
from scsgame.packs.form_scene import DAYS, ENCOUNTERS, SCENES, feed_form
from scsgame.packs.migrations import FORMAT
from scsgame.packs.numbers import Number, Whole
from scsgame.packs.reader import Map
from scsgame.packs.records import Field, ListOf, MapOf, Record
from scsgame.packs.shapes import DATE, Id, OneOf, Ref, Shape, Text, When, Words, YesNo
from scsgame.packs.strings import STRINGS
from scsgame.packs.versions import RANGE, VERSION
from scsgame.terms import STATUSES, WEEKDAYS

__all__ = ["FILES", "FileForm", "form_of"]

PACK = Record("pack", {
    "pack": Field(Id(hyphens=True), "The id of the pack.", needed=True),
    "format": Field(Whole(FORMAT, FORMAT), f"The version of this format: {FORMAT}.", needed=True),
    "version": Field(Text(VERSION, "1.0.0"), "The version of the pack itself, such as 1.4.0.", needed=True),
    "title": Field(Words(), "What the pack is called.", needed=True),
    "about": Field(Words(), "What is in it, in a sentence or two."),
    "authors": Field(ListOf(Text(), single=True), "Who wrote it."),
    "licence": Field(Text(), "Under which licence it may be shared."),
    "languages": Field(ListOf(Text(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})?", "en"), single=True), "In which languages its texts are, such as en and zh."),
    "needs": Field(MapOf(Id(hyphens=True), Text(RANGE, '">=1.0"')), 'Packs it needs, with their versions: `1.2` (or later, below 2), `">=1.0 <3"`, `any`.'),
    "overrides": Field(MapOf(Id(hyphens=True), ListOf(Text(), single=True)), "What it changes of other packs: `{core: [regimes/rongcheng/rule.red_light]}`."),
})  # fmt: skip

ACT = Record("act", {
    "title": Field(Words(), "What was done, as `somebody …`.", needed=True),
    "theme": Field(Id(), "The part of life it belongs to: money, street, speech …", needed=True),
    "sensitive": Field(YesNo(), "Speech, association or belief, from which people fall silent.", default="no"),
    "twin": Field(Ref("act"), "The neutral act of the same shape."),
    "masked": Field(YesNo(), "Done under another name.", default="no"),
})  # fmt: skip
SERVICE = Record("service", {
    "title": Field(Words(), "What it is called.", needed=True),
    "by_invitation": Field(YesNo(), "Shut until a regime opens it.", default="no"),
})  # fmt: skip
ROLE = Record("role", {"title": Field(Words(), "The part somebody plays.", needed=True)})
ACTS = Record("vocabulary", {
    "acts": Field(MapOf(Id(), ACT), "Every act that a life may contain."),
    "services": Field(MapOf(Id(), SERVICE), "Everything life offers and a regime may open, close or reprice."),
    "roles": Field(MapOf(Id(), ROLE), "The parts people play."),
})  # fmt: skip

_LABEL = Text(r"[A-Za-z0-9][A-Za-z0-9_.-]*", "rongcheng-start")
FACT = Record("fact", {
    "says": Field(Words(), "What the source says, in our own words.", needed=True),
    "status": Field(OneOf(STATUSES[:4]), "How well it is known.", needed=True),
    "in": Field(Ref("source"), "The source in which it stands."),
    "where": Field(Text(), "Where in the source."),
    "system": Field(Text(), "The system it is about."),
    "kind": Field(Text(), "Rule, threshold, reward, punishment, statistic …"),
    "reason": Field(Text(), "Why it has this status."),
})  # fmt: skip
SOURCE = Record("source", {
    "title": Field(Words(), "Its title.", needed=True),
    "kind": Field(Text(), "Thesis, article, book, law, web page …"),
    "year": Field(Whole(-3000, 3000), "The year in which it appeared."),
    "author": Field(Text(), "Who wrote it."),
    "where": Field(Text(), "Where it can be found."),
    "note": Field(Text(), "What one should know about it."),
})  # fmt: skip
SOURCES = Record("list of sources", {
    "sources": Field(MapOf(_LABEL, SOURCE), "Every source, by a short label."),
    "facts": Field(MapOf(_LABEL, FACT), "Every fact that content cites, as `fact:<id>`."),
    "since": Field(MapOf(Whole(1), FACT), "What became known later, cited as `since:<number>`."),
})  # fmt: skip

_EFFECTS = MapOf(Ref("meter"), Whole())
METER = Record("meter", {
    "title": Field(Words(), "What it is called.", needed=True),
    "start": Field(Whole(), "Where it begins.", needed=True),
    "least": Field(Whole(), "It never falls below.", needed=True),
    "most": Field(Whole(), "It never rises above.", needed=True),
    "unit": Field(Words(), "What it is counted in."),
    "low": Field(Whole(), "From here downward it is scarce."),
    "high": Field(Whole(), "From here upward it is plenty."),
})  # fmt: skip
VALUE = Record("value", {
    "id": Field(Id(), "Its id.", needed=True),
    "title": Field(Words(), "What it is called.", needed=True),
    "about": Field(Words(), "What it means to stand for it.", needed=True),
})  # fmt: skip
TIDE = Record("tide", {
    "id": Field(Id(), "Its id.", needed=True),
    "title": Field(Words(), "What it is.", needed=True),
    "effects": Field(_EFFECTS, "How it moves the meters.", needed=True),
    "first": Field(DAYS, "The first day on which it comes.", needed=True),
    "every": Field(DAYS, "Every how many days it comes.", needed=True),
    "when": Field(When("life"), "Only while this holds."),
})  # fmt: skip
BILL = Record("bill", {
    "id": Field(Id(), "Its id.", needed=True),
    "title": Field(Words(), "What is to be paid.", needed=True),
    "amount": Field(Whole(0), "How much.", needed=True),
    "first": Field(DAYS, "The day of the first bill.", needed=True),
    "every": Field(DAYS, "Every how many days it comes; more than the life has days: once.", needed=True),
    "grace": Field(Whole(0), "Days until its date.", needed=True),
    "fee": Field(Whole(0), "What it costs more after its date.", default="0"),
    "when": Field(When("life"), "Only while this holds."),
    "paid_act": Field(Ref("act"), "What paying in time is.", needed=True),
    "missed_act": Field(Ref("act"), "What letting the date pass is.", needed=True),
    "late_act": Field(Ref("act"), "What paying afterwards is.", needed=True),
})  # fmt: skip
LIFE = Record("life", {
    "life": Field(Id(hyphens=True), "The id of the life: the folder's name.", needed=True),
    "extends": Field(Id(hyphens=True), "Another life, of which this one gives only what differs."),
    "remove": Field(ListOf(Text(), single=True), "What it does not inherit, by name: `person.lin_hao`."),
    "title": Field(Words(), "What it is called.", needed=True),
    "about": Field(Words(), "What a player reads before choosing it.", needed=True),
    "start": Field(Text(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", DATE), "The date of day 1.", needed=True),
    "undated": Field(YesNo(), "Show days and weeks, and no date: for an age without this calendar.", default="no"),
    "weeks": Field(Whole(1, 52), "How many weeks it lasts.", needed=True),
    "deal_days": Field(ListOf(OneOf(WEEKDAYS), least=1), "The weekdays on which a scene may come.", needed=True),
    "arc_gap": Field(Whole(0), "Days between two steps of an arc, at least.", default="6"),
    "fallback": Field(Ref("scene"), "The scene for days on which no other can come.", needed=True),
    "meters": Field(MapOf(Id(bare=True), METER), "The numbers that can run out at both ends.", needed=True),
    "pick_values": Field(Whole(0), "How many values a player chooses.", needed=True),
    "values": Field(ListOf(VALUE), "What a player may stand for.", needed=True),
    "flags": Field(ListOf(Id(bare=True)), "Yes-or-no things that scenes set, clear and ask for."),
    "counters": Field(ListOf(Id(bare=True)), "Numbers that scenes count up and down."),
    "tides": Field(ListOf(TIDE), "Changes of meters that come by themselves."),
    "bills": Field(ListOf(BILL), "Money owed every so often."),
    "phone_title": Field(Words(), "What the pages with bills, people and news are called, where nobody has a phone."),
    "feed_title": Field(Words(), "What the news on them is called, where it is no feed."),
    "source": Field(ListOf(Ref("fact"), single=True), "The facts on which this life rests."),
})  # fmt: skip

HABIT = Record("habit", {
    "act": Field(Ref("act"), "What this person does.", needed=True),
    "every": Field(DAYS, "Every how many days.", needed=True),
    "chance": Field(Number(0, 1), "How surely.", default="1"),
    "start": Field(DAYS, "From which day.", default="1"),
})  # fmt: skip
PERSON = Record("person", {
    "id": Field(Id(), "Their id.", needed=True),
    "name": Field(Words(), "What they are called.", needed=True),
    "about": Field(Words(), "Who they are, in a sentence.", needed=True),
    "roles": Field(ListOf(Ref("role"), least=1), "The parts they play.", needed=True),
    "bond": Field(Whole(0, 100), "How close they are at the start.", default="50"),
    "here": Field(YesNo(), "In this life from the start.", default="yes"),
    "habits": Field(ListOf(HABIT), "What they do of their own accord."),
})  # fmt: skip
CAST = Record("cast", {"cast": Field(ListOf(PERSON), "The people of this life.", needed=True)})

VARIANT = Record("wording", {
    "text": Field(Words(), "What fills the slot.", needed=True),
    "when": Field(When("life"), "Only when this holds; the first that holds is taken."),
})  # fmt: skip


def _ending_slots(node: Map, _: Desk) -> tuple[str, ...]:
    slots = node.get("slots")
    return tuple(slots) if isinstance(slots, Map) else ()


ENDING = Record("ending", {
    "id": Field(Id(), "Its id.", needed=True),
    "title": Field(Words(), "What it is called.", needed=True),
    "text": Field(Words(), "How the life closes.", needed=True),
    "when": Field(When("life"), "Told when this holds; the last ending has no condition."),
    "early": Field(YesNo(), "May end the life on any day.", default="no"),
    "slots": Field(MapOf(Id(), ListOf(VARIANT, least=1)), "What fills the slots of the text."),
    "rare": Field(Words(), "Why hardly anybody will meet it."),
}, slots=_ending_slots)  # fmt: skip
ENDINGS = Record(
    "list of endings", {"endings": Field(ListOf(ENDING, least=1), "The endings, in order.", needed=True)}
)

FEED = Record("feed", {"feed": Field(feed_form("life"), "What the phone shows.", needed=True)})

DEED = Record("deed", {
    "day": Field(DAYS, "The day on which it happens.", needed=True),
    "act": Field(Ref("act"), "What is done."),
    "by": Field(Id(), "Who does it, if somebody else."),
    "roles": Field(ListOf(Ref("role"), single=True), "The parts that somebody plays in the person's life."),
    "listed": Field(Ref("foreign_list"), "Or: another regime puts the person on this list."),
    "pleads": Field(Ref("redress"), "Or: the person asks for this redress."),
})  # fmt: skip
OUTCOME = Record("outcome", {
    "score": Field(Number(), "The number that must come out."),
    "tier": Field(Ref("tier"), "The tier that must come out."),
    "lists": Field(ListOf(Ref("list"), single=True), "Exactly these lists."),
    "measures": Field(ListOf(Ref("measure"), single=True), "Exactly these measures."),
})  # fmt: skip
CASE = Record("case", {
    "case": Field(Words(), "What it shows, as a sentence.", needed=True),
    "does": Field(ListOf(DEED), "What happens, day by day.", needed=True),
    "through": Field(DAYS, "The last day.", needed=True),
    "ends": Field(OUTCOME, "What must come out; what is not said is not checked.", needed=True),
    "without": Field(ListOf(Ref("own_part"), single=True), "With these parts of the regime off."),
    "with": Field(ListOf(Ref("own_part"), single=True), "With these parts on that usually are off."),
})  # fmt: skip
CASES = ListOf(CASE)


@dataclass(frozen=True)
class FileForm:
    """One kind of file: where it stands in a pack, what it is for, and its shape."""

    pattern: str
    doc: str
    shape: Shape


FILES: Mapping[str, FileForm] = {
    "pack": FileForm("pack.yaml", "What this pack is.", PACK),
    "acts": FileForm("acts*.yaml", "Every act, service and role: the only words lives and regimes share.", ACTS),
    "sources": FileForm("sources*.yaml", "Every source and fact that content cites.", SOURCES),
    "life": FileForm("lives/*/life.yaml", "Calendar, meters, values, flags, counters, tides, bills.", LIFE),
    "cast": FileForm("lives/*/cast.yaml", "The people.", CAST),
    "feed": FileForm("lives/*/feed.yaml", "What the phone shows.", FEED),
    "endings": FileForm("lives/*/endings.yaml", "How the life can close.", ENDINGS),
    "scenes": FileForm("lives/*/scenes/*.yaml", "The scenes.", SCENES),
    "regime": FileForm("regimes/*/regime.yaml", "Surveillance, intervention, manipulation.", REGIME),
    "encounters": FileForm("regimes/*/encounters.yaml", "The regime's own scenes.", ENCOUNTERS),
    "cases": FileForm("regimes/*/cases.yaml", "What must come out, as tests.", CASES),
    "guide": FileForm("regimes/*/guide.yaml", "What to know, notice, try and debate.", GUIDE),
    "part": FileForm(
        "parts/*.yaml", "A sensor, a channel or a policy that regimes use and that can be switched off.", PART
    ),
    "atlas": FileForm("atlas*.yaml", "Every system of the sources, and where it lives in the game.", ATLAS),
    "life_strings": FileForm(
        "lives/*/strings*.yaml", "The life's texts in another language: strings.zh.yaml.", STRINGS
    ),
    "regime_strings": FileForm("regimes/*/strings*.yaml", "The regime's texts in another language.", STRINGS),
    "strings": FileForm("strings*.yaml", "Acts, services, roles and sources in another language.", STRINGS),
}
"""Every kind of file in a pack."""

_BY_PLACE = {tuple(form.pattern.split("/")): kind for kind, form in FILES.items()}


def form_of(path: str) -> str:
    """Return which kind of file stands at a path of a pack, or nothing."""
    parts = tuple(path.split("/"))
    for pattern, kind in _BY_PLACE.items():
        if len(parts) == len(pattern) and all(
            want in {part, "*"} or ("*" in want and part.startswith(want[:-6]) and part.endswith(".yaml"))
            for want, part in zip(pattern, parts, strict=True)
        ):
            return kind
    return ""
