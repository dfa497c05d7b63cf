"""A small pack in which everything that a graph, a handbook and counts tell of is there once, and hostile words too."""

from __future__ import annotations

import os
from pathlib import Path

from scsgame.packs.library import report_on
from scsgame.packs.nouns import Library
from scsgame.packs.shelves import Shelf
from scsgame.packs.specimen import specimen

SCENES = """\
- id: fall
  kind: crisis
  when: day >= 2 and not hurt
  chance: 0.4
  cast: {pal: friend}
  place: Kerb & stones
  text: '<script>alert("1")</script> | {pal} & you trip over a *stone*. 你好'
  choices:
    - id: cry
      text: Cry [out](http://example.org).
      acts: [jaywalks]
      sets: hurt
      counts: {walks: +1}
      effects: {strength: -3}
      bonds: {pal: +2}
      result: '"Ow", you say.'
      later:
        - {days: 3, scene: visit, chance: 0.5}
    - {id: walk_on, text: Walk on., when: hurt or walks >= 3}
- id: visit
  kind: return
  text: '{pal} comes with soup.'
  cast: {pal: friend}
  choices:
    - {id: eat, text: Eat., clears: hurt}
- id: old_road
  when: chose(fall, cry) and (money < 50 or ties > 20)
  text: The road.
  choices: [{id: go, text: Go., uses: {high_speed_rail: 20}}, {id: stay, text: Stay.}]
- id: new_road
  when: not met(old_road)
  text: Another road.
  choices: [{id: go, text: Go.}]
- id: first_step
  kind: beat
  arc: love
  step: 1
  text: A look.
  choices: [{id: look, text: Look., leaves: lin_hao}]
- id: second_step
  kind: beat
  arc: love
  step: 2
  text: A word.
  choices: [{id: say, text: Say it.}]
- id: contradiction
  when: hurt and day < 1 and not near(lin_hao)
  rare: It never comes.
  text: Never.
  choices: [{id: go, text: Go.}]
"""


def library() -> Library:
    """Return the tiny pack, read and checked."""
    files = specimen("scenes", SCENES)
    ending = "endings:\n- {id: broken, title: Broken, when: hurt and walks >= 1, text: Ow.}\n"
    files["lives/walk/endings.yaml"] = files["lives/walk/endings.yaml"].replace(
        "endings:\n", ending.replace("\n-", "\n  -")
    )
    shelf = Shelf("tiny")
    for path, text in files.items():
        shelf.put(path, text.encode())
    report = report_on([shelf])
    assert report.library is not None, report.problems
    return report.library


def golden(place: Path, said: str) -> None:
    """Compare with what is kept; SCSGAME_GOLDEN=write keeps what is said now."""
    if os.environ.get("SCSGAME_GOLDEN") == "write":
        place.write_text(said, "utf-8", newline="\n")
    assert said == place.read_text("utf-8"), f"{place.name}: SCSGAME_GOLDEN=write keeps what is said now"
