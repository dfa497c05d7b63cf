"""The command that begins a pack: a few questions, and a folder that works."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from scsgame.workshop.scaffold import Answers

_YES = {"yes": "yes", "y": "yes", "no": "no", "n": "no"}
_WHAT = {
    "life": "life",
    "l": "life",
    "a life": "life",
    "regime": "regime",
    "r": "regime",
    "a regime": "regime",
    "both": "both",
    "b": "both",
}


def add_commands(what: Any) -> None:
    """Add this command to the parser of `pack`."""
    new = what.add_parser("new", help="begin a pack: a few questions, and a folder that works")
    new.add_argument(
        "folder", nargs="?", type=Path, metavar="FOLDER", help="where to put it (default: the pack's own name)"
    )
    new.add_argument("--title", help="what the pack is called")
    new.add_argument("--what", choices=("life", "regime", "both"), help="what is in it (default: both)")
    new.add_argument("--people", metavar="NAMES", help="a friend and somebody with an office, comma between")
    new.add_argument("--counts", metavar="WORD", help="what the number is called")
    new.add_argument("--shown", choices=("yes", "no"), help="is the number shown to the player")
    new.add_argument("--yes", action="store_true", help="ask nothing, take the defaults")
    new.set_defaults(run=_new)


def _new(options: argparse.Namespace) -> int:
    from scsgame.workshop.scaffold import NewPackError, files, play_words, write

    try:
        answers = _answers(options)
        folder: Path = options.folder or Path(answers.id)
        made = files(answers)
        write(folder, made)
    except (NewPackError, EOFError) as refusal:
        why = str(refusal) or "the questions were not all answered, so nothing was written. --yes takes the defaults."
        print(f"scsgame: {why}", file=sys.stderr)
        return 2
    print(f"Made {folder.as_posix()} with {len(made)} files:")
    for path in made:
        print(f"  {path}")
    print("Look for mistakes:  scsgame pack check", folder.as_posix())
    if answers.what != "life":
        print("Try its cases:      scsgame pack test", folder.as_posix())
    print("Play it:            " + play_words(answers, folder))
    return 0


def _answers(options: argparse.Namespace) -> Answers:
    from scsgame.workshop.scaffold import Answers, refusal, slug

    usual = Answers()
    named = options.folder.name.replace("-", " ").replace("_", " ").strip().capitalize() if options.folder else ""
    if slug(named) and not refusal(named):
        usual = replace(usual, title=named)
    title = _answer(options, options.title, "What is the pack called?", usual.title, refusal)
    what = _answer(
        options, options.what, "A life, a regime (what watches and counts), or both?", usual.what, _one_of(_WHAT)
    )
    answers = replace(usual, title=title, what=_WHAT[what.lower()])  # type: ignore[arg-type]
    if answers.what != "regime":
        people = _answer(options, options.people, "Who is in it? A friend and a teacher, comma between.",
                         f"{usual.friend}, {usual.teacher}", _two(refusal))  # fmt: skip
        friend, teacher = (name.strip() for name in people.split(","))
        answers = replace(answers, friend=friend, teacher=teacher)
    if answers.what != "life":
        word = _answer(options, options.counts, "What is counted? A word or two.", usual.word, refusal)
        shown = _answer(options, options.shown, "Does the player see the number?", "yes", _one_of(_YES))
        answers = replace(answers, word=word, shown=_YES[shown.lower()] == "yes")
    return answers


def _answer(
    options: argparse.Namespace, given: str | None, question: str, usual: str, wrong: Callable[[str], str]
) -> str:
    """Return what was given as an option, or asked for; an empty line takes the usual."""
    from scsgame.workshop.scaffold import NewPackError

    if given is not None:
        if why := wrong(given):
            raise NewPackError(f'"{given}" will not do: {why}.')
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
        print(f"  That will not do: {why}.")


def _one_of(words: dict[str, str]) -> Callable[[str], str]:
    return lambda said: "" if said.lower() in words else f"answer {', '.join(dict.fromkeys(words.values()))}"


def _two(refusal: Callable[[str], str]) -> Callable[[str], str]:
    def wrong(said: str) -> str:
        names = said.split(",")
        return refusal(names[0]) or refusal(names[1]) if len(names) == 2 else "two names, with a comma between"

    return wrong
