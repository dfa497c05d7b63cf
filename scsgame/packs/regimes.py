"""Checked data becomes regimes: the frozen nouns of scsgame.regime."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from scsgame.packs.desk import Entry
from scsgame.packs.examine import Folder
from scsgame.packs.lives import posts, scene
from scsgame.regime.charter import Regime, Turning, Unit
from scsgame.regime.intervention.rules import Rule
from scsgame.regime.intervention.scale import Factor, Influence, Roll, Scale, Tier
from scsgame.regime.manipulation.disclosure import Disclosure, Phase
from scsgame.regime.manipulation.measures import Measure
from scsgame.regime.manipulation.redress import Redress
from scsgame.regime.surveillance.observers import Observer
from scsgame.terms import NOTHING_SAID, Provenance


def _phased(said: Any) -> dict[str, Any]:
    parts = dict(said)
    if "phases" in parts:
        parts["phases"] = frozenset(parts["phases"])
    return parts


def _observer(said: Any) -> Observer:
    parts = _phased(said)
    parts["sees"] = frozenset(parts["sees"])
    return Observer(**parts)


def _scale(said: Any) -> Scale:
    parts = dict(said)
    parts["factors"] = tuple([Factor(**factor) for factor in parts.get("factors", ())])
    if "influence" in parts:
        parts["influence"] = Influence(**parts["influence"])
    return Scale(**parts)


def _redress(said: Any) -> Redress:
    parts = _phased(said)
    about = parts.pop("about")
    parts["about_marks"] = "marks" in about
    parts["about_lists"] = tuple([word for word in about if word != "marks"])
    parts.setdefault("grants_if_wrong", parts["grants"])
    return Redress(**parts)


def _unit(said: Any) -> Unit:
    parts: dict[str, Any] = dict(said) if isinstance(said, Entry) else {"kind": said}
    return Unit(**parts)


def _turning(said: Any, phases: tuple[str, ...]) -> Turning:
    parts = dict(said)
    parts["out_of"] = frozenset(parts.get("out_of") or set(phases) - {parts["into"]})
    return Turning(**parts)


def _disclosure(said: Any) -> Disclosure:
    return Disclosure(**{key: value for key, value in said.items() if key != "phases"})


def _cited(said: Any) -> Iterator[str]:
    """Yield every fact cited anywhere in what was read."""
    if isinstance(said, Provenance):
        yield from said.sources
    elif isinstance(said, dict):
        for part in said.values():
            yield from _cited(part)
    elif said.__class__ is tuple:
        for part in said:
            yield from _cited(part)


def build(folder: Folder) -> Regime:
    """Build one regime from its checked files."""
    said: Any = folder.entry("regime")
    watching, counting, answering = said["surveillance"], said["intervention"], said["manipulation"]
    told: Any = answering.get("disclosure", {})
    disclosure = _disclosure(told)
    phases = said.get("phases", ())
    other = dict(told.get("phases", ()))
    prefix = f"{folder.id}/"
    return Regime(
        id=said["regime"],
        title=said["title"],
        about=said["about"],
        word=said.get("word", NOTHING_SAID),
        unit=_unit(said.get("unit", "person")),
        opt_in=said["joins"] == "opt_in",
        may_leave=said.get("may_leave", False),
        counters=said.get("counters", ()),
        observers=tuple([_observer(part) for part in watching.get("observers", ())]),
        scale=_scale(counting.get("scale", {})),
        rules=tuple([Rule(**_phased(part)) for part in counting.get("rules", ())]),
        tiers=tuple([Tier(**_phased(part)) for part in counting.get("tiers", ())]),
        rolls=tuple([Roll(**_phased(part)) for part in counting.get("lists", ())]),
        measures=tuple([Measure(**_phased(part)) for part in answering.get("measures", ())]),
        disclosure=disclosure,
        redress=tuple([_redress(part) for part in answering.get("redress", ())]),
        phases=tuple([Phase(word, _disclosure(other[word]) if word in other else disclosure) for word in phases]),
        turnings=tuple([_turning(part, phases) for part in said.get("turnings", ())]),
        encounters=tuple([scene(part, prefix, "encounter") for _, part in folder.scenes("encounters")]),
        feed=posts(said.get("feed", ())),
        sources=tuple(dict.fromkeys(_cited(said))),
    )
