"""How a case came out as it did: each deed, and what was entered for it, or why nothing was."""

from __future__ import annotations

from collections.abc import Iterator

from scsgame.packs import Case, Deed
from scsgame.regime.charter import Regime
from scsgame.regime.dossier import Dossier
from scsgame.regime.intervention.rules import Mark
from scsgame.terms import SELF, Safe, safe


def reckoning(case: Case, regime: Regime, dossier: Dossier) -> tuple[Safe, ...]:
    """Return, in the order of the days, what was entered, and of each deed that left nothing why."""
    lines = [(mark.day, _entered(mark, regime)) for mark in dossier.marks]
    seen = {(mark.kind, mark.seen_on, mark.whom) for mark in dossier.marks}
    for deed in case.does:
        if deed.act and (deed.act, deed.day, deed.by) not in seen:
            lines.append((deed.day, _nothing(deed, regime)))
    return tuple(safe(f"day {day}: {line}") for day, line in sorted(lines, key=lambda found: found[0])) or (
        safe("nothing was entered"),
    )


def _entered(mark: Mark, regime: Regime) -> str:
    whose = "" if mark.whom == SELF else f" by {mark.whom}"
    if regime.scale.kind == "ratings":
        return f"{mark.kind}{whose} is rated {mark.points:g} by the rule {mark.rule}"
    nought = " (its cap is reached, or it gives none)" if not mark.points else ""
    return f"{mark.kind}{whose} is entered under the rule {mark.rule}, {mark.points or 0:+g}{nought}"


def _nothing(deed: Deed, regime: Regime) -> str:
    whose = "" if deed.by == SELF else f" by {deed.by}"
    return f"{deed.act}{whose} is not entered: {next(_reasons(deed, regime))}"


def _reasons(deed: Deed, regime: Regime) -> Iterator[str]:
    if not regime.observers_by_act.get(deed.act):
        yield "no observer has it under `sees`"
    rules = [rule for rule in regime.rules if rule.act == deed.act]
    if not rules:
        yield "no rule reads it"
    whose = {rule.whose for rule in rules}
    if deed.by != SELF and whose == {"self"}:
        yield "the rules that read it are about the person alone; for others a rule says `whose: unit` or `whose: friends`"
    roles = regime.unit.roles
    if deed.by != SELF and "friends" not in whose and not set(deed.roles) & set(roles):
        yield f"{deed.by} is none of those who are judged as one with the person; give this deed `roles: [{', '.join(roles)}]`"
    if deed.by != SELF and "unit" not in whose and "friend" not in deed.roles:
        yield f"{deed.by} is no friend here; give this deed `roles: [friend]`"
    yield "no rule that reads it holds then; look at its `when` and `phases`"
