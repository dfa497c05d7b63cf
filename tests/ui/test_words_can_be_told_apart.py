"""Sentences that stand one below the other can be told apart, with and without signs."""

from __future__ import annotations

from scsgame.ui.paper.look import Look
from scsgame.ui.paper.words import sentences

LONG = "What was seen of you was a good deal less than what you did."


def drawn(*says: str, ascii_only: bool = False) -> list[str]:
    look = Look(ascii=ascii_only)
    return ["".join(run.text for run in line) for one in sentences(says, look) for line in one.lines(30, look, False)]


def test_each_of_several_sentences_begins_with_a_sign_and_hangs_beneath_it() -> None:
    lines = drawn(LONG, "So they say.")
    assert [line[:2] for line in lines] == ["· ", "  ", "  ", "· "]
    assert drawn(LONG, "So they say.", ascii_only=True)[0].startswith("* ")


def test_a_sentence_alone_begins_with_none() -> None:
    assert drawn("So they say.") == ["So they say."]
