"""What you did: how much, how often what, and what it left of you."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from scsgame.debrief.chapters.page import Page, page
from scsgame.debrief.chapters.striking import striking
from scsgame.debrief.cumulative.telling import THEMES
from scsgame.debrief.deeds import decision_words, full_stop
from scsgame.debrief.finding import Finding, finding
from scsgame.debrief.log import Log
from scsgame.debrief.pictures.picture import Grid
from scsgame.debrief.sections import safe_all
from scsgame.game.view import ending_view
from scsgame.game.wording import in_a_row
from scsgame.life.vocabulary import Act
from scsgame.terms import SELF
from scsgame.tongue import phrase

OFTEN = 3
"""So many acts are named as those done most."""


def did(log: Log, language: str) -> Page:
    """Return what was done, week by week."""
    chronicle = log.chronicle
    own = [act for act in chronicle.acts if act.by == SELF]
    turns = [turn.number for turn in chronicle.turns if turn.taken]
    return page(_says(log, own, language), _weeks(log, own, language), _behind(log, own, language), turns)


def _says(log: Log, own: Sequence[Act], language: str) -> Iterator[str]:
    chronicle = log.chronicle
    moment, life = chronicle.moment, chronicle.setup.life
    yield phrase(
        "did.sum", "{life}: {days} days, {choices} choices, {acts} acts.", language, life=life.title.read(language),
        days=moment.day, choices=sum(turn.taken is not None for turn in chronicle.turns), acts=len(own),
    )  # fmt: skip
    if chronicle.setup.values:
        held = [value.title.read(language) for value in life.values if value.id in chronicle.setup.values]
        yield phrase("did.values", "You set out to hold to {values}.", language,
                     values=phrase("and", " and ", language).join(held))  # fmt: skip
    acts = chronicle.setup.vocabulary.acts
    most = [(kind, count) for kind, count in Counter(act.kind for act in own).most_common(OFTEN) if count > 1]
    if most:
        named = (
            phrase("did.times", "“{act}” ({count})", language, act=acts[kind].title.read(language), count=count)
            for kind, count in most
        )
        yield phrase("did.most", "Most often: {acts}.", language, acts=in_a_row(named, language))
    yield from striking(log, language)
    told = [one for one in log.decisions if one.sort == "choice"]
    if len(told) > 1:
        first, last = told[0], told[-1]
        yield phrase(
            "did.first_last", "Your first choice: “{first}” Your last, on day {day}: “{last}”", language, day=last.day,
            first=full_stop(decision_words(log, first.number, language), language),
            last=full_stop(decision_words(log, last.number, language), language),
        )  # fmt: skip
    if moment.ending:
        yield phrase("did.ended", "It ended with “{ending}”.", language, ending=ending_view(moment, language).title)


def _weeks(log: Log, own: Sequence[Act], language: str) -> Grid | None:
    if not own:
        return None
    meanings = log.chronicle.setup.vocabulary.acts
    weeks = range(1, (log.chronicle.moment.day - 1) // 7 + 2)
    count = Counter((meanings[act.kind].theme, (act.day - 1) // 7 + 1) for act in own)
    themes = [theme for theme in dict.fromkeys((*THEMES, *(meanings[act.kind].theme for act in own)))
              if any(count[theme, week] for week in weeks)]  # fmt: skip
    return Grid(
        phrase("did.picture", "Acts by week, and what they were about", language),
        safe_all(THEMES[theme].read(language) if theme in THEMES else theme for theme in themes),
        safe_all(str(week) for week in weeks),
        tuple(tuple(count[theme, week] for week in weeks) for theme in themes),
    )


def _behind(log: Log, own: Sequence[Act], language: str) -> Iterator[Finding | None]:
    chronicle = log.chronicle
    acts = chronicle.setup.vocabulary.acts
    done = Counter(act.kind for act in own)
    rows: list[tuple[str, ...]] = [
        (phrase("did.act", "act", language), phrase("did.done", "done", language), phrase("did.could", "decisions in which you could", language))
    ]  # fmt: skip
    offered = [kind for kind in acts if done[kind] or log.opportunities((kind,))]
    rows += [
        (acts[kind].title.read(language), str(done[kind]), str(len(log.opportunities((kind,)))))
        for kind in sorted(offered, key=lambda kind: -done[kind])
    ]
    never = sum(not done[kind] for kind in offered)
    yield finding(
        "acts",
        phrase("did.by_act", "Act by act", language),
        [phrase("did.kinds", "{done} kinds of acts were done; {never} more you could have done and never did.", language,
                done=len(offered) - never, never=never)],
        [phrase("did.limit", "what you would have done had it come more often. Which scenes came was partly luck.", language)],
        rows if offered else (),
        turns=[turn.number for turn in chronicle.turns if turn.taken],
    )  # fmt: skip
