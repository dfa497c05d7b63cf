"""Reading a pack once, in a process of its own: `python -m benchmarks.pack_reader WAY FOLDER`.

Prints the CPU seconds, the memory it took at most beyond what the program itself needs, and what was found, as JSON.
What each way (floor, checked, built, verdict, kept, opened, looked) means is said where it is done.
"""

from __future__ import annotations

import json
import re
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any


def most_memory() -> int:
    """Return the most bytes of memory this process has held so far, or 0 where the system does not tell."""
    try:
        found = re.search(r"VmHWM:\s+(\d+) kB", Path("/proc/self/status").read_text(encoding="utf-8"))
    except OSError:
        found = None
    if found:
        return int(found[1]) * 1024
    try:
        import resource
    except ImportError:
        return 0
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)


def floor(folder: Path) -> Callable[[], dict[str, Any]]:
    """Load every file with PyYAML's C loader, keep the plain data, check nothing."""
    import yaml

    paths = sorted(folder.rglob("*.yaml"))

    def run() -> dict[str, Any]:
        data = [yaml.load(path.read_text(encoding="utf-8"), yaml.CSafeLoader) for path in paths]
        return {"scenes": sum(len(part) for part in data if isinstance(part, list)), "kept": data}

    return run


def checked(folder: Path, *, built: bool = False) -> Callable[[], dict[str, Any]]:
    """Fetch the pack, read it, say everything that is wrong with it; `built`: and make lives and regimes of it."""
    import scsgame.packs.binding
    import scsgame.packs.examine  # noqa: F401
    from scsgame.packs.library import report_on
    from scsgame.packs.shelves import fetch

    def run() -> dict[str, Any]:
        report = report_on([fetch(folder, "large", core=True)], built=built)
        errors = len(report.errors)
        first = str(report.problems[0].message) if report.problems else ""
        return {"scenes": report.scenes, "errors": errors, "warnings": len(report.problems) - errors, "first": first,
                "places": [(problem.path, problem.line) for problem in report.errors][:1000], "kept": report}  # fmt: skip

    return run


def alone(folder: Path) -> None:
    """Let this pack be the only one there is."""
    from scsgame.packs import library

    library.core_content = lambda: folder
    library.user_packs = lambda: folder / "none"


def verdict(folder: Path) -> Callable[[], dict[str, Any]]:
    """Check a pack that has been checked before, as `pack check` does, proofs and all."""
    from scsgame.workshop.checking import check_packs

    alone(folder)
    check_packs()

    def run() -> dict[str, Any]:
        found = check_packs()
        return {"scenes": found.scenes, "errors": found.errors, "kept": found}

    return run


def unchanged(folder: Path, *, opened: bool = False, looked: bool = False) -> Callable[[], dict[str, Any]]:
    """Load a pack that is in the cache; `opened`: and take every life and every regime of it in hand.

    `looked`: and look at every scene of them, so that nothing is left unread.
    """
    import scsgame.packs.tables
    import scsgame.regime.charter  # noqa: F401
    from scsgame.packs import library

    alone(folder)
    library.load()

    def run() -> dict[str, Any]:
        found = library.load()
        places = [*found.lives.values(), *found.regimes.values()] if opened else []
        scenes = [scene for place in places for scene in getattr(place, "scenes", None) or place.encounters]
        choices = sum(len(scene.choices) for scene in scenes) if looked else 0
        return {"scenes": len(scenes), "choices": choices, "kept": found}

    return run


WAYS: dict[str, Callable[[Path], Callable[[], dict[str, Any]]]] = {
    "floor": floor,
    "checked": checked,
    "built": lambda folder: checked(folder, built=True),
    "verdict": verdict,
    "kept": unchanged,
    "opened": lambda folder: unchanged(folder, opened=True),
    "looked": lambda folder: unchanged(folder, opened=True, looked=True),
}


def main(which: str, folder: Path) -> None:
    """Read a pack and say what it cost."""
    run = WAYS[which](folder)
    before, began = most_memory(), time.process_time()
    found = run()
    spent, after = time.process_time() - began, most_memory()
    found.pop("kept")
    print(json.dumps({"cpu": spent, "peak": after - before, **found}))


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
