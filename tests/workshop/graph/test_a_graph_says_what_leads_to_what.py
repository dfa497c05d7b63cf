"""A graph of a life and of a regime: which edges, and only those."""

from __future__ import annotations

import sys
import time
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

sys.path.insert(0, str(Path(__file__).parent))
from tiny import golden, library  # type: ignore[import-not-found]

from scsgame.cli import main
from scsgame.packs import load
from scsgame.terms import safe
from scsgame.workshop.graph import Edge, Graph, Node, around, summary
from scsgame.workshop.graph_layout import Box, acyclic, layers_of, place
from scsgame.workshop.graph_life import life_graph
from scsgame.workshop.graph_regime import regime_graph
from scsgame.workshop.graph_svg import cut, svg
from scsgame.workshop.graph_text import dot, mermaid

GOLDEN = Path(__file__).parent / "golden"


@pytest.fixture(scope="module")
def tiny():
    return library()


@pytest.fixture(scope="module")
def core():
    return load([])


def links(graph: Graph) -> set[tuple[str, str, str]]:
    return {(edge.start.partition(".")[2], edge.kind, edge.end.partition(".")[2]) for edge in graph.edges}


def test_a_life_links_what_sends_opens_and_closes(tiny) -> None:
    found = links(life_graph(tiny.lives["walk"]))
    assert ("fall", "sends", "visit") in found
    assert ("first_step", "step", "second_step") in found
    assert ("fall", "opens", "old_road") in found, "chose(fall, cry)"
    assert ("old_road", "closes", "new_road") in found, "not met(old_road)"
    assert ("fall", "opens", "broken") in found, "sets hurt"
    assert ("visit", "closes", "broken") in found, "clears hurt"
    assert ("visit", "opens", "fall") in found, "not hurt comes true"


def test_no_edge_where_the_condition_stays_false(tiny) -> None:
    found = life_graph(tiny.lives["walk"])
    assert not [edge for edge in found.edges if edge.end == "scene.contradiction"], "day < 1 never holds"
    assert ("visit", "opens", "broken") not in links(found), "clearing a flag opens nothing that asks for it"
    assert all(edge.start != edge.end for edge in found.edges)
    assert {end for edge in found.edges for end in (edge.start, edge.end)} <= found.ids()


def test_a_regime_stands_in_three_rooms_from_left_to_right(tiny) -> None:
    graph = regime_graph(tiny.regimes["town"], tiny.vocabulary, tiny.lives.values())
    at = {node.id: node.column for node in graph.nodes}
    way = ["act.jaywalks", "observer.camera", "rule.red_light", "score.score", "list.blacklist", "measure.train_ban",
           "service.high_speed_rail", "choices.walk.high_speed_rail"]  # fmt: skip
    assert [at[name] for name in way] == sorted({at[name] for name in way})
    assert all((start, end) in {(edge.start, edge.end) for edge in graph.edges} for start, end in pairwise(way))


@pytest.mark.parametrize("form", [mermaid, dot, svg])
def test_golden(tiny, form) -> None:
    golden(GOLDEN / f"walk.{form.__name__}", form(life_graph(tiny.lives["walk"])))
    golden(
        GOLDEN / f"town.{form.__name__}",
        form(regime_graph(tiny.regimes["town"], tiny.vocabulary, tiny.lives.values())),
    )


def test_every_scene_of_the_shipped_lives_is_there_and_quickly(core) -> None:
    for life in core.lives.values():
        began = time.process_time()
        graph = life_graph(life)
        drawn = svg(graph)
        assert time.process_time() - began < 2, "building and drawing a shipped life takes less than two seconds"
        assert {f"scene.{scene.id}" for scene in life.scenes} <= graph.ids()
        assert all(f"scene.{scene.id}:" in drawn for scene in life.scenes)
        small = summary(life_graph(life, hubs=False))
        assert len(small.nodes) < 40
        assert len(small.edges) <= 31


def test_every_shipped_regime_draws(core) -> None:
    for regime in core.regimes.values():
        graph = regime_graph(regime, core.vocabulary, core.lives.values())
        ET.fromstring(svg(graph))
        assert {f"rule.{rule.id}" for rule in regime.rules} <= graph.ids()
        assert {f"measure.{measure.id}" for measure in regime.measures} <= graph.ids()
        assert all(0 <= node.column < len(graph.columns) for node in graph.nodes)


def test_around_keeps_the_neighbours(tiny) -> None:
    graph = life_graph(tiny.lives["walk"])
    near = around(graph, "fall")
    assert {"scene.fall", "scene.visit", "scene.old_road"} <= near.ids()
    assert "scene.second_step" not in near.ids()
    with pytest.raises(KeyError):
        around(graph, "nobody")


NAMES = st.lists(st.sampled_from("abcdefghij"), min_size=1, max_size=10, unique=True)
HOSTILE = st.text(max_size=40).map(safe)


@given(NAMES, st.data())
@settings(max_examples=60, deadline=None)
def test_any_graph_is_laid_out_without_boxes_on_one_another(names: list[str], data) -> None:
    pairs = data.draw(st.lists(st.tuples(st.sampled_from(names), st.sampled_from(names)), max_size=25))
    edges = [pair for pair in dict.fromkeys(pairs) if pair[0] != pair[1]]
    boxes = [Box(name, 50, 20) for name in names]
    layer = layers_of(boxes, edges)
    assert all(layer[start] < layer[end] for start, end in acyclic(names, edges))
    spots = place(boxes, edges, 30, 10).spots
    for one in names:
        for other in names:
            if one != other and layer[one] == layer[other]:
                assert abs(spots[one].y - spots[other].y) >= 29.99


@given(HOSTILE, HOSTILE)
@settings(max_examples=60, deadline=None)
def test_no_text_breaks_out_of_a_drawing(title: str, reason: str) -> None:
    nodes = (
        Node("scene.a", safe(title), "everyday", title),
        Node("scene.b", safe(reason), "crisis", "g", note=reason),
    )
    graph = Graph(safe(title), nodes, (Edge("scene.a", "scene.b", "opens", (reason,)),))
    root = ET.fromstring(svg(graph))
    assert not [part for part in root.iter() if part.tag.endswith(("script", "image", "a", "foreignObject"))]
    chart = mermaid(graph)
    assert chart.count('"') == 2 * (1 + len(graph.groups()) + len(nodes) + 1)


def test_wide_letters_count_twice() -> None:
    assert cut("荣成" * 10, 10) == "荣成荣成…"
    assert cut("short", 10) == "short"


def test_the_command(capsys, tmp_path: Path) -> None:
    assert main(["pack", "graph", "--life", "student"]) == 0
    assert "A summary" in capsys.readouterr().out
    assert main(["pack", "graph", "--regime", "sesame", "--out", str(tmp_path / "s.svg")]) == 0
    assert (tmp_path / "s.svg").read_text("utf-8").startswith("<svg")
    assert "Wrote s.svg" in capsys.readouterr().out
    assert main(["pack", "graph", "--life", "nobody"]) == 2
    assert 'there is no life "nobody"' in capsys.readouterr().err
    assert main(["pack", "graph", "--life", "student", "--around", "scene.quiet"]) == 2
    assert "quiet_evening" in capsys.readouterr().err
