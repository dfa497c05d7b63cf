"""Before the first page is there: a word where it takes long, and no key taken that was pressed blindly."""

from __future__ import annotations

import os
import pty
import sys
import termios
import tty
from threading import Event

import pytest

from scsgame.cli.patience import Patience, forget_keys
from scsgame.ui import splash


@pytest.fixture
def screen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(splash, "splash", lambda: b"mark")
    monkeypatch.setattr(splash.os, "get_terminal_size", lambda _: os.terminal_size((80, 24)))


@pytest.mark.usefixtures("screen")
def test_where_reading_takes_long_that_is_said_beneath_the_word_mark() -> None:
    written, said = [], Event()

    def write(signs: bytes) -> None:
        written.append(signs)
        said.set()

    patience = Patience(write, after=0)
    patience.begin()
    assert said.wait(10)
    patience.end()
    assert b"Reading the lives and the systems" in written[0]
    assert written[0].startswith(b"\x1b[11;3H")


@pytest.mark.usefixtures("screen")
def test_where_the_first_page_comes_at_once_nothing_is_said() -> None:
    written: list[bytes] = []
    patience = Patience(written.append, after=60)
    patience.begin()
    patience.end()
    assert written == []


def test_keys_pressed_before_there_was_a_choice_choose_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    ours, theirs = pty.openpty()
    tty.setcbreak(theirs)
    with os.fdopen(theirs, "rb", buffering=0) as terminal:
        monkeypatch.setattr(sys, "stdin", terminal)
        os.write(ours, b"111")
        termios.tcdrain(ours)
        forget_keys()
        os.write(ours, b"2")
        assert terminal.read(8) == b"2"
    os.close(ours)


def test_a_pipe_has_no_keys_to_forget(monkeypatch: pytest.MonkeyPatch) -> None:
    with open(os.devnull, encoding="utf-8") as nothing:
        monkeypatch.setattr(sys, "stdin", nothing)
        forget_keys()
