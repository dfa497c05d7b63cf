"""Room three: doors, prices, what measures cost a life, redress, joining and leaving, phases."""

from __future__ import annotations

import pytest
from scenario import (
    LANE,
    Settle,
    Story,
    choice,
    encounter,
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
    scene,
    tier,
    turning,
    watches,
)

from scsgame.game.moves import Choose
from scsgame.game.pleas import IllegalMove
from scsgame.game.views import OfferView

RED = rule("red", act="jaywalks", points=-10)
SEES = watches("jaywalks", "helps", "cheats")
STATION = scene(
    "station",
    choice("train", uses={"train": 100}),
    choice("walk"),
    choice("lane", uses={LANE: 0}),
    cooldown=1,
    kind="beat",
    when="day >= 3",
)


def under(*parts, of=None, **others):
    return live(regime(SEES, *parts, **others), of=of)


def listing(name: str = "black", **parts):
    return [rule("cheating", act="cheats", points=-20, lists=name), roll(name, **parts)]


# doors


def test_a_restriction_closes_a_choice_and_is_named(settle: Settle) -> None:
    ban = measure("ban", "score < 95", closes=["train"])
    story = settle(under(RED, ban, of=life(STATION)).does("jaywalks").until(3))
    assert story.measures == {"ban"}
    assert story.offers["train"].closed_by == (("town", "ban"),)
    with pytest.raises(IllegalMove):
        story.takes("train")
    assert story.takes("walk").day == 4


def test_what_holds_from_the_start_stands_on_the_first_day() -> None:
    assert under(measure("ban", "true", closes=["train"])).measures == {"ban"}
    assert under(roll("black", "score < 200")).lists == {"black"}


def test_the_way_out_stays_open_when_a_door_is_closed() -> None:
    story = under(measure("ban", "true", closes=["train", "loan", "school", "job"]), of=life(STATION)).until(3)
    assert story.offers["walk"].open


def test_a_perk_opens_what_opens_by_invitation_only(settle: Settle) -> None:
    shut = under(of=life(STATION)).until(3)
    assert shut.offers["lane"].closed_by == (("", LANE),)
    story = settle(under(measure("lane", "score >= 100", opens=[LANE]), of=life(STATION)).passes(2))
    assert story.offers["lane"].open
    assert story.offers["lane"].eased_by == (("town", "lane"),)


@pytest.mark.parametrize(("price", "paid"), [(0, 0), (0.5, 50), (1.5, 150)])
def test_a_measure_prices_a_service(settle: Settle, price: float, paid: int) -> None:
    story = under(measure("deal", "true", prices={"train": price}), of=life(STATION)).until(3)
    offer = story.offers["train"]
    assert (offer.price, offer.usual) == (paid, 100)
    assert settle(story.takes("train")).facts["money"] == 1000 - paid


def test_what_makes_a_choice_dearer_is_named() -> None:
    offer = under(measure("dear", "true", prices={"train": 1.5}), of=life(STATION)).until(3).offers["train"]
    assert offer.open
    assert (offer.dearer_by, offer.eased_by) == ((("town", "dear"),), ())


def test_what_makes_a_choice_dearer_is_told_before_it_is_taken() -> None:
    dear = measure("dear", "true", prices={"train": 1.5})
    train = {told: _train(under(dear, of=life(STATION), told={"measures": told}).until(3)) for told in (True, False)}
    assert (train[True].price, train[True].usual) == (150, 100)
    assert (str(train[True].dearer_by), train[True].asks) == ("Town: Measure dear", ("town", "measure/dear"))
    assert (train[False].price, train[False].usual, train[False].dearer_by) == (150, 150, "")
    assert train[False].asks == ("", "")


def _train(story: Story) -> OfferView:
    scene = story.view.scene
    assert scene is not None
    return next(offer for offer in scene.offers if offer.id == "train")


def test_prices_of_two_regimes_multiply_and_whoever_closes_wins() -> None:
    dear = regime(measure("dear", "true", prices={"train": 1.5}), name="one")
    cheap = regime(measure("cheap", "true", prices={"train": 0.5}), name="two")
    shut = regime(measure("shut", "true", closes=["train"]), name="three")
    assert live(dear, cheap, of=life(STATION)).until(3).offers["train"].price == 75
    story = live(dear, cheap, shut, of=life(STATION)).until(3)
    assert story.offers["train"].closed_by == (("three", "shut"),)


def test_a_price_is_not_named_as_what_shuts_a_door() -> None:
    """Nobody opened the lane; a discount on it has not closed it."""
    story = under(measure("cheap", "true", prices={LANE: 0.5}), of=life(STATION)).until(3)
    assert story.offers["lane"].closed_by == (("", LANE),)


def test_scenes_can_ask_for_doors(settle: Settle) -> None:
    stuck = scene("stuck", kind="beat", when="not open(train)")
    happy = scene("happy", kind="beat", when="eased(train)")
    assert (
        settle(
            under(RED, measure("ban", "score < 95", closes=["train"]), of=life(stuck)).does("jaywalks").passes(0)
        ).scene
        == "stuck"
    )
    assert under(measure("deal", "true", prices={"train": 0.5}), of=life(happy)).scene == "happy"


def test_a_measure_ends_with_its_reason(settle: Settle) -> None:
    ban = measure("ban", "score < 95", closes=["train"])
    story = under(RED, ban, rule("help", act="helps", points=10)).does("jaywalks")
    assert story.measures == {"ban"}
    assert settle(story.does("helps")).measures == set()


def test_a_measure_touches_a_life_when_it_begins_and_each_week(settle: Settle) -> None:
    """It begins on day 3; Mondays are the days 8 and 15."""
    shame = measure("shame", "score < 95", kind="publicity", touches={"ties": -6}, weekly={"ties": -2})
    story = under(RED, shame).until(3).does("jaywalks")
    assert settle(story).facts["ties"] == 44
    assert settle(story.until(8)).facts["ties"] == 42
    assert settle(story.until(16)).facts["ties"] == 40


def test_a_measure_stands_only_in_its_phases() -> None:
    ban = measure("ban", "true", closes=["train"], phases=["running"])
    story = under(ban, phase("before"), phase("running"), turning("running", "day >= 5", ["before"]))
    assert story.until(4).measures == set()
    assert story.until(5).measures == {"ban"}


# redress


def test_an_answer_comes_after_as_many_days_as_it_takes(settle: Settle) -> None:
    story = under(RED, redress("form", takes=5)).does("jaywalks").pleads("form")
    assert settle(story.until(6)).score == 90
    assert len(story.until(6).held().cases) == 1
    answered = settle(story.until(7))
    assert answered.score == 100
    assert answered.held().cases == ()
    assert answered.held().voided == {story.marks[0].id}


def test_a_dispute_is_granted_where_the_record_is_wrong(settle: Settle) -> None:
    """Lin crosses on red, the report names you: that can be shown. Your own red light can not."""
    form = redress("form", grants=0.0, grants_if_wrong=1.0)
    lin = person("lin", "friend", habits=[habit("jaywalks", 90, start=2)])
    wrong = live(regime(watches("jaywalks", errs=1.0), RED, form), of=life(lin)).until(2)
    assert wrong.score == 90
    assert settle(wrong.pleads("form").passes(5)).score == 100
    right = under(RED, form).does("jaywalks")
    assert settle(right.pleads("form").passes(5)).score == 90


def test_a_silence_that_was_none_can_be_disputed() -> None:
    """One visited, nobody saw it, and the office counted a silence."""
    form = redress("form", grants=0.0, grants_if_wrong=1.0)
    town = regime(watches("visits", reliability=0.0), rule("no_visit", omits="visits", within=7, points=-10), form)
    assert live(town).until(5).does("visits").until(8).pleads("form").until(12).score == 100
    assert live(town).until(8).pleads("form").until(12).score == 90


@pytest.mark.parametrize(
    "on",
    [
        2,
        3,
        4,
    ],
)
def test_a_duty_that_was_done_unseen_can_be_disputed_whenever_it_was_done(on: int) -> None:
    form = redress("form", grants=0.0, grants_if_wrong=1.0)
    late = rule("no_report", omits="reports", after="hides_stranger", within=3, points=-10)
    town = regime(watches("hides_stranger"), late, form)
    story = live(town).does("hides_stranger").until(on).does("reports").until(6)
    assert story.score == 90
    assert story.pleads("form").until(10).score == 100


def test_a_form_takes_so_many_characters_and_no_more(settle: Settle) -> None:
    story = under(RED, redress("form", most_characters=2000)).does("jaywalks")
    with pytest.raises(IllegalMove, match="2,000 characters, this has 2,001"):
        story.pleads("form", text="字" * 2001)
    assert settle(story.pleads("form", text="字" * 2000)).held().cases[0].text == "字" * 2000


def test_a_repair_needs_its_deeds(settle: Settle) -> None:
    mend = redress("mend", "repair", ["black"], when="seen(helps) >= 2")
    story = under(*listing(), mend).does("cheats")
    with pytest.raises(IllegalMove):
        story.pleads("mend", "black")
    assert settle(story.does("helps", "helps").pleads("mend", "black").passes(5)).lists == set()


def test_a_repair_can_be_a_matter_of_time() -> None:
    mend = redress("mend", "repair", ["black"], when="days_on(black) >= 20")
    story = under(*listing(), mend).does("cheats")
    with pytest.raises(IllegalMove):
        story.until(20).pleads("mend", "black")
    assert story.until(21).pleads("mend", "black").passes(5).lists == set()


def test_a_plea_costs_what_it_costs() -> None:
    story = under(RED, redress("form", costs={"strength": -3})).does("jaywalks").pleads("form")
    assert story.facts["strength"] == 47


def test_one_thing_is_pleaded_about_once_at_a_time(settle: Settle) -> None:
    story = under(RED, redress("form", grants=0.0)).does("jaywalks").pleads("form")
    with pytest.raises(IllegalMove):
        story.pleads("form")
    assert settle(story.passes(5).pleads("form")).held().cases


def test_a_refusal_changes_nothing_and_is_told(settle: Settle) -> None:
    story = settle(under(RED, redress("form", grants=0.0)).does("jaywalks").pleads("form").passes(5))
    assert story.score == 90
    assert any("refused" in notice.text for notice in story.notices)


def test_a_mark_that_took_nothing_gives_nothing_back() -> None:
    """At the floor a mark of -10 took nothing; striking it out must not be a gift of ten points."""
    story = under(RED, redress("form"), start=5).does("jaywalks", "jaywalks")
    assert story.score == 0
    assert story.pleads("form").passes(5).score == 0


def test_a_rating_that_is_struck_out_counts_no_more() -> None:
    bad = rule("bad", act="jaywalks", rating=1)
    story = under(bad, redress("form"), kind="ratings", start=4, least=0, most=5).does("jaywalks")
    assert story.score == 1
    assert story.pleads("form").passes(5).score == 4


def test_striking_out_a_mark_takes_off_the_list_it_put_one_on() -> None:
    story = under(*listing(), redress("form")).does("cheats")
    assert story.lists == {"black"}
    assert story.pleads("form").passes(5).lists == set()


def test_an_entry_that_is_struck_out_is_counted_no_more() -> None:
    ban = measure("ban", "marks(red) >= 1", closes=["train"])
    story = under(RED, ban, redress("form")).does("jaywalks")
    assert story.measures == {"ban"}
    assert story.pleads("form").passes(5).measures == set()


def test_an_entry_that_is_struck_out_uses_up_no_cap() -> None:
    red = rule("red", act="jaywalks", points=-5, cap=5, per="life")
    assert under(red, redress("form")).does("jaywalks").pleads("form").passes(5).does("jaywalks").score == 95


def test_a_list_does_not_let_go_and_take_back_every_other_night() -> None:
    story = under(roll("black", "score < 200", "day >= 3"))
    assert story.until(5).lists == story.until(6).lists == story.until(7).lists


def test_leaving_a_list_by_plea_strikes_out_the_mark_behind_it(settle: Settle) -> None:
    story = under(*listing(), redress("form", about=["black"])).does("cheats").pleads("form", "black").passes(5)
    assert (settle(story).lists, story.score) == (set(), 100)


# joining and leaving

OPTS = {"opt_in": True, "may_leave": True}


def test_one_who_has_not_joined_is_not_watched(settle: Settle) -> None:
    story = under(RED, **OPTS).does("jaywalks").passes(5)
    assert settle(story).reports == []
    assert story.score == 100


def test_joining_begins_it_and_leaving_ends_its_measures(settle: Settle) -> None:
    perk = measure("deal", "score >= 100", prices={"train": 0.5})
    joined = under(RED, perk, **OPTS).until(4).joins()
    assert settle(joined).measures == {"deal"}
    left = joined.leaves()
    assert settle(left).measures == set()
    assert settle(left.does("jaywalks").passes(3)).score == 100


def test_nobody_joins_or_leaves_a_mandatory_regime() -> None:
    with pytest.raises(IllegalMove):
        under().leaves()
    with pytest.raises(IllegalMove):
        under().joins()
    with pytest.raises(IllegalMove):
        under(opt_in=True, may_leave=False).joins().leaves()
    with pytest.raises(IllegalMove):
        under(**OPTS).joins().joins()


def test_coming_back_keeps_the_course_one_had() -> None:
    story = under(RED, **OPTS).joins().does("jaywalks").leaves().passes(5).joins().does("jaywalks")
    assert [score for _, score in story.held().course] == [100, 90, 90, 80]


# encounters


def test_an_encounter_comes_at_most_once_a_week_unless_urgent(settle: Settle) -> None:
    calls = encounter("call", cooldown=1)
    story = under(calls)
    days = []
    for _ in range(40):
        if story.scene == "town/call":
            days.append(story.day)
        story = story.takes("goes_on") if story.scene == "town/call" else story.takes("rests")
    assert days == [1, 8, 15, 22, 29, 36][: len(days)]
    assert len(days) >= 4
    assert settle(story).day == story.day


def test_an_encounter_asks_its_regime(settle: Settle) -> None:
    desk = encounter("desk", choice("yes", asks="enrol"), choice("no"))
    story = under(desk, **OPTS)
    assert settle(story.takes("yes")).held().facts["enrolled"]
    assert not settle(story.takes("no")).held().facts["enrolled"]


def test_an_encounter_moves_the_regime_s_own_counters(settle: Settle) -> None:
    desk = encounter("protest", choice("shout", moods={"public_mood": -30}), choice("no"))
    story = under(desk, counters={"public_mood": 50}).takes("shout")
    assert settle(story).held().facts["public_mood"] == 20


def test_what_an_encounter_offers_can_always_be_taken() -> None:
    """The form asks for deeds that were not done: the choice is closed or does nothing, but it never breaks a life."""
    mend = redress("mend", "repair", ["black"], when="seen(helps) >= 2")
    desk = encounter("desk", choice("form", pleads="mend"), choice("no"), when="listed(black)")
    story = under(*listing(), mend, desk).does("cheats")
    assert story.scene == "town/desk"
    for offer in story.offers.values():
        if offer.open:
            story.then(Choose("town/desk", offer.choice.id))


def test_an_encounter_of_a_regime_one_cannot_leave_never_breaks_a_life() -> None:
    desk = encounter("desk", choice("out", asks="withdraw"), choice("no"))
    story = under(desk, opt_in=True, may_leave=False).joins()
    for offer in story.offers.values():
        if offer.open:
            story.then(Choose("town/desk", offer.choice.id))


# phases


def test_phases_turn_in_their_order_and_are_announced(settle: Settle) -> None:
    parts = [phase("before"), phase("running"), phase("abolished")]
    turns = [
        turning("running", "day >= 4", ["before"], "From today."),
        turning("abolished", "public_mood < 20", ["running"], "It is over."),
    ]
    angry = rule("angry", act="jaywalks", moods={"public_mood": -20})
    story = under(*parts, *turns, angry, counters={"public_mood": 50})
    assert story.does("jaywalks", "jaywalks").passes(1).held().facts["phase"] == "running"
    over = settle(story.does("jaywalks", "jaywalks", "jaywalks").passes(2))
    assert over.held().facts["phase"] == "abolished"
    told = [notice.text for notice in over.notices]
    assert told.index("From today.") < told.index("It is over.")


def test_a_regime_without_phases_is_in_one_without_a_name() -> None:
    assert under().held().facts["phase"] == ""


def test_tiers_and_lists_drive_measures_together(settle: Settle) -> None:
    parts = [
        tier("a", 95),
        tier("b", 0),
        roll("black", "tier == b"),
        measure("ban", "listed(black) and tier == b", closes=["job"]),
    ]
    assert settle(under(RED, *parts).does("jaywalks")).measures == {"ban"}
