"""The command that prints schemas for editors."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any

from scsgame.tongue import Phrase, phrase

_NOTE = (
    Phrase("schema.code", 'VS Code: install the extension "YAML" (by Red Hat) and open the pack\'s folder. Nothing else is to be done.'),
    Phrase("schema.others", "Any other editor with a YAML language server (Neovim, Emacs, Helix, Zed, Kate): put the line of a file's kind first in that file:"),
)  # fmt: skip


def add_commands(what: Any) -> None:
    """Add this command to the parser of `pack`."""
    schema = what.add_parser(
        "schema",
        help=phrase("usage.schema", "JSON Schema of a kind of file, so that an editor completes and explains"),
    )
    schema.add_argument(
        "kind",
        nargs="?",
        default="",
        metavar="KIND",
        help=phrase("usage.schema.kind", "pack, acts, life, scenes, regime …; left out: list them"),
    )
    schema.add_argument(
        "--write",
        type=Path,
        metavar="FOLDER",
        help=phrase("usage.schema.write", "put all schemas into this pack, with settings for VS Code"),
    )
    schema.set_defaults(run=_schema)


def _schema(options: argparse.Namespace) -> int:
    from scsgame.packs.forms import FILES
    from scsgame.workshop.schema import editor_line, printed

    if options.kind and options.kind not in FILES:
        print(
            phrase(
                "schema.no_kind",
                'scsgame: there is no kind "{kind}"; there is {known}.',
                kind=options.kind,
                known=", ".join(FILES),
            ),
            file=sys.stderr,
        )
        return 2
    if options.write is not None:
        return _write(options.write)
    if options.kind:
        print(printed(options.kind), end="")
        return 0
    for kind, form in FILES.items():
        print(f"{kind:<11}{form.pattern:<27}{editor_line(kind)}")
    return 0


def _write(folder: Path) -> int:
    from scsgame.packs.forms import FILES
    from scsgame.workshop.schema import editor_line, write
    from scsgame.workshop.schema_words import shared_words

    if not (folder / "pack.yaml").is_file():
        print(
            phrase(
                "schema.no_pack", "scsgame: {folder} is no pack: it has no file pack.yaml.", folder=folder.as_posix()
            ),
            file=sys.stderr,
        )
        return 2
    try:
        made = write(folder, shared_words([folder]))
    except OSError as error:
        print(
            phrase(
                "schema.unwritable",
                "scsgame: {folder} cannot be written: {why}.",
                folder=folder.as_posix(),
                why=(error.strerror or phrase("schema.disk", "the disk refuses")).lower(),
            ),
            file=sys.stderr,
        )
        return 1
    print(phrase("schema.put", "Put {count} files into {folder}.", count=len(made), folder=folder.as_posix()))
    print(*(note.read() for note in _NOTE), sep="\n")
    for kind in FILES:
        print(f"  {FILES[kind].pattern:<27}{editor_line(kind)}")
    return 0
