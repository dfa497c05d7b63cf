"""The command that makes one file of a pack, to give away."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any


def add_commands(what: Any) -> None:
    """Add this command to the parser of `pack`."""
    zip_ = what.add_parser(
        "zip", help="make one file of a pack, the same bytes every time, with a hash of each file in it"
    )
    zip_.add_argument("path", type=Path, metavar="PATH", help="the pack's folder")
    zip_.add_argument("--out", type=Path, metavar="FILE", help="where to put it (default: ID-VERSION.zip, here)")
    zip_.add_argument("--anyway", action="store_true", help="although the pack has errors")
    zip_.add_argument("--replace", action="store_true", help="in the place of another file of that name")
    zip_.set_defaults(run=_zip)


def _zip(options: argparse.Namespace) -> int:
    from scsgame.packs.problems import report
    from scsgame.workshop.zipping import store, zipped

    made, errors = zipped(options.path)
    if not made.files:
        print(
            report(errors) if errors else f"scsgame: there is no pack at {options.path.as_posix()}.", file=sys.stderr
        )
        return 2
    if errors and not options.anyway:
        print(report(errors), file=sys.stderr)
        print(f"scsgame: this pack has {len(errors)} {'error' if len(errors) == 1 else 'errors'}, so no zip was made. "
              "--anyway makes one.", file=sys.stderr)  # fmt: skip
        return 1
    out: Path = options.out or Path(made.name)
    if out.exists() and not options.replace and (not out.is_file() or out.read_bytes() != made.content):
        print(
            f"scsgame: {out.as_posix()} is there already and is something else. --replace puts this in its place.",
            file=sys.stderr,
        )
        return 2
    if not out.parent.is_dir():
        print(f"scsgame: there is no folder {out.parent.as_posix()}.", file=sys.stderr)
        return 2
    store(out, made.content)
    print(f"{out.as_posix()}: {made.files} {'file' if made.files == 1 else 'files'}, {len(made.content):,} bytes.")
    print(f"SHA-256 {made.digest}")
    walks = sum(1 for _ in options.path.rglob("*.walk"))
    if walks:
        print(f"Walks and laws stay with you: {walks} {'file' if walks == 1 else 'files'} of them.")
    return 0
