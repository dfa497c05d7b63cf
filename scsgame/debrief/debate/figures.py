"""Published figures to set beside a life: what was found, on whom and how, where it stands, and why it differs from a game."""

from __future__ import annotations

from typing import NamedTuple

from scsgame.tongue import Phrase


class Figure(NamedTuple):
    """One published figure: what was found, the facts of the sources that say so, and why it differs from a game."""

    says: Phrase
    cites: tuple[str, ...]
    differs: Phrase


FIGURES = {
    "fine": Figure(
        Phrase("figure.fine", "When day-care centres began to fine late parents, lateness about doubled, and it stayed so after the fine was dropped (10 to 11 centres, 20 weeks)."),
        ("fact:figure-fine",),
        Phrase("figure.fine_differs", "Parents and weeks, not a player and scenes; the order of the phases was fixed."),
    ),
    "certainty": Figure(
        Phrase("figure.certainty", "At equal expected cost, frequent small penalties kept more people honest than rare large ones (4 studies, 816 people); at moderate inspection the difference vanished, and another laboratory found severity the stronger."),
        ("fact:figure-certainty",),
        Phrase("figure.certainty_differs", "Many equal temptations in a row; your scenes were all different."),
    ),
    "eyes": Figure(
        Phrase("figure.eyes", "Pictures of watching eyes lowered the risk of antisocial acts by 35 in 100 (15 experiments, 2,035 people)."),
        ("fact:figure-eyes",),
        Phrase("figure.eyes_differs", "Litter and stolen bicycles among strangers; on generosity two other meta-analyses find nothing."),
    ),
    "observed": Figure(
        Phrase("figure.observed", "Being observed makes people a little kinder: r = .14, between .11 and .18 (134 effects)."),
        ("fact:figure-observed",),
        Phrase("figure.observed_differs", "An average of laboratory games; so small an effect cannot be seen in one life."),
    ),
    "wikipedia": Figure(
        Phrase("figure.wikipedia", "After the revelations of June 2013 views of 48 Wikipedia articles on terrorism fell; reports of the study say by 20 and by nearly 30 in 100."),
        ("fact:figure-wikipedia", "fact:chill-wikipedia", "since:22"),
        Phrase("figure.wikipedia_differs", "Millions of readers and no one reader; other things happened in those months."),
    ),
    "searches": Figure(
        Phrase("figure.searches", "Searches for touchy words fell by about 5 in 100 in the same months."),
        ("fact:figure-searches",),
        Phrase("figure.searches_differs", "Search terms and countries, not persons."),
    ),
    "visible": Figure(
        Phrase("figure.visible", "Borrowers who were reminded to look at their score were late a little less often: 0.7 points, or 4 in 100 (randomised, over 400,000 borrowers)."),
        ("fact:figure-visible",),
        Phrase("figure.visible_differs", "Real debts; an effect of this size is far too small for a class to see."),
    ),
    "rewards": Figure(
        Phrase("figure.rewards", "Promised rewards lowered what people went on to do of their own accord (d from -.28 to -.40), praise raised it (128 studies). The reading is disputed."),
        ("fact:figure-rewards", "since:37"),
        Phrase("figure.rewards_differs", "Puzzles and money in a room, not good deeds in a town."),
    ),
    "tokens": Figure(
        Phrase("figure.tokens", "Token economies in classrooms worked well (.82); taking tokens away added nothing to giving them (88 contrasts, 90 pupils). Another review calls the evidence insufficient."),
        ("fact:figure-tokens",),
        Phrase("figure.tokens_differs", "Children who could spend the tokens; most scores cannot be spent."),
    ),
    "information": Figure(
        Phrase("figure.information", "Chinese students who read that such a system can repress approved of it 12 in 100 less; reading that it keeps order changed next to nothing (750 students, randomised)."),
        ("since:20",),
        Phrase("figure.information_differs", "They read a page; you lived twelve weeks."),
    ),
    "approval": Figure(
        Phrase("figure.approval", "Of 2,209 Chinese internet users asked online in 2018, 49 in 100 approved of social credit systems strongly and 31 somewhat."),
        ("fact:kostka-49-31", "fact:kostka-n", "fact:kostka-fear-caveat"),
        Phrase("figure.approval_differs", "Asked directly, and the author warns that people may have been afraid to answer."),
    ),
}  # fmt: skip
