"""Who lives the trial lives: the bots of the game, one who takes what was taken least, and two who learn.

The learners are the two oldest models of operant conditioning. One keeps what paid and changes what did not (Thorndike,
*win-stay lose-shift*); the other keeps an estimate of what each kind of choice is worth and corrects it by the surprise
(Q-learning). Both are rewarded by the score when there is one, and by their meters.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import Protocol

from scsgame.game.chronicle import Chronicle
from scsgame.game.moment import Moment
from scsgame.game.moves import Choose, Enrol, Move, Pay, Plead, Withdraw
from scsgame.game.offers import Offer
from scsgame.game.pleas import open_to, told_targets
from scsgame.session.bots import POLICIES, least_used
from scsgame.terms import Chance

LEARNS = 0.2
"""How far an estimate moves towards what has just been felt."""

LOOKS_AHEAD = 0.6
"""What the best of the next moment is worth today."""

TRIES = 0.1
"""How often a learner tries something else."""


class Player(Protocol):
    """Somebody who lives life after life, and may remember."""

    def move(self, chronicle: Chronicle) -> Move:
        """Return the next move."""
        ...

    def felt(self, chronicle: Chronicle) -> None:
        """Take in what the last move led to."""
        ...


class _Bot:
    """A bot of the game: it remembers nothing."""

    def __init__(self, name: str) -> None:
        self._policy = POLICIES[name]

    def move(self, chronicle: Chronicle) -> Move:
        return self._policy(chronicle)

    def felt(self, chronicle: Chronicle) -> None:
        """Feel nothing."""


class _LeastUsed:
    """Takes whichever open choice it took least so far."""

    def __init__(self) -> None:
        self._tally: Counter[tuple[str, str]] = Counter()

    def move(self, chronicle: Chronicle) -> Move:
        found = least_used(chronicle, self._tally)
        if isinstance(found, Choose):
            self._tally[found.scene, found.choice] += 1
        return found

    def felt(self, chronicle: Chronicle) -> None:
        """Feel nothing."""


def well_being(moment: Moment) -> float:
    """Return how well somebody stands who looks at meters and scores alike: each from 0 to 100, added."""
    life, total = moment.setup.life, 0.0
    for meter in life.meters:
        low, high = (meter.low, meter.high) if meter.high > meter.low else (meter.least, meter.most)
        total += 100 * min(1.0, max(0.0, (moment.life.facts[meter.id] - low) / max(1, high - low)))
    for regime, dossier in zip(moment.setup.regimes, moment.dossiers, strict=True):
        scale = regime.scale
        if scale.kind != "none" and scale.most > scale.least:
            total += 100 * (dossier.facts["score"] - scale.least) / (scale.most - scale.least)
        total -= 50 * sum(bool(dossier.facts[f"listed({roll.id})"]) for roll in regime.rolls if not roll.good)
    return total


class _Learner:
    """What both learners share: bills paid by luck, the moment before the last choice, and what it was."""

    name = "learner"

    def __init__(self) -> None:
        self._before: tuple[tuple[str, ...], float] | None = None

    def move(self, chronicle: Chronicle) -> Move:
        luck = Chance(f"{chronicle.setup.seed}/{self.name}")
        turn = len(chronicle.turns)
        owed = chronicle.moment.life.owed
        if owed and luck.draw("pays", turn) < 0.5:
            return Pay(owed[0].bill)
        table = chronicle.moment.table
        assert table is not None
        offers = [offer for offer in chronicle.moment.offers if offer.open]
        if luck.draw("tries", turn) < TRIES:
            picked = luck.pick(offers, "picks", turn)
        else:
            picked = max(offers, key=lambda offer: (self.worth(offer), luck.draw("ties", turn, offer.choice.id)))
        self._before = (features(picked), well_being(chronicle.moment))
        return Choose(table.scene.id, picked.choice.id)

    def felt(self, chronicle: Chronicle) -> None:
        if self._before is None:
            return
        seen, stood = self._before
        self._before = None
        offers = [] if chronicle.over else [offer for offer in chronicle.moment.offers if offer.open]
        self.learn(seen, well_being(chronicle.moment) - stood, offers)

    def worth(self, offer: Offer) -> float:
        raise NotImplementedError

    def learn(self, seen: tuple[str, ...], reward: float, offers: list[Offer]) -> None:
        raise NotImplementedError


def features(offer: Offer) -> tuple[str, ...]:
    """Return what a learner can tell choices apart by: acts, services, meters up or down, values."""
    choice = offer.choice
    found = [*choice.acts, *(use.service for use in choice.uses)]
    found += [f"{meter}{'+' if change > 0 else '-'}" for meter, change in choice.effects]
    found += [f"upholds {value}" for value in choice.upholds] + [f"betrays {value}" for value in choice.betrays]
    return tuple(found) or ("nothing",)


class _QLearner(_Learner):
    """Estimates what each feature is worth, and corrects itself by the surprise."""

    name = "q_learner"

    def __init__(self) -> None:
        super().__init__()
        self._weights: dict[str, float] = {}

    def worth(self, offer: Offer) -> float:
        return self._sum(features(offer))

    def _sum(self, seen: tuple[str, ...]) -> float:
        return sum(self._weights.get(feature, 0.0) for feature in seen) / len(seen)

    def learn(self, seen: tuple[str, ...], reward: float, offers: list[Offer]) -> None:
        best = max((self.worth(offer) for offer in offers), default=0.0)
        surprise = reward + LOOKS_AHEAD * best - self._sum(seen)
        for feature in seen:
            self._weights[feature] = self._weights.get(feature, 0.0) + LEARNS * surprise


class _WinStay(_Learner):
    """Does again what was rewarded last time, and leaves what was punished."""

    name = "win_stay_lose_shift"

    def __init__(self) -> None:
        super().__init__()
        self._last: dict[str, float] = {}

    def worth(self, offer: Offer) -> float:
        return sum(self._last.get(feature, 0.0) for feature in features(offer))

    def learn(self, seen: tuple[str, ...], reward: float, offers: list[Offer]) -> None:
        del offers
        for feature in seen:
            self._last[feature] = 1.0 if reward >= 0 else -1.0


_LEARNED: dict[str, Callable[[], Player]] = {
    "least_used": _LeastUsed,
    "q_learner": _QLearner,
    "win_stay_lose_shift": _WinStay,
}
PLAYERS: tuple[str, ...] = (*_LEARNED, *POLICIES)
"""Every player by name."""

LEANS = {
    "random": "anything", "least_used": "what was taken least", "q_learner": "learns by reward", "win_stay_lose_shift": "learns by reward",
    "payer": "pays its bills", "non_payer": "pays nothing", "careful": "the published rules", "insider": "the score",
    "repentant": "late obedience", "contrarian": "against the score", "thrifty": "money", "sociable": "ties", "steadfast": "self",
    "restful": "strength", "tireless": "no rest",
}  # fmt: skip
"""What each player leans to, in words."""


def player(name: str) -> Player:
    """Return a player of this name who has lived nothing yet."""
    made = _LEARNED.get(name)
    return made() if made else _Bot(name)


def errand(chronicle: Chronicle, share: float = 0.04) -> Move | None:
    """Return a move away from the table, now and then: joining, leaving, pleading. Nobody but luck decides."""
    setup, moment = chronicle.setup, chronicle.moment
    luck = Chance(f"{setup.seed}/errand")
    turn = len(chronicle.turns)
    for regime, dossier in zip(setup.regimes, moment.dossiers, strict=True):
        enrolled = dossier.facts["enrolled"]
        joiner = luck.draw("joiner", regime.id) < 0.7
        if regime.opt_in and not enrolled and joiner and luck.draw("joins", turn, regime.id) < 4 * share:
            return Enrol(regime.id)
        if regime.opt_in and enrolled and regime.may_leave and luck.draw("leaves", turn, regime.id) < share / 10:
            return Withdraw(regime.id)
        if regime.redress and luck.draw("pleads", turn, regime.id) < share:
            for way in regime.redress:
                if open_to(way, moment.life.facts, dossier) and (
                    about := next(told_targets(setup, setup.at[regime.id], dossier, way), None)
                ):
                    return Plead(regime.id, way.id, about[0])
    return None
