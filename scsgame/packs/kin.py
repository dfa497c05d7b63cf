"""Who extends whom: each life and regime put onto its parent once the parent is whole, or what is wrong with that."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from scsgame.packs.extends import Pages, asked, main_sheet, noun, put_onto
from scsgame.packs.fitting import Fitting
from scsgame.packs.merging import Change, Merging
from scsgame.packs.problems import Problem, nearest, quoted

if TYPE_CHECKING:
    from scsgame.packs.examine import Folder

MOST_GENERATIONS = 8
"""Over so many steps one thing may extend another. At each step all that is inherited is written out anew."""


@dataclass
class Kin:
    """The lives and regimes that extend others, and what is wrong with that."""

    folders: dict[tuple[str, str], Folder]
    pages: Pages
    problems: list[Problem]
    own: dict[tuple[str, str], list[Problem]] = field(default_factory=dict)
    changes: list[Change] = field(default_factory=list)
    parents: dict[str, str] = field(default_factory=dict)
    lost: set[tuple[str, str]] = field(default_factory=set)
    fitting: Fitting | None = None
    _done: set[tuple[str, str]] = field(default_factory=set)
    _steps: dict[tuple[str, str], int] = field(default_factory=dict)

    def settle(self) -> None:
        """Put every life and regime that extends another onto it."""
        for key in list(self.folders):
            self.resolve(key, ())

    def resolve(self, key: tuple[str, str], trail: tuple[str, ...]) -> bool:
        """Put one folder onto its parent, after the parent is whole itself; return whether it can be read."""
        if key in self._done or key in self.lost:
            return key not in self.lost
        folder = self.folders[key]
        said, mark = asked(folder, "extends")
        sheet = main_sheet(folder)
        if not isinstance(said, str) or not said or sheet is None:
            if self.fitting is not None and folder.kind == "regimes" and said is None:
                found = self.own.setdefault(key, [])
                self.changes += self.fitting.fit(folder, found)
                sheet = main_sheet(folder)
            if sheet is not None and said is None and "remove" in sheet.top:
                sheet.desk.say(sheet.top.key_mark("remove"), "nothing-to-remove", f"the {noun(folder.kind)} {quoted(folder.id)} extends "
                               "nothing, so there is nothing to remove.", width=6)  # fmt: skip
            self._done.add(key)
            return True
        kind, what = folder.kind, noun(folder.kind)
        if said in (*trail, folder.id):
            ring = " extends ".join(
                quoted(name)
                for name in (*trail[trail.index(said) if said in trail else len(trail) :], folder.id, said)
            )
            sheet.desk.say(
                mark,
                "extends-circle",
                f"the {what} {ring}, and so on for ever; one of them stands by itself.",
                node=said,
            )
            self.lost.add(key)
            return False
        parent = self.folders.get((kind, said))
        if parent is None:
            known = [name for group, name in self.folders if group == kind and name != folder.id]
            sheet.desk.say(mark, "unknown-parent", f"the {what} {quoted(folder.id)} extends {quoted(said)}, which is in no pack that is here.",
                           suggestion=nearest(said, known), node=said)  # fmt: skip
            self.lost.add(key)
            return False
        whole = self.resolve((kind, said), (*trail, folder.id)) and all(part.whole for part in parent.sheets)
        if not whole or main_sheet(parent) is None:
            self.lost.add(key)
            return False
        steps = self._steps[key] = self._steps.get((kind, said), 0) + 1
        if steps > MOST_GENERATIONS:
            sheet.desk.say(mark, "extends-too-long", f"the {what} {quoted(folder.id)} extends one that extends another, and so on over "
                           f"{steps} steps; at most {MOST_GENERATIONS} are read, so let it extend one nearer to the first.", node=said)  # fmt: skip
            self.lost.add(key)
            return False
        own = self.own.setdefault(key, [])
        merging = Merging(f"{kind}/{folder.id}", f"the {what} {quoted(said)}", sheet.desk, changes=self.changes)
        below = parent if self.fitting is None else self.fitting.beneath(parent, folder, own)
        folder.sheets = put_onto(below, folder, folder, self.pages, merging, own)
        if self.fitting is not None:
            self.fitting.sweep(parent, folder)
        self.parents[f"{kind}/{folder.id}"] = said
        self._done.add(key)
        return True

    def told(self, before: Sequence[Problem]) -> list[Problem]:
        """Return the problems of what was put together: once each, and saying by whom it is inherited."""
        seen = {(problem.path, problem.line, problem.column, problem.code) for problem in before}
        parts = {sheet.desk.path for sheet in self.fitting.parts.values()} if self.fitting is not None else set()
        found = []
        for (kind, name), problems in self.own.items():
            home = self.folders[kind, name].shelf.named(f"{kind}/{name}/")
            for problem in problems:
                place = (problem.path, problem.line, problem.column, problem.code)
                if place in seen:
                    continue
                seen.add(place)
                does = "uses the part" if problem.path in parts else "inherits it"
                more = (
                    ""
                    if problem.path.startswith(home)
                    else f" (It is so in the {noun(kind)} {quoted(name)}, which {does}.)"
                )
                found.append(replace(problem, message=problem.message + more))
        return found
