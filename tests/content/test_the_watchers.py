"""Watching without a number, and fiction: what no case of theirs can say."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from scsgame.debrief.log import Log
from scsgame.debrief.phases.report import phase_report
from scsgame.debrief.statistics.proportions import Rate
from scsgame.debrief.story import debrief
from scsgame.game.chronicle import Chronicle, begin
from scsgame.game.moment import Setup
from scsgame.game.moves import Choose, Move
from scsgame.game.offers import Offer
from scsgame.game.rescore import rescore
from scsgame.game.view import look
from scsgame.game.why import why
from scsgame.packs import Case, Deed, Library, Outcome
from scsgame.plain.app import app_lines
from scsgame.plain.lines import last_lines, phone_lines, scene_lines, week_lines
from scsgame.plain.pages import section_lines
from scsgame.regime.charter import Regime
from scsgame.session.bots import at_random
from scsgame.session.casebook import judge
from scsgame.terms import SELF, date_of, safe

Player = Callable[[Chronicle], Move]
LEAK = 32
FICTION = ("nineteen-eighty-four", "nosedive")
MODERN = ("nsa", "cctv-town", "nosedive", "panopticon", "nineteen-eighty-four")


def lived(library: Library, life: str, regime: str, seed: object, player: Player = at_random) -> Chronicle:
    setup = Setup(library.lives[life], (library.regimes[regime],), library.vocabulary, f"watchers {seed}")
    chronicle = begin(setup)
    while not chronicle.over:
        chronicle = chronicle.then(player(chronicle))
    return chronicle


def moments(chronicle: Chronicle) -> Iterator[Chronicle]:
    """The life again, as it stood before each of its moves."""
    for at in range(len(chronicle.turns)):
        yield Chronicle(chronicle.setup, chronicle.start, chronicle.morning, chronicle.turns[:at])


def everything_shown(chronicle: Chronicle) -> str:
    view = look(chronicle)
    lines = [*scene_lines(view), *last_lines(view), *week_lines(view), *phone_lines(view)]
    for regime in view.regimes:
        lines += app_lines(regime)
    return " ".join(" ".join(lines).split()) + repr(view)


def only_said_by(regime: Regime) -> set[str]:
    """Every sentence that nobody but this regime could say."""
    found = [regime.title, regime.about]
    found += [part.title for part in (*regime.rules, *regime.observers, *regime.rolls, *regime.measures)]
    found += [said for measure in regime.measures for said in (measure.starts, measure.ends)]
    found += [turning.notice for turning in regime.turnings]
    found += [post.text for post in regime.feed]
    return {str(said.read("en")) for said in found} - {""}


def phase(chronicle: Chronicle) -> str:
    return str(chronicle.moment.dossiers[0].facts["phase"])


# The NSA


def test_before_the_leak_nothing_at_all_is_shown_of_it(library: Library) -> None:
    regime = library.regimes["nsa"]
    secret = only_said_by(regime)
    subjects = [f"rule/{rule.id}" for rule in regime.rules] + [f"observer/{one.id}" for one in regime.observers]
    kept = 0
    for seed in range(6):
        for at in moments(lived(library, "renter", "nsa", seed)):
            if phase(at) != "unseen":
                break
            view = look(at)
            assert view.regimes == ()
            assert view.bets == ()
            assert view.scene is None or view.scene.from_regime == ""
            assert view.last is None or [told for told in view.last.notices if told.regime] == []
            assert view.week_end is None or view.week_end.standings == ()
            shown = everything_shown(at)
            assert [sentence for sentence in secret if sentence in shown] == []
            assert "nsa" not in shown.replace("nsa/", "").lower().split()
            assert {why(at.moment, "nsa", subject).title for subject in subjects} == {"Nothing to ask"}
            kept = max(kept, len(at.moment.dossiers[0].marks))
    assert kept > 10, "there should be something that could have been shown"


def test_it_comes_out_on_the_sixth_of_june_and_the_phone_tells(library: Library) -> None:
    start = library.lives["renter"].start
    assert date_of(start, LEAK)[:3] == (2013, 6, 6)
    for seed in range(4):
        chronicle = lived(library, "renter", "nsa", seed)
        after = [at for at in moments(chronicle) if at.moment.day >= LEAK]
        (first, *_), (page, *_) = after, look(after[0]).regimes
        assert phase(first) == "leaked"
        told = [notice for notice in look(first).last.notices if notice.regime == "nsa"]  # type: ignore[union-attr]
        assert any(notice.day == LEAK and "papers" in notice.text for notice in told)
        assert {seen.id for seen in page.observers} == {"cable", "call_records", "providers"}
        assert any("looks up something" in seen.what for seen in page.observers)
        assert page.rules
        for at in after:
            (page,) = look(at).regimes
            assert page.marks == (), "what was kept of any one person nobody was told"
            assert [entry.since for entry in page.lists] == [None]


def test_nothing_follows_for_anybody_but_that_one_knows(library: Library) -> None:
    regime = library.regimes["nsa"]
    assert {measure.id for measure in regime.measures} == {"knowing"}
    assert [measure.kind for measure in regime.measures] == ["publicity"]
    assert [rule.id for rule in regime.rules if rule.points or rule.lists or rule.touches] == []
    for seed in range(4):
        chronicle = lived(library, "renter", "nsa", seed)
        assert all(not turn.after.doors.touched for turn in chronicle.turns)


def eager(chronicle: Chronicle) -> Move:
    """Somebody who looks up, calls and writes whenever it offers itself, harmless things as well."""
    return _of_pairs(chronicle, lambda offer: True)


def chilled(chronicle: Chronicle) -> Move:
    """The same, who leaves a sensitive thing undone as soon as the phone says that somebody sees it. Looks at nothing else."""
    watched = " ".join(str(observer.what) for regime in look(chronicle).regimes for observer in regime.observers)
    acts = chronicle.setup.vocabulary.acts

    def dares(offer: Offer) -> bool:
        return not any(
            acts[act].sensitive and str(acts[act].title.read("en")) in watched for act in offer.choice.acts
        )

    return _of_pairs(chronicle, dares)


def _of_pairs(chronicle: Chronicle, dares: Callable[[Offer], bool]) -> Move:
    acts = chronicle.setup.vocabulary.acts
    paired = {act.id for act in acts.values() if act.sensitive} | {act.twin for act in acts.values() if act.sensitive}
    offers = [offer for offer in chronicle.moment.offers if offer.open]
    wanted = [offer for offer in offers if not paired.isdisjoint(offer.choice.acts)]
    table = chronicle.moment.table
    if not wanted or table is None:
        return at_random(chronicle)
    found = [offer for offer in wanted if dares(offer)] or [offer for offer in offers if dares(offer)] or offers
    return Choose(table.scene.id, found[0].choice.id)


def rates(library: Library, player: Player, seeds: range) -> dict[tuple[str, str], Rate]:
    """How often sensitive acts and their twins were done, before the leak and after it."""
    found: dict[tuple[str, str], Rate] = {}
    for seed in seeds:
        report = phase_report(Log(lived(library, "renter", "nsa", seed, player)), "nsa")
        (course,) = [one for one in report.courses if one.course.kind == "phase"]
        assert [stretch.condition for stretch in course.course.stretches] == ["unseen", "leaked"]
        for name, told in course.rates:
            if name in ("sensitive", "neutral"):
                for stretch, rate in zip(course.course.stretches, told, strict=True):
                    key = (name, stretch.condition)
                    found[key] = found.get(key, Rate(0, 0)).plus(rate)
    return found


def share(rate: Rate) -> float:
    assert rate.chances >= 20
    return rate.done / rate.chances


def test_who_is_chilled_leaves_off_sensitive_things_after_the_leak_and_harmless_twins_not(library: Library) -> None:
    found = rates(library, chilled, range(6))
    assert share(found["sensitive", "unseen"]) > 0.9, "what is unseen does not deter"
    assert share(found["sensitive", "leaked"]) < 0.35, "what is seen does"
    assert share(found["neutral", "leaked"]) > share(found["neutral", "unseen"]) - 0.1
    unmoved = rates(library, eager, range(6))
    assert share(unmoved["sensitive", "leaked"]) > 0.9


def test_the_debrief_of_a_chilled_life_says_so_and_says_what_it_cannot_show(library: Library) -> None:
    chronicle = lived(library, "renter", "nsa", "told", chilled)
    told = " ".join(" ".join(section_lines(debrief(chronicle, (), {}), 400)).split())
    assert "The NSA itself changed while you lived under it." in told
    assert "“before the leak”" in told
    assert "“after the leak”" in told
    assert "less of it under the second condition" in told
    assert "What this cannot show: that the change did it." in told


# The panopticon


def test_the_tower_marks_nobody_and_tells_everybody_that_it_may_look(library: Library) -> None:
    regime = library.regimes["panopticon"]
    forbidden = 0
    for life in ("renter", "student"):
        for seed in range(5):
            chronicle = lived(library, life, "panopticon", seed)
            dossier = chronicle.moment.dossiers[0]
            assert dossier.marks == ()
            assert not any(dossier.facts[f"listed({roll.id})"] for roll in regime.rolls)
            forbidden += sum(act.kind in regime.rules_by_act for act in chronicle.acts if act.by == SELF)
            for at in list(moments(chronicle))[::6]:
                (page,) = look(at).regimes
                assert [seen.id for seen in page.observers] == ["tower"]
                assert len(page.rules) == len(regime.rules)
                assert page.score is None
    assert forbidden > 60, "it was not for want of being bad"


def test_under_the_tower_whoever_holds_back_holds_back_from_nobody(library: Library) -> None:
    gaze = phase_report(Log(lived(library, "renter", "panopticon", 1)), "panopticon").gaze
    assert gaze is not None
    assert gaze.seen.chances == 0
    assert gaze.untold.chances == 0
    assert gaze.unseen.chances >= 10


def test_the_lamp_goes_on_and_off_and_means_nothing(library: Library) -> None:
    (course, *_) = phase_report(Log(lived(library, "renter", "panopticon", 2)), "panopticon").courses
    assert [stretch.condition for stretch in course.course.stretches][:4] == ["lamp_out", "lamp_lit"] * 2
    assert all(not observer.phases for observer in library.regimes["panopticon"].observers)


# Nosedive


def standing(library: Library, regime: str, *deeds: Deed) -> float:
    through = max(deed.day for deed in deeds) + 1
    case = Case(safe("a law"), regime, deeds, through, Outcome())
    return float(judge(case, library.regimes[regime], library.vocabulary).facts["score"])


def rated_by(library: Library, regime: str, own: str, theirs: str) -> float:
    """Where one stands after a kind word before a friend who did such things first, and a paper dropped in the street."""
    before = [Deed(day, act=theirs, by="ann", roles=("friend",)) for day in range(1, 15)]
    return standing(library, regime, *before, Deed(16, act=own), Deed(17, act="litters"))


def test_a_friend_who_stands_high_weighs_more_than_one_who_has_fallen(library: Library) -> None:
    high = rated_by(library, "nosedive", "says_kind_word", "posts_about_food")
    low = rated_by(library, "nosedive", "says_kind_word", "makes_noise")
    assert high > low + 0.3
    bad = [rated_by(library, "nosedive", "breaks_promise", theirs) for theirs in ("posts_about_food", "makes_noise")]
    assert bad == [1, 1], "of ones alone the mean is one, whoever gave them"


def test_where_a_service_rates_it_weighs_nobody(library: Library) -> None:
    """The difference between the story and the thing it is taken for."""
    first, second = (
        rated_by(library, "platform-ratings", "keeps_promise", theirs)
        for theirs in ("drives_passenger", "cancels_job")
    )
    assert first == second


def test_everything_in_fiction_is_fiction_or_says_that_we_made_it_up(library: Library) -> None:
    for name in FICTION:
        regime = library.regimes[name]
        parts = (*regime.observers, *regime.rules, *regime.tiers, *regime.rolls, *regime.measures, *regime.redress)
        known = {part.provenance.status for part in parts} | {regime.scale.provenance.status}
        known |= {turning.provenance.status for turning in regime.turnings}
        assert known <= {"fictional", "invented"}, name
        assert "(a " in str(regime.title.read("en")), "the title says that it is a story"


# The Stasi


def helper(chronicle: Chronicle, observer: str) -> str:
    return chronicle.setup.circles["stasi"].helpers[observer]


def test_the_helpers_are_people_of_the_life_and_luck_says_who(library: Library) -> None:
    roles = {"among_friends": "friend", "at_work": "colleague", "in_the_house": "neighbour"}
    people = {person.id: person.roles for person in library.lives["typist"].people}
    found: dict[str, set[str]] = {observer: set() for observer in roles}
    for seed in range(40):
        setup = Setup(library.lives["typist"], (library.regimes["stasi"],), library.vocabulary, f"who {seed}")
        for observer, role in roles.items():
            who = helper(begin(setup), observer)
            assert role in people[who]
            found[observer].add(who)
    for observer, role in roles.items():
        assert found[observer] == {who for who, played in people.items() if role in played}, "it may be anybody"


def test_who_reported_is_never_named_neither_in_play_nor_afterwards(library: Library) -> None:
    regime = library.regimes["stasi"]
    names = {str(person.name.read("en")) for person in library.lives["typist"].people}
    hidden = [one for one in regime.observers if one.among]
    titles = [str(one.title.read("en")) for one in hidden]
    reports = 0
    for seed in range(3):
        chronicle = lived(library, "typist", "stasi", seed)
        for at in list(moments(chronicle))[::4]:
            (page,) = look(at).regimes
            assert {seen.id for seen in page.observers} == {"post", "telephone"}
            assert page.marks == page.rules == page.measures == page.redress == ()
            shown = everything_shown(at)
            assert [title for title in titles if title in shown] == []
        for passed in (chronicle.morning, *(turn.passed for turn in chronicle.turns)):
            for event in passed.events:
                for report in event.hearing.observations:
                    if report.by in {one.id for one in hidden}:
                        reports += 1
                        told = why(chronicle.moment, "stasi", f"observer/{report.by}")
                        assert not any(name in " ".join(told.lines) for name in names)
        for section in debrief(chronicle, (), {}):
            for row in section.rows:
                if any(title in " ".join(row) for title in titles) and " did it" not in " ".join(row):
                    assert not any(name in " ".join(row) for name in names), row
    assert reports > 10


def test_when_a_helper_has_gone_nothing_comes_from_there_any_more(library: Library) -> None:
    """Ellis or Jochen: he goes with three suitcases, and with him what he would have told."""
    gone_lives = 0
    for seed in range(60):
        chronicle = lived(library, "typist", "stasi", f"gone {seed}", eager)
        if helper(chronicle, "among_friends") != "jochen":
            continue
        days = [turn.after.day for turn in chronicle.turns if not turn.after.life.facts["near(jochen)"]]
        if not days:
            continue
        gone_lives += 1
        late = [
            report.day
            for passed in (turn.passed for turn in chronicle.turns)
            for event in passed.events
            for report in event.hearing.observations
            if report.by == "among_friends"
        ]
        assert [day for day in late if day > days[0]] == []
    assert gone_lives >= 3


def test_about_a_third_of_lives_lived_by_chance_come_to_a_file_of_their_own(library: Library) -> None:
    """The one printed figure: detailed files on a third of the people."""
    filed, lives = 0, 120
    for seed in range(lives):
        chronicle = lived(library, "typist", "stasi", f"third {seed}")
        filed += any(
            (roll, on) == ("a_file_of_ones_own", True)
            for passed in (chronicle.morning, *(turn.passed for turn in chronicle.turns))
            for event in passed.events
            for roll, on in event.hearing.listings
        )
    assert 1 / 4 < filed / lives < 9 / 20


def test_a_refusal_stands_without_a_reason(library: Library) -> None:
    refused = 0
    for seed in range(12):
        for at in moments(lived(library, "typist", "stasi", f"no {seed}", eager)):
            for offer, view in zip(at.moment.offers, look(at).scene.offers, strict=True):  # type: ignore[union-attr]
                if any(regime for regime, _ in offer.closed_by):
                    refused += 1
                    assert view.closed_by == "not available"
                    assert view.asks == ("", "closed"), "asking finds no measure behind it"
    assert refused > 5


# Nineteen Eighty-Four


def test_who_is_not_in_the_list_is_not_there_and_has_no_line_anywhere(library: Library) -> None:
    vanished = 0
    for seed in range(20):
        chronicle = lived(library, "clerk", "nineteen-eighty-four", seed)
        for turn in chronicle.turns:
            if turn.table is None or turn.table.scene.id != "nineteen-eighty-four/not_in_the_list":
                continue
            who = dict(turn.table.cast)["pal"]
            vanished += 1
            assert turn.before.life.facts[f"near({who})"]
            assert not turn.after.life.facts[f"near({who})"]
            assert who not in {person.id for person in look(chronicle).people}
    assert vanished >= 5


def test_the_clerk_is_the_typist_in_no_year(library: Library) -> None:
    clerk, typist = library.lives["clerk"], library.lives["typist"]
    assert clerk.undated
    assert not typist.undated
    assert set(clerk.by_id) == set(typist.by_id)
    assert [(scene.id, [choice.acts for choice in scene.choices]) for scene in clerk.scenes] == [
        (scene.id, [choice.acts for choice in scene.choices]) for scene in typist.scenes
    ], "the same deeds, so that one life can be judged as the other"


# All of them


@pytest.mark.parametrize("life", ["student", "renter"])
def test_every_modern_one_judges_the_student_and_the_renter(library: Library, life: str) -> None:
    seen: dict[str, int] = dict.fromkeys(MODERN, 0)
    for seed in range(3):
        chronicle = lived(library, life, "none", seed)
        judged = rescore(chronicle, [library.regimes[name] for name in MODERN])
        for name, dossier in zip(MODERN, judged.dossiers, strict=True):
            seen[name] += len(dossier.marks)
    assert seen.pop("panopticon") == 0
    assert all(count >= 3 for count in seen.values()), seen
