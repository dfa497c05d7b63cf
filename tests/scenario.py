"""The small language in which tests speak of lives and regimes.

    town = regime(watches("jaywalks"), rule("red_light", act="jaywalks", points=-5), start=100)
    story = live(town).does("jaywalks").passes(3)
    assert story.score == 95

A life here is one square on which every act can be done, once a day; `live` begins it, `does` does something on the
day, `passes` lets days go by at rest. A story never changes: each word returns the next one.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Any

from scsgame.archive import FORMAT, Header, PackStamp, Shelf
from scsgame.conditions import ALWAYS, Condition, Names, parse
from scsgame.game.chronicle import Chronicle, begin, live_again
from scsgame.game.moment import Setup
from scsgame.game.moves import Bet, Choose, Enrol, Look, Move, Pay, Plead, Undo, Withdraw, read, written
from scsgame.game.view import look
from scsgame.game.views import DayView, NoticeView
from scsgame.life.scenes import PRIORITY, Choice, Later, Life, Scene, Use
from scsgame.life.vocabulary import ActMeaning, Role, ServiceMeaning, Vocabulary
from scsgame.life.world import Bill, Ending, Habit, Meter, Person, Post, Tide, Value, Variant
from scsgame.packs.names import LifeWords, RegimeWords, SharedWords, encounter_names, life_names, regime_names
from scsgame.regime.charter import Regime, Turning, Unit
from scsgame.regime.dossier import Dossier
from scsgame.regime.intervention.rules import Mark, Rule
from scsgame.regime.intervention.scale import Factor, Influence, Roll, Scale, Tier
from scsgame.regime.manipulation.disclosure import Disclosure, Phase
from scsgame.regime.manipulation.measures import Measure
from scsgame.regime.manipulation.redress import Redress
from scsgame.regime.surveillance.observers import Observation, Observer
from scsgame.terms import SELF, Safe, Saying, saying

ACTS = (
    "jaywalks", "waits", "helps", "posts", "visits", "reports", "hides_stranger", "litters", "works", "repays",
    "misses_repayment", "cheats", "confesses", "criticises", "volunteers", "files_return", "gambles", "reads",
)  # fmt: skip
PAYING = ("pays_in_time", "pays_late", "misses_date")
MASKED = "posts_masked"
SERVICES = ("train", "loan", "school", "job")
LANE = "lane"
"""A service that stays shut until a regime opens it."""

ROLES = ("friend", "neighbour", "parent")
COUNTERS = ("study", "favours", "public_mood", "worry", "pressure")
FLAGS = ("has_job", "lent")
TIERS = ("low", "mid", "high", "a", "b", "c", "d")
PHASES = ("before", "running", "secret", "leaked", "abolished", "mild", "harsh")
EVERY_DAY = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
MONDAY = "2018-03-05"


class _Every(dict[str, Any]):
    """A list of words in which everything stands, because a test may name what it likes."""

    def __contains__(self, word: object) -> bool:
        return True

    def __missing__(self, word: str) -> _Every:
        return _Every()

    def get(self, word: str, default: Any = None) -> Any:
        return default


_SHARED = SharedWords(acts=_Every(), services=_Every())
_LIFE = life_names(
    LifeWords(
        {meter: meter for meter in ("money", "strength", "ties", "self")},
        FLAGS,
        COUNTERS,
        _Every(),
        _Every(),
        _Every(),
        _Every(),
        _Every(),
    ),
    _SHARED,
)
_REGIME_WORDS: dict[str, Any] = {
    "number": True, "tiers": {tier: tier for tier in TIERS}, "phases": PHASES, "counters": COUNTERS, "lists": _Every(), "rules": _Every(),
    "measures": _Every(), "scenes": _Every(),
}  # fmt: skip
_REGIME = regime_names(RegimeWords(**_REGIME_WORDS), _SHARED)


def _read(text: str | Condition | None, names: Names) -> Condition:
    if isinstance(text, Condition):
        return text
    return parse(text, names) if text else ALWAYS


def in_life(text: str | Condition | None) -> Condition:
    """Return a condition as a life states it."""
    return _read(text, _LIFE)


def in_regime(text: str | Condition | None) -> Condition:
    """Return a condition as a regime states it."""
    return _read(text, _REGIME)


def in_encounter(text: str | Condition | None, regime_id: str = "town") -> Condition:
    """Return a condition as an encounter of a regime states it."""
    return _read(text, encounter_names(RegimeWords(regime_id, **_REGIME_WORDS), _SHARED))


def pairs(found: Mapping[str, Any] | None) -> tuple[tuple[str, Any], ...]:
    """Return a mapping as the pairs that the engine's values hold."""
    return tuple((found or {}).items())


def said(text: str) -> Saying:
    """Return words the engine can say."""
    return saying(text)


# what a life is made of


def choice(name: str, acts: Iterable[str] = (), **parts: Any) -> Choice:
    """Make a choice: `choice("cross", ["jaywalks"], effects={"money": -2}, uses={"train": 100})`."""
    for key in ("effects", "bonds", "counts", "moods"):
        if key in parts:
            parts[key] = pairs(parts[key])
    if "uses" in parts:
        parts["uses"] = tuple(Use(service, price) for service, price in parts["uses"].items())
    for key in ("sets", "clears", "upholds", "betrays", "leaves", "joins", "later"):
        if key in parts:
            parts[key] = tuple(parts[key])
    parts["when"] = in_life(parts.get("when"))
    parts.setdefault("text", said(parts.pop("says", name)))
    return Choice(name, acts=tuple(acts), **parts)


def later(days: int, scene: str = "", **parts: Any) -> Later:
    """Make a consequence that comes back."""
    parts["effects"] = pairs(parts.get("effects"))
    parts["when"] = in_life(parts.get("when"))
    return Later(days, scene, **parts)


def scene(name: str, *choices: Choice, **parts: Any) -> Scene:
    """Make a scene; without choices it can only be lived through."""
    kind = parts.setdefault("kind", "everyday")
    parts.setdefault("priority", PRIORITY[kind])
    parts["when"] = in_life(parts.get("when"))
    parts["cast"] = pairs(parts.get("cast"))
    return Scene(name, (said(parts.pop("says", f"This is {name}.")),), choices or (choice("goes_on"),), **parts)


def encounter(name: str, *choices: Choice, of: str = "town", **parts: Any) -> Scene:
    """Make an encounter of a regime."""
    parts["when"] = in_encounter(parts.get("when"), of)
    return scene(f"{of}/{name}", *choices, kind="encounter", **parts)


def person(name: str, *roles: str, habits: Iterable[Habit] = (), **parts: Any) -> Person:
    """Make somebody in the life."""
    return Person(name, said(name.title()), said(f"{name}."), roles, habits=tuple(habits), **parts)


def habit(act: str, every: int = 1, **parts: Any) -> Habit:
    """Make something that somebody does every so many days."""
    return Habit(act, every, **parts)


def bill(name: str, amount: int, first: int, every: int, grace: int, **parts: Any) -> Bill:
    """Make a bill, with the three acts of paying."""
    parts["when"] = in_life(parts.get("when"))
    return Bill(name, said(name), amount, first, every, grace, *(PAYING[0], PAYING[2], PAYING[1]), **parts)


def tide(name: str, effects: Mapping[str, int], first: int, every: int, **parts: Any) -> Tide:
    """Make a change that comes by itself."""
    parts["when"] = in_life(parts.get("when"))
    return Tide(name, said(name), pairs(effects), first, every, **parts)


def post(name: str, text: str, when: str = "", **parts: Any) -> Post:
    """Make an item of the feed."""
    return Post(name, said("The town"), said(text), in_life(when), **parts)


def ending(name: str, when: str = "", early: bool = False, **slots: tuple[tuple[str, str], ...]) -> Ending:
    """Make an ending; each slot is given as pairs of (condition, text)."""
    filled = tuple(
        (slot, tuple(Variant(said(text), in_life(held)) for held, text in variants))
        for slot, variants in slots.items()
    )
    return Ending(
        name,
        said(name),
        said(" ".join(["It ends.", *("{" + slot + "}" for slot in slots)])),
        in_life(when),
        filled,
        early,
    )


def the_square() -> Scene:
    """Return the place where every act can be done, once a day."""
    doing = [choice(act, [act]) for act in (*ACTS, MASKED)]
    return scene("square", choice("rests"), *doing, cooldown=1)


def life(*parts: Any, weeks: int = 12, square: bool = True, start: str = MONDAY, **others: Any) -> Life:
    """Make a life of scenes, people, bills, tides, posts, endings, with the square for the days between."""

    def of(kind: type) -> tuple[Any, ...]:
        return tuple(part for part in parts if isinstance(part, kind))

    settings: dict[str, Any] = {
        "deal_days": EVERY_DAY,
        "meters": (
            Meter("money", said("money"), 1000, -5000, 100_000),
            Meter("strength", said("strength"), 50, 0, 100),
            Meter("ties", said("ties"), 50, 0, 100),
            Meter("self", said("self"), 50, 0, 100),
        ),
        "values": tuple(Value(name, said(name), said(name)) for name in ("candour", "order", "loyalty")),
        "pick_values": 2,
        "flags": FLAGS,
        "counters": ("study", "favours"),
    }
    settings.update(others)
    scenes = (*of(Scene), the_square()) if square else of(Scene)
    return Life(
        id="somebody", title=said("Somebody"), about=said("A life."), start=start, weeks=weeks, people=of(Person), bills=of(Bill),
        tides=of(Tide), feed=of(Post), scenes=scenes, endings=(*of(Ending), ending("the_end")), **settings,
    )  # fmt: skip


# what a regime is made of


def watches(*acts: str, name: str = "watch", **parts: Any) -> Observer:
    """Make an observer, certain and prompt unless said otherwise."""
    if "phases" in parts:
        parts["phases"] = frozenset(parts["phases"])
    return Observer(name, said(name), frozenset(acts), **parts)


def rule(name: str, **parts: Any) -> Rule:
    """Make a rule."""
    parts["when"] = in_regime(parts.get("when"))
    parts["moods"] = pairs(parts.get("moods"))
    parts["touches"] = pairs(parts.get("touches"))
    parts["phases"] = frozenset(parts.get("phases", ()))
    return Rule(name, said(parts.pop("title", name)), **parts)


def tier(name: str, at_least: float, *phases: str) -> Tier:
    """Make a tier."""
    return Tier(name, said(f"Tier {name}"), at_least, frozenset(phases))


def roll(name: str, enters: str = "", leaves: str = "", **parts: Any) -> Roll:
    """Make a list."""
    parts.setdefault("good", False)
    parts.setdefault("public", True)
    parts["phases"] = frozenset(parts.get("phases", ()))
    return Roll(
        name,
        said(f"List {name}"),
        enters=in_regime(enters) if enters else None,
        leaves=in_regime(leaves) if leaves else None,
        **parts,
    )


def measure(name: str, when: str, **parts: Any) -> Measure:
    """Make a measure."""
    for key in ("prices", "touches", "weekly"):
        parts[key] = pairs(parts.get(key))
    for key in ("opens", "closes"):
        parts[key] = tuple(parts.get(key, ()))
    parts["phases"] = frozenset(parts.get("phases", ()))
    parts.setdefault(
        "kind", "perk" if parts["opens"] or any(price < 1 for _, price in parts["prices"]) else "restriction"
    )
    return Measure(name, said(f"Measure {name}"), when=in_regime(when), **parts)


def redress(
    name: str, kind: str = "dispute", about: Iterable[str] = ("marks",), takes: int = 3, **parts: Any
) -> Redress:
    """Make a way back; `about` is "marks", or lists."""
    words = tuple(about)
    parts["when"] = in_regime(parts.get("when"))
    parts["costs"] = pairs(parts.get("costs"))
    parts["phases"] = frozenset(parts.get("phases", ()))
    parts.setdefault("grants", 1.0)
    parts.setdefault("grants_if_wrong", parts["grants"])
    kinds: Any = kind
    return Redress(
        name, said(name), kinds, "marks" in words, tuple(word for word in words if word != "marks"), takes, **parts
    )


def turning(into: str, when: str, out_of: Iterable[str], notice: str = "") -> Turning:
    """Make a change of phase."""
    return Turning(into, in_regime(when), frozenset(out_of), said(notice))


def phase(name: str, **told: Any) -> Phase:
    """Make a phase, with what is told in it."""
    return Phase(name, Disclosure(**told))


def factor(name: str, weight: float, start: float = 50, decay: float = 0) -> Factor:
    """Make one part of a weighed score."""
    return Factor(name, said(name), weight, start, decay)


_SCALE = (
    "start",
    "least",
    "most",
    "updates",
    "update_day",
    "decay",
    "window",
    "weighs_rater",
    "decimals",
    "influence",
    "others",
)


def regime(*parts: Any, name: str = "town", kind: str = "points", **others: Any) -> Regime:
    """Make a regime of observers, rules, tiers, lists, measures, ways back, turnings, phases, encounters.

    The scale begins at 100 between 0 and 1000 unless said otherwise; `told` are the words of its disclosure.
    """

    def of(sort: type) -> tuple[Any, ...]:
        return tuple(part for part in parts if isinstance(part, sort))

    counted: dict[str, Any] = {"start": 100.0, "least": 0.0, "most": 1000.0} if kind != "none" else {}
    counted.update((key, others.pop(key)) for key in _SCALE if key in others)
    kinds: Any = kind
    told = Disclosure(**{"rules": "told", **others.pop("told", {})})
    return Regime(
        id=name,
        title=said(name.title()),
        about=said("A regime."),
        unit=Unit(*others.pop("unit", ("person", ()))),
        opt_in=others.pop("opt_in", False),
        may_leave=others.pop("may_leave", False),
        observers=of(Observer),
        scale=Scale(kinds, factors=of(Factor), **counted),
        rules=of(Rule),
        tiers=of(Tier),
        rolls=of(Roll),
        measures=of(Measure),
        disclosure=told,
        redress=of(Redress),
        counters=pairs(others.pop("counters", None)),
        phases=of(Phase),
        turnings=of(Turning),
        encounters=of(Scene),
        feed=of(Post),
        word=said("points"),
        **others,
    )


def friends_weigh(weight: float, *roles: str) -> Influence:
    """Make the pull of others' standing on one's own."""
    return Influence(roles or ("friend",), weight)


def vocabulary() -> Vocabulary:
    """Return the words of every tiny life: acts, services, roles."""
    acts = {act: ActMeaning(act, said(act), "theme", masked=act == MASKED) for act in (*ACTS, *PAYING, MASKED)}
    services = {service: ServiceMeaning(service, said(service)) for service in SERVICES}
    services[LANE] = ServiceMeaning(LANE, said(LANE), by_invitation=True)
    return Vocabulary(acts, services, {role: Role(role, said(role)) for role in ROLES})


# a story


@dataclass(frozen=True)
class Story:
    """A life as far as it has been told: its chronicle, and every move that made it, also those taken back."""

    chronicle: Chronicle
    moves: tuple[Move, ...] = ()

    def __repr__(self) -> str:
        return f"<story of {len(self.moves)} moves, day {self.day}>"

    def then(self, *moves: Move) -> Story:
        """Go on by these moves."""
        story = self
        for move in moves:
            story = Story(story.chronicle.then(move), (*story.moves, move))
        return story

    def takes(self, *choices: str) -> Story:
        """Take these choices, one after another, of whatever scene lies on the table."""
        story = self
        for name in choices:
            table = story.chronicle.moment.table
            assert table is not None, f"no scene lies on the table on day {story.day}"
            story = story.then(Choose(table.scene.id, name))
        return story

    does = takes

    def passes(self, days: int) -> Story:
        """Rest until so many days have gone by."""
        until, story = self.day + days, self
        while story.day < until and not story.over:
            story = story.takes("rests")
        return story

    def until(self, day: int) -> Story:
        """Rest until this day."""
        return self.passes(day - self.day)

    def pays(self, name: str) -> Story:
        """Pay a bill."""
        return self.then(Pay(name))

    def joins(self, name: str = "town") -> Story:
        """Join a regime."""
        return self.then(Enrol(name))

    def leaves(self, name: str = "town") -> Story:
        """Leave a regime."""
        return self.then(Withdraw(name))

    def pleads(self, way: str, target: str = "", text: str = "", at: str = "town") -> Story:
        """File a plea; without a target, about the newest mark."""
        return self.then(Plead(at, way, target or self.held(at).marks[-1].id, text))

    def looks(self, name: str = "town") -> Story:
        """Open a regime's app."""
        return self.then(Look(name))

    def bets(self, score: float | str, name: str = "town") -> Story:
        """Bet on what a score will be."""
        return self.then(Bet(name, score if isinstance(score, str) else f"{score:g}"))

    def undoes(self) -> Story:
        """Take back the last move."""
        return self.then(Undo())

    @property
    def day(self) -> int:
        return self.chronicle.moment.day

    @property
    def over(self) -> bool:
        return self.chronicle.over

    @property
    def facts(self) -> Mapping[str, Any]:
        """Return the life's facts."""
        return self.chronicle.moment.life.facts

    @property
    def scene(self) -> str:
        """Return the id of the scene on the table, or ""."""
        table = self.chronicle.moment.table
        return table.scene.id if table else ""

    @property
    def cast(self) -> dict[str, str]:
        table = self.chronicle.moment.table
        return dict(table.cast) if table else {}

    def held(self, name: str = "town") -> Dossier:
        """Return what a regime holds."""
        return self.chronicle.moment.dossiers[self.chronicle.setup.at[name]]

    def score_at(self, name: str) -> Any:
        """Return the score at one of several regimes."""
        return self.held(name).facts["score"]

    @property
    def score(self) -> Any:
        return self.chronicle.moment.dossiers[0].facts["score"]

    @property
    def tier(self) -> str:
        return str(self.chronicle.moment.dossiers[0].facts["tier"])

    @property
    def marks(self) -> tuple[Mark, ...]:
        return self.chronicle.moment.dossiers[0].marks

    @property
    def rules_hit(self) -> list[str]:
        """Return the rules under which marks were made, in their order."""
        return [mark.rule for mark in self.marks]

    @property
    def lists(self) -> set[str]:
        return {
            key[7:-1]
            for key, on in self.chronicle.moment.dossiers[0].facts.items()
            if key.startswith("listed(") and on
        }

    @property
    def measures(self) -> set[str]:
        return {
            key[7:-1]
            for key, on in self.chronicle.moment.dossiers[0].facts.items()
            if key.startswith("active(") and on
        }

    @cached_property
    def reports(self) -> list[Observation]:
        """Return every report that came in, in its order."""
        parts = (self.chronicle.morning, *(turn.passed for turn in self.chronicle.turns))
        return [report for part in parts for event in part.events for report in event.hearing.observations]

    @property
    def own_reports(self) -> list[Observation]:
        return [report for report in self.reports if report.whom == SELF]

    @cached_property
    def view(self) -> DayView:
        """Return what the person may see."""
        return look(self.chronicle)

    @property
    def notices(self) -> list[NoticeView]:
        """Return everything the person was told so far."""
        found: list[NoticeView] = []
        for at in range(len(self.chronicle.turns) + 1):
            last = look(replace(self.chronicle, turns=self.chronicle.turns[:at])).last
            found += last.notices if last else ()
        return found

    @property
    def offers(self) -> dict[str, Any]:
        """Return what the scene offers, by choice."""
        return {offer.choice.id: offer for offer in self.chronicle.moment.offers}


def setup(*regimes: Regime, of: Life | None = None, seed: str = "seed", **parts: Any) -> Setup:
    """Return what a game is made of."""
    return Setup(of or life(), regimes, vocabulary(), seed, **parts)


def live(*regimes: Regime, of: Life | None = None, seed: str = "seed", **parts: Any) -> Story:
    """Begin a life under these regimes."""
    return Story(begin(setup(*regimes, of=of, seed=seed, **parts)))


Settle = Callable[[Story], Story]


def as_lived(story: Story) -> Story:
    """Hand a story back as it is."""
    return story


def out_of_a_save(story: Story) -> Story:
    """Put a story's moves into a save, read them from the disk, and live them again."""
    made = story.chronicle.setup
    header = Header(
        FORMAT, "tests", Safe("a story"), made.life.id, tuple(found.id for found in made.regimes), made.seed, made.shows, made.values,
        made.undo, (PackStamp("tests", "1", "0" * 64),), "2018-01-01T00:00:00+00:00",
    )  # fmt: skip
    with tempfile.TemporaryDirectory() as folder:
        shelf = Shelf(Path(folder))
        with shelf.create(header) as journal:
            for move in story.moves:
                journal.append(written(move), None)
            file = journal.path.name
        with shelf.open(file, False) as journal:
            moves = tuple(read(list(move)) for move in journal.moves)
    assert moves == story.moves
    return Story(live_again(made, moves), moves)
