"""The command that gives translators a table of a pack's texts, and takes it back."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from scsgame.tongue import phrase

if TYPE_CHECKING:
    from scsgame.workshop.strings import Strings


def add_commands(what: Any) -> None:
    """Add this command to the parser of `pack`."""
    strings = what.add_parser(
        "strings", help=phrase("usage.strings", "texts for translators: what is translated, a table of it, and back")
    )
    strings.add_argument("path", nargs="?", type=Path, default=None, metavar="PATH", help=phrase("usage.strings.path", "a pack (left out: the one you stand in, or the game's own)"))  # fmt: skip
    strings.add_argument(
        "--language",
        required=True,
        dest="into",
        metavar="LANGUAGE",
        help=phrase("usage.strings.language", "into which language, such as zh"),
    )
    way = strings.add_mutually_exclusive_group()
    way.add_argument(
        "--out",
        type=Path,
        metavar="FILE.csv",
        help=phrase("usage.strings.out", "write the table to this file (- for the screen)"),
    )
    way.add_argument(
        "--in",
        type=Path,
        dest="back",
        metavar="FILE.csv",
        help=phrase("usage.strings.in", "take a table back into strings.LANGUAGE.yaml"),
    )
    strings.set_defaults(run=_strings)


def _strings(options: argparse.Namespace) -> int:
    from scsgame.packs import report
    from scsgame.packs.astray import here, nowhere
    from scsgame.packs.strings import language_of
    from scsgame.workshop.strings import Strings
    from scsgame.workshop.strings_table import as_csv

    if not language_of(f"strings.{options.into}.yaml"):
        words = phrase(
            "strings.no_language", '"{word}" is no code of a language, such as zh, fr or pt-BR.', word=options.into
        )
        print(f"scsgame: {words}", file=sys.stderr)
        return 2
    options.path = options.path or next(iter(here()), None)
    if options.path is not None and not options.path.exists():
        print(f"scsgame: {nowhere(options.path)}", file=sys.stderr)
        return 2
    found = Strings(options.path, options.into)
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
    from scsgame.workshop.cells import cells, padded

    counts = found.counts()
    pack, every = phrase("strings.the_pack", "the pack"), phrase("strings.all", "all")
    names = [count.folder or pack for count in counts]
    wide = max(cells(name) for name in (*names, every))
    whole, done = sum(count.texts for count in counts), sum(count.translated for count in counts)
    rows = [(name, count.translated, count.texts, count.changed) for name, count in zip(names, counts, strict=True)]
    return [_count_line(padded(name, wide), found.language, *row) for name, *row in (*rows, (every, done, whole, 0))]


def _count_line(name: str, language: str, done: int, texts: int, changed: int) -> str:
    numbers = {"done": f"{done:>5,}", "texts": f"{texts:>5,}", "share": f"{done / max(1, texts):>4.0%}"}
    since = phrase("strings.changed_since", ", {count} changed since", count=changed) if changed else ""
    return phrase(
        "strings.count", "{name}  {done} of {texts} texts in {language}, {share}{since}", name=name, language=language,
        since=since, **numbers,
    )  # fmt: skip


def _take(found: Strings, back: Path) -> int:
    from scsgame.workshop.placing import put
    from scsgame.workshop.strings import LARGEST
    from scsgame.workshop.strings_table import decoded, from_csv

    if not found.root.is_dir():
        print(phrase("strings.a_zip", "scsgame: a zip is not written into; unpack it first."), file=sys.stderr)
        return 2
    if not back.is_file() or back.stat().st_size > LARGEST:
        print(
            phrase(
                "strings.no_file", 'scsgame: there is no table "{file}", or it is too large to be one.', file=back
            ),
            file=sys.stderr,
        )
        return 2
    text = decoded(back.read_bytes())
    if text is None:
        print(
            phrase("strings.not_utf8", "scsgame: the table is not UTF-8 text; save it as CSV UTF-8."), file=sys.stderr
        )
        return 1
    table = from_csv(text)
    taken = found.take(table)
    if taken.wrong:
        for line in taken.wrong[:50]:
            print(line, file=sys.stderr)
        more = len(taken.wrong)
        print(
            phrase("strings.problems", "{count} {count|problem|problems}, so nothing was written.", count=more),
            file=sys.stderr,
        )
        return 1
    for name, content in sorted(taken.files.items()):
        put(found.root / name, content)
        print(phrase("strings.wrote", "wrote {file}", file=name))
    if not taken.files:
        print(phrase("strings.nothing", "nothing has changed."))
    if taken.empty:
        print(
            phrase(
                "strings.empty",
                "{count} of {rows} rows have no translation and were left as they are.",
                count=taken.empty,
                rows=taken.rows,
            )
        )
    if table.unread:
        print(
            phrase(
                "strings.unread",
                "not read, because the game has no such column: {names}.",
                names=", ".join(table.unread),
            )
        )
    return 0
