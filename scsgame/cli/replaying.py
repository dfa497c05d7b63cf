"""A replay on the command line: a life that is lived up to a moment before one goes on by hand."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from scsgame.cli import WrongUsage
from scsgame.tongue import phrase

if TYPE_CHECKING:
    from scsgame.game.moves import Move
    from scsgame.packs import Library
    from scsgame.workshop.trials.witnesses import Replay


_OPTION = {"including": "with"}
"""How an option is called where it is not called like its value."""


def add_replay(parser: argparse.ArgumentParser, does: str) -> None:
    """Add the options that name a replay."""
    parser.add_argument("--replay", type=Path, default=None, metavar="FILE", help=does)
    parser.add_argument(
        "--reaches",
        default="",
        metavar="THING",
        help=phrase("usage.reaches", "of several replays in the file, the one that reaches this"),
    )


def replay_of(options: argparse.Namespace, *instead: str) -> Replay | None:
    """Return the replay that is asked for, if one is. It says itself what stands in these other options."""
    if options.replay is None:
        if options.reaches:
            raise WrongUsage(
                phrase("cli.reaches_alone", "--reaches chooses a replay of a file; say which file with --replay.")
            )
        return None
    from scsgame.workshop.trials.witnesses import ReplayError, replay_in

    given = [name for name in instead if getattr(options, name, "") not in ("", None, [], "as_is")]
    if given:
        raise WrongUsage(
            phrase(
                "cli.replay_says",
                "a replay says itself how the life is set up; leave --{option} out.",
                option=_OPTION.get(given[0], given[0]),
            )
        )
    try:
        return replay_in(options.replay.read_text("utf-8"), options.reaches)
    except OSError as error:
        why = (error.strerror or phrase("cli.no_such_file", "no such file")).lower()
        raise WrongUsage(
            phrase("cli.unreadable", "{path} cannot be read: {why}.", path=options.replay.as_posix(), why=why)
        ) from None
    except (ReplayError, UnicodeDecodeError) as refusal:
        raise WrongUsage(f"{options.replay.as_posix()}: {refusal}") from None


def moves_of(replay: Replay, library: Library) -> Sequence[Move]:
    """Return the moves of a replay, which can all be made with these packs."""
    from scsgame.game.moves import read
    from scsgame.workshop.trials.witnesses import ReplayError

    try:
        replay.live(library)
    except ReplayError as refusal:
        raise WrongUsage(str(refusal)) from None
    return [read(list(words)) for words in replay.moves]
