"""A trial told in plain lines, worst news first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from statistics import mean

from scsgame.session.casebook import summed
from scsgame.tongue import phrase
from scsgame.workshop.cells import padded
from scsgame.workshop.trials.budget import likeness
from scsgame.workshop.trials.choices import Beside
from scsgame.workshop.trials.fairness import CANNOT, POPULATIONS, Interval
from scsgame.workshop.trials.histograms import BLOCKS, histogram
from scsgame.workshop.trials.rooms import Room
from scsgame.workshop.trials.things import KINDS, WORDS
from scsgame.workshop.trials.trial import Trial

SHOWN = 12
"""So many lines of a kind are shown, unless all are asked for."""

IDLE = 15
"""Of lives with fewer choices, nobody minds that the fallback scene came often."""


def told(trial: Trial, everything: bool = False, letters: str = BLOCKS) -> str:
    """Return the whole report."""
    parts = [*_promises(trial), *_dead_ends(trial)]
    if trial.coverage.lives:
        parts += [
            *_reached(trial, everything),
            *_choices(trial, everything),
            *_spread(trial, letters),
            *_budget(trial, everything),
        ]
    parts += [*_mutants(trial, everything), *_fairness(trial), *_end(trial)]
    return "\n".join(parts)


def _promises(trial: Trial) -> Iterator[str]:
    yield from map(str, trial.said.slips)
    broken = [verdict for verdict in trial.verdicts if verdict.differences]
    for verdict in broken:
        yield f"case {verdict.case.regime}: {verdict.case.name}"
        yield from verdict.told()
    for one in trial.walked:
        if one.differences:
            yield f"{one.walk.place}: walk {one.walk.name}"
            yield from (f"    {difference}" for difference in one.differences)
    for tried in trial.tried:
        law = tried.law
        if tried.broken:
            yield f"{law.place}: law {law.name}"
            yield f"    broken in the life of seed {tried.as_lived.seed if tried.as_lived else ''}, changed on day {tried.day}: {tried.broken} (--json holds both lives)"
        elif not tried.tried:
            yield f"{law.place}: law {law.name}"
            yield "    not tried: in none of these lives could the choice be changed"
    lines = [str(summed(trial.verdicts))]
    if trial.walked:
        amiss = sum(bool(one.differences) for one in trial.walked)
        lines.append(
            phrase(
                "test.walks", "{count} {count|walk|walks}, {broken} do not.", count=len(trial.walked), broken=amiss
            )
        )
    if trial.tried:
        amiss = sum(bool(one.broken) for one in trial.tried)
        lines.append(
            phrase("test.laws", "{count} {count|law|laws}, {broken} broken.", count=len(trial.tried), broken=amiss)
        )
    yield " ".join(lines)


def _dead_ends(trial: Trial) -> Iterator[str]:
    if not trial.coverage.lives:
        return
    yield ""
    stuck = trial.coverage.stuck
    yield (
        phrase(
            "test.dead_ends",
            "Dead ends: {count} of {lives} lives.",
            count=len(stuck),
            lives=len(trial.coverage.lives),
        )
        if stuck
        else phrase("test.no_dead_ends", "Dead ends: none. There was always an open choice.")
    )
    for replay, why in stuck[:SHOWN]:
        yield f"    {why} ({replay.life} under {' + '.join(replay.regimes)}, seed {replay.seed}, move {len(replay.moves)})"
    idle = [life for life in trial.coverage.lives if life.decisions >= IDLE and life.fallbacks > life.decisions / 2]
    if idle:
        worst = max(idle, key=lambda life: life.fallbacks)
        yield phrase("test.fallback", "Mostly fallback: {count} lives spent over half their choices in the fallback scene (worst: {worst} of {choices}, seed {seed}).",
                     count=len(idle), worst=worst.fallbacks, choices=worst.decisions, seed=worst.seed)  # fmt: skip


def _reached(trial: Trial, everything: bool) -> Iterator[str]:
    coverage, lives = trial.coverage, len(trial.coverage.lives)
    players = len({life.player for life in coverage.lives})
    yield ""
    homes = ", ".join(map(str, trial.rooms[:4])) + (" …" if len(trial.rooms) > 4 else "")
    yield phrase("test.reached_in", "Reached in {lives} lives by {players} kinds of player ({homes}):", lives=lives, players=players,
                 homes=homes + trial.wish.parts.said())  # fmt: skip
    for kind in KINDS:
        things = [thing for thing in trial.things if thing.kind == kind]
        if not things:
            continue
        met = [thing for thing in things if coverage.witness(thing)]
        booked = sum(thing in trial.booked for thing in met)
        sought = sum(thing in coverage.sought for thing in met) - booked
        by_search = phrase("test.by_seeking", ", {count} of them only by seeking", count=sought) if sought else ""
        by_search += phrase("test.by_the_book", ", {count} of them only in the book", count=booked) if booked else ""
        met_of = phrase("test.of", "{met} of {all}", met=f"{len(met):>5}", all=len(things))
        yield f"    {padded(WORDS[kind].read(), 22)}{met_of}{by_search}"
    if everything:
        yield ""
        yield "    " + phrase(
            "test.runs_plays", "runs  plays  (a run is a life in which it came; plays count each time)"
        )
        for thing in trial.things:
            yield f"    {coverage.runs[thing]:>4}  {coverage.plays[thing]:>5}  {thing.asked}{'  (sought)' if thing in coverage.sought else ''}"
    if trial.why:
        yield ""
        yield phrase("test.never", "Never reached: {count}", count=len(trial.why))
        if trial.sought < trial.wish.seek:
            yield "    " + phrase("test.sought_less", "So much is missing that each thing was sought in {lives} lives, not in {wished}.",
                                  lives=trial.sought, wished=trial.wish.seek)  # fmt: skip
        yield from _some([f"{thing}: {why}" for thing, why in trial.why.items()], everything)
    if trial.rare:
        yield ""
        yield phrase("test.rare", "Not reached, and marked rare by the author: {count}", count=len(trial.rare))
        yield from _some([f"{thing}: {why}" for thing, why in trial.rare.items()], everything)
    if trial.booked:
        yield ""
        yield phrase("test.booked", "Reached by no bot, but in a life of the book: {count}", count=len(trial.booked))
        yield from _some(
            [
                f"{thing}: {Room(replay.life, replay.regimes)}, seed {replay.seed}"
                for thing, replay in trial.booked.items()
            ],
            everything,
        )
    yield ""
    packs = "".join(f"{path.as_posix()} " for path in trial.wish.paths)
    command = f"scsgame pack test {packs}--witness {_example(trial)}"
    yield phrase("test.witness", "A life that reaches a thing: {command}", command=command)


def _example(trial: Trial) -> str:
    rare = [thing for thing in trial.things if trial.coverage.runs[thing] and thing.kind in ("scene", "encounter")]
    return min(rare, key=lambda thing: (trial.coverage.runs[thing], thing)).asked if rare else "scene.NAME"


def _choices(trial: Trial, everything: bool) -> Iterator[str]:
    found = trial.choices
    if found is None:
        return
    yield ""
    yield phrase(
        "test.side_by_side",
        "Choices side by side (the same moment lived both ways, {count} comparisons):",
        count=found.compared,
    )
    groups: list[tuple[str, Sequence[Beside], str]] = [
        (
            phrase("test.same_effects", "do the same, but for their words"),
            found.same_effects,
            phrase("test.and", "and"),
        ),
        (phrase("test.same_outcome", "came out the same every time"), found.same_outcome, phrase("test.and", "and")),
        (
            phrase("test.dominated", "were never better in any number (evidence, not proof)"),
            found.dominated,
            phrase("test.no_worse", "is at least as good as"),
        ),
    ]
    for words, pairs, joint in groups:
        yield f"    {len(pairs)} {words}"
        lines = [f"    {pair.home}/{pair.scene.removeprefix(pair.home + '/')}: {pair.one} {joint} {pair.other}" + (phrase("test.tried", " ({count} times)", count=pair.tried) if pair.tried else "")
                 for pair in pairs]  # fmt: skip
        yield from _some(lines, everything)


def _spread(trial: Trial, letters: str) -> Iterator[str]:
    lives = trial.coverage.lives
    yield ""
    yield phrase("test.spread", "How lives end and how long they are (least, the spread, most; middle):")
    rows: list[tuple[str, list[float]]] = [
        (meter, [dict(life.meters)[meter] for life in lives if meter in dict(life.meters)])
        for meter in dict.fromkeys(meter for life in lives for meter, _ in life.meters)
    ]
    for regime in sorted({name for life in lives for name, _ in life.scores}):
        rows.append(
            (
                phrase("test.score", "score {regime}", regime=regime),
                [dict(life.scores)[regime] for life in lives if regime in dict(life.scores)],
            )
        )
    rows += [
        (phrase("test.decisions", "decisions"), [life.decisions for life in lives]),
        (phrase("test.words", "words"), [life.words for life in lives]),
        (phrase("test.minutes", "minutes"), [life.minutes for life in lives]),
    ]
    for name, numbers in rows:
        shape = histogram(numbers)
        yield f"    {padded(name, 22)}{shape.least:>8.0f} |{shape.drawn(letters)}| {shape.most:<8.0f} {shape.middle:.0f}"
    yield ""
    yield "    " + phrase(
        "test.alike",
        "Two lives share {share} of their scenes, on average.",
        share=f"{likeness(lives, trial.wish.seed):.0%}",
    )
    names = dict.fromkeys(life.player for life in lives)
    for regime in sorted({name for life in lives for name, _ in life.scores}):
        scores = {
            name: [dict(life.scores)[regime] for life in lives if life.player == name and regime in dict(life.scores)]
            for name in names
        }
        ranked = sorted(((mean(found), name) for name, found in scores.items() if found), reverse=True)
        if len(ranked) > 1:
            yield "    " + phrase(
                "test.highest", "Highest under {regime}: {first} ({most}); lowest: {last} ({least}).", regime=regime,
                first=ranked[0][1], most=f"{ranked[0][0]:.0f}", last=ranked[-1][1], least=f"{ranked[-1][0]:.0f}",
            )  # fmt: skip


def _budget(trial: Trial, everything: bool) -> Iterator[str]:
    if not trial.budget:
        return
    broken = [kept for kept in trial.budget if not kept.kept]
    yield ""
    yield phrase(
        "test.budget",
        "Laws of writing: {kept} kept, {broken} not.",
        kept=len(trial.budget) - len(broken),
        broken=len(broken),
    )
    for kept in trial.budget if everything else broken:
        yield f"    {phrase('test.kept', 'kept') if kept.kept else phrase('test.not_kept', 'not ')}  {kept.home}: {kept.law} ({kept.found})"


def _mutants(trial: Trial, everything: bool) -> Iterator[str]:
    found = trial.survey
    if found is None:
        return
    yield ""
    yield phrase("test.mutants", "Mutants: {made} of {possible} small things were broken one at a time; {noticed} were noticed by a case, walk or law.",
                 made=found.made, possible=found.possible, noticed=found.noticed)  # fmt: skip
    if found.unnoticed:
        yield "    " + phrase("test.unnoticed", "Nobody noticed when")
        yield from _some([f"{mutant.home}: {mutant.what}" for mutant in found.unnoticed], everything)


def _fairness(trial: Trial) -> Iterator[str]:
    if not trial.fairness:
        return
    yield ""
    yield phrase("test.fairness", "Fairness: {count} lives in each population, the same players with the same luck (intervals: 95 in 100).",
                 count=trial.wish.fairness)  # fmt: skip
    at = ""
    for row in trial.fairness:
        if row.population != at:
            at = row.population
            yield f"    {at} ({POPULATIONS[at][0]})"
        if row.difference is not None or row.outcome.startswith("mean"):
            moved = _interval(row.difference, "+.1f") if row.difference else "not known"
            yield f"        {row.outcome:<32}{row.usual.value:.1f} usually, {row.theirs.value:.1f} here; difference {moved}"
        else:
            ratio = _interval(row.ratio, ".2f") if row.ratio else "cannot be formed (nobody usually)"
            yield f"        {row.outcome:<32}{_interval(row.usual, '.0%')} usually, {_interval(row.theirs, '.0%')} here; ratio {ratio}"
    yield from (f"    {line}" for line in CANNOT)


def _interval(found: Interval, form: str) -> str:
    return f"{found.value:{form}} ({found.least:{form}} to {found.most:{form}})"


def _end(trial: Trial) -> Iterator[str]:
    yield ""
    yield (
        phrase("test.fails", "Fails: {names}.", names=", ".join(trial.broken))
        if trial.broken
        else phrase("test.nothing_fails", "Nothing fails.")
    )


def _some(lines: Sequence[str], everything: bool) -> Iterator[str]:
    shown = lines if everything else lines[:SHOWN]
    yield from (f"    {line}" for line in shown)
    if len(shown) < len(lines):
        yield "    " + phrase("test.more", "and {count} more; --all shows them.", count=len(lines) - len(shown))
