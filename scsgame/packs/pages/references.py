"""Pages on names that name nothing."""

from scsgame.packs.codes import Page

_CHOICE = "- id: red\n  text: The light is red.\n  choices:\n    - {{id: wait, text: Wait{}}}"
_RULE = "- {{id: other, title: Other, status: invented, why: An example., {}}}"
_MEASURE = "- {{id: other, title: Other, kind: perk, when: enrolled, status: invented, why: An example.{}}}"
_REDRESS = "- {{id: other, title: Other, kind: appeal, about: {}, takes: 5, grants: 0.5, status: invented, why: An example.}}"
_CASE = "- case: Another\n  does: [{}]\n  through: 10\n  ends: {{{}}}"


def _choice(wrong: str, right: str) -> tuple[str, str, str]:
    return "scenes", _CHOICE.format(wrong), _CHOICE.format(right)


PAGES = (
    Page("unknown-act", "Lives and regimes share the words of acts.yaml and nothing else. An act that does not stand there can neither be done nor be seen.",
         "rules", _RULE.format("act: jay_walks, points: -5"), _RULE.format("act: jaywalks, points: -5")),
    Page("unknown-service", "Services are declared in acts.yaml, so that every regime closes the same doors that lives use.",
         "measures", _MEASURE.format(", closes: [fast_rail]"), _MEASURE.format(", closes: [high_speed_rail]")),
    Page("unknown-role", "Roles are declared in acts.yaml; `cast` of a scene may also name a person of cast.yaml.",
         "cast", "- {id: su_mei, name: Su Mei, about: Reads., roles: [freind]}", "- {id: su_mei, name: Su Mei, about: Reads., roles: [friend]}"),
    Page("unknown-person", "Bonds, `leaves` and `joins` name a slot of this scene's cast, or (in a life) a person of cast.yaml.",
         *_choice(", bonds: {lin_hoa: 3}", ", bonds: {lin_hao: 3}")),
    Page("unknown-flag", "Flags are declared in life.yaml, so that a misspelt one cannot silently stay unset for ever.",
         *_choice(", sets: [hrt]", ", sets: [hurt]")),
    Page("unknown-counter", "Counters are declared in life.yaml, or for a regime in regime.yaml.",
         *_choice(", counts: {walk: +1}", ", counts: {walks: +1}")),
    Page("unknown-meter", "Effects move the meters of life.yaml. A regime can reckon with four that every life has: money, strength, ties, self.",
         *_choice(", effects: {health: -3}", ", effects: {strength: -3}")),
    Page("unknown-value", "Values are declared in life.yaml; players choose some of them at the start.",
         *_choice(", upholds: [ordre]", ", upholds: [order]")),
    Page("unknown-scene", "A scene is named that does not exist here. Scenes are known by their id, in whichever file they stand.",
         *_choice(", later: [{days: 3, scene: evenings}]", ", later: [{days: 3, scene: evening}]")),
    Page("unknown-list", "A rule or case names a list that the regime does not keep; another regime's list is written regime/list.",
         "rules", _RULE.format("act: jaywalks, lists: black_list"), _RULE.format("act: jaywalks, lists: blacklist")),
    Page("unknown-tier", "Tiers are known by their ids, in regime.yaml under `tiers`.",
         "cases", _CASE.format("{day: 1, act: jaywalks}", "tier: hgh"), _CASE.format("{day: 1, act: jaywalks}", "tier: high")),
    Page("unknown-phase", "Phases are listed at the top of regime.yaml.",
         "rules", _RULE.format("act: jaywalks, phases: [befor]"), _RULE.format("act: jaywalks, phases: [before]")),
    Page("unknown-measure", "Measures are known by their ids, in regime.yaml under `measures`.",
         "cases", _CASE.format("{day: 1, act: jaywalks}", "measures: [train_bans]"), _CASE.format("{day: 1, act: jaywalks}", "measures: [train_ban]")),
    Page("unknown-redress", "Ways of redress are known by their ids, in regime.yaml under `redress`.",
         "cases", _CASE.format("{day: 1, pleads: from}", ""), _CASE.format("{day: 1, pleads: form}", "")),
    Page("unknown-entry", "Redress is about `marks`, or about lists of the same regime.",
         "redress", _REDRESS.format("[blaklist]"), _REDRESS.format("[blacklist]")),
    Page("unknown-factor", "Points go to a factor that the scale lists; only scales of kind factors have them.",
         "rules", _RULE.format("act: jaywalks, points: -1, factor: past"), _RULE.format("act: jaywalks, points: -1")),
    Page("unknown-source", "A fact stands in a source; sources are listed at the top of sources.yaml under short labels.",
         "facts", "lights: {says: There are lights., status: reported, in: S9}", "lights: {says: There are lights., status: reported, in: S0}"),
    Page("unknown-fact", "Everything that is not invented rests on a fact that a player can look up, in sources.yaml.",
         "rules", "- {id: other, title: Other, act: jaywalks, status: reported, source: fact:camera}",
         "- {id: other, title: Other, act: jaywalks, status: reported, source: fact:cameras}"),
)  # fmt: skip
