"""Commands for those who test scsgame from outside; they are not listed."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any


def add_commands(commands: Any) -> None:
    """Add these commands to the parser."""
    dev = commands.add_parser("dev")
    what = dev.add_subparsers(metavar="WHAT", required=True)
    auto = what.add_parser("autoplay", help="play by seed; print `ACK n` after each committed move")
    auto.add_argument("--life", default="student")
    auto.add_argument("--regime", action="append")
    auto.add_argument("--seed", default="1")
    auto.add_argument("--name", default="autoplay")
    auto.add_argument("--save", default="", help="go on with this save")
    auto.add_argument("--moves", type=int, default=100_000, help="stop after so many")
    auto.add_argument("--pause", type=float, default=0.0, help="seconds between moves")
    auto.add_argument("--pack", action="append", type=Path, default=[])
    auto.add_argument("--saves", type=Path, default=None)
    auto.set_defaults(run=_autoplay)


def _autoplay(options: argparse.Namespace) -> int:
    import time

    from scsgame.session import House
    from scsgame.session.bots import at_random

    place = House(options.pack, options.saves)
    regimes = options.regime or ["sesame"]
    if options.save:
        player = place.resume(options.save)
    else:
        player = place.new(options.life, regimes, "as_is", [], options.seed, options.name)
    number = len(player.journal.moves) if player.journal else 0
    print(f"SAVE {player.journal.path if player.journal else ''}", flush=True)
    for _ in range(options.moves):
        if player.chronicle.over:
            break
        player.move(at_random(player.chronicle))
        number += 1
        print(f"ACK {number}", flush=True)
        if options.pause:
            time.sleep(options.pause)
    player.close()
    return 0
