"""What a save is called: by the player, on the disk, and when somebody asks for it in a hurry."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Mapping, Sequence

from scsgame.archive.refusals import NoSuchSave, shown
from scsgame.tongue import phrase

EXTENSION = ".scslife.jsonl"

_LETTERS = "23456789abcdefghjkmnpqrstvwxyz"
"""No letter that is taken for another one when it is read aloud from a screen."""


def slug(name: str) -> str:
    """Turn a display name into plain letters, digits and hyphens that every file system takes."""
    folded = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    words = "".join(letter if letter.isalnum() else " " for letter in folded).split()
    return "-".join(words)[:40].strip("-") or "life"


def new_file_name(name: str) -> str:
    """Return a file name for a new life; its random end keeps two lives of one name apart."""
    ending = "".join(_LETTERS[byte % len(_LETTERS)] for byte in os.urandom(6))
    return f"{slug(name)}-{ending}{EXTENSION}"


def is_save_name(file: str) -> bool:
    """Say whether a file is called as a save is."""
    return file.lower().endswith(EXTENSION) and len(file) > len(EXTENSION)


def stem(file: str) -> str:
    """Return the file name without its ending."""
    return file[: -len(EXTENSION)] if is_save_name(file) else file


def match(asked: str, files: Sequence[str]) -> str | None:
    """Return the file that is called so, with or without its ending, or None."""
    for same in (str, str.casefold):
        for file in files:
            if same(asked) in (same(file), same(stem(file))):
                return file
    return None


def choose(asked: str, names: Mapping[str, str]) -> str:
    """Return the one file meant by the beginning of a name; `names` gives each file its display name."""
    want = " ".join(asked.split()).casefold()
    if not want:
        raise NoSuchSave(phrase("save.which", "Which life? Give its name, or the beginning of it."))
    called = {file: " ".join(name.split()).casefold() for file, name in names.items()}
    exact = [file for file, name in called.items() if name == want]
    found = exact or [
        file for file, name in called.items() if name.startswith(want) or stem(file).casefold().startswith(want)
    ]
    if len(found) == 1:
        return found[0]
    if found:
        several = ", ".join(shown(stem(file)) for file in found[:5]) + (", …" if len(found) > 5 else "")
        raise NoSuchSave(
            phrase(
                "save.several",
                '"{name}" may be any of {count} lives: {several}. Which one?',
                name=shown(asked),
                count=len(found),
                several=several,
            )
        )
    raise NoSuchSave(
        phrase(
            "save.no_life",
            'There is no life called "{name}".{hint}',
            name=shown(asked),
            hint=_did_you_mean(want, called),
        )
    )


def _did_you_mean(want: str, called: Mapping[str, str]) -> str:
    import difflib

    words = {name: file for file, name in called.items()} | {stem(file).casefold(): file for file in called}
    near = difflib.get_close_matches(want[:200], words, n=1, cutoff=0.5)
    return phrase("save.meant", ' Did you mean "{near}"?', near=shown(stem(words[near[0]]))) if near else ""
