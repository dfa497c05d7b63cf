"""Pages on regimes: where values come from, and rules that fit their scale."""

from scsgame.packs.codes import Page

_RULE = "- {{id: other, title: Other, act: jaywalks, points: -2, {}}}"
_READS = "- {{id: other, title: Other, points: -2, status: invented, why: An example., {}}}"
_TIER = "- {{id: best, title: Best, at_least: {}, status: invented, why: An example.}}"
_DOOR = """\
- id: station
  text: A train stands there.
  choices:
    - {{id: ride, text: Take it., uses: {{{}: 0}}}}
    - {{id: walk, text: Walk.}}
"""
_MEASURE = (
    "- {{id: lane, title: Lane, kind: perk, when: tier == high, opens: [{}], status: invented, why: An example.}}"
)
_ASKS = "- id: desk\n  text: A desk.\n  choices: [{{id: go, text: Go{}}}]"

PAGES = (
    Page("no-status", "Every rule, number and measure says how well it is known. A player may ask of anything on screen: is this real?",
         "rules", _RULE.format("why: A small number."), _RULE.format("status: invented, why: A small number.")),
    Page("no-source", "What is documented, reported, contested or fictional rests on a fact, which is named: fact:<id> or since:<number>.",
         "rules", _RULE.format("status: reported"), _RULE.format("status: reported, source: fact:cameras")),
    Page("no-why", "What the game had to invent says why this value is plausible. One line is enough.",
         "rules", _RULE.format("status: invented"), _RULE.format("status: invented, why: A small number.")),
    Page("wrong-status", "A thing is known as well as a fact it rests on, not better. Use the status of a fact that you cite.",
         "rules", _RULE.format("status: documented, source: fact:cameras"), _RULE.format("status: reported, source: fact:cameras")),
    Page("rule-reads", "A rule reads one thing: an `act` that was seen, or an act that somebody `omits` (`within` so many days), or another regime's list (`listed`).",
         "rules", _READS.format("act: jaywalks, omits: pays_bill, within: 7"), _READS.format("omits: pays_bill, within: 7")),
    Page("no-number", """What a rule gives must fit the scale: points on scales of points or factors, a rating on scales of ratings. A
         scale of kind none has no number, so nothing can be given, and there are no tiers.""",
         "rules", "- {id: other, title: Other, act: jaywalks, rating: 3, status: invented, why: An example.}",
         "- {id: other, title: Other, act: jaywalks, points: 3, status: invented, why: An example.}"),
    Page("no-factors", "A scale of kind factors lists its factors, and every rule with points says to which of them they go. Other scales have none.",
         "regimes/town/regime.yaml | kind: points", "kind: factors", "kind: points"),
    Page("tier-order", "Tiers stand from the lowest up, each beginning above the one before it.",
         "tiers", _TIER.format(90), _TIER.format(150)),
    Page("not-by-invitation", "Most services are open to all unless closed. A measure can only open what acts.yaml marks as by_invitation.",
         "measures", _MEASURE.format("high_speed_rail"), _MEASURE.format("fast_lane")),
    Page("never-opened", """A service by invitation stays shut until a measure opens it. A choice that uses one which no measure of any
         regime opens can be chosen by nobody. Write a measure with `opens`, or use another service.""",
         "scenes", _DOOR.format("fast_lane"), _DOOR.format("high_speed_rail")),
    Page("may-leave", "In a mandatory regime nobody can enrol, withdraw or leave. Only where one joins by choice (`joins: opt_in`) is there a way out.",
         "encounters", _ASKS.format(", asks: withdraw"), _ASKS.format("")),
    Page("case-deed", "Each line of a case's `does` is one thing that happens: an `act`, a listing by another regime (`listed`), or a plea (`pleads`).",
         "cases", "- case: Another\n  does: [{day: 1}]\n  through: 10\n  ends: {score: 100}",
         "- case: Another\n  does: [{day: 1, act: waits_at_red}]\n  through: 10\n  ends: {score: 100}"),
)  # fmt: skip
