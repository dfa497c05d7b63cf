"""JSON Schema for every kind of file, printed from the same table of forms that checks them.

An editor that knows the schema completes field names, shows what each is for and underlines what cannot be. It cannot
know what other files say; that is what `scsgame pack check` is for.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import TypeAlias

from scsgame.packs.forms import FILES
from scsgame.packs.numbers import Number, Whole
from scsgame.packs.records import SOURCING, Either, Field, ListOf, MapOf, Record
from scsgame.packs.shapes import Id, OneOf, Ref, Shape, Text, When, Words, YesNo
from scsgame.workshop.placing import own_folder, put

Json: TypeAlias = dict[str, object]
DRAFT = "https://json-schema.org/draft/2020-12/schema"
FOLDER = ".schema"
"""Where schemas stand in a pack; folders that begin with a dot are not read as content."""

_TRUTHS = [True, False, "yes", "no", "Yes", "No", "YES", "NO"]
_SPOKEN: tuple[str, ...] = ("string", "number", "boolean")
"""What an editor may take a text to be: it guesses that 2017 is a number and true a truth; the game does not."""


def schema(kind: str, known: Mapping[str, Collection[str]] | None = None) -> Json:
    """Return the schema of one kind of file. `known` words (acts, services, roles) are offered for completion."""
    form = FILES[kind]
    printer = _Printer(known or {}, changes=kind in _CHANGED)
    body = printer.shape(form.shape)
    if "extends" in getattr(form.shape, "shapes", ()):
        looser = _Printer(known or {}, changes=True, tail="-that-differs")
        extending = {"required": ["extends"], **looser.shape(form.shape)}
        printer.defs |= looser.defs
        body = {"anyOf": [body, extending]}
    return {
        "$schema": DRAFT,
        "$id": f"https://scsgame.invalid/schema/{kind}.json",
        "title": f"scsgame: {form.pattern}",
        "description": form.doc,
        **body,
        "$defs": {name: printer.defs[name] for name in sorted(printer.defs)},
    }


_CHANGED = ("cast", "feed", "endings", "scenes", "encounters", "guide")
"""Files of a life or regime that may extend another: an editor cannot know what is inherited, so it misses nothing but ids."""


class _Printer:
    """Shapes printed as schemas; each record once, under `$defs`. Where something `changes` what is inherited, only ids are needed."""

    def __init__(self, known: Mapping[str, Collection[str]], changes: bool = False, tail: str = "") -> None:
        self.known = known
        self.changes = changes
        self.tail = tail
        self.defs: dict[str, Json] = {}
        self.names: dict[int, str] = {}

    def shape(self, shape: Shape) -> Json:
        match shape:
            case Record():
                return self.record(shape)
            case ListOf():
                item = self.shape(shape.item)
                whole: Json = {"type": "array", "items": item}
                if shape.least:
                    whole["minItems"] = shape.least
                return {"anyOf": [item, whole]} if shape.single else whole
            case MapOf():
                return {
                    "type": "object",
                    "propertyNames": self.key(shape.key),
                    "additionalProperties": self.shape(shape.value),
                }
            case Either():
                return {"anyOf": [self.shape(shape.word), self.shape(shape.other)]}
            case _:
                return self.scalar(shape)

    def scalar(self, shape: Shape) -> Json:
        match shape:
            case OneOf():
                return {"enum": list(shape.options)}
            case YesNo():
                return {"enum": _TRUTHS}
            case Whole() | Number():
                bounded: Json = {"type": "integer" if isinstance(shape, Whole) else "number"}
                if shape.least is not None:
                    bounded["minimum"] = shape.least
                if shape.most is not None:
                    bounded["maximum"] = shape.most
                return bounded
            case Id():
                tail = "(-[a-z0-9_]+)*" if shape.hyphens else ""
                return {"type": "string", "pattern": f"^[a-z][a-z0-9_]*{tail}$", "maxLength": 60}
            case Text():
                return {"type": list(_SPOKEN), **({"pattern": f"^(?:{shape.pattern})$"} if shape.pattern else {})}
            case Words():
                by_language: Json = {
                    "type": "object",
                    "propertyNames": {"pattern": "^[a-z]{2,3}(-[A-Za-z0-9]{2,8})?$"},
                    "additionalProperties": {"type": list(_SPOKEN)},
                    "minProperties": 1,
                }
                return {"anyOf": [{"type": list(_SPOKEN)}, by_language]}
            case Ref(kind="since"):
                return {"type": ["integer", "string"]}
            case Ref():
                words = sorted(self.known.get(shape.kind, ()))
                return {"anyOf": [{"enum": words}, {"type": "string"}]} if words else {"type": "string"}
            case When():
                return {"type": ["string", "boolean", "number"]}
        raise TypeError(f"no schema is known for {shape.words()}")

    def key(self, shape: Shape) -> Json:
        """Return what a key may be; in JSON a key is always text."""
        if isinstance(shape, Whole | Number):
            return {"pattern": "^[0-9]+$"}
        said = self.scalar(shape)
        return said if said.get("type") != list(_SPOKEN) else {name: said[name] for name in said if name != "type"}

    def record(self, record: Record) -> Json:
        name = self.names.get(id(record))
        if name is None:
            name = base = record.noun.replace(" ", "-") + self.tail
            number = 1
            while name in self.defs:
                number += 1
                name = f"{base}-{number}"
            self.names[id(record)] = name
            self.defs[name] = {}  # holds the name while the fields are printed
            every = {**record.fields, **SOURCING} if record.cites else dict(record.fields)
            needed = [field for field, part in record.fields.items() if part.needed]
            if record.cites:
                needed.append("status")
            if self.changes:
                needed = [field for field in needed if field == "id"]
            self.defs[name] = {
                "type": "object",
                "properties": {field: self.field(part) for field, part in every.items()},
                "additionalProperties": False,
                **({"required": needed} if needed else {}),
            }
        return {"$ref": f"#/$defs/{name}"}

    def field(self, part: Field) -> Json:
        more = f" Left out: {part.default}." if part.default else ""
        return {"description": part.doc + more, **self.shape(part.shape)}


def printed(kind: str, known: Mapping[str, Collection[str]] | None = None) -> str:
    """Return the schema of one kind of file as JSON text."""
    return json.dumps(schema(kind, known), ensure_ascii=False, indent=2) + "\n"


def editor_line(kind: str) -> str:
    """Return the first line of a file, by which an editor finds its schema."""
    depth = FILES[kind].pattern.count("/")
    return f"# yaml-language-server: $schema={'../' * depth}{FOLDER}/{kind}.json"


def settings() -> str:
    """Return settings for VS Code, which tell its YAML extension which schema is for which file."""
    where = {f"./{FOLDER}/{kind}.json": f"/{form.pattern}" for kind, form in FILES.items()}
    return json.dumps({"yaml.schemas": where}, indent=2) + "\n"


def write(folder: Path, known: Mapping[str, Collection[str]] | None = None) -> tuple[str, ...]:
    """Write all schemas into a pack, and settings for VS Code unless it has some; return the paths written."""
    place = folder / FOLDER
    own_folder(place)
    made = []
    for kind in FILES:
        put(place / f"{kind}.json", printed(kind, known))
        made.append(f"{FOLDER}/{kind}.json")
    own = folder / ".vscode" / "settings.json"
    if not own.exists():
        own_folder(own.parent)
        put(own, settings())
        made.append(".vscode/settings.json")
    return tuple(made)
