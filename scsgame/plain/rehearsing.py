"""Rehearsing in plain lines: an edit is taken before the next line is answered, and `inspect` looks behind the moment."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from scsgame.plain.pages import section_lines
from scsgame.plain.play import moment_lines, play
from scsgame.workshop.rehearsal import Rehearsal


def rehearse(rehearsal: Rehearsal, source: Iterable[str], out: Callable[[str], None]) -> int:
    """Rehearse until the life or the input ends.

    Where an edit was taken, the line that was typed is not answered: it may have meant a choice that is another now.
    """

    def lines() -> Iterator[str]:
        for typed in source:
            edit = rehearsal.refresh()
            shown: list[str] = [f"* {line}" for line in edit.said()] if edit is not None else []
            taken, asked = edit is not None and edit.new, typed.strip().lower() in ("i", "inspect")
            if taken:
                shown += moment_lines(rehearsal.view())
            elif asked:
                shown += section_lines(rehearsal.inspect())
            for line in shown:
                out(line)
            if not (taken or asked):
                yield typed

    return play(rehearsal, lines(), out)
