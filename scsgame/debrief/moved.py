"""What was open and closed, and how much of it is real, as findings."""

from __future__ import annotations

from collections.abc import Mapping

from scsgame.debrief import doors, reality
from scsgame.debrief.finding import Finding, finding
from scsgame.debrief.log import Log
from scsgame.debrief.sections import Source
from scsgame.game.chronicle import Chronicle
from scsgame.game.view import scene_view
from scsgame.game.wording import MEASURES, STATUS, bracketed, in_a_row, what_it_does
from scsgame.tongue import phrase


def doors_moved(log: Log, language: str) -> Finding:
    """Return what stood when, and which choices it closed or eased."""
    chronicle = log.chronicle
    setup = chronicle.setup
    rows: list[tuple[str, ...]] = [
        (
            phrase("doors.from", "from", language),
            phrase("doors.to", "to", language),
            phrase("doors.stood", "what stood", language),
            phrase("doors.did", "what it did", language),
        )
    ]
    for spell in doors.spells(chronicle):
        measure = setup.regime[spell.regime].measure[spell.measure]
        until = (
            phrase("day", "day {day}", language, day=spell.until)
            if spell.until
            else phrase("doors.the_end", "the end", language)
        )
        what = what_it_does(measure, setup.vocabulary, language)
        rows.append(
            (
                phrase("day", "day {day}", language, day=spell.since),
                until,
                bracketed(measure.title.read(language), MEASURES[measure.kind].read(language), language),
                what,
            )
        )
    shut, eased = doors.shut_choices(chronicle), doors.eased_choices(chronicle)
    lines = [
        phrase(
            "doors.sum",
            "Shown to you closed: {shut} {shut|choice|choices}. Eased or opened for you, and taken: "
            "{eased} {eased|choice|choices}.",
            language,
            shut=len(shut),
            eased=len(eased),
        )
    ]
    texts = {}
    for turn in chronicle.turns:
        view = scene_view(turn.before, language) if turn.table else None
        if view is not None:
            texts.update({(turn.day, view.id, offer.id): offer.text for offer in view.offers})
    for closed in shut:
        names = [
            setup.regime[regime].measure[name].title.read(language)
            for regime, name in closed.offer.closed_by
            if regime
        ]
        lines.append(
            phrase(
                "doors.shut",
                "Day {day}, closed by {by}: {text}",
                language,
                day=closed.day,
                by=in_a_row(names, language),
                text=texts.get((closed.day, closed.scene, closed.offer.choice.id), ""),
            )
        )
    met = [
        turn.number
        for turn in chronicle.turns
        if turn.table is not None
        and (
            any(regime for offer in turn.offers for regime, _ in offer.closed_by)
            or (turn.taken is not None and turn.taken.eased_by)
        )
    ]
    return finding(
        "doors",
        phrase("doors.title", "What was open and what was closed", language),
        lines,
        [phrase("doors.limit", "what you never went to look for because you knew that it was closed.", language)],
        rows if len(rows) > 1 else (),
        turns=met,
    )  # fmt: skip


def how_real(chronicle: Chronicle, sources: Mapping[str, Source], language: str) -> Finding | None:
    """Return how well everything that touched the life is known, and where it comes from; None where nothing did."""
    things = reality.touched(chronicle, language)
    if not things:
        return None
    counts = reality.by_status(things)
    shown = in_a_row(
        (
            phrase("real.count", "{count} {status}", language, count=count, status=STATUS[status].read(language))
            for status, count in counts.items()
            if count
        ),
        language,
    )
    lines = [
        phrase(
            "real.sum",
            "{count} {count|rule, list or measure|rules, lists and measures} touched this life: {shown}.",
            language,
            count=len(things),
            shown=shown,
        )
    ]
    rows: list[tuple[str, ...]] = [
        (
            phrase("real.status", "status", language),
            phrase("real.thing", "rule, list or measure", language),
            phrase("real.source", "where it comes from", language),
        )
    ]
    for thing in sorted(things, key=lambda thing: (thing.regime, thing.title)):
        cited = [sources[name] for name in thing.provenance.sources if name in sources]
        where = phrase("semicolon", "; ", language).join(
            bracketed(fact.says, in_a_row([part for part in (fact.title, fact.where) if part], language), language)
            for fact in cited
        )
        why = thing.provenance.why.read(language)
        what = phrase("colon", "{head}: {words}", language, head=thing.regime, words=thing.title)
        invented = phrase("real.because", "invented: {why}", language, why=why)
        rows.append((STATUS[thing.provenance.status].read(language), what, where or invented))
    limits = [
        phrase("real.limit", "that the sources are right.", language),
        phrase("real.invented", "how it is in the world, where it says invented: no source says it, and the game had to choose a value.", language),
    ]  # fmt: skip
    return finding("real", phrase("real.each", "Each thing that touched this life", language), lines, limits, rows)
