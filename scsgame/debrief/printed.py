"""The debrief as one page for a browser or a printer: it loads nothing, runs nothing, and every foreign word on it is only text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from html import escape

from scsgame.debrief.finding import Finding
from scsgame.debrief.pictures.drawing import svg
from scsgame.debrief.pictures.picture import Picture
from scsgame.debrief.pictures.twins import twin
from scsgame.debrief.story import Chapter, Story
from scsgame.debrief.turns_told import ToldTurn
from scsgame.terms import safe
from scsgame.tongue import phrase
from scsgame.tongue.directions import runs_left, set_apart

POLICY = (
    """<meta http-equiv="Content-Security-Policy" """
    """content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">"""
)

STYLE = """<style>
:root{color-scheme:light dark;--ink:#1a1a1a;--paper:#fff;--quiet:#595959;--line:#bbb}
@media(prefers-color-scheme:dark){:root{--ink:#e8e6e1;--paper:#16181c;--quiet:#a8a8a8;--line:#555}}
*{box-sizing:border-box}
body{margin:0 auto;max-width:46rem;padding:1.5rem 1rem 4rem;font:1rem/1.5 Georgia,"Noto Serif","Songti SC",serif;color:var(--ink);background:var(--paper);overflow-wrap:break-word}
h1{font-size:1.9rem;line-height:1.2;margin:0}h2{font-size:1.5rem;margin:3rem 0 1rem;border-bottom:2px solid var(--ink)}
h3{font-size:1.2rem;margin:2rem 0 .5rem}h4{font-size:1rem;margin:1.5rem 0 .25rem}
p{margin:.4rem 0}a{color:inherit}nav ol{padding-left:1.4rem}
figure{margin:1rem 0;overflow-x:auto}figure svg{display:block;width:100%;min-width:32rem;height:auto}
figcaption{color:var(--quiet);font-size:.9rem}
.limit,.of,.seen{color:var(--quiet);font-size:.9rem}.limit{border-left:3px solid var(--line);padding-left:.6rem}
.wide{overflow-x:auto}table{border-collapse:collapse;font-size:.85rem;margin:.5rem 0}
th,td{text-align:left;vertical-align:top;padding:.15rem .7rem .15rem 0;border-bottom:1px solid var(--line);font-weight:normal}
thead th{color:var(--quiet)}
ul{margin:.3rem 0;padding-left:1.3rem}.taken{font-weight:bold}
@media print{:root{color-scheme:light;--ink:#000;--paper:#fff;--quiet:#333;--line:#999}body{max-width:none;padding:0;font-size:10.5pt}
nav,summary{display:none}figure,tr,.choice{break-inside:avoid}h2,h3,h4{break-after:avoid}figure svg{min-width:0}.wide,figure{overflow:visible}.choices{columns:2;column-gap:8mm;font-size:9pt}.choices h3{margin:.8rem 0 .2rem;font-size:10pt}
@page{size:A4;margin:18mm 16mm}}
</style>"""


OF, OF_A_ROW = ' class="of"', ' scope="row"'


def as_html(told: Story, name: str) -> str:
    """Return a whole debrief as one page: the story first, then what stands behind it, then every choice."""
    language = told.language
    title = phrase("debrief.head", "What was done to you", language)
    numbers = sorted({number for one in told.chapters for number in _all_turns(one)})
    turns = told.turns(numbers)
    known = {turn.number: turn.day for turn in turns}
    parts = [
        "<!DOCTYPE html>",
        f'<html lang="{escape(language)}"><head><meta charset="utf-8">',
        POLICY,
        '<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="referrer" content="no-referrer">',
        f"<title>{_text(f'{title}: {name}')}</title>{STYLE}</head><body>",
        f"<header><h1>{_text(title)}</h1>{_element('p', name, OF)}</header>",
        *_contents(told, language),
        "<main>",
        f'<h2 id="story">{_text(phrase("page.story", "The story", language))}</h2>',
        *(part for one in told.chapters for part in _chapter(one, language)),
        f'<h2 id="behind">{_text(phrase("debrief.behind", "What stands behind it", language))}</h2>',
        *(part for one in told.chapters for part in _behind(one, known, language)),
    ]
    if turns:
        parts.append(f'<h2 id="choices">{_text(phrase("page.choices", "Choice by choice", language))}</h2>')
        parts += ['<div class="choices">', *(part for turn in turns for part in _turn(turn, language)), "</div>"]
    return "\n".join([*parts, "</main></body></html>", ""])


def _text(words: object) -> str:
    """Return words as an attribute or a title may hold them."""
    return escape(safe(str(words)))


def _words(words: object) -> str:
    """Return words as a page shows them: what runs from right to left is set apart from its neighbours."""
    return set_apart(safe(str(words)), "<bdi>", "</bdi>", escape)


def _element(tag: str, words: object, marks: str = "") -> str:
    """Return one element of text, which runs the way its letters do."""
    text = safe(str(words))
    if runs_left(text):
        return f'<{tag}{marks} dir="rtl">{escape(text)}</{tag}>'
    return f"<{tag}{marks}>{_words(text)}</{tag}>"


def _all_turns(chapter: Chapter) -> set[int]:
    page = chapter.page
    return {number for numbers in (page.turns, *(one.turns for one in page.findings)) for number in numbers if number}


def _contents(told: Story, language: str) -> Iterator[str]:
    yield f'<nav aria-label="{_text(phrase("page.contents", "Chapters", language))}"><ol>'
    for chapter in told.chapters:
        yield f'<li><a href="#{escape(chapter.id)}">{_text(chapter.title)}</a></li>'
    yield "</ol></nav>"


def _chapter(chapter: Chapter, language: str) -> Iterator[str]:
    yield f'<section aria-labelledby="{escape(chapter.id)}"><h3 id="{escape(chapter.id)}">{_text(chapter.title)}</h3>'
    yield from (_element("p", words) for words in chapter.page.says)
    if chapter.page.picture is not None:
        yield from _figure(chapter.page.picture, f"picture-{chapter.id}", language)
    if chapter.page.findings:
        words = phrase("debrief.behind", "What stands behind it", language)
        yield f'<p class="of"><a href="#behind-{escape(chapter.id)}">{_text(words)}</a></p>'
    yield "</section>"


def _figure(picture: Picture, name: str, language: str) -> Iterator[str]:
    yield '<figure tabindex="0">'
    yield f"{svg(picture, language, name)}<figcaption>{_words(picture.title)}"
    words = twin(picture, language)
    yield f"<details><summary>{_text(phrase('page.in_words', 'The picture in words', language))}</summary>"
    yield from (_element("p", line) for line in words.says)
    yield from _table(words.rows, picture.title)
    yield "</details></figcaption></figure>"


def _table(rows: Sequence[Sequence[str]], caption: str) -> Iterator[str]:
    if not rows:
        return
    yield f'<div class="wide" role="region" tabindex="0" aria-label="{_text(caption)}"><table><thead><tr>'
    yield "".join(_element("th", cell, ' scope="col"') for cell in rows[0])
    yield "</tr></thead><tbody>"
    for first, *rest in rows[1:]:
        cells = "".join(_element("td", cell) for cell in rest)
        yield f"<tr>{_element('th', first, OF_A_ROW)}{cells}</tr>"
    yield "</tbody></table></div>"


def _behind(chapter: Chapter, known: dict[int, int], language: str) -> Iterator[str]:
    if not chapter.page.findings:
        return
    name = f"behind-{escape(chapter.id)}"
    yield f'<section aria-labelledby="{name}"><h3 id="{name}">{_text(chapter.title)}</h3>'
    for number, found in enumerate(chapter.page.findings, 1):
        yield from _finding(found, number, known, language)
    yield "</section>"


def _finding(found: Finding, number: int, known: dict[int, int], language: str) -> Iterator[str]:
    yield _element("h4", found.title)
    yield from (_element("p", words) for words in found.says)
    if found.picture is not None:
        yield from _figure(
            found.picture, f"finding-{escape(re.sub(r'[^a-z0-9]+', '-', found.id))}-{number}", language
        )
    yield from _table(found.rows, found.title)
    for words in found.cannot:
        limit = phrase("finding.cannot", "What this cannot show: {limit}", language, limit=words)
        yield _element("p", limit, ' class="limit"')
    if found.turns:
        links = _links(found.turns, known, language)
        yield f'<p class="of">{_text(phrase("page.its_choices", "The choices behind it:", language))} {links}</p>'


def _links(numbers: Iterable[int], known: dict[int, int], language: str) -> str:
    found = [
        f'<a href="#choice-{number}">{_text(phrase("day", "day {day}", language, day=known[number]))}</a>'
        for number in numbers
        if number in known
    ]
    return escape(phrase("comma", ", ", language)).join(found)


def _turn(turn: ToldTurn, language: str) -> Iterator[str]:
    head = phrase("day", "day {day}", language, day=turn.day)
    yield f'<section class="choice"><h3 id="choice-{turn.number}">{_text(head)}</h3>'
    if turn.scene:
        yield _element("p", turn.scene)
    yield "<ul>"
    for way in turn.ways:
        aside = phrase("page.taken", "taken", language) if way.taken else way.closed_by
        words = phrase("bracketed", "{words} ({aside})", language, words=way.text, aside=aside) if aside else way.text
        yield _element("li", words, f' class="{"taken" if way.taken else "left"}"')
    yield "</ul>"
    for line in turn.seen or (phrase("turns.unseen", "nobody looked for it", language),):
        yield _element("p", line, ' class="seen"')
    came = [one.words for one in turn.came] or [phrase("turns.nothing", "it counted for nothing", language)]
    yield from (_element("p", line, ' class="seen"') for line in came)
    yield "</section>"
