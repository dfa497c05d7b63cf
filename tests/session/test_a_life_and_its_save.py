"""The session: every move is in the save before its view comes back; the house finds, resumes and compares lives."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from scsgame.archive import SaveError
from scsgame.game.moves import Bet, Choose
from scsgame.game.pleas import IllegalMove
from scsgame.game.wording import office_words
from scsgame.session import House
from scsgame.session.bots import at_random
from scsgame.session.telling import told_as_text


@pytest.fixture(scope="module")
def content() -> House:
    house = House()
    assert house.library
    return house


@pytest.fixture
def house(content: House, tmp_path: Path) -> House:
    """Return a house with the content read and an empty shelf."""
    made = House(folder=tmp_path)
    made.__dict__["library"] = content.library
    return made


def begun(house: House, moves: int, seed: str = "s", **parts):
    settings = {
        "life": "student",
        "regimes": ("rongcheng",),
        "shows": "as_is",
        "values": ("candour", "thrift"),
        "seed": seed,
        "name": "a life",
    }
    player = house.new(**{**settings, **parts})
    for _ in range(moves):
        player.move(at_random(player.chronicle))
    return player


def test_a_life_is_taken_up_where_it_was_left(house: House) -> None:
    player = begun(house, 30)
    player.close()
    again = house.resume(house.saves()[0].file)
    assert told_as_text(again.chronicle) == told_as_text(player.chronicle)
    assert again.view() == player.view()
    assert again.changed == ()
    again.close()


def test_with_and_without_a_save_it_is_the_same_life(house: House) -> None:
    kept, loose = begun(house, 30), begun(house, 30, saved=False)
    assert told_as_text(kept.chronicle) == told_as_text(loose.chronicle)
    kept.close()
    assert len(house.saves()) == 1


def test_what_is_taken_back_stays_taken_back(house: House) -> None:
    player = begun(house, 6)
    player.undo()
    player.undo()
    told = told_as_text(player.chronicle)
    player.close()
    again = house.resume(house.saves()[0].file, write=False)
    assert told_as_text(again.chronicle) == told


def test_a_bet_is_in_the_save_and_stands_when_the_life_is_taken_up(house: House) -> None:
    player = begun(house, 6)
    player.move(Bet("rongcheng", "985.5"))
    told = told_as_text(player.chronicle)
    player.close()
    again = house.resume(house.saves()[0].file)
    assert told_as_text(again.chronicle) == told
    assert [stake.said for stake in again.chronicle.moment.stakes] == [985.5]
    again.undo()
    assert again.chronicle.moment.stakes == ()
    again.close()


def test_a_move_that_is_refused_is_not_saved(house: House) -> None:
    player = begun(house, 3)
    before = player.journal.moves
    with pytest.raises(IllegalMove):
        player.move(Choose("nowhere", "x"))
    assert player.journal.moves == before
    player.close()


def test_a_move_that_is_not_saved_is_not_made(house: House) -> None:
    player = begun(house, 3)
    before = told_as_text(player.chronicle)
    player.journal.close()
    with pytest.raises(SaveError):
        player.move(at_random(player.chronicle))
    assert told_as_text(player.chronicle) == before


def test_a_save_whose_regime_or_life_is_gone_says_which(house: House) -> None:
    begun(house, 2).close()
    library = house.library
    house.__dict__["library"] = replace(
        library, regimes={name: found for name, found in library.regimes.items() if name != "rongcheng"}
    )
    with pytest.raises(SaveError, match="rongcheng"):
        house.resume(house.saves()[0].file)
    house.__dict__["library"] = replace(library, lives={})
    with pytest.raises(SaveError, match="student"):
        house.resume(house.saves()[0].file)
    house.__dict__["library"] = library
    house.resume(house.saves()[0].file).close()


def test_after_a_change_of_pack_it_says_what_changed_and_loses_nothing(house: House) -> None:
    """A choice that was taken is gone from the pack: it is named, every other one is made again, the save is left as it is."""
    player = begun(house, 25)
    taken = next(
        turn
        for turn in player.chronicle.turns[4:]
        if turn.taken and not turn.table.regime and len(turn.table.scene.choices) > 2
    )
    player.close()
    file = house.saves()[0].file
    kept = (house.folder / file).read_bytes()
    library = house.library
    life = library.lives["student"]
    scenes = tuple(
        replace(scene, choices=tuple(choice for choice in scene.choices if choice.id != taken.move.choice))
        if scene.id == taken.move.scene
        else scene
        for scene in life.scenes
    )
    house.__dict__["library"] = replace(
        library,
        lives={"student": replace(life, scenes=scenes)},
        packs=tuple(replace(pack, digest="f" * 64) for pack in library.packs),
    )
    again = house.resume(file)
    assert any(f"{taken.move.choice} in {taken.move.scene}" in line and "gone" in line for line in again.changed)
    assert again.debrief()[0].paragraphs == again.changed
    again.close()
    assert (house.folder / file).read_bytes() == kept
    house.__dict__["library"] = library
    back = house.resume(file, write=False)
    assert told_as_text(back.chronicle) == told_as_text(player.chronicle)


def test_a_pack_that_changed_without_touching_this_life_changes_nothing(house: House) -> None:
    player = begun(house, 20)
    player.close()
    library = house.library
    house.__dict__["library"] = replace(
        library, packs=tuple(replace(pack, digest="f" * 64) for pack in library.packs)
    )
    again = house.resume(house.saves()[0].file, write=False)
    assert again.changed == ()
    assert told_as_text(again.chronicle) == told_as_text(player.chronicle)
    house.__dict__["library"] = library


def test_after_a_change_one_can_play_on_and_come_back(house: House) -> None:
    player = begun(house, 20)
    player.close()
    library = house.library
    life = library.lives["student"]
    house.__dict__["library"] = replace(
        library,
        lives={
            "student": replace(
                life,
                scenes=tuple(scene for at, scene in enumerate(life.scenes) if at % 9 or scene.id == life.fallback),
            )
        },
        packs=tuple(replace(pack, digest="e" * 64) for pack in library.packs),
    )
    file = house.saves()[0].file
    again = house.resume(file)
    for _ in range(5):
        again.move(at_random(again.chronicle))
    told = told_as_text(again.chronicle)
    again.close()
    assert told_as_text(house.resume(file, write=False).chronicle) == told
    house.__dict__["library"] = library


def test_the_saves_never_tell_a_hidden_score(house: House) -> None:
    player = begun(house, 25, shows="hidden")
    score = str(player.chronicle.moment.dossiers[0].facts["score"])
    player.close()
    (entry,) = house.saves()
    assert score not in f"{entry.name} {entry.sentence} {entry.state}"


def test_why_of_nothing_is_an_answer_too(house: House) -> None:
    player = begun(house, 2)
    for regime, subject in (
        ("nowhere", "rule/x"),
        ("rongcheng", "rule/x"),
        ("rongcheng", "mark/x"),
        ("rongcheng", "list/x"),
        ("rongcheng", ""),
    ):
        assert player.why(regime, subject).title
    assert player.why("rongcheng", "rule/red_light").provenance.status == "invented"
    player.close()


def test_a_life_can_be_judged_by_all_the_others(house: House) -> None:
    begun(house, 25).close()
    sections = house.rescore(house.saves()[0].file, [])
    told = {row[0] for section in sections for row in section.rows[1:]}
    quiet = " ".join(line for section in sections for line in section.paragraphs if "heard nothing" in line)
    assert all(
        regime.title.read() in told or regime.title.read() in quiet for regime in house.library.regimes.values()
    )


def test_whether_bets_are_offered_is_kept_with_the_settings(house: House) -> None:
    assert house.load_settings()["bets"] is True
    house.save_settings({"bets": False})
    assert house.load_settings()["bets"] is False
    house.save_settings({"bets": True})


def test_where_only_one_system_was_asked_for_the_others_are_named_and_judge_too(tmp_path: Path) -> None:
    """Whoever begins with `play --regime` reads one system; rules about other lists and the debrief need the rest."""
    house = House(folder=tmp_path, lives=["student"], regimes=["sesame"])
    player = house.new("student", ["sesame"], "as_is", (), "one", "one", saved=False)
    assert set(house.library.regimes) == {"sesame"}
    assert "Credit China, “Judgment defaulters”" in office_words(
        "credit-china/defaulters", player.chronicle.setup.offices, "en"
    )
    others = [regime.id for regime in player.others()]
    assert len(others) > 30
    assert others.index("tencent") < others.index("tithing"), "those of the life's own age come first"
