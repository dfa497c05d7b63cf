"""The command that prints a pack as a handbook."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from scsgame.cli import WrongUsage
from scsgame.tongue import phrase


def add_commands(what: Any) -> None:
    """Add this command to the parser of `pack`."""
    doc = what.add_parser(
        "doc",
        help=phrase(
            "usage.doc",
            "the pack as a handbook to read or print: every rule with its source, every scene with its odds",
        ),
    )
    doc.add_argument(
        "path",
        nargs="?",
        type=Path,
        metavar="PATH",
        help=phrase("usage.doc.path", "a pack (left out: the one you stand in, or the game's own)"),
    )
    which = doc.add_mutually_exclusive_group()
    which.add_argument("--life", default="", metavar="NAME", help=phrase("usage.doc.life", "only this life"))
    which.add_argument("--regime", default="", metavar="NAME", help=phrase("usage.doc.regime", "only this regime"))
    doc.add_argument(
        "--out",
        type=Path,
        metavar="FILE",
        help=phrase("usage.doc.out", "write it there: .md, or .html for a web page that prints well"),
    )
    doc.set_defaults(run=_doc)


def _doc(options: argparse.Namespace) -> int:
    from scsgame.packs.astray import here
    from scsgame.packs.reading import guides
    from scsgame.workshop.handbook import handbook
    from scsgame.workshop.handbook_life import life_blocks
    from scsgame.workshop.handbook_print import html, markdown
    from scsgame.workshop.handbook_regime import regime_blocks
    from scsgame.workshop.handbook_subject import SubjectError, subject

    options.path = options.path or next(iter(here()), None)
    try:
        about = subject(options.path, options.life, options.regime)
    except SubjectError as refusal:
        raise WrongUsage(str(refusal)) from None
    if options.out is not None and options.out.suffix not in (".md", ".html", ".htm"):
        raise WrongUsage(phrase("doc.out", "--out takes a file that ends with .md or .html."))
    pages = guides([options.path] if options.path is not None else [])
    regimes = [
        block for regime in about.regimes for block in regime_blocks(regime, about.library, pages.get(regime.id))
    ]
    lives = [block for life in about.lives for block in life_blocks(life, about.library.vocabulary)]
    disputed = [
        fact
        for regime in about.regimes
        if regime.id in pages
        for one in pages[regime.id].disputed
        for fact in one.source
    ]
    book = handbook(about.library, about.title, lives, regimes, about.regimes, disputed)
    if options.out is None:
        print(markdown(book), end="")
        return 0
    text = markdown(book) if options.out.suffix == ".md" else html(book)
    options.out.write_text(text, "utf-8", newline="\n")
    held = ", ".join(
        [
            *(phrase("doc.regime", "regime {name}", name=regime.id) for regime in about.regimes),
            *(phrase("doc.life", "life {name}", name=life.id) for life in about.lives),
        ]
    )
    print(phrase("doc.wrote", "Wrote {file}: {held}.", file=options.out.name, held=held))
    return 0
