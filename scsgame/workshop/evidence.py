"""What was never seen in so many lives that bots lived: evidence, not proof."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field

from scsgame.game.chronicle import Chronicle, begin
from scsgame.game.moment import Setup
from scsgame.game.passing import Passed
from scsgame.packs.examine import Examined, Folder
from scsgame.packs.nouns import Library
from scsgame.session.bots import POLICIES
from scsgame.workshop.findings import Finding
from scsgame.workshop.proofs.places import Place, places, spot
from scsgame.workshop.proofs.refuting import Thing

_MOST_TURNS = 2_000
Seen = set[tuple[str, Thing]]


@dataclass
class Walk:
    """What so many lives met: where, which thing."""

    lives: int = 0
    unfinished: int = 0
    seen: Seen = field(default_factory=set)

    def note(self, passed: Passed, life: str) -> None:
        """Note the measures that began and the lists that were entered while time passed."""
        del life
        for event in passed.events:
            where = f"regimes/{event.regime}"
            self.seen |= {(where, ("measure", measure)) for measure, begins in event.hearing.measures if begins}
            self.seen |= {(where, ("list", roll)) for roll, on in event.hearing.listings if on}

    def meet(self, chronicle: Chronicle) -> None:
        """Note the scene on the table, or the ending."""
        moment = chronicle.moment
        life = f"lives/{chronicle.setup.life.id}"
        if moment.ending:
            self.seen.add((life, ("ending", moment.ending)))
        elif moment.table is not None:
            table = moment.table
            self.seen.add(
                (f"regimes/{table.regime}", ("encounter", table.scene.id))
                if table.regime
                else (life, ("scene", table.scene.id))
            )

    def live(self, setup: Setup, bot: str) -> None:
        """Live one life to its end."""
        chronicle = begin(setup)
        self.note(chronicle.morning, setup.life.id)
        self.meet(chronicle)
        policy = POLICIES[bot]
        for _ in range(_MOST_TURNS):
            if chronicle.over or chronicle.moment.table is None:
                break
            chronicle = chronicle.then(policy(chronicle))
            self.note(chronicle.turns[-1].passed, setup.life.id)
            self.meet(chronicle)
        self.lives += 1
        self.unfinished += not chronicle.over


_UNSEEN = {
    "scene": ("scene-unseen", 'scene "{1}" never came'), "encounter": ("scene-unseen", 'encounter "{1}" never came'),
    "ending": ("ending-unseen", 'ending "{1}" was never told'), "measure": ("door-unseen", 'measure "{1}" never began'),
    "list": ("door-unseen", 'nobody was ever put on list "{1}"'),
}  # fmt: skip


def evidence(
    examined: Examined, library: Library, lives: int, never: AbstractSet[tuple[str, Thing]] = frozenset()
) -> tuple[list[Finding], str]:
    """Live so many lives, in turn under each regime alone and with each bot, and return what never came."""
    walk = Walk()
    rooms = [(life, regime) for life in library.lives.values() for regime in library.regimes.values()]
    bots = list(POLICIES)
    for number in range(lives if rooms else 0):
        life, regime = rooms[number % len(rooms)]
        values = tuple(value.id for value in life.values)
        at = number % max(1, len(values))
        held = (values[at:] + values[:at])[: life.pick_values]
        walk.live(
            Setup(life, (regime,), library.vocabulary, f"check-{number}", "as_is", held),
            bots[number // len(rooms) % len(bots)],
        )
    known = walk.seen | never
    how = f"in {walk.lives} lives of {len(bots)} kinds of player"
    found = [
        unseen(thing, place, how)
        for folder in (*examined.lives, *examined.regimes)
        for thing, place in places(folder).items()
        if thing[0] in _UNSEEN
        and (f"{folder.kind}/{folder.id}", thing) not in known
        and _usual(library, folder, thing)
    ]
    found.sort(key=lambda finding: finding.problem)
    stuck = f", {walk.unfinished} of them without an end" if walk.unfinished else ""
    return (
        found,
        f"evidence: {walk.lives} lives{stuck}, seeds check-0 to check-{max(0, walk.lives - 1)}; what they did not meet may come in the next.",
    )


def _usual(library: Library, folder: Folder, thing: Thing) -> bool:
    """Say whether a thing is there when nobody switches a part."""
    kind, name = thing
    if folder.kind == "lives":
        return True
    regime = library.regimes[folder.id]
    there = {"measure": regime.measure, "list": regime.roll, "encounter": regime.by_id}.get(kind, {})
    return name in there or f"{regime.id}/{name}" in there


def unseen(thing: Thing, place: Place, how: str, certainty: str = "evidence") -> Finding:
    """Return the finding that something was not seen."""
    code, words = _UNSEEN[thing[0]]
    problem = spot(
        place, code if certainty == "evidence" else "scene-unreached", f"{words.format(*thing)} {how}.", field="id"
    )
    return Finding(problem, "evidence" if certainty == "evidence" else "search")
