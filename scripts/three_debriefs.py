"""Print the debriefs of three bots' lives with the same luck: a careless one, a careful one, and one that chooses at random.

python scripts/three_debriefs.py [--regime rongcheng,credit-china] [--seed aloud] [--whole] [BOT ...]

Without --whole only what stands on the first page of each chapter is printed: its sentences, and its picture in words.
"""

from __future__ import annotations

import argparse

from scsgame.debrief.story import Story, sections, story
from scsgame.game.chronicle import Chronicle, begin
from scsgame.game.moment import Setup
from scsgame.packs import Library, load
from scsgame.plain.pages import section_lines
from scsgame.session.bots import POLICIES
from scsgame.session.player import sources_of

BOTS = {"careless": "contrarian", "careful": "careful", "random": "random"}


def lived(library: Library, bot: str, regimes: tuple[str, ...], seed: str) -> Chronicle:
    """Live a student's life to its end as this bot lives it, holding to the first two values."""
    life = library.lives["student"]
    values = tuple(value.id for value in life.values[: life.pick_values])
    rooms = tuple(library.regimes[name] for name in regimes)
    chronicle = begin(Setup(life, rooms, library.vocabulary, seed, values=values))
    while not chronicle.over:
        chronicle = chronicle.then(POLICIES[bot](chronicle))
    return chronicle


def first_pages(told: Story) -> int:
    """Print what stands on the first page of each chapter, and return how many words that are."""
    words = 0
    for chapter in told.chapters:
        print(f"\n== {chapter.title} ==")
        for line in chapter.page.says:
            words += len(line.split())
            print(line)
        if chapter.page.picture is not None:
            print(f"   [{chapter.page.picture.title}]")
        behind = ", ".join(f"{one.title} ({len(one.turns)})" for one in chapter.page.findings)
        print(f"   behind it: {behind}")
    return words


def main() -> int:
    """Print them."""
    parser = argparse.ArgumentParser(description="Print the debriefs of three bots' lives.")
    parser.add_argument("bots", nargs="*", metavar="BOT", help=f"some of: {', '.join(BOTS)} (default: all three)")
    parser.add_argument("--regime", default="rongcheng", help="comma between several (default: rongcheng)")
    parser.add_argument("--seed", default="aloud")
    parser.add_argument("--language", default="en")
    parser.add_argument("--whole", action="store_true", help="with everything that stands behind the first pages")
    options = parser.parse_args()
    library = load()
    others = tuple(library.regimes.values())
    for name in options.bots or BOTS:
        chronicle = lived(library, BOTS.get(name, name), tuple(options.regime.split(",")), options.seed)
        told = story(chronicle, others, sources_of(library, options.language), options.language)
        print(f"\n######## {name}")
        if options.whole:
            for line in section_lines(sections(told)):
                print(line)
        else:
            print(f"\n({first_pages(told)} words)")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
