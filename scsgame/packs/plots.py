"""What scenes have to do with each other: ways out, stories in steps, what comes back, and what nothing sends.

A file of scenes is looked at and may then be forgotten; of what only all files together can tell, little is noted.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from typing import Any, NamedTuple

from scsgame.packs.desk import Desk, Entry
from scsgame.packs.problems import quoted
from scsgame.packs.reader import Map


def look_at(desk: Desk, scenes: Iterable[Entry]) -> None:
    """Look at each scene: a way out, and what comes back."""
    for scene in scenes:
        choices = scene.get("choices")
        desk.owner = ("scene", scene.node)
        if isinstance(choices, tuple) and choices and not any(_open(choice) for choice in choices):
            desk.say(scene.node.key_mark("choices"), "no-way-out", f"{desk.who()} has no way out: at least one choice must stand "
                     "without `when` and without `uses`.", width=7)  # fmt: skip
        for choice in choices if isinstance(choices, tuple) else ():
            if isinstance(choice, Entry) and "later" in choice:
                _later(desk, choice)
        desk.owner = None


def _open(choice: object) -> bool:
    return not isinstance(choice, Entry) or ("when" not in choice.node and not choice.get("uses"))


def _later(desk: Desk, choice: Entry) -> None:
    later = choice.get("later")
    for part in later if isinstance(later, tuple) else ():
        if isinstance(part, Entry) and not ({"scene", "effects", "note"} & part.node.keys()):
            desk.say(
                part.mark,
                "later-empty",
                f"something comes back in {desk.who()}, but neither a `scene` nor `effects` nor a `note`.",
            )


class _Said(NamedTuple):
    """A scene of which something must be told later: at which desk, where it stands, its name as told, and one of its words."""

    desk: Desk
    mark: int
    who: str
    word: str


class Use(NamedTuple):
    """A choice that uses a service which is shut until somebody opens it."""

    desk: Desk
    mark: int
    who: str
    service: str


class Plot:
    """What the scenes of one life or regime have to do with each other, as far as they have been seen."""

    def __init__(self, invited: Iterable[str] = ()) -> None:
        self.sent: set[object] = set()
        self.unread = False
        self.waiting: list[_Said] = []
        self.steps: dict[object, set[object]] = {}
        self.later_steps: list[tuple[_Said, str, int]] = []
        self.uses: list[Use] = []
        self.seen = 0
        self.invited = frozenset(invited)

    def take(self, desk: Desk, scenes: Iterable[Entry]) -> None:
        """Note what scenes send, wait for, are a step of and use."""
        for scene in scenes:
            self.seen += 1
            desk.owner = ("scene", scene.node)
            self.unread = self.unread or (bool(desk.problems) and _unread(scene))
            for choice in _entries(scene.get("choices")):
                self.sent.update(part.get("scene") for part in _entries(choice.get("later")))
                if "uses" in choice and self.invited:
                    self.uses += _uses(desk, choice, self.invited)
                    desk.owner = ("scene", scene.node)
            if (scene.get("kind") == "return" or scene.get("due_only")) and scene.get("id"):
                self.waiting.append(_Said(desk, desk.at(scene, "id"), desk.who(), str(scene["id"])))
            if "arc" in scene.node or "step" in scene.node:
                self.step(desk, scene)
            desk.owner = None

    def step(self, desk: Desk, scene: Entry) -> None:
        """Note which step of which story a scene is."""
        arc, step = scene.get("arc"), scene.get("step")
        self.steps.setdefault(arc, set()).add(step)
        if ("arc" in scene.node) != ("step" in scene.node):
            key = "arc" if "arc" in scene.node else "step"
            desk.say(
                scene.node.key_mark(key),
                "arc-step",
                f"{desk.who()} has `{key}` alone; `arc` and `step` go together.",
                width=len(key),
            )
        elif isinstance(arc, str) and isinstance(step, int) and step > 1:
            said = _Said(desk, desk.at(scene, "step"), desk.who(), str(scene.node["step"]))
            self.later_steps.append((said, arc, step))

    def look(self, known: Container[object]) -> None:
        """Tell what scenes wait in vain: to be sent, or for the step before their own. Known are the scenes there are."""
        self.look_at_sent(known)
        for (desk, mark, who, word), arc, step in self.later_steps:
            if step - 1 not in self.steps[arc]:
                desk.say(mark, "arc-step", f"{who} is step {step} of the arc {quoted(arc)}, and no scene is "
                         f"step {step - 1}, so it can never come.", node=word,
                         suggestion=desk.near(arc, [str(other) for other in self.steps if other and other != arc]))  # fmt: skip

    def look_at_sent(self, known: Container[object]) -> None:
        """Look for scenes that only come when they are sent, and that nothing sends; a misspelt name may mean any of them."""
        misspelt = any(word is not None and word not in known for word in self.sent)
        for desk, mark, who, word in self.waiting if not (self.unread or misspelt) else ():
            if word not in self.sent:
                desk.say(
                    mark, "never-sent", f"{who} comes only when `later` sends it, and no choice does.", node=word
                )


def _entries(said: Any) -> Iterator[Entry]:
    return (part for part in said if isinstance(part, Entry)) if isinstance(said, tuple) else iter(())


def _unread(scene: Entry) -> bool:
    """Tell whether a scene may send another one in words that could not be read."""
    choices = scene.get("choices")
    for choice in choices if isinstance(choices, tuple) else (None,):
        if not isinstance(choice, Entry) or choice.node.keys() - choice.keys():
            return True
        later = choice.get("later", ())
        for part in later if isinstance(later, tuple) else (None,):
            if not isinstance(part, Entry) or ("scene" in part.node and part.get("scene") is None):
                return True
    return False


def _uses(desk: Desk, choice: Entry, invited: frozenset[str]) -> Iterator[Use]:
    uses = choice.node.get("uses")
    desk.owner = ("choice", choice.node)
    for service in sorted(invited & uses.keys()) if isinstance(uses, Map) else ():
        if isinstance(uses, Map):
            yield Use(desk, uses.key_mark(service), desk.who(), service)
