"""Running a regime's cases: what its authors say must come out, and what does."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from scsgame.life.vocabulary import Act, Vocabulary
from scsgame.packs import Case, Deed, Library
from scsgame.regime.charter import Regime
from scsgame.regime.desk import Today
from scsgame.regime.dossier import Dossier, open_dossier
from scsgame.regime.proceedings import close_day, file_plea, hear, open_day
from scsgame.session.reckoning import reckoning
from scsgame.terms import SELF, Chance, Safe, date_of, safe, written_date
from scsgame.tongue import phrase

START = "2018-03-05"
"""The first day of every case; a Monday."""

MOST_TOLD = 12
"""So many lines say how a case came out."""


class Verdict(NamedTuple):
    """A case, what came out otherwise than it says (nothing when it holds), and then how it came."""

    case: Case
    differences: tuple[Safe, ...]
    how: tuple[Safe, ...] = ()

    def told(self) -> Iterator[str]:
        """Yield, in lines, what came out otherwise and how it came."""
        yield from (f"    {line}" for line in self.differences)
        yield from (f"    {line}" for line in self.how[:MOST_TOLD])
        if len(self.how) > MOST_TOLD:
            yield f"    and {len(self.how) - MOST_TOLD} more"


def run_cases(library: Library, regimes: Iterable[str] = ()) -> tuple[Verdict, ...]:
    """Return the verdict on every case of these regimes, or of all."""
    chosen = set(regimes) or set(library.regimes)
    return tuple(_verdict(library, case) for case in library.cases if case.regime in chosen)


def _verdict(library: Library, case: Case) -> Verdict:
    regime = _regime(library, case)
    dossier = judge(case, regime, library.vocabulary)
    found = differences(case, dossier)
    return Verdict(case, found, reckoning(case, regime, dossier) if found else ())


def _regime(library: Library, case: Case) -> Regime:
    """Return the regime of a case, with the parts that the case switches."""
    if case.off or case.on:
        return library.with_parts(case.regime, case.off, case.on)
    return library.regimes[case.regime]


def summed(verdicts: Sequence[Verdict]) -> str:
    """Return how many cases there are, and how many do not hold."""
    broken = sum(bool(verdict.differences) for verdict in verdicts)
    if not verdicts:
        return phrase("test.no_cases", "No cases to try.")
    return phrase(
        "test.cases", "{count} cases, {broken} do not come out as they say.", count=len(verdicts), broken=broken
    )


def judge(case: Case, regime: Regime, vocabulary: Vocabulary) -> Dossier:
    """Return the dossier at the end of a case: every observer certain and prompt, everybody taking part."""
    certain = replace(
        regime,
        observers=tuple(
            replace(observer, reliability=1.0, rises=0.0, delay=0, links=1.0, errs=0.0, invents=0.0)
            for observer in regime.observers
        ),
    )
    dossier = open_dossier(certain, enrolled=True)
    people = tuple(dict.fromkeys(deed.by for deed in case.does if deed.by != SELF))
    for day in range(1, case.through + 1):
        deeds = [deed for deed in case.does if deed.day == day]
        today = _today(certain, case, day, people, vocabulary)
        if day == 1:
            dossier = open_day(certain, dossier, (), today).dossier
        else:
            lists = [deed.listed for deed in deeds if deed.listed]
            dossier = close_day(certain, dossier, (), today, lists, lambda _: False).dossier
        acts = [
            Act(deed.act, day, deed.by, vocabulary.acts[deed.act].masked, number)
            for number, deed in enumerate(deeds)
            if deed.act
        ]
        for act in acts:
            dossier = hear(certain, dossier, [act], today).dossier
        for deed in deeds:
            if deed.pleads:
                dossier = file_plea(certain, dossier, deed.pleads, _target(certain, dossier, deed), "", day)
    return dossier


def differences(case: Case, dossier: Dossier) -> tuple[Safe, ...]:
    """Return, in sentences, where a dossier is not as the case says."""
    facts, want = dossier.facts, case.ends
    found = []
    if want.score is not None and facts["score"] != want.score:
        found.append(f"the score is {facts['score']:g}, not {want.score:g}")
    if want.tier is not None and facts["tier"] != want.tier:
        found.append(f"the tier is {facts['tier'] or 'none'}, not {want.tier}")
    lists = tuple(sorted(key[7:-1] for key, on in facts.items() if key.startswith("listed(") and on))
    if want.lists is not None and lists != tuple(sorted(want.lists)):
        found.append(f"the lists are {_some(lists)}, not {_some(want.lists)}")
    measures = tuple(sorted(key[7:-1] for key, on in facts.items() if key.startswith("active(") and on))
    if want.measures is not None and measures != tuple(sorted(want.measures)):
        found.append(f"the measures are {_some(measures)}, not {_some(want.measures)}")
    return tuple(safe(line) for line in found)


def _today(regime: Regime, case: Case, day: int, people: tuple[str, ...], vocabulary: Vocabulary) -> Today:
    date = date_of(START, day)
    facts = {"day": day, "week": (day - 1) // 7 + 1, "weekday": date.weekday, "date": written_date(date)}
    facts.update((f"times({act})", 1) for act in vocabulary.acts)
    influence = set(regime.scale.influence.roles) if regime.scale.influence else {"friend"}
    roles = {deed.by: set(deed.roles) for deed in case.does if deed.by != SELF}
    friends = frozenset(who for who, played in roles.items() if played & influence)
    unit = frozenset(who for who, played in roles.items() if played & set(regime.unit.roles))
    begins = {who: start for role, start in regime.scale.others for who, played in roles.items() if role in played}
    raters = {role: tuple(who for who, played in roles.items() if role in played) for role in regime.raters}
    listed = {f"elsewhere({deed.listed.replace('-', '_')})" for deed in case.does if deed.listed and deed.day <= day}
    abroad = {key: key in listed for key in regime.abroad if key.startswith("elsewhere(")}
    return Today(facts, date, people, friends, unit, Chance("case"), begins, abroad, raters)


def _target(regime: Regime, dossier: Dossier, deed: Deed) -> str:
    way = next(way for way in regime.redress if way.id == deed.pleads)
    for roll in way.about_lists:
        if dossier.facts[f"listed({roll})"]:
            return roll
    return dossier.marks[-1].id if way.about_marks and dossier.marks else ""


def _some(names: tuple[str, ...]) -> str:
    return ", ".join(names) or "none"
