"""Why something never came: first what the files alone can say, then what failed most often in lives lived again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from scsgame.conditions import Condition
from scsgame.conditions.printers import as_function, as_words
from scsgame.conditions.tree import Atom, Facts, Join, Node, atoms
from scsgame.game.chronicle import begin
from scsgame.game.moment import Setup
from scsgame.game.moves import Choose
from scsgame.game.pleas import IllegalMove
from scsgame.life.scenes import Choice, Life, Scene
from scsgame.packs.nouns import Library
from scsgame.regime.charter import Regime
from scsgame.workshop.trials.coverage import Coverage
from scsgame.workshop.trials.players import errand, player
from scsgame.workshop.trials.rooms import Focus, Room, values_of
from scsgame.workshop.trials.things import Thing

_SAMPLED = ("random", "careful", "contrarian")


@dataclass
class Sample:
    """Moments of a few lives: a life's facts, each regime's facts, and the scene that lay on the table."""

    moments: list[tuple[str, Facts, dict[str, Facts], str]] = field(default_factory=list)


def sample(library: Library, rooms: Iterable[Room], seed: str) -> Sample:
    """Live a few lives in each room and keep their moments."""
    found = Sample()
    for room in rooms:
        for name in _SAMPLED:
            life = library.lives[room.life]
            setup = Setup(life, tuple(library.regimes[at] for at in room.regimes), library.vocabulary, f"{seed}-why", "as_is",
                          values_of(life, seed))  # fmt: skip
            someone, chronicle = player(name), begin(setup)
            while (
                not chronicle.over
                and any(offer.open for offer in chronicle.moment.offers)
                and len(chronicle.turns) < 1000
            ):
                moment = chronicle.moment
                standing: dict[str, Facts] = {
                    regime.id: dossier.facts for regime, dossier in zip(setup.regimes, moment.dossiers, strict=True)
                }
                scene = moment.table.scene.id if moment.table else ""
                found.moments.append((life.id, moment.life.facts, standing, scene))
                move = errand(chronicle) or someone.move(chronicle)
                try:
                    chronicle = chronicle.then(move)
                except IllegalMove:
                    move = someone.move(chronicle)
                    chronicle = chronicle.then(move)
                if isinstance(move, Choose):
                    for state in chronicle.turns[-1].passed.mornings:
                        found.moments.append((life.id, state.facts, standing, ""))
    return found


_FROM_FILES = ("no choice of these lives uses", "it asks for the flag", "nothing in these lives does", "it is about others",
               "it waits to be sent by an earlier choice, and no", "no observer of", "nothing puts anybody")  # fmt: skip


def settled(why: str) -> bool:
    """Say whether a reason follows from the files alone, so that no seeking helps."""
    return why.startswith(_FROM_FILES)


class Reasons:
    """Answers why a thing was not reached."""

    def __init__(self, library: Library, about: Focus, coverage: Coverage, sampled: Sample) -> None:
        self.lives = [library.lives[name] for name in about.lives]
        self.regimes = dict(library.regimes)
        self.coverage, self.sampled = coverage, sampled
        self.set = {flag for _, choice in self._choices() for flag in choice.sets}
        self.used = {use.service for _, choice in self._choices() for use in choice.uses}
        self.sent = [
            (later.scene, scene.id, choice.id)
            for scene, choice in self._choices()
            for later in choice.later
            if later.scene
        ]

    def why(self, thing: Thing) -> str:
        """Return one sentence's part: why this thing never came."""
        regime = self.regimes.get(thing.home)
        match thing.kind:
            case "scene" | "encounter":
                scene = self._scene(thing)
                return self._of_scene(scene, thing, regime) if scene else "it is in no life that was lived"
            case "choice" | "answer":
                return self._of_choice(thing, regime)
            case "ending":
                life = next(life for life in self.lives if life.id == thing.home)
                ending = next(found for found in life.endings if found.id == thing.name)
                return self._failed(ending.when, thing.home, None) or "an ending before it always held first"
        if regime is None:
            return "it is in no life that was lived"
        if thing.kind == "rule":
            return self._of_rule(regime, thing.name)
        if thing.kind == "list":
            enters = regime.roll[thing.name].enters
            rules = [rule.id for rule in regime.rules if rule.lists == thing.name]
            if enters is None:
                return (
                    f"only rules put anybody on it ({', '.join(rules)}), and none did"
                    if rules
                    else "nothing puts anybody on it"
                )
            return self._failed(enters, "", regime.id) or "its condition held, but nobody was taking part"
        if thing.kind == "measure":
            return (
                self._failed(regime.measure[thing.name].when, "", regime.id)
                or "its condition held, but nobody was taking part"
            )
        if thing.kind == "door":
            measure, service = thing.name.split("/")
            if service not in self.used:
                return f"no choice of these lives uses {service}"
            if not self.coverage.runs[Thing("measure", regime.id, measure)]:
                return f"the measure {measure} never began"
            return f"no scene with a choice that uses {service} came while {measure} stood"
        way = next(found for found in regime.redress if found.id == thing.name)
        return (
            self._failed(way.when, "", regime.id)
            or "there was nothing to plead about, or nobody's answer came before the end"
        )

    def _of_scene(self, scene: Scene, thing: Thing, regime: Regime | None) -> str:
        if scene.due_only:
            senders = [f"{where}/{choice}" for sent, where, choice in self.sent if sent == scene.id]
            if not senders:
                return "it waits to be sent by an earlier choice, and no choice sends it"
            taken = [name for name in senders if self.coverage.runs[Thing("choice", thing.home, name)]]
            if not taken:
                return f"it is sent by {' or '.join(senders)}, which nobody took"
        failed = self._failed(scene.when, "" if regime else thing.home, regime.id if regime else None)
        if failed:
            return failed
        if scene.cast:
            return f"its condition held, but nobody was there to be {' and '.join(role for _, role in scene.cast)}, or others went first"
        return f"its condition held, but its chance of {scene.chance:g} or scenes of higher priority kept it away"

    def _of_choice(self, thing: Thing, regime: Regime | None) -> str:
        name, _, choice_id = thing.name.rpartition("/")
        kind = "encounter" if thing.kind == "answer" else "scene"
        parent = Thing(kind, thing.home, name)
        scene = self._scene(parent)
        if scene is None or not self.coverage.runs[parent]:
            return "its scene never came"
        choice = next(found for found in scene.choices if found.id == choice_id)
        offered, shut = self.coverage.offered[thing], self.coverage.shut[thing]
        if not offered:
            failed = self._failed(choice.when, "" if regime else thing.home, regime.id if regime else None, scene.id)
            return failed or "its condition never held when its scene came"
        if shut == offered:
            services = " or ".join(use.service for use in choice.uses)
            return f"it was offered {offered} times and always closed: {services} was never open then"
        closed = f", {shut} times closed," if shut else ""
        return f"it was offered {offered} times{closed} and nobody took it"

    def _of_rule(self, regime: Regime, name: str) -> str:
        rule = regime.rule[name]
        if rule.listed or rule.unlisted:
            return f"{'nobody was on' if rule.listed else 'nobody left'} the list {rule.listed or rule.unlisted} while both were in force"
        act = rule.act or rule.after
        if rule.whose == "self" and act:
            doing = {done for _, choice in self._choices() for done in choice.acts}
            doing |= {
                done
                for life in self.lives
                for bill in life.bills
                for done in (bill.paid_act, bill.missed_act, bill.late_act)
            }
            watching = regime.observers_by_act.get(act, ())
            if any(observer.invents for observer in watching):
                doing.add(act)
            if any(observer.errs for observer in watching):
                doing |= {habit.act for life in self.lives for person in life.people for habit in person.habits}
            if act not in doing:
                return f"nothing in these lives does {act}"
        elif act and act not in {
            habit.act for life in self.lives for person in life.people for habit in person.habits
        }:
            return f"it is about others, and nobody else in these lives has the habit {act}"
        if act and act not in regime.observers_by_act:
            return f"no observer of {regime.id} looks for {act}"
        return self._failed(rule.when, "", regime.id) or f"{rule.act or rule.omits} was not seen to count"

    def _failed(self, condition: Condition, life: str, regime: str | None, scene: str = "") -> str:
        for atom in atoms(condition.tree):
            flags = {flag for found in self.lives for flag in found.flags}
            if atom.holder == "life" and atom.key in flags and atom.key not in self.set:
                return f"it asks for the flag {atom.key}, which nothing sets"
        parts = (
            condition.tree.parts
            if isinstance(condition.tree, Join) and condition.tree.operator == "and"
            else (condition.tree,)
        )
        tests = [(part, as_function(part)) for part in parts]
        missed: Counter[int] = Counter()
        seen = 0
        for where, facts, standing, table in self.sampled.moments:
            if (life and where != life) or (regime and regime not in standing) or (scene and table != scene):
                continue
            seen += 1
            record = standing.get(regime, {}) if regime else {}
            failed = _first(tests, facts, record)
            if failed is None:
                return ""
            missed[failed] += 1
        if not missed:
            return ""
        at, count = missed.most_common(1)[0]
        return f"most often ({count} of {seen} moments looked at) because it was not so that {as_words(tests[at][0])}{_doors(tests[at][0])}"

    def _choices(self) -> Iterator[tuple[Scene, Choice]]:
        for scenes in (
            *(life.scenes for life in self.lives),
            *(regime.encounters for regime in self.regimes.values()),
        ):
            for scene in scenes:
                for choice in scene.choices:
                    yield scene, choice

    def _scene(self, thing: Thing) -> Scene | None:
        if thing.kind == "encounter":
            regime = self.regimes[thing.home]
            return next(
                (scene for scene in regime.encounters if scene.id.removeprefix(f"{regime.id}/") == thing.name), None
            )
        home: Life | None = next((life for life in self.lives if life.id == thing.home), None)
        return home.by_id.get(thing.name) if home else None


def _first(tests: Sequence[tuple[Node, object]], facts: Facts, standing: Facts) -> int | None:
    for at, (_, holds) in enumerate(tests):
        try:
            if not holds(facts, standing):  # type: ignore[operator]
                return at
        except KeyError:
            return at
    return None


def _doors(node: Node) -> str:
    """Add, for an open or eased door, that it never was."""
    closed = [
        atom.name for atom in atoms(node) if isinstance(atom, Atom) and atom.name.startswith(("open(", "eased("))
    ]
    return f" ({', '.join(closed)})" if closed else ""
