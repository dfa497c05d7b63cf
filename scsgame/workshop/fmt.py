"""A file in its canonical form: the same words, the same comments, the same meaning; only white space moves.

The form: two spaces for each level, lists two further in than their key, one space after `:` and `-` and `,`, none
inside brackets, at least two before a comment at the end of a line, no blank at the end of a line, at most one empty
line at a time. Lines are never joined or broken, and nothing is put in or out of quotes: how a text is wrapped is the
author's. Before a form is given back it is read again; if it does not say the same, the file is left as it was.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml

from scsgame.packs.reader import Map, Node, Seq, read
from scsgame.workshop.fmt_lines import EMPTY, GOES_ON, TEXT, Lines, OddError, written

UNREADABLE = "it cannot be read; `scsgame pack check` says why"
UNUSUAL = "its form is too unusual to be moved safely"


@dataclass(frozen=True)
class Formed:
    """A file's canonical form, or why it has none: `reason` is a sentence, and the text is as it was."""

    text: str
    reason: str = ""


def canonical(text: str) -> Formed:
    """Return the canonical form of a file. Never raises, and never changes what the file says."""
    before = read(text.removeprefix("\ufeff"))
    if before.root is None or not before.whole or before.slips:
        return Formed(text, UNREADABLE)
    tidy = text.removeprefix("\ufeff").replace("\r\n", "\n")
    try:
        made = _made(tidy)
    except (yaml.YAMLError, OddError, LookupError):
        return Formed(text, UNUSUAL)
    after = read(made)
    if after.slips or not same(before.root, after.root) or not _keeps_comments(tidy, made):
        return Formed(text, UNUSUAL)
    return Formed(made)


def same(one: Node | None, other: Node | None) -> bool:
    """Tell whether two files say the same: the same words in the same order."""
    if isinstance(one, Map) and isinstance(other, Map):
        return list(one) == list(other) and all(same(one[key], other[key]) for key in one)
    if isinstance(one, Seq) and isinstance(other, Seq):
        return len(one) == len(other) and all(same(a, b) for a, b in zip(one, other, strict=True))
    return one.__class__ is other.__class__ and one == other


def _keeps_comments(before: str, after: str) -> bool:
    """Tell whether nothing but white space has moved; comments are in no data, so they are looked at as letters."""
    return "".join(before.split()) == "".join(after.split())


def _made(text: str) -> str:
    form = Lines(text)
    made: list[str] = []
    kept = 0
    for row, line in zip(form.rows, form.lines, strict=True):
        if line.kind == EMPTY:
            if row.strip():
                raise OddError
            if made and made[-1]:
                made.append("")
            continue
        made.append(written(row, line))
        if line.kind in (TEXT, GOES_ON):
            kept = len(made)  # empty lines that belong to a text stay
    while len(made) > kept and not made[-1]:
        made.pop()
    return "\n".join(made) + "\n"


def files(path: Path) -> Iterator[Path]:
    """Return the files to look at: the one named, or every YAML file of a folder; links are passed over."""
    if path.is_file():
        yield path
        return
    for folder, folders, names in os.walk(path):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            found = Path(folder, name)
            if name.endswith(".yaml") and not name.startswith(".") and not found.is_symlink():
                yield found
