"""Dealing: condition, priority, specificity, least recently seen, the luck of the day."""

from __future__ import annotations

from scenario import Settle, choice, later, life, live, person, scene

from scsgame.life.dealing import PATIENCE


def come(of, days: int, pick: str = "goes_on") -> list[str]:
    """Return the scenes that come, day by day."""
    story, found = live(of=of), []
    for _ in range(days):
        found.append(story.scene)
        names = list(story.offers)
        story = story.takes(pick if pick in names else names[0])
    return found


def only(*parts, **others):
    return life(*parts, square=False, fallback="nothing", **others)


NOTHING = scene("nothing", due_only=True)


def test_a_scene_comes_when_its_condition_holds(settle: Settle) -> None:
    assert come(life(scene("visit", when="day >= 3")), 4) == ["square", "square", "visit", "square"]
    assert settle(live(of=life(scene("visit", when="day >= 3"))).passes(2)).scene == "visit"


def test_a_fact_that_rules_a_scene_out_is_looked_at_first() -> None:
    """A scene met, a step of an arc, a flag; what is not ruled out by one fact alone is asked for whole."""
    asked = {
        "met(visit) and day >= 3": "met(visit)",
        "has_job and not met(visit) and chose(visit, goes_on)": "chose(visit,goes_on)",
        "day > 2 and (money > 0 and has_job)": "has_job",
        "met(visit) or has_job": "day",
        "not has_job": "day",
        "money > 5": "day",
    }
    deck = [scene("visit"), *(scene(f"at_{number}", when=when) for number, when in enumerate(asked))]
    second = scene("second", arc="story", step=2)
    one = life(*deck, second)
    first = dict(zip((found.id for found in one.dealable), one.first_asked, strict=True))
    assert [first[f"at_{number}"] for number in range(len(asked))] == list(asked.values())
    assert (first["visit"], first["second"]) == ("day", "arc(story)")


def test_a_scene_without_cooldown_comes_once() -> None:
    assert come(life(scene("once", kind="beat")), 20).count("once") == 1


def test_a_scene_with_cooldown_comes_again_after_it() -> None:
    found = come(life(scene("again", kind="beat", cooldown=5)), 16)
    assert [day for day, name in enumerate(found, 1) if name == "again"] == [1, 6, 11, 16]


def test_kinds_come_in_the_order_of_their_priority() -> None:
    kinds = ("everyday", "beat", "threshold", "crisis", "opening")
    found = come(only(*(scene(kind, kind=kind) for kind in kinds), NOTHING), 5)
    assert found == ["opening", "crisis", "threshold", "beat", "everyday"]


def test_a_priority_of_its_own_goes_before_the_kind_s() -> None:
    assert come(only(scene("beat", kind="beat"), scene("first", priority=99), NOTHING), 2) == ["first", "beat"]


def test_of_equal_priority_the_one_that_asks_for_more_comes_first() -> None:
    deck = [
        scene("any"),
        scene("two", when="day >= 1 and money > 0"),
        scene("three", when="day >= 1 and money > 0 and not has_job"),
        scene("one", when="day >= 1 or money > 0 or has_job"),
    ]
    assert come(only(*deck, NOTHING), 4) == ["three", "two", "one", "any"]


def test_of_equal_demand_the_one_least_recently_seen_comes_first() -> None:
    found = come(only(*(scene(name, cooldown=1) for name in "abc"), NOTHING), 12)
    assert all(found[day] == found[day - 3] for day in range(3, 12))
    assert set(found[:3]) == {"a", "b", "c"}


def test_among_equals_the_day_s_luck_decides_and_the_order_in_the_file_does_not() -> None:
    deck = [scene(name) for name in ("ada", "bo", "chen", "dora", "emil")]
    assert come(only(*deck, NOTHING), 5) == come(only(*reversed(deck), NOTHING), 5)
    orders = {tuple(come_with(seed, deck)) for seed in range(8)}
    assert len(orders) > 3


def come_with(seed: int, deck: list) -> list[str]:
    story, found = live(of=only(*deck, NOTHING), seed=str(seed)), []
    for _ in deck:
        found.append(story.scene)
        story = story.takes("goes_on")
    return found


def test_a_chance_is_drawn_each_day(settle: Settle) -> None:
    found = come(life(scene("rare", kind="beat", chance=0.3, cooldown=1)), 80)
    assert 12 <= found.count("rare") <= 36
    assert settle(live(of=life(scene("rare", kind="beat", chance=0.3, cooldown=1)))).scene == found[0]


def test_a_chance_of_nought_never_comes() -> None:
    assert "never" not in come(life(scene("never", kind="beat", chance=0.0)), 40)


def test_nothing_but_the_fallback_comes_when_nothing_else_can(settle: Settle) -> None:
    story = live(of=only(NOTHING))
    assert settle(story.takes("goes_on")).scene == "nothing"


def test_days_without_dealing_pass_by_themselves() -> None:
    story = live(of=life(deal_days=("mon", "thu")))
    assert [story.day, story.takes("rests").day, story.takes("rests", "rests").day] == [1, 4, 8]


# arcs


def test_an_arc_goes_step_by_step_with_its_gap(settle: Settle) -> None:
    steps = [scene(f"s{step}", kind="beat", arc="lin", step=step) for step in (1, 2, 3)]
    found = come(life(*steps, arc_gap=6), 20)
    assert [(day, name) for day, name in enumerate(found, 1) if name != "square"] == [
        (1, "s1"),
        (7, "s2"),
        (13, "s3"),
    ]
    assert settle(live(of=life(*steps)).takes("goes_on")).facts["arc(lin)"] == 1


def test_of_two_scenes_that_share_a_step_one_comes() -> None:
    steps = [
        scene("s1", kind="beat", arc="lin", step=1),
        scene("good", kind="beat", arc="lin", step=2, when="money > 0"),
        scene("bad", kind="beat", arc="lin", step=2),
        scene("s3", kind="beat", arc="lin", step=3),
    ]
    found = come(life(*steps, arc_gap=2), 20)
    assert [name for name in found if name != "square"] == ["s1", "good", "s3"]


# casting


def test_a_slot_is_filled_by_somebody_who_plays_the_part(settle: Settle) -> None:
    people = [person("lin", "friend"), person("wang", "neighbour"), person("qing", "friend", "neighbour")]
    talk = scene("talk", kind="beat", cast={"pal": "friend"}, cooldown=1)
    seen = {live(of=life(*people, talk), seed=str(seed)).cast["pal"] for seed in range(20)}
    assert seen == {"lin", "qing"}
    assert settle(live(of=life(*people, talk))).cast == live(of=life(*people, talk)).cast


def test_two_slots_are_two_people() -> None:
    people = [person("lin", "friend"), person("qing", "friend")]
    for seed in range(10):
        cast = live(
            of=life(*people, scene("talk", kind="beat", cast={"a": "friend", "b": "friend"})), seed=str(seed)
        ).cast
        assert set(cast.values()) == {"lin", "qing"}


def test_a_scene_waits_until_its_people_are_there() -> None:
    talk = scene("talk", kind="beat", cast={"pal": "friend"})
    meets = scene("meets", choice("joins", joins=["lin"]), kind="crisis", when="day == 3")
    found = come(life(person("lin", "friend", here=False), talk, meets), 5)
    assert found == ["square", "square", "meets", "talk", "square"]


def test_whoever_leaves_is_cast_no_more() -> None:
    talk = scene("talk", choice("goodbye", leaves=["pal"]), kind="beat", cast={"pal": "friend"}, cooldown=1)
    assert come(life(person("lin", "friend"), talk), 3, "goodbye") == ["talk", "square", "square"]


def test_one_can_be_cast_by_name() -> None:
    people = [person("lin", "friend"), person("qing", "friend")]
    assert live(of=life(*people, scene("talk", kind="beat", cast={"pal": "qing"}))).cast == {"pal": "qing"}


# what comes back


def sends(days: int = 4, **parts):
    return scene("lend", choice("yes", later=[later(days, "back", **parts)]), choice("no"), kind="opening")


def test_a_scene_that_was_sent_comes_after_its_days(settle: Settle) -> None:
    of = life(sends(), scene("back", kind="return", due_only=True))
    assert come(of, 6, "yes") == ["lend", "square", "square", "square", "back", "square"]
    assert "back" not in come(of, 20, "no")
    assert settle(live(of=of).takes("yes").passes(3)).scene == "back"


def test_a_scene_that_was_sent_brings_the_people_it_is_about() -> None:
    people = [person(name, "friend") for name in ("lin", "qing", "su", "yong")]
    lend = scene("lend", choice("yes", later=[later(3, "back")]), kind="opening", cast={"pal": "friend"})
    of = life(*people, lend, scene("back", kind="return", due_only=True, cast={"pal": "friend"}))
    for seed in range(8):
        story = live(of=of, seed=str(seed))
        assert story.takes("yes").passes(2).cast == story.cast


def test_what_was_sent_waits_for_its_moment_and_then_is_forgotten() -> None:
    of = life(sends(2), scene("back", kind="return", due_only=True, when=f"day >= {2 + PATIENCE}"))
    assert come(of, 30, "yes").count("back") == 1
    of = life(sends(2), scene("back", kind="return", due_only=True, when=f"day >= {5 + PATIENCE}"))
    assert "back" not in come(of, 40, "yes")


def test_what_was_sent_comes_by_its_chance() -> None:
    of = life(sends(2, chance=0.5), scene("back", kind="return", due_only=True))
    came = [live(of=of, seed=str(seed)).takes("yes").passes(1).scene == "back" for seed in range(60)]
    assert 15 <= sum(came) <= 45


def test_a_change_on_its_way_arrives_with_its_note(settle: Settle) -> None:
    paid = choice("works", later=[later(5, effects={"money": 300})])
    story = live(of=life(scene("job", paid, kind="opening"))).takes("works")
    assert story.until(5).facts["money"] == 1000
    assert settle(story.until(6)).facts["money"] == 1300


def test_a_change_whose_condition_fails_on_its_day_does_not_come() -> None:
    paid = choice("works", later=[later(5, effects={"money": 300}, when="has_job")])
    assert live(of=life(scene("job", paid, kind="opening"))).takes("works").until(30).facts["money"] == 1000


def test_what_is_more_urgent_goes_before_what_was_sent() -> None:
    of = life(sends(2), scene("back", kind="return", due_only=True), scene("fire", priority=99, when="day == 3"))
    assert come(of, 4, "yes") == ["lend", "square", "fire", "back"]
