"""The command that rehearses a pack: edit, save, and the running game takes the change."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from scsgame.cli import WrongUsage
from scsgame.cli.replaying import add_replay, moves_of, replay_of

if TYPE_CHECKING:
    from scsgame.game.moves import Move


def add_commands(what: Any) -> None:
    """Add this command to `pack`."""
    play = what.add_parser(
        "play", help="rehearse a pack: an edit is taken at the same day; `i` looks behind the moment"
    )
    play.add_argument("path", nargs="*", type=Path, metavar="PATH", help="packs beside the game's own content")
    play.add_argument("--life", default="", help="whose life (default: student)")
    play.add_argument(
        "--regime", action="append", metavar="NAME", help="may be given several times (default: sesame)"
    )
    play.add_argument("--seed", default="", help="the luck of this life (default: rehearsal)")
    play.add_argument("--shows", choices=("as_is", "visible", "tier", "hidden"), default="as_is")
    play.add_argument(
        "--jump", default="", metavar="SCENE", help="begin where this scene comes, found by playing at random"
    )
    add_replay(play, "begin where the life leads that `pack test --witness` wrote")
    play.add_argument("--inspect", action="store_true", help="print what lies behind the first moment, and end")
    play.add_argument("--plain", action="store_true", help="numbered text on standard input and output")
    play.set_defaults(run=_play)


def _play(options: argparse.Namespace) -> int:
    from scsgame.game.pleas import IllegalMove
    from scsgame.packs.library import core_content
    from scsgame.session import House
    from scsgame.workshop.rehearsal import Rehearsal, jump

    place = House(options.path)
    replay = replay_of(options, "life", "regime", "seed", "shows", "jump")
    life = replay.life if replay else options.life or "student"
    asked = replay.regimes if replay else options.regime or ["sesame"]
    regimes = [name for part in asked for name in part.split(",")]
    _known("life", life, place.library.lives)
    for name in regimes:
        _known("regime", name, place.library.regimes)
    values = replay.values if replay else ()
    seed = replay.seed if replay else options.seed or "rehearsal"
    moves: Sequence[Move] = moves_of(replay, place.library) if replay else ()
    player = place.new(life, regimes, options.shows, values, seed, "rehearsal", saved=False)
    if options.jump:
        try:
            seed, moves = jump(place, player, options.jump)
        except IllegalMove as refusal:
            raise WrongUsage(f"{refusal}.") from None
        player = place.new(life, regimes, options.shows, values, seed, "rehearsal", saved=False)
    rehearsal = Rehearsal(place, player, [*options.path, core_content()], moves)
    if options.inspect:
        from scsgame.plain.pages import section_lines

        for line in section_lines(rehearsal.inspect()):
            print(line)
        return 0
    if options.plain:
        from scsgame.plain.play import play

        return play(rehearsal, sys.stdin, lambda line: print(line, flush=True))
    from scsgame.cli.screen import on_screen, open_game

    return on_screen(lambda: open_game(place, rehearsal))


def _known(what: str, name: str, known: Any) -> None:
    if name not in known:
        raise WrongUsage(f'there is no {what} "{name}" here; there is {", ".join(sorted(known))}.')
