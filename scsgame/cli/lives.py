"""The commands about lives: play, resume, rescore; the debrief has a file of its own."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from scsgame.packs import Library
    from scsgame.session import House, Player, Switched
    from scsgame.workshop.trials.witnesses import Replay

NAMES = ("title", "play", "resume", "debrief", "rescore")
"""The commands of this module."""

USUAL = ("student", "sesame")
"""Whose life it is, and under what, where nothing is said."""

Commands = Any
"""What argparse hands out to add commands to."""


def add_commands(commands: Commands) -> None:
    """Add these commands to the parser."""
    title = commands.add_parser("title", help="the game: title, continue, new life (as without a command)")
    add_places(title)
    title.set_defaults(run=_title)

    play = commands.add_parser("play", help="begin a life, without the title")
    add_places(play)
    play.add_argument("--life", default="", help="whose life (default: that of --pack, or the student)")
    play.add_argument(
        "--regime",
        action="append",
        metavar="NAME",
        help="under which system; may be given several times (default: that of --pack, or one at home in this life)",
    )
    play.add_argument(
        "--seed", default="", help="the luck of this life; the same seed and choices give the same life"
    )
    play.add_argument(
        "--shows",
        choices=("as_is", "visible", "tier", "hidden"),
        default="as_is",
        help="how much of the score is shown",
    )
    play.add_argument("--values", default="", help="what you hold to, comma between: candour,loyalty")
    add_switches(play)
    play.add_argument("--name", default="", help="what to call the save")
    play.add_argument("--no-save", action="store_true", help="keep nothing")
    from scsgame.cli.replaying import add_replay

    add_replay(play, "live what `pack test --witness` wrote, and go on from there")
    _plain(play)
    play.set_defaults(run=_play)

    resume = commands.add_parser("resume", help="take up a saved life (the latest, or by name)")
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
        help="a pack, a folder or a zip; may be given several times",
    )
    parser.add_argument("--saves", type=Path, default=None, metavar="FOLDER", help="where the saves are")
    from scsgame.cli.language import add_language

    add_language(parser)


def _plain(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--plain", action="store_true", help="numbered text on standard input and output")
    parser.add_argument("--json", action="store_true", help="with --plain: one JSON object a line")


def add_switches(parser: argparse.ArgumentParser) -> None:
    """Add the options that switch parts of systems."""
    parser.add_argument(
        "--without",
        action="append",
        default=[],
        metavar="PART",
        help="with this part of the systems switched off: face_recognition; comma between several",
    )
    parser.add_argument(
        "--with",
        action="append",
        default=[],
        dest="including",
        metavar="PART",
        help="with this part switched on that usually is off",
    )


def parts_of(library: Library, regimes: Sequence[str], options: argparse.Namespace) -> Switched:
    """Return which parts are switched. Raises WrongUsage where none of these regimes has such a part."""
    from scsgame.cli import WrongUsage
    from scsgame.packs.problems import nearest
    from scsgame.session import Switched

    off, on = (
        [name for part in said for name in part.split(",") if name] for said in (options.without, options.including)
    )
    known = list(dict.fromkeys(part.id for name in regimes for part in library.as_written(name).parts))
    for name in (*off, *on):
        if name not in known:
            near = nearest(name, known)
            more = f"did you mean {near}?" if near else f"there is {', '.join(known) or 'none to switch'}."
            raise WrongUsage(f'{" and ".join(regimes)} has no part "{name}"; {more}')
    both = [name for name in off if name in on]
    if both:
        raise WrongUsage(f'the part "{both[0]}" cannot be both on and off.')
    return Switched(tuple(dict.fromkeys(off)), tuple(dict.fromkeys(on)))


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
    name = options.name or f"{life} under {' and '.join(regimes)}{parts.said()}"
    player = place.new(life, regimes, options.shows, values, seed, name, saved=not options.no_save, switched=parts)
    for move in moves:
        player.move(move)
    chosen_for = life != USUAL[0] and replay is None and not options.regime and not options.pack
    return _go_on(place, player, options, place.at_home(life, regimes) if chosen_for else "")


def whose(options: argparse.Namespace, packs: Sequence[Path], replay: Replay | None) -> tuple[str, tuple[str, ...]]:
    """Return whose life it is and under what: as asked, or as a replay says, or what the packs that are named bring."""
    from scsgame.packs.brought import brought

    if replay is not None:
        return replay.life, replay.regimes
    lives, regimes = brought(packs) if packs and not (options.life and options.regime) else ((), ())
    life = options.life or next(iter(lives), USUAL[0])
    asked = options.regime or [next(iter(regimes), "none" if life in lives else at_home(packs, life))]
    return life, tuple(name for part in asked for name in part.split(",") if name)


def at_home(packs: Sequence[Path], life: str) -> str:
    """Return the regime for a life of which nobody says under what: one that the atlas plays with it, as on the form."""
    if life == USUAL[0]:
        return USUAL[1]
    from scsgame.session import House

    place = House(packs, lives=[life], regimes=[])
    return (place.atlas().home(life) if life in place.library.lives else "") or USUAL[1]


def missing(place: House, life: str, regimes: Sequence[str], values: Sequence[str]) -> str:
    """Return a sentence about the first of these that is not there, or nothing."""
    from scsgame.packs import load
    from scsgame.packs.problems import nothing_called

    library = place.library
    for what, name, known in [
        ("life", life, library.lives),
        *(("regime", name, library.regimes) for name in regimes),
    ]:
        if name not in known:
            whole = load(place.packs)
            there = whole.lives if what == "life" else whole.regimes
            return nothing_called(what, name, there)
    held = {value.id for value in library.lives[life].values}
    unknown = [value for value in values if value not in held]
    return f'this life knows no value "{unknown[0]}"; it knows {", ".join(sorted(held))}.' if unknown else ""


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

        raise NoSuchSave(f"There is no saved life in {place.folder} yet. `scsgame` begins one.")
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
