"""`pack fmt`: the data and the comments stay, a second time changes nothing, and the form is the one promised."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scsgame.cli import main
from scsgame.packs.library import core_content
from scsgame.packs.reader import read
from scsgame.workshop.fmt import UNREADABLE, canonical, same

CONTENT = sorted(core_content().rglob("*.yaml"))

FORMS = {
    "spaces": ("a :   1   # one\nb:   {x: 1 ,y: [ 2,3 ]}\n", "a: 1   # one\nb: {x: 1, y: [2, 3]}\n"),
    "a list under its key": ("a:\n- 1\n-   2\n# below\nb: 3\n", "a:\n  - 1\n  - 2\n# below\nb: 3\n"),
    "deep": ("a:\n      b:\n         - id:  x   \n           # of y\n           y: 2\n", "a:\n  b:\n    - id: x\n      # of y\n      y: 2\n"),
    "blocks": ("a:\n    t: >-\n        One\n          two\n\n        three\n\n\n\n    u: 1\n", "a:\n  t: >-\n    One\n      two\n\n    three\n\n  u: 1\n"),
    "kept breaks": ("a: |+\n    x\n\n\n", "a: |+\n  x\n\n\n"),
    "going on": ("a:\n    - {x: 1,\n       y: 2}\n    - one\n      two\n", "a:\n  - {x: 1,\n     y: 2}\n  - one\n    two\n"),
    "quotes over lines": ('a:\n     b: "one\n       two\n\n       three"\n', 'a:\n  b: "one\n    two\n\n    three"\n'),
    "windows": ("a: 1\r\nb: 2  \r\n", "a: 1\nb: 2\n"),
    "a mark at the start": ("\ufeffa: 1\n", "a: 1\n"),
    "no last line break": ("a: 1", "a: 1\n"),
    "empty lines": ("\n\n# top\n\n\n\na: 1\n\n\n", "\n# top\n\na: 1\n"),
    "a comment close by": ("a: 1 # one\n", "a: 1  # one\n"),
    "a hash in a block": ("a: |-\n      # no comment\n      x #no\n", "a: |-\n  # no comment\n  x #no\n"),
    "comments inside brackets": ("a:\n    b: [1,  # one\n        # two\n        3]\n", "a:\n  b: [1,  # one\n      # two\n      3]\n"),
    "an empty block with its own depth": ("a: |2\n\n\nb:  1\n", "a: |2\n\nb: 1\n"),
    "a block with its own depth": ("a:\n    b: |2\n        x\n      y\n", "a:\n  b: |2\n      x\n    y\n"),
    "names in other scripts": ("甲:   {乙:  丙 ,丁: 戊}   # 己\n", "甲: {乙: 丙, 丁: 戊}   # 己\n"),
}  # fmt: skip


@pytest.mark.parametrize("name", FORMS)
def test_the_form_is_the_one_promised(name: str) -> None:
    before, after = FORMS[name]
    assert canonical(before) == (formed := canonical(before))
    assert (formed.text, formed.reason) == (after.lstrip("\n") if name == "empty lines" else after, "")


@pytest.mark.parametrize("path", CONTENT, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_the_games_own_content_survives_any_indentation(path: Path) -> None:
    text = path.read_text("utf-8")
    keeps(text)
    keeps(widened(text))
    assert canonical(text).reason == ""


def widened(text: str) -> str:
    """Return a text with twice the white space at the beginning of each line, and blanks at the ends of some."""
    if re.search(r"(?m)[|>][+-]?[0-9]", text):
        return text
    wide = "\n".join(" " * (len(line) - len(line.lstrip(" "))) + line for line in text.split("\n"))
    return re.sub(r"(?m)^( *)((?:- )+)", lambda found: found[1] + found[2].replace("- ", "-   "), wide)


def keeps(text: str) -> None:
    """The data and all letters stay; what cannot be moved safely is left as it is; a second time changes nothing."""
    before, formed = read(text.removeprefix("\ufeff")), canonical(text)
    if formed.reason:
        assert formed.text == text
        return
    after = read(formed.text)
    assert same(before.root, after.root)
    assert after.slips == ()
    assert "".join(text.removeprefix("\ufeff").split()) == "".join(formed.text.split())
    assert canonical(formed.text).text == formed.text


def test_widened_content_comes_back_to_where_it_was() -> None:
    """All of the game's own content is in canonical form, and finds back to it from twice the indentation."""
    back = [path for path in CONTENT if not canonical(widened(path.read_text("utf-8"))).reason]
    assert len(back) == len(CONTENT)


WORD = st.sampled_from(
    ["a", "b c", "'q: #'", '"d # e"', "12", "yes", "x#y", "分", "{k: v}", "[1,2 , 3]", "{a: [1], b: {c: d}}"]
)
GAP = st.sampled_from([" ", "  ", "   "])
TAIL = st.sampled_from(["", " # note", "   #x", "  "])


@st.composite
def trees(draw: st.DrawFn, depth: int = 0, indent: int = 0) -> str:
    """A block of YAML with any legal indentation, comments anywhere, and texts in blocks."""
    pad, lines = " " * indent, []
    is_list = draw(st.booleans())
    for number in range(draw(st.integers(1, 3))):
        if draw(st.integers(0, 4)) == 0:
            lines.append(draw(st.sampled_from([f"{pad}# above", "", f"{pad}  # odd", "   "])))
        head = "-" if is_list else f"k{number}:"
        kind = draw(st.integers(0, 4 if depth < 3 else 2))
        if kind <= 1:
            lines.append(f"{pad}{head}{draw(GAP)}{draw(WORD)}{draw(TAIL)}")
        elif kind == 2:
            more = " " * draw(st.integers(1, 4))
            style = draw(st.sampled_from([">-", "|-", "|", ">", "|+", ">+"]))
            body = draw(
                st.lists(
                    st.sampled_from(["text", "# no comment", "", "  further", "a: b", "- c"]), min_size=1, max_size=4
                )
            )
            lines.append(f"{pad}{head} {style}")
            lines.append(f"{pad}{more}first")
            lines += [f"{pad}{more}{line}" if line else "" for line in body]
        else:
            deeper = indent + draw(st.integers(1, 4))
            lines.append(f"{pad}{head}{draw(TAIL)}")
            lines.append(draw(trees(depth + 1, deeper)))
    return "\n".join(lines)


@settings(max_examples=400, deadline=None)
@given(trees(), st.sampled_from(["", "\n", "\n\n\n"]))
def test_any_tree_keeps_its_data_and_its_comments(text: str, end: str) -> None:
    keeps(text + end)


@settings(max_examples=300, deadline=None)
@given(st.text(st.sampled_from(list("ab:#-{}[],'\"|>+ \n\t!&*?%é\ufeff\r")), max_size=60))
def test_no_text_makes_it_raise_or_lie(text: str) -> None:
    keeps(text)


def test_broken_files_are_left_alone() -> None:
    for text in ("a: [1\n", "a: 1\na: 2\n", "a: &x 1\n", "", "\t- a\n", "--- 1\n--- 2\n"):
        formed = canonical(text)
        assert formed.text == text
        assert formed.reason == UNREADABLE


def test_the_command_changes_says_so_and_changes_nothing_twice(tmp_path: Path, capsys) -> None:
    file = tmp_path / "scenes" / "a.yaml"
    file.parent.mkdir()
    file.write_text("a:   1\n", "utf-8")
    (tmp_path / ".hidden").mkdir()
    (tmp_path / ".hidden" / "b.yaml").write_text("b:   1\n", "utf-8")
    (tmp_path / "link.yaml").symlink_to(file)
    assert main(["pack", "fmt", str(tmp_path), "--check"]) == 1
    assert file.read_text("utf-8") == "a:   1\n"
    assert main(["pack", "fmt", str(tmp_path)]) == 0
    assert file.read_text("utf-8") == "a: 1\n"
    assert main(["pack", "fmt", str(tmp_path), "--check"]) == 0
    assert (tmp_path / ".hidden" / "b.yaml").read_text("utf-8") == "b:   1\n"
    assert sorted(path.name for path in file.parent.iterdir()) == ["a.yaml"]
    file.write_bytes(b"a: \xff\n")
    assert main(["pack", "fmt", str(tmp_path)]) == 1
    assert file.read_bytes() == b"a: \xff\n"
    assert main(["pack", "fmt", str(tmp_path / "nowhere")]) == 2
    assert "1 cannot be read" in capsys.readouterr().out
