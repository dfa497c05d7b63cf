"""A pack as a book one can read: blocks of text, made from a library, printed as Markdown or as a web page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple, TypeAlias

from scsgame.packs.nouns import Library
from scsgame.regime.charter import Regime
from scsgame.terms import STATUSES, Provenance, safe


class Run(NamedTuple):
    """Some words that stand out: strong, code (an id, a condition), soft, or a link to a place in the book."""

    text: str
    style: str = ""
    to: str = ""


Words: TypeAlias = tuple[str | Run, ...]


class Heading(NamedTuple):
    """A heading of a level from 1, and the name by which links find it."""

    level: int
    text: str
    name: str = ""


class Paragraph(NamedTuple):
    """One paragraph; `quoted` when it is what a player reads."""

    words: Words
    quoted: bool = False


class Bullets(NamedTuple):
    """A list of points."""

    points: tuple[Words, ...]


class Table(NamedTuple):
    """A table with a caption and a head."""

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[Words, ...], ...]


Block: TypeAlias = Heading | Paragraph | Bullets | Table


@dataclass(frozen=True)
class Book:
    """A title and blocks."""

    title: str
    blocks: tuple[Block, ...]


SIGNS = dict(zip(STATUSES, "●◕◑☆○", strict=True))
"""The sign of each status, from well known to made up."""


def strong(text: str) -> Run:
    """Return words that stand out."""
    return Run(text, "strong")


def code(text: str) -> Run:
    """Return an id or a condition, as the author wrote it."""
    return Run(text, "code")


def soft(text: str) -> Run:
    """Return words said by the way."""
    return Run(text, "soft")


def status(provenance: Provenance) -> str:
    """Return a status with its sign."""
    return f"{SIGNS.get(provenance.status, '○')} {provenance.status}"


def said_of(provenance: Provenance, library: Library) -> Words:
    """Return a status with its sign, the sources as links to the bibliography, and why."""
    found: list[str | Run] = [strong(status(provenance))]
    for number, link in enumerate(_links(provenance.sources, library)):
        found += [", " if number else "; source: ", link]
    why = provenance.why.read()
    if why:
        stop = "" if why[-1:] in ".!?。" else "."
        found.append(f". Why: {why}{stop}")
    else:
        found.append(".")
    return tuple(found)


def cited(names: Sequence[str], library: Library) -> Words:
    """Return facts in brackets, as links to the bibliography; nothing where there are none."""
    found: list[str | Run] = []
    for number, link in enumerate(_links(names, library)):
        found += [", " if number else " (", link]
    return (*found, ")") if found else ()


def _links(names: Sequence[str], library: Library) -> list[str | Run]:
    return [Run(name, "link", anchor(name)) if name in library.sources.facts else name for name in names]


def anchor(name: str) -> str:
    """Return a name for a place in the book: only letters, digits and hyphens."""
    return "".join(letter if letter.isascii() and letter.isalnum() else "-" for letter in name)


def things_of(regime: Regime) -> Iterator[tuple[str, Provenance]]:
    """Return every statement of a regime that has a provenance, with its kind."""
    yield from (("observers", observer.provenance) for observer in regime.observers)
    yield "scale", regime.scale.provenance
    yield from (("scale", factor.provenance) for factor in regime.scale.factors)
    if regime.scale.influence is not None:
        yield "scale", regime.scale.influence.provenance
    yield from (("rules", rule.provenance) for rule in regime.rules)
    yield from (("tiers", tier.provenance) for tier in regime.tiers)
    yield from (("lists", roll.provenance) for roll in regime.rolls)
    yield from (("measures", measure.provenance) for measure in regime.measures)
    yield from (("parts", part.provenance) for part in regime.parts)
    yield "disclosure", regime.disclosure.provenance
    yield from (
        ("disclosure", phase.disclosure.provenance)
        for phase in regime.phases
        if phase.disclosure != regime.disclosure
    )
    yield from (("redress", way.provenance) for way in regime.redress)
    yield from (("turnings", turning.provenance) for turning in regime.turnings)


def status_table(regime: Regime) -> Table:
    """Return how much of a regime is documented, reported, contested, fictional, invented."""
    counted: dict[str, Counter[str]] = {}
    for kind, provenance in things_of(regime):
        counted.setdefault(kind, Counter())[provenance.status] += 1
    rows = [((kind,), *_counts(count)) for kind, count in counted.items()]
    total = sum(counted.values(), Counter[str]())
    rows.append((("all",), *_counts(total)))
    return Table(
        "How well it is known", ("part", *(f"{SIGNS[name]} {name}" for name in STATUSES), "all"), tuple(rows)
    )


def _counts(count: Counter[str]) -> tuple[Words, ...]:
    return (*((str(count[name] or "–"),) for name in STATUSES), (str(count.total()),))


def bibliography(library: Library, regimes: Iterable[Regime], more: Iterable[str] = ()) -> Iterator[Block]:
    """Yield the sources that these regimes cite, and more facts, each source with the facts taken from it."""
    names = {name: None for regime in regimes for _, provenance in things_of(regime) for name in provenance.sources}
    names.update(dict.fromkeys(more))
    facts = [library.sources.facts[name] for name in sorted(names) if name in library.sources.facts]
    if not facts:
        return
    yield Heading(1, "Sources", "sources")
    by_source: dict[str, list[Words]] = {}
    for fact in facts:
        where = f" ({fact.where})" if fact.where and fact.source else ""
        by_source.setdefault(fact.source or fact.where or safe("No source named"), []).append(
            (
                Run(fact.id, "target", anchor(fact.id)),
                f" {SIGNS.get(fact.status, '○')} {fact.status}: {fact.says}{where}",
            )
        )
    for title, points in sorted(by_source.items()):
        yield Paragraph((strong(title),))
        yield Bullets(tuple(points))


def handbook(
    library: Library,
    title: str,
    lives: Sequence[Block],
    regimes: Sequence[Block],
    citing: Iterable[Regime],
    more: Iterable[str] = (),
) -> Book:
    """Return the whole book: how to read it, regimes, lives, sources."""
    signs = ", ".join(f"{SIGNS[name]} {name}" for name in STATUSES)
    intro = f"Made from the pack's own files by scsgame pack doc. Each rule says how well it is known: {signs}."
    return Book(title, (Paragraph((intro,)), *regimes, *lives, *bibliography(library, citing, more)))
