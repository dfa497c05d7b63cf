"""The form of a regime: surveillance, intervention, manipulation."""

from __future__ import annotations

from scsgame.packs.form_scene import CHANCE, PART_TIES, feed_form
from scsgame.packs.numbers import Number, Whole
from scsgame.packs.records import Either, Field, ListOf, MapOf, Record
from scsgame.packs.shapes import Id, OneOf, Ref, Text, When, Words, YesNo

_PHASES = Field(ListOf(Ref("phase"), single=True), "Only in these phases; left out: always.")
_RARE = Field(Words(), "Why hardly anybody will meet it.")
_WHEN = When("regime")
_EFFECTS = MapOf(Ref("meter"), Whole())
_SHARE = Number(0, 1)

OBSERVER = Record("observer", {
    "id": Field(Id(), "Its id.", needed=True),
    "title": Field(Words(), "Who or what watches.", needed=True),
    "sees": Field(ListOf(Ref("act"), single=True), "The acts it can see.", needed=True),
    "reliability": Field(CHANCE, "The chance that an act is reported.", default="1"),
    "rises": Field(_SHARE, "Added for each earlier time: riskier with use.", default="0"),
    "delay": Field(Whole(0, 9999), "Days until the report arrives.", default="0"),
    "links": Field(CHANCE, "The chance that an act under another name is tied to the person.", default="1"),
    "errs": Field(CHANCE, "The chance that the report names the wrong person.", default="0"),
    "invents": Field(CHANCE, "The chance in a week of a report about nothing.", default="0"),
    "told": Field(YesNo(), "Is one told of it, where watching is told in part.", default="yes"),
    "among": Field(ListOf(Ref("role"), single=True), "It is one of one's own people, in one of these roles; it sees while that one is near."),
    "phases": _PHASES,
    **PART_TIES,
}, cites=True)  # fmt: skip

FACTOR = Record("factor", {
    "id": Field(Id(), "Its id.", needed=True),
    "title": Field(Words(), "What it is called.", needed=True),
    "weight": Field(_SHARE, "Its share of the whole.", needed=True),
    "start": Field(Number(0, 100), "Where it begins, from 0 to 100.", default="50"),
    "decay": Field(_SHARE, "The share of its distance from start that fades each month.", default="0"),
}, cites=True)  # fmt: skip
INFLUENCE = Record("influence", {
    "roles": Field(ListOf(Ref("role"), single=True, least=1), "Whose standing pulls.", needed=True),
    "weight": Field(_SHARE, "How much, from 0 to 1.", needed=True),
    **PART_TIES,
}, cites=True)  # fmt: skip
SCALE = Record("scale", {
    "kind": Field(OneOf(("points", "factors", "ratings", "none")), "How a standing is counted: points are added and taken, factors weighed, ratings averaged; none has no number.", needed=True),
    "start": Field(Number(), "Where everybody begins.", default="0"),
    "least": Field(Number(), "The lowest there is.", default="0"),
    "most": Field(Number(), "The highest there is.", default="0"),
    "updates": Field(OneOf(("at_once", "daily", "weekly", "monthly")), "When the number is counted anew.", default="at_once"),
    "update_day": Field(Whole(1, 28), "On which day of the month (weekly: always on Monday).", default="1"),
    "decay": Field(_SHARE, "The share of the distance from start that fades each month.", default="0"),
    "factors": Field(ListOf(FACTOR), "The parts of a weighed score."),
    "window": Field(Whole(1), "How many ratings count.", default="20"),
    "weighs_rater": Field(YesNo(), "Does the rater's own standing weigh.", default="no"),
    "decimals": Field(Whole(0, 4), "Digits shown after the point.", default="0"),
    "influence": Field(INFLUENCE, "How much others pull one's own standing."),
    "others": Field(MapOf(Ref("role"), Number()), "Where people in a role begin, if not where everybody does."),
}, cites=True)  # fmt: skip
RULE = Record("rule", {
    "id": Field(Id(), "Its id.", needed=True),
    "title": Field(Words(), "What it is about.", needed=True),
    "act": Field(Ref("act"), "It reads reports of this act."),
    "omits": Field(Ref("act"), "Or: it reads that this act was not seen …"),
    "within": Field(Whole(1), "… within so many days …"),
    "after": Field(Ref("act"), "… after this act."),
    "listed": Field(Ref("foreign_list"), "Or: it reads another regime's list, as regime/list."),
    "unlisted": Field(Ref("foreign_list"), "Or: it reads that one has left another regime's list."),
    "points": Field(Number(), "The points it gives or takes."),
    "factor": Field(Ref("factor"), "The factor they go to."),
    "rating": Field(Number(0, 10), "Or the rating it gives."),
    "rater": Field(Ref("role"), "Who rates."),
    "rater_stands": Field(Number(), "Where a rater stands who is nobody in the life."),
    "lasts": Field(Whole(1, 9999), "Days after which a mark lapses and its points go back; left out: never."),
    "touches": Field(_EFFECTS, "What a mark costs or gives the life at once: a fine."),
    "cap": Field(Number(0), "At most so many points, either way …"),
    "per": Field(OneOf(("day", "week", "month", "life")), "… in this time.", default="month"),
    "when": Field(_WHEN, "Only then."),
    "lists": Field(Ref("list"), "Puts the person on this list at once."),
    "moods": Field(MapOf(Ref("counter"), Whole()), "Moves the regime's own counters."),
    "whose": Field(OneOf(("self", "unit", "friends")), "Whose acts it reads.", default="self"),
    "told": Field(YesNo(), "Is it among the published rules.", default="yes"),
    "phases": _PHASES,
    **PART_TIES,
}, cites=True)  # fmt: skip
TIER = Record("tier", {
    "id": Field(Id(), "Its id.", needed=True),
    "title": Field(Words(), "What it is called.", needed=True),
    "at_least": Field(Number(), "From this score upward.", needed=True),
    "phases": _PHASES,
    **PART_TIES,
}, cites=True)  # fmt: skip
ROLL = Record("list", {
    "id": Field(Id(), "Its id.", needed=True),
    "title": Field(Words(), "What it is called.", needed=True),
    "good": Field(YesNo(), "Is it an honour to be on it.", needed=True),
    "public": Field(YesNo(), "Can everybody read it.", needed=True),
    "enters": Field(_WHEN, "Who is put on it; left out: only by rules."),
    "leaves": Field(_WHEN, "Who is taken off it."),
    "term": Field(Whole(0), "Days after which an entry ends by itself; 0 = never.", default="0"),
    "reason_given": Field(YesNo(), "Does the list say why.", default="yes"),
    "phases": _PHASES,
    "rare": _RARE,
    **PART_TIES,
}, cites=True)  # fmt: skip

MEASURE = Record("measure", {
    "id": Field(Id(), "Its id.", needed=True),
    "title": Field(Words(), "What it is called.", needed=True),
    "kind": Field(OneOf(("perk", "restriction", "publicity")), "What kind of answer it is: perk (it helps), restriction (it closes or costs), publicity (others hear of it).", needed=True),
    "when": Field(_WHEN, "When it stands.", needed=True),
    "opens": Field(ListOf(Ref("service"), single=True), "Services by invitation that it opens."),
    "closes": Field(ListOf(Ref("service"), single=True), "Services that it closes."),
    "prices": Field(MapOf(Ref("service"), Number(0, 100)), "Factors on what a service costs: 0 waives it."),
    "touches": Field(_EFFECTS, "The life's meters, once when it begins."),
    "weekly": Field(_EFFECTS, "The life's meters, each week that it stands."),
    "starts": Field(Words(), "What the person reads when it begins."),
    "ends": Field(Words(), "What the person reads when it ends."),
    "granted_by": Field(Words(), "Who really does it, if not the regime."),
    "phases": _PHASES,
    "rare": _RARE,
    **PART_TIES,
}, cites=True)  # fmt: skip
_TOLD = {
    "score": Field(OneOf(("visible", "tier", "delayed", "hidden")), "Is the number shown.", default="visible"),
    "lag": Field(Whole(1, 9999), "How many days old a delayed score is.", default="14"),
    "rules": Field(OneOf(("told", "partly", "untold")), "Are the rules told.", default="partly"),
    "notice": Field(OneOf(("at_once", "with_update", "never")), "When one hears of a mark.", default="at_once"),
    "measures": Field(YesNo(), "Is one told which doors were opened or closed, and by what.", default="yes"),
    "watching": Field(OneOf(("told", "partly", "untold")), "Is one told who watches.", default="partly"),
    "known": Field(YesNo(), "Does the person know that there is such a system.", default="yes"),
}
DISCLOSURE = Record("disclosure", {
    **_TOLD,
    "phases": Field(MapOf(Ref("phase"), Record("disclosure", _TOLD, cites=True)), "Other rules of disclosure in other phases."),
}, cites=True)  # fmt: skip
REDRESS = Record("redress", {
    "id": Field(Id(), "Its id.", needed=True),
    "title": Field(Words(), "What it is called.", needed=True),
    "kind": Field(OneOf(("dispute", "appeal", "repair")), "What is asked for: dispute (it is wrong), appeal (have mercy), repair (I have made it good).", needed=True),
    "about": Field(ListOf(Ref("redressed"), single=True, least=1), "`marks`, or the lists it can be about.", needed=True),
    "takes": Field(Whole(0, 9999), "Days until the answer.", needed=True),
    "grants": Field(CHANCE, "The chance that it is granted.", needed=True),
    "grants_if_wrong": Field(CHANCE, "The chance when the record is in fact mistaken; left out: as above."),
    "most_characters": Field(Whole(0, 100_000), "How long the plea may be.", default="0"),
    "costs": Field(_EFFECTS, "What asking costs."),
    "when": Field(_WHEN, "What must have been done first."),
    "granted": Field(Words(), "What the answer says when it is granted."),
    "refused": Field(Words(), "What the answer says when it is refused."),
    "phases": _PHASES,
    "rare": _RARE,
    **PART_TIES,
}, cites=True)  # fmt: skip

_UNITS = OneOf(("person", "household", "tithing", "company"))
UNIT = Record("unit", {
    "kind": Field(_UNITS, "Who is judged as one: household for any few people (a family, a table, a dormitory), tithing for ten households, company for a firm.", needed=True),
    "roles": Field(ListOf(Ref("role"), single=True), "Who else is judged as one with the person."),
})  # fmt: skip
TURNING = Record("turning", {
    "into": Field(Ref("phase"), "The phase that begins.", needed=True),
    "out_of": Field(ListOf(Ref("phase"), single=True), "The phases that may end so; left out: every other."),
    "when": Field(_WHEN, "When it happens.", needed=True),
    "notice": Field(Words(), "What is announced.", needed=True),
}, cites=True)  # fmt: skip

SURVEILLANCE = Record("surveillance", {"observers": Field(ListOf(OBSERVER), "Who sees what.")})
INTERVENTION = Record("intervention", {
    "scale": Field(SCALE, "How a standing is counted; left out: there is no number."),
    "rules": Field(ListOf(RULE), "What a report, a silence or another list counts for."),
    "tiers": Field(ListOf(TIER), "Words for a standing, from the lowest up."),
    "lists": Field(ListOf(ROLL), "Lists that people are put on."),
})  # fmt: skip
MANIPULATION = Record("manipulation", {
    "measures": Field(ListOf(MEASURE), "What a standing opens and closes."),
    "disclosure": Field(DISCLOSURE, "What the person is told."),
    "redress": Field(ListOf(REDRESS), "What a person can do against a mark or a list."),
})  # fmt: skip
REGIME = Record("regime", {
    "regime": Field(Id(hyphens=True), "The id of the regime: the folder's name.", needed=True),
    "extends": Field(Id(hyphens=True), "Another regime, of which this one gives only what differs."),
    "remove": Field(ListOf(Text(), single=True), "What it does not inherit, by name: `rule.red_light`."),
    "title": Field(Words(), "What it is called.", needed=True),
    "about": Field(Words(), "What a player reads before choosing it.", needed=True),
    "word": Field(Words(), "What its number is called."),
    "unit": Field(Either(_UNITS, UNIT), "Who is judged as one.", default="person"),
    "joins": Field(OneOf(("mandatory", "opt_in")), "Must one take part.", needed=True),
    "may_leave": Field(YesNo(), "May one leave again (opt_in only).", default="no"),
    "counters": Field(MapOf(Id(bare=True), Whole()), "The regime's own numbers, and where they begin."),
    "phases": Field(ListOf(Id()), "Stretches of its history; the first is where it begins."),
    "phase_titles": Field(MapOf(Ref("phase"), Words()), "What the debrief calls each phase; left out: its id."),
    "turnings": Field(ListOf(TURNING), "How one phase becomes another."),
    "parts": Field(ListOf(Ref("part")), "The parts it uses, which can be switched off."),
    "parts_off": Field(ListOf(Ref("part")), "Parts it can have that are off until somebody switches them on."),
    "surveillance": Field(SURVEILLANCE, "Room one: what is seen.", needed=True),
    "intervention": Field(INTERVENTION, "Room two: what it counts for.", needed=True),
    "manipulation": Field(MANIPULATION, "Room three: what is done.", needed=True),
    "feed": Field(feed_form("regime"), "Clues and news it brings to the phone."),
})  # fmt: skip

PART = Record("part", {
    "part": Field(Id(), "The id of the part: the file's name.", needed=True),
    "title": Field(Words(), "What it is called, as it stands in a sentence.", needed=True),
    "about": Field(Words(), "What a player reads before switching it off.", needed=True),
    "kind": Field(OneOf(("sensor", "channel", "policy")), "Something that watches, something that carries, or a rule of the house.", needed=True),
    "observers": Field(ListOf(OBSERVER), "Observers that every regime has with it."),
    "rules": Field(ListOf(RULE), "Rules that every regime has with it."),
    "lists": Field(ListOf(ROLL), "Lists that every regime has with it."),
    "measures": Field(ListOf(MEASURE), "Measures that every regime has with it."),
    "feed": Field(feed_form("regime"), "What it brings to the phone in every regime."),
}, cites=True)  # fmt: skip
