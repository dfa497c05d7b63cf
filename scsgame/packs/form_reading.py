"""The forms of what is read and not played: the guide of a regime, and the atlas of all systems."""

from __future__ import annotations

from scsgame.packs.numbers import Whole
from scsgame.packs.records import Field, ListOf, MapOf, Record
from scsgame.packs.shapes import Id, OneOf, Ref, Words

GROUPS = ("company", "city", "national", "before", "imperial", "west", "fiction", "thought")
REGIONS = ("china", "west", "world", "fiction")
DOES = ("watched", "filed", "listed", "scored", "rated", "ranked", "collective", "taught", "none")
KNOWN = ("documented", "reported", "contested", "fictional")

_TEXTS = ListOf(Words(), least=1)
DISPUTE = Record("dispute", {
    "text": Field(Words(), "What is contested, or what nobody knows.", needed=True),
    "source": Field(ListOf(Ref("fact"), single=True), "The facts that speak of it: fact:<id> or since:<number>."),
})  # fmt: skip
GUIDE = Record("guide", {
    "what_it_is": Field(Words(120), "What it was or is, in 40 to 120 words.", needed=True),
    "how_it_works": Field(Words(120), "How it works in the game, in 40 to 120 words.", needed=True),
    "notice": Field(_TEXTS, "What to notice while playing.", needed=True),
    "try": Field(_TEXTS, "What to try.", needed=True),
    "debate": Field(_TEXTS, "What to argue about afterwards.", needed=True),
    "disputed": Field(ListOf(DISPUTE), "What is contested or unknown."),
})  # fmt: skip

_YEAR = Whole(-3000, 3000)
PLAY = Record("play", {
    "life": Field(Ref("life"), "The life to live.", needed=True),
    "regime": Field(Ref("regime"), "The regime to live it under.", needed=True),
})  # fmt: skip
ATLAS_ENTRY = Record("atlas entry", {
    "title": Field(Words(), "What it is called.", needed=True),
    "group": Field(OneOf(GROUPS), "To which family it belongs.", needed=True),
    "what": Field(Words(90), "What it is, in 30 to 90 words.", needed=True),
    "when": Field(Words(), "When it was, as a reader would say it.", needed=True),
    "from": Field(_YEAR, "The year in which it begins; below nothing: before our era.", needed=True),
    "to": Field(_YEAR, "The year in which it ends; left out: it is still there."),
    "where": Field(Words(), "Where it was or is.", needed=True),
    "region": Field(OneOf(REGIONS), "In which part of the world, for a filter.", needed=True),
    "does": Field(ListOf(OneOf(DOES), single=True, least=1), "What it does with people, for a filter.", needed=True),
    "real": Field(OneOf(KNOWN), "How well it is known on the whole.", needed=True),
    "facts": Field(ListOf(Ref("fact"), single=True), "What is known: fact:<id>."),
    "since": Field(ListOf(Ref("since"), single=True), "What later evidence changed, by number."),
    "plays": Field(ListOf(PLAY), "The lives and regimes in which it is played."),
    "part": Field(Ref("part"), "The part of regimes that it is."),
    "scene": Field(ListOf(Ref("life_scene"), single=True), "Scenes in which one meets it, as life/scene."),
    "exhibit": Field(Words(), "One to three paragraphs, for what is not played."),
    "invented": Field(Words(), "What the game had to invent."),
    "see": Field(ListOf(Ref("atlas"), single=True), "Other entries of the atlas."),
})  # fmt: skip
ATLAS = Record("atlas", {
    "atlas": Field(MapOf(Id(hyphens=True), ATLAS_ENTRY), "Every system, by its key.", needed=True),
})  # fmt: skip
