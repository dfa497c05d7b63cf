"""What is reached is counted and shown by a replay; what is not has a reason."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

import pytest
from scenario import choice, measure, roll, scene

sys.path.insert(0, str(Path(__file__).parent))
from tiny_town import library_of, street, town  # type: ignore[import-not-found]

from scsgame.packs import load
from scsgame.terms import saying
from scsgame.workshop.scaffold import Answers, files, write
from scsgame.workshop.trials.histograms import histogram
from scsgame.workshop.trials.players import PLAYERS
from scsgame.workshop.trials.pool import run, seek_all
from scsgame.workshop.trials.promises import Expected
from scsgame.workshop.trials.report import told
from scsgame.workshop.trials.rooms import Focus, batches, related, rooms
from scsgame.workshop.trials.things import Thing, named
from scsgame.workshop.trials.trial import Trial, Wish, replays, shared_out, trial, witness
from scsgame.workshop.trials.witnesses import ReplayError, gets_there, met, read_replay


def tried(library, lives: int = 45, **wish) -> Trial:
    return trial(library, Wish(lives=lives, seek=6, **wish), said=Expected())


def test_every_thing_reached_has_a_replay_that_gets_there() -> None:
    library = library_of(town(), lives=[street()])
    done = tried(library)
    found = replays(done)
    assert {thing.name for thing in found if thing.kind in ("scene", "list", "measure", "door", "ending")} == {
        "crossing", "trip", "the_end", "bad", "no_train", "no_train/train",
    }  # fmt: skip
    for thing, replay in found.items():
        assert gets_there(replay, library), thing
        assert gets_there(read_replay(replay.as_json()), library), thing


def test_a_life_lived_again_begins_with_its_first_morning() -> None:
    library = library_of(town(), lives=[street()])
    found = replays(tried(library))
    chronicle = next(replay for thing, replay in found.items() if thing.kind == "ending").live(library)
    assert chronicle.start.table is not None
    shown = [thing for thing in met(chronicle) if thing.kind in ("scene", "ending")]
    assert (shown[0].name, shown[-1].name) == (chronicle.start.table.scene.id, "the_end")


def test_what_is_never_reached_has_a_reason() -> None:
    more = [
        scene("sent", kind="return", due_only=True),
        scene("lane_only", choice("in", uses={"lane": 0}), choice("out"), cooldown=2),
        scene("poor", when="money < 0"),
    ]
    done = tried(library_of(town(), lives=[street(*more)]))
    why = {f"{thing.kind} {thing.name}": reason for thing, reason in done.why.items()}
    assert why["scene lucky"] == "it asks for the flag lent, which nothing sets"
    assert why["choice lucky/take"] == "its scene never came"
    assert why["scene sent"] == "it waits to be sent by an earlier choice, and no choice sends it"
    assert "always closed: lane was never open" in why["choice lane_only/in"]
    assert "money is below 0" in why["scene poor"]
    assert "money is above 100000" in why["ending rich"]


def test_what_is_marked_rare_is_shown_with_its_reason_and_not_counted_as_missed() -> None:
    why = saying("Nobody is that rich.")
    palace = measure("palace", "score > 900", opens=["lane"], rare=why)
    honours = roll("honours", enters="score > 900", good=True, rare=why)
    place = town()
    place = replace(place, measures=(*place.measures, palace), rolls=(*place.rolls, honours))
    home = street(scene("ball", choice("dance"), when="money > 100000", rare=why))
    home = replace(home, endings=(replace(home.endings[0], rare=why), *home.endings[1:]))
    done = tried(library_of(place, lives=[home]))
    rare = {f"{thing.kind} {thing.name}" for thing in done.rare}
    assert rare == {
        "measure palace",
        "door palace/lane",
        "list honours",
        "scene ball",
        "choice ball/dance",
        "ending rich",
    }
    assert not rare & {f"{thing.kind} {thing.name}" for thing in done.why}
    assert set(done.rare.values()) == {"Nobody is that rich."}
    report = told(done, everything=True)
    assert "marked rare by the author: 6\n" in report
    assert "    list town/honours: Nobody is that rich." in report


def test_what_is_marked_rare_and_reached_is_reached() -> None:
    place = town()
    place = replace(place, rolls=(replace(place.rolls[0], rare=saying("Hardly.")),))
    done = tried(library_of(place, lives=[street()]))
    assert Thing("list", "town", "bad") in replays(done)
    assert not done.rare


def test_a_moment_without_an_open_choice_is_a_dead_end_and_fails() -> None:
    done = tried(
        library_of(town(), lives=[street(scene("trap", choice("in", uses={"lane": 0}), when="day >= 3"))]), 15
    )
    assert done.coverage.stuck
    replay, why = done.coverage.stuck[0]
    assert why == "no choice of trap is open"
    assert done.broken == [f"{len(done.coverage.stuck)} dead ends"]
    assert len(replay.moves) < 10


def test_choices_are_held_against_each_other() -> None:
    shop = scene(
        "shop", choice("good", effects={"money": 5, "ties": 1}), choice("worse", effects={"money": 5}), choice("other", effects={"ties": 9}),
        choice("tells", effects={"money": 5}, sets=["lent"]), choice("same", effects={"money": 5}), cooldown=1,
    )  # fmt: skip
    found = tried(library_of(town(), lives=[street(shop)]), 90).choices
    assert found is not None
    assert [(pair.one, pair.other) for pair in found.same_effects if pair.scene == "shop"] == [("worse", "same")]
    dominated = {(pair.one, pair.other) for pair in found.dominated if pair.scene == "shop"}
    assert ("good", "worse") in dominated
    assert not any(other == "tells" for _, other in dominated)
    assert not any("other" in pair for pair in dominated)


def test_what_nobody_meets_by_chance_is_sought() -> None:
    key = scene(
        "key",
        *(choice(f"no{at}") for at in range(12)),
        choice("yes", sets=["lent"]),
        when="day >= 9 and money >= 990",
    )
    library = library_of(town(), lives=[street(key)])
    replay = witness(library, Wish(lives=1, seek=10), Thing("scene", "somebody", "lucky"))
    assert not isinstance(replay, str)
    assert replay.player == "seeker"
    assert gets_there(replay, library)


def test_the_more_is_missing_the_fewer_lives_each_thing_is_sought_in() -> None:
    assert shared_out(0, 100) == (100, 0)
    assert shared_out(60, 100) == (100, 60)
    assert shared_out(1_000, 100) == (40, 1_000)
    assert shared_out(20_000, 4) == (4, 10_000)
    assert shared_out(50_000, 100) == (4, 10_000)


def test_what_needs_a_scene_that_was_not_found_is_not_sought(monkeypatch) -> None:
    """A chain of scenes whose first never comes: only that one is sought, and the rest say why they are not."""
    sought = []
    monkeypatch.setattr(f"{trial.__module__}.seek_all", lambda *asked: sought.extend(asked[1]) or seek_all(*asked))
    chain = [
        scene("link_1", when="money > 99999"),
        *(scene(f"link_{at}", when=f"met(link_{at - 1})") for at in range(2, 9)),
    ]
    done = trial(library_of(town(), lives=[street(*chain)]), Wish(lives=30, seek=4), said=Expected())
    why = {f"{thing.kind} {thing.name}": why for thing, why in done.why.items()}

    assert {search.thing.name for search in sought if search.thing.name.startswith("link")} == {"link_1"}
    assert why["scene link_5"].endswith(
        "it was not sought, because it needs the scene somebody/link_4, and that was not found"
    )
    assert why["choice link_5/goes_on"] == "its scene never came"


def test_what_was_found_opens_the_search_for_what_needs_it() -> None:
    key = scene(
        "key",
        *(choice(f"no{at}") for at in range(12)),
        choice("yes", sets=["lent"]),
        when="day >= 9 and money >= 990",
    )
    after = scene("after", choice("well"), when="met(lucky)", priority=99)
    library = library_of(town(), lives=[street(key, after)])
    done = trial(library, Wish(lives=1, seek=10), said=Expected())
    for thing in (
        Thing("scene", "somebody", "lucky"),
        Thing("scene", "somebody", "after"),
        Thing("choice", "somebody", "after/well"),
    ):
        replay = done.coverage.witness(thing)
        assert replay is not None
        assert gets_there(replay, library)


def test_what_is_not_sought_for_want_of_lives_is_told(monkeypatch) -> None:
    monkeypatch.setattr("scsgame.workshop.trials.trial.MOST_SOUGHT", 8)
    poor = [scene(f"poor{number}", when="money < 0") for number in range(6)]
    done = tried(library_of(town(), lives=[street(*poor)]))
    unsought = [why for why in done.why.values() if "; it was not sought, because " in why]

    assert done.sought == 4
    assert len(unsought) >= 4
    assert "each thing was sought in 4 lives, not in 6." in told(done)


def test_why_comes_back_where_there_is_no_witness() -> None:
    library = library_of(town(), lives=[street()])
    assert (
        witness(library, Wish(lives=3, seek=2), Thing("scene", "somebody", "lucky"))
        == "it asks for the flag lent, which nothing sets"
    )


def test_learners_are_taught_by_the_regime() -> None:
    """One crosses for the fun of it (ties +1) or waits; a regime that takes 300 points for it is felt."""
    from scenario import regime, rule, watches

    harsh = regime(watches("jaywalks"), rule("red", act="jaywalks", points=-300), start=900)
    library = library_of(harsh, regime(name="free", kind="none"), lives=[street()])
    crossed = {}
    for under in ("town", "free"):
        done = trial(library, Wish(lives=60, seek=0, regimes=(under,)), said=Expected())
        for name in ("q_learner", "win_stay_lose_shift"):
            plan = batches(done.rooms, [name], 24, "l")
            met = run(library, plan)
            crossed[under, name] = met.plays[Thing("choice", "somebody", "crossing/cross")]
    for name in ("q_learner", "win_stay_lose_shift"):
        assert crossed["town", name] < crossed["free", name] / 2, name


def test_each_room_is_lived_in_by_each_player_before_any_comes_again() -> None:
    library = library_of(town(), lives=[street()])
    plan = batches(rooms(library, Focus(("somebody",), ("town",))), PLAYERS, 30, "s")
    assert [batch.player for batch in plan] == list(PLAYERS)
    assert sum(batch.lives for batch in plan) == 30


def test_regimes_that_read_each_other_are_tried_together() -> None:
    from scenario import regime, roll, rule

    court = regime(roll("debtors"), name="court", kind="none")
    bank = regime(rule("listed", listed="court/debtors", points=-5), name="bank")
    assert related([court, bank]) == [("bank", "court")]


@pytest.fixture(scope="module")
def school(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("pack") / "house-points"
    write(folder, files(Answers()))
    return folder


def test_any_number_of_processes_gives_the_same(school: Path) -> None:
    library = load([school])
    done = {
        jobs: trial(library, Wish((school,), lives=130, seek=2, processes=jobs), said=Expected()) for jobs in (1, 2)
    }
    one, two = (
        (
            found.coverage.runs,
            found.coverage.plays,
            found.coverage.lives,
            found.why,
            replays(found),
            found.coverage.pairs,
        )
        for found in done.values()
    )
    assert one == two


def test_a_trial_of_a_pack_is_about_that_pack(school: Path) -> None:
    done = trial(load([school]), Wish((school,), lives=15, seek=0), said=Expected())
    assert [str(room) for room in done.rooms] == ["house-points under house-points"]
    assert done.broken == []


def test_things_are_found_by_name() -> None:
    things = [Thing("scene", "a", "x"), Thing("scene", "b", "x"), Thing("choice", "a", "x/y")]
    assert named("scene.x", things) == things[:2]
    assert named("scene.b.x", things) == things[1:2]
    assert named("choice.x.y", things) == things[2:]
    assert named("choice.x/y", things) == things[2:]


def test_a_replay_that_is_none_is_refused_in_words() -> None:
    for text in ("", "[]", '{"scsgame_replay": 9}', '{"scsgame_replay": 1, "life": "x"}',
                 '{"scsgame_replay": 1, "life": "x", "regimes": [], "seed": "", "values": [], "moves": [["fly"]]}'):  # fmt: skip
        with pytest.raises(ReplayError):
            read_replay(text)


def test_a_histogram_keeps_every_number() -> None:
    shape = histogram([1, 1, 2, 13])
    assert sum(shape.columns) == 4
    assert (shape.least, shape.middle, shape.most) == (1, 1.5, 13)
    assert len(shape.drawn()) == 12
    assert histogram([]).drawn() == " " * 12
    assert histogram([5, 5]).columns[0] == 2
