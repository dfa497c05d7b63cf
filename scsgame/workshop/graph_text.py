"""A graph as text that other programs draw: Mermaid and DOT."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from scsgame.workshop.graph import Edge, Graph, Node

_MERMAID = str.maketrans({"#": "#35;", '"': "#quot;", "<": "#lt;", ">": "#gt;", "&": "#amp;", "`": "#96;", "\n": " "})
_ARROWS: Mapping[str, str] = MappingProxyType(
    {"sends": "-->", "step": "==>", "opens": "-->", "closes": "-.->", "leads": "-->"}
)
_STYLES: Mapping[str, str] = MappingProxyType({
    "sends": 'color="#2f6fb0"', "step": "penwidth=2.5", "opens": 'color="#3c8f5a"', "closes": 'color="#c0553f", style=dashed',
    "leads": 'color="#7a7f87"',
})  # fmt: skip


def mermaid(graph: Graph) -> str:
    """Return the graph as a Mermaid flow chart."""
    names = {node.id: f"n{number}" for number, node in enumerate(graph.nodes)}
    lines = ["---", f'title: "{_mermaid(graph.title)}"', "---", "flowchart LR"]
    if graph.note:
        lines.append(f"  %% {graph.note.replace('%', '')}")
    for number, (group, members) in enumerate(graph.groups().items()):
        lines.append(f'  subgraph g{number}["{_mermaid(group)}"]')
        lines += [f'    {names[node.id]}["{_mermaid(_label(node, " · "))}"]' for node in members]
        lines.append("  end")
    for edge in graph.edges:
        lines.append(f'  {names[edge.start]} {_ARROWS[edge.kind]}|"{_mermaid(_said(edge))}"| {names[edge.end]}')
    return "\n".join(lines) + "\n"


def dot(graph: Graph) -> str:
    """Return the graph in the DOT language of Graphviz."""
    lines = [f"digraph {_dot(graph.title)} {{", "  rankdir=LR;", f"  label={_dot(graph.title)};",
             '  node [shape=box, style=rounded, fontname="sans-serif", fontsize=11];', '  edge [fontname="sans-serif", fontsize=9];']  # fmt: skip
    if graph.note:
        lines.insert(1, f"  // {graph.note}")
    for number, (group, members) in enumerate(graph.groups().items()):
        lines += [f"  subgraph cluster_{number} {{", f"    label={_dot(group)};"]
        lines += [f"    {_dot(node.id)} [label={_dot(_label(node, chr(10)))}];" for node in members]
        lines.append("  }")
    for edge in graph.edges:
        lines.append(f"  {_dot(edge.start)} -> {_dot(edge.end)} [label={_dot(_said(edge))}, {_STYLES[edge.kind]}];")
    return "\n".join([*lines, "}"]) + "\n"


def _label(node: Node, between: str) -> str:
    return f"{node.title}{between}{node.note}" if node.note else node.title


def _said(edge: Edge) -> str:
    """Return an edge's kind and its reasons, not too many."""
    if edge.kind == "leads" or edge.start.startswith("group."):
        return short(edge, 2)
    return f"{edge.kind}: {short(edge, 2)}" if edge.why else edge.kind


def short(edge: Edge, most: int) -> str:
    """Return the first reasons of an edge, and how many more there are."""
    rest = len(edge.why) - most
    return "; ".join(edge.why[:most]) + (f"; {rest} more" if rest > 0 else "")


def _mermaid(text: str) -> str:
    return text.translate(_MERMAID)


def _dot(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'


FORMATS: Mapping[str, Callable[[Graph], str]] = MappingProxyType({"mermaid": mermaid, "dot": dot})
"""The forms that are text, by name."""
