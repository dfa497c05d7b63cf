"""The range of every fact of a life, from what can come in it so far."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from scsgame.conditions.intervals import DATE, DAY, EITHER, NO, WEEK, Key, Range
from scsgame.conditions.spans import Span
from scsgame.life.scenes import Choice, Life, Scene
from scsgame.life.vocabulary import Vocabulary
from scsgame.packs.names import METERS
from scsgame.terms import date_of, written_date
from scsgame.workshop.proofs.refuting import Thing
from scsgame.workshop.proofs.sums import falls, guarded, total


def dates_of(life: Life) -> Span:
    """Return from which date to which date a life goes."""
    return Span(written_date(date_of(life.start, 1)), written_date(date_of(life.start, life.last_day)))


class SoFar:
    """What can come in a life so far: which things, on which days, how often."""

    def __init__(
        self, life: Life, vocabulary: Vocabulary, encounters: Iterable[Scene], free: Mapping[Key, Range]
    ) -> None:
        self.life, self.vocabulary, self.encounters, self.free = life, vocabulary, tuple(encounters), free
        self.end = life.last_day
        self.possible: set[Thing] = set()
        self.windows: dict[str, Span] = {}
        self.counts: dict[str, float] = {}
        self.acts: dict[str, float] = {}

    def facts(self) -> dict[Key, Range]:
        """Return the range of every fact of the life, from what can come so far."""
        life, end = self.life, self.end
        found: dict[Key, Range] = {DAY: Span(1, end), WEEK: Span(1, life.weeks), DATE: dates_of(life)}
        taken = [
            (scene, [choice for choice in scene.choices if ("choice", scene.id, choice.id) in self.possible])
            for scene in life.scenes
        ]
        every = [choice for _, choices in taken for choice in choices]
        often = [(self.counts.get(scene.id, 0), choices) for scene, choices in taken]

        def put(name: str, value: Range) -> None:
            found["life", name] = value

        later = [(count, part.effects) for count, choices in often for choice in choices for part in choice.later]
        tides = [
            (float(falls(tide.first, tide.every, end)), tide.effects)
            for tide in life.tides
            if ("tide", tide.id) in self.possible
        ]
        for meter in life.meters:
            changes = [
                (count, [sum(change for which, change in choice.effects if which == meter.id) for choice in choices])
                for count, choices in often
            ]
            changes += [
                (count, [sum(change for which, change in effects if which == meter.id)])
                for count, effects in (*later, *tides)
            ]
            moved = Span(meter.least, meter.most) if meter.id in METERS else total(meter.start, changes)
            put(meter.id, moved.meet(Span(meter.least, meter.most)) or Span(meter.start, meter.start))
        for flag in life.flags:
            put(flag, EITHER if any(flag in choice.sets for choice in every) else NO)
        movers: dict[str, list[tuple[float, list[Choice]]]] = {counter: [] for counter in life.counters}
        for count, choices in often:
            for counter in dict.fromkeys(which for choice in choices for which, _ in choice.counts):
                movers[counter].append((count, choices))
        for counter, moves in movers.items():
            changes = [
                (count, [sum(change for which, change in choice.counts if which == counter) for choice in choices])
                for count, choices in moves
            ]
            put(counter, guarded(counter, total(0, changes), [choice for _, choices in moves for choice in choices]))
        for scene, choices in taken:
            put(f"met({scene.id})", Span(0, self.windows[scene.id].high if scene.id in self.windows else 0))
            for choice in scene.choices:
                put(
                    f"chose({scene.id},{choice.id})",
                    Span(0, self.counts.get(scene.id, 0) if choice in choices else 0),
                )
        for arc in {scene.arc for scene in life.scenes if scene.arc}:
            steps = [scene for scene in life.scenes if scene.arc == arc and scene.id in self.windows]
            put(f"arc({arc})", Span(0, max((scene.step for scene in steps), default=0)))
            put(f"arc_day({arc})", Span(0, max((self.windows[scene.id].high for scene in steps), default=0)))
        self._acts(often)
        for act in self.vocabulary.acts:
            put(f"times({act})", Span(0, self.acts.get(act, 0)))
            put(f"last({act})", Span(0, end if self.acts.get(act) else 0))
        whom, gone, back = self._people(taken)
        for person in life.people:
            put(f"bond({person.id})", Span(0, 100) if {person.id, ""} & whom else Span(person.bond, person.bond))
            there = (
                {person.here}
                | ({False} if {person.id, ""} & gone else set())
                | ({True} if {person.id, ""} & back else set())
            )
            put(f"near({person.id})", frozenset(there))
        for bill in life.bills:
            comes = ("bill", bill.id) in self.possible
            put(f"owes({bill.id})", EITHER if comes else NO)
            put(f"overdue({bill.id})", EITHER if comes else NO)
        for value in life.values:
            put(f"holds({value.id})", EITHER)
        return found | dict(self.free)

    def _people(self, taken: list[tuple[Scene, list[Choice]]]) -> tuple[set[str], set[str], set[str]]:
        """Return whose bonds can move, who can go and who can come; "" stands for anybody who fills a slot."""
        moved, gone, back = set[str](), set[str](), set[str]()
        for scene, choices in (*taken, *((scene, list(scene.choices)) for scene in self.encounters)):
            slots = {slot for slot, _ in scene.cast}
            for choice in choices:
                for found, names in (
                    (moved, [who for who, change in choice.bonds if change]),
                    (gone, choice.leaves),
                    (back, choice.joins),
                ):
                    found |= {"" if name in slots else name for name in names}
        return moved, gone, back

    def _acts(self, often: list[tuple[float, list[Choice]]]) -> None:
        found: dict[str, float] = {}
        meets = [(float(self.end), list(scene.choices)) for scene in self.encounters]
        for count, choices in (*often, *meets):
            for act in {act for choice in choices for act in choice.acts}:
                found[act] = found.get(act, 0) + count * max(choice.acts.count(act) for choice in choices)
        for bill in self.life.bills:
            if ("bill", bill.id) in self.possible:
                for act in (bill.missed_act, *{bill.paid_act, bill.late_act}):
                    found[act] = found.get(act, 0) + falls(bill.first, bill.every, self.end)
        self.acts = found
