"""The motions: when each fits a life, what in that life speaks for it and against it, and what it cannot answer."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from scsgame.debrief.debate.lived import Lived
from scsgame.debrief.figures import rate_words
from scsgame.game.wording import in_a_row
from scsgame.terms import Day, Safe
from scsgame.tongue import Phrase, phrase


class Evidence(NamedTuple):
    """One thing in a life that speaks for one side, the turns behind it, and the days, where they are not those of the turns."""

    says: Safe
    turns: tuple[int, ...] = ()
    days: tuple[Day, ...] = ()


Side = Callable[[Lived], Iterator[Evidence]]


class Motion(NamedTuple):
    """One motion. `fits` says how well it suits a life, 0 not at all; `figures` are the published ones to set beside it."""

    id: str
    words: Phrase
    fits: Callable[[Lived], float]
    for_it: Side
    against_it: Side
    figures: tuple[str, ...]
    question: Phrase


def _went_on(life: Lived) -> Iterator[Evidence]:
    if life.after_cost is not None and life.after_cost[1]:
        title, again, rate = life.after_cost
        yield Evidence(
            phrase("motion.again", "“{act}” cost points, and you did it again in {rate} later chances.", life.language, act=title,
                   rate=rate_words(rate, life.language)), *life.behind(*(one.number for one in again)),
        )  # fmt: skip


def _stopped(life: Lived) -> Iterator[Evidence]:
    if life.after_cost is not None:
        title, _, rate = life.after_cost
        kept = rate._replace(done=rate.chances - rate.done)
        if kept.done:
            yield Evidence(phrase("motion.stopped", "After “{act}” had cost points you left it in {rate} later chances.", life.language,
                                  act=title, rate=rate_words(kept, life.language)))  # fmt: skip


def _small(life: Lived) -> Iterator[Evidence]:
    if life.costs:
        small = [number for one, number in life.costs if one.points > min(one.points for one, _ in life.costs)]
        if small:
            yield Evidence(phrase("motion.small", "{count} smaller {count|loss|losses} came beside the largest, and you went on living with each.", life.language,
                                  count=len(small)), *life.behind(*small))  # fmt: skip


def _large(life: Lived) -> Iterator[Evidence]:
    if life.costs:
        worst, number = min(life.costs, key=lambda pair: pair[0].points)
        share = worst.points / sum(one.points for one, _ in life.costs)
        yield Evidence(
            phrase("motion.large", "One entry on day {day} took {points} points: {share} in 100 of all that was taken for what you did.", life.language,
                   day=worst.day, points=f"{-worst.points:g}", share=round(100 * share)), *life.behind(number),
        )  # fmt: skip


def _unseen(life: Lived) -> Iterator[Evidence]:
    if life.gaze is not None and life.gaze.unseen.done:
        yield Evidence(phrase("motion.unseen", "You held back in {rate} choices in which nobody would have seen it.", life.language,
                              rate=rate_words(life.gaze.unseen, life.language)), life.gaze.turns)  # fmt: skip


def _bold(life: Lived) -> Iterator[Evidence]:
    if life.gaze is not None:
        bold = life.gaze.unseen._replace(done=life.gaze.unseen.chances - life.gaze.unseen.done)
        if bold.done:
            yield Evidence(phrase("motion.bold", "Told that somebody may look, you did it all the same in {rate} choices in which nobody did.", life.language,
                                  rate=rate_words(bold, life.language)))  # fmt: skip


def _punished(life: Lived) -> Iterator[Evidence]:
    if life.costs:
        yield Evidence(phrase("motion.punished", "What you did took {count} {count|entry|entries} from you, {points} points in all.", life.language,
                              count=len(life.costs), points=f"{-sum(one.points for one, _ in life.costs):g}"),
                       *life.behind(*(number for _, number in life.costs)))  # fmt: skip


def _untrue(life: Lived) -> Iterator[Evidence]:
    found = life.of("invented", "mistaken", "pinned")
    if found:
        yield Evidence(phrase("motion.untrue", "{count} {count|report|reports} of this life {count|was|were} not as it had been.", life.language, count=len(found)),
                       *life.behind(*(entry.decision for entry in found)))  # fmt: skip


def _missed(life: Lived) -> Iterator[Evidence]:
    found = life.of("missed")
    if found:
        yield Evidence(phrase("motion.missed", "{count} {count|act|acts} of yours that somebody looks for went unseen. A system without gaps would have had {count|it|them} all.",
                              life.language, count=len(found)), *life.behind(*(entry.decision for entry in found)))  # fmt: skip


def _luck(life: Lived) -> Iterator[Evidence]:
    seen = {entry.kind: entry for entry in life.of("seen")}
    both = [(seen[entry.kind], entry) for entry in life.of("missed") if entry.kind in seen]
    if both:
        yes, no = both[0]
        title = life.log.chronicle.setup.vocabulary.acts[no.kind].title.read(life.language)
        yield Evidence(
            phrase("motion.luck", "{count} {count|act was|acts were} missed that {count|was|were} reported of you on other days, such as “{act}” on days {missed} and {seen}.",
                   life.language, count=len(both), act=title, missed=no.day, seen=yes.day), *life.behind(yes.decision, no.decision),
        )  # fmt: skip


def _true(life: Lived) -> Iterator[Evidence]:
    found = life.of("seen")
    if found:
        yield Evidence(phrase("motion.true", "{count} {count|report|reports} about you {count|was|were} true.", life.language, count=len(found)),
                       *life.behind(*(entry.decision for entry in found)))  # fmt: skip


def _standing_won(life: Lived) -> Iterator[Evidence]:
    found = [one for report in life.selves for one in report.standoffs if one.won == "standing"]
    if found:
        yield Evidence(phrase("motion.standing", "In {count} {count|choice|choices} your standing won against what you had set out to hold to.", life.language,
                              count=len(found)), tuple(one.turn for one in found))  # fmt: skip


def _self_won(life: Lived) -> Iterator[Evidence]:
    found = [one for report in life.selves for one in report.standoffs if one.won == "self"]
    if found:
        yield Evidence(phrase("motion.own", "In {count} {count|choice|choices} what you had set out to hold to won, though it counted for less.", life.language,
                              count=len(found)), tuple(one.turn for one in found))  # fmt: skip


def _rewarded(life: Lived) -> Iterator[Evidence]:
    if life.gifts:
        yield Evidence(phrase("motion.rewarded", "{count} {count|thing|things} that you did {count|was|were} rewarded with points.", life.language,
                              count=len(life.gifts)), *life.behind(*(number for _, number in life.gifts)))  # fmt: skip


def _unpaid(life: Lived) -> Iterator[Evidence]:
    held = frozenset(life.log.chronicle.setup.values)
    paid = {number for _, number in life.gifts}
    found = [
        one for one in life.log.decisions
        if one.sort == "choice" and one.number not in paid and (taken := life.log.chronicle.turns[one.turn - 1].taken) is not None
        and not held.isdisjoint(taken.choice.upholds)
    ]  # fmt: skip
    if found:
        yield Evidence(phrase("motion.unpaid", "{count} {count|choice|choices} stood for what you hold to and brought no point.", life.language, count=len(found)),
                       tuple(one.turn for one in found))  # fmt: skip


def _lasts(life: Lived) -> Iterator[Evidence]:
    if life.lasting:
        yield Evidence(phrase("motion.lasts", "On your last day these still stood against you: {names}.", life.language,
                              names=in_a_row(life.lasting, life.language)))  # fmt: skip


def _twice(life: Lived) -> Iterator[Evidence]:
    if life.twice:
        yield Evidence(phrase("motion.twice", "{count} {count|act|acts} of yours {count|was|were} counted more than once.", life.language, count=len(life.twice)),
                       *life.behind(*(entry.decision for entry in life.twice)))  # fmt: skip


def _deserved(life: Lived) -> Iterator[Evidence]:
    if life.costs:
        yield Evidence(phrase("motion.deserved", "Behind {count} of the entries against you stands something that you chose.", life.language, count=len(life.costs)),
                       *life.behind(*(number for _, number in life.costs)))  # fmt: skip


MOTIONS = (
    Motion(
        "price", Phrase("motion.price", "This House believes that a fine is a price."),
        lambda life: len(life.after_cost[1]) if life.after_cost is not None else 0, _went_on, _stopped, ("fine", "tokens"),
        Phrase("motion.price_question", "Would you have gone on had the same loss been called a punishment?"),
    ),
    Motion(
        "small", Phrase("motion.small_often", "This House believes that frequent small penalties are kinder than rare harsh ones."),
        lambda life: 1 + len(life.costs) / 2 if life.costs else 0, lambda life: (one for side in (_large, _small) for one in side(life)), _punished,
        ("certainty", "tokens"), Phrase("motion.small_question", "Which would somebody with less money than you have chosen?"),
    ),
    Motion(
        "watched", Phrase("motion.watched", "This House believes that to be possibly watched is worse than to be punished."),
        lambda life: life.gaze.unseen.done if life.gaze is not None else 0, _unseen, lambda life: (one for side in (_bold, _punished) for one in side(life)),
        ("eyes", "wikipedia", "searches"), Phrase("motion.watched_question", "How many of these would you have left alone with nobody in the world to see?"),
    ),
    Motion(
        "gaps", Phrase("motion.gaps", "This House would rather be watched without gaps than by chance."),
        lambda life: len(life.of("missed")) / 2 + 2 * len(life.of("invented", "mistaken", "pinned")), lambda life: (one for side in (_untrue, _luck) for one in side(life)),
        lambda life: (one for side in (_missed, _true) for one in side(life)), ("observed", "eyes"),
        Phrase("motion.gaps_question", "Is it fairer to be caught by luck or never to be missed?"),
    ),
    Motion(
        "character", Phrase("motion.character", "This House believes that a score shows what people are worth."),
        lambda life: 3 * sum(bool(report.standoffs) for report in life.selves), lambda life: (one for side in (_deserved, _true) for one in side(life)),
        lambda life: (one for side in (_self_won, _standing_won, _untrue) for one in side(life)), ("approval", "information"),
        Phrase("motion.character_question", "Who would you have been had nothing counted?"),
    ),
    Motion(
        "rewards", Phrase("motion.rewards", "This House believes that points spoil good deeds."),
        lambda life: len(life.gifts), lambda life: (one for side in (_standing_won, _rewarded) for one in side(life)), _unpaid, ("rewards", "tokens"),
        Phrase("motion.rewards_question", "Which of the rewarded things would you go on doing when the points stop?"),
    ),
    Motion(
        "forgetting", Phrase("motion.forgetting", "This House believes that every entry should be struck out after a year."),
        lambda life: 4 * len(life.lasting), _lasts, _deserved, ("information", "approval"),
        Phrase("motion.forgetting_question", "What do those who come after you have a right to know?"),
    ),
    Motion(
        "everywhere", Phrase("motion.everywhere", "This House believes that whoever breaks trust in one place may be restricted everywhere."),
        lambda life: 2 * len(life.twice), lambda life: (one for side in (_deserved, _true) for one in side(life)), _twice, ("approval", "visible"),
        Phrase("motion.everywhere_question", "Would the second office have judged you so, had it seen you itself?"),
    ),
)  # fmt: skip
