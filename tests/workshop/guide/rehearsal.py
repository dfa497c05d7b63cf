"""A page of docs/authors, done as a reader would do it: every command typed, every edit made, every output compared.

    python tests/workshop/guide/rehearsal.py        writes the true output into the pages

What is done stands in the page as notes that a browser does not show, each before the block it is about:

    <!-- type: 1 | 2 -->        what is typed while the next console block's last command runs
    <!-- find in: FILE -->      the next block is in this file; the block after the note `make it` replaces it
    <!-- make it -->
    <!-- add to: FILE -->       the next block goes to the end of this file
    <!-- new file: FILE -->     the next block is this file
"""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

PAGES = Path(__file__).resolve().parents[3] / "docs" / "authors"
PIECES = re.compile(
    r"<!-- (type|find in|make it|add to|new file)(?:: ([^\n]*?))? -->\n|```(\w*)\n(.*?)```", re.DOTALL
)
ANY = "…"
_COUNTS = re.compile(r"(?m)^scsgame [0-9].*|\d+(?= files of other packs)")
"""What grows with the game: its version, and how many files it has itself."""


_OTHERS = re.compile(r"(?m)^content/.*\n(?: .*\n)*")
"""Warnings about the game's own content, which are no reader's business and are tested elsewhere."""


def rehearse(page: str, folder: Path, refresh: bool = False) -> str:
    """Do everything a page says, in an empty folder; return the page with the output that came."""
    note, typed, sought, home = ("", ""), "", ("", ""), folder
    made, at = [], 0
    for piece in PIECES.finditer(page):
        made.append(page[at : piece.start()])
        at = piece.end()
        kind, what, language, block = piece.groups()
        shown = piece[0]
        if kind == "type":
            typed = what
        elif kind:
            note = (kind, what or "")
        elif language == "console":
            home, new = _console(block, folder, home, typed, refresh)
            shown, typed = f"```console\n{new}```", ""
        elif note[0]:
            sought = _edit(note, block, folder, sought)
            note = ("", "")
        made.append(shown)
    return "".join((*made, page[at:]))


def _console(block: str, folder: Path, home: Path, typed: str, refresh: bool) -> tuple[Path, str]:
    """Type the commands of a block; return where one stands then, and the block with what came."""
    parts = re.split(r"(?m)^(?=\$ )", block)
    assert parts[0] == "", f"a console block begins with a command: {block!r}"
    made = []
    for number, part in enumerate(parts[1:], 1):
        line, _, expected = part.partition("\n")
        words = shlex.split(line[2:])
        if words[0] == "cd":
            home = (home / words[1]).resolve()
            assert home.is_dir() and home.is_relative_to(folder.resolve()), line
            said = ""
        else:
            assert words[0] == "scsgame", f"only scsgame and cd can be typed: {line}"
            said = run(
                words[1:],
                home,
                [word.strip() for word in typed.split("|")] if number == len(parts) - 1 and typed else [],
            )
        if refresh and ANY not in expected.split("\n"):
            expected = said
        assert fits(said, expected), f"{line}\nshould say:\n{expected}\nsays:\n{said}"
        made.append(f"{line}\n{expected}")
    return home, "".join(made)


def run(words: list[str], home: Path, typed: list[str]) -> str:
    """Run scsgame with these words in this folder, and return all that it says."""
    root = str(PAGES.parents[1])
    place = {**os.environ, "PYTHONPATH": root, "PYTHONIOENCODING": "utf-8"}
    done = subprocess.run(
        [sys.executable, "-m", "scsgame", *words], cwd=home, env=place, input="".join(f"{line}\n" for line in typed),
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8", timeout=120, check=False,
    )  # fmt: skip
    assert "Traceback" not in done.stdout, done.stdout
    said, others = _OTHERS.subn("", done.stdout)
    said = re.sub(r"(\d+) warnings?", lambda found: _warnings(int(found[1]) - others), said)
    return "\n".join(line.rstrip() for line in said.split("\n"))


def _warnings(count: int) -> str:
    return f"{count} warning{'' if count == 1 else 's'}"


def fits(said: str, expected: str) -> bool:
    """Tell whether an output is as expected; a line of three dots stands for any lines."""
    said, expected = _COUNTS.sub("N", said), _COUNTS.sub("N", expected)
    pattern = "".join(
        r"(?:.*\n)*?" if line == ANY else re.escape(line) + r"\n" for line in expected.rstrip("\n").split("\n")
    )
    return re.fullmatch(pattern, said.rstrip("\n") + "\n") is not None


def _edit(note: tuple[str, str], block: str, folder: Path, sought: tuple[str, str]) -> tuple[str, str]:
    """Change a file as a reader would; return what was sought, for the block that replaces it."""
    kind, path = note
    if kind == "find in":
        text = (folder / path).read_text("utf-8")
        assert text.count(block) == 1, f"{path} has this {text.count(block)} times:\n{block}"
        return path, block
    if kind == "make it":
        path, old = sought
        place = folder / path
        place.write_text(place.read_text("utf-8").replace(old, block), "utf-8")
    elif kind == "new file":
        assert not (folder / path).exists()
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(block, "utf-8")
    else:
        place = folder / path
        place.write_text(place.read_text("utf-8") + block, "utf-8")
    return "", ""


def quietly(home: Path) -> None:
    """Let no setting of this machine reach the game: no packs of the user, saves in a place of their own."""
    home.mkdir(exist_ok=True)
    os.environ.update(HOME=str(home), XDG_DATA_HOME=str(home), XDG_CONFIG_HOME=str(home), SCSGAME_SAVES=f"{home}/saves",
                      SCSGAME_PACKS="", COLUMNS="90")  # fmt: skip


if __name__ == "__main__":
    import tempfile

    for name in sys.argv[1:] or ["first-pack.md"]:
        with tempfile.TemporaryDirectory() as place:
            quietly(Path(place, "home"))
            Path(place, "here").mkdir()
            new = rehearse((PAGES / name).read_text("utf-8"), Path(place, "here"), refresh=True)
        (PAGES / name).write_text(new, "utf-8")
