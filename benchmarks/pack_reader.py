"""Reading a pack once, in a process of its own: `python -m benchmarks.pack_reader ours|floor FOLDER`.

Prints the CPU seconds, the memory it took at most beyond what the program itself needs, and what was found, as JSON.
"""

from __future__ import annotations

import json
import re
import sys
import time
from pathlib import Path


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


def main(which: str, folder: Path) -> None:
    """Read a pack and say what it cost."""
    found: dict[str, object] = {}
    if which == "ours":
        from scsgame.packs.library import report_on
        from scsgame.packs.shelves import fetch

        before, began = most_memory(), time.process_time()
        report = report_on([fetch(folder, "large", core=True)])
        spent, after = time.process_time() - began, most_memory()
        errors = len(report.errors)
        found = {"scenes": report.scenes, "errors": errors, "warnings": len(report.problems) - errors}
        found["first"] = str(report.problems[0].message) if report.problems else ""
    else:
        import yaml

        paths = sorted(folder.rglob("*.yaml"))
        before, began = most_memory(), time.process_time()
        data = [yaml.load(path.read_text(encoding="utf-8"), yaml.CSafeLoader) for path in paths]
        spent, after = time.process_time() - began, most_memory()
        found = {
            "scenes": sum(len(part) for part in data if isinstance(part, list)),
            "errors": 0,
            "warnings": 0,
            "first": "",
        }
    print(json.dumps({"cpu": spent, "peak": after - before, **found}))


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
