"""Dead state: what is asked for and never set, what is set and never asked for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from math import inf

from scsgame.conditions import Condition
from scsgame.conditions.intervals import EITHER, Key, Range
from scsgame.conditions.spans import Span
from scsgame.life.scenes import Life, Scene
from scsgame.packs.examine import Examined, Folder
from scsgame.packs.harvest import LifeIds, RegimeIds
from scsgame.packs.nouns import Library
from scsgame.regime.charter import Regime
from scsgame.workshop.findings import Finding, at
from scsgame.workshop.proofs.places import Place, spot
from scsgame.workshop.proofs.refuting import Thing

Asked = dict[Key, str]
_SEEN = ("seen", "last_seen", "seen_of_unit", "seen_of_friends")
_DONE = ("times", "last", *_SEEN)


@dataclass
class Dead:
    """What was found, and what proofs must therefore leave open, so that one cause makes one finding."""

    findings: list[Finding] = field(default_factory=list)
    free: dict[str, dict[Key, Range]] = field(default_factory=dict)
    unknown: dict[str, set[str]] = field(default_factory=dict)

    def say(self, finding: Finding, where: str, keys: Iterable[Key] = (), value: Range = EITHER) -> None:
        """Note a finding, and leave these facts of one life or regime open."""
        self.findings.append(finding)
        self.free.setdefault(where, {}).update(dict.fromkeys(keys, value))


def _of_scenes(scenes: Iterable[Scene], kind: str) -> Iterator[tuple[str, Condition]]:
    for scene in scenes:
        yield f'{kind} "{scene.id}"', scene.when
        for choice in scene.choices:
            yield f'choice "{choice.id}" of {kind} "{scene.id}"', choice.when
            for later in choice.later:
                yield f'what choice "{choice.id}" of {kind} "{scene.id}" sends for later', later.when


def conditions_of_life(life: Life) -> Iterator[tuple[str, Condition]]:
    """Yield every condition of a life, with the words for whose it is."""
    yield from _of_scenes(life.scenes, "scene")
    for kind, things in (("bill", life.bills), ("tide", life.tides), ("post", life.feed), ("ending", life.endings)):
        for thing in things:
            yield f'{kind} "{thing.id}"', thing.when
    for ending in life.endings:
        for slot, variants in ending.slots:
            for variant in variants:
                yield f'{{{slot}}} of ending "{ending.id}"', variant.when


def conditions_of_regime(regime: Regime) -> Iterator[tuple[str, Condition]]:
    """Yield every condition of a regime, with the words for whose it is."""
    yield from _of_scenes(regime.encounters, "encounter")
    for rule in regime.rules:
        yield f'rule "{rule.id}"', rule.when
    for roll in regime.rolls:
        for condition in (roll.enters, roll.leaves):
            if condition is not None:
                yield f'list "{roll.id}"', condition
    for measure in regime.measures:
        yield f'measure "{measure.id}"', measure.when
    for way in regime.redress:
        yield f'redress "{way.id}"', way.when
    for turning in regime.turnings:
        yield f'the turning into "{turning.into}"', turning.when
    for post in regime.feed:
        yield f'post "{post.id}"', post.when


def _asked(conditions: Iterable[tuple[str, Condition]]) -> Asked:
    found: Asked = {}
    for who, condition in conditions:
        for atom in condition.atoms():
            found.setdefault((atom.holder, atom.key), who)
    return found


def dead_state(examined: Examined, library: Library, where: dict[str, dict[Thing, Place]]) -> Dead:
    """Return every half that lacks its other half."""
    dead = Dead()
    asked = {f"lives/{life.id}": _asked(conditions_of_life(life)) for life in library.lives.values()}
    asked |= {f"regimes/{regime.id}": _asked(conditions_of_regime(regime)) for regime in library.regimes.values()}
    for folder in examined.lives:
        _words(folder, library.lives[folder.id], asked[f"lives/{folder.id}"], dead)
    for folder in examined.regimes:
        regime = library.regimes[folder.id]
        _counters(folder, regime, asked[f"regimes/{folder.id}"], dead)
        _lists_and_phases(folder, regime, dead)
    if library.lives:
        never_done = _acts(examined, library, asked, dead)
        for folder in examined.regimes:
            _unseen(
                folder,
                library.regimes[folder.id],
                asked[f"regimes/{folder.id}"],
                never_done,
                where[f"regimes/{folder.id}"],
                dead,
            )
        _services(examined, library, asked, dead)
    return dead


def _finding(places: object, word: str, code: str, message: str) -> Finding:
    desk, mark = places[word]  # type: ignore[index]
    return Finding(at(desk, mark, code, message, node=word), "reference")


def _words(folder: Folder, life: Life, asked: Asked, dead: Dead) -> None:
    assert isinstance(folder.ids, LifeIds)
    places, where = folder.ids.words.places, f"lives/{folder.id}"
    choices = [choice for scene in life.scenes for choice in scene.choices]
    on = {flag for choice in choices for flag in choice.sets}
    touched = on | {flag for choice in choices for flag in choice.clears}
    counted = {counter for choice in choices for counter, change in choice.counts if change}
    for names, can, moved, kind, verb in (
        (life.flags, on, touched, "flag", "set"),
        (life.counters, counted, counted, "counter", "moved"),
    ):
        for name in names:
            who = asked.get(("life", name))
            if who and name not in can:
                dead.say(_finding(places, name, f"{kind}-never-{verb}", f'{who} asks for the {kind} "{name}", and no choice ever {verb}s it.'.replace("moveds", "moves")),
                         where, [("life", name)], EITHER if kind == "flag" else Span(-inf, inf))  # fmt: skip
            elif not who and name in moved:
                dead.say(
                    _finding(
                        places,
                        name,
                        f"{kind}-never-read",
                        f'choices change the {kind} "{name}", and no condition ever asks for it.',
                    ),
                    where,
                )


def _counters(folder: Folder, regime: Regime, asked: Asked, dead: Dead) -> None:
    assert isinstance(folder.ids, RegimeIds)
    places = folder.ids.counters.places
    rules = {counter for rule in regime.rules for counter, change in rule.moods if change}
    moved = rules | {
        counter
        for scene in regime.encounters
        for choice in scene.choices
        for counter, change in choice.moods
        if change
    }
    for counter, _ in regime.counters:
        who = asked.get(("regime", counter))
        if who and counter not in moved:
            dead.say(_finding(places, counter, "counter-never-moved", f'{who} asks for the counter "{counter}", and no rule or choice ever moves it.'),
                     f"regimes/{folder.id}", [("regime", counter)], Span(-inf, inf))  # fmt: skip
        elif not who and counter in moved:
            dead.say(
                _finding(
                    places,
                    counter,
                    "counter-never-read",
                    f'the counter "{counter}" moves, and no condition ever asks for it.',
                ),
                f"regimes/{folder.id}",
            )


def _lists_and_phases(folder: Folder, regime: Regime, dead: Dead) -> None:
    assert isinstance(folder.ids, RegimeIds)
    where = f"regimes/{folder.id}"
    ruled = {rule.lists for rule in regime.rules}
    for roll in regime.rolls:
        if roll.enters is None and roll.id not in ruled:
            dead.say(_finding(folder.ids.lists.places, roll.id, "list-never-entered", f'list "{roll.id}" has no `enters`, and no rule puts anybody on it.'),
                     where, [("regime", f"listed({roll.id})")])  # fmt: skip
            dead.free[where]["regime", f"days_on({roll.id})"] = Span(0, inf)
    entered = {turning.into for turning in regime.turnings}
    lost = frozenset(phase.id for phase in regime.phases[1:] if phase.id not in entered)
    for phase in sorted(lost):
        dead.say(
            _finding(
                folder.ids.phases.places,
                phase,
                "phase-never-entered",
                f'phase "{phase}" is not the first, and no turning leads into it.',
            ),
            where,
        )
    if lost:
        dead.free[where]["regime", "phase"] = lost


def _acts(examined: Examined, library: Library, asked: dict[str, Asked], dead: Dead) -> set[str]:
    """Say which acts are asked for and done by nobody, and return them."""
    done: set[str] = set()
    for life in library.lives.values():
        done |= {act for bill in life.bills for act in (bill.paid_act, bill.missed_act, bill.late_act)}
        done |= {habit.act for person in life.people for habit in person.habits}
    scenes = [scene for life in library.lives.values() for scene in life.scenes]
    scenes += [scene for regime in library.regimes.values() for scene in regime.encounters]
    done |= {act for scene in scenes for choice in scene.choices for act in choice.acts}
    done |= {
        act
        for regime in library.regimes.values()
        for observer in regime.observers
        if observer.invents
        for act in observer.sees
    }
    readers: dict[str, str] = {}
    for regime in library.regimes.values():
        for rule in regime.rules:
            for act in (rule.act, rule.omits, rule.after):
                readers.setdefault(act, f'rule "{rule.id}" of {regime.id}')
    for keys in asked.values():
        for (_, key), who in keys.items():
            family, _, act = key.rstrip(")").partition("(")
            if family in _DONE:
                readers.setdefault(act, who)
    never = {act for act in readers if act and act not in done}
    for act in sorted(never):
        if act in examined.common.acts.places:
            dead.findings.append(_finding(examined.common.acts.places, act, "act-never-done",
                                          f'{readers[act]} asks for the act "{act}", and no choice, habit or bill does it.'))  # fmt: skip
    for where in asked:
        dead.unknown.setdefault(where, set()).update(never)
        free = dead.free.setdefault(where, {})
        for act in never:
            free |= {("life", f"times({act})"): Span(0, inf), ("life", f"last({act})"): Span(0, inf)}
    return never


def _unseen(
    folder: Folder, regime: Regime, asked: Asked, never: set[str], where: dict[Thing, Place], dead: Dead
) -> None:
    """Say which acts a regime reckons with and none of its observers looks at."""
    seen = {act for observer in regime.observers for act in observer.sees}
    told: set[str] = set()
    for rule in regime.rules:
        for key, act in (("act", rule.act), ("omits", rule.omits), ("after", rule.after)):
            if act and act not in seen and act not in never and act not in told:
                told.add(act)
                message = f'rule "{rule.id}" reads the act "{act}", and no observer of {regime.id} sees it.'
                dead.findings.append(
                    Finding(spot(where["rule", rule.id], "act-never-seen", message, field=key), "reference")
                )
    for (holder, key), who in asked.items():
        family, _, act = key.rstrip(")").partition("(")
        if holder == "regime" and family in _SEEN and act not in seen and act not in never and act not in told:
            told.add(act)
            desk = folder.said["regime"][0][0]
            dead.findings.append(
                Finding(
                    at(
                        desk,
                        0,
                        "act-never-seen",
                        f'{who} asks how the act "{act}" was seen, and no observer of {regime.id} sees it.',
                    ),
                    "reference",
                )
            )
    dead.unknown.setdefault(f"regimes/{folder.id}", set()).update(told)


def _services(examined: Examined, library: Library, asked: dict[str, Asked], dead: Dead) -> None:
    scenes = [scene for life in library.lives.values() for scene in life.scenes]
    scenes += [scene for regime in library.regimes.values() for scene in regime.encounters]
    used = {use.service for scene in scenes for choice in scene.choices for use in choice.uses}
    used |= {
        key.rstrip(")").partition("(")[2]
        for keys in asked.values()
        for _, key in keys
        if key.startswith(("open(", "eased("))
    }
    for regime in library.regimes.values():
        for measure in regime.measures:
            for service in (*measure.opens, *measure.closes, *(name for name, _ in measure.prices)):
                if service not in used and service in examined.common.services.places:
                    used.add(service)
                    dead.findings.append(_finding(examined.common.services.places, service, "service-never-used",
                                                  f'measure "{measure.id}" of {regime.id} is about the service "{service}", and no choice ever uses it.'))  # fmt: skip
