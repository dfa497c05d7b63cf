"""The command that brings files into their canonical form."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any

from scsgame.tongue import phrase


def add_commands(what: Any) -> None:
    """Add this command to the parser of `pack`."""
    fmt = what.add_parser(
        "fmt",
        help=phrase("usage.fmt", "bring files into their canonical form; only white space moves, comments stay"),
    )
    fmt.add_argument(
        "path",
        nargs="*",
        type=Path,
        metavar="PATH",
        help=phrase("usage.fmt.path", "folders or files (default: the pack one stands in)"),
    )
    fmt.add_argument(
        "--check",
        action="store_true",
        help=phrase("usage.fmt.check", "change nothing; say which files would change, and fail if any would"),
    )
    fmt.set_defaults(run=_fmt)


def _fmt(options: argparse.Namespace) -> int:
    from scsgame.workshop.fmt import UNREADABLE, Formed, canonical, files
    from scsgame.workshop.placing import put

    paths: list[Path] = options.path or [Path()]
    if not options.path and not Path("pack.yaml").is_file():
        print(
            phrase("fmt.no_pack", "scsgame: there is no pack.yaml here; say which folder or file is meant."),
            file=sys.stderr,
        )
        return 2
    missing = [path for path in paths if not path.exists()]
    if missing:
        print(phrase("fmt.missing", "scsgame: there is no {path}.", path=missing[0].as_posix()), file=sys.stderr)
        return 2
    seen = changed = broken = 0
    would = phrase("fmt.would", "would change") if options.check else phrase("fmt.changed", "changed")
    for file in (file for path in paths for file in files(path)):
        seen += 1
        try:
            before = file.read_bytes().decode("utf-8")
            formed = canonical(before)
        except UnicodeDecodeError:
            before, formed = "", Formed("", UNREADABLE)
        if formed.reason:
            print(phrase("fmt.left", "{file}: left as it is: {why}.", file=file.as_posix(), why=formed.reason))
            broken += formed.reason == UNREADABLE
        elif formed.text != before:
            changed += 1
            if not options.check:
                try:
                    put(file, formed.text)
                except OSError as error:
                    print(
                        phrase(
                            "fmt.unwritable",
                            "scsgame: {file} cannot be written: {why}.",
                            file=file.as_posix(),
                            why=(error.strerror or phrase("schema.disk", "the disk refuses")).lower(),
                        ),
                        file=sys.stderr,
                    )
                    return 1
            print(phrase("fmt.file", "{file}: {what}", file=file.as_posix(), what=would))
    print(phrase("fmt.sum", "{count} {count|file|files}, {changed} {what}, {broken} cannot be read.", count=seen,
                 changed=changed, what=would, broken=broken))  # fmt: skip
    return 1 if broken or (options.check and changed) else 0
