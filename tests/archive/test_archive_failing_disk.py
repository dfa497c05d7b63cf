"""When the disk refuses, the game says so, and never says saved."""

from __future__ import annotations

import errno
import itertools
import os
from pathlib import Path

import pytest
from archive.archive_disks import FailingDisk, a_header, a_move

from scsgame.archive import Disk, NotSaved, SaveError, Settings, Shelf, load_settings, store_settings

Played = list[tuple[str | int, ...]]


def _five_moves(folder: Path, disk: FailingDisk) -> tuple[Played, list[str]]:
    """Play five moves in two sittings as the game does: what fails is told and tried once more."""
    shelf, saved, told = Shelf(folder, disk), Played(), list[str]()
    for until in (3, 5):
        for _ in range(2):
            try:
                life = shelf.open("wei") if shelf.list() else shelf.create(a_header())
            except SaveError as error:
                told.append(error.sentence)
                continue
            saved[:] = life.moves if disk.for_good or len(life.moves) > len(saved) else saved
            for _ in range(8):
                if len(saved) == until:
                    break
                try:
                    assert life.append(a_move(len(saved) + 1), day=1) == len(saved) + 1
                    saved.append(a_move(len(saved) + 1))
                except SaveError as error:
                    told.append(error.sentence)
            life.close()
            break
    return saved, told


CASES = list(itertools.product((errno.ENOSPC, errno.EIO), (False, True), ("before", "after", "short")))


@pytest.mark.parametrize(("code", "for_good", "how"), CASES)
def test_whichever_call_fails_no_choice_is_lost_and_none_is_falsely_saved(
    tmp_path: Path, code: int, for_good: bool, how: str
) -> None:
    for at in range(1, 200):
        folder = tmp_path / str(at)
        disk = FailingDisk(at, code, for_good, how)
        saved, told = _five_moves(folder, disk)
        if set(disk.failed) & {"make", "write", "sync", "sync_folder", "lock", "open_to_append"}:
            assert told and all("Errno" not in words for words in told)
        entries = Shelf(folder).list()
        if not saved:
            assert all(entry.moves <= 1 for entry in entries)
        else:
            with Shelf(folder).open("wei") as life:
                assert life.moves[: len(saved)] == tuple(saved)
                assert len(life.moves) <= len(saved) + int(for_good)
                life.append(["undo"])
            assert Shelf(folder).list()[0].state == "whole"
        if not for_good:
            assert len(saved) == 5
        if not disk.failed:
            return
    raise AssertionError("the loop never came to an end")


@pytest.mark.parametrize("how", ["before", "after", "short"])
def test_a_full_disk_is_told_in_a_sentence_and_the_next_choice_mends_the_file(tmp_path: Path, how: str) -> None:
    with Shelf(tmp_path).create(a_header()) as life:
        life.append(a_move(1))
        good = life.path.read_bytes()
        failing = FailingDisk(0, errno.ENOSPC, True, how)
        life._disk = failing
        with pytest.raises(NotSaved, match=r"disk is full.*1 choice before it is on the disk"):
            life.append(a_move(2))
        assert life.moves == (a_move(1),)
        life._disk = Disk()
        assert life.append(a_move(2)) == 2
        assert life.path.read_bytes().startswith(good)
    assert Shelf(tmp_path).open("wei", write=False).moves == (a_move(1), a_move(2))


def test_an_interrupt_in_the_middle_of_a_choice_leaves_the_file_as_it_was(tmp_path: Path) -> None:
    class Interrupted(Disk):
        def sync(self, handle: int) -> None:
            self.sync = super().sync  # type: ignore[method-assign]
            raise KeyboardInterrupt

    with Shelf(tmp_path).create(a_header()) as life:
        before = life.path.read_bytes()
        life._disk = Interrupted()
        with pytest.raises(KeyboardInterrupt):
            life.append(a_move(1))
        assert life.path.read_bytes() == before
        assert life.append(a_move(1)) == 1


def test_settings_that_can_not_be_written_leave_the_old_ones(tmp_path: Path) -> None:
    store_settings(Settings(theme="old"), tmp_path)
    for at in range(1, 30):
        disk = FailingDisk(at, errno.ENOSPC, False)
        try:
            store_settings(Settings(theme="new"), tmp_path, disk)
        except SaveError as error:
            assert "not saved" in error.sentence
        else:
            break
        found, told = load_settings(tmp_path)
        assert not told and found.theme in ("old", "new")
        assert [path.name for path in tmp_path.iterdir()] == ["settings.json"]
    assert load_settings(tmp_path)[0].theme == "new" and at > 4


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_may_not_be_written_is_told(tmp_path: Path) -> None:
    tmp_path.chmod(0o555)
    with pytest.raises(SaveError, match="may not"):
        Shelf(tmp_path).create(a_header())


def test_a_folder_that_is_a_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "saves").write_text("x")
    for folder in (tmp_path / "saves", tmp_path / "saves" / "deep"):
        with pytest.raises(SaveError, match="folder"):
            Shelf(folder).create(a_header())
        with pytest.raises(SaveError):
            Shelf(folder).find("wei")
