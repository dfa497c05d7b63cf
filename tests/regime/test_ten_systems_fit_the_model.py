"""Systems of the fact base, each as a tiny regime, lived for sixty days. On paper they stand in docs/ten-systems.md."""

from __future__ import annotations

from scenario import (
    LANE,
    MASKED,
    Story,
    choice,
    encounter,
    factor,
    friends_weigh,
    habit,
    life,
    live,
    measure,
    person,
    phase,
    redress,
    regime,
    roll,
    rule,
    tier,
    turning,
    watches,
)

from scsgame.regime.charter import Regime

LIN = person("lin", "friend", bond=70, habits=[habit("jaywalks", 3), habit("misses_repayment", 5)])
WANG = person("wang", "neighbour", habits=[habit("cheats", 1, start=20, chance=0.2), habit("works", 2)])
TOGETHER = life(LIN, WANG)


def lived(*regimes: Regime, does: dict[int, str], days: int = 60, seed: str = "ten") -> Story:
    """Live so many days, doing these things on these days; encounters are let pass by their first choice."""
    story = live(*regimes, of=TOGETHER, seed=seed)
    while story.day < days:
        if story.scene == "square":
            story = story.takes(does.get(story.day, "rests"))
        else:
            story = story.takes(next(name for name, offer in story.offers.items() if offer.open))
    return story


def test_dangan_is_a_file_one_never_sees_and_that_follows_for_life() -> None:
    """Ten kinds of material, no score; a bad entry is met at job interviews."""
    town = regime(
        watches("cheats", "criticises", "volunteers", name="cadre", delay=10, errs=0.1),
        rule("penalty", act="cheats", lists="file"),
        rule("honour", act="volunteers"),
        rule("history", act="criticises"),
        roll("file", public=False, reason_given=False),
        measure("job", "marks(penalty) >= 1", closes=["job", "loan"]),
        kind="none",
        told={"score": "hidden", "rules": "untold", "notice": "never", "measures": False},
    )
    story = lived(town, does={5: "cheats", 9: "criticises", 11: "volunteers"})
    assert story.measures == {"job"}
    view = story.view.regimes[0]
    assert (view.marks, view.rules, view.measures, view.score) == ((), (), (), None)
    assert not [notice for notice in story.notices if notice.regime]


def test_qing_baojia_punishes_the_ten_for_the_one_who_keeps_silent() -> None:
    """A neighbour's crime must be reported; who reports in time is spared, self-report lightens."""
    town = regime(
        watches("cheats", "reports", "confesses", name="headman", reliability=0.9),
        rule("crime", act="cheats", whose="unit", lists="register", points=-20),
        rule(
            "silence",
            omits="reports",
            after="cheats",
            whose="unit",
            within=5,
            points=-30,
            touches={"strength": -20, "money": -100},
        ),
        rule("self_report", act="confesses", points=10, when="seen_of_unit(cheats) >= 1", cap=10, per="month"),
        roll("register", term=90),
        measure("placard", "listed(register)", kind="publicity", weekly={"ties": -1}),
        unit=("tithing", ("neighbour",)),
    )
    silent = lived(town, does={})
    assert {"crime", "silence"} <= set(silent.rules_hit)
    assert silent.facts["strength"] < 50
    loud = lived(town, does=dict.fromkeys(range(21, 60), "reports"))
    assert loud.rules_hit.count("silence") < silent.rules_hit.count("silence") or "silence" not in loud.rules_hit


def test_honest_farmer_judges_a_household_and_lends_by_it() -> None:
    """Village norms of the whole house; the good get farm loans."""
    town = regime(
        watches("works", "helps", "gambles", name="village committee", reliability=0.7),
        rule("industry", act="works", points=2, whose="unit", cap=10, per="month"),
        rule("neighbours", act="helps", points=3, whose="unit"),
        rule("lavish", act="gambles", points=-15, whose="unit"),
        tier("high", 108),
        tier("low", 0),
        measure("farm_loan", "tier == high", opens=[LANE], prices={"loan": 0.5}),
        unit=("household", ("neighbour",)),
        updates="monthly",
    )
    assert "farm_loan" in lived(town, does=dict.fromkeys((3, 6, 9, 12), "helps")).measures
    assert "farm_loan" not in lived(town, does={8: "gambles", 10: "gambles", 12: "gambles"}).measures


def test_the_facebook_patent_looks_at_friends_only() -> None:
    """The lender rejects a loan when the friends' mean is below a minimum."""
    town = regime(
        watches("misses_repayment", "repays", name="lender"),
        rule("late", act="misses_repayment", points=-20),
        rule("paid", act="repays", points=5),
        measure("no_loan", "friends_score < 80", closes=["loan"]),
        influence=friends_weigh(0.0, "friend"),
        updates="daily",
        told={"score": "hidden", "rules": "untold"},
    )
    story = lived(town, does={3: "repays"})
    assert story.held().others["lin"] < 80 < story.score
    assert story.measures == {"no_loan"}


def test_platform_ratings_are_means_of_stars() -> None:
    """Both sides rate; below 4.6 the account is closed."""
    town = regime(
        watches("waits", "litters", name="driver"),
        rule("five", act="waits", rating=5, rater="driver"),
        rule("two", act="litters", rating=2, rater="driver"),
        measure("account_closed", "score < 4.6", closes=["job"]),
        kind="ratings", start=5, least=1, most=5, decimals=2, window=10, weighs_rater=True, opt_in=True, may_leave=True,
    )  # fmt: skip
    story = live(town, of=TOGETHER).joins().does("waits", "litters")
    assert story.score == 3.5
    assert story.measures == {"account_closed"}
    assert story.does(*["waits"] * 10).measures == set()


def test_nosedive_lets_everybody_rate_everybody() -> None:
    """Who stands with the low is rated low; tiers open houses and seats."""
    town = regime(
        watches("helps", "jaywalks", "posts", name="everybody"),
        rule("liked", act="helps", rating=5, rater="friend"),
        rule("rude", act="jaywalks", rating=1, rater="stranger"),
        rule("low_company", act="jaywalks", rating=2, whose="friends"),
        tier("high", 4.5),
        tier("mid", 3),
        tier("low", 0),
        measure("seat", "tier == high", opens=[LANE]),
        measure("no_flight", "score < 4.2", closes=["train"]),
        kind="ratings", start=4.2, least=0, most=5, decimals=3, window=8, weighs_rater=True,
    )  # fmt: skip
    alone = lived(town, does=dict.fromkeys(range(50, 60), "helps"))
    assert alone.score < 5
    assert "low_company" in alone.rules_hit


def test_nsa_is_secret_until_a_leak() -> None:
    """Nothing is told before; after the leak everything is known to be watched, and it still has no score."""
    town = regime(
        watches("reads", "posts", MASKED, name="cable", links=0.8),
        rule("selector", act="reads", lists="watchlist"),
        roll("watchlist", public=False, reason_given=False),
        measure("searched", "listed(watchlist)", touches={"strength": -1}),
        phase("secret", score="hidden", rules="untold", notice="never", measures=False),
        phase("leaked", score="hidden", rules="told", notice="at_once", measures=True),
        turning("leaked", "day >= 30", ["secret"], "The papers print it."),
        encounter("paper", choice("read"), when="phase == leaked"),
        kind="none",
    )
    story = lived(town, does={10: "reads"}, days=29)
    assert story.lists == {"watchlist"}
    assert story.view.regimes[0].rules == ()
    leaked = lived(town, does={10: "reads"})
    assert [found.id for found in leaked.view.regimes[0].rules] == ["selector"]
    assert any("papers" in notice.text for notice in leaked.notices)


def test_jiangsu_2010_is_abolished_by_the_public_mood() -> None:
    """A thousand points, grades A to D, names published; the mood falls with every deduction."""
    town = regime(
        watches("jaywalks", "criticises", "cheats", name="office"),
        rule("red", act="jaywalks", points=-20, moods={"public_mood": -6}, phases=["running"]),
        rule("petition", act="criticises", points=-50, moods={"public_mood": -15}, phases=["running"]),
        *(tier(name, at) for name, at in (("a", 970), ("b", 850), ("c", 600), ("d", 0))),
        roll("published", "score < 900", phases=["running"]),
        measure("no_job", "tier in [c, d]", closes=["job", "loan"], phases=["running"]),
        phase("running", score="visible", rules="told"),
        phase("abolished", score="hidden", rules="untold", notice="never", measures=False),
        turning("abolished", "public_mood < 20", ["running"], "The scheme is withdrawn."),
        encounter("editorial", choice("agree", moods={"public_mood": -3}), choice("shrug"), when="public_mood < 45", cooldown=7),
        start=1000, least=0, most=1300, counters={"public_mood": 50},
    )  # fmt: skip
    story = lived(
        town, does={3: "jaywalks", 5: "criticises", 6: "criticises"} | dict.fromkeys(range(20, 40), "jaywalks")
    )
    held = story.held()
    assert held.facts["phase"] == "abolished"
    assert story.lists == set()
    assert story.rules_hit.count("red") < 21
    assert story.view.regimes[0].score is None


def test_the_panopticon_watches_now_and_then_and_nobody_knows_when() -> None:
    """Few in the tower: a small chance of being seen, a known rule, no notice."""
    town = regime(
        watches("jaywalks", "gambles", name="tower", reliability=0.15),
        rule("breach", act="jaywalks", lists="book"),
        roll("book", public=False, term=30),
        measure("cell", "listed(book)", weekly={"strength": -3, "self": -1}),
        kind="none",
        told={"rules": "told", "notice": "never", "measures": False},
    )
    story = lived(town, does=dict.fromkeys(range(1, 60), "jaywalks"))
    assert 0 < len(story.reports) < 30
    assert [found.id for found in story.view.regimes[0].rules] == ["breach"]
    assert story.view.regimes[0].marks == ()


def test_criticism_must_be_answered_by_self_criticism() -> None:
    """Who criticises must self-criticise within a week; isolation is temporary and public."""
    town = regime(
        watches("criticises", "confesses", "gambles", name="group"),
        rule("no_self_criticism", omits="confesses", after="criticises", within=7, lists="isolated"),
        rule("silent_member", omits="criticises", within=14, lists="isolated"),
        roll("isolated", leaves="since_seen(confesses) < 2", term=21),
        measure("isolation", "listed(isolated)", kind="publicity", weekly={"ties": -5}),
        kind="none",
        told={"rules": "untold"},
    )
    assert "silent_member" in lived(town, does={}).rules_hit
    assert "no_self_criticism" in lived(town, does={4: "criticises"}, days=13).rules_hit
    assert lived(town, does={4: "criticises", 9: "confesses"}, days=13).rules_hit == []


def test_enterprise_credit_lists_a_company_that_files_late_and_shares_it() -> None:
    """An annual report not filed: special attention; the lender's own score hears of it the next day."""
    state = regime(
        watches("files_return", "cheats", name="registry", delay=2),
        rule("late_report", omits="files_return", within=40, lists="attention"),
        rule("false_report", act="cheats", lists="black", whose="unit"),
        roll("attention", leaves="since_seen(files_return) < 5"),
        roll("black", term=365),
        measure("no_contracts", "listed(attention) or listed(black)", closes=["job"]),
        unit=("company", ("neighbour",)),
        kind="none",
        name="state",
    )
    lender = regime(
        factor("standing", 1, 60),
        rule("attention", listed="state/attention", points=-15, factor="standing"),
        rule("black", listed="state/black", points=-40, factor="standing"),
        kind="factors", least=0, most=100, updates="weekly", name="lender",
    )  # fmt: skip
    story = lived(state, lender, does={}, days=50)
    assert "attention" in story.lists
    assert story.score_at("lender") < 60
    filed = lived(state, does=dict.fromkeys(range(30, 60, 9), "files_return"))
    assert "late_report" not in filed.rules_hit


def test_the_ring_tone_makes_friends_enforcers_until_one_pays() -> None:
    """A listed debtor's callers hear it; only paying ends it."""
    town = regime(
        watches("misses_repayment", "repays", name="court"),
        rule("debt", act="misses_repayment", lists="debtors"),
        roll("debtors", leaves="seen(repays) >= 1"),
        measure("ring_tone", "listed(debtors)", kind="publicity", touches={"ties": -4}, weekly={"ties": -3}),
        redress("objection", "appeal", ["debtors"], grants=0.0),
        kind="none",
    )
    shamed = lived(town, does={4: "misses_repayment"})
    assert shamed.facts["ties"] < 30
    assert lived(town, does={4: "misses_repayment", 12: "repays"}).measures == set()


def test_fico_weighs_five_factors_that_forget() -> None:
    """300 to 850, five weighed parts, monthly, disputes; nobody is asked."""
    weights = {"history": 0.35, "owed": 0.30, "length": 0.15, "new": 0.10, "mix": 0.10}
    town = regime(
        *(factor(name, weight, 60, decay=0.1) for name, weight in weights.items()),
        watches("repays", "misses_repayment", "gambles", name="bureau", delay=20),
        rule("paid", act="repays", points=3, factor="history"),
        rule("late", act="misses_repayment", points=-20, factor="history"),
        redress("dispute", takes=30, grants=0.1, grants_if_wrong=0.8),
        kind="factors", start=630, least=300, most=850, updates="monthly",
    )  # fmt: skip
    assert lived(town, does={}).score == 630
    assert lived(town, does={2: "misses_repayment"}).score < 630


def test_a_regime_without_any_room_is_the_baseline() -> None:
    story = lived(regime(kind="none", name="none"), does={3: "cheats"})
    assert (story.reports, story.marks, story.lists, story.measures) == ([], (), set(), set())
