"""One regime's app, as lines of text."""

from __future__ import annotations

from collections.abc import Iterator

from scsgame.game.views import RegimeView
from scsgame.game.wording import MEASURES, REDRESS, counted
from scsgame.plain.lines import paragraph
from scsgame.tongue import phrase


def app_lines(regime: RegimeView) -> Iterator[str]:
    """Yield one regime's app, as far as it is disclosed."""
    yield from paragraph(
        phrase("plain.app", "{title}. {about}", title=regime.title, about=regime.about) + f"  [{regime.subject}]"
    )
    if regime.opt_in:
        yield (
            phrase("plain.may_leave", "You take part; `leave {id}` leaves.", id=regime.id)
            if regime.enrolled and regime.may_leave
            else (
                phrase("plain.in_it", "You take part.")
                if regime.enrolled
                else phrase("plain.may_join", "You do not take part; `join {id}` joins.", id=regime.id)
            )
        )
    if regime.score is not None:
        word = regime.word or phrase("score", "score")
        tier = phrase("plain.tier", ", {tier}", tier=regime.tier) if regime.tier else ""
        yield phrase("plain.your_score", "Your {word}: {score}{tier}", word=word, score=regime.score, tier=tier)
        yield phrase("plain.course", "Course: ") + phrase("comma", ", ").join(
            phrase("plain.point", "day {day}: {value}", day=day, value=f"{score:g}") for day, score in regime.course
        )
    elif regime.tier:
        yield phrase("plain.your_tier", "You stand at: {tier}", tier=regime.tier)
    if regime.next_update is not None and regime.enrolled:
        yield phrase("plain.next_update", "It is made anew on day {day}.", day=regime.next_update)
    for step in regime.tiers:
        least = phrase("office.from", "from {least}", least=f"{step.at_least:g}") if step.at_least is not None else ""
        yield f"  {phrase('office.tier', 'step')} {step.title} {least}".rstrip() + f"  [{step.subject}]"
    for part in regime.factors:
        yield f"  {phrase('office.factor', 'part')} {part.title} {part.share}  [{part.subject}]"
    for entry in regime.lists:
        if entry.since is not None:
            yield (
                phrase("plain.on_list", "On the list “{list}” since day {day}", list=entry.title, day=entry.since)
                + (phrase("plain.because", ": {reason}", reason=entry.reason) if entry.reason else "")
                + f"  [{entry.subject}]"
            )
        else:
            yield (
                phrase("plain.not_on_list", "Not on the list “{list}”", list=entry.title)
                if entry.told
                else phrase("plain.unsaid_list", "Nobody says who is on the list “{list}”", list=entry.title)
            ) + f"  [{entry.subject}]"
    for mark in regime.marks[:15]:
        points = f" {counted(mark.points, mark.most)}" if mark.points is not None else ""
        yield (
            phrase("plain.mark", "  day {day}: {title}{points}", day=mark.day, title=mark.title, points=points)
            + f"  [{mark.subject}]"
        )
    for measure in regime.measures:
        stands = phrase("plain.on", "ON ") if measure.stands else phrase("plain.off", "off")
        words = phrase("plain.measure", "{kind}: {title} ({what})", kind=MEASURES[measure.kind].read(), title=measure.title,
                       what=measure.what)  # fmt: skip
        yield from paragraph(f"{stands} {words}  [{measure.subject}]", "      ", "  ")
    if regime.observers:
        yield phrase("plain.who_watches", "Who watches:")
        for observer in regime.observers:
            yield from paragraph(
                phrase("colon", "{head}: {words}", head=observer.title, words=observer.what)
                + f"  [{observer.subject}]",
                "    ",
                "  ",
            )
    told = f"  [{regime.told_subject}]"
    if not regime.rules:
        yield phrase("office.no_rules", "It has not published its rules.") + told
    else:
        yield phrase("plain.rules", "Published rules:") + told
        for rule in regime.rules:
            points = f" {rule.points:+g}" if rule.points is not None else ""
            words = phrase("colon", "{head}: {words}", head=f"{rule.title}{points}", words=rule.what)
            yield from paragraph(f"{words}  [{rule.subject}]", "    ", "  ")
    for way in regime.redress:
        targets = [phrase("bracketed", "{words} ({aside})", words=name, aside=what) for name, what in way.targets]
        yield (
            phrase(
                "plain.way",
                "  {title} ({kind}, answer in {days} days): {targets}  [`plead {regime} {way} TARGET YOUR WORDS`]",
                title=way.title,
                kind=REDRESS[way.kind].read(),
                days=way.takes,
                regime=regime.id,
                way=way.id,
                targets=phrase("comma", ", ").join(targets) or phrase("plain.no_target", "nothing it could be about"),
            )
            + f"  [{way.subject}]"
        )
    for case in regime.cases:
        yield phrase(
            "plain.filed",
            "  Filed: {title} about {target}, answer on day {day}.",
            title=case.title,
            target=case.target,
            day=case.answer,
        )
    yield phrase(
        "plain.ask", "What stands in [brackets] can be asked about: `why {id} {subject}`. In the atlas: `scsgame atlas {id}`.",
        id=regime.id, subject=regime.subject,
    )  # fmt: skip
