"""Is this real? Whatever any system shows can be asked about, and ends in a source or in a reason; what it hides gives nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from scsgame.game.apps import regime_view
from scsgame.game.chronicle import begin
from scsgame.game.moment import Moment, Setup
from scsgame.game.views import DayView, WhyView
from scsgame.game.why import why
from scsgame.packs import Library
from scsgame.packs.reading import read_all
from scsgame.regime.charter import Regime
from scsgame.session.atlas import Atlas
from scsgame.session.bots import at_random
from scsgame.session.player import Player
from scsgame.terms import Provenance

UNTOLD = "Nothing is told of this, if there is such a thing."


@pytest.fixture(scope="module")
def atlas(library: Library) -> Atlas:
    read = read_all()
    return Atlas(read.atlas, read.guides, library)


def home(atlas: Atlas, regime: str) -> str:
    """Return the life in which the atlas plays a regime, or the student's."""
    entry = atlas.entries.get(atlas.of(regime))
    plays = entry.plays if entry is not None else ()
    return next((play.life for play in plays if play.regime == regime), "student")


def subjects(value: object) -> Iterator[str]:
    """Yield every subject that stands anywhere in a view."""
    if hasattr(value, "_fields"):
        for name in value._fields:
            part = getattr(value, name)
            if name in ("subject", "told_subject") and part:
                yield part
            else:
                yield from subjects(part)
    elif isinstance(value, tuple):
        for part in value:
            yield from subjects(part)


def asked(value: object) -> Iterator[tuple[str, str]]:
    """Yield everything a view leads to *why* with: (regime, subject)."""
    if hasattr(value, "_fields"):
        if "asks" in value._fields and value.asks[1]:
            yield value.asks
        if {"regime", "subject"} <= set(value._fields) and value.subject:
            yield value.regime, value.subject
        for name in value._fields:
            if name != "asks":
                yield from asked(getattr(value, name))
    elif isinstance(value, tuple):
        for part in value:
            yield from asked(part)


def asked_of(view: DayView) -> Iterator[tuple[str, str]]:
    yield from asked(view)
    for regime in view.regimes:
        yield from ((regime.id, subject) for subject in subjects(regime))


def ends_badly(library: Library, view: WhyView) -> str:
    """Return what is wrong with an answer: it names neither a source that can be cited nor a reason for inventing."""
    known = view.provenance
    if not view.title or not view.lines:
        return "it says nothing"
    for name in known.sources:
        fact = library.sources.facts.get(name)
        if fact is None or not fact.read("en") or not (fact.where or fact.title("en")):
            return f"{name} can not be cited"
    if not known.sources and not (known.status == "invented" and known.why.read("en")):
        return f"{known.status}, without a source and without a reason"
    return ""


def in_each_phase(library: Library, atlas: Atlas, regime: Regime) -> Iterator[Moment]:
    """Yield the first morning under a regime, in each of its phases, of somebody who takes part."""
    setup = Setup(library.lives[home(atlas, regime.id)], (regime,), library.vocabulary, "real")
    for phase in [phase.id for phase in regime.phases] or [regime.first_phase]:
        moment = begin(setup).moment
        moment.dossiers[0].facts.update(phase=phase, enrolled=True)
        yield moment


def every_name(regime: Regime) -> Iterator[str]:
    """Yield the subject of everything a regime is made of."""
    for kind, things in (
        ("rule", regime.rules),
        ("measure", regime.measures),
        ("list", regime.rolls),
        ("tier", regime.tiers),
        ("factor", regime.scale.factors),
        ("redress", regime.redress),
        ("observer", regime.observers),
    ):
        yield from (f"{kind}/{thing.id}" for thing in things)
    yield from (f"turning/{turning.into}" for turning in regime.turnings)
    if regime.scale.influence is not None:
        yield "influence"


def reasons(regime: Regime) -> Iterator[tuple[str, Provenance]]:
    """Yield where each thing of a regime comes from, by its name."""
    for things in (regime.rules, regime.measures, regime.rolls, regime.tiers, regime.observers, regime.redress):
        yield from ((thing.id, thing.provenance) for thing in things)
    yield from ((factor.id, factor.provenance) for factor in regime.scale.factors)
    yield from ((turning.into, turning.provenance) for turning in regime.turnings)
    yield from ((phase.id, phase.disclosure.provenance) for phase in regime.phases)
    yield from (("scale", regime.scale.provenance), ("disclosure", regime.disclosure.provenance))


def test_what_an_office_shows_ends_in_a_source_or_a_reason(library: Library, atlas: Atlas) -> None:
    bad, shown = [], 0
    for regime in library.regimes.values():
        for moment in in_each_phase(library, atlas, regime):
            known = regime.told_in(moment.dossiers[0].facts["phase"]).known
            for subject in set(subjects(regime_view(moment, 0, "en"))) if known else ():
                shown += 1
                answer = why(moment, regime.id, subject)
                wrong = "it is not told" if UNTOLD in answer.lines else ends_badly(library, answer)
                bad += [(regime.id, subject, wrong)] if wrong else []
    assert bad == []
    assert shown > 25 * len(library.regimes)


def test_what_an_office_does_not_show_gets_the_answer_that_nothing_gets(library: Library, atlas: Atlas) -> None:
    given_away, hidden = [], 0
    for regime in library.regimes.values():
        for moment in in_each_phase(library, atlas, regime):
            shown = set(subjects(regime_view(moment, 0, "en")))
            for subject in set(every_name(regime)) - shown:
                hidden += 1
                nowhere = f"{subject.partition('/')[0]}/nowhere"
                answer = why(moment, regime.id, subject)
                if answer != why(moment, regime.id, nowhere) and subject != "influence":
                    given_away.append((regime.id, subject))
                if subject == "influence" and answer.lines != (UNTOLD,):
                    given_away.append((regime.id, subject))
    assert given_away == []
    assert hidden > 500


def test_no_answer_names_a_rule_or_an_observer_that_is_kept_secret(library: Library, atlas: Atlas) -> None:
    named = []
    for regime in library.regimes.values():
        for moment in in_each_phase(library, atlas, regime):
            shown = set(subjects(regime_view(moment, 0, "en")))
            told = {str(why(moment, regime.id, subject).title) for subject in shown}
            secret = {str(rule.title.read()) for rule in regime.rules if f"rule/{rule.id}" not in shown}
            secret |= {str(one.title.read()) for one in regime.observers if f"observer/{one.id}" not in shown}
            for subject in shown:
                words = " ".join(why(moment, regime.id, subject).lines)
                named += [(regime.id, subject, title) for title in secret - told if title in words]
    assert named == []


def test_a_reason_stands_by_itself(library: Library) -> None:
    """Whoever asks about one thing does not see what stands above it in the file: *as above* tells a player nothing."""
    elsewhere = re.compile(
        r"(?i)^as (above|below|for|before|elsewhere)\b|^the same\W*$|as above|as below|as elsewhere"
    )
    assert [
        (regime, thing, str(known.why.read()))
        for regime in library.regimes
        for thing, known in reasons(library.as_written(regime))
        if elsewhere.search(known.why.read())
    ] == []


def test_no_reason_gives_away_points_that_are_withheld(library: Library) -> None:
    """Why a rule counts so much is told with the rule; where the number itself is not, the reason may not hold it."""
    given_away, withheld = [], 0
    for regime in library.regimes.values():
        for phase in [phase.id for phase in regime.phases] or [regime.first_phase]:
            told = regime.told_in(phase)
            for rule in regime.rules if told.score != "visible" or told.rules == "untold" else ():
                withheld += bool(rule.points)
                number = rf"(?<![\d.]){abs(rule.points):g}(?![\d.]*\d)"
                if rule.points and re.search(number, rule.provenance.why.read()):
                    given_away.append((regime.id, rule.id))
    assert given_away == []
    assert withheld > 100


@pytest.mark.parametrize("seed", ["one", "two"])
def test_all_that_a_life_shows_can_be_asked_about(library: Library, atlas: Atlas, seed: str) -> None:
    """Notices, closed and eased choices, the feed, the week's end, entries: whatever stands on a screen on any day."""
    bad: set[tuple[str, ...]] = set()
    for regime in library.regimes.values():
        chronicle = begin(
            Setup(library.lives[home(atlas, regime.id)], (regime,), library.vocabulary, f"{regime.id} {seed}")
        )
        seen: set[tuple[str, str]] = set()
        while not chronicle.over:
            player = Player(chronicle, library)
            view = player.view()
            last = view.last
            assert all(notice.subject for notice in (last.notices if last is not None else ()))
            for name, subject in set(asked_of(view)) - seen:
                seen.add((name, subject))
                wrong = ends_badly(library, player.why(name, subject))
                bad |= {(regime.id, name, subject, wrong)} if wrong else set()
            chronicle = chronicle.then(at_random(chronicle))
        kept = [mark for mark in chronicle.moment.dossiers[0].marks if (regime.id, f"mark/{mark.id}") not in seen]
        for mark in kept if regime.told_in(chronicle.moment.dossiers[0].facts["phase"]).notice == "never" else ():
            answer = why(chronicle.moment, regime.id, f"mark/{mark.id}")
            assert answer == why(chronicle.moment, regime.id, "mark/nowhere")
    assert bad == set()


def test_every_regime_leads_to_its_system_in_the_atlas(library: Library, atlas: Atlas) -> None:
    assert [name for name in library.regimes if not atlas.of(name)] == ["none"]
