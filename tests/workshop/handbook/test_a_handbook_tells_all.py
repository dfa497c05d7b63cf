"""A pack as a book: everything is in it, nothing breaks out of it, nothing is fetched by it."""

from __future__ import annotations

import re
import sys
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

sys.path.insert(0, str(Path(__file__).parents[1] / "graph"))
from tiny import golden, library  # type: ignore[import-not-found]

from scsgame.cli import main
from scsgame.packs import load
from scsgame.packs.nouns import Library
from scsgame.terms import STATUSES, safe
from scsgame.workshop.handbook import Book, Bullets, Heading, Paragraph, Run, Table, handbook
from scsgame.workshop.handbook_life import life_blocks
from scsgame.workshop.handbook_print import html, markdown
from scsgame.workshop.handbook_regime import regime_blocks

GOLDEN = Path(__file__).parent / "golden"


def book(held: Library) -> Book:
    lives = [block for life in held.lives.values() for block in life_blocks(life, held.vocabulary)]
    regimes = [block for regime in held.regimes.values() for block in regime_blocks(regime, held)]
    return handbook(held, "A book", lives, regimes, held.regimes.values())


class Page(HTMLParser):
    """What stands in a page: tags, ids, links."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.open: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag, attrs) -> None:
        self.tags.append(tag)
        given_ = dict(attrs)
        self.ids += [given_["id"]] if given_.get("id") else []
        self.links += [given_[name] for name in ("href", "src") if name in given_]
        if tag not in ("meta", "br", "link"):
            self.open.append(tag)

    def handle_endtag(self, tag) -> None:
        assert self.open.pop() == tag


@pytest.fixture(scope="module")
def shipped() -> tuple[Library, Book]:
    held = load([])
    return held, book(held)


@pytest.mark.parametrize("form", [markdown, html])
def test_golden(form) -> None:
    golden(GOLDEN / f"tiny.{form.__name__}", form(book(library())))


@pytest.mark.parametrize("form", [markdown, html])
def test_everything_is_in_the_book(shipped, form) -> None:
    held, whole = shipped
    said = form(whole)
    for life in held.lives.values():
        for scene in life.scenes:
            assert f"<code>{scene.id}</code>" in said or f"`{scene.id}`" in said, scene.id
        for ending in life.endings:
            assert f">{ending.id}<" in said or f"`{ending.id}`" in said
    for regime in held.regimes.values():
        for thing in (
            *regime.observers,
            *regime.rules,
            *regime.tiers,
            *regime.rolls,
            *regime.measures,
            *regime.redress,
        ):
            assert f">{thing.id}<" in said or f"`{thing.id}`" in said, thing.id
    assert all(status in said for status in STATUSES)


def test_the_page_is_whole_and_asks_nothing_of_anybody(shipped) -> None:
    text = html(shipped[1])
    page = Page(text)
    assert not page.open
    assert len(page.ids) == len(set(page.ids))
    assert {link[0] for link in page.links} == {"#"}
    assert {link[1:] for link in page.links} <= set(page.ids)
    assert "default-src 'none'" in text
    assert "script" not in page.tags
    levels = [int(tag[1]) for tag in page.tags if re.fullmatch(r"h[1-6]", tag)]
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels)), "no level of heading is skipped"


def test_links_in_markdown_lead_somewhere(shipped) -> None:
    text = markdown(shipped[1])
    places = set(re.findall(r'<a id="([^"]+)">', text))
    assert set(re.findall(r"\]\(#([^)]+)\)", text)) <= places


@given(st.text(max_size=60))
@settings(max_examples=80, deadline=None)
def test_no_text_breaks_out_of_the_page(text: str) -> None:
    words = safe(text)
    blocks = (Heading(1, words, words), Paragraph((words, Run(words, "strong"), Run(words, "code"), Run(words, "link", words)), quoted=True),
              Bullets(((words,),)), Table(words, (words,), (((words, Run(words, "soft")),),)))  # fmt: skip
    page = Page(html(Book(words, blocks)))
    assert not page.open
    assert set(page.tags) <= {"html", "head", "meta", "title", "style", "body", "a", "header", "h1", "h2", "nav", "ul", "li", "main", "blockquote", "p", "br", "strong", "code", "div", "table", "caption", "thead", "tr", "th", "tbody", "span"}  # fmt: skip
    assert "<script" not in markdown(Book(words, blocks)).replace("\\<script", "")


def test_the_command(capsys, tmp_path: Path) -> None:
    assert main(["pack", "doc", "--regime", "sesame"]) == 0
    assert capsys.readouterr().out.startswith("# Sesame Credit\n")
    assert main(["pack", "doc", "--out", str(tmp_path / "book.html")]) == 0
    assert (tmp_path / "book.html").read_text("utf-8").startswith("<!DOCTYPE html>")
    assert main(["pack", "doc", "--out", str(tmp_path / "book.docx")]) == 2
    assert "ends with .md or .html" in capsys.readouterr().err
