"""The command that checks packs, layer by layer: shape, reference, proof, evidence, search."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, Any

from scsgame.tongue import phrase

if TYPE_CHECKING:
    from scsgame.workshop.checking import Checked, Glance

_SEARCHED = 6


def add_options(check: Any) -> None:
    """Add the options of `pack check`."""
    check.add_argument(
        "--play",
        type=int,
        default=0,
        metavar="N",
        help=phrase("usage.check.play", "let bots live N lives, and say what never came (evidence)"),
    )
    check.add_argument("--search", type=int, nargs="?", const=_SEARCHED, default=0, metavar="SCENES",
                       help=phrase("usage.check.search", "try every choice of lives of at most so many scenes (left out: {searched}); for small packs", searched=_SEARCHED))  # fmt: skip
    check.add_argument(
        "--strict", action="store_true", help=phrase("usage.check.strict", "exit with 1 for warnings too")
    )
    form = check.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help=phrase("usage.check.json", "print JSON"))
    form.add_argument(
        "--sarif",
        action="store_true",
        help=phrase("usage.check.sarif", "print SARIF 2.1.0, for editors and code hosts"),
    )
    form.add_argument(
        "--watch", action="store_true", help=phrase("usage.check.watch", "check again after every save, until Ctrl-C")
    )
    check.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Check, and print what was found: 0 well, 1 there are errors (or, with --strict, warnings), 2 wrong usage."""
    from scsgame.packs.astray import here
    from scsgame.workshop.checking import check_packs, glance

    options.path = options.path or here()
    if options.play < 0 or options.search < 0:
        print(phrase("check.numbers", "scsgame: --play and --search take whole numbers from 1."))
        return 2
    if options.watch:
        from scsgame.workshop.watch import watch

        watch(options.path, lambda: _text(options), lambda text: print(text, flush=True),
              glance=lambda saved: _as_text(glance(options.path, saved)))  # fmt: skip
        return 0
    checked = check_packs(options.path, options.play, options.search)
    if options.json or options.sarif:
        from scsgame.workshop.sarif import as_json, as_sarif

        print(as_json(checked) if options.json else as_sarif(checked))
    else:
        print(_as_text(checked))
    return 1 if checked.errors or (options.strict and checked.warnings) else 0


def _text(options: argparse.Namespace) -> str:
    from scsgame.workshop.checking import check_packs

    return _as_text(check_packs(options.path, options.play, options.search))


def _as_text(checked: Checked | Glance) -> str:
    from scsgame.workshop.findings import told

    return "\n".join([told(checked.findings), checked.summary()]) if checked.findings else checked.summary()
