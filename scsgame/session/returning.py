"""A saved life on its return: what it waits for, what it had that is gone, and the moves it was."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from scsgame.archive import Header, Journal, PackStamp, SaveError
from scsgame.game.moves import Move, read
from scsgame.packs import Library
from scsgame.terms import Safe, safe
from scsgame.tongue import phrase


def stamps(library: Library) -> tuple[PackStamp, ...]:
    """Return the packs of a library as a save names them."""
    return tuple(PackStamp(pack.id, pack.version, pack.digest) for pack in library.packs)


def awaited(header: Header, library: Library) -> str:
    """Say what a save waits for: a life or regime, and the packs it was played with that are not here. Empty: for nothing."""
    gone = [("life", header.life)] if header.life not in library.lives else []
    gone += [("regime", name) for name in header.regimes if name not in library.regimes]
    if not gone:
        return ""
    kind, name = gone[0]
    here = {pack.id for pack in library.packs}
    away = [f"{safe(stamp.id)} {safe(stamp.version)}" for stamp in header.packs if stamp.id not in here]
    packs = ""
    if away:
        names = phrase("cli.and", " and ").join(away)
        packs = phrase(
            "waits.packs",
            " It was played with the {count|pack|packs} {names}, now missing.",
            count=len(away),
            names=names,
        )
    if kind == "life":
        return phrase("waits.life", 'The life "{name}" of this save is in no pack that is here.{packs} Bring it back with scsgame pack add, '
                      "or give it with --pack. The save waits as it is.", name=safe(name), packs=packs)  # fmt: skip
    return phrase("waits.regime", 'The regime "{name}" of this save is in no pack that is here.{packs} Bring it back with scsgame pack add, '
                  "or give it with --pack. The save waits as it is.", name=safe(name), packs=packs)  # fmt: skip


def lost_parts(header: Header, known: Collection[str], language: str) -> Iterator[Safe]:
    """Say which parts that were switched are no longer there."""
    for name in (*header.off, *header.on):
        if name not in known:
            yield phrase(
                "changed.part",
                "the part {part}, which was switched in this life, is gone",
                language,
                part=safe(name),
            )


def moves_of(journal: Journal) -> list[Move]:
    """Return the moves of a life. Raises SaveError where one is none."""
    try:
        return [read(list(move)) for move in journal.moves]
    except ValueError as error:
        raise SaveError(phrase("waits.no_move", "{why}. It is left as it is.", why=error)) from error
