"""The command that gives translators a table of a pack's texts, and takes it back."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from scsgame.workshop.strings import Strings


def add_commands(what: Any) -> None:
    """Add this command to the parser of `pack`."""
    strings = what.add_parser("strings", help="texts for translators: what is translated, a table of it, and back")
    strings.add_argument("path", nargs="?", type=Path, default=None, metavar="PATH", help="a pack (left out: the one you stand in, or the game's own)")  # fmt: skip
    strings.add_argument("--language", required=True, metavar="LANGUAGE", help="into which language, such as zh")
    way = strings.add_mutually_exclusive_group()
    way.add_argument("--out", type=Path, metavar="FILE.csv", help="write the table to this file (- for the screen)")
    way.add_argument(
        "--in", type=Path, dest="back", metavar="FILE.csv", help="take a table back into strings.LANGUAGE.yaml"
    )
    strings.set_defaults(run=_strings)


def _strings(options: argparse.Namespace) -> int:
    from scsgame.packs import report
    from scsgame.packs.astray import here, nowhere
    from scsgame.packs.strings import language_of
    from scsgame.workshop.strings import Strings, as_csv

    if not language_of(f"strings.{options.language}.yaml"):
        print(f'scsgame: "{options.language}" is no code of a language, such as zh, fr or pt-BR.', file=sys.stderr)
        return 2
    options.path = options.path or next(iter(here()), None)
    if options.path is not None and not options.path.exists():
        print(f"scsgame: {nowhere(options.path)}", file=sys.stderr)
        return 2
    found = Strings(options.path, options.language)
    if found.examined.errors:
        print(report(found.examined.errors), file=sys.stderr)
        return 1
    if options.out is not None:
        text = as_csv(found.rows())
        if str(options.out) == "-":
            print(text.removeprefix("\ufeff"), end="")
            return 0
        options.out.write_text(text, encoding="utf-8", newline="")
    if options.back is not None:
        return _take(found, options.back)
    for line in count_lines(found):
        print(line)
    return 0


def count_lines(found: Strings) -> list[str]:
    """Return how much is translated, folder by folder."""
    counts = found.counts()
    lines = []
    wide = max((len(count.folder or "the pack") for count in counts), default=0)
    for count in counts:
        share = count.translated / count.texts
        changed = f", {count.changed} changed since" if count.changed else ""
        name = (count.folder or "the pack").ljust(wide)
        lines.append(
            f"{name}  {count.translated:>5,} of {count.texts:>5,} texts in {found.language}, {share:>4.0%}{changed}"
        )
    whole = sum(count.texts for count in counts)
    done = sum(count.translated for count in counts)
    lines.append(
        f"{'all'.ljust(wide)}  {done:>5,} of {whole:>5,} texts in {found.language}, {done / max(1, whole):>4.0%}"
    )
    return lines


def _take(found: Strings, back: Path) -> int:
    from scsgame.workshop.placing import put
    from scsgame.workshop.strings import LARGEST, from_csv

    if not found.root.is_dir():
        print("scsgame: a zip is not written into; unpack it first.", file=sys.stderr)
        return 2
    if not back.is_file() or back.stat().st_size > LARGEST:
        print(f'scsgame: there is no table "{back}", or it is too large to be one.', file=sys.stderr)
        return 2
    try:
        text = back.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError:
        print("scsgame: the table is not UTF-8 text; save it as CSV UTF-8.", file=sys.stderr)
        return 1
    rows, trouble = from_csv(text)
    files, wrong = found.take(rows) if not trouble else ({}, [trouble])
    if wrong:
        for line in wrong[:50]:
            print(line, file=sys.stderr)
        print(
            f"{len(wrong)} {'problem' if len(wrong) == 1 else 'problems'}, so nothing was written.", file=sys.stderr
        )
        return 1
    for name, content in sorted(files.items()):
        put(found.root / name, content)
        print(f"wrote {name}")
    if not files:
        print("nothing has changed.")
    return 0
