"""One small bad pack per mistake, with the exact words it earns beside it.

Each folder of `err/` and `ok/` holds only the files that differ from the specimen pack. When words change, mend the
`.out` by hand, and read what you write as its reader would.
"""

from pathlib import Path

import pytest

from scsgame.packs import PackError, report
from scsgame.packs.library import report_on
from scsgame.packs.shelves import Shelf
from scsgame.packs.specimen import specimen

HERE = Path(__file__).parent
BAD = sorted(path for path in (HERE / "err").iterdir() if path.is_dir())
GOOD = sorted(path for path in (HERE / "ok").iterdir() if path.is_dir())


def problems(folder):
    shelf = Shelf("", specimen())
    for path in sorted(folder.rglob("*.yaml")):
        shelf.put(path.relative_to(folder).as_posix(), path.read_bytes())
    return report_on([shelf.seal()]).problems


@pytest.mark.parametrize("folder", BAD, ids=lambda folder: folder.name)
def test_a_bad_pack_says_exactly_this(folder):
    assert report(problems(folder)) + "\n" == folder.with_suffix(".out").read_text(encoding="utf-8")


@pytest.mark.parametrize("folder", GOOD, ids=lambda folder: folder.name)
def test_a_good_pack_is_met_with_silence(folder):
    assert problems(folder) == ()


def test_ten_mistakes_in_several_files_make_ten_messages_in_one_run():
    found = problems(HERE / "err" / "ten_mistakes")

    assert len(found) == 10
    assert len({problem.code for problem in found}) == 10
    assert len({problem.path for problem in found}) >= 4


def test_a_pack_error_carries_every_problem_in_order():
    found = problems(HERE / "err" / "ten_mistakes")

    assert PackError(reversed(found)).problems == tuple(sorted(found))


def test_no_more_than_fifty_problems_are_shown_and_the_rest_are_counted():
    found = problems(HERE / "err" / "ten_mistakes") * 6

    assert report(found).endswith("and 10 more.")
