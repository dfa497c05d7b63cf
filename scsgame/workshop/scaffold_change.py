"""The files of a small change to a regime of the game: a regime beside it that says only what differs.

One rule counts double (or, where no rule counts points by itself, one observer sees half), a case promises what comes out, and notes
say what else could be changed, by its id.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from textwrap import wrap

from scsgame.conditions import ALWAYS
from scsgame.packs import Case, Deed, Library
from scsgame.packs.cases import Outcome
from scsgame.regime.charter import Regime
from scsgame.regime.intervention.rules import Rule
from scsgame.session.casebook import judge
from scsgame.terms import Safe

THROUGH = 10
_WIDE = 110

_HEAD = """\
# A SMALL CHANGE: this regime is @OF@, but for what stands here. Everything you do not write is inherited.
# What you change says its own `status`, with a `why` or a `source`: the old source does not speak for a new number.
# `scsgame pack list . --explain @ID@`, typed in the folder of the pack, says what differs and what it was.
regime: @ID@
extends: @OF@
title: @TITLE@
# To take something away altogether, name it: `remove: [@REMOVE@]`.
"""

_RULE = """\
intervention:
  rules:
    - id: @RULE@
      points: @POINTS@  # it was @WAS@
      status: invented
      why: twice as much, to see what it does
"""

_OBSERVER = """\
surveillance:
  observers:
    - id: @OBSERVER@
      reliability: @RELIABILITY@  # it was @WAS@
      status: invented
      why: half as much is seen, to see what it does
"""

_CASE = """\
# WHAT MUST COME OUT. A case says what somebody does and how they stand afterwards. The cases of the other regime are
# about its own numbers, so they are not inherited.
- case: "@CASE@ counts double: @POINTS@"
  does: [{day: 2, act: @ACT@}]
  through: @THROUGH@
  ends: {score: @SCORE@}
"""


def change(library: Library, of: str, name: str, title: str) -> Mapping[str, str]:
    """Return the files of a regime that is another one with one thing changed, by their names in its folder."""
    regime = library.regimes[of]
    tied = {tie.id for tie in regime.ties}
    fills = {"OF": of, "ID": name, "TITLE": title, "THROUGH": f"{THROUGH}"}
    found = next((moved for rule in regime.rules if (moved := _doubled(library, regime, rule, tied))), None)
    watcher = next((one for one in regime.observers if one.id not in tied and one.reliability > 0), None)
    body = ""
    made = {}
    if found is not None:
        rule, score = found
        body = _RULE
        fills |= {
            "RULE": rule.id,
            "POINTS": f"{2 * rule.points:+g}",
            "WAS": f"{rule.points:+g}",
            "ACT": rule.act,
            "SCORE": f"{score:g}",
        }
        fills["CASE"] = str(rule.title.read()).replace('"', "'")
        made["cases.yaml"] = _CASE
    elif watcher is not None:
        body = _OBSERVER
        fills |= {
            "OBSERVER": watcher.id,
            "RELIABILITY": _share(watcher.reliability / 2),
            "WAS": _share(watcher.reliability),
        }
    fills["REMOVE"] = next(iter(_removable(regime)), "rule.some_rule")
    text = _HEAD + body + "".join(_notes(regime))
    return {path: _filled(part, fills) for path, part in {"regime.yaml": text, **made}.items()}


def _doubled(library: Library, regime: Regime, rule: Rule, tied: Iterable[str]) -> tuple[Rule, float] | None:
    """Return a rule and the score after one deed where it counts double, if that shows at once and whoever does it."""
    plain = rule.act and rule.points and rule.whose == "self" and rule.when is ALWAYS and not rule.phases
    if not plain or rule.id in tied or regime.scale.kind == "none":
        return None
    twice = replace(
        regime, rules=tuple(replace(one, points=2 * one.points) if one is rule else one for one in regime.rules)
    )
    case = Case(Safe("a deed"), regime.id, (Deed(2, rule.act),), THROUGH, Outcome())
    before, after = (float(judge(case, one, library.vocabulary).facts["score"]) for one in (regime, twice))
    whole = round(after, 4)
    return (
        (rule, whole)
        if before != after and f"{whole:g}" == repr(whole).removesuffix(".0") and whole == after
        else None
    )


def _removable(regime: Regime) -> list[str]:
    return [f"measure.{one.id}" for one in regime.measures] + [f"rule.{one.id}" for one in regime.rules]


def _notes(regime: Regime) -> Iterable[str]:
    """Yield notes on what there is to change, chapter by chapter."""
    there = {
        "surveillance, observers": [f"{one.id} {one.reliability:.0%}" for one in regime.observers],
        "intervention, rules": [f"{one.id} {one.points:+g}" if one.points else one.id for one in regime.rules],
        "intervention, tiers": [f"{one.id} from {one.at_least:g}" for one in regime.tiers],
        "intervention, lists": [one.id for one in regime.rolls],
        "manipulation, measures": [one.id for one in regime.measures],
        "manipulation, redress": [one.id for one in regime.redress],
    }
    yield "\n# WHAT ELSE THERE IS, by its id. Put what you change into its chapter, as above: its id, and what differs.\n"
    for chapter, names in there.items():
        if names:
            yield "".join(
                f"# {line}\n" for line in wrap(f"{chapter}: {', '.join(names)}", _WIDE, break_on_hyphens=False)
            )


def _share(value: float) -> str:
    return f"{value:.9f}".rstrip("0").rstrip(".")


def _filled(text: str, fills: Mapping[str, str]) -> str:
    for name, value in fills.items():
        text = text.replace(f"@{name}@", value)
    return text
