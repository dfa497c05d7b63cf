"""One act, counted more than once: by several rules, or by several systems."""

from __future__ import annotations

from scsgame.debrief import diary
from scsgame.debrief.deeds import with_regime
from scsgame.debrief.finding import Finding, finding
from scsgame.debrief.log import Log
from scsgame.debrief.watched import counted
from scsgame.game.wording import in_a_row
from scsgame.tongue import phrase


def counted_twice(log: Log, language: str = "en") -> Finding | None:
    """Return the acts that were counted more than once; None where there were none."""
    setup = log.chronicle.setup
    found = diary.twice({regime.id: diary.compare(log, regime.id) for regime in setup.regimes})
    if not found:
        return None
    rows = [
        (
            str(entry.day),
            setup.vocabulary.acts[entry.kind].title.read(language),
            in_a_row(
                (
                    with_regime(log.chronicle, regime, counted(setup.regime[regime], mark, language), language)
                    for regime, mark in marks
                ),
                language,
            ),
        )
        for entry, marks in found
    ]
    head = (
        phrase("diary.day", "day", language),
        phrase("diary.happened", "what happened", language),
        phrase("diary.counted", "what it counted", language),
    )
    return finding(
        "twice",
        phrase("twice.title", "Counted more than once", language),
        (phrase("twice.sum", "{count} {count|act|acts} of yours {count|was|were} counted more than once.", language, count=len(rows)),),
        (phrase("twice.limit", "that this is unjust. Two offices may each have a reason; neither asks what the other took.", language),),
        (head, *rows),
        turns=sorted({log.decisions[entry.decision - 1].turn for entry, _ in found}),
    )  # fmt: skip
