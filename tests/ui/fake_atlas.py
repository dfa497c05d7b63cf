"""A small atlas, so that its screens can be looked at without content."""

from __future__ import annotations

from types import SimpleNamespace
from typing import cast

from scsgame.packs import Fact, Library, Sources
from scsgame.packs.reading import AtlasEntry, Dispute, Guide, Play
from scsgame.session.atlas import Atlas
from scsgame.terms import Safe, Saying, saying
from ui.fake_views import Words


def atlas_of(say: Words) -> Atlas:
    """Return three systems: one to be played, one of long ago, one of fiction."""

    def words(text: str) -> Saying:
        return saying(say(text))

    entries = [
        AtlasEntry(
            "sesame", words("Sesame Credit"), "company", words("A number from 350 to 950 inside a payment app."), words("from 2015"), 2015,
            words("Hangzhou and everywhere"), "china", ("scored", "watched"), "documented", None, ("fact:range",), ("since:9",),
            (Play("student", "sesame"),), invented=words("Where the number begins."), see=("tithing",),
        ),
        AtlasEntry(
            "tithing", words("The tithing"), "imperial", words("Ten households answer for one another."), words("1644 to about 1900"), 1644,
            words("Villages"), "china", ("filed", "collective"), "documented", 1900, exhibit=words("A placard hangs at every door."),
        ),
        AtlasEntry(
            "nosedive", words("Nosedive"), "fiction", words("Everybody rates everybody."), words("2016"), 2016, words("An episode"),
            "fiction", ("rated",), "fictional", 2016, exhibit=words("It is fiction."),
        ),
    ]  # fmt: skip
    guide = Guide("sesame", words("A company score."), words("It is counted once a month."), (words("When do you look?"),),
                  (words("Do not look for a week."),), (words("Is it a game?"),), (Dispute(words("Do friends count?"), ("since:9",)),))  # fmt: skip
    facts = {
        "fact:range": Fact(
            "fact:range", say("The score runs from 350 to 950."), "reported", say("ch. 4"), say("A thesis of 2020")
        ),
        "since:9": Fact("since:9", say("The company denies it."), "reported", say("a letter"), Safe("")),
    }
    library = SimpleNamespace(
        life_covers={"student": SimpleNamespace(title=words("The student"))},
        regime_covers={"sesame": SimpleNamespace(title=words("Sesame Credit"))},
        sources=Sources(facts),
    )
    return Atlas({entry.id: entry for entry in entries}, {"sesame": guide}, cast("Library", library))
