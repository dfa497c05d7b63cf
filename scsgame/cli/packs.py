"""The commands about packs."""

from __future__ import annotations

import argparse
import sys
from importlib import import_module
from pathlib import Path
from typing import Any

from scsgame.tongue import phrase

EXTRA: tuple[str, ...] = (
    "pack_new",
    "pack_play",
    "pack_schema",
    "pack_fmt",
    "pack_graph",
    "pack_doc",
    "pack_stats",
    "pack_strings",
    "pack_list",
    "pack_zip",
    "pack_add",
)
"""Modules of this package that add further commands to `pack`."""


def add_commands(commands: Any) -> None:
    """Add these commands to the parser."""
    pack = commands.add_parser("pack", help=phrase("usage.pack", "content packs: check, explain, list"))
    what = pack.add_subparsers(metavar="WHAT", required=True)
    check = what.add_parser(
        "check",
        help=phrase("usage.check", "say everything that is wrong with the content, with file, line and column"),
    )
    check.add_argument(
        "path",
        nargs="*",
        type=Path,
        metavar="PATH",
        help=phrase("usage.check.path", "packs (left out: the one you stand in, or all content)"),
    )
    import_module("scsgame.cli.pack_prove").add_options(check)
    import_module("scsgame.cli.pack_test").add_commands(what)
    explain = what.add_parser(
        "explain", help=phrase("usage.explain", "what a code means, with a failing and a mended example")
    )
    explain.add_argument("code", metavar="CODE", nargs="?", default="")
    explain.set_defaults(run=_explain)
    for name in EXTRA:
        import_module(f"scsgame.cli.{name}").add_commands(what)


def _explain(options: argparse.Namespace) -> int:
    from scsgame.packs.codes import pages
    from scsgame.packs.pages.proofs import PAGES

    known = {**pages(), **{page.code: page for page in PAGES}}
    if options.code in known:
        print(known[options.code])
        return 0
    names = ", ".join(sorted(known))
    if not options.code:
        print(names)
        return 0
    print(
        phrase(
            "explain.no_code", 'There is no code "{code}". The codes are: {names}.', code=options.code, names=names
        ),
        file=sys.stderr,
    )
    return 2
