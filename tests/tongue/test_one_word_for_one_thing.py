"""In Chinese one word stands for one thing, as the glossary says; what it rejects is nowhere said."""

import re
from pathlib import Path

import pytest

from scsgame.tongue import table

PAGE = Path(__file__).parents[2] / "docs" / "authors" / "glossary-zh.md"
ROWS = [line.split("|")[1:4] for line in PAGE.read_text(encoding="utf-8").splitlines() if line.startswith("|")][2:]
ELSEWHERE = {
    "选项": ("cli.options",),  # those of a command
    "申诉": ("redress.appeal", "plain.help_plead"),  # the one of three ways back
}  # fmt: skip
"""Where a word means something else."""


@pytest.mark.parametrize("word", re.findall("[\u4e00-\u9fff]+", " ".join(row[2] for row in ROWS)))
def test_a_word_that_the_glossary_rejects_is_nowhere_said(word):
    said = {key: words for key, words in table("zh").items() if word in words}
    assert not [key for key in said if not key.startswith(ELSEWHERE.get(word, "-"))], said


def test_percents_are_written_in_figures():
    assert not [key for key, words in table("zh").items() if re.search(r"百分之[\d{]", words)]
