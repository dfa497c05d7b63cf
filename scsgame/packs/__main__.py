"""Check content from the command line: `python -m scsgame.packs [PATH ...]`."""

from __future__ import annotations

import sys
from pathlib import Path

from scsgame.packs.library import check
from scsgame.packs.problems import report


def main(arguments: list[str]) -> int:
    """Print every problem of the game's content and of these packs; return 1 if there are errors."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    found = check([Path(part) for part in arguments])
    if found.problems:
        print(report(found.problems))
    errors = len(found.errors)
    warnings = len(found.problems) - errors
    print(
        f"{found.files} files, {found.scenes} scenes, {found.regimes} regimes: {errors} errors, {warnings} warnings."
    )
    return 1 if errors else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
