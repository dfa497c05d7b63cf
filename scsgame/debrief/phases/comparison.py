"""Two stretches of a life held against each other, as far as the choices in them carry it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from scsgame.debrief.log import Decision
from scsgame.debrief.phases.conditions import Change, Stretch
from scsgame.debrief.phases.groups import Group
from scsgame.debrief.statistics.changepoints import Drawn, Exact, Session, exact_test
from scsgame.debrief.statistics.hysteresis import hysteresis
from scsgame.debrief.statistics.overlap import Overlap, overlap
from scsgame.debrief.statistics.proportions import NEVER, PERCENT_FROM, Interval, Rate, difference
from scsgame.debrief.statistics.suppression import (
    BesideTheTwin,
    beside_the_twin,
    chilling_index,
    residual_chill,
    suppression_ratio,
)
from scsgame.debrief.unsaid import Unsaid, unsaid
from scsgame.tongue import Phrase

BLOCKS = 3
"""A phase needs so many blocks before blocks are compared; five would be the rule, three is the least."""

BLOCK_SIZES = (5, 2)
"""A block is so many chances: five where there are enough, else two."""

CELL = PERCENT_FROM
"""So many chances at least on either side, before a figure is made of two rates."""

FEW_BLOCKS = Phrase(
    "unsaid.few_blocks", "a comparison of blocks where there are not three blocks of two chances on either side"
)
FEW_CHANCES = Phrase(
    "unsaid.few_chances", "a figure made of two rates where there are not ten chances on either side"
)
NO_RETURN = Phrase(
    "unsaid.no_return", "how much of a change would have stayed, because the first condition never came back"
)
NOTHING_CHANGED = Phrase(
    "unsaid.nothing_changed",
    "how much of a change stayed, where the change itself is not clear from so few choices",
)
NOTHING_DONE = Phrase(
    "unsaid.nothing_done", "the share that went missing of what was never done when less was asked of you"
)
NOT_DRAWN = Phrase("unsaid.not_drawn", "a p-value, because nobody drew by lot when things changed")


class Comparison(NamedTuple):
    """One group of acts under less pressure and under more.

    `shift` is the interval of the rate under more less the rate under less; `overlap` compares blocks of `block` chances.
    `ratio` is the suppression ratio and `chill` the chilling index; `stays` is how much of a change was left when the first
    condition came back.
    """

    group: Group
    free: Rate
    pressed: Rate
    shift: Interval | Unsaid
    block: int
    overlap: Overlap | Unsaid
    ratio: float | Unsaid
    chill: float | Unsaid
    stays: float | Unsaid


def compare(change: Change, group: Group) -> Comparison:
    """Hold one group of acts under less pressure against the same group under more."""
    free, pressed = (rate_of(stretches, group) for stretches in (change.free, change.pressed))
    enough = _enough(free, pressed)
    size, compared = _blocks(change, group)
    shares = (pressed.done / pressed.chances, free.done / free.chances) if enough else None
    return Comparison(
        group,
        free,
        pressed,
        difference(pressed, free) if enough else unsaid(FEW_CHANCES),
        size,
        compared,
        _or_unsaid(suppression_ratio(*shares)) if shares else unsaid(FEW_CHANCES),
        _or_unsaid(chilling_index(*shares)) if shares else unsaid(FEW_CHANCES),
        _stays(change.trio, group),
    )


def rate_of(stretches: Iterable[Stretch], group: Group) -> Rate:
    """Return how often a group of acts was done over several stretches."""
    found = NEVER
    for stretch in stretches:
        found = found.plus(group.rate(stretch.decisions))
    return found


def blocks(answers: Sequence[bool], size: int) -> tuple[int, ...]:
    """Return how often it was done in each whole block; chances left over at the end make no block."""
    return tuple(sum(answers[at : at + size]) for at in range(0, len(answers) - size + 1, size))


def beside_neutral(change: Change, sensitive: Group, neutral: Group) -> BesideTheTwin | Unsaid:
    """Return how far sensitive acts fell further than neutral acts of the same shape."""
    cells = [rate_of(side, group) for group in (sensitive, neutral) for side in (change.pressed, change.free)]
    if min(cell.chances for cell in cells) < CELL:
        return unsaid(FEW_CHANCES)
    found = beside_the_twin(*(cell.done / cell.chances for cell in cells))
    return unsaid(NOTHING_DONE) if found is None else found


def left_over(change: Change, group: Group) -> float | Unsaid:
    """Return how far the rate stays below what it was, once pressure has come and gone again."""
    if change.relief is None:
        return unsaid(NO_RETURN)
    was, now = (group.rate(change.relief[at].decisions) for at in (0, 2))
    if not _enough(was, now):
        return unsaid(FEW_CHANCES)
    return residual_chill(was.done / was.chances, now.done / now.chances)


def tested(decisions: Sequence[Decision], group: Group | None, drawn: Drawn | None) -> Exact | Unsaid:
    """Return the exact test of a life whose change points were drawn by lot; for any other, why there is no p-value.

    Its decisions are cut into as many blocks as were drawn over; those left over at the end are in none.
    """
    if drawn is None or group is None:
        return unsaid(NOT_DRAWN)
    size = len(decisions) // drawn.blocks
    if not size:
        return unsaid(FEW_CHANCES)
    runs = [decisions[at * size : (at + 1) * size] for at in range(drawn.blocks)]
    return exact_test([Session(drawn, tuple(group.rate(run) for run in runs))], drawn.seed)


def _blocks(change: Change, group: Group) -> tuple[int, Overlap | Unsaid]:
    """Return how long a block is, and how the blocks of the two conditions overlap; no block reaches over a stretch's end."""
    for size in BLOCK_SIZES:
        free, pressed = (
            [block for stretch in side for block in blocks(group.answers(stretch.decisions), size)]
            for side in (change.free, change.pressed)
        )
        if min(len(free), len(pressed)) >= BLOCKS:
            return size, overlap(free, pressed, group.expected)
    return 0, unsaid(FEW_BLOCKS)


def _stays(trio: tuple[Stretch, Stretch, Stretch] | None, group: Group) -> float | Unsaid:
    if trio is None:
        return unsaid(NO_RETURN)
    was, during, back = (group.rate(stretch.decisions) for stretch in trio)
    if min(was.chances, during.chances, back.chances) < CELL:
        return unsaid(FEW_CHANCES)
    if difference(during, was).holds(0.0):
        return unsaid(NOTHING_CHANGED)
    return hysteresis(*(rate.done / rate.chances for rate in (was, during, back))) or 0.0


def _or_unsaid(found: float | None) -> float | Unsaid:
    return unsaid(NOTHING_DONE) if found is None else found


def _enough(one: Rate, other: Rate) -> bool:
    return min(one.chances, other.chances) >= CELL
