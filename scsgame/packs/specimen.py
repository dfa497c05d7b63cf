"""The smallest pack that is whole: one life, one regime, one fact.

Examples on the pages of problems are set into it at the lines that begin with `#+`, and new packs may begin as its copy.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

SPECIMEN: Mapping[str, str] = {
    "pack.yaml": """\
pack: specimen
format: 1
version: 1.0.0
title: A specimen
""",
    "acts.yaml": """\
acts:
  jaywalks: {title: crosses on red, theme: street}
  waits_at_red: {title: waits at the red light, theme: street}
  pays_bill: {title: pays a bill, theme: money}
  #+ acts
services:
  high_speed_rail: {title: high-speed train}
  fast_lane: {title: fast lane, by_invitation: yes}
roles:
  friend: {title: a friend}
  elder: {title: an elder}
""",
    "sources.yaml": """\
sources:
  S0: {title: A thesis, kind: thesis, year: 2017}
facts:
  cameras: {says: There are cameras at crossings., status: reported, in: S0, where: ch. 2}
  #+ facts
since:
  12: {says: There are fewer than was thought., status: documented, where: a report}
""",
    "lives/walk/life.yaml": """\
life: walk
title: The walk
about: Somebody walks to work.
start: 2018-03-05
weeks: 2
deal_days: [mon, wed]
fallback: evening
meters:
  money: {title: money, start: 100, least: -100, most: 1000}
  strength: {title: strength, start: 50, least: 0, most: 100}
  ties: {title: ties, start: 50, least: 0, most: 100}
  self: {title: self, start: 50, least: 0, most: 100}
  #+ meters
pick_values: 1
values:
  - {id: order, title: order, about: Rules are rules.}
flags:
  - hurt
  #+ flags
counters: [walks]
bills:
  - {id: phone, title: Phone, amount: 5, first: 2, every: 7, grace: 2,
     paid_act: pays_bill, missed_act: pays_bill, late_act: pays_bill}
#+ life
""",
    "lives/walk/cast.yaml": """\
cast:
  - {id: lin_hao, name: Lin Hao, roles: [friend], about: Walks too.}
  #+ cast
""",
    "lives/walk/feed.yaml": """\
feed:
  - {id: rain, by: The weather, text: Rain.}
  #+ feed
""",
    "lives/walk/endings.yaml": """\
endings:
  #+ endings
  - {id: home, title: Home, text: You are home.}
""",
    "lives/walk/scenes/walk.yaml": """\
- id: evening
  cooldown: 1
  text: Nothing happens.
  choices:
    - {id: sleep, text: Go to bed.}
#+ scenes
""",
    "regimes/town/regime.yaml": """\
regime: town
title: The town
about: A town that counts.
joins: mandatory
counters: {mood: 50}
phases: [before, after]
#+ regime
surveillance:
  observers:
    - {id: camera, title: Camera, sees: [jaywalks], status: reported, source: fact:cameras}
    #+ observers
intervention:
  scale:
    kind: points
    start: 100
    least: 0
    most: 200
    status: invented
    why: Round numbers.
  rules:
    - {id: red_light, title: Red light, act: jaywalks, points: -5, status: invented, why: A small number.}
    #+ rules
  tiers:
    - {id: low, title: Low, at_least: 0, status: invented, why: Half of all.}
    - {id: high, title: High, at_least: 100, status: invented, why: Half of all.}
    #+ tiers
  lists:
    - {id: blacklist, title: Blacklist, good: no, public: yes, enters: score < 50, status: invented, why: An example.}
    #+ lists
manipulation:
  measures:
    - {id: train_ban, title: No trains, kind: restriction, when: listed(blacklist), closes: [high_speed_rail],
       status: invented, why: An example.}
    #+ measures
  disclosure: {score: visible, status: invented, why: An example.}
  redress:
    - {id: form, title: A form, kind: dispute, about: [marks], takes: 5, grants: 0.5, status: invented, why: An example.}
    #+ redress
""",
    "regimes/town/encounters.yaml": """\
- id: notice
  text: A notice hangs at the door.
  choices:
    - {id: read, text: Read it.}
#+ encounters
""",
    "regimes/town/cases.yaml": """\
- case: One red light costs five points
  does: [{day: 3, act: jaywalks}]
  through: 10
  ends: {score: 95, tier: low}
#+ cases
""",
}
"""The files of the smallest whole pack, by path."""

_SPOT = re.compile(r"^([ ]*)#\+ (\w+)\n", re.MULTILINE)


SEVERAL = "several files"
"""A spot for an example that needs files of its own; each begins with a line `# path`."""

_FILE = re.compile(r"^# (\S+\.yaml)\n", re.MULTILINE)


def spot_of(where: str) -> str:
    """Return the file in which a spot such as `rules` stands; a path stands for itself."""
    if where == SEVERAL:
        return where
    if ".yaml" in where:
        return where.split(" | ", 1)[0]
    return next(path for path, text in SPECIMEN.items() if f"#+ {where}\n" in text)


def specimen(where: str = "", snippet: str | None = "") -> dict[str, str]:
    """Return the specimen's files, with a snippet set in.

    It goes in at a spot (`rules`), in place of a line (`path | line`), in place of a whole file (None: without it), or as several files.
    """
    files = dict(SPECIMEN)
    if " | " in where:
        path, line = where.split(" | ")
        files[path] = files[path].replace(line, snippet or "")
        where = ""
    if where == SEVERAL:
        _, *parts = _FILE.split(snippet or "")
        files.update(zip(parts[::2], parts[1::2], strict=True))
    elif where.endswith(".yaml"):
        files.pop(where, None)
        if snippet is not None:
            files[where] = snippet
    elif where:
        path = spot_of(where)
        indent = next(found[1] for found in _SPOT.finditer(files[path]) if found[2] == where)
        body = "".join(f"{indent}{line}\n" if line else "\n" for line in (snippet or "").splitlines())
        files[path] = files[path].replace(f"{indent}#+ {where}\n", body)
    return {path: _SPOT.sub("", text) for path, text in files.items()}
