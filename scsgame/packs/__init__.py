"""YAML at the door: content becomes lives and regimes, or a list of problems.

shelves     where files come from: folders and zips, within limits
reader      one file's YAML -> data and the place of everything in it
forms       ONE table: the shape of every kind of file
manifest    what pack.yaml says: format, version (versions), what it needs; older formats by a table (migrations)
kinship     before anything is checked: what extends what (extends), what overrides what (overrides), put together by
            name (things) and field (merging)
examine     everything that is wrong, in one run
lives, regimes, cases, nouns        what is right, as frozen nouns; binding puts them together
cache       what was read and found right, kept as plain data (tables, columns, trees) in sealed lines (sealed): an index with
            the covers of lives and regimes (covers), and what is opened when it is asked for (stacks, unread)
library     finds packs and loads them; where nothing kept fits, it reads them anew

    library = load()                    everything that can be played, or PackError
    report = check([Path("my_pack")])   every problem, with file, line and column
"""

from scsgame.packs.cases import Case, Deed, Outcome
from scsgame.packs.library import Report, check, load
from scsgame.packs.nouns import Fact, Library, PackInfo, Sources
from scsgame.packs.problems import PackError, Problem, report

__all__ = [
    "Case", "Deed", "Fact", "Library", "Outcome", "PackError", "PackInfo", "Problem", "Report", "Sources",
    "check", "load", "report",
]  # fmt: skip
