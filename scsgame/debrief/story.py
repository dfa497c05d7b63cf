"""The debrief in sections: what you did, what they saw, what it cost and bought, elsewhere, what was real."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from scsgame.debrief import diary, doors, reality
from scsgame.debrief.elsewhere import Elsewhere, elsewhere, table
from scsgame.debrief.sections import Section, Series, Source
from scsgame.game.chronicle import Chronicle
from scsgame.game.view import ending_view, scene_view
from scsgame.game.wording import number, tier_title, what_it_does
from scsgame.regime.charter import Regime
from scsgame.regime.intervention.rules import Mark
from scsgame.terms import SELF, Safe, safe


def debrief(
    chronicle: Chronicle, others: Sequence[Regime], sources: Mapping[str, Source], language: str = "en"
) -> tuple[Section, ...]:
    """Return the debrief of a life: `others` are the regimes it is judged by beside its own.

    `sources` are the facts that rules cite, by reference.
    """
    sections = [_what_you_did(chronicle, language)]
    sections += [
        _what_they_saw(chronicle, regime, language) for regime in chronicle.setup.regimes if regime.observers
    ]
    sections += [_course(chronicle, language), _doors(chronicle, language)]
    sections += [
        comparison(elsewhere(chronicle, _all(chronicle, others), language)),
        _real(chronicle, sources, language),
    ]
    return tuple(section for section in sections if section.paragraphs or section.rows or section.series)


def comparison(rows: Sequence[Elsewhere]) -> Section:
    """Return the same life under each regime, side by side, as a section."""
    unliveable = [row for row in rows if row.not_liveable]
    lines = [
        "The same acts on the same days, with the same luck, judged by each system alone. Whoever could have joined "
        "is taken to have joined on the first day.",
    ]
    lines += [
        f"Under {row.title} this life could not have been lived as it was: closed would have been {_many(row.not_liveable, 'choice')} that you took."
        for row in unliveable
    ]
    for row in rows:
        moved = [
            f"{what}: {', '.join(names)}"
            for what, names in [("on", row.lists), ("opened", row.opened), ("closed", row.closed)]
            if names
        ]
        if moved:
            lines.append(f"{row.title} – {'; '.join(moved)}.")
    courses = tuple(
        Series(row.title, tuple((float(day), float(score)) for day, score in row.course))
        for row in rows
        if row.course
    )
    return Section(Safe("The same life elsewhere"), _safe(lines), table(rows), courses)


def _all(chronicle: Chronicle, others: Sequence[Regime]) -> list[Regime]:
    own = {regime.id for regime in chronicle.setup.regimes}
    return [*chronicle.setup.regimes, *(regime for regime in others if regime.id not in own)]


def _what_you_did(chronicle: Chronicle, language: str) -> Section:
    moment, life = chronicle.moment, chronicle.setup.life
    choices = [turn for turn in chronicle.turns if turn.taken]
    own = [act for act in chronicle.acts if act.by == SELF]
    lines = [
        f"{life.title.read(language)}: {moment.day} days, {len(choices)} choices, {len(own)} acts.",
    ]
    if chronicle.setup.values:
        held = [value.title.read(language) for value in life.values if value.id in chronicle.setup.values]
        lines.append(f"You set out to hold to {' and '.join(held)}.")
    if moment.ending:
        lines.append(f"It ended with: {ending_view(moment, language).title}.")
    rows: list[tuple[str, ...]] = [("", "at the start", "at the end")]
    for meter in life.meters:
        rows.append((meter.title.read(language), str(meter.start), str(moment.life.facts[meter.id])))
    return Section(Safe("What you did"), _safe(lines), _table(rows))


def _what_they_saw(chronicle: Chronicle, regime: Regime, language: str) -> Section:
    entries = diary.compare(chronicle, regime.id)
    acts = chronicle.setup.vocabulary.acts
    count = {finding: sum(entry.finding == finding for entry in entries) for finding in _FINDINGS}
    done = sum(count[finding] for finding in ("seen", "missed", "not watched", "pinned on another"))
    lines = [
        f"Of {done} acts, {regime.title.read(language)} was told of {count['seen']}; it missed {count['missed']} that it "
        f"looks for, and does not look for {count['not watched']}."
    ]
    if count["pinned on another"]:
        lines.append(f"Pinned on somebody else: {_many(count['pinned on another'], 'act')} of yours.")
    if count["never happened"] or count["somebody else did it"]:
        lines.append(
            f"About nothing that happened: {_many(count['never happened'], 'report')}. About what somebody else did: "
            f"{_many(count['somebody else did it'], 'report')}. None of that was your doing."
        )
    quiet = diary.silences(chronicle, regime.id)
    if quiet:
        lines.append(
            f"From silences or from other offices' lists, not from a report: {_many(len(quiet), 'entry', 'entries')}."
        )
    rows: list[tuple[str, ...]] = [("day", "what happened", "what they held", "what it counted")]
    titles = {observer.id: observer.title.read(language) for observer in regime.observers}
    for entry in entries:
        if entry.finding == "not watched":
            continue
        counted = ", ".join(_counted(regime, mark, language) for mark in entry.marks)
        held = f"seen by {titles.get(entry.by, entry.by)}" if entry.finding == "seen" else entry.finding
        rows.append((str(entry.day), acts[entry.kind].title.read(language), held, counted or "nothing"))
    for mark in quiet:
        what = f"not seen: {acts[mark.kind].title.read(language)}" if mark.kind else mark.by.replace("/", ", ")
        rows.append((str(mark.day), what, "no report", _counted(regime, mark, language)))
    rows[1:] = sorted(rows[1:], key=lambda row: int(row[0]))
    return Section(safe(f"Diary and dossier: {regime.title.read(language)}"), _safe(lines), _table(rows))


def _counted(regime: Regime, mark: Mark, language: str) -> str:
    """Return in words what a mark gave, and to which part of the score."""
    rule = regime.rule[mark.rule]
    words = str(rule.title.read(language))
    if not mark.points:
        return words
    part = next((factor.title.read(language) for factor in regime.scale.factors if factor.id == mark.factor), "")
    return f"{words} {mark.points:+g}" + (f" to {part}" if part else "")


def _many(number: int, one: str, several: str = "") -> str:
    return f"{number} {one if number == 1 else several or one + 's'}"


_FINDINGS = ("seen", "missed", "not watched", "pinned on another", "never happened", "somebody else did it")


def _course(chronicle: Chronicle, language: str) -> Section:
    lines, courses = [], []
    for at, regime in enumerate(chronicle.setup.regimes):
        dossier = chronicle.moment.dossiers[at]
        title = regime.title.read(language)
        if regime.scale.kind == "none":
            if regime.rolls:
                lines.append(f"{title} keeps no number, only lists.")
            continue
        if not dossier.facts["enrolled"]:
            lines.append(f"{title}: you were not in it at the end.")
        first, last = dossier.course[0][1], dossier.course[-1][1]
        tier = tier_title(regime, dossier.facts["tier"], language)
        word = regime.word.read(language)
        lines.append(
            f"{title}: from {number(regime.scale, first)} to {number(regime.scale, last)} {word}"
            + (f" ({tier})." if tier else ".")
        )
        courses.append(Series(title, tuple((float(day), float(score)) for day, score in dossier.course)))
    return Section(Safe("The course of it"), _safe(lines), (), tuple(courses))


def _doors(chronicle: Chronicle, language: str) -> Section:
    setup = chronicle.setup
    rows: list[tuple[str, ...]] = [("from", "to", "what stood", "what it did")]
    for spell in doors.spells(chronicle):
        measure = setup.regime[spell.regime].measure[spell.measure]
        until = f"day {spell.until}" if spell.until else "the end"
        what = what_it_does(measure, setup.vocabulary, language)
        rows.append((f"day {spell.since}", until, f"{measure.title.read(language)} ({measure.kind})", what))
    shut, eased = doors.shut_choices(chronicle), doors.eased_choices(chronicle)
    lines = [
        f"Shown to you closed: {_many(len(shut), 'choice')}. Eased or opened for you, and taken: {_many(len(eased), 'choice')}."
    ]
    texts = {}
    for turn in chronicle.turns:
        view = scene_view(turn.before, language) if turn.table else None
        if view is not None:
            texts.update({(turn.day, view.id, offer.id): offer.text for offer in view.offers})
    for closed in shut:
        by = ", ".join(
            setup.regime[regime].measure[name].title.read(language)
            for regime, name in closed.offer.closed_by
            if regime
        )
        lines.append(
            f"Day {closed.day}, closed by {by}: {texts.get((closed.day, closed.scene, closed.offer.choice.id), '')}"
        )
    return Section(Safe("What was open and what was closed"), _safe(lines), _table(rows) if len(rows) > 1 else ())


def _real(chronicle: Chronicle, sources: Mapping[str, Source], language: str) -> Section:
    things = reality.touched(chronicle, language)
    if not things:
        return Section(Safe("Is this real?"))
    counts = reality.by_status(things)
    shown = ", ".join(f"{count} {status}" for status, count in counts.items() if count)
    lines = [f"{len(things)} rules, lists and measures touched this life: {shown}."]
    lines.append("Invented means: no source says it, and the game had to choose a value.")
    rows: list[tuple[str, ...]] = [("status", "rule, list or measure", "where it comes from")]
    for thing in sorted(things, key=lambda thing: (thing.regime, thing.title)):
        cited = [sources[name] for name in thing.provenance.sources if name in sources]
        where = "; ".join(f"{fact.says} ({fact.title}, {fact.where})" for fact in cited)
        why = thing.provenance.why.read(language)
        rows.append((thing.provenance.status, f"{thing.regime}: {thing.title}", where or f"invented: {why}"))
    return Section(Safe("Is this real?"), _safe(lines), _table(rows))


def _safe(lines: Iterator[str] | Sequence[str]) -> tuple[Safe, ...]:
    return tuple(safe(line) for line in lines)


def _table(rows: Sequence[tuple[str, ...]]) -> tuple[tuple[Safe, ...], ...]:
    return tuple(tuple(safe(cell) for cell in row) for row in rows)
