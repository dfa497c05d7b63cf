"""How much hung on what, and on what schedules, told: figures with what they cannot show."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from scsgame.debrief.contingencies import economy, learning
from scsgame.debrief.contingencies.dependence import Contingency, contingency, gains, loses
from scsgame.debrief.contingencies.met import Schedule, schedules
from scsgame.debrief.contingencies.words import met_words, programmed_words
from scsgame.debrief.figures import interval_words, rate_words, two_digits
from scsgame.debrief.finding import Finding, finding
from scsgame.debrief.log import Log
from scsgame.regime.charter import Regime
from scsgame.tongue import phrase


def how_much_hung(log: Log, regime: Regime, language: str = "en") -> Finding | None:
    """Return delta P for each act of which both sides were there to be seen; None where there is no such act."""
    acts = log.chronicle.setup.vocabulary.acts
    rows: list[tuple[str, ...]] = []
    turns: set[int] = set()
    for response in log.responses:
        if response.kind != "act" or not any(rule.act in response.acts for rule in regime.rules):
            continue
        for sort, name in ((gains(regime.id), "+"), (loses(regime.id), "-")):
            found = contingency(log, response, sort)
            if found.with_it.done or found.would_with or found.without.done:
                (act,) = response.acts
                turns.update(decision.turn for decision in log.decisions if decision.free(response.acts))
                rows.append((acts[act].title.read(language), name, *_figures(found, language)))
    if not rows:
        return None
    head = (
        phrase("dependence.act", "act", language),
        phrase("dependence.sort", "what came", language),
        phrase("dependence.with", "after it", language),
        phrase("dependence.without", "without it", language),
        phrase("dependence.delta", "delta P, 95 %", language),
        phrase("dependence.arranged", "as arranged", language),
    )
    return finding(
        "dependence",
        phrase("dependence.title", "How much hung on it: {regime}", language, regime=regime.title.read(language)),
        (
            phrase(
                "dependence.how",
                "Delta P is how much likelier something came after an act than without it: 1 always and only, 0 no matter. + stands for something "
                "welcome, - for something unwelcome. The last column needs no guess about these decisions: each of them was made both ways.",
                language,
            ),
        ),
        (phrase("dependence.limit", "that you knew. The interval takes your decisions for independent of each other, which they are not, so it is too narrow.", language),),
        (head, *rows),
        turns=sorted(turns),
    )  # fmt: skip


def _figures(found: Contingency, language: str) -> tuple[str, ...]:
    met = ""
    if found.delta is not None:
        interval = interval_words(found.interval, language)
        met = phrase(
            "dependence.figure", "{delta} ({interval})", language, delta=two_digits(found.delta), interval=interval
        )
    return (
        rate_words(found.with_it, language),
        rate_words(found.without, language),
        met,
        "" if found.arranged is None else two_digits(found.arranged),
    )


def as_schedules(log: Log, regime: Regime, language: str = "en") -> Finding | None:
    """Return a regime's rules as schedules: as programmed, and as this life met them; None where it has no rules."""
    if not regime.rules:
        return None
    met = [one for one in schedules(log) if one.regime == regime.id]
    lines = list(_schedule_says(regime, met, language))
    remarks = learning.remarks(regime, log.chronicle.setup.vocabulary)
    lines += learning.in_words(remarks, regime, language)
    head = (
        phrase("ledger.rule", "rule", language),
        phrase("schedules.programmed", "as programmed", language),
        phrase("schedules.tried", "done, followed", language),
        phrase("schedules.met", "as you met it", language),
    )
    return finding(
        "schedules",
        phrase("schedules.title", "On what schedule: {regime}", language, regime=regime.title.read(language)),
        lines,
        (
            phrase("schedules.limit", "VR from RR, or VI from RI: no record of this length can. Nor what was programmed, where the table says undecided.", language),
            phrase("schedules.hypothetical", "how the same schedules act on anybody outside. Points in a game buy nothing, and a stated rule can override what follows.", language),
        ),
        (head, *(_schedule_row(regime, one, language) for one in met)) if met else (),
        turns=sorted({chance.turn for one in met if one.met.responses for chance in log.opportunities((one.act,))}),
    )  # fmt: skip


def _schedule_says(regime: Regime, met: Sequence[Schedule], language: str) -> Iterator[str]:
    yield from economy.in_words(regime, language)
    if regime.scale.updates in {"weekly", "monthly"} and regime.scale.kind != "none":
        yield phrase(
            "schedules.updated",
            "The score is made anew on a fixed day, whatever one did. That delays what acts bring; it does not make them a fixed interval, "
            "because every act since the last time counts.",
            language,
        )  # fmt: skip
    tried = [one for one in met if one.met.responses]
    named = sum(one.met.verdict != "undecided" for one in tried)
    if tried and named:
        yield phrase(
            "schedules.sum", "Of {count} {count|rule|rules} whose act you did, your own record names the schedule of {named}; the rest stay undecided.",
            language, count=len(tried), named=named,
        )  # fmt: skip
    elif tried:
        yield phrase(
            "schedules.none", "You did the act of {count} {count|rule|rules}. Your own record names the schedule of none of them.", language,
            count=len(tried),
        )  # fmt: skip


def _schedule_row(regime: Regime, one: Schedule, language: str) -> tuple[str, ...]:
    plans = dict.fromkeys(programmed_words(plan, language) for plan in one.programmed)
    return (
        regime.rule[one.rule].title.read(language),
        phrase("schedules.then", ", then ", language).join(plans),
        phrase(
            "schedules.counts", "{done}, {followed}", language, done=one.met.responses, followed=one.met.consequences
        ),
        met_words(one.met, language),
    )
