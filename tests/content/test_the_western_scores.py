"""What the Western scores do that no single case can say: they forget, they hear, they are told late, they lean on others."""

from __future__ import annotations

from dataclasses import replace

from scsgame.game.chronicle import Chronicle, begin
from scsgame.game.moment import Setup
from scsgame.game.rescore import rescore
from scsgame.game.view import look
from scsgame.life.vocabulary import Act
from scsgame.packs import Case, Deed, Library, Outcome
from scsgame.regime.desk import Today
from scsgame.regime.dossier import Dossier, open_dossier
from scsgame.regime.proceedings import close_day, file_plea, hear
from scsgame.session.bots import at_random
from scsgame.session.casebook import judge
from scsgame.terms import SELF, Chance, date_of, safe

WEST = ("fico", "schufa", "facebook-patent", "platform-ratings")


def after(library: Library, regime: str, through: int, *deeds: tuple[int, str, str, tuple[str, ...]]) -> Dossier:
    """Return the record after these deeds: (day, act, by whom, which roles they play)."""
    done = tuple(Deed(day, act=act, by=by, roles=roles) for day, act, by, roles in deeds)
    case = Case(safe("a law"), regime, done, through, Outcome())
    return judge(case, library.regimes[regime], library.vocabulary)


def mine(day: int, act: str) -> tuple[int, str, str, tuple[str, ...]]:
    return (day, act, SELF, ())


def test_a_missed_payment_is_forgotten_to_the_last_point_after_seven_years(library: Library) -> None:
    never = after(library, "fico", 2600)
    for day in (3, 40):
        late = after(library, "fico", 2600, mine(day, "misses_repayment"))
        assert late.facts["score"] == never.facts["score"]
    assert after(library, "fico", 2500, mine(3, "misses_repayment")).facts["score"] < never.facts["score"]


def test_having_asked_fades_in_months_and_having_missed_does_not(library: Library) -> None:
    asked = [after(library, "fico", day, mine(3, "applies_for_credit")).facts["score"] for day in (5, 40, 100)]
    assert asked[0] < asked[1] < asked[2]
    missed = {after(library, "fico", day, mine(3, "misses_repayment")).facts["score"] for day in (5, 40, 100)}
    assert len(missed) == 1


def pleaded(library: Library, regime: str, act: str, way: str, seed: str, wrong: bool) -> bool:
    """Say whether a plea about one entry is granted, under this luck, where the entry is true or is not."""
    charter = library.regimes[regime]
    certain = replace(
        charter,
        observers=tuple(replace(seer, reliability=1.0, delay=0, errs=0.0, invents=0.0) for seer in charter.observers),
    )
    case = Case(safe("a plea"), regime, (Deed(2, act=act),), 2, Outcome())
    dossier = judge(case, charter, library.vocabulary)
    target = dossier.marks[-1].id
    dossier = file_plea(certain, dossier, way, target, "", 2)
    takes = next(found.takes for found in charter.redress if found.id == way)
    for day in range(3, 3 + takes):
        date = date_of("2013-05-06", day)
        facts = {"day": day, "week": 1, "weekday": date.weekday}
        today = Today(facts, date, (), frozenset(), frozenset(), Chance(seed))
        dossier = close_day(certain, dossier, (), today, (), lambda _: wrong).dossier
    assert not dossier.cases
    return target in dossier.voided


def test_a_dispute_can_be_won_and_lost_and_is_won_oftener_where_the_record_is_wrong(library: Library) -> None:
    for regime, act, way in (
        ("fico", "misses_repayment", "dispute"),
        ("schufa", "misses_repayment", "correction"),
        ("platform-ratings", "contradicts_customer", "unfair_rating"),
    ):
        wrong = [pleaded(library, regime, act, way, f"luck {seed}", wrong=True) for seed in range(60)]
        true = [pleaded(library, regime, act, way, f"luck {seed}", wrong=False) for seed in range(60)]
        assert {True, False} == set(wrong), regime
        assert {True, False} == set(true), regime
        assert sum(wrong) > 2 * sum(true), regime


def test_a_struck_entry_gives_its_points_back(library: Library) -> None:
    charter = library.regimes["fico"]
    always = replace(charter, redress=tuple(replace(way, grants=1.0, grants_if_wrong=1.0) for way in charter.redress))
    deeds = (Deed(3, act="misses_bill_date"), Deed(4, pleads="dispute"))
    ended = judge(Case(safe("granted"), "fico", deeds, 20, Outcome()), always, library.vocabulary)
    assert ended.facts["score"] == charter.unjudged
    assert not ended.facts["listed(in_collection)"]


def test_friends_alone_refuse_the_loan_whatever_oneself_has_done(library: Library) -> None:
    friend = ("misses_repayment", "milo", ("friend",))
    for own in ("repays_loan", "misses_repayment", "pays_down_card", "defies_judgment"):
        alone = after(library, "facebook-patent", 8, mine(4, own), mine(5, own))
        assert not alone.facts["active(refused_for_friends)"], own
        among = after(library, "facebook-patent", 8, mine(4, own), mine(5, own), (3, *friend))
        assert among.facts["active(refused_for_friends)"], own
        assert among.facts["score"] == alone.facts["score"], own


def test_in_every_other_western_system_what_a_friend_owes_is_the_friends_own_affair(library: Library) -> None:
    for regime in ("fico", "schufa", "platform-ratings"):
        friend = after(library, regime, 20, (3, "misses_repayment", "milo", ("friend",)))
        assert friend.marks == (), regime
        assert friend.facts["score"] == library.regimes[regime].unjudged, regime


def test_a_star_is_a_star_whoever_gave_it(library: Library) -> None:
    """A service weighs all raters alike; that standing weighs is the other story, in which everybody rates everybody."""
    regime = library.regimes["platform-ratings"]
    assert not regime.scale.weighs_rater
    acts = ("contradicts_customer", "leaves_room_tidy", "cancels_job")  # by a rider, by a host, by the app: 1, 5, 2
    for days in ((5, 6, 7), (7, 5, 6), (6, 7, 5)):
        deeds = [mine(day, act) for day, act in zip(days, acts, strict=True)]
        assert after(library, "platform-ratings", 12, *deeds).facts["score"] == 2.67


def test_only_the_last_twenty_stars_count(library: Library) -> None:
    first = [mine(1, "contradicts_customer")]
    good = [mine(day, "drives_passenger") for day in range(2, 22)]
    assert after(library, "platform-ratings", 21, *first, *good[:-1]).facts["score"] < 5
    assert after(library, "platform-ratings", 24, *first, *good).facts["score"] == 5


def test_silence_and_talk_are_worth_the_same_over_a_week(library: Library) -> None:
    """So that neither is simply better: it is the day that decides."""
    stars = {}
    for act in ("chats_with_customer", "stays_quiet_with_customer"):
        stars[act] = [after(library, "platform-ratings", 10, mine(day, act)).facts["score"] for day in range(1, 8)]
    assert sorted(set(stars["chats_with_customer"])) == [4, 5]
    assert all(talk + quiet == 9 for talk, quiet in zip(*stars.values(), strict=True))


def lived(library: Library, regimes: tuple[str, ...], seed: str, life: str) -> Chronicle:
    setup = Setup(library.lives[life], tuple(library.regimes[name] for name in regimes), library.vocabulary, seed)
    chronicle = begin(setup)
    while not chronicle.over:
        chronicle = chronicle.then(at_random(chronicle))
    return chronicle


def test_one_sees_of_schufa_a_band_at_first_and_the_sum_when_it_is_open(library: Library) -> None:
    chronicle = lived(library, ("schufa",), "berlin", "renter_berlin")
    seen: dict[str, set[tuple[bool, int]]] = {}
    for at in range(len(chronicle.turns)):
        then = Chronicle(chronicle.setup, chronicle.start, chronicle.morning, chronicle.turns[:at])
        app = look(then).regimes[0]
        phase = str(then.moment.dossiers[0].facts["phase"])
        titles = {step.title for step in app.tiers}
        seen.setdefault(phase, set()).add((app.score is not None, len(app.rules)))
        assert (phase == "open") == ("excellent" in titles), "bands of another time are not shown"
        assert app.tier in titles
    assert set(seen) == {"secret", "ruled", "open"}
    assert {shown for shown, _ in seen["secret"] | seen["ruled"]} == {False}
    assert {rules for _, rules in seen["secret"] | seen["ruled"]} == {0}
    assert {shown for shown, _ in seen["open"]} == {True}
    assert all(rules >= 12 for _, rules in seen["open"])


def test_the_friends_average_is_never_told(library: Library) -> None:
    chronicle = lived(library, ("facebook-patent",), "hidden", "renter")
    for at in range(0, len(chronicle.turns), 3):
        then = Chronicle(chronicle.setup, chronicle.start, chronicle.morning, chronicle.turns[:at])
        app = look(then).regimes[0]
        assert (app.score, app.tier, app.rules, app.marks, app.measures) == (None, None, (), (), ())


def test_every_western_regime_judges_both_renters_and_the_student(library: Library) -> None:
    for life in ("renter", "renter_berlin", "student"):
        moved = set()
        for seed in range(4):
            chronicle = lived(library, ("none",), f"{life} {seed}", life)
            judged = rescore(chronicle, [library.regimes[name] for name in WEST])
            for name, dossier in zip(WEST, judged.dossiers, strict=True):
                if dossier.facts["score"] != library.regimes[name].unjudged or dossier.others:
                    moved.add(name)
        assert moved == set(WEST), life


def test_a_report_that_comes_late_counts_when_it_comes(library: Library) -> None:
    regime = library.regimes["fico"]
    lender = next(observer for observer in regime.observers if observer.id == "lender")
    assert lender.delay > 0
    sure = replace(regime, observers=(replace(lender, reliability=1.0, errs=0.0),))
    dossier = open_dossier(sure, enrolled=True)

    def day(number: int) -> Today:
        date = date_of("2013-05-06", number)
        facts = {"day": number, "week": 1, "weekday": date.weekday}
        return Today(facts, date, (), frozenset(), frozenset(), Chance("late"))

    dossier = hear(sure, dossier, [Act("misses_repayment", 2, SELF, False, 1)], day(2)).dossier
    for number in range(3, 2 + lender.delay):
        dossier = close_day(sure, dossier, (), day(number), (), lambda _: False).dossier
        assert dossier.facts["score"] == regime.unjudged
    dossier = close_day(sure, dossier, (), day(2 + lender.delay), (), lambda _: False).dossier
    assert dossier.facts["score"] < regime.unjudged
