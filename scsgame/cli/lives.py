"""The commands about lives: play, resume, rescore; the debrief has a file of its own."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from scsgame.cli.switches import add_switches, parts_of
from scsgame.tongue import phrase

if TYPE_CHECKING:
    from scsgame.session import House, Player

NAMES = ("title", "play", "resume", "debrief", "rescore")
"""The commands of this module."""

Commands = Any
"""What argparse hands out to add commands to."""


def add_commands(commands: Commands) -> None:
    """Add these commands to the parser."""
    title = commands.add_parser(
        "title", help=phrase("usage.title", "the game: title, continue, new life (as without a command)")
    )
    add_places(title)
    title.set_defaults(run=_title)

    play = commands.add_parser("play", help=phrase("usage.play", "begin a life, without the title"))
    add_places(play)
    play.add_argument(
        "--life", default="", help=phrase("usage.play.life", "whose life (default: that of --pack, or the student)")
    )
    play.add_argument(
        "--regime",
        action="append",
        metavar="NAME",
        help=phrase(
            "usage.play.regime",
            "under which system; may be given several times (default: that of --pack, or one at home in this life)",
        ),
    )
    play.add_argument(
        "--seed",
        default="",
        help=phrase("usage.play.seed", "the luck of this life; the same seed and choices give the same life"),
    )
    play.add_argument(
        "--shows",
        choices=("as_is", "visible", "tier", "hidden"),
        default="as_is",
        help=phrase("usage.play.shows", "how much of the score is shown"),
    )
    play.add_argument(
        "--values", default="", help=phrase("usage.play.values", "what you hold to, comma between: candour,loyalty")
    )
    add_switches(play)
    play.add_argument("--name", default="", help=phrase("usage.play.name", "what to call the save"))
    play.add_argument("--no-save", action="store_true", help=phrase("usage.play.no_save", "keep nothing"))
    from scsgame.cli.replaying import add_replay

    add_replay(play, phrase("usage.play.replay", "live what `pack test --witness` wrote, and go on from there"))
    _plain(play)
    play.set_defaults(run=_play)

    resume = commands.add_parser(
        "resume", help=phrase("usage.resume", "take up a saved life (the latest, or by name)")
    )
    add_places(resume)
    resume.add_argument("save", nargs="?", default="", metavar="SAVE")
    _plain(resume)
    resume.set_defaults(run=_resume)

    from scsgame.cli.debrief import add_debrief

    add_debrief(commands)

    from scsgame.cli.rescoring import add_rescore

    add_rescore(commands)


def add_places(parser: argparse.ArgumentParser) -> None:
    """Add the options that say where packs and saves are."""
    parser.add_argument(
        "--pack",
        action="append",
        type=Path,
        default=[],
        metavar="PATH",
        help=phrase("usage.pack_where", "a pack, a folder or a zip; may be given several times"),
    )
    parser.add_argument(
        "--saves", type=Path, default=None, metavar="FOLDER", help=phrase("usage.saves_where", "where the saves are")
    )
    from scsgame.cli.language import add_language

    add_language(parser)


def _plain(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--plain", action="store_true", help=phrase("usage.plain", "numbered text on standard input and output")
    )
    parser.add_argument(
        "--json", action="store_true", help=phrase("usage.json", "with --plain: one JSON object a line")
    )


def house(
    options: argparse.Namespace, lives: Sequence[str] | None = None, regimes: Sequence[str] | None = None
) -> House:
    """Return the house these options ask for; a selection of content leaves the rest unread."""
    from scsgame.cli.language import chosen
    from scsgame.session import House

    return House(options.pack, options.saves, chosen(options), lives=lives, regimes=regimes)


def _title(options: argparse.Namespace) -> int:
    from scsgame.cli.screen import open_title

    return open_title(options)


def _play(options: argparse.Namespace) -> int:
    return _where_asked(options, lambda: _begin(options))


def _where_asked(options: argparse.Namespace, run: Callable[[], int]) -> int:
    """Run on the screen, or in plain lines."""
    if options.plain:
        return run()
    from scsgame.cli.screen import on_screen

    return on_screen(run)


def _begin(options: argparse.Namespace) -> int:
    from scsgame.cli import WrongUsage
    from scsgame.cli.replaying import moves_of, replay_of
    from scsgame.cli.whose import USUAL, missing, whose
    from scsgame.session import Switched

    replay = replay_of(options, "life", "regime", "seed", "values", "shows", "without", "including")
    life, regimes = whose(options, options.pack, replay)
    values = list(replay.values) if replay else [value for value in options.values.split(",") if value]
    place = house(options, [life], regimes)
    problem = missing(place, life, regimes, values)
    if problem:
        raise WrongUsage(problem)
    moves = moves_of(replay, place.library) if replay else ()
    seed = replay.seed if replay else options.seed or fresh_seed()
    parts = Switched(replay.off, replay.on) if replay else parts_of(place.library, regimes, options)
    name = (
        options.name
        or phrase("play.name", "{life} under {regimes}", life=life, regimes=phrase("cli.and", " and ").join(regimes))
        + parts.said()
    )
    player = place.new(life, regimes, options.shows, values, seed, name, saved=not options.no_save, switched=parts)
    for move in moves:
        player.move(move)
    chosen_for = life != USUAL[0] and replay is None and not options.regime and not options.pack
    return _go_on(place, player, options, place.at_home(life, regimes) if chosen_for else "")


def fresh_seed() -> str:
    """Return a seed nobody chose."""
    import secrets

    return secrets.token_hex(4)


def _resume(options: argparse.Namespace) -> int:
    def run() -> int:
        place = house(options)
        return _go_on(place, place.resume(options.save or latest(place)), options)

    return _where_asked(options, run)


def latest(place: House) -> str:
    """Return the save that was played last. Raises SaveError when there is none."""
    saves = place.saves()
    if not saves:
        from scsgame.archive import NoSuchSave

        raise NoSuchSave(
            phrase(
                "cli.no_save_yet",
                "There is no saved life in {folder} yet. `scsgame` begins one.",
                folder=place.folder,
            )
        )
    return saves[0].file


def _go_on(place: House, player: Player, options: argparse.Namespace, first: str = "") -> int:
    """Go on with a life, on the screen or in lines; `first` is said before anything else."""
    try:
        if not options.plain:
            from scsgame.cli.screen import open_game

            return open_game(place, player, first)
        from scsgame.plain.play import play, play_json

        def out(line: str) -> None:
            print(line, flush=True)

        if first:
            print(first, file=sys.stderr if options.json else sys.stdout, flush=True)
        if options.json:
            return play_json(player, sys.stdin, out)
        return play(player, sys.stdin, out, place.load_settings()["bets"] is True)
    finally:
        player.close()


def print_sections(sections: Any, as_json: bool) -> int:
    """Print sections as plain lines, or as JSON."""
    if as_json:
        import json

        print(json.dumps([section._asdict() for section in sections], ensure_ascii=False, indent=1))
        return 0
    from scsgame.plain.pages import section_lines

    for line in section_lines(sections, columns()):
        print(line)
    return 0


def columns() -> int:
    """Return how wide what is printed may be."""
    import shutil

    return max(60, min(140, shutil.get_terminal_size((100, 24)).columns))
