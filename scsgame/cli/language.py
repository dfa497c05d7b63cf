"""Which language to speak: what is asked for, what is set, what the computer speaks, and English otherwise."""

from __future__ import annotations

import argparse
import os
from collections.abc import Sequence

from scsgame.cli import WrongUsage
from scsgame.tongue import LANGUAGES, language_of, phrase, speak, spoken

OPTION = "--language"


def add_language(parser: argparse.ArgumentParser) -> None:
    """Add the option that says in which language to play."""
    parser.add_argument(
        OPTION,
        default="",
        metavar="LANGUAGE",
        help=phrase("usage.language", "en or zh (default: as set, or as LANG says)"),
    )


def at_the_door(given: Sequence[str]) -> tuple[str, list[str]]:
    """Take the language out that is asked for before the command, and speak it from now on.

    For help all of the line counts, and what is set; other commands look into the settings when they need them.
    """
    words = list(given)
    first = _asked(words[:2])
    if first:
        words = words[1 if "=" in words[0] else 2 :]
    if {"-h", "--help"} & {*words}:
        speak(first or next(filter(None, (_asked(words[at : at + 2]) for at in range(len(words)))), "") or _usual())
    else:
        speak(first or _of_the_computer() or "en")
    return first, words


def _asked(words: Sequence[str]) -> str:
    """Return the language these words ask for, if they begin with the option."""
    name, _, value = words[0].partition("=") if words else ("", "", "")
    return language_of(value or (words[1] if len(words) > 1 else "")) if name == OPTION else ""


def chosen(options: argparse.Namespace) -> str:
    """Return the language to speak, and speak it from now on."""
    said = getattr(options, "language", "") or ""
    asked = language_of(said)
    if said and not asked:
        raise WrongUsage(
            phrase("cli.no_language", '"{word}" is no code of a language, such as en, zh or de.', word=said)
        )
    language = asked or _usual()
    speak(language)
    return language


def usual() -> None:
    """Speak as set, or as the computer does, where nothing is spoken yet."""
    if spoken() == "en":
        speak(_usual())


def yes() -> tuple[str, str]:
    """Return what one types to agree: yes, and the word for it in the language spoken."""
    return "yes", phrase("cli.yes", "yes")


def _usual() -> str:
    return _set() or _of_the_computer() or "en"


def _set() -> str:
    from scsgame.archive import load_settings

    settings, _ = load_settings()
    return language_of(settings.language)


def _of_the_computer() -> str:
    """Return the language of the surroundings, if the game speaks it."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        told = os.environ.get(name, "").strip()
        if told:
            language = language_of(told)
            return language if language in dict(LANGUAGES) else ""
    return ""
