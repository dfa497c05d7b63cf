"""Score the checker's messages on a corpus of broken packs such as novices make.

    python scripts/score_messages.py                   the table, and which packs fail what
    python scripts/score_messages.py --list failing    the same, with what was said and what was wanted
    python scripts/score_messages.py --json            everything, for other programs
    python scripts/score_messages.py --write           commit the score, and print docs/authors/mistakes.md anew

It exits with 1 when the messages have become worse than the committed score (tests/corpus/score.json).
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from corpus import page, scoring, slips  # noqa: E402


def main() -> int:
    """Score, print, and say whether anything became worse."""
    asked = argparse.ArgumentParser(description="Score the checker's messages on packs such as novices break.")
    asked.add_argument("--list", choices=("failing", "all"), help="show these packs, with what was said")
    asked.add_argument("--only", default="", metavar="WORD", help="only packs whose id or topic holds this word")
    asked.add_argument("--json", action="store_true", help="print JSON")
    asked.add_argument(
        "--write", action="store_true", help="commit the score if it has not fallen, and the page of mistakes"
    )
    options = asked.parse_args()
    chosen = tuple(slip for slip in slips.read_slips() if options.only in slip.id or options.only in slip.topic)
    if not chosen:
        print(f"There is no pack with {options.only!r} in its id or topic.", file=sys.stderr)
        return 2
    judged = scoring.judge_all(chosen)
    whole = not options.only
    fallen = scoring.worse(judged, scoring.recorded()) if whole and scoring.RECORD.is_file() else []
    if options.write and whole and not fallen:
        scoring.RECORD.write_text(json.dumps(scoring.record_of(judged), indent=1) + "\n", "utf-8")
        page.PAGE.write_text(page.page(judged), "utf-8")
        print(f"written: {scoring.RECORD.relative_to(ROOT)}, {page.PAGE.relative_to(ROOT)}", file=sys.stderr)
    if options.json:
        print(json.dumps(as_data(judged), ensure_ascii=False, indent=1))
    else:
        show(judged, options.list or "")
    for line in fallen:
        print(f"worse: {line}", file=sys.stderr)
    return 1 if fallen else 0


def show(judged: tuple[scoring.Judged, ...], which: str) -> None:
    """Print the packs that were asked for, and the table."""
    listed = [one for one in judged if which == "all" or one.failing]
    for one in listed if which else ():
        print(scoring.told(one), end="\n\n")
    print(scoring.score(judged).table())
    if not which:
        for name in scoring.CRITERIA:
            failing = [one.slip.id for one in judged if name in one.failing]
            if failing:
                print(f"\n{scoring.MEANT[name]}, not met by: {', '.join(failing)}")


def as_data(judged: tuple[scoring.Judged, ...]) -> dict[str, object]:
    """Return the score and every pack as plain data."""
    return {
        "score": scoring.record_of(judged),
        "packs": [
            {
                "id": one.slip.id,
                "says": one.slip.says,
                "topic": one.slip.topic,
                "file": one.slip.file,
                "line": one.line,
                "written": one.written,
                "met": dict(one.met),
                "said": [
                    {
                        "path": said.path,
                        "line": said.line,
                        "code": said.code,
                        "message": said.message,
                        "suggestion": said.suggestion,
                    }
                    for said in one.problems
                ],
            }
            for one in judged
        ],
    }


if __name__ == "__main__":
    sys.exit(main())
