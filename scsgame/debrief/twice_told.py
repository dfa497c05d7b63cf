"""One act, counted more than once: by several rules, by several systems, or again through a list that another office reads."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from scsgame.debrief import diary
from scsgame.debrief.consequences import Consequence
from scsgame.debrief.contingencies.procedures import Classified
from scsgame.debrief.deeds import consequence_words, decision_words, with_regime
from scsgame.debrief.finding import Finding, finding
from scsgame.debrief.log import Log
from scsgame.debrief.watched import counted
from scsgame.game.wording import in_a_row
from scsgame.tongue import phrase


def counted_twice(log: Log, language: str = "en", came: Sequence[Classified] = ()) -> Finding | None:
    """Return the acts that were counted more than once; None where there were none.

    `came` are the classified consequences: with them, what other offices took because of a list is counted too.
    """
    setup = log.chronicle.setup
    through = _through_lists(came)
    found = [
        pair
        for pair in diary.twice({regime.id: diary.compare(log, regime.id) for regime in setup.regimes})
        if pair[0].decision not in through
    ]
    if not found and not through:
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
    rows += [
        (
            str(log.decisions[number - 1].day),
            decision_words(log, number, language),
            in_a_row(
                (
                    with_regime(log.chronicle, one.regime, consequence_words(log.chronicle, one, language), language)
                    for one in marks
                ),
                language,
            ),
        )
        for number, marks in through.items()
    ]
    rows.sort(key=lambda row: int(row[0]))
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
        turns=sorted({log.decisions[number - 1].turn for number in (*through, *(entry.decision for entry, _ in found))}),
    )  # fmt: skip


def _through_lists(came: Sequence[Classified]) -> Mapping[int, tuple[Consequence, ...]]:
    """Return, by decision, every mark with points that hung on it, where some of them came through another office's list."""
    marks: dict[int, list[Consequence]] = {}
    for one in came:
        if one.of.kind == "mark" and one.of.points and len(one.decisions) == 1:
            marks.setdefault(one.decisions[0], []).append(one.of)
    return {
        number: tuple(found)
        for number, found in sorted(marks.items())
        if len(found) > 1 and any(not one.act for one in found)
    }
