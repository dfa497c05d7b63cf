"""What the archive says when it can not do what was asked: always a sentence, never a traceback.

The tree is drawn at the top of the room, in `__init__.py`.
"""

from __future__ import annotations

import errno
import os

from scsgame.terms import Safe, safe
from scsgame.tongue import Phrase, phrase


class SaveError(Exception):
    """Something about a save went wrong; `str()` of it is a sentence for the player."""

    def __init__(self, sentence: str) -> None:
        """Keep the sentence, made showable."""
        super().__init__(safe(sentence))

    @property
    def sentence(self) -> Safe:
        """The words to show."""
        return safe(str(self))


class NoSuchSave(SaveError):
    """No save goes by this name, or more than one does."""


class SaveInUse(SaveError):
    """Another program holds this save open for writing."""


class NotASave(SaveError):
    """The file is no save: empty, foreign, too large, a link, a pipe, or not readable."""


class NewerSave(SaveError):
    """A later scsgame made this save; this one leaves it alone."""


class DamagedSave(SaveError):
    """Something inside the save was changed; `whole` choices before the damage can be trusted."""

    def __init__(self, sentence: str, whole: int = 0) -> None:
        """Keep the sentence and how many choices are whole."""
        super().__init__(sentence)
        self.whole = whole


class NotSaved(SaveError):
    """What was just chosen is not on the disk."""


_REASONS = {
    errno.ENOSPC: Phrase("disk.full", "the disk is full"),
    errno.EDQUOT: Phrase("disk.share_full", "your share of the disk is full"),
    errno.EFBIG: Phrase("disk.no_growth", "the file may not grow any more"),
    errno.EIO: Phrase("disk.error", "the disk reports an error"),
    errno.EACCES: Phrase("disk.not_allowed", "this account may not do that there"),
    errno.EPERM: Phrase("disk.not_allowed", "this account may not do that there"),
    errno.EROFS: Phrase("disk.read_only", "the disk can only be read"),
    errno.ENOENT: Phrase("disk.not_there", "it is not there"),
    errno.ENOTDIR: Phrase("disk.a_file", "a part of the folder's path is a file"),
    errno.EEXIST: Phrase("disk.something_there", "something else already stands there"),
    errno.ENAMETOOLONG: Phrase("disk.long_name", "the name is too long"),
    errno.EMFILE: Phrase("disk.many_open", "too many files are open"),
    errno.ELOOP: Phrase("disk.a_link", "it is a link"),
}


def because(error: OSError) -> str:
    """Say in plain words why the computer refused."""
    if error.errno is None:
        return str(error) or phrase("disk.no_reason", "the computer gave no reason")
    reason = _REASONS.get(error.errno)
    return reason.read() if reason else os.strerror(error.errno)


def shown(name: str, limit: int = 60) -> Safe:
    """Make a name fit into a sentence: one line, not too long, nothing that steers a terminal."""
    words = " ".join(safe(name).split())
    return Safe(words if len(words) <= limit else words[: limit - 1] + "…")


def before_are(number: int) -> str:
    """Write "1 choice before it is" or "41 choices before it are"."""
    return phrase("save.before_are", "{choices} before it {number|is|are}", choices=count(number), number=number)


def count(number: int) -> str:
    """Write "1 choice" or "41 choices"."""
    return phrase("save.choices", "{number} {number|choice|choices}", number=f"{number:,}")
