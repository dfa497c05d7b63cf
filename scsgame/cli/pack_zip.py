"""The command that makes one file of a pack, to give away."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any

from scsgame.tongue import phrase


def add_commands(what: Any) -> None:
    """Add this command to the parser of `pack`."""
    zip_ = what.add_parser(
        "zip",
        help=phrase(
            "usage.zip", "make one file of a pack, the same bytes every time, with a hash of each file in it"
        ),
    )
    zip_.add_argument("path", type=Path, metavar="PATH", help=phrase("usage.zip.path", "the pack's folder"))
    zip_.add_argument(
        "--out",
        type=Path,
        metavar="FILE",
        help=phrase("usage.zip.out", "where to put it (default: ID-VERSION.zip, here)"),
    )
    zip_.add_argument(
        "--anyway", action="store_true", help=phrase("usage.zip.anyway", "although the pack has errors")
    )
    zip_.add_argument(
        "--replace",
        action="store_true",
        help=phrase("usage.zip.replace", "in the place of another file of that name"),
    )
    zip_.set_defaults(run=_zip)


def _zip(options: argparse.Namespace) -> int:
    from scsgame.packs.problems import report
    from scsgame.workshop.zipping import store, zipped

    made, errors = zipped(options.path)
    if not made.files:
        print(
            report(errors)
            if errors
            else phrase("zip.no_pack", "scsgame: there is no pack at {path}.", path=options.path.as_posix()),
            file=sys.stderr,
        )
        return 2
    if errors and not options.anyway:
        print(report(errors), file=sys.stderr)
        print(
            phrase(
                "zip.errors",
                "scsgame: this pack has {count} {count|error|errors}, so no zip was made. --anyway makes one.",
                count=len(errors),
            ),
            file=sys.stderr,
        )
        return 1
    out: Path = options.out or Path(made.name)
    if out.exists() and not options.replace and (not out.is_file() or out.read_bytes() != made.content):
        print(
            phrase(
                "zip.there",
                "scsgame: {file} is there already and is something else. --replace puts this in its place.",
                file=out.as_posix(),
            ),
            file=sys.stderr,
        )
        return 2
    if not out.parent.is_dir():
        print(
            phrase("zip.no_folder", "scsgame: there is no folder {folder}.", folder=out.parent.as_posix()),
            file=sys.stderr,
        )
        return 2
    store(out, made.content)
    print(
        phrase(
            "zip.made",
            "{file}: {count} {count|file|files}, {bytes} bytes.",
            file=out.as_posix(),
            count=made.files,
            bytes=f"{len(made.content):,}",
        )
    )
    print(f"SHA-256 {made.digest}")
    walks = sum(1 for _ in options.path.rglob("*.walk"))
    if walks:
        print(phrase("zip.walks", "Walks and laws stay with you: {count} {count|file|files} of them.", count=walks))
    return 0
