"""The names that conditions may read: in a life, in a regime, in a regime's encounters.

Each name says which fact the engine keeps for it. Facts are flat: `bond(lin_hao)` is a key like `day`.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal, NoReturn

from scsgame.conditions.grammar import Names, Unknown
from scsgame.conditions.tree import Atom, Holder, Kind
from scsgame.packs.problems import visible
from scsgame.terms import WEEKDAYS

Titles = Mapping[str, str]
Form = Literal["plain", "ever", "since"]
Family = Callable[[tuple[str, ...]], "Atom | Unknown"]

METERS = ("money", "strength", "ties", "self")
"""The four meters that every life has, so that regimes can reckon with them."""


@dataclass
class LifeWords:
    """What a life declares, by kind: ids with the words a player reads."""

    meters: Titles = field(default_factory=dict)
    flags: Collection[str] = ()
    counters: Collection[str] = ()
    values: Titles = field(default_factory=dict)
    people: Titles = field(default_factory=dict)
    bills: Titles = field(default_factory=dict)
    scenes: Mapping[str, Collection[str]] = field(default_factory=dict)
    arcs: Collection[str] = ()


@dataclass
class RegimeWords:
    """What a regime declares, by kind: ids with the words a player reads."""

    id: str = ""
    number: bool = False
    tiers: Titles = field(default_factory=dict)
    phases: Collection[str] = ()
    counters: Collection[str] = ()
    lists: Titles = field(default_factory=dict)
    rules: Titles = field(default_factory=dict)
    measures: Titles = field(default_factory=dict)
    scenes: Mapping[str, Collection[str]] = field(default_factory=dict)


@dataclass
class SharedWords:
    """The acts and services of acts.yaml, with the words a player reads."""

    acts: Titles = field(default_factory=dict)
    services: Titles = field(default_factory=dict)


def _calendar() -> list[Atom]:
    return [
        Atom("day", "day", "number", words="the day"),
        Atom("week", "week", "number", words="the week"),
        Atom("weekday", "weekday", "text", words="the weekday", options=WEEKDAYS),
        Atom("date", "date", "number", words="the date"),
    ]


def _about(known: Titles | Collection[str], what: str, words: str, kind: Kind, *, family: str, key: str = "",
           holder: Holder = "life", form: Form = "plain") -> Family:  # fmt: skip
    """Make a family of one argument: `near(lin_hao)` reads the fact "near(lin_hao)"."""
    titles: Titles = known if isinstance(known, Mapping) else {}

    def maker(args: tuple[str, ...]) -> Atom | Unknown:
        if len(args) != 1:
            raise TypeError(family)
        (word,) = args
        if word not in known:
            return Unknown(0, what, known)
        title = visible(titles.get(word) or word.replace("_", " "), 60)
        return Atom(f"{family}({word})", f"{key or family}({word})", kind, holder, form, words.format(title))

    return maker


def _scene(
    known: Mapping[str, Collection[str]], prefix: str, family: str, kind: Kind, form: Form, words: str
) -> Family:
    def maker(args: tuple[str, ...]) -> Atom | Unknown:
        if len(args) != 1:
            raise TypeError(family)
        (word,) = args
        if word not in known:
            return Unknown(0, "scene", known)
        said = words.format(word.replace("_", " "))
        return Atom(f"{family}({word})", f"met({prefix}{word})", kind, "life", form, said)

    return maker


def _chose(known: Mapping[str, Collection[str]], prefix: str) -> Family:
    def maker(args: tuple[str, ...]) -> Atom | Unknown:
        if len(args) != 2:
            raise TypeError("chose")
        scene, choice = args
        if scene not in known:
            return Unknown(0, "scene", known)
        if choice not in known[scene]:
            return Unknown(1, "choice", known[scene])
        said = f"you chose “{choice.replace('_', ' ')}” in “{scene.replace('_', ' ')}”"
        return Atom(f"chose({scene}, {choice})", f"chose({prefix}{scene},{choice})", "truth", "life", "ever", said)

    return maker


def _stories(known: Mapping[str, Collection[str]], prefix: str = "") -> dict[str, Family]:
    return {
        "met": _scene(known, prefix, "met", "truth", "ever", "you have met “{}”"),
        "since": _scene(known, prefix, "since", "number", "since", "the days since “{}”"),
        "chose": _chose(known, prefix),
    }


def _doors(shared: SharedWords) -> dict[str, Family]:
    return {
        "times": _about(shared.acts, "act", "how often one {}", "number", family="times"),
        "open": _about(shared.services, "service", "{} is open", "truth", family="open"),
        "eased": _about(shared.services, "service", "{} is made easier", "truth", family="eased"),
    }


def _numbers(ids: Iterable[str], titles: Titles, kind: Kind = "number", holder: Holder = "life") -> list[Atom]:
    return [
        Atom(word, word, kind, holder, words=visible(titles.get(word) or word.replace("_", " "), 60)) for word in ids
    ]


_OF_A_REGIME = dict.fromkeys(
    ("score", "tier", "phase", "days_in_phase", "enrolled", "friends_score", "listed", "days_on", "seen", "since_seen",
     "seen_of_unit", "seen_of_friends", "elsewhere", "score_at", "marks", "active"),
    "only a regime and its encounters read it",
)  # fmt: skip
_OF_A_LIFE = dict.fromkeys(
    ("since_act", "bond", "near", "arc", "holds", "owes", "overdue"), "only a scene or an ending of a life reads it"
)
_OF_A_SCENE = dict.fromkeys(
    ("met", "since", "chose", "times", "open", "eased"), "only a scene or an encounter reads it"
)
_NO_NUMBER = {"score": "this regime has no number", "friends_score": "this regime has no number"}


def life_names(life: LifeWords, shared: SharedWords) -> Names:
    """Return the names that a life's conditions may read."""
    plain = _calendar()
    plain += _numbers(life.meters, life.meters)
    plain += _numbers(life.flags, {}, "truth")
    plain += _numbers(life.counters, {})
    return Names(plain, {
        **_stories(life.scenes),
        **_doors(shared),
        "since_act": _about(shared.acts, "act", "the days since one {}", "number", family="since_act", key="last", form="since"),
        "bond": _about(life.people, "person", "the bond with {}", "number", family="bond"),
        "near": _about(life.people, "person", "{} is still around", "truth", family="near"),
        "arc": _about(life.arcs, "arc", "how far the story “{}” has come", "number", family="arc"),
        "holds": _about(life.values, "value", "you stand for {}", "truth", family="holds"),
        "owes": _about(life.bills, "bill", "{} is not yet paid", "truth", family="owes"),
        "overdue": _about(life.bills, "bill", "{} is past its date", "truth", family="overdue"),
    }, _OF_A_REGIME, "if it is a flag or a counter, declare it in life.yaml under `flags` or `counters`")  # fmt: skip


def _elsewhere(args: tuple[str, ...]) -> Atom:
    """Read whether one is on another regime's list: `elsewhere(credit_china, defaulters)`; hyphens become underscores."""
    regime, roll = args if len(args) == 2 else _wrong_number("elsewhere")
    said = f"you are on the list “{roll.replace('_', ' ')}” of {regime.replace('_', ' ')}"
    return Atom(f"elsewhere({regime}, {roll})", f"elsewhere({regime}/{roll})", "truth", "regime", words=said)


def _score_at(args: tuple[str, ...]) -> Atom:
    """Read the number one has under another regime: `score_at(sesame)`; 0 where it is not in play."""
    (regime,) = args if len(args) == 1 else _wrong_number("score_at")
    return Atom(
        f"score_at({regime})",
        f"score_at({regime})",
        "number",
        "regime",
        words=f"the score under {regime.replace('_', ' ')}",
    )


def _wrong_number(family: str) -> NoReturn:
    raise TypeError(family)


def _regime_parts(regime: RegimeWords, shared: SharedWords) -> tuple[list[Atom], dict[str, Family]]:
    plain = _calendar()
    if regime.number:
        plain.append(Atom("score", "score", "number", "regime", words="the score"))
        plain.append(Atom("friends_score", "friends_score", "number", "regime", words="the friends' mean score"))
    if regime.tiers:
        plain.append(Atom("tier", "tier", "text", "regime", words="the tier", options=tuple(regime.tiers)))
    if regime.phases:
        plain.append(Atom("phase", "phase", "text", "regime", words="the phase", options=tuple(regime.phases)))
        plain.append(
            Atom("days_in_phase", "days_in_phase", "number", "regime", words="the days this phase has stood")
        )
    plain.append(Atom("enrolled", "enrolled", "truth", "regime", words="you take part"))
    plain += _numbers(regime.counters, {}, "number", "regime")
    families: dict[str, Family] = {
        "listed": _about(regime.lists, "list", "you are on the list “{}”", "truth", family="listed", holder="regime"),
        "days_on": _about(regime.lists, "list", "the days on the list “{}”", "number", family="days_on", holder="regime"),
        "seen": _about(shared.acts, "act", "how often it was seen that one {}", "number", family="seen", holder="regime"),
        "since_seen": _about(shared.acts, "act", "the days since it was seen that one {}", "number", family="since_seen",
                             key="last_seen", holder="regime", form="since"),
        "seen_of_unit": _about(shared.acts, "act", "how often it was seen that one judged with you {}", "number",
                               family="seen_of_unit", holder="regime"),
        "seen_of_friends": _about(shared.acts, "act", "how often it was seen that a friend {}", "number",
                                  family="seen_of_friends", holder="regime"),
        "elsewhere": _elsewhere,
        "score_at": _score_at,
        "marks": _about(regime.rules, "rule", "the marks under “{}”", "number", family="marks", holder="regime"),
        "active": _about(regime.measures, "measure", "“{}” is in force", "truth", family="active", holder="regime"),
    }  # fmt: skip
    return plain, families


def _unread(regime: RegimeWords) -> dict[str, str]:
    """Return the names that a regime does not read, each with the reason."""
    return _OF_A_LIFE if regime.number else {**_OF_A_LIFE, **_NO_NUMBER}


def regime_names(regime: RegimeWords, shared: SharedWords) -> Names:
    """Return the names that a regime's conditions may read."""
    return Names(*_regime_parts(regime, shared), {**_unread(regime), **_OF_A_SCENE})


def encounter_names(regime: RegimeWords, shared: SharedWords) -> Names:
    """Return the names that the conditions of a regime's encounters may read."""
    plain, families = _regime_parts(regime, shared)
    plain += _numbers(METERS, {})
    return Names(plain, {**families, **_doors(shared), **_stories(regime.scenes, f"{regime.id}/")}, _unread(regime))
