"""The command that brings files into their canonical form."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any


def add_commands(what: Any) -> None:
    """Add this command to the parser of `pack`."""
    fmt = what.add_parser("fmt", help="bring files into their canonical form; only white space moves, comments stay")
    fmt.add_argument(
        "path", nargs="*", type=Path, metavar="PATH", help="folders or files (default: the pack one stands in)"
    )
    fmt.add_argument(
        "--check", action="store_true", help="change nothing; say which files would change, and fail if any would"
    )
    fmt.set_defaults(run=_fmt)


def _fmt(options: argparse.Namespace) -> int:
    from scsgame.workshop.fmt import UNREADABLE, Formed, canonical, files
    from scsgame.workshop.placing import put

    paths: list[Path] = options.path or [Path()]
    if not options.path and not Path("pack.yaml").is_file():
        print("scsgame: there is no pack.yaml here; say which folder or file is meant.", file=sys.stderr)
        return 2
    missing = [path for path in paths if not path.exists()]
    if missing:
        print(f"scsgame: there is no {missing[0].as_posix()}.", file=sys.stderr)
        return 2
    seen = changed = broken = 0
    for file in (file for path in paths for file in files(path)):
        seen += 1
        try:
            before = file.read_bytes().decode("utf-8")
            formed = canonical(before)
        except UnicodeDecodeError:
            before, formed = "", Formed("", UNREADABLE)
        if formed.reason:
            print(f"{file.as_posix()}: left as it is: {formed.reason}.")
            broken += formed.reason == UNREADABLE
        elif formed.text != before:
            changed += 1
            if not options.check:
                try:
                    put(file, formed.text)
                except OSError as error:
                    print(
                        f"scsgame: {file.as_posix()} cannot be written: {(error.strerror or 'the disk refuses').lower()}.",
                        file=sys.stderr,
                    )
                    return 1
            print(f"{file.as_posix()}: {'would change' if options.check else 'changed'}")
    would = "would change" if options.check else "changed"
    print(f"{seen} {'file' if seen == 1 else 'files'}, {changed} {would}, {broken} cannot be read.")
    return 1 if broken or (options.check and changed) else 0
