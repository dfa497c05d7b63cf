"""What is read line by line is what the parser reads, to the last place; what is torn costs its own block only."""

import random
from pathlib import Path

import pytest
import yaml

from scsgame.packs.barriers import inspected
from scsgame.packs.events import EnoughError, by_events
from scsgame.packs.lines import UnfamiliarError, by_lines
from scsgame.packs.reader import Map, Seq, Torn, line_of, read
from scsgame.packs.specimen import specimen

ROOT = Path(__file__).resolve().parents[2]
SHIPPED = sorted((ROOT / "content").rglob("*.yaml"))
SIGNS = (
    "- ", "  ", " ", ": ", ":", "#", "# ", " # x", " #x", "'", '"', "{", "}", "[", "]", ",", ", ", "|", ">-", ">", "|-", "&a ",
    "*a", "!x ", "?", "? ", "-", "@", "`", "%", "~", "\\", "\n", "\n\n", "\n  ", "\n- ", "key: ", "a: b", "- a: b", "é", "林",
    "“", "\u00a0", "\ufffd", "...", "---", "- - ", "''", '""', "<<: ", "x:y", "1:2", "[a, b]", "{a: b, c: [d, 'e f']}", "{a: }",
    "[]", "{}", "+3", "-3", ">-\n    text\n    more\n\n    x", ">\n  a\n", "|\n   a\n    b\n", "key:\n", "key:  # remark\n", "😀",
)  # fmt: skip


def same(one, other):
    if one is None or other is None:
        return one is other
    if isinstance(one, str) or isinstance(other, str):
        return one == other
    if one.__class__ is not other.__class__ or list(one.marks) != list(other.marks):
        return False
    if isinstance(one, Map):
        return list(one) == list(other) and all(same(one[key], other[key]) for key in one)
    return len(one) == len(other) and all(map(same, one, other))


def parsed(text):
    slips = []
    try:
        found = by_events(text, slips)
    except (yaml.YAMLError, EnoughError):
        return None
    return found if found.whole and not slips else None


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_shipped_files_read_in_blocks_are_what_the_parser_reads(path):
    text = path.read_text("utf-8")

    assert read(text).whole
    assert same(read(text).root, parsed(text).root)


FAMILIAR = """\
# A remark.
- id: first
  when: not hurt and day > 3   # another one
  price: -3
  place:   "At the gate: noon"
  about: 'so it is'
  text: >-
    Two lines of text
    become one.

    And a new one.
  verse: |
    One line,
      another.
  effects: {money: +3, said: {en: "Yes, so", zh: 好}, of: [a, 'b c']}
  choices:
  - id: go
    acts: []
  empty:
- [mon, wed] # a list
- plain words
- >-
  folded
"""


def test_lines_as_people_write_them_are_read_without_the_parser():
    root, size = by_lines(FAMILIAR)

    assert same(root, parsed(FAMILIAR).root)
    assert size == things(root)
    assert root[0]["text"] == "Two lines of text become one.\nAnd a new one."


def altered(luck, texts):
    """Return a piece of content, with a few signs put in or taken out."""
    lines = luck.choice(texts).split("\n")
    start = luck.randrange(len(lines))
    lines = lines[start : start + luck.randrange(1, 14)]
    margin = len(lines[0]) - len(lines[0].lstrip(" "))
    text = "\n".join(line[margin:] if not line[:margin].strip() else line for line in lines)
    text += luck.choice(("", "\n", "\n\n"))
    for _ in range(luck.choice((0, 1, 1, 1, 2, 3))):
        at = luck.randrange(len(text) + 1)
        if luck.random() < 0.7:
            text = text[:at] + luck.choice(SIGNS) + text[at:]
        else:
            text = text[:at] + text[at + luck.randrange(1, 5) :]
    text, spoilt = inspected(text, [])
    return "" if spoilt else text


@pytest.mark.parametrize("seed", range(20))
def test_whatever_a_hand_puts_in_the_two_ways_of_reading_agree(seed):
    luck = random.Random(seed)
    texts = [*specimen().values(), *(path.read_text("utf-8") for path in SHIPPED[seed::20])]
    met = 0
    for _ in range(300):
        text = altered(luck, texts)
        whole = parsed(text)
        try:
            root, size = by_lines(text)
        except UnfamiliarError:
            pass
        else:
            met += 1
            assert whole is not None, text
            assert same(root, whole.root), text
            assert not whole.cut, text
            assert size == things(root), text
        found = read(text)
        assert found.whole == (whole is not None) or found.slips, text
        if whole is not None:
            assert same(found.root, whole.root), text
            assert found.cut == whole.cut, text
    assert met > 30


def things(node):
    if isinstance(node, str):
        return 1
    inner = node.values() if isinstance(node, Map) else node
    return 1 + (len(node) if isinstance(node, Map) else 0) + sum(map(things, inner))


def test_a_torn_entry_shows_its_names_and_the_others_are_whole():
    text = (
        "- id: a\n  text: - so: what\n    - and: how\n  arc: tale\n  choices:\n    - id: go\n- id: b\n  text: fine\n"
    )
    found = read(text)
    torn, whole = found.root

    assert isinstance(torn, Torn)
    assert torn == ""
    assert torn.ids == (("a", torn.ids[0][1]),)
    assert line_of(torn.ids[0][1]) == 0
    assert (torn.inner, torn.arcs) == (("go",), ("tale",))
    assert whole == {"id": "b", "text": "fine"}
    assert [line_of(mark) for mark in (*found.root.marks, *whole.marks)] == [0, 6, 6, 6, 7, 7]
    assert [slip.line for slip in found.slips] == [1]


def test_within_a_torn_key_the_blocks_beneath_are_read():
    found = read("cast:\n  - {id: a, name: A}\n  - {id: b, name: B: {C\n  - {id: c, name: C}\nfeed: x\n")

    assert not found.whole
    assert [isinstance(part, Torn) for part in found.root["cast"]] == [False, True, False]
    assert found.root["feed"] == "x"
    assert [slip.line for slip in found.slips] == [2]


def test_each_slip_of_a_file_is_said_once():
    found = read("a: {x\nb: y: z\nc: fine\nd: 'never\ne: @at\n")

    assert [(slip.line, slip.code) for slip in found.slips] == [
        (0, "bad-yaml"),
        (1, "bad-yaml"),
        (3, "bad-yaml"),
        (4, "bad-yaml"),
    ]
    assert [key for key, value in found.root.items() if not isinstance(value, Torn)] == ["c"]


def test_brackets_that_run_on_over_the_margin_are_no_slip():
    found = read("a: [x,\ny]\nb: z\n")

    assert found.whole
    assert found.root == {"a": ["x", "y"], "b": "z"}


def test_a_text_without_any_beginning_is_not_salvaged():
    found = read("% so\n: it : goes\n")

    assert found.root is None
    assert len(found.slips) == 1
    assert not isinstance(found.root, Seq)
