"""A pulled plug at any moment loses nothing that was answered."""

from __future__ import annotations

from pathlib import Path

import pytest
from archive.archive_disks import MemoryDisk, PowerCut, a_header, a_move

from scsgame.archive import SaveError, Settings, Shelf, load_settings, store_settings

FOLDER = Path("saves")


def _play(disk: MemoryDisk, moves: int) -> int:
    """Begin a life or go on with one; return how many moves were acknowledged before the power went, -1 for none."""
    shelf, acknowledged = Shelf(FOLDER, disk), -1
    try:
        life = shelf.open("wei") if disk.files else shelf.create(a_header())
        acknowledged = len(life.moves)
        with life:
            while acknowledged < moves:
                acknowledged = life.append(a_move(acknowledged + 1), day=acknowledged)
    except PowerCut:
        pass
    return acknowledged


def _must_hold(disk: MemoryDisk, acknowledged: int) -> None:
    shelf = Shelf(FOLDER, disk)
    entries = shelf.list()
    if acknowledged < 0:
        for entry in entries:
            assert entry.moves == 0 and entry.sentence
            shelf.delete(entry.file)
        return
    (entry,) = entries
    assert entry.state in ("whole", "torn")
    with shelf.open("wei") as life:
        assert acknowledged <= len(life.moves) <= acknowledged + 1
        assert life.moves == tuple(a_move(number) for number in range(1, len(life.moves) + 1))
        number = life.append(a_move(len(life.moves) + 1))
    again = shelf.open("wei", write=False)
    assert len(again.moves) == number and again.state == "whole"


@pytest.mark.parametrize("kind_names", [False, True])
def test_a_power_cut_at_any_call_loses_no_acknowledged_choice(kind_names: bool) -> None:
    cuts = 0
    for at in range(1, 100):
        disk = MemoryDisk(at, kind_names)
        acknowledged = _play(disk, 5)
        for survivor in disk.survivors():
            _must_hold(survivor, acknowledged)
            cuts += 1
        if disk.calls < at:
            break
    assert acknowledged == 5 and cuts > 500


def test_a_power_cut_while_a_torn_line_is_cut_away_loses_nothing() -> None:
    whole = MemoryDisk()
    _play(whole, 3)
    ((path, file),) = whole.files.items()
    for lost in (1, 2, 40):
        for at in range(1, 12):
            disk = MemoryDisk(at)
            for names in (disk.files, disk.durable_names):
                names[path] = disk.files.get(path) or type(file)(file.now[:-lost])
            acknowledged = _play(disk, 5)
            for survivor in disk.survivors():
                _must_hold(survivor, max(acknowledged, 3 if lost == 1 else 2))


def test_after_a_power_cut_the_settings_are_the_old_ones_or_the_new_ones() -> None:
    for at in range(1, 10):
        disk = MemoryDisk()
        store_settings(Settings(theme="old"), FOLDER, disk)
        disk.calls, disk.cut_at, stored = 0, at, False
        try:
            store_settings(Settings(theme="new"), FOLDER, disk)
            stored = True
        except PowerCut:
            pass
        for survivor in disk.survivors():
            found, told = load_settings(FOLDER, survivor)
            assert not told
            assert found.theme == "new" if stored else found.theme in ("old", "new")


def test_a_life_that_could_not_be_begun_is_not_taken_for_one() -> None:
    disk = MemoryDisk(2)
    _play(disk, 5)
    shelf = Shelf(FOLDER, disk)
    for entry in shelf.list():
        with pytest.raises(SaveError, match="empty"):
            shelf.open(entry.file)
