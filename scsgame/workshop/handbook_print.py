"""A book on paper: as Markdown, or as one web page that needs nothing from anywhere."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator
from hashlib import sha256
from html import escape

from scsgame.tongue.directions import runs_left, set_apart
from scsgame.workshop.handbook import Block, Book, Bullets, Heading, Paragraph, Run, Table, Words, anchor

_MARKS = str.maketrans({mark: f"\\{mark}" for mark in "\\`*_[]<>#|~"})

STYLE = """\
:root{color-scheme:light dark;--ink:#1f2328;--soft:#59636e;--line:#d5d9de;--paper:#fff;--shade:#f5f6f8;--link:#1a5fa8}
@media (prefers-color-scheme:dark){:root{--ink:#e4e7ea;--soft:#a3acb6;--line:#3a4048;--paper:#15181c;--shade:#1f2429;--link:#86b7ec}}
body{font:16px/1.55 system-ui,"Noto Sans","Noto Sans CJK SC",sans-serif;color:var(--ink);background:var(--paper);max-width:48rem;margin:2rem auto;padding:0 1.2rem}
h1,h2,h3,h4{line-height:1.25;margin:2.2em 0 .5em}h1{font-size:2.1rem;margin-top:0}h2{font-size:1.75rem}h4{font-size:1.02rem;margin-top:1.7em}
h3{font-size:1.35rem;border-bottom:1px solid var(--line);padding-bottom:.2em}
p,ul{margin:.5em 0}li{margin:.35em 0}a{color:var(--link)}
blockquote{margin:.5em 0;padding:.1em 0 .1em .9em;border-left:3px solid var(--line)}
code{font:.86em ui-monospace,"DejaVu Sans Mono",monospace;color:var(--soft);overflow-wrap:anywhere}.soft{color:var(--soft)}
.scroll{overflow-x:auto}table{border-collapse:collapse;margin:1em 0;font-size:.9rem;width:100%}caption{text-align:left;font-weight:600;padding:.3em 0}
th,td{text-align:left;vertical-align:top;padding:.35em .6em;border-bottom:1px solid var(--line)}thead th{background:var(--shade)}
nav ul{list-style:none;padding-left:0}nav ul ul{padding-left:1.2em;font-size:.93rem}
.skip{position:absolute;left:-99rem}.skip:focus{left:1rem}
@page{size:A4;margin:18mm 16mm}
@media print{:root{--ink:#000;--soft:#444;--line:#bbb;--paper:#fff;--shade:#eee;--link:#000}body{max-width:none;margin:0;padding:0;font-size:10pt}
h2{break-before:page}h1,h2,h3,h4{break-after:avoid}li,tr,blockquote{break-inside:avoid}a{text-decoration:none}.scroll{overflow:visible}}
"""


def markdown(book: Book) -> str:
    """Return a book as Markdown."""
    lines = [f"# {_plain(book.title)}", ""]
    for block in book.blocks:
        lines += [*_markdown(block), ""]
    return "\n".join(lines)


def _markdown(block: Block) -> Iterator[str]:
    match block:
        case Heading(level, text, name):
            if name:
                yield f'<a id="{anchor(name)}"></a>'
                yield ""
            yield f"{'#' * (level + 1)} {_plain(text)}"
        case Paragraph(words, quoted):
            text = _runs(words).strip()
            yield "\n".join(f"> {line}" for line in text.split("\n")) if quoted else _begun(text)
        case Bullets(points):
            yield from (f"- {_runs(point).strip()}" for point in points)
        case Table(caption, head, rows):
            yield f"**{_plain(caption)}**"
            yield ""
            yield f"| {' | '.join(_plain(cell) for cell in head)} |"
            yield f"|{' --- |' * len(head)}"
            yield from (f"| {' | '.join(_runs(cell).replace(chr(10), ' ') for cell in row)} |" for row in rows)


def _begun(text: str) -> str:
    """Keep a first letter from making a list, a number or a rule of a paragraph."""
    return f"\\{text}" if text[:1] in "+-=" else text


def _runs(words: Words) -> str:
    return "".join(_run(word) for word in words)


def _run(word: str | Run) -> str:
    if isinstance(word, str):
        return _plain(word)
    text = _plain(word.text)
    body = text.strip()
    match word.style:
        case "strong":
            return text.replace(body, f"**{body}**", 1) if body else text
        case "code":
            fence = "``" if "`" in word.text else "`"
            return fence + word.text.replace("|", "\\|") + fence
        case "soft":
            return text.replace(body, f"*{body}*", 1) if body else text
        case "link":
            return f"[{text}](#{anchor(word.to)})"
        case "target":
            return f'<a id="{anchor(word.to)}"></a>{text}'
        case _:
            return text


def _plain(text: str) -> str:
    return text.translate(_MARKS)


def html(book: Book, language: str = "en") -> str:
    """Return a book as one web page; its rule of contents allows its own style and nothing else."""
    digest = b64encode(sha256(STYLE.encode()).digest()).decode()
    title = escape(book.title)
    body = "\n".join(line for block in book.blocks for line in _html(block))
    return f"""<!DOCTYPE html>
<html lang="{escape(language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-{digest}'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>{title}</title>
<style>{STYLE}</style>
</head>
<body>
<a class="skip" href="#text">To the text</a>
<header><h1>{title}</h1></header>
<nav aria-label="Contents">
{_contents(book)}
</nav>
<main id="text">
{body}
</main>
</body>
</html>
"""


def _contents(book: Book) -> str:
    lines, deep = ["<ul>"], False
    for block in book.blocks:
        if isinstance(block, Heading) and block.level <= 2 and block.name:
            if block.level == 2 and not deep:
                lines.append("<li><ul>")
            elif block.level == 1 and deep:
                lines.append("</ul></li>")
            deep = block.level == 2
            lines.append(f'<li><a href="#{anchor(block.name)}">{_shown(block.text)}</a></li>')
    return "\n".join([*lines, *(["</ul></li>"] if deep else []), "</ul>"])


def _html(block: Block) -> Iterator[str]:
    match block:
        case Heading(level, text, name):
            place = f' id="{anchor(name)}"' if name else ""
            yield f"<h{level + 1}{place}>{_shown(text)}</h{level + 1}>"
        case Paragraph(words, quoted):
            text = f"<p{_side(words)}>{_spans(words)}</p>"
            yield f"<blockquote>{text}</blockquote>" if quoted else text
        case Bullets(points):
            yield "<ul>"
            yield from (f"<li{_side(point)}>{_spans(point)}</li>" for point in points)
            yield "</ul>"
        case Table(caption, head, rows):
            cells = "".join(f'<th scope="col">{_shown(cell)}</th>' for cell in head)
            yield f'<div class="scroll"><table><caption>{_shown(caption)}</caption><thead><tr>{cells}</tr></thead><tbody>'
            for row in rows:
                rest = "".join(f"<td>{_spans(cell)}</td>" for cell in row[1:])
                yield f'<tr><th scope="row">{_spans(row[0])}</th>{rest}</tr>'
            yield "</tbody></table></div>"


def _side(words: Words) -> str:
    """Return the mark of a paragraph that runs from right to left as a whole."""
    text = "".join(word if isinstance(word, str) else word.text for word in words)
    return ' dir="rtl"' if runs_left(text) else ""


def _shown(words: str) -> str:
    """Return words for the page: what runs from right to left is set apart from its neighbours."""
    return set_apart(words, "<bdi>", "</bdi>", escape)


def _spans(words: Words) -> str:
    return "".join(_span(word) for word in words)


def _span(word: str | Run) -> str:
    if isinstance(word, str):
        return _shown(word).replace("\n", "<br>")
    text = _shown(word.text)
    match word.style:
        case "strong":
            return f"<strong>{text}</strong>"
        case "code":
            return f"<code>{text}</code>"
        case "soft":
            return f'<span class="soft">{text}</span>'
        case "link":
            return f'<a href="#{anchor(word.to)}">{text}</a>'
        case "target":
            return f'<code id="{anchor(word.to)}">{text}</code>'
        case _:
            return text
