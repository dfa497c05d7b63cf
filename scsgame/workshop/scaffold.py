"""A first pack, made from a few answers: commented files that check silently, play to an end and keep their cases."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from keyword import iskeyword
from pathlib import Path
from textwrap import wrap
from typing import Literal

from scsgame.packs.library import core_content, load
from scsgame.packs.problems import nothing_called
from scsgame.terms import SELF, barred
from scsgame.tongue import phrase
from scsgame.workshop import scaffold_life, scaffold_regime
from scsgame.workshop.scaffold_change import change

What = Literal["life", "regime", "both", "change"]
LONGEST = 40

_EASY = re.compile(r"[^\W\d_][\w .'’-]*")
_TRUTHS = frozenset(("yes", "no", "true", "false", "on", "off", "null"))
_ROLES = frozenset(("friend", "roommate", "classmate", "colleague", "employer", "family", "parent", "elder",
                    "neighbour", "official", "sweetheart", SELF))  # fmt: skip


class NewPackError(Exception):
    """A pack that cannot be begun so, and why, in a sentence."""


@dataclass(frozen=True)
class Answers:
    """What the author said about the new pack."""

    title: str = "House points"
    what: What = "both"
    friend: str = "Ada"
    teacher: str = "Mr Weber"
    word: str = "points"
    shown: bool = True
    of: str = "rongcheng"

    @property
    def id(self) -> str:
        """Return the name that the pack, its life and its regime have in files."""
        return slug(self.title) or "my-pack"


def slug(text: str, between: str = "-") -> str:
    """Return a text as an id: lower-case letters and digits, or nothing if it has none of ours."""
    words = re.findall(r"[a-z0-9]+", text.lower().replace("'", "").replace("’", ""))
    return between.join(words).lstrip("0123456789" + between)[:LONGEST].rstrip(between)


def refusal(text: str) -> str:
    """Return why a name cannot stand in a pack, or nothing when it can."""
    if not text.strip():
        return phrase("new.empty", "write at least one letter")
    if len(text) > LONGEST:
        return phrase("new.long", "at most {count} letters, please", count=LONGEST)
    if "{" in text or "}" in text:
        return phrase("new.brackets", "curly brackets mean something in texts, so leave them out")
    if barred(text) >= 0 or "\n" in text or "\t" in text:
        return phrase("new.barred", "there is a letter in it that no screen can show")
    return ""


def taken(answers: Answers) -> str:
    """Return why the pack cannot be called so, or nothing when it can: the game's own names are taken."""
    core = core_content()
    for kind, folder in (("life", "lives"), ("regime", "regimes")):
        kinds = (kind, "both", "change") if kind == "regime" else (kind, "both")
        if answers.what in kinds and (core / folder / answers.id).is_dir():
            return (
                phrase(
                    "new.life_taken",
                    'the game itself has a life called "{name}"; choose another name',
                    name=answers.id,
                )
                if kind == "life"
                else phrase(
                    "new.regime_taken",
                    'the game itself has a regime called "{name}"; choose another name',
                    name=answers.id,
                )
            )
    return (
        phrase(
            "new.reserved", 'the id "{name}" is a word that files already use; choose another name', name=answers.id
        )
        if _reserved(answers.id)
        else ""
    )


def _reserved(word: str) -> bool:
    return iskeyword(word) or word in _TRUTHS or word == "core"


def files(answers: Answers) -> Mapping[str, str]:
    """Return the files of the pack, by path. Raises NewPackError with a sentence."""
    for name in (answers.title, answers.friend, answers.teacher, answers.word):
        if why := refusal(name):
            raise NewPackError(phrase("sentence", "{words}.", words=why))
    if why := taken(answers):
        raise NewPackError(phrase("sentence", "{words}.", words=why))
    if answers.what == "change":
        return _change(answers)
    made = {"pack.yaml": _filled(_PACK, answers)}
    if answers.what != "regime":
        for path, text in scaffold_life.FILES.items():
            made[f"lives/{answers.id}/{path}"] = _filled(text, answers)
    if answers.what != "life":
        for path, text in scaffold_regime.FILES.items():
            made[f"regimes/{answers.id}/{path}"] = _filled(text, answers)
    return made


def _change(answers: Answers) -> Mapping[str, str]:
    library = load()
    if answers.of not in library.regimes:
        raise NewPackError(nothing_called("regime", answers.of, library.regimes))
    version = library.packs[0].version.rpartition(".")[0]
    own = change(library, answers.of, answers.id, yaml_text(answers.title))
    head = _filled(_PACK, answers) + f"needs: {{core: {version}}}\n"
    return {"pack.yaml": head, **{f"regimes/{answers.id}/{path}": text for path, text in own.items()}}


def write(folder: Path, made: Mapping[str, str]) -> None:
    """Write the files into a new folder. Never overwrites: raises NewPackError if anything stands there."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise NewPackError(
            phrase(
                "new.not_empty",
                "{folder} is already there and not empty; nothing was written. Name another folder.",
                folder=folder,
            )
        )
    try:
        for path, text in made.items():
            place = folder / path
            place.parent.mkdir(parents=True, exist_ok=True)
            with place.open("x", encoding="utf-8", newline="\n") as file:
                file.write(text)
    except OSError as error:
        raise NewPackError(
            phrase(
                "new.unwritable",
                "{folder} cannot be written: {why}.",
                folder=folder,
                why=(error.strerror or phrase("schema.disk", "the disk refuses")).lower(),
            )
        ) from error


def play_words(answers: Answers, folder: Path) -> str:
    """Return the command that plays the new pack."""
    life = answers.id if answers.what in ("life", "both") else "student"
    if answers.what == "change":
        from scsgame.packs.reading import atlas

        life = next(
            (play.life for entry in atlas().values() for play in entry.plays if play.regime == answers.of), life
        )
    regime = answers.id if answers.what != "life" else "none"
    place = folder.as_posix()
    return f"scsgame play --pack {json.dumps(place) if ' ' in place else place} --life {life} --regime {regime}"


def _filled(text: str, answers: Answers) -> str:
    friend, teacher = _person(answers.friend, "the_friend"), _person(answers.teacher, "the_teacher")
    if friend == teacher:
        teacher += "_2"
    shown = answers.shown
    board = scaffold_regime.BOARD_SHOWN if shown else scaffold_regime.BOARD_HIDDEN
    board = "\n    ".join(wrap(board.replace("@WORD@", answers.word), 110, break_on_hyphens=False))
    fills = {
        "ID": answers.id, "TITLE": yaml_text(answers.title), "FRIEND_ID": friend, "TEACHER_ID": teacher,
        "WORD_TEXT": yaml_text(answers.word), "BOARD": board,
        "SHOWN": ("visible" if shown else "hidden").ljust(19) + "# visible, tier, delayed, hidden",
        "NOTICE": ("at_once" if shown else "never").ljust(18) + "# at_once, with_update, never: when one hears of a mark",
        "SHOWN_WHY": "a sheet on the notice board tells everybody" if shown else "the folder stays in the staff room",
    }  # fmt: skip
    for name, value in fills.items():
        text = text.replace(f"@{name}@", value)
    # A name as a value of its own may need quotes; inside a text it stands as it is.
    for name, value in {"FRIEND": answers.friend, "TEACHER": answers.teacher, "WORD": answers.word}.items():
        text = text.replace(f"name: @{name}@\n", f"name: {yaml_text(value)}\n").replace(f"@{name}@", value)
    return text


def _person(name: str, otherwise: str) -> str:
    found = slug(name, "_").replace("-", "_")
    return otherwise if not found or found in _ROLES or _reserved(found) else found


def yaml_text(text: str) -> str:
    """Return a text as it is written in YAML: as it stands where that is safe, in quotes where not."""
    easy = _EASY.fullmatch(text) and text.lower() not in _TRUTHS and text == text.strip()
    return text if easy else json.dumps(text, ensure_ascii=False)


_PACK = """\
# WHAT THIS PACK IS. A pack is this folder. Send it to somebody, and they can play it.
pack: @ID@
format: 1
version: 1.0.0
title: @TITLE@
about: A first pack, made by `scsgame pack new`. Change what you like.
"""
