"""kill -9 at random moments: whatever was answered is in the save, and the life goes on from there."""

from __future__ import annotations

import json
import os
import random
import select
import signal
import subprocess
import time

from program.program import BOUND, LIFE, Program

KILLS = 20


def killed(program: Program, words: list[str], wait: float, some: int) -> int:
    """Let the bot play, kill it so long after `some` answers, and return the last number it answered."""
    game = subprocess.Popen(
        program.call("dev", "autoplay", *words), stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        cwd=program.here, env=program.environment, bufsize=0,
    )  # fmt: skip
    assert game.stdout is not None
    assert game.stderr is not None
    said, end = b"", time.monotonic() + BOUND
    while said.count(b"ACK ") < some and game.poll() is None and time.monotonic() < end:
        if select.select([game.stdout], [], [], 1.0)[0]:
            said += os.read(game.stdout.fileno(), 4096) or b""
    select.select([], [], [], wait)
    game.send_signal(signal.SIGKILL)
    rest, errors = game.communicate(timeout=BOUND)
    said += rest
    assert b"Traceback" not in errors, errors.decode()
    whole = said[: said.rfind(b"\n") + 1].split()
    return int(whole[-1]) if b"ACK" in said and whole[-2] == b"ACK" else 0


def test_twenty_kills_at_random_moments_lose_no_answered_move(program: Program) -> None:
    luck = random.Random(20)
    answered, committed, lives = 0, 0, 0
    for kill in range(KILLS):
        if answered == 0 and committed == 0:
            lives += 1
            words = [*LIFE, "--seed", str(kill), "--name", f"life {lives}"]
        else:
            words = ["--save", f"life-{lives}", *LIFE[:2]]
        last = killed(program, [*words, "--pause", "0.01"], luck.random() ** 2 * 0.03, luck.randint(0, 2))
        found = {entry["name"]: entry for entry in program.checked()}.get(f"life {lives}")
        if found is None:
            assert last == 0, f"{last} moves were answered, and there is no save"
            lives -= 1
            continue
        answered = max(last, committed)
        assert found["state"] in ("whole", "torn"), found["sentence"]
        assert answered <= found["committed"] <= answered + 1, (
            f"{answered} answered, {found['committed']} on the disk"
        )
        committed = found["committed"]
        if committed >= 14:
            answered = committed = 0
    assert lives >= 2, "the kills came too early to say anything"


def test_a_bet_that_was_answered_outlives_the_kill(program: Program) -> None:
    call = program.call("play", "--plain", "--json", *LIFE, "--seed", "bet", "--name", "a bet")
    with subprocess.Popen(
        call, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=program.here, env=program.environment
    ) as game:
        assert game.stdin is not None
        assert game.stdout is not None
        offered = json.loads(game.stdout.readline())["bets"]
        assert [bet["regime"] for bet in offered] == ["ward"]
        game.stdin.write('{"move": ["bet", "ward", "7000"]}\n')
        game.stdin.flush()
        assert json.loads(game.stdout.readline())["bets"] == []
        game.send_signal(signal.SIGKILL)
        game.wait(BOUND)
    said = program.well(
        "resume", "a-bet", "--plain", "--json", *LIFE[:2], typed='{"move": ["bet", "ward", "6000"]}\n'
    )
    resumed, refused = (json.loads(line) for line in said.splitlines())
    assert resumed["bets"] == []
    assert refused == {"error": "you have bet on that already"}
    assert b'"bet"' in program.export("a bet")


def test_a_killed_life_goes_on_to_its_end(program: Program) -> None:
    last = killed(program, [*LIFE, "--seed", "on", "--name", "goes on", "--pause", "0.05"], 0.0, 3)
    assert last >= 3
    said = program.well("dev", "autoplay", "--save", "goes-on", *LIFE[:2])
    assert f"ACK {last + 2}" in said
    assert b'"ending": "home"' in program.export("goes on")
