"""A value that a source states is used as stated. Each line here is one such value."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest

from scsgame.packs import Library
from scsgame.packs.reading import atlas

Read = Callable[[Library], Any]


def scale(regime: str, field: str) -> Read:
    return lambda library: getattr(library.regimes[regime].scale, field)


def stands_from(regime: str, measure: str) -> Read:
    """Return the score from which a measure stands."""

    def read(library: Library) -> Any:
        found = re.search(r"score\s*(>=|>)\s*(\d+)", library.regimes[regime].measure[measure].when.source)
        return f"{found[1]} {found[2]}" if found else None

    return read


def points(rule: str) -> Read:
    return lambda library: library.regimes["rongcheng"].rule[rule].points


def values(regime: str, *rules: str) -> Read:
    """Return what these rules of a regime give or take."""
    return lambda library: [library.regimes[regime].rule[rule].points for rule in rules]


def way(regime: str, name: str, field: str) -> Read:
    return lambda library: getattr(next(way for way in library.regimes[regime].redress if way.id == name), field)


def closes(regime: str, measure: str) -> Read:
    return lambda library: library.regimes[regime].measure[measure].closes


def lists(regime: str, rule: str) -> Read:
    return lambda library: library.regimes[regime].rule[rule].lists


def price(regime: str, measure: str) -> Read:
    return lambda library: [factor for _, factor in library.regimes[regime].measure[measure].prices]


def status(regime: str, *parts: str) -> Read:
    """Return how well the parts of a regime are known, by `rule.diapers`, `measure.schengen` or `scale`."""

    def read(library: Library) -> Any:
        found = library.regimes[regime]
        named = (part.partition(".") for part in parts)
        return {
            (getattr(found, kind)[name] if name else getattr(found, kind)).provenance.status
            for kind, _, name in named
        }

    return read


def words_of(library: Library, regime: str, encounter: str) -> str:
    """Return what one of a regime's own scenes says at first."""
    return str(library.regimes[regime].by_id[f"{regime}/{encounter}"].text[0].read())


def weights(library: Library) -> list[float]:
    return sorted((factor.weight for factor in library.regimes["sesame"].scale.factors), reverse=True)


def counters(regime: str, name: str) -> Read:
    return lambda library: dict(library.regimes[regime].counters)[name]


def rule(regime: str, name: str, field: str) -> Read:
    return lambda library: getattr(library.regimes[regime].rule[name], field)


def told(regime: str, field: str, phase: str = "") -> Read:
    """Return what a regime tells, at all times or in one phase."""

    def read(library: Library) -> Any:
        found = library.regimes[regime]
        said = next((one.disclosure for one in found.phases if one.id == phase), None)
        return getattr(said or found.disclosure, field)

    return read


def weight_of(regime: str, factor: str) -> Read:
    return lambda library: next(one.weight for one in library.regimes[regime].scale.factors if one.id == factor)


def anybody_sees(regime: str, act: str) -> Read:
    return lambda library: act in library.regimes[regime].observers_by_act


SOURCED: list[tuple[str, Read, Any]] = [
    # Sesame
    ("the score begins at 350", scale("sesame", "least"), 350),
    ("and ends at 950", scale("sesame", "most"), 950),
    ("a new value once a month", scale("sesame", "updates"), "monthly"),
    ("weighed of parts", scale("sesame", "kind"), "factors"),
    ("five parts", lambda library: len(library.regimes["sesame"].scale.factors), 5),
    ("35, 25, 20, 15 and 5 percent", weights, [0.35, 0.25, 0.20, 0.15, 0.05]),
    ("one joins of one's own will", lambda library: library.regimes["sesame"].opt_in, True),
    ("and may leave", lambda library: library.regimes["sesame"].may_leave, True),
    ("visible to the user", lambda library: library.regimes["sesame"].disclosure.score, "visible"),
    (
        "no penalties are enforced",
        lambda library: {found.kind for found in library.regimes["sesame"].measures},
        {"perk"},
    ),
    ("no lists", lambda library: library.regimes["sesame"].rolls, ()),
    ("600 a small loan", stands_from("sesame", "small_loan"), ">= 600"),
    ("650 a car without collateral", stands_from("sesame", "car_free"), ">= 650"),
    ("650 faster hotel check-in", stands_from("sesame", "hotel_fast"), ">= 650"),
    ("650 the lane at Beijing airport", stands_from("sesame", "airport_lane"), ">= 650"),
    ("above 666 a large loan", stands_from("sesame", "large_loan"), "> 666"),
    ("700 easier Singapore papers", stands_from("sesame", "singapore"), ">= 700"),
    ("750 a faster Schengen visa", stands_from("sesame", "schengen"), ">= 750"),
    ("half the rental deposit", price("sesame", "half_deposit"), [0.5]),
    (
        "the court list lowers the score",
        lambda library: [r.points < 0 for r in library.regimes["sesame"].on_listing if r.listed],
        [True, True],
    ),
    (
        "the court list that does so is the defaulters'",
        lambda library: [rule.listed for rule in library.regimes["sesame"].on_listing if rule.listed],
        ["credit-china/defaulters", "judgment-defaulters/defaulters"],
    ),
    # Rongcheng
    ("everybody begins with 1,000", scale("rongcheng", "start"), 1000),
    ("points are added", scale("rongcheng", "kind"), "points"),
    ("nobody is asked", lambda library: library.regimes["rongcheng"].opt_in, False),
    (
        "below 599 on the blacklist",
        lambda library: library.regimes["rongcheng"].roll["blacklist"].enters.source,
        "score < 599",
    ),
    ("and read out in public", lambda library: library.regimes["rongcheng"].roll["blacklist"].public, True),
    (
        "letters from A to D, with AA and AAA",
        lambda library: {t.id for t in library.regimes["rongcheng"].tiers},
        {"a", "aa", "aaa", "b", "c", "d"},
    ),
    (
        "the letter D below 600",
        lambda library: min(t.at_least for t in library.regimes["rongcheng"].tiers if t.id == "c"),
        600,
    ),
    ("fifty points for a court's finding", points("court_breach"), -50),
    # Credit China
    ("no number at all", scale("credit-china", "kind"), "none"),
    ("nobody is asked there either", lambda library: library.regimes["credit-china"].opt_in, False),
    (
        "the four lists",
        lambda library: (
            {"blacklist", "special_attention", "admin_punishment", "redlist"}
            <= set(library.regimes["credit-china"].roll)
        ),
        True,
    ),
    ("and the court's own", lambda library: "defaulters" in library.regimes["credit-china"].roll, True),
    (
        "one list is good",
        lambda library: [r.id for r in library.regimes["credit-china"].rolls if r.good],
        ["redlist"],
    ),
    ("all are open to everybody", lambda library: {r.public for r in library.regimes["credit-china"].rolls}, {True}),
    (
        "the redlist almost never says why",
        lambda library: library.regimes["credit-china"].roll["redlist"].reason_given,
        False,
    ),
    ("a form of at most 2,000 characters", way("credit-china", "correction", "most_characters"), 2000),
    ("that is a dispute", way("credit-china", "correction", "kind"), "dispute"),
    ("no flights for debtors", closes("credit-china", "no_flight"), ("flight",)),
    ("no fast trains for debtors", closes("credit-china", "no_fast_train"), ("high_speed_rail",)),
    ("180 days off the trains", lambda library: library.regimes["credit-china"].roll["train_ban_180"].term, 180),
    ("no costly private school", closes("credit-china", "no_private_school"), ("private_school",)),
    # Sesame as rumoured: what is contested says so
    (
        "diapers, games, contacts and opinions are contested",
        status(
            "sesame-rumours", "rule.diapers", "rule.long_games", "rule.high_contact", "rule.opinion", "rule.praise"
        ),
        {"contested"},
    ),
    (
        "what friends can weigh is five percent",
        lambda library: library.regimes["sesame-rumours"].scale.influence.weight,  # type: ignore[union-attr]
        0.05,
    ),
    # Tencent
    ("Tencent's score begins at 300", scale("tencent", "least"), 300),
    ("and ends at 850", scale("tencent", "most"), 850),
    ("which is contested, as a thesis prints 350 to 950", status("tencent", "scale"), {"contested"}),
    ("five dimensions", lambda library: len(library.regimes["tencent"].scale.factors), 5),
    (
        "named social, security, wealth, trust and consumption",
        lambda library: {factor.id for factor in library.regimes["tencent"].scale.factors},
        {"social", "security", "wealth", "trust", "consumption"},
    ),
    ("one joins Tencent's of one's own will", lambda library: library.regimes["tencent"].opt_in, True),
    ("it has no penalties", lambda library: {m.kind for m in library.regimes["tencent"].measures}, {"perk"}),
    ("praise of the government is contested", status("tencent", "rule.praise"), {"contested"}),
    (
        "after the public day the number is withheld",
        lambda library: library.regimes["tencent"].told_in("withdrawn").score,
        "hidden",
    ),
    ("the payment score waives deposits", price("tencent", "pay_power_bank"), [0]),
    ("and for bicycles", price("tencent", "pay_bike"), [0]),
    # The six of the eight
    (
        "eight were told to prepare",
        lambda library: len(
            next(post for post in library.regimes["licensed-platforms"].feed if post.id == "eight_names")
            .text.read()
            .split(":")[1]
            .split(".")[0]
            .split(",")
        ),
        8,
    ),
    ("one joins the six of one's own will", lambda library: library.regimes["licensed-platforms"].opt_in, True),
    (
        "in 2018 they are folded into one bureau",
        lambda library: [t.provenance.sources for t in library.regimes["licensed-platforms"].turnings],
        [("since:3",)],
    ),
    (
        "data as the price of permission is contested",
        status("licensed-platforms", "measure.somebody_knows"),
        {"contested"},
    ),
    # The credit of firms
    ("a firm is judged", lambda library: library.regimes["enterprise-credit"].unit.kind, "company"),
    ("a firm is not asked", lambda library: library.regimes["enterprise-credit"].opt_in, False),
    ("firms have no number", scale("enterprise-credit", "kind"), "none"),
    (
        "an annual report that is not there leads to special attention",
        lambda library: (
            library.regimes["enterprise-credit"].rule["report_missing"].omits,
            library.regimes["enterprise-credit"].rule["report_missing"].lists,
        ),
        ("files_annual_report", "special_attention"),
    ),
    (
        "what is let out is measured in real time",
        lambda library: next(o.delay for o in library.regimes["enterprise-credit"].observers if o.id == "meter"),
        0,
    ),
    (
        "a bad rating means higher taxes",
        lambda library: [
            (service, factor > 1)
            for service, factor in library.regimes["enterprise-credit"].measure["higher_tax"].prices
        ],
        [("tax_assessment", True)],
    ),
    ("and no public contracts", closes("enterprise-credit", "no_contract"), ("public_contract",)),
    ("firms, too, have 2,000 characters", way("enterprise-credit", "correction", "most_characters"), 2000),
    ("Alibaba's list is reported", status("enterprise-credit", "roll.chengxin"), {"reported"}),
    # Honest Shanghai
    ("only those who sign up are looked at", lambda library: library.regimes["honest-shanghai"].opt_in, True),
    (
        "5,198 items of 97 authorities",
        lambda library: re.findall(
            r"[\d,]+(?= items| authorities)", words_of(library, "honest-shanghai", "one_word")
        ),
        ["5,198", "97"],
    ),
    (
        "one word of three",
        lambda library: [tier.title.read() for tier in library.regimes["honest-shanghai"].tiers],
        ["bad", "neutral", "good"],
    ),
    (
        "whose names are contested",
        lambda library: {tier.provenance.status for tier in library.regimes["honest-shanghai"].tiers},
        {"contested"},
    ),
    ("told as a word", lambda library: library.regimes["honest-shanghai"].disclosure.score, "tier"),
    ("after a day", scale("honest-shanghai", "updates"), "daily"),
    ("books without a deposit", price("honest-shanghai", "library_trusts_you"), [0]),
    (
        "no punishment is stated",
        lambda library: {found.kind for found in library.regimes["honest-shanghai"].measures},
        {"perk"},
    ),
    # Suining
    ("1,000 points in Suining", scale("jiangsu-2010", "start"), 1000),
    (
        "grades from A to D",
        lambda library: [tier.id for tier in library.regimes["jiangsu-2010"].tiers],
        ["d", "c", "b", "a"],
    ),
    (
        "ten to fifty off for each act",
        lambda library: {
            rule.points
            for rule in library.regimes["jiangsu-2010"].rules
            if not -50 <= rule.points <= -10 and rule.points < 0
        },
        set(),
    ),
    ("420 for fourteen late repayments", lambda library: 14 * values("jiangsu-2010", "repayment")(library)[0], -420),
    ("a hundred for a national award", values("jiangsu-2010", "award"), [100]),
    ("twenty for a commendation, twenty off for a bill", values("jiangsu-2010", "commended", "bill"), [20, -20]),
    ("fifty off for old parents left alone", values("jiangsu-2010", "parents"), [-50]),
    (
        "petitions and posts cost as well",
        lambda library: [v < 0 for v in values("jiangsu-2010", "petition", "post")(library)],
        [True, True],
    ),
    ("names in public", lambda library: library.regimes["jiangsu-2010"].roll["named"].public, True),
    (
        "given up, or kept",
        lambda library: {
            turning.into: turning.provenance.sources for turning in library.regimes["jiangsu-2010"].turnings
        },
        {"in_the_papers": ("since:17",), "withdrawn": ("fact:jiangsu-abandoned",), "kept": ("fact:suining-2014",)},
    ),
    # A model city
    ("1,000 points in Suqian too", scale("model-city", "start"), 1000),
    ("monthly there", scale("model-city", "updates"), "monthly"),
    ("in eight classes", lambda library: len(library.regimes["model-city"].tiers), 8),
    ("ten for blood, twenty off for a bill", values("model-city", "blood", "late_utility"), [10, -20]),
    ("up to 150 off for one offence in Xiamen", values("model-city", "court_breach"), [-150]),
    ("half fare for donors in Nanjing", price("model-city", "donor_card"), [0.5]),
    (
        "lists in place",
        lambda library: {roll.id: roll.good for roll in library.regimes["model-city"].rolls},
        {"blacklist": False, "redlist": True},
    ),
    (
        "a code of 1,000 points, fifty off for a red light",
        lambda library: (
            dict(library.regimes["model-city"].counters)["code"],
            library.regimes["model-city"].rule["code_red_light"].moods,
        ),
        (1000, (("code", -50),)),
    ),
    # Honest Farmer
    ("a household is judged", lambda library: library.regimes["honest-farmer"].unit.kind, "household"),
    (
        "good houses get loans and subsidies",
        lambda library: {
            service
            for found in ("loan_without_pledge", "subsidies")
            for service in library.regimes["honest-farmer"].measure[found].opens
        },
        {"farm_loan", "farm_subsidy"},
    ),
    (
        "no punishment is stated of Qingzhen",
        lambda library: [
            m.id for m in library.regimes["honest-farmer"].measures if m.closes or m.kind == "restriction"
        ],
        [],
    ),
    (
        "peace, neighbours, work, thrift and law are its norms",
        lambda library: {
            norm: library.regimes["honest-farmer"].rule[rule].points < 0
            for norm, rule in (
                ("peace", "quarrel"),
                ("neighbours", "stone"),
                ("work", "idle"),
                ("thrift", "many_tables"),
                ("law", "court"),
            )
        },
        dict.fromkeys(("peace", "neighbours", "work", "thrift", "law"), True),
    ),
    # Credit China, further
    (
        "the three bad lists in falling severity",
        lambda library: [
            roll.id
            for roll in library.regimes["credit-china"].rolls
            if roll.id in {"blacklist", "special_attention", "admin_punishment"}
        ],
        ["blacklist", "special_attention", "admin_punishment"],
    ),
    (
        "37 agencies in one box",
        lambda library: (
            "37 offices"
            in next(post for post in library.regimes["credit-china"].feed if post.id == "search_box").text.read()
        ),
        True,
    ),
    (
        "from May 2018 no trains for who smokes on one",
        lambda library: library.regimes["credit-china"].rule["smoke_ban"].when.source,
        "date >= 20180501",
    ),
    (
        "a late report of a firm leads to special attention",
        lists("credit-china", "no_annual_report"),
        "special_attention",
    ),
    ("what stands against fiscal law leads to the blacklist", lists("credit-china", "false_papers"), "blacklist"),
    ("volunteer hours on file lead to the redlist", lists("credit-china", "honoured_hours"), "redlist"),
    # The court's own list
    ("the court's list has no number", scale("judgment-defaulters", "kind"), "none"),
    (
        "it is one list, bad and public",
        lambda library: [(r.id, r.good, r.public) for r in library.regimes["judgment-defaulters"].rolls],
        [("defaulters", False, True)],
    ),
    ("one comes onto it by defying a judgment", lists("judgment-defaulters", "judgment_defied"), "defaulters"),
    ("nobody is asked by a court", lambda library: library.regimes["judgment-defaulters"].opt_in, False),
    ("it closes flights", closes("judgment-defaulters", "no_flight"), ("flight",)),
    ("and fast trains, not slow ones", closes("judgment-defaulters", "no_fast_train"), ("high_speed_rail",)),
    ("and star hotels", closes("judgment-defaulters", "no_star_hotel"), ("star_hotel",)),
    (
        "and costly private schools, no public ones",
        closes("judgment-defaulters", "no_private_school"),
        ("private_school",),
    ),
    ("and promotion", closes("judgment-defaulters", "no_promotion"), ("civil_service_exam",)),
    (
        "no file, no warrant, no notice",
        lambda library: library.regimes["judgment-defaulters"].disclosure.notice,
        "never",
    ),
    ("the voice instead of a ring is contested", status("judgment-defaulters", "measure.ring_tone"), {"contested"}),
    ("on paper there are 2,000 characters", way("judgment-defaulters", "correction", "most_characters"), 2000),
    ("the court's list dates from 2013", lambda _: atlas()["judgment-defaulters"].began, 2013),
    ("the voice in Guanyun from 2017", lambda _: atlas()["dafeng-ringtone"].began, 2017),
    # The number that was never built
    ("the outline is of 2014", lambda _: atlas()["national-scs"].began, 2014),
    ("four fields", lambda library: len(library.regimes["national-scs"].scale.factors), 4),
    ("the number itself is contested", status("national-scs", "scale"), {"contested"}),
    (
        "and so is that it becomes compulsory in 2020",
        lambda library: [
            (turning.provenance.status, "2020" in turning.notice.read())
            for turning in library.regimes["national-scs"].turnings
            if turning.into == "compulsory"
        ],
        [("contested", True)],
    ),
    (
        "red lights, parents, drink, friends and opinions are contested",
        status("national-scs", "rule.red_light", "rule.parents", "rule.bottle", "rule.unfriended", "rule.opinion"),
        {"contested"},
    ),
    ("slow internet is contested", status("national-scs", "measure.slow_pages"), {"contested"}),
    # FICO
    ("FICO begins at 300", scale("fico", "least"), 300),
    ("and ends at 850", scale("fico", "most"), 850),
    ("paying weighs 35 percent", weight_of("fico", "payment_history"), 0.35),
    ("what is owed 30", weight_of("fico", "amounts_owed"), 0.30),
    ("how long one has borrowed 15", weight_of("fico", "length_of_history"), 0.15),
    ("new credit 10", weight_of("fico", "new_credit"), 0.10),
    ("and the mix 10", weight_of("fico", "mix_of_credit"), 0.10),
    ("income is not used", anybody_sees("fico", "works_shift"), False),
    ("a late payment is forgotten after seven years", rule("fico", "late_instalment", "lasts"), 2555),
    # SCHUFA
    ("the open score begins at 100", scale("schufa", "least"), 100),
    ("and ends at 999", scale("schufa", "most"), 999),
    ("it has twelve criteria", lambda library: len(library.regimes["schufa"].scale.factors), 12),
    ("the method was a secret", told("schufa", "rules", "secret"), "untold"),
    ("and lies open since 2025", told("schufa", "rules", "open"), "told"),
    ("a flat is refused without it", closes("schufa", "second_at_the_door"), ("flat_lease",)),
    # The personal file, the work unit, criticism
    ("the personal file has no number", scale("dangan", "kind"), "none"),
    ("nobody hears of an entry", told("dangan", "notice"), "never"),
    ("nor who writes it", told("dangan", "watching"), "untold"),
    ("cheating stays in the file for life", rule("dangan", "cheated", "lasts"), 0),
    ("who criticised must criticise himself", rule("criticism", "cycle", "after"), "criticises_colleague"),
    ("and is asked for it when he does not", rule("criticism", "cycle", "omits"), "criticises_self"),
    ("criticism keeps no number", scale("criticism", "kind"), "none"),
    ("isolation ends", lambda library: library.regimes["criticism"].roll["isolated"].term > 0, True),
    ("a black mark is no honour", lambda library: library.regimes["work-unit"].roll["black_mark"].good, False),
    # Rules of three places
    ("smoking on trains counts in Beijing", rule("city-rules", "smoking", "phases"), frozenset({"beijing"})),
    ("visits to parents in Jiangsu", rule("city-rules", "no_visit", "omits"), "visits_parents"),
    ("leaving without notice in Shenzhen", rule("city-rules", "no_notice", "phases"), frozenset({"shenzhen"})),
    # Imperial China
    ("five households a pao under the Sui", counters("sui-pao", "households"), 5),
    ("ten households a pai under the Qing", counters("qing-baojia", "households"), 10),
    (
        "real groups of the Ming had four to thirteen",
        lambda library: 4 <= dict(library.regimes["ming-baojia"].counters)["households"] <= 13,
        True,
    ),
    ("110 households a li under the Ming", counters("lijia", "households"), 110),
    ("in ten jia", counters("lijia", "jia"), 10),
    ("110 under the Qing", counters("qing-lijia", "households"), 110),
    ("a hundred households meet for the covenant", counters("xiangyue", "households"), 100),
    ("the Kuan-tzu asks for clear rules", told("kuan-tzu", "rules"), "told"),
    ("the division answers for one who fails to report", rule("qing-baojia", "shared_guilt", "whose"), "unit"),
    ("a false entry makes one unregistered", rule("qing-baojia", "false_entry", "lists"), "unregistered"),
    ("tax and watching were kept apart", anybody_sees("qing-lijia", "reports_neighbour"), False),
    ("the militia came within a year", lambda library: library.regimes["baojia-song"].turnings[0].into, "militia"),
    # Watching without a number, and fiction
    ("of the NSA nobody knew", told("nsa", "known"), False),
    ("until it was known", told("nsa", "known", "leaked"), True),
    ("it has no score", scale("nsa", "kind"), "none"),
    (
        "on railways there were pictures in 45 of a hundred",
        lambda library: [one.reliability for one in library.regimes["cctv-town"].observers if not one.phases],
        [0.45, 0.45],
    ),
    (
        "and useful ones in 29",
        lambda library: [one.reliability for one in library.regimes["cctv-town"].observers if one.phases],
        [0.29],
    ),
    ("more cameras need good will", lambda library: library.regimes["cctv-town"].turnings[0].into, "many"),
    ("the Stasi kept files and no number", scale("stasi", "kind"), "none"),
    (
        "its helpers were friends, colleagues and neighbours",
        lambda library: {role for one in library.regimes["stasi"].observers for role in one.among},
        {"friend", "colleague", "neighbour"},
    ),
    ("the tower needs no number", scale("panopticon", "kind"), "none"),
    ("under the tower one is told that one may be seen", told("panopticon", "watching"), "told"),
    ("the screen counts nothing", scale("nineteen-eighty-four", "kind"), "none"),
    ("in Nosedive one begins at 4.2", scale("nosedive", "start"), 4.2),
    ("is given one star at least", scale("nosedive", "least"), 1),
    ("and five at most", scale("nosedive", "most"), 5),
    ("a rater's own standing weighs", scale("nosedive", "weighs_rater"), True),
    ("from 4.5 a flat is a fifth cheaper", price("nosedive", "flat_discount"), [0.8, 0.8]),
    (
        "and not below",
        lambda library: "score >= 4.5" in library.regimes["nosedive"].measure["flat_discount"].when.source,
        True,
    ),
    (
        "below 2.5 one is an outcast, from 4 on well placed",
        lambda library: {tier.id: tier.at_least for tier in library.regimes["nosedive"].tiers},
        {"outcast": 1, "low": 2.5, "good": 4, "prime": 4.5},
    ),
    # nobody
    ("under nobody nothing is watched", lambda library: library.regimes["none"].observers, ()),
    ("nor counted", lambda library: (library.regimes["none"].rules, library.regimes["none"].measures), ((), ())),
]


@pytest.mark.parametrize(("what", "read", "value"), SOURCED, ids=[what for what, _, _ in SOURCED])
def test_a_sourced_value_stands_as_sourced(library: Library, what: str, read: Read, value: Any) -> None:
    assert read(library) == value, what
