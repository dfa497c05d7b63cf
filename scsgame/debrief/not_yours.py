"""What was never your doing: others' acts, reports about nothing, other offices, tides, and the luck of who looked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from scsgame.debrief.contingencies.procedures import Because, Classified, classified, not_your_doing
from scsgame.debrief.deeds import consequence_words, touches_words, who_words, with_regime
from scsgame.debrief.finding import Finding, finding
from scsgame.debrief.log import Log
from scsgame.game.wording import in_a_row
from scsgame.terms import SELF
from scsgame.tongue import Phrase, phrase

WHY: Mapping[Because, Phrase] = {
    "somebody_else": Phrase("not_yours.somebody", "{who} did it"),
    "nobody": Phrase("not_yours.nobody", "nobody did it: the report was made up"),
    "another_office": Phrase("not_yours.office", "another office's list"),
    "silence": Phrase("not_yours.silence", "not seen: {act}, and no choice then open would have kept it away"),
    "no_other_way": Phrase("not_yours.no_other_way", "every choice then open would have brought it"),
    "time": Phrase("not_yours.time", "time alone"),
    "start": Phrase("not_yours.start", "so it stood on the first day"),
}


def never_your_doing(log: Log, language: str = "en", found: Sequence[Classified] | None = None) -> Finding:
    """Return what came without the person's doing; `found` are the classified consequences, where they are known already."""
    chronicle = log.chronicle
    theirs = not_your_doing(tuple(found if found is not None else classified(log)))
    rows = [
        (
            str(one.of.day),
            with_regime(chronicle, one.of.regime, consequence_words(chronicle, one.of, language), language),
            WHY[one.because].read(language, who=_who(log, one, language), act=_act(log, one, language)),
        )
        for one in theirs
    ]
    head = (
        phrase("diary.day", "day", language),
        phrase("not_yours.came", "what came", language),
        phrase("not_yours.why", "why it was not yours", language),
    )
    return finding(
        "not_yours",
        phrase("not_yours.title", "What was never your doing", language),
        [*_says(log, theirs, language), *_luck(log, language), *_tides(log, language)],
        (phrase("not_yours.limit", "whether you would have lived otherwise had none of this come. It came to everybody who chose as you did, with this luck.", language),),
        (head, *rows) if rows else (),
    )  # fmt: skip


def _act(log: Log, one: Classified, language: str) -> str:
    source = one.through or one.of
    acts = log.chronicle.setup.vocabulary.acts
    return acts[source.act].title.read(language) if source.act else consequence_words(log.chronicle, source, language)


def _who(log: Log, one: Classified, language: str) -> str:
    source = one.through or one.of
    key = (source.act, source.done_on)
    by = [act.by for act in log.chronicle.acts if act.by != SELF and (act.kind, act.day) == key]
    names = dict.fromkeys(who_words(log.chronicle, whom, language) for whom in by)
    return in_a_row(names, language) or who_words(log.chronicle, source.whom, language)


def _says(log: Log, theirs: Sequence[Classified], language: str) -> Iterator[str]:
    good, bad = sum(one.of.valence > 0 for one in theirs), sum(one.of.valence < 0 for one in theirs)
    if theirs:
        yield phrase(
            "not_yours.sum",
            "{count} {count|thing|things} came to you for nothing that you did or left: {good} welcome, {bad} not.",
            language, count=len(theirs), good=good, bad=bad,
        )  # fmt: skip
    elif log.consequences:
        yield phrase(
            "not_yours.none", "Every entry, list and measure of this life hung on something you chose.", language
        )


def _luck(log: Log, language: str) -> Iterator[str]:
    """Yield how often somebody looked for an act of one's own and did not see it."""
    seen = missed = 0
    for decision in log.decisions:
        for watch in decision.choice.watches:
            for act in decision.choice.acts:
                if act in log.chronicle.setup.regime[watch.regime].observers_by_act:
                    hit = any(sight.act == act for sight in watch.sights)
                    seen, missed = seen + hit, missed + (not hit)
    if seen + missed:
        yield phrase(
            "not_yours.luck",
            "Whether an act was seen was drawn by luck: {seen} of {all} {all|act|acts} that somebody looked for. With another seed, others "
            "of the same acts would have been.",
            language, seen=seen, all=seen + missed,
        )  # fmt: skip


def _tides(log: Log, language: str) -> Iterator[str]:
    """Yield what came and went by itself."""
    total: Counter[str] = Counter()
    passed = (log.chronicle.morning, *(turn.passed for turn in log.chronicle.turns))
    for part in passed:
        for _, happening in part.happenings:
            if happening.what.startswith("tide "):
                total.update(dict(happening.effects))
    moved = tuple((meter, change) for meter, change in total.items() if change)
    if moved:
        yield phrase(
            "not_yours.tides", "Wages, food, rest and the like moved you by themselves: {sum} in all.", language,
            sum=touches_words(log.chronicle, moved, language),
        )  # fmt: skip
