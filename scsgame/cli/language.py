"""Which language to speak: what is asked for, what is set, what the computer speaks, and English otherwise."""

from __future__ import annotations

import argparse
import os

from scsgame.cli import WrongUsage
from scsgame.tongue import LANGUAGES, language_of, speak


def add_language(parser: argparse.ArgumentParser) -> None:
    """Add the option that says in which language to play."""
    parser.add_argument(
        "--language", default="", metavar="LANGUAGE", help="en or zh (default: as set, or as LANG says)"
    )


def chosen(options: argparse.Namespace) -> str:
    """Return the language to speak, and speak it from now on."""
    said = getattr(options, "language", "") or ""
    asked = language_of(said)
    if said and not asked:
        raise WrongUsage(f'"{said}" is no code of a language, such as en, zh or de.')
    language = asked or _set() or _of_the_computer() or "en"
    speak(language)
    return language


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
