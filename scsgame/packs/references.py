"""What the words of a pack can name: what each kind of reference is called, and what it means when it names nothing."""

from __future__ import annotations

from collections.abc import Mapping

REFERENCES: Mapping[str, tuple[str, str]] = {
    "act": ("act", "which is not in acts.yaml, so no life can contain it"),
    "service": ("service", "which is not in acts.yaml, so no life offers it"),
    "role": ("role", "which is not in acts.yaml, so nobody can play it"),
    "role_or_person": ("role or person", "which is neither a role of acts.yaml nor a person of cast.yaml"),
    "who": ("person", "which is neither a slot of this scene's `cast` nor a person of cast.yaml"),
    "flag": ("flag", "which life.yaml does not declare under `flags`"),
    "counter": ("counter", "which is not declared under `counters`"),
    "meter": ("meter", "which is not one of the life's meters"),
    "value": ("value", "which life.yaml does not declare under `values`"),
    "scene": ("scene", "which is not among the scenes here"),
    "list": ("list", "which the regime does not keep"),
    "redressed": ("entry", "which is neither `marks` nor a list of this regime"),
    "foreign_list": ("list", "which no regime keeps (write it regime/list)"),
    "tier": ("tier", "which is not among the tiers of this regime"),
    "phase": ("phase", "which is not among the phases of this regime"),
    "measure": ("measure", "which is not among the measures of this regime"),
    "redress": ("redress", "which is not among the ways of redress of this regime"),
    "factor": ("factor", "which the scale does not list under `factors` (a scale of kind points has none)"),
    "source": ("source", "which is not among the sources of sources.yaml"),
    "fact": ("fact", "which is not in sources.yaml, so nobody can look it up"),
    "since": ("since item", "which is not among `since` in sources.yaml"),
    "part": ("part", "which has no file in parts"),
    "own_part": ("part", "which this regime does not use (name it under `parts`)"),
    "life": ("life", "which has no folder in lives"),
    "regime": ("regime", "which has no folder in regimes"),
    "life_scene": ("scene", "which no life has (write it life/scene)"),
    "atlas": ("atlas entry", "which is not in the atlas"),
}
"""What each kind of reference is called, and what it means when it names nothing."""

ELSEWHERE = {
    ("meter", "score"): "; a life has no score: give the choice `acts`, and a rule of a regime counts them",
    ("meter", "energy"): "; what one can do before one is tired is `strength`",
}
"""What else to say of a word that belongs somewhere else."""

MADE = {
    "act": "`{word}: {{title: …, theme: …}}` under `acts` in an acts.yaml beside pack.yaml",
    "service": "`{word}: {{title: …}}` under `services` in an acts.yaml beside pack.yaml",
    "role": "`{word}: {{title: …}}` under `roles` in an acts.yaml beside pack.yaml",
    "flag": "`flags: [{word}]` in life.yaml, or add it to those that stand there",
}
"""How a new word is made, by what it is, for an author who means a new one."""

FILLS = {"scene": "cast", "choice": "cast", "thing that comes back": "cast", "ending": "slots", "wording": "slots"}
"""Where what fills a slot is named, by what has the slot."""
