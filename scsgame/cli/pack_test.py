"""The command that tries packs: cases, walks, laws, and hundreds of lives that bots live."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from scsgame.cli.replaying import add_replay
from scsgame.cli.switches import add_switches, parts_of
from scsgame.tongue import phrase

if TYPE_CHECKING:
    from scsgame.packs.nouns import Library
    from scsgame.workshop.trials.trial import Bar, Trial, Wish
    from scsgame.workshop.trials.witnesses import Replay

LIVES, QUICK = 1500, 210
FAIR = 240


def add_commands(what: Any) -> None:
    """Add this command to the parser of `pack`."""
    test = what.add_parser(
        "test",
        help=phrase(
            "usage.test", "cases, walks and laws; and bots live hundreds of lives: what is reached, and what never"
        ),
    )
    test.add_argument("path", nargs="*", type=Path, metavar="PATH",
                      help=phrase("usage.test.path", "packs to try (left out: the one you stand in, or all content)"))  # fmt: skip
    test.add_argument("--regime", action="append", default=[], metavar="NAME",
                      help=phrase("usage.test.regime", "only the cases of this regime; with --lives or --quick, lives under it too"))  # fmt: skip
    test.add_argument(
        "--lives",
        type=int,
        default=None,
        metavar="N",
        help=phrase(
            "usage.test.lives", "so many lives (left out: {lives}; 0: only cases, walks and laws)", lives=LIVES
        ),
    )
    test.add_argument(
        "--quick",
        action="store_true",
        help=phrase("usage.test.quick", "{quick} lives, and less of everything", quick=QUICK),
    )
    test.add_argument("--seed", default="trial", help=phrase("usage.test.seed", "the luck of all lives"))
    test.add_argument(
        "--jobs",
        type=int,
        default=0,
        metavar="N",
        help=phrase("usage.test.jobs", "processes (left out: one a core); the result is the same"),
    )
    test.add_argument(
        "--witness",
        default="",
        metavar="THING",
        help=phrase(
            "usage.test.witness", "print a replay that reaches it: scene.x, choice.x.y, list.regime.x, ending.x"
        ),
    )
    test.add_argument("--replays", type=Path, default=None, metavar="FILE",
                      help=phrase("usage.test.replays", "write a replay for each thing reached, one JSON object a line"))  # fmt: skip
    test.add_argument(
        "--book",
        type=Path,
        default=None,
        metavar="FILE",
        help=phrase(
            "usage.test.book",
            "live the replays of this file too, one a line, as --replays writes them: what they reach need not be sought",
        ),
    )
    add_replay(test, phrase("usage.test.replay", "live a replay again and say whether it gets where it says"))
    add_switches(test)
    test.add_argument(
        "--mutants",
        type=int,
        default=0,
        metavar="N",
        help=phrase("usage.test.mutants", "break N small things, one at a time: would a case, walk or law notice?"),
    )
    test.add_argument(
        "--fairness",
        action="store_true",
        help=phrase(
            "usage.test.fairness",
            "the same players and luck in populations that differ in money, friends, a namesake",
        ),
    )
    test.add_argument(
        "--strict",
        action="store_true",
        help=phrase(
            "usage.test.strict", "exit with 1 also when a law of writing is not kept or something was never reached"
        ),
    )
    test.add_argument(
        "--all", action="store_true", help=phrase("usage.test.all", "show every line, and how often each thing came")
    )
    test.add_argument(
        "--profile",
        action="store_true",
        help=phrase("usage.test.profile", "say how fast it was, and where the time goes"),
    )
    test.add_argument("--json", action="store_true", help=phrase("usage.test.json", "print JSON"))
    test.set_defaults(run=_test)


def _test(options: argparse.Namespace) -> int:
    from scsgame.cli import WrongUsage
    from scsgame.packs import load
    from scsgame.packs.astray import here
    from scsgame.packs.problems import nothing_called

    options.path = options.path or here()
    if (options.lives or 0) < 0 or options.mutants < 0 or options.jobs < 0:
        raise WrongUsage(phrase("test.numbers", "--lives, --mutants and --jobs take whole numbers from 0."))
    library = load(options.path)
    unknown = [name for name in options.regime if name not in library.regimes]
    if unknown:
        raise WrongUsage(nothing_called("regime", unknown[0], library.regimes))
    wish = _wish(options, library)
    if options.replay is not None:
        return _again(options.replay, options.reaches, library)
    if options.witness:
        return _witness(options.witness, wish, library)
    lived = options.quick or options.mutants or options.fairness or any(wish.parts)
    if options.regime and options.lives is None and not lived:
        return _cases(options, library)
    from scsgame.workshop.trials.trial import trial
    from scsgame.workshop.trials.witnesses import ReplayError

    try:
        with _bars(shown=not options.json) as bar:
            done = trial(library, wish, bar)
    except ReplayError as refusal:
        raise WrongUsage(f"{options.book.as_posix()}: {refusal}") from None
    if options.replays is not None:
        _write(options.replays, done)
    if options.json:
        from scsgame.workshop.trials.printed import as_json

        print(as_json(done))
    else:
        from scsgame.workshop.trials.histograms import BLOCKS, PLAIN
        from scsgame.workshop.trials.report import told

        drawn = (sys.stdout.encoding or "").lower().replace("-", "").startswith("utf")
        print(told(done, options.all, BLOCKS if drawn else PLAIN))
        if options.profile:
            from scsgame.workshop.trials.profile import profiled

            print(*profiled(library, done), sep="\n")
    doubtful = bool(done.why) or any(not kept.kept for kept in done.budget)
    return 1 if done.broken or (options.strict and doubtful) else 0


def _wish(options: argparse.Namespace, library: Library) -> Wish:
    from scsgame.workshop.trials.pool import cores
    from scsgame.workshop.trials.rooms import focus, stage
    from scsgame.workshop.trials.trial import Wish

    usual = QUICK if options.quick else LIVES
    lives = usual if options.lives is None else options.lives
    return Wish(
        tuple(options.path), tuple(options.regime), lives, seek=min(100, 4 if options.quick else max(8, lives // 10)),
        law_lives=12 if options.quick else 0, seed=options.seed, processes=options.jobs or cores(), mutants=options.mutants,
        fairness=(FAIR // 2 if options.quick else FAIR) if options.fairness else 0,
        parts=parts_of(library, options.regime or stage(library, focus(library, options.path)).regimes, options),
        book=_book(options.book),
    )  # fmt: skip


def _book(path: Path | None) -> tuple[Replay, ...]:
    from scsgame.cli import WrongUsage
    from scsgame.workshop.trials.book import read_book
    from scsgame.workshop.trials.witnesses import ReplayError

    if path is None:
        return ()
    try:
        return tuple(read_book(path.read_text("utf-8")))
    except OSError as error:
        raise WrongUsage(
            phrase("cli.unreadable", "{path} cannot be read: {why}.", path=path.as_posix(), why=_why(error))
        ) from None
    except (ReplayError, UnicodeDecodeError) as refusal:
        raise WrongUsage(f"{path.as_posix()}: {refusal}") from None


def _cases(options: argparse.Namespace, library: Library) -> int:
    from scsgame.session.casebook import run_cases, summed

    verdicts = run_cases(library, options.regime)
    for verdict in verdicts:
        if verdict.differences:
            print(f"{verdict.case.regime}: {verdict.case.name}", *verdict.told(), sep="\n")
    print(summed(verdicts))
    return 1 if any(verdict.differences for verdict in verdicts) else 0


def _witness(name: str, wish: Wish, library: Library) -> int:
    from scsgame.packs.problems import nearest
    from scsgame.workshop.trials.coverage import everything
    from scsgame.workshop.trials.rooms import focus, stage
    from scsgame.workshop.trials.trial import asked_for, witness

    things = asked_for(library, wish, name)
    if len(things) != 1:
        known = [thing.asked for thing in everything(library, stage(library, focus(library, wish.paths)))]
        hint = nearest(name, known)
        several = ", ".join(thing.asked for thing in things)
        why = (
            phrase("test.may_be", "it may be {things}", things=several)
            if things
            else phrase("test.nothing_so_called", "there is nothing of this name here")
            + (phrase("test.meant", "; did you mean {near}?", near=hint) if hint else "")
        )
        print(f"scsgame: --witness {name}: {why}", file=sys.stderr)
        return 2
    found = witness(library, wish, things[0])
    if isinstance(found, str):
        print(
            phrase("test.no_life", "scsgame: no life reached {thing}: {why}.", thing=things[0], why=found),
            file=sys.stderr,
        )
        return 1
    print(found.as_json())
    return 0


def _again(path: Path, reaches: str, library: Library) -> int:
    from scsgame.workshop.trials.witnesses import ReplayError, gets_there, replay_in

    try:
        replay = replay_in(path.read_text("utf-8"), reaches)
        there = gets_there(replay, library)
        day = replay.live(library).moment.day
    except OSError as error:
        print(
            phrase(
                "cli.cannot_read", "scsgame: {path} cannot be read: {why}.", path=path.as_posix(), why=_why(error)
            ),
            file=sys.stderr,
        )
        return 2
    except (ReplayError, UnicodeDecodeError) as refusal:
        print(f"scsgame: {refusal}", file=sys.stderr)
        return 1
    reached = phrase("test.reached", "reached") if there else phrase("test.not_reached", "NOT reached")
    print(phrase("test.replayed", "{thing}: {reached} after {count} moves, on day {day}.", thing=replay.reaches,
                 reached=reached, count=len(replay.moves), day=day))  # fmt: skip
    return 0 if there else 1


def _why(error: OSError) -> str:
    return (error.strerror or phrase("cli.no_such_file", "no such file")).lower()


def _write(path: Path, done: Trial) -> None:
    import json

    from scsgame.workshop.trials.trial import replays

    lines = [json.dumps(json.loads(replay.as_json()), ensure_ascii=False) for replay in replays(done).values()]
    path.write_text("".join(f"{line}\n" for line in lines), "utf-8")


@contextmanager
def _bars(shown: bool) -> Iterator[Bar]:
    """Show progress on a terminal, and nothing anywhere else."""
    if not (shown and sys.stderr.isatty()):
        yield _nothing
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as progress:

        def begin(name: str, length: int) -> Callable[[int], None]:
            task = progress.add_task(name, total=length)
            return lambda steps: progress.advance(task, steps)

        yield begin


def _nothing(name: str, length: int) -> Callable[[int], None]:
    del name, length
    return lambda _: None
