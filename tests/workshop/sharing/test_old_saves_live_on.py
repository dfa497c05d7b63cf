"""A save of format 1, kept here for good with the packs it was played with: it opens, as it was, and with changed packs.

Never make these files anew: a save that an older scsgame wrote is what they stand for.
"""

import json
import shutil
from pathlib import Path

import pytest

from scsgame.archive import SaveError
from scsgame.session import House
from scsgame.session.telling import told_as_text

GOLDEN = Path(__file__).parent / "golden"
SAVE = "golden-format1.scslife.jsonl"


@pytest.fixture
def packs(tmp_path):
    shutil.copytree(GOLDEN, tmp_path / "golden")
    (tmp_path / "saves").mkdir()
    shutil.copy(GOLDEN / SAVE, tmp_path / "saves" / SAVE)
    return tmp_path / "golden"


def holds(now, then):
    """Tell whether all that was told then is told now; more may be."""
    if isinstance(then, dict):
        return isinstance(now, dict) and all(key in now and holds(now[key], value) for key, value in then.items())
    if isinstance(then, list):
        return isinstance(now, list) and len(now) == len(then) and all(map(holds, now, then))
    return now == then


def house(packs, *names):
    return House([packs / name for name in names], packs.parent / "saves")


def test_a_save_of_format_1_is_the_life_that_was_lived(packs):
    player = house(packs, "core", "village").resume("golden")

    assert player.changed == ()
    now, then = told_as_text(player.chronicle), (GOLDEN / "lived.json").read_text(encoding="utf-8")
    assert holds(json.loads(now), json.loads(then))
    player.close()


def test_with_a_changed_pack_it_opens_and_says_what_changed(packs):
    scenes = packs / "core/lives/walk/scenes/more.yaml"
    scenes.write_text(
        scenes.read_text("utf-8").replace("id: wait,", "id: stand,").replace("id: cross,", "id: run,"),
        encoding="utf-8",
    )
    player = house(packs, "core", "village").resume("golden", write=False)

    assert player.changed
    assert any("crossing" in line for line in player.changed)
    assert (packs.parent / "saves" / SAVE).read_bytes() == (GOLDEN / SAVE).read_bytes()


def test_with_a_changed_number_it_opens_and_is_judged_anew(packs):
    village = packs / "village/regimes/village/regime.yaml"
    rule = "intervention: {rules: [{id: red_light, points: -20, status: invented, why: More.}]}\n"
    village.write_text(village.read_text("utf-8") + rule, encoding="utf-8")

    house(packs, "core", "village").resume("golden", write=False)


def test_without_its_pack_it_waits_and_says_for_which(packs):
    with pytest.raises(SaveError, match=r'The regime "village" .* the pack village 1\.4\.0, now missing'):
        house(packs, "core").resume("golden")
    assert (packs.parent / "saves" / SAVE).read_bytes() == (GOLDEN / SAVE).read_bytes()
