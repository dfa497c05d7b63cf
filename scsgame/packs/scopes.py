"""Which words may be used where: every id gathered, and each folder given the scope in which it is read."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from scsgame.packs import misfiled
from scsgame.packs.doubts import ABOUT, doubted
from scsgame.packs.harvest import LifeIds, RegimeIds
from scsgame.packs.names import METERS, encounter_names, life_names, regime_names
from scsgame.packs.problems import Problem
from scsgame.packs.registers import Sheet
from scsgame.packs.scope import Scope
from scsgame.packs.shelves import Shelf

if TYPE_CHECKING:
    from scsgame.packs.examine import Examined


def gather(
    done: Examined,
    shelves: Sequence[Shelf],
    shared: Sequence[tuple[Shelf, Sheet]],
    all_lives: bool,
    all_regimes: bool,
) -> Scope:
    """Gather all ids of the files that have been read, and give every folder the words it may use."""
    common = done.common
    unsure: set[str] = set()
    for shelf in shelves:
        if "pack.yaml" not in shelf.files and (shelf.files or not shelf.problems):
            shelf_name = shelf.named("pack.yaml")
            done.problems.append(Problem(shelf_name, 0, 0, "missing-file",
                                 "a pack has a file pack.yaml, which says its id, format, version and title."))  # fmt: skip
    for _, sheet in shared:
        if sheet.kind in ("acts", "sources", "atlas", "part"):
            common.take(sheet)
            unsure |= doubted(sheet)
    for kind in ("acts", "sources"):
        if not any(sheet.kind == kind for _, sheet in shared):
            unsure |= ABOUT[kind]
    misfiled.doubt((*done.lives, *done.regimes), done.problems)
    for folder in (*done.lives, *done.regimes):
        for sheet in folder.sheets:
            if not (sheet.kind == "scenes" and sheet.unread):
                folder.ids.take(sheet)
                folder.scope.unsure |= doubted(sheet)
        for kind in ("life", "cast") if folder.kind == "lives" else ("regime",):
            if not any(sheet.kind == kind for sheet in folder.sheets):
                folder.scope.unsure |= ABOUT[kind]
        unsure |= folder.scope.unsure & ({"foreign_list", "value"} if folder.kind == "lives" else {"foreign_list"})
    for folder in (*done.lives, *done.regimes):
        folder.scope.unsure |= unsure
    known: dict[str, Collection[str]] = {
        "act": common.acts.places, "service": common.services.places, "role": common.roles.places,
        "source": common.sources.places, "fact": common.statuses, "atlas": common.atlas.places,
        "part": common.parts.places,
        "since": [name.removeprefix("since:") for name in common.facts.places if name.startswith("since:")],
    }  # fmt: skip
    words = common.words()
    values: set[str] = set()
    for folder in done.lives:
        ids = folder.ids
        assert isinstance(ids, LifeIds)
        values |= set(ids.values.places)
        people = ids.people.places
        folder.scope.known = known | {
            "role_or_person": [*common.roles.places, *people], "person": people, "who": people, "flag": ids.flags,
            "counter": ids.counters, "meter": ids.meters.places, "value": ids.values.places,
            "scene": ids.stories.scenes.places,
        }  # fmt: skip
        folder.scope.names["life"] = lambda ids=ids, scope=folder.scope: life_names(ids.names(scope.trust), words)  # type: ignore[misc]
    foreign = [
        f"{folder.id}/{name}"
        for folder in done.regimes
        if isinstance(folder.ids, RegimeIds)
        for name in folder.ids.lists.places
    ]
    for folder in done.regimes:
        ids = folder.ids
        assert isinstance(ids, RegimeIds)
        folder.scope.known = known | {
            "role_or_person": common.roles.places, "counter": ids.counters.places, "meter": METERS, "value": values,
            "scene": ids.stories.scenes.places, "list": ids.lists.places, "redressed": ["marks", *ids.lists.places],
            "foreign_list": foreign, "tier": ids.tiers.places, "phase": ids.phases.places,
            "measure": ids.measures.places, "redress": ids.redress.places, "factor": ids.factors.places,
            "own_part": ids.parts.places,
            "lent_slot": (["score"] if ids.number else []) + (["tier"] if ids.tiers.places else []),
        }  # fmt: skip
        folder.scope.prefix = f"{folder.id}/"
        folder.scope.elsewhere |= ({"foreign_list"} if not all_regimes else set()) | (
            {"value"} if not all_lives else set()
        )
        folder.scope.names["regime"] = lambda ids=ids: regime_names(ids.names(), words)  # type: ignore[misc]
        folder.scope.names["encounter"] = lambda ids=ids: encounter_names(ids.names(), words)  # type: ignore[misc]
    return Scope(known, unsure)


def shared_scope(done: Examined, basis: Scope) -> Scope:
    """Return the words of what all packs share, once everything that is played has been read."""
    return Scope({**basis.known, **_played(done)}, basis.unsure | _half_read(done))


def _played(done: Examined) -> dict[str, Collection[str]]:
    """Return the words by which the atlas names what is played."""
    scenes = [
        f"{folder.id}/{name}"
        for folder in done.lives
        if isinstance(folder.ids, LifeIds)
        for name in folder.ids.stories.scenes.places
    ]
    return {
        "life": [folder.id for folder in done.lives],
        "regime": [folder.id for folder in done.regimes],
        "life_scene": scenes,
    }


def _half_read(done: Examined) -> set[str]:
    """Return what the atlas may name without anybody knowing whether it is there."""
    return {"life_scene"} if any("scene" in folder.scope.unsure for folder in done.lives) else set()
