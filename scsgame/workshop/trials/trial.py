"""A whole trial of packs: cases, walks and laws first, then lives, then what is to be learned from them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from time import perf_counter

from scsgame.packs.library import places
from scsgame.packs.nouns import Library
from scsgame.session.casebook import Verdict, run_cases
from scsgame.session.items import ALL_AS_USUAL, Switched
from scsgame.workshop.trials.book import as_far_as_it_goes
from scsgame.workshop.trials.budget import Kept, budget
from scsgame.workshop.trials.choices import Choices, compare_choices
from scsgame.workshop.trials.coverage import Coverage, everything
from scsgame.workshop.trials.fairness import Compared, audit
from scsgame.workshop.trials.laws import Tried, try_law
from scsgame.workshop.trials.lives import live_batch
from scsgame.workshop.trials.mutants import Survey, survey
from scsgame.workshop.trials.needs import Needs
from scsgame.workshop.trials.players import PLAYERS
from scsgame.workshop.trials.pool import run, seek_all
from scsgame.workshop.trials.promises import Expected
from scsgame.workshop.trials.reading import expected
from scsgame.workshop.trials.reasons import Reasons, sample, settled
from scsgame.workshop.trials.rooms import Focus, Room, batches, focus, pairs, rooms, stage, using
from scsgame.workshop.trials.seeking import Search, searches, seek
from scsgame.workshop.trials.things import Thing, named, rarity
from scsgame.workshop.trials.walks import Walked, walk
from scsgame.workshop.trials.witnesses import Replay, met

Bar = Callable[[str, int], Callable[[int], None]]
"""Begins a progress bar of this name and length; what it returns moves it on."""


def many(count: int, what: str) -> str:
    """Return a number and a word, in the plural where there are several."""
    first, _, rest = what.partition(" ")
    if what == "dead end":
        first, rest = what, ""
    return f"{count} {first}{'' if count == 1 else 's'}{' ' + rest if rest else ''}"


@dataclass(frozen=True)
class Wish:
    """What is asked of a trial."""

    paths: tuple[Path, ...] = ()
    regimes: tuple[str, ...] = ()
    lives: int = 1500
    seek: int = 60
    law_lives: int = 0
    seed: str = "trial"
    processes: int = 1
    mutants: int = 0
    fairness: int = 0
    parts: Switched = ALL_AS_USUAL
    book: tuple[Replay, ...] = ()
    """Lives that are lived again: what they reach, and no bot did, is reached."""


@dataclass
class Trial:
    """What came of it."""

    wish: Wish
    about: Focus
    rooms: list[Room]
    verdicts: tuple[Verdict, ...]
    said: Expected
    walked: list[Walked]
    tried: list[Tried]
    coverage: Coverage
    things: list[Thing] = field(default_factory=list)
    why: dict[Thing, str] = field(default_factory=dict)
    rare: dict[Thing, str] = field(default_factory=dict)
    booked: dict[Thing, Replay] = field(default_factory=dict)
    choices: Choices | None = None
    budget: list[Kept] = field(default_factory=list)
    survey: Survey | None = None
    fairness: list[Compared] = field(default_factory=list)
    seconds: float = 0.0
    sought: int = 0

    @property
    def broken(self) -> list[str]:
        """Return, in words, what makes this trial fail."""
        cases = sum(bool(verdict.differences) for verdict in self.verdicts)
        counted = {
            "mistake in walk files": len(self.said.slips), "case": cases, "walk": sum(bool(one.differences) for one in self.walked),
            "law": sum(bool(one.broken) for one in self.tried), "dead end": len(self.coverage.stuck),
        }  # fmt: skip
        return [many(count, what) for what, count in counted.items() if count]


def _quiet(name: str, length: int) -> Callable[[int], None]:
    del name, length
    return lambda _: None


def expectations(library: Library, wish: Wish) -> Expected:
    """Return the walks and laws of the packs in question."""
    packs = [(path, path.as_posix().rstrip("/")) for path in wish.paths] or places()
    return expected(library, packs)


def trial(library: Library, wish: Wish, bar: Bar = _quiet, said: Expected | None = None) -> Trial:
    """Try packs in every way asked for.

    Cases and walks are promises about regimes as they usually are; everything else is tried with the parts that are switched.
    """
    began = perf_counter()
    about = focus(library, wish.paths)
    if wish.regimes:
        about = Focus(about.lives, wish.regimes)
    said = expectations(library, wish) if said is None else said
    verdicts = run_cases(library, about.regimes) if about.regimes else ()
    walked = [walk(library, plan) for plan in said.walks]
    usual, library = library, library.switched(*wish.parts)
    step = bar("laws", len(said.laws))
    tried = []
    for law in said.laws:
        tried.append(try_law(library, law, wish.seed, wish.law_lives))
        step(1)
    combinations = [] if wish.regimes else [plan.regimes for plan in said.walks if len(plan.regimes) > 1]
    homes = rooms(library, about, combinations, pairs(wish.paths))
    done = Trial(wish, about, homes, verdicts, said, walked, tried, Coverage())
    if wish.lives:
        _live(library, done, bar)
    if wish.mutants:
        done.survey = survey(usual, about, said, wish.mutants, wish.seed, bar("mutants", wish.mutants))
    if wish.fairness:
        done.fairness = audit(
            library,
            homes,
            [name for name in PLAYERS if name in FAIR],
            wish.fairness,
            wish.seed,
            bar("fairness", 6 * wish.fairness),
        )
    done.seconds = perf_counter() - began
    return done


MOST_SOUGHT, FEWEST_SOUGHT = 40_000, 4
"""In so many lives everything missing is sought at most, and each thing in so many at least, if at all."""


def shared_out(missing: int, lives: int) -> tuple[int, int]:
    """Return in how many lives each missing thing is sought, and how many things are: the more are missing, the fewer lives."""
    each = min(lives, max(FEWEST_SOUGHT, MOST_SOUGHT // max(1, missing)))
    return each, min(missing, MOST_SOUGHT // each)


ABREAST, NEXT_DOOR = 40, 3
"""So many lives abreast somebody who foresees lives for a witness, in so many rooms at most."""

FAIR = ("random", "payer", "careful", "sociable", "thrifty", "contrarian")
"""Who lives in the populations of a fairness audit."""


def _live(library: Library, done: Trial, bar: Bar) -> None:
    wish = done.wish
    plan = batches(done.rooms, PLAYERS, wish.lives, wish.seed)
    done.coverage = run(library, plan, wish.paths, wish.processes, bar("lives", wish.lives), wish.parts)
    done.things = everything(library, done.about)
    done.booked = _in_the_book(library, done)
    for thing, life in done.booked.items():
        done.coverage.found(thing, life)
    reasons = Reasons(library, stage(library, done.about), done.coverage, sample(library, done.rooms, wish.seed))
    missing = [thing for thing in done.things if done.coverage.witness(thing) is None]
    done.why = {thing: reasons.why(thing) for thing in missing}
    if wish.seek:
        _seek(library, done, [thing for thing in missing if not settled(done.why[thing])], bar)
    done.rare = {thing: said for thing in done.why if (said := rarity(library, thing))}
    done.why = {thing: why for thing, why in done.why.items() if thing not in done.rare}
    done.choices = compare_choices(library, done.about, done.coverage)
    done.budget = budget(library, done.about, done.coverage, wish.seed)


def _in_the_book(library: Library, done: Trial) -> dict[Thing, Replay]:
    """Return what no bot reached and a life in the book does, the rare things first. Raises ReplayError where a life asks for a pack that is not here."""
    missing = {thing for thing in done.things if done.coverage.witness(thing) is None}
    found: dict[Thing, Replay] = {}
    for replay in done.wish.book:
        shows = missing.intersection(met(as_far_as_it_goes(replay, library))) - found.keys()
        found |= {thing: replace(replay, reaches=thing.asked) for thing in shows}
    return {thing: found[thing] for thing in sorted(found, key=lambda thing: (not rarity(library, thing), thing))}


def _seek(library: Library, done: Trial, missing: list[Thing], bar: Bar) -> None:
    """Seek what is missing, each thing once all that it needs has come; what needs something that was not found is left alone."""
    wish = done.wish
    done.sought, many_enough = shared_out(len(missing), wish.seek)
    for thing in missing[many_enough:]:
        done.why[thing] += f"; it was not sought, because {len(missing):,} things are missing"
    left = missing[:many_enough]
    step, needs = bar("seeking", len(left)), Needs(library)
    while ready := [thing for thing in left if not any(need in done.why for need in needs.of(thing))]:
        asked = [
            search
            for thing in ready
            for search in searches([thing], [*done.rooms, *_doorways(library, thing)], done.sought, wish.seed)
        ]
        sought = seek_all(library, asked, wish.paths, wish.processes, step, wish.parts)
        for search, replay in zip(asked, sought, strict=True):
            if replay is not None:
                done.coverage.found(search.thing, replay)
                del done.why[search.thing]
        tried = set(ready)
        left = [thing for thing in left if thing not in tried]
    for thing in left:
        if thing.kind in ("scene", "encounter"):
            lost = next(need for need in needs.of(thing) if need in done.why)
            done.why[thing] += f"; it was not sought, because it needs the {lost}, and that was not found"
    step(len(left))


def _doorways(library: Library, thing: Thing) -> list[Room]:
    """Return, for a door, the lives that knock at it, also those in which the regime is not at home."""
    return using(library, thing.name.partition("/")[2], thing.home) if thing.kind == "door" else []


def witness(library: Library, wish: Wish, thing: Thing) -> Replay | str:
    """Return a replay that reaches one thing, or why none does. Batches are lived in their order until one gets there."""
    library = library.switched(*wish.parts)
    about = stage(library, focus(library, wish.paths))
    everywhere = rooms(library, about, (), pairs(wish.paths))
    homes = [room for room in everywhere if thing.home == room.life or thing.home in room.regimes]
    homes += [room for room in _doorways(library, thing) if room not in homes]
    coverage = Coverage()
    for batch in batches(homes, PLAYERS, wish.lives, wish.seed):
        coverage.add(batch, live_batch(library, batch, compare=False), library)
        found = coverage.witness(thing)
        if found is not None:
            return with_parts(found, wish.parts)
    for search in searches([thing], homes, 4 * wish.seek, wish.seed):
        found = seek(library, search)
        if found is not None:
            return with_parts(found, wish.parts)
    why = Reasons(library, about, coverage.settle(), sample(library, homes, wish.seed)).why(thing)
    if settled(why):
        return why
    found = seek(library, Search(thing, tuple(homes[:NEXT_DOOR]), 1, wish.seed, ABREAST))
    return why if found is None else with_parts(found, wish.parts)


def asked_for(library: Library, wish: Wish, word: str) -> list[Thing]:
    """Return the things a word may mean."""
    library = library.switched(*wish.parts)
    return named(word, everything(library, stage(library, focus(library, wish.paths))))


def replays(done: Trial, things: Sequence[Thing] = ()) -> dict[Thing, Replay]:
    """Return a replay for each thing that was reached."""
    found = {thing: done.coverage.witness(thing) for thing in things or done.things}
    return {thing: with_parts(replay, done.wish.parts) for thing, replay in found.items() if replay is not None}


def with_parts(replay: Replay, parts: Switched) -> Replay:
    """Return a replay that says which parts were switched when it was lived."""
    return replace(replay, off=tuple(parts.off), on=tuple(parts.on))
