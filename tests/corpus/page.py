"""The authors' page of the forty commonest mistakes, printed from what the checker says of them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from textwrap import dedent

from corpus.scoring import Judged
from corpus.slips import HERE

PAGE: Path = HERE.parent.parent / "docs" / "authors" / "mistakes.md"
_LINES = 8
_SHOWN = 2

_HEAD = """\
<!-- Printed by `python scripts/score_messages.py --write` from tests/corpus. Change it there. -->

# Forty mistakes, and what the checker says

These are the mistakes that people make most when they write their first pack. Each shows what was written, what
`scsgame pack check` says, and what should stand there. The checker reads on after a mistake, so several are said in one run.
A slip in the YAML itself costs its own entry only: the rest of the file is read, and what is wrong there is said too. `scsgame pack explain CODE` says more about the word in square
brackets. An arrow → stands for a tab, and ␣ for a blank that is none.
"""


def page(judged: Sequence[Judged]) -> str:
    """Print the page."""
    parts = [_HEAD]
    topic, number = "", 0
    for one in judged:
        if not one.slip.common:
            continue
        if one.slip.topic != topic:
            topic = one.slip.topic
            parts.append(f"## {topic}\n")
        number += 1
        parts.append(_entry(one, number))
    return "\n".join(parts)


def _entry(one: Judged, number: int) -> str:
    parts = [f"### {number}. {one.slip.says}\n"]
    if one.line:
        parts.append(f"```yaml\n{_some(one.written)}\n```\n")
    said = "\n".join(str(problem) for problem in one.problems[:_SHOWN]) or "(nothing)"
    if len(one.problems) > _SHOWN:
        said += f"\nand {len(one.problems) - _SHOWN} more."
    parts.append(f"The checker says:\n\n```text\n{said}\n```\n")
    right = one.before
    if one.slip.mended:
        right = one.before.replace(one.slip.patches[0].find, one.slip.mended)
    if one.line and right.strip():
        parts.append(f"Right:\n\n```yaml\n{_some(right)}\n```\n")
    return "\n".join(parts)


def _some(text: str) -> str:
    lines = [line.replace("\t", "→").replace("\u00a0", "␣") for line in text.split("\n")]
    cut = [*lines[:_LINES], *(["…"] if len(lines) > _LINES else [])]
    return dedent("\n".join(cut))
