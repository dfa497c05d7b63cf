"""The page: one file that loads nothing, headings in order, every picture with its twin, and foreign words that are only words."""

from __future__ import annotations

from html.parser import HTMLParser
from itertools import pairwise

import pytest
from scenario import choice, life, live, measure, regime, rule, scene, watches

from scsgame.debrief.printed import as_html
from scsgame.debrief.story import story
from scsgame.terms import safe

LOADS = {
    "src",
    "srcset",
    "action",
    "formaction",
    "data",
    "poster",
    "background",
    "xlink:href",
    "ping",
    "cite",
    "manifest",
}
VOID = {"meta", "br", "hr", "img", "link", "input"}


class Reader(HTMLParser):
    """Reads a page and keeps what stands in it."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.words: list[str] = []
        self.inside: dict[str, list[str]] = {}
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag, tag

    def handle_data(self, data: str) -> None:
        if self.open[-1:] != ["style"]:
            self.words.append(data)
        self.inside.setdefault(self.open[-1] if self.open else "", []).append(data)


def told(language: str = "en", words: str = "Cross on red"):
    crossing = scene(
        "crossing", choice("cross", ["jaywalks"], says=words), choice("wait", ["waits"]), cooldown=1, kind="beat"
    )
    town = regime(
        watches("jaywalks", reliability=0.6),
        rule("red", act="jaywalks", points=-5),
        measure("ban", "score < 90", closes=["train"]),
    )
    lived = live(town, of=life(crossing)).takes(*["cross", "cross", "wait"] * 4)
    return story(lived.chronicle, (town,), {}, language)


@pytest.fixture(scope="module")
def page() -> str:
    return as_html(told(), "Ann")


def test_it_loads_nothing_from_anywhere(page: str) -> None:
    read = Reader(page)
    for tag, attributes in read.tags:
        assert tag not in {
            "script",
            "link",
            "img",
            "iframe",
            "object",
            "embed",
            "base",
            "form",
            "use",
            "image",
            "foreignobject",
        }
        assert not LOADS & set(attributes), tag
        assert not [name for name in attributes if name.startswith("on")]
        assert (attributes.get("href") or "#").startswith("#")
    style = "".join(read.inside["style"])
    assert "url(" not in style
    assert "@import" not in style
    assert "default-src 'none'" in next(
        a["content"] for t, a in read.tags if a.get("http-equiv") == "Content-Security-Policy"
    )


def test_every_tag_is_closed_and_every_id_is_there_once(page: str) -> None:
    read = Reader(page)
    assert read.open == []
    ids = [attributes["id"] for _, attributes in read.tags if "id" in attributes]
    assert len(ids) == len(set(ids))
    for _, attributes in read.tags:
        if attributes.get("href"):
            assert attributes["href"][1:] in ids
        for name in (attributes.get("aria-labelledby") or "").split():
            assert name in ids


def test_headings_go_down_one_step_at_a_time(page: str) -> None:
    levels = [int(tag[1]) for tag, _ in Reader(page).tags if tag in {"h1", "h2", "h3", "h4"}]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_every_picture_has_a_title_a_description_and_a_twin(page: str) -> None:
    read = Reader(page)
    tags = [tag for tag, _ in read.tags]
    assert tags.count("svg") == tags.count("figure") == tags.count("figcaption") == tags.count("desc") >= 5
    for at, (tag, attributes) in enumerate(read.tags):
        if tag == "svg":
            assert attributes["role"] == "img"
            assert [name for name, _ in read.tags[at + 1 : at + 3]] == ["title", "desc"]
    assert all("scope" in attributes for tag, attributes in read.tags if tag == "th")


def test_it_says_in_which_language_it_is() -> None:
    assert Reader(as_html(told("zh"), "安")).tags[1 - 1][1] == {"lang": "zh"}


@pytest.mark.parametrize(
    "words",
    [
        "<script>alert(1)</script>",
        '"><img src=x onerror=alert(1)>',
        "</title></svg></style>x",
        "a&b;'c",
        "\x1b[2J\u202egnp",
    ],
)
def test_hostile_words_are_only_words(words: str) -> None:
    plain = Reader(as_html(told(words="Cross on red"), "Ann"))
    hostile = Reader(as_html(told(words=words), words))
    assert [tag for tag, _ in plain.tags] == [tag for tag, _ in hostile.tags]
    assert safe(words).strip() in "".join(hostile.words)


def test_what_is_behind_a_finding_is_a_link_away(page: str) -> None:
    assert '<a href="#choice-1">day 1</a>' in page
    assert '<h3 id="choice-1">' in page
