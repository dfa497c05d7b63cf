"""Parts of regimes: a sensor, a channel or a policy that one regime has and another has not, and that can be switched off."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Literal

from scsgame.terms import Provenance, Saying


@dataclass(frozen=True, slots=True)
class Part:
    """One part as a regime uses it. `on` says whether it is there when nobody asks for anything else."""

    id: str
    title: Saying
    about: Saying
    kind: Literal["sensor", "channel", "policy"]
    on: bool = True
    provenance: Provenance = Provenance()


@dataclass(frozen=True, slots=True)
class Tie:
    """What ties one thing of a regime to a part: it is there only with `part`, or only `without` it.

    `kind` is observer, rule, list, measure, tier, redress, post, influence or encounter.
    """

    kind: str
    id: str
    part: str = ""
    without: str = ""

    def holds(self, on: Collection[str]) -> bool:
        """Say whether the thing is there when these parts are on."""
        return (not self.part or self.part in on) and self.without not in on
