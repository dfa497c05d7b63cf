"""What a typed question is about: a thing of a system, a system, a numbered choice, or all that was told last."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from scsgame.game.views import DayView

OF_LIFE = ("", "life")


def asked_about(view: DayView, asked: Sequence[str]) -> Sequence[tuple[str, str]]:
    """Return what is asked about, as (regime, subject): the words after `why`, in the view they were typed in."""
    scene = view.scene
    if " ".join(asked).casefold() in {name.casefold() for name in of_life(view)}:
        return [OF_LIFE]
    match asked:
        case [name, subject]:
            return [(name, subject)]
        case [number] if number.isascii() and number.isdigit():
            offers = scene.offers if scene is not None else ()
            return [next((offer.asks for offer in offers if str(offer.number) == number and offer.asks[1]), OF_LIFE)]
        case [name]:
            return [(name, "regime")]
        case _:
            told = [(one.regime, one.subject) for one in (view.last.notices if view.last is not None else ())]
            of_systems = [one for one in dict.fromkeys(told) if one[0]]
            return of_systems or [scene.asks if scene is not None else OF_LIFE]


def of_life(view: DayView) -> Iterator[str]:
    """Yield the names of what belongs to the life and to no system: its meters, bills and people."""
    yield "life"
    for meter in view.meters:
        yield from (meter.id, meter.title)
    for bill in view.bills:
        yield from (bill.id, bill.title)
    for person in view.people:
        yield from (person.id, person.name)
