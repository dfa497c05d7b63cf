"""The words of answers: what each kind of thing is called, and what a system tells."""

from __future__ import annotations

from scsgame.tongue import Phrase

KINDS = {
    "mark": Phrase("why.an_entry", "an entry"),
    "rule": Phrase("why.a_rule", "a rule"),
    "measure": Phrase("why.a_measure", "a perk or a ban"),
    "list": Phrase("why.a_list", "a list"),
    "tier": Phrase("why.a_tier", "a step of the scale"),
    "factor": Phrase("why.a_factor", "a part of the score"),
    "influence": Phrase("why.an_influence", "a part of the score"),
    "redress": Phrase("why.a_way_back", "a way back"),
    "observer": Phrase("why.an_observer", "an observer"),
    "part": Phrase("why.a_part", "a part"),
    "turning": Phrase("why.a_change", "a change of the scheme"),
    "disclosure": Phrase("why.a_disclosure", "what it tells you"),
    "regime": Phrase("why.a_system", "a system"),
}
"""What each kind of thing is called, whether or not anything is told of it."""

MEASURES = {
    "perk": Phrase("why.a_perk", "a perk"),
    "restriction": Phrase("why.a_restriction", "a restriction"),
    "publicity": Phrase("why.a_publicity", "a publicity"),
}
PARTS = {
    "sensor": Phrase("why.a_sensor", "a sensor"),
    "channel": Phrase("why.a_channel", "a channel"),
    "policy": Phrase("why.a_policy", "a policy"),
}
PERIODS = {
    "day": Phrase("period.day", "day"),
    "week": Phrase("period.week", "week"),
    "month": Phrase("period.month", "month"),
    "life": Phrase("period.life", "life"),
}
UPDATES = {
    "at_once": Phrase("updates.at_once", "at once"),
    "daily": Phrase("updates.daily", "daily"),
    "weekly": Phrase("updates.weekly", "weekly"),
    "monthly": Phrase("updates.monthly", "monthly"),
}
SCORES = {
    "visible": Phrase("told.score_visible", "It shows you the score."),
    "tier": Phrase("told.score_tier", "It shows you a word for your standing and no number."),
    "delayed": Phrase("told.score_delayed", "It shows you the score as it was {lag} days ago."),
    "hidden": Phrase("told.score_hidden", "It keeps a number on you and does not show it."),
}
RULES = {
    "told": Phrase("told.rules_told", "Its rules are published."),
    "partly": Phrase("told.rules_partly", "A part of its rules is published."),
    "untold": Phrase("told.rules_untold", "Its rules are not published."),
}
NOTICES = {
    "at_once": Phrase("told.notice_at_once", "What is entered about you is told you at once."),
    "with_update": Phrase("told.notice_with_update", "What is entered about you is told you when it is counted."),
    "never": Phrase("told.notice_never", "What is entered about you is not told you."),
}
WATCHING = {
    "told": Phrase("told.watching_told", "It says who watches."),
    "partly": Phrase("told.watching_partly", "It names some of those who watch."),
    "untold": Phrase("told.watching_untold", "It does not say who watches."),
}
