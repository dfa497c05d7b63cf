"""A trial as JSON, for other programs."""

from __future__ import annotations

import json
from typing import Any

from scsgame.workshop.trials.budget import likeness
from scsgame.workshop.trials.histograms import histogram
from scsgame.workshop.trials.things import Thing
from scsgame.workshop.trials.trial import Trial, with_parts
from scsgame.workshop.trials.witnesses import Replay


def as_json(trial: Trial) -> str:
    """Return all that a trial found."""
    coverage = trial.coverage
    said: dict[str, Any] = {
        "scsgame_trial": 1,
        "seed": trial.wish.seed,
        "without": list(trial.wish.parts.off),
        "with": list(trial.wish.parts.on),
        "rooms": [{"life": room.life, "regimes": list(room.regimes)} for room in trial.rooms],
        "fails": trial.broken,
        "mistakes": [str(slip) for slip in trial.said.slips],
        "cases": [{"regime": str(verdict.case.regime), "case": verdict.case.name, "differences": list(verdict.differences), "how": list(verdict.how)}
                  for verdict in trial.verdicts],
        "walks": [{"walk": one.walk.name, "place": one.walk.place, "differences": list(one.differences)} for one in trial.walked],
        "laws": [
            {
                "law": one.law.name, "place": one.law.place, "tried": one.tried, "broken": one.broken, "day": one.day,
                "as_lived": _replay(one.as_lived, trial) if one.as_lived else None,
                "as_changed": _replay(one.as_changed, trial) if one.as_changed else None,
            }
            for one in trial.tried
        ],
        "dead_ends": [{"why": why, "replay": _replay(replay, trial)} for replay, why in coverage.stuck],
        "lives": len(coverage.lives),
        "things": [_as_row(thing, trial) for thing in trial.things],
        "spread": _spread(trial),
        "budget": [kept._asdict() for kept in trial.budget],
    }  # fmt: skip
    if coverage.lives:
        said["alike"] = likeness(coverage.lives, trial.wish.seed)
    if trial.choices is not None:
        for name in ("same_effects", "same_outcome", "dominated"):
            pairs = getattr(trial.choices, name)
            said[name] = [
                {"home": pair.home, "scene": pair.scene, "one": pair.one, "other": pair.other, "tried": pair.tried}
                for pair in pairs
            ]
    if trial.survey is not None:
        survey = trial.survey
        said["mutants"] = {"made": survey.made, "possible": survey.possible, "noticed": survey.noticed,
                           "unnoticed": [{"home": mutant.home, "what": mutant.what} for mutant in survey.unnoticed]}  # fmt: skip
    if trial.fairness:
        said["fairness"] = [
            {"population": row.population, "outcome": row.outcome, "usual": list(row.usual), "theirs": list(row.theirs),
             "ratio": list(row.ratio) if row.ratio else None, "difference": list(row.difference) if row.difference else None}
            for row in trial.fairness
        ]  # fmt: skip
    return json.dumps(said, ensure_ascii=False, indent=1)


def _replay(replay: Replay, trial: Trial) -> Any:
    return json.loads(with_parts(replay, trial.wish.parts).as_json())


def _spread(trial: Trial) -> dict[str, Any]:
    lives = trial.coverage.lives
    numbers: dict[str, list[float]] = {
        "decisions": [life.decisions for life in lives], "words": [life.words for life in lives],
        "minutes": [round(life.minutes, 2) for life in lives],
    }  # fmt: skip
    for life in lives:
        for meter, value in life.meters:
            numbers.setdefault(meter, []).append(value)
        for regime, score in life.scores:
            numbers.setdefault(f"score {regime}", []).append(score)
    return {name: histogram(values)._asdict() for name, values in numbers.items()}


def _as_row(thing: Thing, trial: Trial) -> dict[str, object]:
    """Return one thing as data."""
    replay = trial.coverage.witness(thing)
    row: dict[str, object] = {
        "thing": thing.asked,
        "runs": trial.coverage.runs[thing],
        "plays": trial.coverage.plays[thing],
    }
    if thing.kind in ("choice", "answer"):
        row |= {"offered": trial.coverage.offered[thing], "closed": trial.coverage.shut[thing]}
    if replay is not None:
        row["witness"] = {"regimes": list(replay.regimes), "seed": replay.seed, "values": list(replay.values), "player": replay.player,
                          "moves": len(replay.moves), "sought": thing in trial.coverage.sought}  # fmt: skip
    elif thing in trial.rare:
        row["rare"] = trial.rare[thing]
    else:
        row["why_not"] = trial.why.get(thing, "")
    return row
