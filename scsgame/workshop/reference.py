"""The author's reference, printed from the same table of forms that checks the files.

python -m scsgame.workshop.reference            writes docs/authors/reference.md
python -m scsgame.workshop.reference --print    prints it
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from scsgame.packs.forms import FILES
from scsgame.packs.records import SOURCING, Either, Field, ListOf, MapOf, Record
from scsgame.packs.shapes import Shape
from scsgame.workshop.reference_names import names_table, words_table

PLACE = Path(__file__).resolve().parents[2] / "docs" / "authors" / "reference.md"

_HEAD = """\
# Reference: every file, every field

This page is made by `python -m scsgame.workshop.reference` from the table that also checks your files, so it cannot say
anything else than the checker does. To learn by doing, begin with [A first pack](first-pack.md). For ready
patterns, see the [cookbook](cookbook.md).

**How to read a table.** *Field* is the word before the colon; a field in **bold** is needed. *What stands there* is what you may write behind the colon.
*Left out* is what holds when you do not write the field.

What stands there, in words:

| word | means | example |
| --- | --- | --- |
| text | words a player reads; in quotes, or after `>-`, if a `: ` or ` #` is in it | `The last bell.` |
| text, or text per language | the same, or one text for each language | `{en: points, zh: 分}` |
| number, whole number | digits, with a sign if you like; no comma | `12`, `-3`, `0.5` |
| yes or no | one of the two words | `yes` |
| a new id | a name you make up: small letters, digits, `_` | `lost_purse` |
| the id of … | a name that stands somewhere else already | `skips_class` |
| a condition | when something holds; see [Conditions](#conditions) | `day >= 3 and money < 10` |
| list | several, in square brackets or one a line behind dashes | `[mon, wed]` |
| one or list | one thing, or a list of things | `skips_class` |
| mapping | pairs, in curly brackets or one a line | `{money: -4}` |
"""


def reference() -> str:
    """Return the whole page."""
    return "\n".join(_page()) + "\n"


def _page() -> Iterator[str]:
    anchors = _anchors()
    yield _HEAD
    yield "The files:\n"
    yield "| file | what it is for |"
    yield "| --- | --- |"
    for kind, form in FILES.items():
        yield f"| [`{form.pattern}`](#{kind}) | {form.doc} |"
    yield ""
    told: set[int] = set()
    for kind, form in FILES.items():
        yield f'<a id="{kind}"></a>\n'
        yield f"## `{form.pattern}`\n"
        yield f"{form.doc}\n"
        if isinstance(form.shape, ListOf):
            yield f"The file is a list of {_several(form.shape.item)}.\n"
        for record, level in _records(form.shape):
            if id(record) not in told:
                told.add(id(record))
                yield f'<a id="{anchors[id(record)]}"></a>\n'
                yield f"{'#' * min(3 + level, 4)} {record.noun[0].upper()}{record.noun[1:]}\n"
                yield from _table(record, anchors)
                yield ""
    yield '<a id="conditions"></a>\n'
    yield from names_table()
    yield ""
    yield '<a id="words"></a>\n'
    yield from words_table()


def _several(shape: Shape) -> str:
    return f"{shape.noun}s" if isinstance(shape, Record) else shape.words()


def _anchors() -> dict[int, str]:
    """Return where each record stands on the page."""
    anchors: dict[int, str] = {}
    for form in FILES.values():
        for record, _ in _records(form.shape):
            base = f"a-{record.noun.replace(' ', '-')}"
            taken = set(anchors.values())
            names = (base, *(f"{base}-{number}" for number in range(2, 99)))
            if id(record) not in anchors:
                anchors[id(record)] = next(name for name in names if name not in taken)
    return anchors


def _records(shape: Shape, level: int = 0) -> Iterator[tuple[Record, int]]:
    """Return a record and every record inside it, outermost first."""
    match shape:
        case Record():
            yield shape, level
            for part in shape.fields.values():
                yield from _records(part.shape, level + 1)
        case ListOf():
            yield from _records(shape.item, level)
        case MapOf():
            yield from _records(shape.value, level)
        case Either():
            yield from _records(shape.other, level)


def _table(record: Record, anchors: Mapping[int, str]) -> Iterator[str]:
    yield "| field | what stands there | left out | what it is for |"
    yield "| --- | --- | --- | --- |"
    rows: dict[str, Field] = {**record.fields, **SOURCING} if record.cites else dict(record.fields)
    for name, part in rows.items():
        needed = part.needed or (record.cites and name == "status")
        shown = f"**`{name}`**" if needed else f"`{name}`"
        yield f"| {shown} | {_with_an(_words(part.shape, anchors))} | {part.default} | {part.doc.replace('|', chr(92) + '|')} |"


def _words(shape: Shape, anchors: Mapping[int, str]) -> str:
    match shape:
        case Record():
            return f"a [{shape.noun}](#{anchors[id(shape)]})"
        case ListOf(item=Record() as item):
            return f"list: each a [{item.noun}](#{anchors[id(item)]})"
        case ListOf():
            return f"{'one or list' if shape.single else 'list'}: {_words(shape.item, anchors)}"
        case MapOf():
            return f"mapping: {_words(shape.key, anchors)} → {_words(shape.value, anchors)}"
        case Either():
            return f"{_words(shape.word, anchors)}; or {_words(shape.other, anchors)}"
        case _:
            return shape.words()


def _with_an(words: str) -> str:
    return re.sub(r"\ba (?=\[?[aeio])", "an ", words)


def main(arguments: list[str]) -> int:
    """Write the page where it stands in the repository, or print it."""
    if arguments == ["--print"]:
        print(reference(), end="")
        return 0
    if arguments or not PLACE.parent.is_dir():
        print("Run it without words in a checkout of the repository, or with --print.", file=sys.stderr)
        return 2
    PLACE.write_text(reference(), "utf-8", newline="\n")
    print(f"Wrote {PLACE.name}.")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
