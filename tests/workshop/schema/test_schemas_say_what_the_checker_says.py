"""`pack schema`: printed from the forms, true of all shipped content, and not of what the checker refuses."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from scsgame.cli import main
from scsgame.packs.forms import FILES, form_of
from scsgame.packs.library import check, core_content
from scsgame.packs.reader import PLAIN, Map, Node, Seq, read, style_of
from scsgame.workshop.scaffold import Answers, files, write
from scsgame.workshop.schema import editor_line, schema, settings

USED = {"$ref", "type", "enum", "anyOf", "pattern", "maxLength", "minimum", "maximum", "items", "minItems", "properties", "required",
        "additionalProperties", "propertyNames", "minProperties", "description", "title", "$schema", "$id", "$defs"}  # fmt: skip
TYPES = {"object": dict, "array": list, "string": str, "boolean": bool, "number": (int, float), "integer": int}


def as_an_editor_reads(node: Node, mark: int = 0) -> object:
    """Return data as YAML 1.2 editors guess it: numbers and truths where nothing is quoted."""
    if isinstance(node, Map):
        return {
            key: as_an_editor_reads(value, at)
            for (key, value), at in zip(node.items(), node.marks[1::2], strict=True)
        }
    if isinstance(node, Seq):
        return [as_an_editor_reads(item, at) for item, at in zip(node, node.marks, strict=True)]
    if style_of(mark) != PLAIN:
        return node
    if node in ("true", "false", "null", "~"):
        return {"true": True, "false": False}.get(node)
    if re.fullmatch(r"[-+]?[0-9]+", node):
        return int(node)
    return float(node) if re.fullmatch(r"[-+]?(\.[0-9]+|[0-9]+\.[0-9]*)([eE][-+]?[0-9]+)?", node) else node


def faults(value: object, shape: dict, root: dict, at: str = "") -> list[str]:
    """Return where a value is not as a schema says: the few keywords that our schemas use."""
    assert set(shape) <= USED, set(shape) - USED
    found: list[str] = []
    if "$ref" in shape:
        found += faults(value, root["$defs"][shape["$ref"].rsplit("/", 1)[1]], root, at)
    if "anyOf" in shape:
        tries = [faults(value, part, root, at) for part in shape["anyOf"]]
        found += min(tries, key=len) if all(tries) else []
    if "type" in shape:
        kinds = [shape["type"]] if isinstance(shape["type"], str) else shape["type"]
        good = any(
            isinstance(value, TYPES[kind]) and (kind == "boolean") >= isinstance(value, bool) for kind in kinds
        )
        found += [] if good else [f"{at}: {value!r} is no {kinds}"]
    if "enum" in shape and not any(
        value == option and isinstance(value, bool) == isinstance(option, bool) for option in shape["enum"]
    ):
        found.append(f"{at}: {value!r} is none of {shape['enum']}")
    if isinstance(value, str):
        found += (
            [f"{at}: {value!r} has not the form"]
            if "pattern" in shape and not re.search(shape["pattern"], value)
            else []
        )
        found += [f"{at}: too long"] if len(value) > shape.get("maxLength", len(value)) else []
    if isinstance(value, int | float) and not shape.get("minimum", value) <= value <= shape.get("maximum", value):
        found.append(f"{at}: {value} is out of bounds")
    if isinstance(value, list):
        found += [f"{at}: too few"] if len(value) < shape.get("minItems", 0) else []
        for number, item in enumerate(value):
            found += faults(item, shape.get("items", {}), root, f"{at}/{number}")
    if isinstance(value, dict):
        found += [f"{at}: lacks {name}" for name in shape.get("required", ()) if name not in value]
        for name, part in value.items():
            found += faults(name, shape.get("propertyNames", {}), root, f"{at}/{name}")
            rest = shape.get("additionalProperties", {})
            inner = shape.get("properties", {}).get(name, rest)
            found += [f"{at}: no field {name}"] if inner is False else faults(part, inner, root, f"{at}/{name}")
    return found


SHIPPED = sorted(
    path for path in core_content().rglob("*.yaml") if form_of(path.relative_to(core_content()).as_posix())
)


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.relative_to(core_content()).as_posix())
def test_all_shipped_content_is_as_its_schema_says(path: Path) -> None:
    document = read(path.read_text("utf-8"))
    assert document.root is not None
    kind = schema(form_of(path.relative_to(core_content()).as_posix()))
    assert faults(as_an_editor_reads(document.root), kind, kind) == []


@pytest.mark.parametrize(("kind", "text"), [
    ("life", "life: a\ntitle: b\nabotu: c\n"),
    ("scenes", "- {id: Upper, text: a, choices: [{id: b, text: c}]}\n"),
    ("scenes", "- {id: a, text: a, choices: []}\n"),
    ("scenes", "- {id: a, text: a, chance: 2, choices: [{id: b, text: c}]}\n"),
    ("scenes", "- {id: a, kind: everday, text: a, choices: [{id: b, text: c}]}\n"),
    ("regime", "regime: a\n"),
    ("cases", "- {case: a, does: [{day: first}], through: 3, ends: {}}\n"),
    ("pack", "pack: a\nformat: 2\nversion: 1.0.0\ntitle: a\n"),
    ("acts", "acts: {a: {title: x, theme: y, sensitive: maybe}}\n"),
])  # fmt: skip
def test_what_the_checker_refuses_by_shape_the_schema_refuses_too(kind: str, text: str) -> None:
    root = read(text).root
    assert root is not None
    said = schema(kind)
    assert faults(as_an_editor_reads(root), said, said)


@pytest.mark.parametrize("kind", FILES)
def test_every_schema_is_whole_and_every_field_is_explained(kind: str) -> None:
    said = schema(kind)
    text = json.dumps(said)
    assert said["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    for name in re.findall(r"#/\$defs/([\w-]+)", text):
        assert said["$defs"][name]  # type: ignore[index]
    for record in said["$defs"].values():  # type: ignore[attr-defined]
        assert all(part["description"] for part in record["properties"].values())
    jsonschema = pytest.importorskip("jsonschema", reason="only where it happens to be installed")
    jsonschema.Draft202012Validator.check_schema(said)


def test_a_pack_gets_its_schemas_and_goes_on_checking_silently(tmp_path: Path, capsys) -> None:
    folder = tmp_path / "mine"
    write(folder, files(Answers()))
    (folder / "acts.yaml").write_text("acts: {sings_aloud: {title: sings aloud, theme: school}}\n", "utf-8")
    assert main(["pack", "schema", "--write", str(folder)]) == 0
    said = json.loads((folder / ".schema" / "scenes.json").read_text("utf-8"))
    assert "sings_aloud" in json.dumps(said)
    assert "skips_class" in json.dumps(said)
    assert check([folder]).problems == ()
    assert json.loads((folder / ".vscode" / "settings.json").read_text("utf-8"))["yaml.schemas"]
    (folder / ".vscode" / "settings.json").write_text("{}", "utf-8")
    assert main(["pack", "schema", "--write", str(folder)]) == 0
    assert (folder / ".vscode" / "settings.json").read_text("utf-8") == "{}"
    for path, text in files(Answers()).items():
        kind, root = form_of(path), read(text).root
        assert root is not None
        assert faults(as_an_editor_reads(root), schema(kind), schema(kind)) == []
        line = editor_line(kind).split("$schema=")[1]
        assert (folder / path).parent.joinpath(line).resolve().is_file(), path
    assert main(["pack", "schema", "--write", str(tmp_path)]) == 2
    assert main(["pack", "schema", "nonsense"]) == 2
    capsys.readouterr()
    assert main(["pack", "schema", "regime"]) == 0
    assert json.loads(capsys.readouterr().out) == schema("regime")


def test_the_settings_name_every_kind_of_file() -> None:
    patterns = set(json.loads(settings())["yaml.schemas"].values())
    assert patterns == {f"/{form.pattern}" for form in FILES.values()}
