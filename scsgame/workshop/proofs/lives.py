"""Everything that can come in a life, reckoned from its first day until nothing new can come.

Always too much rather than too little: who plays, what a regime does and what luck brings are all taken as possible.
The four meters every life has are left free between their ends, because any regime may move them.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping
from math import inf

from scsgame.conditions.intervals import DAY, Ground, Key, Range, assume, hull
from scsgame.conditions.spans import Span
from scsgame.conditions.tree import Node
from scsgame.life.coming import coming
from scsgame.life.dealing import PATIENCE
from scsgame.life.scenes import Choice, Later, Life, Scene
from scsgame.life.vocabulary import Vocabulary
from scsgame.terms import date_of
from scsgame.workshop.proofs.facts import SoFar
from scsgame.workshop.proofs.refuting import Reached, Refuted, Thing, both
from scsgame.workshop.proofs.sums import falls

_ROUNDS = 30
_WIDEN = 6
_STABLE = ("met(", "chose(", "arc(", "bond(", "near(", "holds(")


class Living(SoFar):
    """A life while its reach is reckoned: what can come so far, on which days, how often."""

    def __init__(self, life: Life, vocabulary: Vocabulary, encounters: Iterable[Scene],
                 granted: frozenset[Thing], free: Mapping[Key, Range]) -> None:  # fmt: skip
        super().__init__(life, vocabulary, encounters, free)
        self.granted = granted
        self.days = [day for day in range(1, self.end + 1) if date_of(life.start, day).weekday in life.deal_days]
        self.refuted: list[Refuted] = []
        self.coming = {scene.id: coming(scene, life.arc_gap).tree for scene in life.scenes}
        self.plain = frozenset((*life.flags, *life.counters, "day", "week", "weekday"))
        self.senders: dict[str, list[tuple[Scene, Choice, int, Later]]] = {}
        for scene in life.scenes:
            for choice in scene.choices:
                for number, later in enumerate(choice.later):
                    if later.scene:
                        self.senders.setdefault(later.scene, []).append((scene, choice, number, later))
        self.ground = Ground(self.facts())

    def run(self) -> Reached:
        """Reckon until nothing new can come."""
        for number in range(_ROUNDS):
            before = (len(self.possible), dict(self.windows), dict(self.counts), self.ground.ranges)
            self.refuted = []
            for scene in self.life.scenes:
                self._scene(scene, widen=number > _WIDEN)
            self._by_itself()
            self.ground = Ground(self.facts())
            if before == (len(self.possible), self.windows, self.counts, self.ground.ranges):
                self._leaves()
                return Reached(self.ground, self.refuted, self.acts)
        return Reached(Ground({}), [], dict.fromkeys(self.vocabulary.acts, inf))

    def _try(self, thing: Thing, node: Node, ground: Ground, why: str = "") -> bool:
        """Note whether a thing can come, or by what it is refuted."""
        if not why and assume(node, ground) is not None:
            self.possible.add(thing)
            return True
        self.refuted.append(Refuted(thing, None if why else node, ground, why))
        if thing in self.granted:
            self.possible.add(thing)
            return True
        return False

    def _between(self, first: float, last: float, *, dealt: bool = True) -> Ground | None:
        first, last = max(1, first), min(self.end, last)
        if first > last:
            return None
        changes: dict[Key, Range] = {DAY: Span(first, last)}
        if dealt:
            changes["life", "weekday"] = frozenset(self.life.deal_days)
        return self.ground.put(changes)

    def _ways(self, scene: Scene) -> tuple[list[Ground], Refuted]:
        thing: Thing = ("scene", scene.id)
        open_days = self._between(1, self.end) or self.ground
        ways: list[Ground] = []
        nothing = Refuted(thing, None, open_days, "no choice that can be taken sends it in time")
        missing = self._missing(scene)
        if missing:
            return [], Refuted(thing, None, open_days, missing)
        for sender, choice, number, later in self.senders.get(scene.id, ()):
            sending: Thing = ("later", sender.id, choice.id, str(number))
            if sending in self.possible:
                sent = self.windows.get(sender.id, Span(1, self.end))
                due = self._between(sent.low + later.days, sent.high + later.days + PATIENCE) or open_days
                asked = scene.when.tree if sending in self.granted else both(scene.when.tree, later.when.tree)
                way = assume(asked, due)
                if way is not None:
                    ways.append(way)
                else:
                    nothing = Refuted(thing, asked, due)
        if scene.id == self.life.fallback:
            ways.append(open_days)
        if not scene.due_only:
            first = 1.0
            if scene.step > 1:
                before = [self.windows[other.id].low for other in self.life.scenes
                          if other.arc == scene.arc and other.step == scene.step - 1 and other.id in self.windows]  # fmt: skip
                first = min(before, default=1.0) + (self.life.arc_gap if before else 0)
            days = self._between(first, self.end)
            way = assume(self.coming[scene.id], days) if days and scene.chance > 0 else None
            if way is not None:
                ways.append(way)
            elif scene.chance <= 0:
                nothing = Refuted(thing, None, open_days, "its chance is 0")
            elif days is None:
                nothing = Refuted(
                    thing,
                    None,
                    open_days,
                    f"the steps before it take until day {first:g}, and the life has {self.end} days",
                )
            else:
                nothing = Refuted(thing, self.coming[scene.id], days)
        return ways, nothing

    def _missing(self, scene: Scene) -> str:
        given = {slot for sender, *_ in self.senders.get(scene.id, ()) for slot, _ in sender.cast}
        for slot, part in scene.cast:
            fit = [person for person in self.life.people if person.id == part or part in person.roles]
            if (
                fit
                and slot not in given
                and not any(True in (self.ground.at(("life", f"near({person.id})"), "truth") or ()) for person in fit)
            ):
                return f"nobody who could be {{{slot}}} is ever in this life"
        return ""

    def _scene(self, scene: Scene, widen: bool) -> None:
        ways, nothing = self._ways(scene)
        thing: Thing = ("scene", scene.id)
        if not ways:
            self.refuted.append(nothing)
            if thing not in self.granted:
                return
            ways = [self._between(1, self.end) or self.ground]
        self.possible.add(thing)
        found = hull(self.ground, ways) or self.ground
        window = found.span(DAY)
        if scene.id in self.windows:
            window = window.hull(self.windows[scene.id])
        self.windows[scene.id] = Span(1, self.end) if widen and window != self.windows.get(scene.id) else window
        self.counts[scene.id] = self._often(scene, window, widen)
        stable = {
            key: value for key, value in found.narrowed.items()
            if key[0] == "life" and (key[1] in self.plain or key[1].startswith(_STABLE))
        }  # fmt: skip
        here = Ground(self.ground.ranges, stable)
        for choice in scene.choices:
            if not self._try(("choice", scene.id, choice.id), choice.when.tree, here):
                continue
            for number, later in enumerate(choice.later):
                self._later(scene, choice, number, later, window)

    def _later(self, scene: Scene, choice: Choice, number: int, later: Later, window: Span) -> None:
        patience = PATIENCE if later.scene else 0
        days = self._between(window.low + later.days, window.high + later.days + patience, dealt=bool(later.scene))
        why = "its chance is 0" if later.chance <= 0 else ""
        if days is None:
            why = (
                f"it would come on day {window.low + later.days:g} at the earliest, and the life has {self.end} days"
            )
        self._try(("later", scene.id, choice.id, str(number)), later.when.tree, days or self.ground, why)

    def _often(self, scene: Scene, window: Span, widen: bool) -> float:
        """Return how often a scene can come at most."""
        low, high = bisect_left(self.days, window.low), bisect_right(self.days, window.high)
        most = float(max(0, high - low))
        if scene.id == self.life.fallback or ("scene", scene.id) in self.granted:
            return most
        dealt = 0.0
        if not scene.due_only:
            dealt = 1.0 if scene.cooldown is None else 1 + (window.high - window.low) // max(1, scene.cooldown)
        sent = sum(self.counts.get(sender.id, 0) for sender, choice, number, _ in self.senders.get(scene.id, ())
                   if ("later", sender.id, choice.id, str(number)) in self.possible)  # fmt: skip
        often = min(most, dealt + sent)
        return most if widen and often != self.counts.get(scene.id) else max(often, self.counts.get(scene.id, 0))

    def _by_itself(self) -> None:
        for kind, things in (("tide", self.life.tides), ("bill", self.life.bills)):
            for thing in things:
                days = self._between(thing.first, self.end, dealt=False)
                why = (
                    ""
                    if falls(thing.first, thing.every, self.end)
                    else f"it first comes on day {thing.first}, and the life has {self.end} days"
                )
                self._try((kind, thing.id), thing.when.tree, days or self.ground, why)

    def _leaves(self) -> None:
        """Look at what nothing else hangs on: the feed and the endings."""
        for post in self.life.feed:
            days = self._between(post.first, post.last, dealt=False)
            why = (
                ""
                if days
                else f"it stands from day {post.first} to day {post.last}, and the life has days 1 to {self.end}"
            )
            self._try(("post", post.id), post.when.tree, days or self.ground, why)
        last: Ground | None = self._between(self.end, self.end, dealt=False) or self.ground
        for number, ending in enumerate(self.life.endings):
            ground = self.ground if ending.early else last
            if ground is None:
                break
            if not self._try(("ending", ending.id), ending.when.tree, ground) or number == len(self.life.endings) - 1:
                continue
            told = assume(ending.when.tree, ground) or ground
            for slot, variants in ending.slots:
                for at, variant in enumerate(variants):
                    self._try(("variant", ending.id, slot, str(at)), variant.when.tree, told)
            after = assume(ending.when.tree, last, wanted=False) if last else None
            if after is None and last is not None:
                for other in self.life.endings[number + 1 :]:
                    if not other.early:
                        self._try(
                            ("ending", other.id),
                            other.when.tree,
                            last,
                            f"the ending {ending.id} before it always holds",
                        )
                return
            last = after
