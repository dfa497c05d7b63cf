"""What the walk through fourteen systems asked of the model (docs/ten-systems.md)."""

from __future__ import annotations

from scenario import (
    choice,
    encounter,
    friends_weigh,
    habit,
    later,
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

from scsgame.terms import saying


def test_a_rater_who_is_nobody_in_the_life_weighs_as_the_rule_says() -> None:
    praised = {"kind": "ratings", "start": 3, "least": 0, "most": 5, "decimals": 2, "weighs_rater": True}
    kind = rule("kind", act="helps", rating=5, rater_stands=4.0)
    rude = rule("rude", act="litters", rating=1, rater_stands=1.0)
    story = live(regime(watches("helps", "litters"), kind, rude, **praised)).does("helps").does("litters")
    assert story.score == 4.2


def test_a_regime_can_ask_how_one_stands_elsewhere_as_of_yesterday() -> None:
    court = regime(
        watches("cheats"),
        rule("case", act="cheats", lists="debtors"),
        roll("debtors", term=3),
        kind="none",
        name="court",
    )
    bank = regime(measure("no_loan", "elsewhere(court, debtors)", closes=["loan"]), name="bank", kind="none")
    story = live(bank, court).until(2).does("cheats")
    assert story.passes(1).measures == {"no_loan"}
    assert story.passes(6).measures == set()


def test_a_regime_can_use_another_regime_s_number() -> None:
    sesame = regime(watches("cheats"), rule("r", act="cheats", points=-50), name="sesame")
    dating = regime(measure("shown", "score_at(sesame) >= 80", opens=["lane"]), name="dating", kind="none")
    story = live(dating, sesame).until(3)
    assert story.measures == {"shown"}
    assert story.does("cheats").passes(2).measures == set()


def test_leaving_another_regime_s_list_can_count_too() -> None:
    court = regime(
        watches("cheats"),
        rule("case", act="cheats", lists="debtors"),
        roll("debtors", term=3),
        kind="none",
        name="court",
    )
    fallen, risen = (
        rule("fallen", listed="court/debtors", points=-40),
        rule("risen", unlisted="court/debtors", points=15),
    )
    story = live(regime(fallen, risen), court).until(2).does("cheats").passes(10)
    assert story.rules_hit == ["fallen", "risen"]
    assert story.score == 75


def test_two_offices_that_list_on_one_day_know_of_each_other_the_next_morning() -> None:
    """So that a third which reads both can count the two lists once."""
    court, site = (
        regime(
            watches("cheats"), rule("case", act="cheats", lists="debtors"), roll("debtors"), kind="none", name=name
        )
        for name in ("court", "site")
    )
    bank = regime(
        rule("listed_by_site", listed="site/debtors", points=-40),
        rule("listed_by_court", listed="court/debtors", points=-40, when="not elsewhere(site, debtors)"),
        name="bank",
    )
    story = live(bank, court, site).until(2).does("cheats").passes(3)
    assert [mark.rule for mark in story.held("bank").marks] == ["listed_by_site"]


def test_a_rule_about_another_office_s_list_names_it_as_it_is_called() -> None:
    bank = regime(
        rule("fallen", listed="court/debtors", points=-40), rule("risen", unlisted="court/debtors", points=5)
    )
    named = {"court": saying("The Court"), "court/debtors": saying("Debtors")}
    read = [rule.what for rule in live(bank, offices=named).view.regimes[0].rules]
    assert read == ["on the list of The Court, “Debtors”", "off the list of The Court, “Debtors”"]


def test_a_fine_costs_money_each_time() -> None:
    story = live(regime(watches("litters"), rule("fine", act="litters", touches={"money": -20})))
    before = story.facts["money"]
    assert story.does("litters").does("litters").facts["money"] == before - 40


def test_a_mark_lapses_when_its_time_is_over() -> None:
    town = regime(
        watches("litters"),
        rule("r", act="litters", points=-20, lasts=5),
        measure("ban", "marks(r) >= 1", closes=["train"]),
    )
    story = live(town).does("litters")
    assert (story.score, story.measures) == (80, {"ban"})
    after = story.passes(6)
    assert (after.score, after.measures) == (100, set())


def test_an_observer_one_is_not_told_of_is_shown_nowhere() -> None:
    cameras = [watches("litters", name="camera"), watches("posts", name="tap", told=False)]
    shown = {
        watching: [seen.id for seen in live(regime(*cameras, told={"watching": watching})).view.regimes[0].observers]
        for watching in ("told", "partly", "untold")
    }
    assert shown == {"told": ["camera", "tap"], "partly": ["camera"], "untold": []}


def test_a_condition_can_ask_how_long_a_phase_has_stood() -> None:
    town = regime(
        phase("secret"), phase("leaked"), turning("leaked", "day >= 5", ["secret"]),
        measure("inquiry", "phase == leaked and days_in_phase >= 7", closes=["train"]),
    )  # fmt: skip
    assert live(town).until(11).measures == set()
    assert live(town).until(12).measures == {"inquiry"}


def test_a_turning_asks_how_long_the_phase_has_stood_today() -> None:
    town = regime(phase("secret"), phase("leaked"), turning("leaked", "days_in_phase >= 7", ["secret"]))
    assert live(town).until(7).held().facts["phase"] == "secret"
    assert live(town).until(8).held().facts["phase"] == "leaked"


def test_what_the_unit_did_is_not_what_one_did_oneself() -> None:
    neighbour = person("wang", "neighbour", habits=[habit("gambles", 3)])
    town = regime(
        watches("gambles", "reports"),
        rule("silence", omits="reports", after="gambles", whose="unit", within=2, points=-30),
        measure("own", "seen(gambles) >= 1", closes=["train"]),
        measure("theirs", "seen_of_unit(gambles) >= 1", closes=["loan"]),
        unit=("tithing", ("neighbour",)),
    )
    story = live(town, of=life(neighbour)).until(3)
    assert story.measures == {"theirs"}
    assert live(town, of=life()).does("gambles").passes(6).rules_hit == []
    assert "silence" in story.passes(3).rules_hit


def test_a_friend_s_deed_can_be_asked_for() -> None:
    friend = person("lin", "friend", bond=60, habits=[habit("gambles", 2)])
    town = regime(watches("gambles"), measure("warned", "seen_of_friends(gambles) >= 1", closes=["loan"]))
    assert live(town, of=life(friend)).until(4).measures == {"warned"}
    assert live(town, of=life()).does("gambles").until(4).measures == set()


def test_others_can_begin_lower_than_oneself() -> None:
    friend = person("lin", "friend", bond=60)
    town = regime(influence=friends_weigh(0.5), updates="daily", others=(("friend", 40.0),))
    assert live(town, of=life(friend)).until(3).score == 70


def test_a_tier_and_a_way_back_can_belong_to_a_phase() -> None:
    town = regime(
        watches("litters"), rule("r", act="litters", points=-10), phase("mild"), phase("harsh"),
        turning("harsh", "day >= 4", ["mild"]), tier("high", 80, "mild"), tier("low", 0), tier("high", 95, "harsh"),
        redress("form", phases=["harsh"]),
    )  # fmt: skip
    story = live(town).does("litters")
    assert story.tier == "high"
    assert story.view.regimes[0].redress == (), "a way back of another time is not shown"
    after = story.until(5)
    assert after.tier == "low"
    assert after.view.regimes[0].redress[0].open


def test_an_encounter_can_send_another_one() -> None:
    ask = encounter("ask", choice("later", later=[later(5, "town/answer")]), when="day >= 2")
    answer = encounter("answer", choice("reads"), due_only=True)
    story = live(regime(ask, answer)).until(2)
    assert story.scene == "town/ask"
    story = story.takes("later")
    while story.day < 7:
        assert story.scene != "town/answer"
        story = story.takes("rests")
    assert story.scene == "town/answer"
