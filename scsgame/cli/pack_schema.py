"""The command that prints schemas for editors."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any

_NOTE = """\
VS Code: install the extension "YAML" (by Red Hat) and open the pack's folder. Nothing else is to be done.
Any other editor with a YAML language server (Neovim, Emacs, Helix, Zed, Kate): put the line of a file's kind first in that file:"""


def add_commands(what: Any) -> None:
    """Add this command to the parser of `pack`."""
    schema = what.add_parser("schema", help="JSON Schema of a kind of file, so that an editor completes and explains")
    schema.add_argument(
        "kind", nargs="?", default="", metavar="KIND", help="pack, acts, life, scenes, regime …; left out: list them"
    )
    schema.add_argument(
        "--write", type=Path, metavar="FOLDER", help="put all schemas into this pack, with settings for VS Code"
    )
    schema.set_defaults(run=_schema)


def _schema(options: argparse.Namespace) -> int:
    from scsgame.packs.forms import FILES
    from scsgame.workshop.schema import editor_line, printed

    if options.kind and options.kind not in FILES:
        print(f'scsgame: there is no kind "{options.kind}"; there is {", ".join(FILES)}.', file=sys.stderr)
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
        print(f"scsgame: {folder.as_posix()} is no pack: it has no file pack.yaml.", file=sys.stderr)
        return 2
    try:
        made = write(folder, shared_words([folder]))
    except OSError as error:
        print(
            f"scsgame: {folder.as_posix()} cannot be written: {(error.strerror or 'the disk refuses').lower()}.",
            file=sys.stderr,
        )
        return 1
    print(f"Put {len(made)} files into {folder.as_posix()}.")
    print(_NOTE)
    for kind in FILES:
        print(f"  {FILES[kind].pattern:<27}{editor_line(kind)}")
    return 0
