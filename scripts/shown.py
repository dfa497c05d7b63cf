"""Show what the game promises to show of its systems, from the content as it stands; nothing here is recorded.

python scripts/shown.py                      all of it
python scripts/shown.py tithing nsa          some of it: atlas, rescore, tithing, nsa, ring_tone, disputes, rules
python scripts/shown.py rules --seed 7       other luck, other rules

Lives are looked for: seed after seed, somebody who chooses at random, until what is to be shown has come.
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

from trace_rules import picked, traced

from scsgame.debrief.pictures.picture import Lanes
from scsgame.game.chronicle import Chronicle, begin
from scsgame.game.moment import Setup
from scsgame.game.moves import Choose, Plead
from scsgame.game.passing import mistaken
from scsgame.game.pleas import told_targets
from scsgame.game.view import look
from scsgame.packs import Library
from scsgame.plain.app import app_lines
from scsgame.plain.lines import scene_lines
from scsgame.plain.pages import section_lines
from scsgame.regime.desk import Answer
from scsgame.session import House
from scsgame.session.bots import at_random
from scsgame.ui.paper.look import Look
from scsgame.ui.paper.picture import Drawing

SEEDS = 400
"""So many lives are looked through for one thing."""
LETTER = "The entry must mean somebody else, or I have paid. Please look again."
DAYS = 21
"""For so many days one looks on after a choice."""


def start(library: Library, life: str, regime: str, seed: str) -> Chronicle:
    """Begin a life under one system."""
    regimes = (library.regimes[regime],)
    return begin(Setup(library.lives[life], regimes, library.vocabulary, seed, offices=library.offices))


def until(chronicle: Chronicle, there: Callable[[Chronicle], bool]) -> Chronicle | None:
    """Live on by chance until something is there; None where the life ends before."""
    while not there(chronicle):
        if chronicle.over:
            return None
        chronicle = chronicle.then(at_random(chronicle))
    return chronicle


def found(library: Library, life: str, regime: str, luck: str, there: Callable[[Chronicle], bool]) -> Chronicle:
    """Return the first life in which something is there."""
    for number in range(SEEDS):
        chronicle = until(start(library, life, regime, f"{luck}-{number}"), there)
        if chronicle is not None:
            return chronicle
    raise SystemExit(f"In {SEEDS} lives of {life} under {regime} it did not come.")


def on_the_table(*scenes: str) -> Callable[[Chronicle], bool]:
    """Return whether one of these scenes lies on the table."""

    def there(chronicle: Chronicle) -> bool:
        table = chronicle.moment.table
        return table is not None and table.scene.id.rpartition("/")[2] in scenes

    return there


def told(chronicle: Chronicle, first: int) -> Iterator[str]:
    """Yield what the person was told since a turn, a day a line."""
    for length in range(first + 1, len(chronicle.turns) + 1):
        last = look(replace(chronicle, turns=chronicle.turns[:length])).last
        if last is not None:
            yield from (f"    day {notice.day}: {notice.text}" for notice in last.notices if notice.regime)


def atlas(house: House, luck: str) -> Iterator[str]:
    """Yield every system of the sources, with its years, how well it is known and where it lives in the game."""
    del luck
    entries = house.atlas().entries
    yield f"{len(entries)} systems. As data, with facts and sources: scsgame atlas --json"
    for key, entry in sorted(entries.items(), key=lambda pair: (pair[1].began, pair[0])):
        plays = ", ".join(f"{play.life} under {play.regime}" for play in entry.plays)
        where = plays or (f"part {entry.part}" if entry.part else "") or ", ".join(entry.scene) or "exhibit"
        yield f"  {key:<24}{entry.began:>6} – {entry.ended or '':<6}{entry.real:<12}{where}"


def rescore(house: House, luck: str) -> Iterator[str]:
    """Yield a student's life under every system of its age, in one table and one picture."""
    player = house.new("student", ["sesame"], "as_is", (), luck, "shown")
    while not player.chronicle.over:
        player.move(at_random(player.chronicle))
    player.close()
    judged = house.rescored("shown", ())
    yield from section_lines([judged.sections[0]._replace(series=())], 110)
    if isinstance(judged.picture, Lanes):
        for line in Drawing(judged.picture).lines(110, Look(), chosen=False):
            yield "".join(run.text for run in line).rstrip()


def tithing(house: House, luck: str) -> Iterator[str]:
    """Yield a morning on which one must decide whether to report a neighbour, and what follows either way."""
    asked = on_the_table("dice_next_door", "guest_next_door", "sack_next_door")
    life = found(house.library, "village", "qing-baojia", luck, asked)
    table = life.moment.table
    assert table is not None
    view = look(life)
    assert view.scene is not None
    yield from scene_lines(view)
    for offer in view.scene.offers:
        if not offer.open:
            continue
        after = life.then(Choose(table.scene.id, offer.id))
        last = look(after).last
        yield f"\n  “{offer.text}” {last.text if last is not None else ''}"
        while not after.over and after.moment.day < life.moment.day + DAYS:
            after = after.then(at_random(after))
        yield f"  In the {DAYS} days after it, with the same luck:"
        yield from list(told(after, len(life.turns))) or ["    nothing was said of it"]


def nsa(house: House, luck: str) -> Iterator[str]:
    """Yield what one sees of the NSA before the leak and after it, beside what it held."""
    library = house.library

    def phase(name: str) -> Callable[[Chronicle], bool]:
        return lambda one: one.moment.dossiers[0].facts["phase"] == name and bool(one.moment.dossiers[0].marks)

    life = found(library, "renter", "nsa", luck, phase("leaked"))
    before = start(library, "renter", "nsa", life.setup.seed)
    for turn in life.turns[:-1]:
        before = before.then(turn.move)
    for title, one in (("Before", before), ("After", life)):
        held = one.moment.dossiers[0]
        yield f"\n  {title} the leak, day {one.moment.day}. Held: {sum(map(len, held.known.values()))} reports, {len(held.marks)} entries."
        yield "  Shown to the person:"
        pages = look(one).regimes
        yield from (f"    {line}" for page in pages for line in app_lines(page))
        if not pages:
            yield "    nothing: no page, no name, no list"
    yield "\n  Told on the way:"
    yield from told(life, len(before.turns))


def ring_tone(house: House, luck: str) -> Iterator[str]:
    """Yield the ring tone of a debtor: what begins, and the scene in which a caller hears it."""
    life = found(house.library, "student", "judgment-defaulters", luck, on_the_table("callers_hear"))
    yield from told(life, 0)
    yield from scene_lines(look(life))


def disputes(house: House, luck: str) -> Iterator[str]:
    """Yield one dispute that is won and one that is lost: what happened, what was entered, what was asked and answered."""
    for granted in (True, False):
        yield f"\n  A dispute {'won' if granted else 'lost'}:"
        yield from _dispute(house.library, luck, granted)


def _dispute(library: Library, luck: str, granted: bool) -> Iterable[str]:
    regime = library.regimes["judgment-defaulters"]
    way = next(way for way in regime.redress if way.kind == "dispute")
    for number in range(SEEDS):
        life = start(library, "student", regime.id, f"{luck}-{number}")
        while not life.over:
            about = next(told_targets(life.setup, 0, life.moment.dossiers[0], way), None)
            life = life.then(Plead(regime.id, way.id, about[0], LETTER) if about else at_random(life))
            answers = [answer for event in life.turns[-1].passed.events for answer in event.hearing.answers]
            if answers:
                if answers[0].granted == granted:
                    return list(_answered(life, answers[0]))
                break
    return [f"    In {SEEDS} lives it did not come."]


def _answered(life: Chronicle, answer: Answer) -> Iterator[str]:
    dossier = life.moment.dossiers[0]
    regime = life.setup.regimes[0]
    mark = next(
        mark for mark in reversed(dossier.marks) if regime.rule[mark.rule].lists and mark.day <= answer.case.filed
    )
    wrong = mistaken(life.moment.life, regime, mark)
    yield f"    entered on day {mark.day}: {regime.rule[mark.rule].title.read()}" + (
        ", about somebody of the same name" if wrong else ", and so it was"
    )
    yield f"    filed on day {answer.case.filed}: {answer.case.text}"
    yield from told(life, len(life.turns) - 1)


def rules(house: House, luck: str, count: int = 5) -> Iterator[str]:
    """Yield rules chosen at random, traced from the screen to the sentence in the sources."""
    for regime, rule in picked(house.library, luck, count):
        yield from traced(house.library, regime, rule)
        yield ""


SHOWS: dict[str, Callable[[House, str], Iterable[str]]] = {
    "atlas": atlas, "rescore": rescore, "tithing": tithing, "nsa": nsa, "ring_tone": ring_tone, "disputes": disputes,
    "rules": rules,
}  # fmt: skip


def main() -> int:
    """Print what is asked for."""
    parser = argparse.ArgumentParser(description="show what the game promises to show of its systems")
    parser.add_argument("shows", nargs="*", metavar="SHOW", help=f"which: {', '.join(SHOWS)} (left out: all)")
    parser.add_argument("--seed", default="shown", help="other luck")
    options = parser.parse_args()
    unknown = [name for name in options.shows if name not in SHOWS]
    if unknown:
        parser.error(f'there is no "{unknown[0]}" to show; there is {", ".join(SHOWS)}')
    with tempfile.TemporaryDirectory() as folder:
        house = House(folder=Path(folder))
        for name in options.shows or SHOWS:
            say = partial(print, flush=True)
            say(f"\n==== {name.replace('_', ' ')} ====")
            for line in SHOWS[name](house, options.seed):
                say(line)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
