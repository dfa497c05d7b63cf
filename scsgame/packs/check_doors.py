"""Doors that nothing opens: a service by invitation that a choice uses, and no measure of any regime opens."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from scsgame.packs.desk import Entry
from scsgame.packs.harvest import Common
from scsgame.packs.problems import quoted

if TYPE_CHECKING:
    from scsgame.packs.examine import Folder


def look(lives: Iterable[Folder], regimes: Iterable[Folder], common: Common) -> None:
    """Look at every choice of these lives, once all regimes there are have been read."""
    opened: set[object] = set()
    regimes = list(regimes)
    if not regimes:
        return
    for folder in regimes:
        if {"measure", "service"} & folder.scope.unsure or "regime" not in folder.said or folder.torn("regime"):
            return
        for measure in _measures(folder):
            services = measure.get("opens", ())
            if not isinstance(services, tuple) or None in services:
                return
            opened.update(services)
    shut = common.invited - opened
    for folder in lives if shut else ():
        for desk, mark, who, service in folder.plot.uses:
            if service in shut:
                desk.warn(mark, "never-opened", f"{who} uses the service {quoted(service)}, which is by invitation, "
                          "and no measure of any regime `opens` it, so nobody can choose this.", service)  # fmt: skip


def _measures(folder: Folder) -> Iterator[Entry]:
    regime = folder.entry("regime")
    room = regime.get("manipulation") if regime is not None else None
    measures = room.get("measures", ()) if isinstance(room, Entry) else ()
    for measure in measures if isinstance(measures, tuple) else ():
        if isinstance(measure, Entry):
            yield measure
