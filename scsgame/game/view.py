"""Making the view: the whole of what a front end may know of a life in play."""

from __future__ import annotations

from scsgame.game.bets import open_bets
from scsgame.game.chronicle import Chronicle
from scsgame.game.doorways import asked_about, asked_about_door, closed_words, eased_words, tells_of_measures
from scsgame.game.moment import Moment, Setup
from scsgame.game.notices import notices
from scsgame.game.texts import fill_in, say
from scsgame.game.told import disclosure, regime_view, shown_score, shown_tier
from scsgame.game.turn import Turn
from scsgame.game.views import (
    BetView,
    BillView,
    DayView,
    DoorView,
    EndingView,
    MeterView,
    NoticeView,
    OfferView,
    PersonView,
    PostView,
    RegimeView,
    ResultView,
    SceneView,
    StandingView,
    WeekView,
)
from scsgame.game.wording import in_a_row, number, tier_title
from scsgame.life.dealing import Table
from scsgame.life.world import Post
from scsgame.terms import Day, Safe, date_of
from scsgame.tongue import phrase

FEED_SHOWN = 12


def look(chronicle: Chronicle, language: str = "en") -> DayView:
    """Return what the person may see now."""
    moment = chronicle.moment
    setup = moment.setup
    life = setup.life
    last = chronicle.turns[-1] if chronicle.turns else None
    regimes = tuple(regime_view(moment, at, language) for at in _known(moment))
    return DayView(
        day=moment.day,
        date=date_of(life.start, moment.day),
        week=moment.life.facts["week"],
        weeks=life.weeks,
        life=life.title.read(language),
        scene=scene_view(moment, language) if moment.table and not moment.ending else None,
        last=_result(setup, last, language) if last else _first_morning(chronicle, language),
        week_end=_week_end(chronicle, language),
        meters=_meters(moment, language),
        bills=tuple(
            BillView(
                owed.bill,
                next(bill.title.read(language) for bill in life.bills if bill.id == owed.bill),
                owed.amount,
                owed.due,
                date_of(life.start, owed.due),
                owed.overdue,
            )
            for owed in moment.life.owed
        ),
        people=tuple(
            PersonView(
                person.id,
                person.name.read(language),
                person.about.read(language),
                in_a_row((setup.vocabulary.roles[role].title.read(language) for role in person.roles), language),
                moment.life.facts[f"bond({person.id})"],
            )
            for person in life.people
            if moment.life.facts[f"near({person.id})"]
        ),
        feed=feed(chronicle, language),
        regimes=regimes,
        ending=ending_view(moment, language) if moment.ending else None,
        may_undo=chronicle.may_undo,
        moves=len(chronicle.turns),
        bets=_bets(moment, regimes),
        dated=not life.undated,
        phone_title=life.phone_title.read(language),
        feed_title=life.feed_title.read(language),
    )


def _known(moment: Moment) -> list[int]:
    """Return the places of the regimes of which the person knows that they exist."""
    both = enumerate(zip(moment.setup.regimes, moment.dossiers, strict=True))
    return [at for at, (regime, dossier) in both if disclosure(regime, dossier, moment.setup.shows).known]


def slots(moment: Moment, table: Table | None, language: str) -> dict[str, Safe]:
    """Return what the slots of a text stand for: people, and a regime's own words as far as disclosed."""
    people = {person.id: person.name.read(language) for person in moment.setup.life.people}
    found: dict[str, Safe] = {}
    if table is None:
        return found
    found.update((slot, people[who]) for slot, who in table.cast if who in people)
    if table.regime:
        at = moment.setup.at[table.regime]
        regime, dossier = moment.setup.regimes[at], moment.dossiers[at]
        told = disclosure(regime, dossier, moment.setup.shows)
        score = shown_score(regime, dossier, told, moment.day)
        found["score"] = number(regime.scale, score[1]) if score else Safe("—")
        found["tier"] = tier_title(regime, shown_tier(dossier, told), language) or Safe("—")
    return found


def scene_view(moment: Moment, language: str) -> SceneView | None:
    """Return the scene on the table and what it offers."""
    table = moment.table
    if table is None:
        return None
    scene = table.scene
    filled = slots(moment, table, language)
    met = moment.life.facts[scene.met]
    wording = (
        0
        if len(scene.text) == 1 or not met
        else 1 + moment.setup.chance.below(len(scene.text) - 1, moment.day, "wording", scene.id)
    )
    known = table.regime and moment.setup.at[table.regime] in _known(moment)
    regime = moment.setup.regime[table.regime].title.read(language) if known else Safe("")
    return SceneView(
        scene.id,
        say(scene.place, language, filled),
        say(scene.text[wording], language, filled),
        regime,
        tuple(
            OfferView(
                position,
                offer.choice.id,
                say(offer.choice.text, language, filled),
                offer.open,
                closed_words(moment, offer, language),
                offer.price,
                offer.usual,
                eased_words(moment, offer, language),
                asked_about(moment, offer),
            )
            for position, offer in enumerate(moment.offers, 1)
        ),
        (table.regime, "regime") if known else ("", "life"),
    )


def ending_view(moment: Moment, language: str) -> EndingView:
    """Return how the life closed, its slots filled by what was done."""
    ending = next(ending for ending in moment.setup.life.endings if ending.id == moment.ending)
    filled = {}
    for slot, variants in ending.slots:
        for variant in variants:
            if variant.when.holds(moment.life.facts, {}):
                filled[slot] = variant.text.read(language)
                break
    return EndingView(ending.id, ending.title.read(language), fill_in(ending.text.read(language), filled))


def feed(chronicle: Chronicle, language: str) -> tuple[PostView, ...]:
    """Return the feed of the phone, newest first: what life and the regimes let stand in it by today."""
    moment = chronicle.moment
    setup = moment.setup
    day = moment.day
    found: list[tuple[Day, Post, tuple[str, str]]] = []
    sources = [
        (setup.life.feed, {}, ("", "life")),
        *(
            (regime.feed, dossier.facts, (regime.id, "regime") if at in _known(moment) else ("", "life"))
            for at, (regime, dossier) in enumerate(zip(setup.regimes, moment.dossiers, strict=True))
        ),
    ]
    for posts, standing, asks in sources:
        for post in posts:
            if post.first <= day <= post.last and post.when.holds(moment.life.facts, standing):
                spread = min(post.last, post.first + 5) - post.first + 1
                found.append((min(day, post.first + setup.chance.below(spread, "post", post.id)), post, asks))
    found.sort(key=lambda entry: (-entry[0], entry[1].id))
    return tuple(
        PostView(on, post.by.read(language), post.text.read(language), asks) for on, post, asks in found[:FEED_SHOWN]
    )


def _bets(moment: Moment, regimes: tuple[RegimeView, ...]) -> tuple[BetView, ...]:
    """Return the bets one could make, each with what is shown of the score now."""
    shown = {regime.id: regime for regime in regimes}
    found = []
    for regime, due in open_bets(moment):
        view = shown[regime]
        date = None if moment.setup.life.undated else date_of(moment.setup.life.start, due)
        found.append(BetView(regime, view.title, view.word, due, date, view.score, view.least, view.most))
    return tuple(found)


def _meters(moment: Moment, language: str) -> tuple[MeterView, ...]:
    return tuple(
        MeterView(
            meter.id,
            meter.title.read(language),
            moment.life.facts[meter.id],
            meter.least,
            meter.most,
            meter.unit.read(language),
            meter.low,
            meter.high,
        )
        for meter in moment.setup.life.meters
    )


def _result(setup: Setup, turn: Turn, language: str) -> ResultView:
    filled = slots(turn.before, turn.table, language)
    taken = turn.taken
    changes = []
    for meter in setup.life.meters:
        settled = turn.passed.settled or turn.after.life
        change = settled.facts[meter.id] - turn.before.life.facts[meter.id]
        if change:
            changes.append((meter.title.read(language), change))
    return ResultView(
        say(taken.choice.text, language, filled) if taken else Safe(""),
        say(turn.result, language, filled),
        tuple(changes),
        notices(setup, turn.passed, language),
        turn.after.day - turn.before.day,
    )


def _first_morning(chronicle: Chronicle, language: str) -> ResultView | None:
    told = notices(chronicle.setup, chronicle.morning, language)
    return ResultView(Safe(""), Safe(""), (), told, 0) if told else None


def _week_end(chronicle: Chronicle, language: str) -> WeekView | None:
    """Return the week that the last move brought to its end, if it did."""
    if not chronicle.turns:
        return None
    last = chronicle.turns[-1]
    week = last.before.life.facts["week"]
    if last.after.life.facts["week"] == week and not last.after.ending:
        return None
    turns = [turn for turn in chronicle.turns if turn.before.life.facts["week"] == week]
    setup = chronicle.setup
    told: list[NoticeView] = [
        notice
        for turn in turns
        for notice in notices(setup, turn.passed, language)
        if (notice.day - 1) // 7 + 1 == week
    ]
    moment = last.after
    return WeekView(
        week,
        tuple(
            (
                meter.title.read(language),
                turns[0].before.life.facts[meter.id],
                moment.life.facts[meter.id],
            )
            for meter in setup.life.meters
        ),
        sum(1 for turn in turns if turn.taken),
        tuple(told),
        tuple(_standing(moment, at, language) for at in _known(moment)),
        tuple(_door_lines(moment, language)),
    )


def _standing(moment: Moment, at: int, language: str) -> StandingView:
    view = regime_view(moment, at, language)
    words = []
    if view.score is not None:
        words.append(f"{view.score} {view.word}".strip())
    if view.tier:
        words.append(str(view.tier))
    words += [str(entry.title) for entry in view.lists if entry.since is not None]
    shown = (
        in_a_row(words, language)
        if words
        else phrase("standing.nothing", "nothing is shown", language)
        if view.enrolled
        else phrase("standing.not_in", "not taking part", language)
    )
    return StandingView(view.title, shown, (view.id, view.subject))


def _door_lines(moment: Moment, language: str) -> list[DoorView]:
    setup = moment.setup
    lines = []
    for service, door in sorted(moment.doors.touched.items()):
        told = all(tells_of_measures(moment, regime) for regime, _ in door.by)
        if told:
            if not door.open:
                state = phrase("door.closed", "closed", language)
            elif door.price == 0:
                state = phrase("door.waived", "waived", language)
            elif door.price == 1:
                state = phrase("door.open", "open", language)
            else:
                state = phrase("door.price", "at {share}", language, share=f"{door.price:.0%}")
            title = setup.vocabulary.services[service].title.read(language)
            lines.append(DoorView(title, state, asked_about_door(moment, door)))
    return lines
