"""Make every slip that a hand makes, line by line, and see whether the checker tells it: the right line and cause, and nothing else.

    python scripts/every_slip.py                       every slip in every file of the small pack of tests/corpus
    python scripts/every_slip.py --shipped 600         so many slips by lot, in files of the shipped content
    python scripts/every_slip.py --list "one blank"    those of a kind that are not told well, with what was said
    python scripts/every_slip.py --quick               one slip in eight
    python scripts/every_slip.py --write               commit what is said of some of them (tests/corpus/every_slip.txt)

A slip that leaves the meaning as it was must be met with silence; of one that gives another meaning, just as right, nobody can
know. Of all others the table says how many were told in the right file, in the right line (or the one before or after it), by
their cause, and alone; and how often a second mistake, in another entry or in the same one, was told in the same run.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from corpus import trials  # noqa: E402


def main() -> int:
    """Try, print, and exit with 1 if something was said of a slip that is none."""
    asked = argparse.ArgumentParser(
        description="Make every slip that a hand makes, and see whether the checker tells it."
    )
    asked.add_argument(
        "--shipped", type=int, default=0, metavar="COUNT", help="so many slips in the shipped content instead"
    )
    asked.add_argument("--quick", action="store_true", help="one slip in eight")
    asked.add_argument(
        "--list", default="", metavar="WORD", help="show the slips of these kinds that are not told well"
    )
    asked.add_argument("--seed", type=int, default=1, help="the lot (1)")
    asked.add_argument("--write", action="store_true", help="commit what is said of some slips of each kind")
    options = asked.parse_args()
    if options.write:
        trials.GOLDEN.write_text(trials.golden(), "utf-8")
        print(f"written: {trials.GOLDEN.relative_to(ROOT)}")
        return 0
    if options.shipped:
        run = trials.trials("content", trials.SHIPPED, options.shipped, options.seed)
    else:
        run = trials.trials(most=700 if options.quick else 0, seed=options.seed)
    found = list(run)
    for one in found if options.list else ():
        if options.list in one.slip.kind and one.counts and not (one.at and one.alone and one.cause is not False):
            print(trials.said(one), end="\n\n")
    table = trials.rows(found)
    print(trials.table(table))
    return 1 if table["all"].loud else 0


if __name__ == "__main__":
    sys.exit(main())
