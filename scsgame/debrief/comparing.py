"""The same life under each regime, side by side, told."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from scsgame.debrief.elsewhere import Elsewhere, table
from scsgame.debrief.finding import Finding, as_section, finding
from scsgame.debrief.sections import Section, Series
from scsgame.game.wording import in_a_row
from scsgame.tongue import Phrase, phrase

FEW = 6
"""With more systems than this, those that heard nothing are named in a sentence and not in the table."""

_MOVED = (
    Phrase("elsewhere.on", "on: {names}"), Phrase("elsewhere.opened", "opened: {names}"),
    Phrase("elsewhere.closed", "closed: {names}"), Phrase("elsewhere.shown", "shown to others: {names}"),
)  # fmt: skip


def comparison(rows: Sequence[Elsewhere], language: str = "en", *, apart: bool = False) -> Section:
    """Return the same life under each regime, side by side, as a section with every course; `apart`: they are of another age."""
    courses = tuple(
        Series(row.title, tuple((float(day), float(score)) for day, score in row.course))
        for row in rows
        if row.course and not (len(rows) > FEW and _silent(row))
    )
    told = of_another_age(rows, language) if apart else compared(rows, language)
    return as_section(told, language)._replace(series=courses)


def _silent(row: Elsewhere) -> bool:
    return not (row.reports or row.marks or row.lists)


def compared(rows: Sequence[Elsewhere], language: str = "en", turns: Iterable[int] = ()) -> Finding:
    """Return the same life under each regime, side by side, as a finding; `turns` are those that some of them would have closed."""
    silent = [row for row in rows if _silent(row)] if len(rows) > FEW else []
    rows = [row for row in rows if row not in silent]
    unliveable = [row for row in rows if row.not_liveable]
    lines = [
        phrase(
            "elsewhere.how",
            "The same acts on the same days, with the same luck, judged by each system alone. Whoever could have joined "
            "is taken to have joined on the first day.",
            language,
        ),
    ]
    if silent:
        lines.append(
            phrase(
                "elsewhere.silent",
                "{count} {count|system|systems} would have heard nothing of this life: {names}.",
                language,
                count=len(silent),
                names=in_a_row([row.title for row in silent], language),
            )
        )
    lines += [
        phrase(
            "elsewhere.unliveable",
            "Under {regime} this life could not have been lived as it was: closed would have been "
            "{count} {count|choice|choices} that you took.",
            language,
            regime=row.title,
            count=row.not_liveable,
        )
        for row in unliveable
    ]
    for row in rows:
        moved = [
            what.read(language, names=in_a_row(names, language))
            for what, names in zip(_MOVED, (row.lists, row.opened, row.closed, row.shown), strict=True)
            if names
        ]
        if moved:
            lines.append(
                phrase(
                    "elsewhere.moved",
                    "{regime} – {what}.",
                    language,
                    regime=row.title,
                    what=phrase("semicolon", "; ", language).join(moved),
                )
            )
    return finding(
        "elsewhere", phrase("elsewhere.title", "The same life elsewhere", language), lines,
        [phrase("elsewhere.limit", "that you would have lived like this under any of them. Nobody knew of them, so nobody could heed them.", language)],
        table(rows, language), turns=turns,
    )  # fmt: skip


def of_another_age(rows: Sequence[Elsewhere], language: str = "en", turns: Iterable[int] = ()) -> Finding:
    """Return the same life under systems of another age, side by side, as a finding apart from those of its own."""
    told = compared(sorted(rows, key=lambda row: row.title), language, turns)
    title = phrase("elsewhere.another_age", "And by systems of another age", language)
    return told._replace(id="elsewhere.another_age", title=title)
