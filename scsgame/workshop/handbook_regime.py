"""A regime's three chapters in a handbook: what is seen, what it counts for, what is done about it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from scsgame.game.wording import rule_in_words, what_it_does
from scsgame.packs.nouns import Library
from scsgame.packs.reading import Guide
from scsgame.regime.charter import Regime
from scsgame.regime.intervention.rules import Rule
from scsgame.regime.manipulation.disclosure import Disclosure
from scsgame.regime.manipulation.measures import Measure
from scsgame.regime.parts import Part
from scsgame.regime.surveillance.observers import Observer
from scsgame.terms import Provenance, Saying
from scsgame.workshop.handbook import (
    Block,
    Bullets,
    Heading,
    Paragraph,
    Table,
    Words,
    cited,
    code,
    said_of,
    status_table,
    strong,
)
from scsgame.workshop.handbook_scenes import scene_blocks
from scsgame.workshop.handbook_words import act, amounts, condition, days

_SEEN = {
    "visible": "is shown",
    "tier": "is told as a tier only",
    "delayed": "is shown, {lag} days late",
    "hidden": "is hidden",
}
_RULES = {"told": "are told", "partly": "are told in part", "untold": "are not told"}
_NOTICE = {"at_once": "at once", "with_update": "with the next update", "never": "never"}


def regime_blocks(regime: Regime, library: Library, guide: Guide | None = None) -> Iterator[Block]:
    """Yield a regime's chapters, after the page that guides through it."""
    home = f"regime-{regime.id}"
    yield Heading(1, f"Regime: {regime.title.read()}", home)
    yield Paragraph((regime.about.read(),))
    roles = f" (who else: {', '.join(regime.unit.roles)})" if regime.unit.roles else ""
    joins = "One joins of one's own will" if regime.opt_in else "One is in it without being asked"
    leaves = ("; one may leave." if regime.may_leave else "; one may not leave.") if regime.opt_in else "."
    yield Paragraph((f"Judged as one: {regime.unit.kind}{roles}. {joins}{leaves}",))
    yield status_table(regime)
    if regime.parts:
        yield Heading(2, "Parts that can be switched off", f"{home}-parts")
        yield _points(
            [(part.title.read(), part.id, _part(part, regime), part.provenance) for part in regime.parts], library
        )
    if guide is not None:
        yield from _guide(guide, library, home)
    yield from _chapter_one(regime, library, home)
    yield from _chapter_two(regime, library, home)
    yield from _chapter_three(regime, library, home)
    if regime.encounters:
        yield Heading(2, f"Encounters ({len(regime.encounters)})", f"{home}-encounters")
        for scene in regime.encounters:
            yield from scene_blocks(scene, library.vocabulary, {}, 3, home)


def _guide(guide: Guide, library: Library, home: str) -> Iterator[Block]:
    yield Heading(2, "Guide", f"{home}-guide")
    for title, text in (("What it is", guide.what_it_is), ("How it works", guide.how_it_works)):
        yield Heading(3, title)
        yield Paragraph((text.read(),))
    for title, texts in (("Notice", guide.notice), ("Try", guide.to_try), ("Debate", guide.debate)):
        yield Heading(3, title)
        yield Bullets(tuple([(text.read(),) for text in texts]))
    if guide.disputed:
        yield Heading(3, "Disputed or unknown")
        yield Bullets(tuple([(dispute.text.read(), *cited(dispute.source, library)) for dispute in guide.disputed]))


def _part(part: Part, regime: Regime) -> str:
    hang = [tie for tie in regime.ties if part.id in (tie.part, tie.without)]
    names = ", ".join(f"{tie.kind} {tie.id}".strip() for tie in hang if tie.part)
    instead = ", ".join(f"{tie.kind} {tie.id}".strip() for tie in hang if tie.without)
    words = f"A {part.kind}{'' if part.on else ', off until somebody switches it on'}. {part.about.read()}"
    words += f" With it: {names}." if names else ""
    return words + (f" Without it: {instead}." if instead else "")


def _points(things: Iterable[tuple[str, str, str, Provenance]], library: Library) -> Bullets:
    """Return points: title, id, what it does, how well it is known."""
    found: list[Words] = []
    for title, name, words, provenance in things:
        found.append(
            (strong(title), " ", code(name), f". {words} " if words else ". ", *said_of(provenance, library))
        )
    return Bullets(tuple(found))


def _chapter_one(regime: Regime, library: Library, home: str) -> Iterator[Block]:
    yield Heading(2, "1. Surveillance: what is seen", f"{home}-surveillance")
    if not regime.observers:
        yield Paragraph(("Nobody looks.",))
        return
    told = [
        (observer.title.read(), observer.id, _observer(observer, regime, library), observer.provenance)
        for observer in regime.observers
    ]
    yield _points(told, library)


def _observer(observer: Observer, regime: Regime, library: Library) -> str:
    parts = [f"Sees: {', '.join(act(library.vocabulary, kind) for kind in sorted(observer.sees))}"]
    parts.append(f"reports {observer.reliability:.0%} of it")
    if observer.rises:
        parts.append(f"{observer.rises:+.0%} for each earlier time")
    if observer.delay:
        parts.append(f"{days(observer.delay)} late")
    if observer.links < 1:
        parts.append(f"ties another name to the person in {observer.links:.0%} of cases")
    if observer.errs:
        parts.append(f"names the wrong person in {observer.errs:.1%}")
    if observer.invents:
        parts.append(f"reports something that never was in {observer.invents:.1%} of weeks")
    if not observer.told:
        parts.append("not told of")
    parts += _only_in(regime, observer.phases)
    return "; ".join(parts) + "."


def _chapter_two(regime: Regime, library: Library, home: str) -> Iterator[Block]:
    yield Heading(2, "2. Intervention: what it counts for", f"{home}-intervention")
    scale = regime.scale
    if scale.kind == "none":
        yield Paragraph(("There is no number. ", *said_of(scale.provenance, library)))
    else:
        decay = f" Of the distance from the start, {scale.decay:.0%} fades each month." if scale.decay else ""
        yield Paragraph((f"A scale of {scale.kind}: from {scale.least:g} to {scale.most:g}, beginning at {scale.start:g}, made anew "
                         f"{scale.updates.replace('_', ' ')}.{decay} ", *said_of(scale.provenance, library)))  # fmt: skip
    if scale.influence is not None:
        who = ", ".join(scale.influence.roles)
        yield Paragraph(
            (
                f"The standing of others ({who}) weighs {scale.influence.weight:.0%}. ",
                *said_of(scale.influence.provenance, library),
            )
        )
    if scale.factors:
        yield Heading(3, "Parts of the number")
        yield _points([(part.title.read(), part.id, f"Weighs {part.weight:.0%}, begins at {part.start:g} of 100.", part.provenance)
                       for part in scale.factors], library)  # fmt: skip
    if regime.rules:
        yield Heading(3, f"Rules ({len(regime.rules)})", f"{home}-rules")
        yield _points(
            [(rule.title.read(), rule.id, _rule(rule, regime, library), rule.provenance) for rule in regime.rules],
            library,
        )
    if regime.tiers:
        yield Heading(3, "Tiers")
        yield _points(
            [
                (tier.title.read(), tier.id, f"From {tier.at_least:g}{_in(regime, tier.phases)}.", tier.provenance)
                for tier in regime.tiers
            ],
            library,
        )
    if regime.rolls:
        yield Heading(3, "Lists")
        told = []
        for roll in regime.rolls:
            words = f"A {'good' if roll.good else 'bad'} list, {'public' if roll.public else 'not public'}{_in(regime, roll.phases)}. "
            words += (
                f"One comes on it when {condition(roll.enters)}. " if roll.enters else "One comes on it by a rule. "
            )
            words += f"One goes off it when {condition(roll.leaves)}. " if roll.leaves else ""
            words += f"An entry stands {days(roll.term)}. " if roll.term else ""
            told.append(
                (
                    roll.title.read(),
                    roll.id,
                    words + ("It says why." if roll.reason_given else "It does not say why.") + _rare(roll.rare),
                    roll.provenance,
                )
            )
        yield _points(told, library)
    if regime.turnings:
        yield Heading(3, "How it changes")
        yield _points([(regime.phase_title(turn.into), turn.into, f"Begins when {condition(turn.when)}, out of {_names(regime, turn.out_of)}: "
                        f"“{turn.notice.read()}”", turn.provenance) for turn in regime.turnings], library)  # fmt: skip


def _names(regime: Regime, phases: Collection[str]) -> str:
    """Return phases by their titles, in the order in which the regime has them."""
    return ", ".join(f"“{regime.phase_title(phase.id)}”" for phase in regime.phases if phase.id in phases)


def _only_in(regime: Regime, phases: Collection[str]) -> list[str]:
    return [f"only in {_names(regime, phases)}"] if phases else []


def _in(regime: Regime, phases: Collection[str]) -> str:
    return "".join(f", {words}" for words in _only_in(regime, phases))


def _rule(rule: Rule, regime: Regime, library: Library) -> str:
    whose = {"self": "", "unit": " (of anybody judged with one)", "friends": " (of a friend)"}[rule.whose]
    parts = [f"{rule_in_words(rule, library.vocabulary, library.offices, 'en')}{whose}"]
    gives = []
    if rule.points:
        gives.append(f"{rule.points:+g} points" + (f" to {rule.factor.replace('_', ' ')}" if rule.factor else ""))
    if rule.rating:
        gives.append(f"a rating of {rule.rating:g}" + (f" by {rule.rater}" if rule.rater else ""))
    if rule.lists:
        gives.append(f"puts on the list {rule.lists}")
    if rule.touches:
        gives.append(amounts(rule.touches))
    if rule.moods:
        gives.append(amounts(rule.moods))
    if rule.cap:
        parts.append(
            f"at most {rule.cap:g} points a {rule.per}"
            if rule.per != "life"
            else f"at most {rule.cap:g} points in all"
        )
    if rule.lasts:
        parts.append(f"lapses after {days(rule.lasts)}")
    if condition(rule.when) != "always":
        parts.append(f"only when {condition(rule.when)}")
    parts += _only_in(regime, rule.phases)
    if not rule.told:
        parts.append("not published")
    first = f"{parts[0]}: {', '.join(gives)}" if gives else parts[0]
    text = "; ".join([first, *parts[1:]])
    return f"{text[:1].upper()}{text[1:]}."


def _chapter_three(regime: Regime, library: Library, home: str) -> Iterator[Block]:
    yield Heading(2, "3. Manipulation: what is done about it", f"{home}-manipulation")
    if regime.measures:
        yield Heading(3, "Measures")
        yield _points(
            [
                (measure.title.read(), measure.id, _measure(measure, regime, library), measure.provenance)
                for measure in regime.measures
            ],
            library,
        )
    yield Heading(3, "What is told")
    yield Paragraph((_disclosure(regime.disclosure), *said_of(regime.disclosure.provenance, library)))
    for phase in regime.phases:
        if phase.disclosure != regime.disclosure:
            yield Paragraph(
                (
                    strong(f"In “{regime.phase_title(phase.id)}”: "),
                    _disclosure(phase.disclosure),
                    *said_of(phase.disclosure.provenance, library),
                )
            )
    if regime.redress:
        yield Heading(3, "Redress")
        told = []
        for way in regime.redress:
            about = ", ".join([*(["marks"] if way.about_marks else []), *way.about_lists])
            words = f"{way.kind[0].upper()}{way.kind[1:]} about {about}{_in(regime, way.phases)}; an answer after {days(way.takes)}; granted in {way.grants:.0%} of cases"
            words += (
                f", in {way.grants_if_wrong:.0%} where the record is mistaken"
                if way.grants_if_wrong != way.grants
                else ""
            )
            words += f"; costs {amounts(way.costs)}" if way.costs else ""
            words += f"; at most {way.most_characters:,} characters" if way.most_characters else ""
            words += f"; only when {condition(way.when)}" if condition(way.when) != "always" else ""
            told.append((way.title.read(), way.id, f"{words}.{_rare(way.rare)}", way.provenance))
        yield _points(told, library)
    if regime.feed:
        yield Table("On the phone", ("by", "text", "days"), tuple(
            ((post.by.read(),), (post.text.read(),), (f"{post.first} to {post.last}",)) for post in regime.feed))  # fmt: skip


def _measure(measure: Measure, regime: Regime, library: Library) -> str:
    does = what_it_does(measure, library.vocabulary, "en")
    parts = [f"{measure.kind[0].upper()}{measure.kind[1:]} when {condition(measure.when)}", does]
    if measure.touches:
        parts.append(f"{amounts(measure.touches)} once")
    if measure.weekly:
        parts.append(f"{amounts(measure.weekly)} each week")
    parts += _only_in(regime, measure.phases)
    return "; ".join(part for part in parts if part) + "." + _rare(measure.rare)


def _rare(why: Saying) -> str:
    return f" Rare: {why.read()}" if why.versions else ""


def _disclosure(told: Disclosure) -> str:
    if not told.known:
        return "Nobody knows that it exists. "
    return (f"The standing {_SEEN[told.score].format(lag=told.lag)}; the rules {_RULES[told.rules]}; of a mark one hears {_NOTICE[told.notice]}; "
            f"which doors moved is {'told' if told.measures else 'not told'}; those who watch {_RULES[told.watching]}. ")  # fmt: skip
