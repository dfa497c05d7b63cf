"""The command that draws a pack: what enables, closes and schedules what."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from scsgame.cli import WrongUsage
from scsgame.tongue import phrase

if TYPE_CHECKING:
    from scsgame.workshop.graph import Graph

_MANY = 60


def add_commands(what: Any) -> None:
    """Add this command to the parser of `pack`."""
    graph = what.add_parser(
        "graph", help=phrase("usage.graph", "what enables, closes and schedules what, as Mermaid, DOT or SVG")
    )
    graph.add_argument(
        "path",
        nargs="?",
        type=Path,
        metavar="PATH",
        help=phrase("usage.graph.path", "a pack (left out: the one you stand in, or the game's own)"),
    )
    which = graph.add_mutually_exclusive_group()
    which.add_argument("--life", default="", metavar="NAME")
    which.add_argument("--regime", default="", metavar="NAME")
    graph.add_argument(
        "--format",
        choices=("mermaid", "dot", "svg"),
        default="mermaid",
        help=phrase("usage.graph.format", "default: mermaid, or what --out ends with"),
    )
    graph.add_argument(
        "--around",
        default="",
        metavar="ID",
        help=phrase("usage.graph.around", "only what is next to this: scene.late_for_class, rule.red_light …"),
    )
    graph.add_argument(
        "--steps",
        type=int,
        default=1,
        metavar="N",
        help=phrase("usage.graph.steps", "with --around: how many steps away (default: 1)"),
    )
    graph.add_argument(
        "--all",
        action="store_true",
        help=phrase("usage.graph.all", "every scene of a life of more than {many}, and not a summary", many=_MANY),
    )
    graph.add_argument(
        "--out",
        type=Path,
        metavar="FILE",
        help=phrase("usage.graph.out", "write it there (.mmd, .dot, .svg) and not on the screen"),
    )
    graph.set_defaults(run=_graph)


def _graph(options: argparse.Namespace) -> int:
    from scsgame.workshop.graph_svg import svg
    from scsgame.workshop.graph_text import FORMATS

    drawn, middle, others = _chosen(options)
    form = options.format
    if options.out is not None:
        form = {".svg": "svg", ".dot": "dot", ".gv": "dot"}.get(options.out.suffix, form)
    text = svg(drawn, middle) if form == "svg" else FORMATS[form](drawn)
    if others:
        print(
            phrase("graph.alone", "This is the life alone. What else there is: {others}.", others=others),
            file=sys.stderr,
        )
    if options.out is None:
        print(text, end="")
        return 0
    options.out.write_text(text, "utf-8", newline="\n")
    print(
        phrase(
            "graph.wrote",
            "Wrote {file}: {boxes} boxes, {links} links.",
            file=options.out.name,
            boxes=len(drawn.nodes),
            links=len(drawn.edges),
        )
    )
    if drawn.note:
        print(drawn.note)
    return 0


def _chosen(options: argparse.Namespace) -> tuple[Graph, str, str]:
    from scsgame.life.scenes import Life
    from scsgame.workshop.graph import around, find, summary
    from scsgame.workshop.graph_life import life_graph
    from scsgame.workshop.graph_regime import regime_graph
    from scsgame.workshop.handbook_subject import SubjectError, subject

    if options.steps < 1:
        raise WrongUsage(phrase("graph.steps", "--steps takes a whole number from 1."))
    try:
        about = subject(options.path, options.life, options.regime)
        one = about.one()
    except SubjectError as refusal:
        raise WrongUsage(str(refusal)) from None
    if not isinstance(one, Life):
        lives = about.library.lives.values()
        whole = regime_graph(one, about.library.vocabulary, lives)
    else:
        whole = life_graph(one)
    if options.around:
        try:
            return around(whole, options.around, options.steps), find(whole, options.around).id, ""
        except KeyError:
            near = [node.id for node in whole.nodes if options.around.rpartition(".")[2] in node.id][:6]
            hint = phrase("graph.near", " Is it one of {names}?", names=", ".join(near)) if near else ""
            words = phrase(
                "graph.nothing", 'there is no one thing "{name}" in this graph.{hint}', name=options.around, hint=hint
            )
            raise WrongUsage(words) from None
    if isinstance(one, Life) and len(one.scenes) > _MANY and not options.all:
        return summary(life_graph(one, hubs=False)), "", about.others()
    return whole, "", about.others()
