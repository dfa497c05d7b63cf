"""The commands about lives: play, resume, debrief, rescore, saves."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from scsgame.session import House, Player

NAMES = ("title", "play", "resume", "debrief", "rescore", "saves")
"""The commands of this module."""

Commands = Any
"""What argparse hands out to add commands to."""


def add_commands(commands: Commands) -> None:
    """Add these commands to the parser."""
    title = commands.add_parser("title", help="the game: title, continue, new life (as without a command)")
    _common(title)
    title.set_defaults(run=_title)

    play = commands.add_parser("play", help="begin a life, without the title")
    _common(play)
    play.add_argument("--life", default="student", help="whose life (default: student)")
    play.add_argument(
        "--regime",
        action="append",
        metavar="NAME",
        help="under which system; may be given several times (default: sesame)",
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
    play.add_argument("--name", default="", help="what to call the save")
    play.add_argument("--no-save", action="store_true", help="keep nothing")
    _plain(play)
    play.set_defaults(run=_play)

    resume = commands.add_parser("resume", help="take up a saved life (the latest, or by name)")
    _common(resume)
    resume.add_argument("save", nargs="?", default="", metavar="SAVE")
    _plain(resume)
    resume.set_defaults(run=_resume)

    told = commands.add_parser("debrief", help="what was done to you: a saved life, told")
    _common(told)
    told.add_argument("save", nargs="?", default="", metavar="SAVE")
    told.add_argument("--json", action="store_true", help="as JSON")
    told.set_defaults(run=_debrief)

    again = commands.add_parser("rescore", help="the same life, judged by other systems")
    _common(again)
    again.add_argument("save", nargs="?", default="", metavar="SAVE")
    again.add_argument("--regime", action="append", metavar="NAME", help="only by this one (default: by all)")
    again.add_argument("--json", action="store_true", help="as JSON")
    again.set_defaults(run=_rescore)

    saves = commands.add_parser("saves", help="the saved lives: list, check, export, delete")
    what = saves.add_subparsers(metavar="WHAT", required=True)
    listed = what.add_parser("list", help="which there are, and where")
    _common(listed)
    listed.add_argument("--json", action="store_true")
    listed.set_defaults(run=_list)
    check = what.add_parser("check", help="read them to the last line and say how each stands")
    _common(check)
    check.add_argument("save", nargs="?", default=None, metavar="SAVE")
    check.add_argument(
        "--json", action="store_true", help="one object a line; `committed` is the number of moves on the disk"
    )
    check.set_defaults(run=_check)
    export = what.add_parser("export", help="print the whole life as JSON, lived again from its choices")
    _common(export)
    export.add_argument("save", metavar="SAVE")
    export.add_argument("--moves", action="store_true", help="only what the save itself holds")
    export.set_defaults(run=_export)
    delete = what.add_parser("delete", help="take a save away for good")
    _common(delete)
    delete.add_argument("save", metavar="SAVE")
    delete.add_argument("--yes", action="store_true", help="do not ask")
    delete.set_defaults(run=_delete)
    rescue = what.add_parser("rescue", help="begin a new save with the choices that are whole in a damaged one")
    _common(rescue)
    rescue.add_argument("save", metavar="SAVE")
    rescue.set_defaults(run=_rescue)


def _common(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--pack",
        action="append",
        type=Path,
        default=[],
        metavar="PATH",
        help="a pack, a folder or a zip; may be given several times",
    )
    parser.add_argument("--saves", type=Path, default=None, metavar="FOLDER", help="where the saves are")


def _plain(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--plain", action="store_true", help="numbered text on standard input and output")
    parser.add_argument("--json", action="store_true", help="with --plain: one JSON object a line")


def house(
    options: argparse.Namespace, lives: Sequence[str] | None = None, regimes: Sequence[str] | None = None
) -> House:
    """Return the house these options ask for; a selection of content leaves the rest unread."""
    from scsgame.session import House

    return House(options.pack, options.saves, lives=lives, regimes=regimes)


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

    regimes = tuple(name for part in options.regime or ["sesame"] for name in part.split(",") if name)
    place = house(options, [options.life], regimes)
    problem = _missing(place, options.life, regimes, options.values)
    if problem:
        raise WrongUsage(problem)
    seed = options.seed or fresh_seed()
    values = [value for value in options.values.split(",") if value]
    name = options.name or f"{options.life} under {' and '.join(regimes)}"
    player = place.new(options.life, regimes, options.shows, values, seed, name, saved=not options.no_save)
    return _go_on(place, player, options)


def _missing(place: House, life: str, regimes: Sequence[str], values: str) -> str:
    from scsgame.packs import load

    library = place.library
    for what, name, known in [
        ("life", life, library.lives),
        *(("regime", name, library.regimes) for name in regimes),
    ]:
        if name not in known:
            whole = load(place.packs)
            there = whole.lives if what == "life" else whole.regimes
            return f'there is no {what} "{name}" here; there is {", ".join(sorted(there))}.'
    held = {value.id for value in library.lives[life].values}
    unknown = [value for value in values.split(",") if value and value not in held]
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


def _go_on(place: House, player: Player, options: argparse.Namespace) -> int:
    try:
        if not options.plain:
            from scsgame.cli.screen import open_game

            return open_game(place, player)
        from scsgame.plain.play import play, play_json

        loop = play_json if options.json else play
        return loop(player, sys.stdin, lambda line: print(line, flush=True))
    finally:
        player.close()


def _debrief(options: argparse.Namespace) -> int:
    place = house(options)
    sections = place.resume(options.save or latest(place), write=False).debrief()
    return _sections(sections, options.json)


def _rescore(options: argparse.Namespace) -> int:
    place = house(options)
    names = [name for part in options.regime or [] for name in part.split(",")]
    unknown = [name for name in names if name not in place.library.regimes]
    if unknown:
        print(
            f'scsgame: there is no regime "{unknown[0]}"; there is {", ".join(sorted(place.library.regimes))}.',
            file=sys.stderr,
        )
        return 2
    return _sections(place.rescore(options.save or latest(place), names), options.json)


def _sections(sections: Any, as_json: bool) -> int:
    if as_json:
        import json

        print(json.dumps([section._asdict() for section in sections], ensure_ascii=False, indent=1))
        return 0
    import shutil

    from scsgame.plain.pages import section_lines

    for line in section_lines(sections, max(60, min(140, shutil.get_terminal_size((100, 24)).columns))):
        print(line)
    return 0


def _list(options: argparse.Namespace) -> int:
    place = house(options)
    entries = place.shelf.list()
    if options.json:
        return _as_lines(entries)
    print(f"{len(entries)} saved {'life' if len(entries) == 1 else 'lives'} in {place.folder}")
    for entry in entries:
        under = ", ".join(entry.regimes) or "nobody"
        print(
            f"  {entry.file}\n    {entry.name}: {entry.life} under {under}, day {entry.day or 1}, {entry.moves} moves. {entry.sentence}"
        )
    return 0


def _as_lines(entries: Any) -> int:
    import json

    for entry in entries:
        value = {
            "file": entry.file,
            "name": entry.name,
            "life": entry.life,
            "regimes": list(entry.regimes),
            "committed": entry.moves,
            "day": entry.day,
            "state": entry.state,
            "sentence": entry.sentence,
        }
        print(json.dumps(value, ensure_ascii=False))
    return 0 if all(entry.state in ("whole", "torn") for entry in entries) else 1


def _check(options: argparse.Namespace) -> int:
    entries = house(options).shelf.check(options.save)
    if options.json:
        return _as_lines(entries)
    for entry in entries:
        print(f"{entry.file}: {entry.state}, {entry.moves} moves. {entry.sentence}")
    return 0 if all(entry.state in ("whole", "torn") for entry in entries) else 1


def _export(options: argparse.Namespace) -> int:
    place = house(options)
    if options.moves:
        print(place.shelf.export_text(options.save), end="")
        return 0
    from scsgame.session.telling import told_as_text

    print(told_as_text(place.resume(options.save, write=False).chronicle), end="")
    return 0


def _delete(options: argparse.Namespace) -> int:
    place = house(options)
    file = place.shelf.find(options.save)
    if not options.yes:
        print(f"Delete {file} for good? Type yes: ", end="", flush=True)
        if sys.stdin.readline().strip().lower() != "yes":
            print("Nothing was deleted.")
            return 0
    place.shelf.delete(file)
    print(f"{file} is gone.")
    return 0


def _rescue(options: argparse.Namespace) -> int:
    with house(options).shelf.rescue(options.save) as journal:
        print(
            f"{len(journal.moves)} moves were whole; they are now in {journal.path.name}. The damaged file is as it was."
        )
    return 0
