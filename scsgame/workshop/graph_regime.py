"""A regime as a graph, its three rooms from left to right: what is seen, what it counts for, what is done."""

from __future__ import annotations

from collections.abc import Iterable

from scsgame.conditions import Condition
from scsgame.life.scenes import Choice, Life
from scsgame.life.vocabulary import Vocabulary
from scsgame.regime.charter import Regime
from scsgame.regime.manipulation.measures import Measure
from scsgame.terms import Safe, safe
from scsgame.workshop.graph import EdgeKind, Graph, Links, Node
from scsgame.workshop.graph_life import link_facts, link_stories, scene_changes, scene_readings
from scsgame.workshop.graph_reading import wishes

COLUMNS = ("what is done", "who sees it", "what it counts for", "its parts", "the number", "tiers and lists", "what follows", "doors",
           "where one meets it")  # fmt: skip
_ACT, _OBSERVER, _RULE, _PART, _NUMBER, _STANDING, _MEASURE, _DOOR, _STORY = range(9)
_LATE = {
    "last_seen": "seen",
    "last_seen_of_unit": "seen",
    "last_seen_of_friends": "seen",
    "seen_of_unit": "seen",
    "seen_of_friends": "seen",
}


def regime_graph(regime: Regime, vocabulary: Vocabulary, lives: Iterable[Life] = ()) -> Graph:
    """Return the graph of a regime, and at its right end the choices of these lives that use the doors it moves."""
    return _Drawing(regime, vocabulary, tuple(lives)).graph()


class _Drawing:
    """A regime's graph while it is made."""

    def __init__(self, regime: Regime, vocabulary: Vocabulary, lives: tuple[Life, ...]) -> None:
        self.regime, self.vocabulary, self.lives = regime, vocabulary, lives
        self.links = Links()
        self.nodes: dict[str, Node] = {}

    def graph(self) -> Graph:
        self._surveillance()
        self._intervention()
        self._manipulation()
        self._stories()
        used = sorted({node.column for node in self.nodes.values()})
        nodes = tuple(node._replace(column=used.index(node.column)) for node in self.nodes.values())
        return Graph(
            self.regime.title.read(), nodes, self.links.edges(self.nodes), tuple(COLUMNS[column] for column in used)
        )

    def _node(self, kind: str, name: str, title: Safe, column: int, group: str, note: str = "") -> str:
        node = f"{kind}.{name}"
        self.nodes.setdefault(node, Node(node, title, kind, group, column, note))
        return node

    def _act(self, act: str) -> str:
        return self._node("act", act, self.vocabulary.acts[act].title.read(), _ACT, "acts")

    def _surveillance(self) -> None:
        for observer in self.regime.observers:
            odds = f"{observer.reliability:.0%}"
            here = self._node("observer", observer.id, observer.title.read(), _OBSERVER, "surveillance", odds)
            for act in sorted(observer.sees):
                self.links.add(self._act(act), here, "leads", f"seen, {odds}")

    def _watch(self, act: str, end: str, why: str) -> None:
        """Link an act to what reads its reports: through whoever sees it, or by itself where nobody does."""
        watchers = self.regime.observers_by_act.get(act, ())
        for observer in watchers:
            self.links.add(f"observer.{observer.id}", end, "leads", why)
        if not watchers:
            self.links.add(self._act(act), end, "leads", why)

    def _intervention(self) -> None:
        scale, group = self.regime.scale, "intervention"
        if scale.kind != "none":
            self._node(
                "score",
                "score",
                self.regime.word.read() or Safe("score"),
                _NUMBER,
                group,
                f"{scale.least:g} to {scale.most:g}",
            )
        for factor in scale.factors:
            here = self._node("factor", factor.id, factor.title.read(), _PART, group, f"weight {factor.weight:g}")
            self.links.add(here, "score.score", "leads", f"weight {factor.weight:g}")
        for tier in self.regime.tiers:
            here = self._node("tier", tier.id, tier.title.read(), _STANDING, group, f"from {tier.at_least:g}")
            self.links.add("score.score", here, "leads", f"from {tier.at_least:g}")
        for roll in self.regime.rolls:
            self._node(
                "list", roll.id, roll.title.read(), _STANDING, group, "a good list" if roll.good else "a bad list"
            )
        for name, start in self.regime.counters:
            self._node("counter", name, safe(name.replace("_", " ")), _NUMBER, group, f"begins at {start}")
        for phase in self.regime.phases:
            self._node("phase", phase.id, self.regime.phase_title(phase.id), _STANDING, group, "a phase")
        for rule in self.regime.rules:
            here = self._node("rule", rule.id, rule.title.read(), _RULE, group, _gives(rule.points, rule.rating))
            for act, why in (
                (rule.act, "reported"),
                (rule.omits, f"not seen for {rule.within} days"),
                (rule.after, "begins a duty"),
            ):
                if act:
                    self._watch(act, here, why)
            for entry in filter(None, (rule.listed, rule.unlisted)):
                other = self._node(
                    "elsewhere",
                    entry.replace("/", "."),
                    safe(entry.replace("/", ", ")),
                    _ACT,
                    "other regimes",
                    "another's list",
                )
                self.links.add(other, here, "leads", "on it" if rule.listed else "off it")
            if rule.points or rule.rating:
                self.links.add(
                    here,
                    f"factor.{rule.factor}" if rule.factor else "score.score",
                    "leads",
                    _gives(rule.points, rule.rating),
                )
            if rule.lists:
                self.links.add(here, f"list.{rule.lists}", "leads", "puts on it at once")
            for name, amount in rule.moods:
                self.links.add(here, f"counter.{name}", "leads", f"{amount:+d}")
            self._reads(here, rule.when)
        for roll in self.regime.rolls:
            self._reads(f"list.{roll.id}", roll.enters, "puts on the list")
            self._reads(f"list.{roll.id}", roll.leaves, "takes off the list", contrary=True)
        for turning in self.regime.turnings:
            self._reads(f"phase.{turning.into}", turning.when, "begins it")

    def _reads(self, here: str, condition: Condition | None, why: str = "", *, contrary: bool = False) -> None:
        """Link to a thing what its condition reads of the record."""
        for wish in sorted(wishes(condition)) if condition is not None else ():
            family, _, name = wish.key.rstrip(")").partition("(")
            kind: EdgeKind = "opens" if wish.rising != contrary else "closes"
            said = f"{why}: {wish.words}" if why else wish.words
            if wish.holder == "life":
                continue
            if wish.key in ("score", "friends_score"):
                self.links.add("score.score", here, "leads", said)
            elif wish.key in ("tier", "phase"):
                for node in [node for node in self.nodes if node.startswith(f"{wish.key}.")]:
                    if condition is not None and node.partition(".")[2] in condition.source:
                        self.links.add(node, here, "leads", said)
            elif family in ("listed", "days_on"):
                self.links.add(f"list.{name}", here, kind, said)
            elif family in ("marks", "active"):
                self.links.add(f"{'rule' if family == 'marks' else 'measure'}.{name}", here, kind, said)
            elif _LATE.get(family, family) == "seen":
                self._watch(name, here, said)
            elif family == "elsewhere":
                other = self._node(
                    "elsewhere",
                    name.replace("/", "."),
                    safe(name.replace("/", ", ")),
                    _ACT,
                    "other regimes",
                    "another's list",
                )
                self.links.add(other, here, kind, said)
            else:
                self.links.add(f"counter.{wish.key}", here, kind, said)

    def _manipulation(self) -> None:
        group = "manipulation"
        for measure in self.regime.measures:
            here = self._node("measure", measure.id, measure.title.read(), _MEASURE, group, measure.kind)
            self._reads(here, measure.when)
            for service, kind, why in _doors(measure):
                door = self._node("service", service, self.vocabulary.services[service].title.read(), _DOOR, "doors")
                self.links.add(here, door, "closes" if kind == "closes" else "opens", why)
            for meter, amount in (*measure.touches, *measure.weekly):
                door = self._node("meter", meter, safe(meter), _DOOR, "doors", "a meter of the life")
                self.links.add(here, door, "leads", f"{amount:+d}")
        for way in self.regime.redress:
            here = self._node("redress", way.id, way.title.read(), _MEASURE, group, f"{way.kind}, {way.grants:.0%}")
            for name in way.about_lists:
                self.links.add(f"list.{name}", here, "leads", "can be argued with")
            if way.about_marks and self.regime.scale.kind != "none":
                self.links.add("score.score", here, "leads", "marks can be argued with")
            self._reads(here, way.when)

    def _stories(self) -> None:
        for scene in self.regime.encounters:
            here = self._node(
                "encounter",
                name := scene.id.rpartition("/")[2],
                safe(name.replace("_", " ")),
                _STORY,
                "encounters",
                "encounter",
            )
            self._reads(here, scene.when)
            for choice in scene.choices:
                self._uses(choice, here)
                if choice.pleads:
                    self.links.add(f"redress.{choice.pleads}", here, "leads", f"{choice.id} pleads")
        link_stories(self.links, self.regime.encounters, "encounter")
        link_facts(self.links, scene_changes(self.regime.encounters, "encounter"),
                   scene_readings(self.regime.encounters, "encounter"))  # fmt: skip
        for life in self.lives:
            held = [(scene.id, choice) for scene in life.scenes for choice in scene.choices if choice.uses]
            for service in [node.partition(".")[2] for node in self.nodes if node.startswith("service.")]:
                users = [
                    f"{scene}: {choice.id}"
                    for scene, choice in held
                    if any(use.service == service for use in choice.uses)
                ]
                if users:
                    count = f"{len(users)} choice{'' if len(users) == 1 else 's'}"
                    here = self._node(
                        "choices", f"{life.id}.{service}", safe(f"{life.id}: {count}"), _STORY, "lives", "uses it"
                    )
                    for user in users:
                        self.links.add(f"service.{service}", here, "leads", user)

    def _uses(self, choice: Choice, here: str) -> None:
        for use in choice.uses:
            self.links.add(f"service.{use.service}", here, "leads", f"{choice.id} uses it")


def _gives(points: float, rating: float) -> str:
    return f"rating {rating:g}" if rating else f"{points:+g}" if points else ""


def _doors(measure: Measure) -> list[tuple[str, str, str]]:
    found = [(service, "opens", "opens") for service in measure.opens]
    found += [(service, "closes", "closes") for service in measure.closes]
    found += [
        (service, "closes" if factor > 1 else "opens", f"price × {factor:g}") for service, factor in measure.prices
    ]
    return found
