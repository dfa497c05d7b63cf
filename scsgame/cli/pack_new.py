"""The command that begins a pack: a few questions, and a folder that works."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from scsgame.tongue import phrase

if TYPE_CHECKING:
    from scsgame.workshop.scaffold import Answers

_YES = {"yes": "yes", "y": "yes", "是": "yes", "no": "no", "n": "no", "否": "no"}
_WHAT = {
    "life": "life",
    "l": "life",
    "a life": "life",
    "regime": "regime",
    "r": "regime",
    "a regime": "regime",
    "both": "both",
    "b": "both",
    "人生": "life",
    "制度": "regime",
    "都要": "both",
    "a life and a regime": "both",
    "life and regime": "both",
    "change": "change",
    "c": "change",
    "a change": "change",
    "改动": "change",
}


def add_commands(what: Any) -> None:
    """Add this command to the parser of `pack`."""
    new = what.add_parser("new", help=phrase("usage.new", "begin a pack: a few questions, and a folder that works"))
    new.add_argument(
        "folder",
        nargs="?",
        type=Path,
        metavar="FOLDER",
        help=phrase("usage.new.folder", "where to put it (default: the pack's own name)"),
    )
    new.add_argument("--title", help=phrase("usage.new.title", "what the pack is called"))
    new.add_argument(
        "--what",
        choices=("life", "regime", "both", "change"),
        help=phrase("usage.new.what", "what is in it; a change is one to a regime of the game (default: both)"),
    )
    new.add_argument(
        "--of",
        metavar="REGIME",
        help=phrase("usage.new.of", "which regime of the game is changed (default: rongcheng)"),
    )
    new.add_argument(
        "--people",
        metavar="NAMES",
        help=phrase("usage.new.people", "a friend and somebody with an office, comma between"),
    )
    new.add_argument("--counts", metavar="WORD", help=phrase("usage.new.counts", "what the number is called"))
    new.add_argument(
        "--shown", choices=("yes", "no"), help=phrase("usage.new.shown", "is the number shown to the player")
    )
    new.add_argument("--yes", action="store_true", help=phrase("usage.new.yes", "ask nothing, take the defaults"))
    new.set_defaults(run=_new)


def _new(options: argparse.Namespace) -> int:
    from scsgame.workshop.scaffold import NewPackError, files, play_words, write

    try:
        answers = _answers(options)
        folder: Path = options.folder or Path(answers.id)
        made = files(answers)
        write(folder, made)
    except (NewPackError, EOFError) as refusal:
        unanswered = phrase(
            "new.unanswered", "the questions were not all answered, so nothing was written. --yes takes the defaults."
        )
        print(f"scsgame: {str(refusal) or unanswered}", file=sys.stderr)
        return 2
    print(phrase("new.made", "Made {folder} with {count} files:", folder=folder.as_posix(), count=len(made)))
    for path in made:
        print(f"  {path}")
    print(phrase("new.check", "Look for mistakes:  {command}", command=f"scsgame pack check {folder.as_posix()}"))
    if answers.what != "life":
        print(phrase("new.test", "Try its cases:      {command}", command=f"scsgame pack test {folder.as_posix()}"))
    print(phrase("new.play", "Play it:            {command}", command=play_words(answers, folder)))
    return 0


def _answers(options: argparse.Namespace) -> Answers:
    from scsgame.workshop.scaffold import Answers, refusal, slug

    usual = Answers()
    named = options.folder.name.replace("-", " ").replace("_", " ").strip().capitalize() if options.folder else ""
    if slug(named) and not refusal(named):
        usual = replace(usual, title=named)
    if options.of and not options.what:
        options.what = "change"
    if options.what == "change" and usual.title == Answers().title:
        usual = replace(usual, title=f"Another {options.of or usual.of}".replace("-", " "))
    title = _answer(options, options.title, phrase("new.title", "What is the pack called?"), usual.title, refusal)
    what = _answer(
        options,
        options.what,
        phrase("new.what", "A life, a regime (what watches and counts), both, or a change to a regime of the game?"),
        phrase("new.both", "both"),
        _one_of(_WHAT),
    )
    answers = replace(usual, title=title, what=_WHAT[what.lower()])  # type: ignore[arg-type]
    if answers.what == "change":
        asked = phrase("new.of", "Which one? {command} names them all.", command="`scsgame pack list`")
        return replace(answers, of=_answer(options, options.of, asked, usual.of, _regime))
    if answers.what != "regime":
        people = _answer(options, options.people, phrase("new.people", "Who is in it? A friend and a teacher, comma between."),
                         f"{usual.friend}, {usual.teacher}", _two(refusal))  # fmt: skip
        friend, teacher = (name.strip() for name in people.replace("，", ",").split(","))
        answers = replace(answers, friend=friend, teacher=teacher)
    if answers.what != "life":
        word = _answer(
            options, options.counts, phrase("new.counts", "What is counted? A word or two."), usual.word, refusal
        )
        shown = _answer(
            options,
            options.shown,
            phrase("new.shown", "Does the player see the number?"),
            phrase("cli.yes", "yes"),
            _one_of(_YES),
        )
        answers = replace(answers, word=word, shown=_YES[shown.lower()] == "yes")
    return answers


def _answer(
    options: argparse.Namespace, given: str | None, question: str, usual: str, wrong: Callable[[str], str]
) -> str:
    """Return what was given as an option, or asked for; an empty line takes the usual."""
    from scsgame.workshop.scaffold import NewPackError

    if given is not None:
        if why := wrong(given):
            raise NewPackError(phrase("new.will_not_do", '"{given}" will not do: {why}.', given=given, why=why))
        return given.strip()
    if options.yes:
        return usual
    while True:
        print(f"{question} [{usual}] ", end="", flush=True)
        typed = sys.stdin.readline()
        if not typed:
            print()
            raise EOFError
        if not sys.stdin.isatty():
            print(typed.rstrip("\n"))  # so that what a file or a pipe answered can be read
        said = typed.strip() or usual
        why = wrong(said)
        if not why:
            return said
        if not sys.stdin.isatty():  # what comes next answers the next question, and not this one again
            refused = phrase("new.will_not_do", '"{given}" will not do: {why}.', given=said, why=why)
            raise NewPackError(f"{refused} {phrase('new.nothing', 'Nothing was written.')}")
        print(phrase("new.again", "  That will not do: {why}.", why=why))


def _regime(said: str) -> str:
    from scsgame.packs import load
    from scsgame.packs.problems import nothing_called

    known = load().regimes
    return "" if said in known else nothing_called("regime", said, known).rstrip(".?")


def _one_of(words: dict[str, str]) -> Callable[[str], str]:
    meant = ", ".join(dict.fromkeys(words.values()))
    return lambda said: "" if said.lower() in words else phrase("new.answer", "answer {words}", words=meant)


def _two(refusal: Callable[[str], str]) -> Callable[[str], str]:
    def wrong(said: str) -> str:
        names = said.replace("，", ",").split(",")
        return (
            refusal(names[0]) or refusal(names[1])
            if len(names) == 2
            else phrase("new.two_names", "two names, with a comma between")
        )

    return wrong
