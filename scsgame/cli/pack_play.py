"""The command that rehearses a pack: edit, save, and the running game takes the change."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from scsgame.cli import WrongUsage
from scsgame.cli.language import add_language, chosen
from scsgame.cli.replaying import add_replay, moves_of, replay_of
from scsgame.cli.switches import add_switches, parts_of
from scsgame.cli.whose import missing, whose
from scsgame.tongue import phrase

if TYPE_CHECKING:
    from scsgame.game.moves import Move


def add_commands(what: Any) -> None:
    """Add this command to `pack`."""
    play = what.add_parser(
        "play",
        help=phrase(
            "usage.rehearse", "rehearse a pack: an edit is taken at the same day; `i` looks behind the moment"
        ),
    )
    play.add_argument(
        "path",
        nargs="*",
        type=Path,
        metavar="PATH",
        help=phrase("usage.rehearse.path", "packs beside the game's own content"),
    )
    play.add_argument(
        "--life", default="", help=phrase("usage.rehearse.life", "whose life (default: the pack's, or the student)")
    )
    play.add_argument(
        "--regime",
        action="append",
        metavar="NAME",
        help=phrase("usage.rehearse.regime", "may be given several times (default: the pack's, or sesame)"),
    )
    play.add_argument(
        "--seed", default="", help=phrase("usage.rehearse.seed", "the luck of this life (default: rehearsal)")
    )
    play.add_argument("--shows", choices=("as_is", "visible", "tier", "hidden"), default="as_is")
    add_language(play)
    play.add_argument(
        "--jump",
        default="",
        metavar="SCENE",
        help=phrase("usage.rehearse.jump", "begin where this scene comes, found by playing at random"),
    )
    add_switches(play)
    add_replay(play, phrase("usage.rehearse.replay", "begin where the life leads that `pack test --witness` wrote"))
    play.add_argument(
        "--inspect",
        action="store_true",
        help=phrase("usage.rehearse.inspect", "print what lies behind the first moment, and end"),
    )
    play.add_argument(
        "--plain",
        action="store_true",
        help=phrase(
            "usage.rehearse.plain", "numbered text on standard input and output; `inspect` looks behind the moment"
        ),
    )
    play.set_defaults(run=_play)


def _play(options: argparse.Namespace) -> int:
    from scsgame.game.pleas import IllegalMove
    from scsgame.packs.library import core_content
    from scsgame.session import House, Switched
    from scsgame.workshop.rehearsal import Rehearsal, jump

    replay = replay_of(options, "life", "regime", "seed", "shows", "jump", "without", "including")
    life, regimes = whose(options, options.path, replay)
    place = House(options.path, language=chosen(options), lives=[life], regimes=regimes)
    problem = missing(place, life, regimes, ())
    if problem:
        raise WrongUsage(problem)
    parts = Switched(replay.off, replay.on) if replay else parts_of(place.library, regimes, options)
    values = replay.values if replay else ()
    seed = replay.seed if replay else options.seed or "rehearsal"
    moves: Sequence[Move] = moves_of(replay, place.library) if replay else ()
    if options.jump:
        try:
            setup = place.setup(life, regimes, options.shows, values, seed, switched=parts)
            seed, moves = jump(setup, options.jump)
        except IllegalMove as refusal:
            raise WrongUsage(phrase("sentence", "{words}.", words=refusal.read())) from None
    player = place.new(life, regimes, options.shows, values, seed, "rehearsal", saved=False, switched=parts)
    rehearsal = Rehearsal(place, player, [*options.path, core_content()], moves, parts)
    if options.inspect:
        from scsgame.plain.pages import section_lines

        for line in section_lines(rehearsal.inspect()):
            print(line)
        return 0
    if options.plain:
        from scsgame.plain.rehearsing import rehearse

        return rehearse(rehearsal, sys.stdin, lambda line: print(line, flush=True))
    from scsgame.cli.screen import on_screen, open_game

    return on_screen(lambda: open_game(place, rehearsal))
