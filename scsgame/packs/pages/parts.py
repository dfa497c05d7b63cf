"""Pages on the parts of regimes that can be switched."""

from scsgame.packs.codes import Page

_PART = "part: lights\ntitle: lights\nabout: They are red for some of the time.\nkind: channel\nstatus: invented\nwhy: An example.\n"
_BRINGS = "feed:\n  - {id: red, by: The town, text: It is red.}\n"
_TOP = "regimes/town/regime.yaml | phases: [before, after]"
_LOWEST = "regimes/town/regime.yaml | counters: {mood: 50}"

PAGES = (
    Page("unknown-part", "A regime uses only parts that have a file in the folder parts, and ties its things only to parts that it uses.",
         "observers", "- {id: eye, title: An eye, sees: [jaywalks], part: eyes, status: invented, why: An example.}",
         "- {id: eye, title: An eye, sees: [jaywalks], status: invented, why: An example.}"),
    Page("part-torn", """Every regime holds together as it usually is and with each one of its parts switched. Here something stays that depends on
         something that goes; tie both to the same part, so that both go."""),
    Page("part-unused", "A warning: what a part brings is looked at in the regimes that use it, and no regime uses this one.",
         "parts/lights.yaml", _PART + _BRINGS, _PART),
)  # fmt: skip
