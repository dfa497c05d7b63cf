"""`python -m benchmarks [NAME ...]`: print how fast scsgame is, each figure beside its floor."""

from __future__ import annotations

import argparse
import importlib
import json
import sys
import traceback

from benchmarks.figures import Result
from benchmarks.machine import machine

NAMES = ("start", "keys", "turns", "conditions", "packs", "saves", "debrief")


def run(name: str, runs: int, long: bool) -> list[Result]:
    """Return what one benchmark measured; one that cannot run says so and does not stop the others."""
    try:
        found: list[Result] = importlib.import_module(f"benchmarks.{name}").measure(runs, long)
    except Exception as error:  # whatever is broken is worth a sentence
        where = traceback.extract_tb(error.__traceback__)[-1]
        said = str(error).strip().split("\n")[0][:200]
        return [Result(name, "not measured", "", skipped=f"{type(error).__name__} in {where.name}: {said}")]
    return found


def main() -> int:
    """Run the benchmarks asked for and print them."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks", description="How fast scsgame is, as ratios to a floor measured in the same run."
    )
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"some of: {', '.join(NAMES)} (default: all)")
    parser.add_argument("--quick", action="store_true", help="fewer runs")
    parser.add_argument("--long", action="store_true", help="a pack of 10,000 scenes too")
    parser.add_argument("--json", action="store_true", help="print data instead of tables")
    parser.add_argument("--profile", action="store_true", help="only: where the time of headless play goes")
    options = parser.parse_args()
    unknown = [name for name in options.names if name not in NAMES]
    if unknown:
        parser.error(f'there is no benchmark "{unknown[0]}"; there are {", ".join(NAMES)}')
    if options.profile:
        from benchmarks.turns import profile

        print(machine())
        print(profile())
        return 0
    runs = 3 if options.quick else 9
    place = machine()
    results = []
    if not options.json:
        print(
            f"{place}; {runs} rounds and more, in turn; ratios are medians of rounds. Trust ratios, not seconds.",
            flush=True,
        )
    for name in options.names or NAMES:
        for result in run(name, runs, options.long):
            results.append(result)
            if not options.json:
                print(f"\n{result}", flush=True)
    if options.json:
        json.dump({"machine": place, "results": [result.as_data() for result in results]}, sys.stdout, indent=1)
        print()
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
