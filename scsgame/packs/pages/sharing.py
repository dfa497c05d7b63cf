"""Pages on packs that build on each other: needs, extends, remove, overrides."""

from scsgame.packs.codes import Page
from scsgame.packs.specimen import SEVERAL

_VERSION = "pack.yaml | version: 1.0.0\n"
_VILLAGE = "regimes/village/regime.yaml"
_HEAD = "regime: village\ntitle: The village\nextends: town\n"


def _rule(line: str) -> str:
    return f"{_HEAD}intervention:\n  rules:\n    - {line}\n"


def _chain(last: str) -> str:
    """Return a town, eight villages that extend one another, and a ninth that extends one of them."""
    parents = ["town", *(f"village_{number}" for number in range(1, 8)), last]
    return "".join(f"# regimes/village_{number}/regime.yaml\nregime: village_{number}\ntitle: Village {number}\nextends: {parent}\n"
                   for number, parent in enumerate(parents, 1))  # fmt: skip


PAGES = (
    Page("newer-format", """The pack says a format that this scsgame does not know. Its author has a newer one. Everything in it might mean
         something else, so nothing of it is read.""",
         "pack.yaml | format: 1\n", "format: 2\n", "format: 1\n"),
    Page("unmet-need", """A pack says under `needs` which other packs must be here, and in which versions: `1.2` means that one or a later
         one below 2, `">=1.0 <3"` a range (in quotes), `any` any. Bring that pack here, or take the line out.""",
         _VERSION, 'version: 1.0.0\nneeds: {weather: ">=1.0"}\n', "version: 1.0.0\n"),
    Page("unknown-parent", "`extends` names a life or a regime of some pack that is here. It may be in the same pack or in one that this pack needs.",
         _VILLAGE, _HEAD.replace("town", "twon"), _HEAD),
    Page("extends-circle", "What is extended must stand by itself in the end. Two that extend each other leave nothing to begin with.",
         _VILLAGE, _HEAD.replace("town", "village"), _HEAD),
    Page("extends-too-long", """One that extends another that extends another may go on over eight steps. At each step everything inherited is written
         out anew, and an author has to read all of them to know what is true at the end. Let it extend one nearer to the first.""",
         SEVERAL, _chain("village_8"), _chain("village_7")),
    Page("not-inherited", """What has an id that is inherited is changed; what has another id is new, and must be whole. Here something is half said
         under an id that is not inherited, often because the id is misspelt.""",
         _VILLAGE, _rule("{id: red_lite, points: -9, status: invented, why: Twice as much.}"),
         _rule("{id: red_light, points: -9, status: invented, why: Twice as much.}")),
    Page("inherited-status", """A value rests on a source. When the value is another one, the source no longer says it, so what is changed says its own
         `status`, with its `source` or `why`. Titles and other texts may be changed freely.""",
         _VILLAGE, _rule("{id: red_light, points: -9}"), _rule("{id: red_light, points: -9, status: invented, why: Twice as much.}")),
    Page("nothing-to-remove", """`remove` lists things that are inherited and not wanted: `rule.red_light`, `scene.evening`, or a field such as
         `rule.red_light.cap`. The id alone will do where only one thing has it.""",
         _VILLAGE, _HEAD + "remove: [rule.red_lite]\n", _HEAD + "remove: [rule.red_light]\n"),
    Page("wrong-hash", """A zip made by `pack zip` holds the SHA-256 hash of each of its files. One of them is not the file of which the hash was
         taken: it was damaged on the way, or somebody changed it."""),
    Page("undeclared-override", """A pack changed something of another pack without saying so. Whoever reads the other pack would never know why it is
         not as written. Name it under `overrides` in pack.yaml: `overrides: {core: [regimes/rongcheng/rule.red_light]}`."""),
    Page("idle-override", """A line under `overrides` names something that the other pack does not have, or that this pack does not change. Perhaps the name
         is misspelt, or the other pack has a new version.""",
         _VERSION, "version: 1.0.0\noverrides: {core: [regimes/town/rule.red_light]}\n", "version: 1.0.0\n"),
    Page("twice-overridden", """Two packs change the same thing of a third. Whichever came last would win, and nobody would see it, so the two are not
         read together. Use one of them, or make a pack that has both changes in it."""),
)  # fmt: skip
