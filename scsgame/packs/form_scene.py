"""The form of scenes, in a life and in a regime's encounters, and of the feed."""

from __future__ import annotations

from typing import Literal

from scsgame.packs.desk import Anything, Desk
from scsgame.packs.numbers import Number, Whole
from scsgame.packs.reader import Map
from scsgame.packs.records import Field, ListOf, MapOf, Record
from scsgame.packs.shapes import Id, OneOf, Ref, Shape, When, Words, YesNo

DAYS = Whole(1, 9999)
CHANCE = Number(0, 1)
KINDS = ("opening", "everyday", "beat", "threshold", "crisis", "return")


PART_TIES = {
    "part": Field(Ref("own_part"), "It is there only where this part is on."),
    "without": Field(Ref("own_part"), "It is there only where this part is off."),
}
"""What ties a thing of a regime to one of its parts."""


def _slots(node: Map, desk: Desk) -> tuple[str, ...]:
    """Return what may stand in braces in a scene: the slots of its cast, and what its regime lends."""
    cast = node.get("cast", "")
    if "lent_slot" in desk.scope.unsure or ("cast" in node and not isinstance(cast, Map)):
        return Anything()
    own = tuple(cast) if isinstance(cast, Map) else ()
    return own + tuple(desk.scope.known.get("lent_slot", ()))


def scene_form(place: Literal["life", "encounter"]) -> Shape:
    """Return the form of a list of scenes."""
    when = When(place)
    effects = MapOf(Ref("meter"), Whole())
    later = Record("thing that comes back", {
        "days": Field(DAYS, "After how many days.", needed=True),
        "scene": Field(Ref("scene"), "The scene that comes."),
        "effects": Field(effects, "Or how it moves the meters."),
        "note": Field(Words(), "What is said when it does."),
        "when": Field(when, "Only if this holds then."),
        "chance": Field(CHANCE, "How surely.", default="1"),
    })  # fmt: skip
    fields: dict[str, Field] = {
        "id": Field(Id(), "Its id, unique in the scene.", needed=True),
        "text": Field(Words(14), "What the player would do, in at most 14 words.", needed=True),
        "result": Field(Words(80), "What happens, in at most 80 words."),
        "when": Field(when, "Shown only when this holds."),
        "acts": Field(ListOf(Ref("act"), single=True), "What was done, for whoever is watching."),
        "uses": Field(MapOf(Ref("service"), Whole(0)), "Services it needs, with what each costs."),
        "effects": Field(effects, "Changes of meters."),
        "bonds": Field(MapOf(Ref("who"), Whole(-100, 100)), "Changes of bonds, by slot or person."),
        "upholds": Field(ListOf(Ref("value"), single=True), "Values it is true to."),
        "betrays": Field(ListOf(Ref("value"), single=True), "Values it goes against."),
        "leaves": Field(ListOf(Ref("who"), single=True), "Who goes out of the life."),
        "joins": Field(ListOf(Ref("who"), single=True), "Who comes into the life."),
        "later": Field(ListOf(later), "What comes back."),
    }
    if place == "life":
        fields |= {
            "sets": Field(ListOf(Ref("flag"), single=True), "Flags it sets."),
            "clears": Field(ListOf(Ref("flag"), single=True), "Flags it clears."),
            "counts": Field(MapOf(Ref("counter"), Whole()), "Counters it moves."),
        }
    else:
        fields |= {
            "asks": Field(OneOf(("enrol", "withdraw")), "Asks the regime to be let in or out."),
            "pleads": Field(Ref("redress"), "Files this redress."),
            "moods": Field(MapOf(Ref("counter"), Whole()), "Moves the regime's own counters."),
        }
    kinds = KINDS if place == "life" else ("encounter",)
    doc = ("What kind of scene; it sets who goes first: opening, return (sent by `later`), encounter (the regime's), crisis, threshold (it needs a "
           "service), beat (a step of a story), and everyday last.")  # fmt: skip
    usual = "everyday" if place == "life" else "encounter"
    choice = Record("choice", fields)
    player = Ref("role_or_person")
    scene = Record("scene", {
        "id": Field(Id(), "Its id, unique in the life or the regime.", needed=True),
        "kind": Field(OneOf(kinds), doc, default=usual),
        "when": Field(when, "The condition under which it may come.", default="always"),
        "chance": Field(CHANCE, "Drawn each day it could come.", default="1"),
        "cooldown": Field(DAYS, "May come again after so many days; left out: comes once."),
        "cast": Field(MapOf(Id(), player), "Slots, and who fills them: a role or a person."),
        "place": Field(Words(12), "A few words above the text."),
        "text": Field(Words(60), "The situation, in at most 60 words.", needed=True),
        "variants": Field(ListOf(Words(60)), "Other wordings for when it comes again."),
        "choices": Field(ListOf(choice, least=1), "The ways to go on.", needed=True),
        "arc": Field(Id(), "The story it is part of."),
        "step": Field(Whole(1, 99), "Its place in the story: step 2 comes only after a step 1."),
        "due_only": Field(YesNo(), "Comes only when `later` sends it.", default="no"),
        "priority": Field(Whole(-100, 100), "Instead of the kind's own."),
        "twin": Field(Ref("scene"), "Its neutral or sensitive twin scene."),
        "rare": Field(Words(), "Why hardly anybody will see it."),
        "urgent": Field(YesNo(), "Comes even if another encounter came this week.", default="no"),
        **(PART_TIES if place == "encounter" else {}),
    }, slots=_slots)  # fmt: skip
    return ListOf(scene)


def feed_form(place: Literal["life", "regime"]) -> Shape:
    """Return the form of the items of a feed."""
    return ListOf(Record("post", {
        "id": Field(Id(), "Its id.", needed=True),
        "by": Field(Words(), "Who speaks.", needed=True),
        "text": Field(Words(), "What the phone shows.", needed=True),
        "when": Field(When(place), "Only when this holds."),
        "first": Field(DAYS, "The first day on which it can stand in the feed.", default="1"),
        "last": Field(DAYS, "The last.", default="9999"),
        **(PART_TIES if place == "regime" else {}),
    }))  # fmt: skip


SCENES = scene_form("life")
ENCOUNTERS = scene_form("encounter")
