"""How a report, and how a night, passes through the three rooms."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from scsgame.life.vocabulary import Act
from scsgame.regime.charter import Regime
from scsgame.regime.desk import Desk, Hearing, Today
from scsgame.regime.dossier import Dossier
from scsgame.regime.filing import enter, publish, take_in
from scsgame.regime.intervention.rules import Mark
from scsgame.regime.intervention.standing import fade
from scsgame.regime.intervention.weighing import applies, capped, omissions
from scsgame.regime.manipulation.redress import Case
from scsgame.regime.pleas import answer, lapse
from scsgame.regime.responding import keep_lists, respond, turn_phase
from scsgame.regime.surveillance.observers import Observation
from scsgame.regime.surveillance.watch import invent, observe
from scsgame.terms import SELF, Day


def hear(regime: Regime, dossier: Dossier, acts: Iterable[Act], today: Today) -> Hearing:
    """Return the record after these acts, as far as they are reported at once."""
    facts = dossier.facts
    if not facts["enrolled"]:
        return Hearing(dossier)
    reports = observe(
        regime.id, acts, regime.observers_by_act, facts["phase"], today.people, today.chance, today.absent
    )
    if not reports:
        return Hearing(dossier)
    desk = Desk(regime, dossier, today)
    desk.post += tuple(take_in(desk, reports))
    if desk.marks and regime.scale.updates == "at_once":
        publish(desk)
    if desk.observations:
        _look_over(desk)
    else:
        desk.at_rest = dossier.at_rest
    return desk.rise()


def close_day(
    regime: Regime,
    dossier: Dossier,
    acts: Sequence[Act],
    today: Today,
    bulletins: Sequence[str],
    mistaken: Callable[[Mark], bool],
) -> Hearing:
    """Return the record on a new morning.

    `acts` are what came by itself in the night; `bulletins` name the lists of other regimes the person has newly been
    put on (regime/list) or has left (-regime/list); `mistaken` says of a mark whether it is about nothing the person did, which
    no office knows but an honest dispute can show.
    """
    day: Day = today.facts["day"]
    enrolled = dossier.facts["enrolled"]
    fresh = _new_reports(regime, acts, today, dossier.facts["phase"]) if enrolled else []
    if dossier.at_rest and not fresh and _nothing_stirs(regime, dossier, today, bulletins):
        return Hearing(dossier)
    desk = Desk(regime, dossier, today)
    desk.facts.update(today.abroad)
    if enrolled:
        _read_the_post(desk, fresh, day)
        _read_the_rules(desk, bulletins, day)
    answer(desk, mistaken)
    lapse(desk)
    turn_phase(desk)
    fades = today.date.day == 1
    if fades:
        fade(regime.scale, desk.tallies)
    if enrolled and _updates(regime, today, fades or bool(desk.pending)):
        publish(desk)
    _look_over(desk)
    if day % 7 == 1:
        for measure in regime.weekly:
            if desk.facts[measure.active]:
                desk.touches.extend(measure.weekly)
    return desk.rise()


def _look_over(desk: Desk) -> None:
    """Let lists and measures answer, unless nothing that they heed has moved since they last did and found nothing to do."""
    regime, facts, before = desk.regime, desk.facts, desk.before
    if before.at_rest and not regime.restless and regime.heeded(facts) == regime.heeded(before.facts):
        desk.at_rest = True
        return
    keep_lists(desk)
    respond(desk)
    desk.at_rest = not (desk.listings or desk.measures or any(facts[roll.listed] for roll in regime.rolls))


def _nothing_stirs(regime: Regime, dossier: Dossier, today: Today, bulletins: Sequence[str]) -> bool:
    """Say whether this night leaves alone a record at rest of which there is no new report."""
    day, facts = today.facts["day"], dossier.facts
    if regime.restless or dossier.cases or today.date.day == 1 or any(one.arrives <= day for one in dossier.post):
        return False
    if day % 7 == 1 and any(facts[measure.active] for measure in regime.weekly):
        return False
    if (dossier.entries and regime.lasting) or (bulletins and regime.on_listing):
        return False
    if any(facts[key] != value for key, value in today.abroad.items()):
        return False
    return not _updates(regime, today, waiting=bool(dossier.pending))


def open_day(regime: Regime, dossier: Dossier, acts: Sequence[Act], today: Today) -> Hearing:
    """Return the record on the first morning: what holds from the start stands from the start."""
    desk = Desk(regime, dossier, today)
    if desk.facts["enrolled"] and acts:
        phase = desk.facts["phase"]
        reports = observe(regime.id, acts, regime.observers_by_act, phase, today.people, today.chance, today.absent)
        desk.post += tuple(take_in(desk, reports))
    turn_phase(desk)
    if desk.pending and regime.scale.updates == "at_once":
        publish(desk)
    _look_over(desk)
    return desk.rise()


def enrol(regime: Regime, dossier: Dossier, today: Today, joins: bool) -> Hearing:
    """Return the record after somebody joined or left."""
    desk = Desk(regime, dossier, today)
    desk.facts["enrolled"] = joins
    if not joins:
        desk.post = ()
    for rule in regime.omissions:
        if joins and not rule.after:
            desk.facts[f"counted({rule.id})"] = today.facts["day"]
    if joins and regime.scale.kind != "none":
        earlier = desk.course if desk.before.entries else ()
        desk.course = (*earlier, (today.facts["day"], desk.facts["score"]))
    respond(desk)
    return desk.rise()


def _new_reports(regime: Regime, acts: Sequence[Act], today: Today, phase: str) -> list[Observation]:
    """Return what is reported of this night, and of nothing at all."""
    fresh: list[Observation] = []
    if regime.watches_others or any(act.by == SELF for act in acts):
        fresh = observe(regime.id, acts, regime.observers_by_act, phase, today.people, today.chance, today.absent)
    if today.facts["day"] % 7 == 1:
        fresh += invent(regime.id, regime.observers, phase, today.facts["day"], today.chance, today.absent)
    return fresh


def _read_the_post(desk: Desk, fresh: Sequence[Observation], day: Day) -> None:
    """Take in the reports that arrive today, old ones and fresh ones."""
    if desk.post or fresh:
        due = [report for report in desk.post if report.arrives <= day]
        later = [report for report in desk.post if report.arrives > day]
        desk.post = (*later, *take_in(desk, [*due, *fresh]))


def _read_the_rules(desk: Desk, bulletins: Sequence[str], day: Day) -> None:
    """Enter what no report brings: silences, and the lists of other offices."""
    regime, today = desk.regime, desk.today
    if not regime.omissions and not (bulletins and regime.on_listing):
        return
    for rule, mark in omissions(regime.omissions, desk.facts, today.facts, today.date, desk.spent):
        enter(desk, rule, mark)
    for rule in regime.on_listing:
        heard = rule.listed or f"-{rule.unlisted}"
        if heard in bulletins and applies(rule, desk.facts, today.facts):
            points = capped(rule, rule.points, today.date, day, desk.spent)
            name = f"{rule.id}.{day}.0.{SELF}"
            by = rule.listed or rule.unlisted
            enter(desk, rule, Mark(name, rule.id, day, points, rule.factor, "", day, by, SELF))


def file_plea(regime: Regime, dossier: Dossier, redress: str, target: str, text: str, day: Day) -> Dossier:
    """Return the record with a plea filed; its answer comes after as many days as the redress takes."""
    way = next(way for way in regime.redress if way.id == redress)
    return dossier._replace(cases=(*dossier.cases, Case(redress, target, day, day + way.takes, text)), at_rest=False)


def move_counters(dossier: Dossier, moods: Iterable[tuple[str, int]]) -> Dossier:
    """Return the record after the regime's own counters moved."""
    facts = dossier.facts.copy()
    for counter, change in moods:
        facts[counter] += change
    return dossier._replace(facts=facts, at_rest=False)


def _updates(regime: Regime, today: Today, waiting: bool) -> bool:
    match regime.scale.updates:
        case "daily":
            return True
        case "weekly":
            return today.date.weekday == "mon"
        case "monthly":
            return today.date.day == regime.scale.update_day
        case _:
            return waiting
