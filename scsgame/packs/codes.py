"""The page behind each code of a problem: why it is one, an example that earns it, and the example mended.

The pages themselves stand in `pages/`. Tests run both examples of every page inside the specimen pack.
"""

from __future__ import annotations

from dataclasses import dataclass
from textwrap import fill, indent


@dataclass(frozen=True)
class Page:
    """What `scsgame pack explain` says of one code.

    `where` is a file, or a spot of the specimen pack. A page whose fault cannot be shown in a line of YAML
    (a file too large, a broken zip) has no examples.
    """

    code: str
    why: str
    where: str = ""
    wrong: str | None = ""
    right: str | None = ""

    def __str__(self) -> str:
        from scsgame.packs.specimen import spot_of

        parts = [self.code, "", fill(" ".join(self.why.split()), 88)]
        if self.where:
            parts += [
                "",
                f"Wrong, in {spot_of(self.where)}:",
                "",
                _shown(self.wrong),
                "",
                "Right:",
                "",
                _shown(self.right),
            ]
        return "\n".join(parts)


SHOWN = 14
"""Of an example with more lines, as many at its beginning and its end are shown."""


def _shown(snippet: str | None) -> str:
    if snippet is None:
        return "    (no such file)"
    lines = snippet.rstrip("\n").split("\n")
    if len(lines) > SHOWN:
        half = SHOWN // 2 - 1
        lines = [*lines[:half], f"… and {len(lines) - 2 * half} lines more of this kind …", *lines[-half:]]
    return indent("\n".join(lines), "    ") or "    (nothing)"


def pages() -> dict[str, Page]:
    """Return every page by its code."""
    from scsgame.packs.pages import (
        atlas,
        endings_and_lives,
        parts,
        reading,
        references,
        regimes,
        sharing,
        strings,
        values,
    )

    every = (
        reading.PAGES,
        values.PAGES,
        references.PAGES,
        endings_and_lives.PAGES,
        atlas.PAGES,
        parts.PAGES,
        regimes.PAGES,
        sharing.PAGES,
        strings.PAGES,
    )
    return {page.code: page for chapter in every for page in chapter}


def explain(code: str) -> str:
    """Return the page of a code as text, or say which codes are like it."""
    from scsgame.packs.problems import nearest, quoted

    known = pages()
    if code in known:
        return str(known[code])
    near = nearest(code, known)
    return f"There is no code {quoted(code)}." + (f" Did you mean {quoted(near)}?" if near else "")
