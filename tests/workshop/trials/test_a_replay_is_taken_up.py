"""A replay that `pack test` wrote is lived on the screen's own commands, and one goes on from there."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest

from scsgame.cli import main
from scsgame.game.chronicle import begin
from scsgame.game.moves import written as written_move
from scsgame.session import House
from scsgame.session.bots import at_random
from scsgame.workshop.trials.witnesses import Replay, ReplayError, replay_in

SHORT = Path(__file__).parents[2] / "program" / "packs" / "short"


def told(capsys, *arguments: str, typed: str = "") -> tuple[int, str, str]:
    before, sys.stdin = sys.stdin, io.StringIO(typed)
    try:
        code = main(list(arguments))
    finally:
        sys.stdin = before
    said = capsys.readouterr()
    return code, said.out, said.err


def lived(house: House, turns: int) -> Replay:
    """Live so many turns at random, and keep them as a replay that reaches the scene then on the table."""
    life, regime = house.library.lives["fortnight"], house.library.regimes["ward"]
    chronicle, moves = begin(house.setup(life.id, [regime.id], "as_is", [], "s")), []
    while len(moves) < turns or chronicle.moment.table is None:
        moves.append(at_random(chronicle))
        chronicle = chronicle.then(moves[-1])
    scene = chronicle.moment.table.scene.id.removeprefix("ward/")
    home = chronicle.moment.table.regime or "fortnight"
    return Replay(life.id, (regime.id,), "s", (), tuple(map(written_move, moves)), "random", f"scene.{home}.{scene}")


@pytest.fixture(scope="module")
def written(tmp_path_factory) -> Path:
    house = House([SHORT], lives=["fortnight"], regimes=["ward"])
    found = {replay.reaches: replay for replay in (lived(house, turns) for turns in (1, 2, 3, 5))}
    path = tmp_path_factory.mktemp("replays") / "all.json"
    lines = [json.dumps(json.loads(replay.as_json())) for replay in found.values()]
    path.write_text("\n".join(lines) + "\n", "utf-8")
    return path


def far(written: Path) -> dict:
    """Return the replay that has the most moves, so that a life has gone some way."""
    lines = [json.loads(line) for line in written.read_text("utf-8").splitlines()]
    return max((one for one in lines if one["reaches"].startswith("scene.")), key=lambda one: len(one["moves"]))


def test_play_begins_where_the_replay_leads_and_saves_the_whole_life(written, tmp_path, capsys) -> None:
    one = far(written)
    alone = tmp_path / "one.json"
    alone.write_text(json.dumps(one, indent=1), "utf-8")
    code, out, _ = told(
        capsys,
        "play",
        "--plain",
        "--pack",
        str(SHORT),
        "--saves",
        str(tmp_path),
        "--name",
        "mine",
        "--replay",
        str(alone),
    )
    assert code == 0
    assert out
    player = House([SHORT], tmp_path).resume("mine", write=False)
    assert [turn.move for turn in player.chronicle.turns] == [
        turn.move for turn in replay_in(alone.read_text("utf-8")).live(player.library).turns
    ]
    assert player.chronicle.moment.table is not None
    assert one["reaches"].endswith(f".{player.chronicle.moment.table.scene.id}")


def test_of_many_replays_the_one_that_reaches_a_thing_is_taken(written, capsys) -> None:
    one = far(written)
    asked = one["reaches"]
    code, out, _ = told(capsys, "pack", "test", str(SHORT), "--replay", str(written), "--reaches", asked)
    assert (code, out.split(":")[0]) == (0, asked)
    short = asked.split(".")[0] + "." + asked.split(".", 2)[2]
    assert replay_in(written.read_text("utf-8"), short).reaches == asked
    with pytest.raises(ReplayError, match="say which with --reaches"):
        replay_in(written.read_text("utf-8"))
    with pytest.raises(ReplayError, match=f"did you mean {asked[:-1]}"):
        replay_in(written.read_text("utf-8"), asked[:-1] + asked[-1] * 2)


def test_a_rehearsal_begins_there_too(written, capsys) -> None:
    asked = far(written)["reaches"]
    code, out, _ = told(capsys, "pack", "play", str(SHORT), "--replay", str(written), "--reaches", asked, "--inspect")
    assert code == 0
    assert f"Seed {far(written)['seed']}." in out


@pytest.mark.parametrize(("arguments", "says"), [
    (("--seed", "3"), "leave --seed out"),
    (("--life", "student"), "leave --life out"),
    (("--without", "a"), "leave --without out"),
])  # fmt: skip
def test_what_a_replay_says_is_not_said_again(written, capsys, arguments, says) -> None:
    code, _, err = told(
        capsys, "play", "--plain", "--no-save", "--pack", str(SHORT), "--replay", str(written), *arguments
    )
    assert code == 2
    assert says in err


def test_a_replay_that_cannot_be_lived_is_refused_before_anything_is_saved(written, tmp_path, capsys) -> None:
    one = far(written)
    one["moves"][0] = ["choose", one["moves"][0][1], "nowhere"]
    broken = tmp_path / "broken.json"
    broken.write_text(json.dumps(one), "utf-8")
    code, _, err = told(
        capsys, "play", "--plain", "--pack", str(SHORT), "--saves", str(tmp_path / "saves"), "--replay", str(broken)
    )
    assert code == 2
    assert "cannot be lived any more" in err
    assert not list((tmp_path / "saves").glob("*"))
    assert told(capsys, "play", "--plain", "--replay", str(tmp_path / "nothing.json"))[0] == 2
    assert told(capsys, "play", "--plain", "--reaches", "scene.x")[0] == 2


def test_a_replay_without_a_bottom_is_refused_in_words(tmp_path, capsys) -> None:
    deep = tmp_path / "deep.json"
    deep.write_text("[" * 200_000, "utf-8")
    for words in (("play", "--plain", "--no-save", "--pack", str(SHORT)), ("pack", "test", str(SHORT))):
        code, _, err = told(capsys, *words, "--replay", str(deep))
        assert code in (1, 2)
        assert "this replay cannot be read" in err


def test_a_replay_that_switches_what_nobody_has_is_refused_in_words(written, tmp_path, capsys) -> None:
    one = tmp_path / "one.json"
    one.write_text(json.dumps({**far(written), "without": ["wolves"]}), "utf-8")
    code, _, err = told(capsys, "play", "--plain", "--no-save", "--pack", str(SHORT), "--replay", str(one))
    assert code == 2
    assert 'switches the part "wolves", which none of its regimes has' in err


@pytest.mark.parametrize("field", ["life", "regimes", "values", "without", "reaches", "moves"])
def test_nothing_in_a_replay_steers_the_terminal(field: str, written, tmp_path, capsys) -> None:
    one, odd = tmp_path / "one.json", "\x1b]0;x\x07"
    said: object = [["choose", odd, odd]] if field == "moves" else odd if field in ("life", "reaches") else [odd]
    one.write_text(json.dumps({**far(written), field: said}), "utf-8")
    for words in (("play", "--plain", "--no-save", "--pack", str(SHORT)), ("pack", "test", str(SHORT))):
        _, out, err = told(capsys, *words, "--replay", str(one))
        assert "\x1b" not in out + err
