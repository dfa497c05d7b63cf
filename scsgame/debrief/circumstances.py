"""The same person in other circumstances: the same choices and the same luck, with one thing otherwise that nobody chose."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from scsgame.debrief.finding import Finding, finding
from scsgame.debrief.heed import Heed, somebody_waits
from scsgame.game.chronicle import Chronicle, begin, go_on_living
from scsgame.game.circumstances import CIRCUMSTANCES, Circumstance
from scsgame.game.moves import Choose
from scsgame.game.wording import in_a_row, number, stands, tier_title
from scsgame.regime.charter import Regime
from scsgame.regime.dossier import Dossier
from scsgame.terms import Safe
from scsgame.tongue import phrase


@dataclass(frozen=True)
class Otherwise:
    """The same choices in another circumstance.

    `chronicle` is the life they made there, `refused` counts choices that could not be made, `forced` scenes that would
    not have come by themselves.
    """

    circumstance: Circumstance
    chronicle: Chronicle
    refused: int
    forced: int


def otherwise(chronicle: Chronicle, heed: Heed = somebody_waits) -> tuple[Otherwise, ...]:
    """Return the life in every circumstance that changes anything in it."""
    return tuple(_in(chronicle, one, heed) for one in CIRCUMSTANCES.values() if one.matters(chronicle.setup))


def _in(chronicle: Chronicle, circumstance: Circumstance, heed: Heed) -> Otherwise:
    heed()
    moves = [turn.move for turn in chronicle.turns]
    lived, amiss = go_on_living(begin(circumstance.given(chronicle.setup)), moves)
    forced = sum(one.kind == "forced" for one in amiss)
    refused = sum(one.kind == "gone" and isinstance(one.move, Choose) for one in amiss)
    return Otherwise(circumstance, lived, refused, forced)


def same_person(chronicle: Chronicle, language: str = "en", heed: Heed = somebody_waits) -> Finding | None:
    """Return how the same choices would have stood for somebody who began otherwise, as a finding."""
    regimes = [regime for regime in chronicle.setup.regimes if regime.observers]
    if not regimes or not chronicle.turns:
        return None
    found = otherwise(chronicle, heed)
    head = ("", *(regime.title.read(language) for regime in regimes), phrase("circumstance.money", "money", language),
            phrase("circumstance.refused", "refused", language))  # fmt: skip
    rows = [head, _row(phrase("circumstance.as_lived", "as you were", language), chronicle, regimes, 0, language)]
    rows += [
        _row(one.circumstance.title.read(language), one.chronicle, regimes, one.refused, language) for one in found
    ]
    moved = [
        one for one in found if _stands(one.chronicle, regimes, language) != _stands(chronicle, regimes, language)
    ]
    says = [
        _moved(moved, len(found), language),
        phrase(
            "circumstance.how",
            "The same choices with the same luck, made by somebody who began with one thing otherwise. Each difference is one we chose: which doors "
            "registration (hukou) shuts, and how often a namesake's deeds are filed under your name, no source says.",
            language,
        ),
    ]
    refused = [one for one in found if one.refused]
    says += [
        phrase(
            "circumstance.could_not",
            "With this at the start, {count} of your choices could not have been made at all: {circumstance}.",
            language,
            circumstance=one.circumstance.title.read(language),
            count=one.refused,
        )
        for one in refused
    ]
    cannot = [
        phrase(
            "circumstance.limit",
            "whether you would have chosen the same: who has less money, or fewer friends, meets other scenes.",
            language,
        )
    ]
    title = phrase("circumstance.title", "The same person, other circumstances", language)
    return finding("circumstances", title, says, cannot, rows)


def _moved(moved: Sequence[Otherwise], of: int, language: str) -> Safe:
    if not moved:
        return phrase(
            "circumstance.none",
            "Had you begun in other circumstances ({count} were tried), the same choices would have left you standing just there.",
            language,
            count=of,
        )
    return phrase(
        "circumstance.some",
        "Had you begun with this instead, the same choices would have left you standing elsewhere: {names}. That difference is nothing that you did.",
        language,
        names=in_a_row([one.circumstance.title.read(language) for one in moved], language),
    )


def _row(name: str, chronicle: Chronicle, regimes: Sequence[Regime], refused: int, language: str) -> tuple[str, ...]:
    money = chronicle.moment.life.facts.get("money", 0)
    return (name, *_stands(chronicle, regimes, language), str(money), str(refused) if refused else "–")


def _stands(chronicle: Chronicle, regimes: Sequence[Regime], language: str) -> tuple[str, ...]:
    dossiers = {
        regime.id: dossier for regime, dossier in zip(chronicle.setup.regimes, chronicle.moment.dossiers, strict=True)
    }
    return tuple(standing(regime, dossiers[regime.id], language) for regime in regimes)


def standing(regime: Regime, dossier: Dossier, language: str) -> Safe:
    """Return where somebody stands with a regime, in a few words: number, tier, lists, doors."""
    parts: list[str] = []
    if regime.scale.kind != "none":
        score, tier = (
            number(regime.scale, dossier.facts["score"]),
            tier_title(regime, dossier.facts["tier"], language),
        )
        parts.append(stands(score, "", tier, language))
    parts += [roll.title.read(language) for roll in regime.rolls if dossier.facts[f"listed({roll.id})"]]
    active = [measure for measure in regime.measures if dossier.facts[f"active({measure.id})"]]
    shown = sum(measure.kind == "publicity" for measure in active)
    perks = sum(measure.kind == "perk" for measure in active)
    if perks:
        parts.append(phrase("circumstance.perks", "{count} {count|perk|perks}", language, count=perks))
    if len(active) > perks + shown:
        parts.append(
            phrase(
                "circumstance.bans",
                "{count} {count|restriction|restrictions}",
                language,
                count=len(active) - perks - shown,
            )
        )
    if shown:
        parts.append(phrase("circumstance.shown", "{count} {count|publicity|publicities}", language, count=shown))
    return (
        in_a_row([part for part in parts if part], language)
        if parts
        else phrase("circumstance.clean", "nothing on file", language)
    )
