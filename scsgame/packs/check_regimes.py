"""What a shape cannot see in a regime: rules that fit the scale, tiers in order, doors that can be opened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scsgame.packs import plots
from scsgame.packs.check_lives import same_name
from scsgame.packs.desk import Desk, Entry
from scsgame.packs.harvest import Common, RegimeIds
from scsgame.packs.problems import Problem, quoted

if TYPE_CHECKING:
    from scsgame.packs.examine import Folder

_GIVES = {"points": ("points", "factors"), "factor": ("factors",), "rating": ("ratings",)}
"""On which kinds of scale a rule may give what."""


def look(folder: Folder, common: Common, problems: list[Problem]) -> None:
    """Look at one whole regime."""
    ids = folder.ids
    assert isinstance(ids, RegimeIds)
    if "regime" not in folder.said:
        problems.append(Problem(folder.shelf.named(f"regimes/{folder.id}/regime.yaml"), 0, 0, "missing-file",
                                f"the regime {quoted(folder.id)} has no file regime.yaml."))  # fmt: skip
    opt_in = True
    for desk, said in folder.said.get("regime", ()):
        if not isinstance(said, Entry):
            continue
        same_name(folder, desk, said, "regime")
        opt_in = said.get("joins") != "mandatory"
        if said.get("may_leave") and not opt_in:
            desk.say(
                desk.at(said, "may_leave"),
                "may-leave",
                "nobody may leave a regime whose `joins` is mandatory.",
                node="yes",
            )
        intervention, manipulation = said.get("intervention"), said.get("manipulation")
        if isinstance(intervention, Entry):
            _intervention(desk, intervention)
        measures = manipulation.get("measures") if isinstance(manipulation, Entry) else None
        for measure in measures if isinstance(measures, tuple) else ():
            if isinstance(measure, Entry):
                _opens(desk, measure, common)
    encounters = folder.scenes("encounters")
    for desk, scene in encounters:
        plots.look_at(desk, [scene])
        folder.plot.take(desk, [scene])
    if "scene" not in folder.scope.unsure and not folder.torn("encounters"):
        folder.plot.look(folder.scope.known.get("scene", ()))
    if not opt_in:
        _asks(encounters)
    for desk, case in folder.scenes("cases"):
        _case(desk, case)


def _intervention(desk: Desk, chapter: Entry) -> None:
    scale = chapter.get("scale")
    kind = scale.get("kind") if isinstance(scale, Entry) else "none" if "scale" not in chapter.node else None
    rules, tiers = chapter.get("rules"), chapter.get("tiers")
    if isinstance(scale, Entry):
        _scale(desk, scale)
        if kind == "factors" and not scale.get("factors"):
            kind = None
    for rule in rules if isinstance(rules, tuple) else ():
        if isinstance(rule, Entry):
            desk.owner = ("rule", rule.node)
            _rule(desk, rule, kind)
    earlier: list[tuple[float, set[str]]] = []
    for tier in tiers if isinstance(tiers, tuple) else ():
        if not isinstance(tier, Entry):
            continue
        desk.owner = ("tier", tier.node)
        floor = tier.get("at_least")
        if kind == "none":
            desk.say(tier.mark, "no-number", f"{desk.who()} begins at a score, but the scale has no number.")
        elif isinstance(floor, int | float):
            named = tier.get("phases")
            phases = {phase for phase in named if isinstance(phase, str)} if isinstance(named, tuple) else set()
            beside = (other for other, theirs in reversed(earlier) if not theirs or not phases or theirs & phases)
            before = next(beside, None)
            if before is not None and floor <= before:
                desk.say(desk.at(tier, "at_least"), "tier-order", f"{desk.who()} begins at {floor}, which is not above the tier before it "
                         f"({before}); tiers stand from the lowest up.", node=str(tier.node["at_least"]))  # fmt: skip
            earlier.append((floor, phases))
    desk.owner = None


def _scale(desk: Desk, scale: Entry) -> None:
    least, most, start, kind = scale.get("least", 0), scale.get("most", 0), scale.get("start", 0), scale.get("kind")
    if kind in ("points", "factors", "ratings") and isinstance(least, int | float) and isinstance(most, int | float):
        if least >= most:
            desk.say(desk.at(scale, "most"), "out-of-range", f"this scale goes from {least} to {most}, which is no room for a number.",
                     node=str(scale.node.get("most", "")))  # fmt: skip
        elif kind != "factors" and isinstance(start, int | float) and not least <= start <= most:
            desk.say(desk.at(scale, "start"), "out-of-range", f"this scale starts at {start}, which is not between {least} and {most}.",
                     node=str(scale.node.get("start", "")))  # fmt: skip
    if kind == "factors" and not scale.get("factors"):
        desk.say(desk.at(scale, "kind"), "no-factors", "a scale of kind factors lists its `factors`.", node="factors")
    elif kind != "factors" and "factors" in scale.node:
        desk.say(scale.node.key_mark("factors"), "no-factors", f"a scale of kind {kind} has no `factors`.", width=7)


def _rule(desk: Desk, rule: Entry, kind: object) -> None:
    reads = [name for name in ("act", "omits", "listed", "unlisted") if name in rule.node]
    if len(reads) != 1:
        found = "none of them" if not reads else " and ".join(f"`{name}`" for name in reads)
        mark = rule.node.key_mark(reads[1]) if reads else rule.mark
        desk.say(mark, "rule-reads", f"{desk.who()} reads one thing, `act` or `omits` or `listed` or `unlisted`; this has {found}.",
                 width=len(reads[1]) if reads else 1)  # fmt: skip
    elif reads == ["omits"] and "within" not in rule.node:
        desk.say(
            rule.node.key_mark("omits"),
            "rule-reads",
            f"{desk.who()} is about what was not done, and lacks `within`: in how many days?",
            width=5,
        )
    for name in ("within", "after"):
        if name in rule.node and "omits" not in rule.node:
            desk.say(
                rule.node.key_mark(name),
                "rule-reads",
                f"{desk.who()} has `{name}`, which goes with `omits` only.",
                width=len(name),
            )
    for name, kinds in _GIVES.items():
        if name in rule.node and isinstance(kind, str) and kind not in kinds and rule.get(name):
            what = "has no number" if kind == "none" else f"is of kind {kind}"
            desk.say(
                rule.node.key_mark(name),
                "no-number",
                f"{desk.who()} gives `{name}`, but the scale {what}.",
                width=len(name),
            )
    if kind == "factors" and rule.get("points") and "factor" not in rule.node:
        desk.say(
            rule.node.key_mark("points"),
            "no-factors",
            f"{desk.who()} gives points to no `factor`; the scale is made of factors.",
            width=6,
        )


def _opens(desk: Desk, measure: Entry, common: Common) -> None:
    opened = measure.get("opens")
    node = measure.node.get("opens")
    for at, service in enumerate(opened if isinstance(opened, tuple) else ()):
        if isinstance(service, str) and service not in common.invited:
            mark = node.marks[at] if node.__class__ is not str and node is not None else desk.at(measure, "opens")  # type: ignore[union-attr]
            desk.owner = ("measure", measure.node)
            desk.say(mark, "not-by-invitation", f"{desk.who()} opens the service {quoted(service)}, which is open anyway: only services marked "
                     "by_invitation in acts.yaml can be opened.", node=service)  # fmt: skip
            desk.owner = None


def _asks(encounters: list[tuple[Desk, Entry]]) -> None:
    for desk, scene in encounters:
        choices = scene.get("choices")
        for choice in choices if isinstance(choices, tuple) else ():
            if isinstance(choice, Entry) and choice.get("asks"):
                desk.owner = ("choice", choice.node)
                desk.say(desk.at(choice, "asks"), "may-leave", f"{desk.who()} asks to {choice['asks']}, but this regime is mandatory.",
                         node=choice["asks"])  # fmt: skip
                desk.owner = None


def _case(desk: Desk, case: Entry) -> None:
    deeds = case.get("does")
    for deed in deeds if isinstance(deeds, tuple) else ():
        if isinstance(deed, Entry):
            found = [name for name in ("act", "listed", "pleads") if name in deed.node]
            if len(found) != 1:
                desk.say(deed.mark, "case-deed", "each line of `does` has one thing: `act`, `listed` or `pleads`.")
