"""Walks lived: the choices an author wrote down are taken as their scenes come, and the end is held against the promise."""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from scsgame.conditions import Condition
from scsgame.conditions.printers import as_words
from scsgame.conditions.tree import Facts
from scsgame.game.chronicle import Chronicle, begin
from scsgame.game.moment import Setup
from scsgame.game.moves import Choose, Enrol, Pay, written
from scsgame.packs.nouns import Library
from scsgame.workshop.trials.lives import MOST_TURNS
from scsgame.workshop.trials.promises import Walk
from scsgame.workshop.trials.witnesses import Replay


class Walked(NamedTuple):
    """A walk, what did not come out as it says, and the replay of what did."""

    walk: Walk
    differences: tuple[str, ...]
    replay: Replay


def walk(library: Library, plan: Walk) -> Walked:
    """Live a walk. Where it says nothing, the first open choice is taken and bills lie unpaid."""
    setup = Setup(library.lives[plan.life], tuple(library.regimes[name] for name in plan.regimes), library.vocabulary, plan.seed,
                  "as_is", plan.values)  # fmt: skip
    chronicle = begin(setup)
    wrong: list[str] = []
    for name in plan.joins:
        if setup.regime[name].opt_in:
            chronicle = chronicle.then(Enrol(name))
    steps = list(plan.choices)
    while not chronicle.over and chronicle.moment.day <= plan.through and len(chronicle.turns) < MOST_TURNS:
        moment = chronicle.moment
        owed = next((owed for owed in moment.life.owed if owed.bill in plan.pays or "all" in plan.pays), None)
        if owed is not None:
            chronicle = chronicle.then(Pay(owed.bill))
            continue
        offers = [offer.choice.id for offer in moment.offers if offer.open]
        if moment.table is None or not offers:
            wrong.append(f"day {moment.day}: nothing can be chosen")
            break
        scene, picked = moment.table.scene.id, offers[0]
        if steps and steps[0][0] == scene:
            _, asked = steps.pop(0)
            if asked in offers:
                picked = asked
            else:
                wrong.append(
                    f"day {moment.day}, {scene}: the choice {asked} is not open; open are {', '.join(offers)}"
                )
        chronicle = chronicle.then(Choose(scene, picked))
    if steps:
        wrong.append(
            f"the scene {steps[0][0]} did not come when the walk waited for it ({len(steps)} steps are left)"
        )
    wrong += _differences(plan, chronicle)
    moves = tuple(tuple(written(turn.move)) for turn in chronicle.turns)
    return Walked(
        plan, tuple(wrong), Replay(plan.life, plan.regimes, plan.seed, plan.values, moves, "walk", plan.name)
    )


def _differences(plan: Walk, chronicle: Chronicle) -> list[str]:
    moment, setup = chronicle.moment, chronicle.setup
    chosen = Counter(
        f"chose({turn.move.scene},{turn.move.choice})" for turn in chronicle.turns if isinstance(turn.move, Choose)
    )
    facts: Facts = {**chosen, **moment.life.facts}
    found = [_broken(condition, facts, {}, "") for condition in plan.holds]
    for name, condition in plan.under:
        found.append(_broken(condition, facts, moment.dossiers[setup.at[name]].facts, name))
    if plan.ending and moment.ending != plan.ending:
        found.append(f"the ending is {moment.ending or 'not reached'}, not {plan.ending}")
    return [line for line in found if line]


def _broken(condition: Condition, facts: Facts, standing: Facts, regime: str) -> str:
    where = f" under {regime}" if regime else ""
    known = {atom.key: (facts if atom.holder == "life" else standing).get(atom.key, 0) for atom in condition.atoms()}
    life = {**dict.fromkeys(known, 0), **facts}
    record = {**dict.fromkeys(known, 0), **standing}
    if condition.holds(life, record):
        return ""
    values = ", ".join(f"{key} is {_value(value)}" for key, value in known.items())
    return f"it should hold{where} that {as_words(condition.tree)}; {values}"


def _value(value: object) -> str:
    return (
        {True: "yes", False: "no"}[value]
        if isinstance(value, bool)
        else f"{value:g}"
        if isinstance(value, float)
        else str(value)
    )
