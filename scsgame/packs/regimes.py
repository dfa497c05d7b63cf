"""Checked data becomes regimes: the frozen nouns of scsgame.regime."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
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
from scsgame.regime.parts import Part, Tie
from scsgame.regime.surveillance.observers import Observer
from scsgame.terms import NOTHING_SAID, Provenance


def _phased(said: Any) -> dict[str, Any]:
    parts = _untied(said)
    if "phases" in parts:
        parts["phases"] = frozenset(parts["phases"])
    return parts


def _observer(said: Any) -> Observer:
    parts = _phased(said)
    parts["sees"] = frozenset(parts["sees"])
    parts["among"] = tuple(parts.get("among", ()))
    return Observer(**parts)


def _untied(said: Any) -> dict[str, Any]:
    """Return a thing without what ties it to a part; the regime keeps its ties in one place."""
    return {key: value for key, value in said.items() if key not in ("part", "without")}


def _ties(folder: Folder, said: Any) -> Iterator[Tie]:
    """Yield what ties the things of a regime to its parts."""
    things: list[tuple[str, Any]] = []
    for room, field, kind in _TIED:
        chapter = said.get(room, {}) if room else said
        things += [(kind, thing) for thing in chapter.get(field, ())]
    influence = said["intervention"].get("scale", {}).get("influence")
    things += [("influence", influence)] if influence else []
    things += [("encounter", thing) for _, thing in folder.scenes("encounters")]
    for kind, thing in things:
        if "part" in thing or "without" in thing:
            word = thing.get("id", "")
            name = f"{folder.id}/{word}" if kind == "encounter" else word
            yield Tie(kind, name, thing.get("part", ""), thing.get("without", ""))


_TIED = (
    ("surveillance", "observers", "observer"), ("intervention", "rules", "rule"), ("intervention", "tiers", "tier"),
    ("intervention", "lists", "list"), ("manipulation", "measures", "measure"), ("manipulation", "redress", "redress"),
    ("", "feed", "post"),
)  # fmt: skip


def part(said: Any) -> Part:
    """Build one part from its checked file."""
    return Part(said["part"], said["title"], said["about"], said["kind"], provenance=said["provenance"])


def _scale(said: Any) -> Scale:
    parts = dict(said)
    parts["factors"] = tuple([Factor(**factor) for factor in parts.get("factors", ())])
    if "influence" in parts:
        parts["influence"] = Influence(**_untied(parts["influence"]))
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


def build(folder: Folder, known: Mapping[str, Part]) -> Regime:
    """Build one regime from its checked files, as it is written: with all its parts."""
    said: Any = folder.entry("regime")
    watching, counting, answering = said["surveillance"], said["intervention"], said["manipulation"]
    told: Any = answering.get("disclosure", {})
    disclosure = _disclosure(told)
    phases = said.get("phases", ())
    other, titles = dict(told.get("phases", ())), dict(said.get("phase_titles", ()))
    prefix = f"{folder.id}/"
    parts = [known[name] for name in said.get("parts", ())]
    parts += [replace(known[name], on=False) for name in said.get("parts_off", ())]
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
        phases=tuple(
            [
                Phase(
                    word,
                    _disclosure(other[word]) if word in other else disclosure,
                    titles.get(word, NOTHING_SAID),
                )
                for word in phases
            ]
        ),
        turnings=tuple([_turning(part, phases) for part in said.get("turnings", ())]),
        encounters=tuple([scene(_untied(part), prefix, "encounter") for _, part in folder.scenes("encounters")]),
        feed=posts([_untied(post) for post in said.get("feed", ())]),
        sources=tuple(dict.fromkeys((*_cited(said), *(fact for one in parts for fact in one.provenance.sources)))),
        parts=tuple(parts),
        ties=tuple(_ties(folder, said)),
    )
