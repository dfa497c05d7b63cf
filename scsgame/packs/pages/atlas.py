"""Pages on the atlas."""

from scsgame.packs.codes import Page

_ENTRY = """\
atlas:
  lights:
    title: Lights
    group: city
    what: A light that is red for some of the time, and people who wait at it.
    when: since 1868
    from: 1868
    where: Everywhere
    region: world
    does: [none]
    real: documented
    {}
"""


def _page(code: str, why: str, wrong: str, right: str) -> Page:
    return Page(code, why, "atlas.yaml", _ENTRY.format(wrong), _ENTRY.format(right))


PAGES = (
    _page("atlas-nowhere", """The atlas says of each system where it can be met: in lives under a regime (`plays`), as a `part` of regimes,
          in a `scene`, or on a page of its own (`exhibit`). This entry has none of them.""",
          "invented: The waiting.", "exhibit: It is red. Then it is green."),
    _page("atlas-years", "An entry ends in a year before the one in which it begins. Years before our era have a minus.",
          "to: 1768\n    exhibit: It is red.", "to: 1968\n    exhibit: It is red."),
    _page("unknown-life", "The atlas names lives by the names of their folders.",
          "plays: [{life: wolk, regime: town}]", "plays: [{life: walk, regime: town}]"),
    _page("unknown-regime", "The atlas names regimes by the names of their folders.",
          "plays: [{life: walk, regime: twon}]", "plays: [{life: walk, regime: town}]"),
    _page("unknown-atlas", "An entry of the atlas points to another one that is not there.",
          "exhibit: It is red.\n    see: [light]", "exhibit: It is red.\n    see: [lights]"),
    _page("unknown-since", "What later evidence changed is cited by its number, which stands under `since` in sources.yaml.",
          "exhibit: It is red.\n    since: [13]", "exhibit: It is red.\n    since: [12]"),
)  # fmt: skip
