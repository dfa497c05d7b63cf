"""Pages on what is never asked for, never set, or can be proved never to come; the workshop finds these, not the reader."""

from scsgame.packs.codes import Page

_RED = "- id: red\n  {}\n  text: The light is red.\n  choices:\n    - {{id: wait, text: Wait{}}}"
_MEASURE = "- {{id: other, title: Other, kind: publicity, when: {}, status: invented, why: An example.}}"
_RULE = "- {{id: other, title: Other, {}, status: invented, why: An example.}}"
_LIST = "- {{id: honours, title: Honours, good: yes, public: yes, {}status: invented, why: An example.}}"
_LATER = "- id: red\n  when: day >= 8\n  text: The light is red.\n  choices: [{{id: wait, text: Wait., later: [{{days: {}, note: It rains.}}]}}]"
_DOES = "- {{id: lin_da, name: Lin Da, roles: [elder], about: Walks too.{}}}"

PAGES = (
    Page("flag-never-set", "A condition asks for a flag, and no choice sets it: whatever hangs on it never comes, and `not` of it always holds.",
         "scenes", _RED.format("when: hurt", ""), _RED.format("when: not hurt", ", sets: [hurt]")),
    Page("flag-never-read", "Choices set or clear a flag, and no condition ever asks for it: it makes no difference to anybody.",
         "scenes", _RED.format("when: day >= 2", ", sets: [hurt]"), _RED.format("when: not hurt", ", sets: [hurt]")),
    Page("counter-never-moved", "A condition asks for a counter that no choice (or, in a regime, no rule) ever moves: it stays where it begins.",
         "scenes", _RED.format("when: walks < 3", ""), _RED.format("when: walks < 3", ", counts: {walks: +1}")),
    Page("counter-never-read", "A counter is moved, and no condition ever asks for it: it makes no difference to anybody.",
         "scenes", _RED.format("when: day >= 2", ", counts: {walks: +1}"), _RED.format("when: walks < 3", ", counts: {walks: +1}")),
    Page("act-never-done", """A rule or a condition asks for an act that no choice, habit or bill of any life here does, and that no observer makes
         up. The rule never counts; a rule on its omission always does. Let somebody do it, or take the rule out.""",
         "rules", _RULE.format("act: waits_at_red, points: 5"), _RULE.format("listed: town/blacklist, points: -5")),
    Page("act-never-seen", "A rule reads an act which no observer of its regime sees: people may do it, and the regime never hears of it.",
         "rules", _RULE.format("act: pays_bill, points: 5"), _RULE.format("listed: town/blacklist, points: -5")),
    Page("service-never-used", """A measure opens, closes or prices a service that no choice uses and no condition asks about: nobody will ever notice. Let a
         choice use it, or take it out.""",
         "measures", "- {id: other, title: Other, kind: perk, when: enrolled, opens: [fast_lane], status: invented, why: An example.}",
         "- {id: other, title: Other, kind: perk, when: enrolled, touches: {ties: 1}, status: invented, why: An example.}"),
    Page("list-never-entered", "A list with no `enters`, on which no rule puts anybody (`lists`), stays empty.",
         "lists", _LIST.format(""), _LIST.format("enters: score < 90, ")),
    Page("phase-never-entered", "A phase that is not the first and into which no turning leads never comes.",
         "regimes/town/regime.yaml | phases: [before, after]", "phases: [before, after, later]", "phases: [before, after]"),
    Page("scene-never", """The scene can never come, whoever plays and whatever luck brings: some part of its condition lies outside everything the facts
         in it can be, or nobody can play its cast, or nothing sends it in time. The reasons say which.""",
         "scenes", _RED.format("when: week >= 3", ""), _RED.format("when: week >= 2", "")),
    Page("choice-never", "The choice can never be offered: its condition lies outside what can be when its scene comes.",
         "scenes", "- id: red\n  when: day >= 5\n  text: The light is red.\n  choices: [{id: wait, text: Wait.}, {id: run, text: Run., when: day < 5}]",
         "- id: red\n  when: day >= 5\n  text: The light is red.\n  choices: [{id: wait, text: Wait.}, {id: run, text: Run., when: day < 9}]"),
    Page("later-never", "What a choice sends for later can never come: the life is over by then, or its condition cannot hold on those days.",
         "scenes", _LATER.format(30), _LATER.format(3)),
    Page("tide-never", "A tide can never come: it begins after the life is over, or its condition cannot hold.",
         "life", "tides: [{id: wages, title: Wages, effects: {money: 5}, first: 20, every: 7}]", "tides: [{id: wages, title: Wages, effects: {money: 5}, first: 2, every: 7}]"),
    Page("bill-never", "A bill can never come: it begins after the life is over, or its condition cannot hold.",
         "lives/walk/life.yaml | amount: 5, first: 2,", "amount: 5, first: 20,", "amount: 5, first: 2,"),
    Page("post-never", "An item of the feed can never be shown: its days are over or not yet come, or its condition cannot hold.",
         "feed", "- {id: snow, by: The weather, text: Snow., first: 15}", "- {id: snow, by: The weather, text: Snow., first: 9}"),
    Page("ending-never", "The ending can never be told: its condition cannot hold on the last day (or, for an early one, on any day).",
         "endings", "- {id: rich, title: Rich, text: You are rich., when: money > 1000}", "- {id: rich, title: Rich, text: You are rich., when: money >= 1000}"),
    Page("line-never", "A line for a slot of an ending can never be told: its condition cannot hold where its ending is told.",
         "endings", "- {id: rich, title: Rich, text: 'You: {how}', when: money > 500, slots: {how: [{when: money < 400, text: Poor.}, {text: Rich.}]}}",
         "- {id: rich, title: Rich, text: 'You: {how}', when: money > 500, slots: {how: [{when: money < 600, text: Nearly.}, {text: Rich.}]}}"),
    Page("rule-never", "The rule can never count: its own condition cannot hold.",
         "rules", _RULE.format("listed: town/blacklist, points: -5, when: score > 200"), _RULE.format("listed: town/blacklist, points: -5, when: score < 200")),
    Page("list-never", "Nobody can ever be put on the list: its `enters` cannot hold, or no rule that puts anybody on it can count.",
         "lists", _LIST.format("enters: score > 200, "), _LIST.format("enters: score >= 100, ")),
    Page("measure-never", "The measure can never begin: its condition cannot hold, whatever is seen and counted.",
         "measures", _MEASURE.format("days_on(blacklist) > 20"), _MEASURE.format("days_on(blacklist) > 10")),
    Page("redress-never", "The redress can never be asked for: its condition cannot hold.",
         "redress", "- {id: mercy, title: Mercy, kind: appeal, about: [marks], takes: 5, grants: 0.5, when: week > 2, status: invented, why: An example.}",
         "- {id: mercy, title: Mercy, kind: appeal, about: [marks], takes: 5, grants: 0.5, when: week > 1, status: invented, why: An example.}"),
    Page("tier-never", "No score that can be reached stands in this tier. The scale's ends and all that rules can give or take say so.",
         "regimes/town/regime.yaml | {id: high, title: High, at_least: 100,", "{id: high, title: High, at_least: 130,",
         "{id: high, title: High, at_least: 100,"),
    Page("turning-never", "This change of phase can never happen: its condition cannot hold in the phases it leads out of.",
         "regime", "turnings: [{into: after, when: day > 14, notice: It begins., status: invented, why: An example.}]",
         "turnings: [{into: after, when: day > 7, notice: It begins., status: invented, why: An example.}]"),
    Page("scene-unseen", """Evidence, not proof: no bot met this scene in the lives that were played (`pack check --play N`). Play more, or look at its
         condition, its chance, and what comes before it in rank."""),
    Page("ending-unseen", "Evidence, not proof: no life that was played ended so (`pack check --play N`)."),
    Page("door-unseen", "Evidence, not proof: no life that was played met this measure or this list (`pack check --play N`)."),
    Page("scene-unreached", """Every choice was tried to the end of every life, with the luck of one seed (`pack check --search`), and none led here. With other
         luck it may still come."""),
)  # fmt: skip
