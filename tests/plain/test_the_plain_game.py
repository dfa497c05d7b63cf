"""The game as lines: the same life as played otherwise, whatever is typed, as text or as JSON."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from scsgame.game.moves import Bet, Choose, Look, Pay, written
from scsgame.game.view import look
from scsgame.game.views import OfferView
from scsgame.plain.lines import offer_line
from scsgame.plain.play import play, play_json
from scsgame.session import House
from scsgame.session.bots import at_random
from scsgame.session.telling import told_as_text
from scsgame.terms import Safe


@pytest.fixture(scope="module")
def content() -> House:
    house = House()
    assert house.library
    return house


@pytest.fixture
def house(content: House, tmp_path: Path) -> House:
    made = House(folder=tmp_path)
    made.__dict__["library"] = content.library
    return made


def new(
    house: House,
    shows: str = "as_is",
    regimes: tuple[str, ...] = ("rongcheng",),
    saved: bool = False,
    seed: str = "plain",
):
    return house.new("student", regimes, shows, (), seed, "plain", saved)


def directly(house: House, moves: int = 200, **parts):
    """Play by the random player, and return it with what one would have typed."""
    player, typed = new(house, **parts), []
    for _ in range(moves):
        if player.chronicle.over:
            break
        move = at_random(player.chronicle)
        if isinstance(move, Choose):
            ids = [offer.id for offer in player.view().scene.offers]
            typed.append(str(ids.index(move.choice) + 1))
        else:
            typed.append(f"pay {move.bill}")
        player.move(move)
    return player, typed


def test_a_whole_plain_life_is_the_same_byte_for_byte(house: House) -> None:
    direct, typed = directly(house)
    assert direct.chronicle.over
    player, lines = new(house), []
    assert play(player, io.StringIO("\n".join(typed) + "\n"), lines.append) == 0
    assert told_as_text(player.chronicle) == told_as_text(direct.chronicle)
    assert any(line.startswith("=== ") for line in lines)


def test_a_whole_life_in_json_is_the_same_byte_for_byte(house: House) -> None:
    direct, _ = directly(house)
    typed = [json.dumps({"move": written(turn.move)}) for turn in direct.chronicle.turns]
    player, lines = new(house), []
    assert play_json(player, io.StringIO("\n".join(typed) + "\n"), lines.append) == 0
    assert told_as_text(player.chronicle) == told_as_text(direct.chronicle)
    views = [json.loads(line) for line in lines]
    assert len(views) == len(typed) + 1
    assert views[-1]["ending"]["title"]


def test_json_holds_the_whole_view_by_name(house: House) -> None:
    player, lines = new(house), []
    play_json(player, io.StringIO("1\n"), lines.append)
    view = json.loads(lines[1])
    assert list(view) == list(look(player.chronicle)._fields)
    assert view["scene"]["offers"][0]["number"] == 1


HOSTILE = [
    "", " ", "0", "99", "-1", "1.5", "1 2", "abc", "pay", "pay nothing", "app", "app nowhere", "join rongcheng", "leave rongcheng", "join x",
    "why", "why rongcheng", "why rongcheng x", "why rongcheng mark/zzz", "why x rule/red_light", "plead", "plead rongcheng objection nothing hello",
    "plead x y z", "undo", "undo", "²", "١", "\x1b[2J", "\x00", "{", "[bold]1[/bold]", "debrief", "phone", "help", "?",
]  # fmt: skip


def test_whatever_is_typed_there_is_an_answer(house: House) -> None:
    for typed in HOSTILE:
        lines: list[str] = []
        assert play(new(house), io.StringIO(typed + "\n"), lines.append) == 0
        assert all("\x1b" not in line and "\x00" not in line for line in lines)


def test_a_number_of_five_thousand_digits_is_no_choice(house: House) -> None:
    lines: list[str] = []
    assert play(new(house), io.StringIO("9" * 5000 + "\n"), lines.append) == 0


JSON_HOSTILE = [
    "{", "null", "true", "[]", "{}", '"x"', "1e999", "-1", "99", "1.0", '{"move": []}', '{"move": [1]}', '{"move": ["choose"]}', "NaN",
    '{"move": ["choose", "x", "y"]}', '{"move": ["fly"]}', '{"move": [["choose"]]}', '{"move": "choose"}', "\x00", "9" * 5000,
    '{"move": ["plead", "rongcheng", "objection", "x", "\\u001b[2J"]}', '{"move": ["\\u001b[2J"]}', '{"move": ["look", "\\ud800"]}',
]  # fmt: skip


def test_whatever_comes_as_json_an_object_answers(house: House) -> None:
    for typed in JSON_HOSTILE:
        lines: list[str] = []
        assert play_json(new(house), io.StringIO(typed + "\n"), lines.append) == 0
        assert set(json.loads(lines[1])) == {"error"}, typed
        assert "\x1b" not in lines[1]


def test_what_is_no_json_is_answered_in_a_sentence_that_says_what_to_write(house: House) -> None:
    lines: list[str] = []
    play_json(new(house), io.StringIO("phone\n"), lines.append)
    assert json.loads(lines[1])["error"].startswith("this is no JSON; write a number")


def test_json_nested_too_deep_is_answered_too(house: House) -> None:
    lines: list[str] = []
    assert play_json(new(house), io.StringIO("[" * 100_000 + "\n"), lines.append) == 0
    assert set(json.loads(lines[1])) == {"error"}


def test_a_plea_in_lone_halves_of_letters_does_not_break_a_save(house: House) -> None:
    player = new(house, saved=True)
    lines: list[str] = []
    typed = json.dumps({"move": ["look", "\ud800"]}) + "\n1\n"
    assert play_json(player, io.StringIO(typed), lines.append) == 0
    assert len(player.journal.moves) == 1
    player.close()


def _is_of_meters(line: str) -> bool:
    """Say whether a line tells the meters: a purse may hold just as much as a score by chance."""
    return " | " in line and "strength" in line


def test_the_plain_game_gives_no_hidden_score_away(house: House) -> None:
    """Nor does the debrief, as long as the life goes on: whoever asks too early is told so."""
    direct, typed = directly(house, 40, shows="hidden")
    score = str(direct.chronicle.moment.dossiers[0].facts["score"])
    course = {str(value) for _, value in direct.chronicle.moment.dossiers[0].course} - {"1000"} | {score}
    course = {value for value in course if len(value) >= 3 and value != "1000"}
    assert course, "this life moved no score; take another seed"
    lines: list[str] = []
    play(
        new(house, shows="hidden"),
        io.StringIO("\n".join([*typed, "phone", "app rongcheng", "why rongcheng regime"]) + "\n"),
        lines.append,
    )
    told = [line for line in lines if not _is_of_meters(line)]
    assert [line for line in told for value in course if value in line.replace(",", "").split()] == []


def test_a_debrief_in_the_middle_of_a_life_keeps_a_hidden_score_hidden(house: House) -> None:
    direct, typed = directly(house, 40, shows="hidden")
    score = str(direct.chronicle.moment.dossiers[0].facts["score"])
    lines: list[str] = []
    play(new(house, shows="hidden"), io.StringIO("\n".join([*typed, "debrief"]) + "\n"), lines.append)
    assert not any(f" {score} " in f" {line} " for line in lines if not _is_of_meters(line))


def test_no_line_is_wider_than_it_may_be(house: House) -> None:
    _, typed = directly(house, 40)
    lines: list[str] = []
    play(new(house), io.StringIO("\n".join([*typed, "phone", "help"]) + "\n"), lines.append)
    assert max(len(line) for line in lines if not line.startswith(("Bills", "Money", "    ", "  "))) <= 110


def test_looking_at_an_app_is_not_what_undo_takes_back(house: House) -> None:
    """One looks, and then takes back the choice: not the look."""
    player = new(house)
    first = player.view().scene.id
    play(player, io.StringIO("1\napp rongcheng\nundo\n"), lambda _: None)
    assert player.view().scene.id == first
    assert player.view().day == 1


def at_a_week_s_end(house: House, **parts) -> list[str]:
    """Return what one types until the first week is over."""
    player, typed = new(house, **parts), []
    while player.view().week_end is None:
        typed.append(next(str(offer.number) for offer in player.view().scene.offers if offer.open))
        player.move(Choose(player.view().scene.id, player.view().scene.offers[int(typed[-1]) - 1].id))
    return typed


def test_a_bet_is_offered_once_a_week_and_made_in_one_line(house: House) -> None:
    typed = at_a_week_s_end(house)
    player, lines = new(house), []
    play(player, io.StringIO("\n".join([*typed, "phone", "bet rongcheng 990", "bet rongcheng 980"])), lines.append)
    offered = [line for line in lines if "Bet, if you like" in line]
    assert len(offered) == 1
    assert "what will Rongcheng say on day 15?" in offered[0]
    assert lines[-2:] == [
        "You bet on 990. Day 15 will tell, if anybody tells you.",
        "That cannot be done: you have bet on that already.",
    ]
    assert player.chronicle.turns[-1].move == Bet("rongcheng", "990")


def test_whoever_switched_bets_off_is_not_asked_and_can_still_make_one(house: House) -> None:
    typed = at_a_week_s_end(house)
    player, lines = new(house), []
    play(player, io.StringIO("\n".join([*typed, "bet rongcheng 990"])), lines.append, offers_bets=False)
    assert not [line for line in lines if "Bet, if you like" in line]
    assert player.chronicle.turns[-1].move == Bet("rongcheng", "990")


def test_a_bet_in_json_comes_with_the_view_and_goes_as_a_move(house: House) -> None:
    player, lines = new(house), []
    play_json(player, io.StringIO('{"move": ["bet", "rongcheng", "990"]}\n'), lines.append)
    before, after = (json.loads(line) for line in lines)
    assert [(bet["regime"], bet["due"], bet["now"]) for bet in before["bets"]] == [("rongcheng", 8, "1000")]
    assert after["bets"] == []


HOSTILE_BETS = ["bet", "bet rongcheng", "bet rongcheng x", "bet x 5", "bet rongcheng 9e9", "bet rongcheng -5", "bet rongcheng " + "9" * 5000,
                "bet rongcheng \x1b[2J", "bet rongcheng ٣"]  # fmt: skip


def test_whatever_is_bet_there_is_an_answer_and_no_move(house: House) -> None:
    for typed in HOSTILE_BETS:
        player, lines = new(house), []
        assert play(player, io.StringIO(typed + "\n"), lines.append) == 0
        assert player.chronicle.turns == ()
        assert all("\x1b" not in line for line in lines)


def test_what_makes_a_choice_dearer_stands_beside_its_price() -> None:
    loan = OfferView(
        1,
        "loan",
        Safe("Sign."),
        True,
        Safe(""),
        300,
        200,
        Safe(""),
        ("court", "measure/dear"),
        Safe("Court: Dear loans"),
    )
    assert offer_line(loan, "yuan") == " 1  Sign. [300 yuan instead of 200] (dearer: Court: Dear loans)"


def test_the_life_itself_can_be_asked_about(house: House) -> None:
    for asked in ("why life\n", "why money\n", "why Strength\n"):
        said: list[str] = []
        play(new(house), [asked], said.append)
        assert any("were made up for this game" in line for line in said), asked


def said(player, *typed: str) -> list[str]:
    lines: list[str] = []
    play(player, io.StringIO("\n".join(typed) + "\n"), lines.append)
    return lines


def owing(house: House):
    """Return a life in which bills are owed."""
    player = new(house)
    while len(player.view().bills) < 3 or not player.view().bills[0].overdue:
        player.move(Choose(player.view().scene.id, player.view().scene.offers[-1].id))
    return player


def test_the_first_line_says_what_one_can_type(house: House) -> None:
    assert "`help`" in said(new(house), "q")[0]


def test_a_word_that_is_no_command_is_said_to_be_none(house: House) -> None:
    assert "“dance” is nothing one can do here." in said(new(house), "dance")


def test_pay_alone_asks_which_bill_and_app_alone_which_system(house: House) -> None:
    lines = said(owing(house), "pay", "app", "join")
    assert any(line.startswith("Which one? pay phone (Phone and data); pay") for line in lines)
    assert "Which one? app rongcheng (Rongcheng)" in lines
    assert "There is nothing to join now." in lines


def test_bills_of_one_name_that_are_late_alike_stand_once_with_how_many_they_are(house: House) -> None:
    player = owing(house)
    while sum(bill.id == "phone" and bill.overdue for bill in player.view().bills) < 2:
        player.move(Choose(player.view().scene.id, player.view().scene.offers[-1].id))
    shown = " ".join(line.strip() for line in said(player, "q"))
    assert "2 times Phone and data 68 yuan, PAST ITS DATE" in shown


def test_what_is_taken_back_is_said_to_be(house: House) -> None:
    assert "Taken back." in said(new(house), "1", "undo")


def test_what_was_paid_is_named_where_a_life_is_taken_up_again(house: House) -> None:
    player = owing(house)
    player.move(Pay("phone"))
    assert (player.view().last.chosen, player.view().last.changes) == ("Pay: Phone and data", (("money", -68),))


def test_a_look_at_ones_standing_does_not_cover_what_the_last_choice_led_to(house: House) -> None:
    player = new(house)
    view = player.move(Choose(player.view().scene.id, player.view().scene.offers[0].id))
    assert player.move(Look("rongcheng")).last == view.last
