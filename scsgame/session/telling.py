"""A chronicle as plain values, for other programs and for comparing two lives byte for byte."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from scsgame.game.apps import regime_view
from scsgame.game.chronicle import Chronicle
from scsgame.game.moment import Setup
from scsgame.game.moves import written
from scsgame.game.notices import notices
from scsgame.game.passing import Event, Passed
from scsgame.game.turn import Turn
from scsgame.regime.charter import Regime


def tell(chronicle: Chronicle) -> dict[str, Any]:
    """Return the life as lists, words and numbers: nothing in it depends on when or where it was played."""
    setup = chronicle.setup
    return {
        "life": setup.life.id,
        "regimes": [regime.id for regime in setup.regimes],
        **({"parts": parts} if (parts := _switched(setup.regimes)) else {}),
        "seed": setup.seed,
        "shows": setup.shows,
        "values": list(setup.values),
        "morning": _passed(chronicle.setup, chronicle.morning),
        "turns": [_turn(turn) for turn in chronicle.turns],
        "undone": chronicle.undone,
        "ending": chronicle.moment.ending,
        "meters": {meter.id: chronicle.moment.life.facts[meter.id] for meter in setup.life.meters},
        "standings": [_standing(chronicle, at) for at in range(len(setup.regimes))],
    }


def _switched(regimes: Sequence[Regime]) -> dict[str, list[str]]:
    """Return which parts of which regimes are not as they usually are: those that are off, and those that are on."""
    found = {}
    for regime in regimes:
        words = [f"without {part.id}" for part in regime.parts if part.on and part.id in regime.off]
        words += [f"with {part.id}" for part in regime.parts if not part.on and part.id not in regime.off]
        if words:
            found[regime.id] = words
    return found


def told_as_text(chronicle: Chronicle) -> str:
    """Return the life as JSON text, its keys in a fixed order."""
    return json.dumps(tell(chronicle), ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def _turn(turn: Turn) -> dict[str, Any]:
    return {
        "number": turn.number,
        "day": turn.day,
        "move": written(turn.move),
        "scene": turn.table.scene.id if turn.table else "",
        "regime": turn.table.regime if turn.table else "",
        "cast": dict(turn.table.cast) if turn.table else {},
        "offers": [
            {
                "id": offer.choice.id,
                "closed_by": [list(by) for by in offer.closed_by],
                "price": offer.price,
                "usual": offer.usual,
            }
            for offer in turn.offers
        ],
        "until": turn.after.day,
        "passed": _passed(turn.before.setup, turn.passed),
        "shown": [_shown(turn, at) for at in range(len(turn.before.setup.regimes))],
        "meters": {meter.id: turn.after.life.facts[meter.id] for meter in turn.before.setup.life.meters},
    }


def _shown(turn: Turn, at: int) -> dict[str, Any]:
    """Return what the person could see of one regime after the turn."""
    view = regime_view(turn.after, at, "en")
    return {"regime": view.id, "score": view.score, "tier": view.tier, "rules": view.shows_rules}


def _passed(setup: Setup, passed: Passed) -> dict[str, Any]:
    return {
        "told": [[notice.day, notice.tone, notice.text] for notice in notices(setup, passed, "en")],
        "acts": [[act.day, act.by, act.kind] for act in passed.acts],
        "happenings": [
            [day, happening.what, [list(effect) for effect in happening.effects]]
            for day, happening in passed.happenings
        ],
        "events": [_event(event) for event in passed.events],
        **_bets(passed),
    }


def _bets(passed: Passed) -> dict[str, Any]:
    """Return the bets that were settled, where there were any."""
    settled = [[*outcome.stake, outcome.came] for outcome in passed.bets]
    return {"bets": settled} if settled else {}


def _event(event: Event) -> dict[str, Any]:
    hearing = event.hearing
    return {
        "day": event.day,
        "regime": event.regime,
        "observations": [list(report) for report in hearing.observations],
        "marks": [list(mark) for mark in hearing.marks],
        "listings": [list(listing) for listing in hearing.listings],
        "measures": [list(measure) for measure in hearing.measures],
        "answers": [[*answer.case[:4], answer.granted] for answer in hearing.answers],
        "turnings": list(hearing.turnings),
        "published": [list(pair) for pair in hearing.published],
    }


def _standing(chronicle: Chronicle, at: int) -> dict[str, Any]:
    regime, dossier = chronicle.setup.regimes[at], chronicle.moment.dossiers[at]
    return {
        "regime": regime.id,
        "enrolled": dossier.facts["enrolled"],
        "score": dossier.facts["score"] if regime.scale.kind != "none" else None,
        "tier": dossier.facts["tier"],
        "phase": dossier.facts["phase"],
        "lists": [roll.id for roll in regime.rolls if dossier.facts[f"listed({roll.id})"]],
        "measures": [measure.id for measure in regime.measures if dossier.facts[f"active({measure.id})"]],
        "course": [list(entry) for entry in dossier.course],
    }
