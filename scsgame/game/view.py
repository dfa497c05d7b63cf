"""Making the view: the whole of what a front end may know of a life in play."""

from __future__ import annotations

from collections.abc import Callable

from scsgame.game.apps import regime_view
from scsgame.game.bets import open_bets
from scsgame.game.chronicle import Chronicle
from scsgame.game.doorways import asked_about, closed_words, moved_words, usual_price
from scsgame.game.moment import Moment, Setup
from scsgame.game.moves import Bet, Enrol, Look, Move, Pay, Plead, Withdraw
from scsgame.game.notices import notices
from scsgame.game.texts import fill_in, say
from scsgame.game.told import disclosure, known_to, shown_score, shown_tier
from scsgame.game.turn import Turn
from scsgame.game.views import (
    BetView,
    BillView,
    DayView,
    EndingView,
    MeterView,
    OfferView,
    PersonView,
    PostView,
    RegimeView,
    ResultView,
    SceneView,
)
from scsgame.game.weeks import week_end
from scsgame.game.wording import in_a_row, number, tier_title
from scsgame.life.dealing import Table
from scsgame.life.world import Post
from scsgame.terms import Day, Safe, Saying, date_of
from scsgame.tongue import phrase

FEED_SHOWN = 12


def look(chronicle: Chronicle, language: str = "en") -> DayView:
    """Return what the person may see now."""
    moment = chronicle.moment
    setup = moment.setup
    life = setup.life
    last = next((turn for turn in reversed(chronicle.turns) if not isinstance(turn.move, Look | Bet)), None)
    regimes = tuple(regime_view(moment, at, language) for at in known_to(moment))
    return DayView(
        day=moment.day,
        date=date_of(life.start, moment.day),
        week=moment.life.facts["week"],
        weeks=life.weeks,
        life=life.title.read(language),
        scene=scene_view(moment, language) if moment.table and not moment.ending else None,
        last=_result(setup, last, language) if last else _first_morning(chronicle, language),
        week_end=week_end(chronicle, language),
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


def speaker(moment: Moment, table: Table | None, language: str) -> Callable[[Saying], Safe]:
    """Return what reads the texts of a scene with their slots filled, each slot in the language its text is read in."""
    known: dict[str, dict[str, Safe]] = {}

    def spoken(words: Saying) -> Safe:
        its = words.spoken(language)
        if its not in known:
            known[its] = slots(moment, table, its)
        return say(words, its, known[its])

    return spoken


def scene_view(moment: Moment, language: str) -> SceneView | None:
    """Return the scene on the table and what it offers."""
    table = moment.table
    if table is None:
        return None
    scene = table.scene
    spoken = speaker(moment, table, language)
    met = moment.life.facts.get(scene.met, 0)
    wording = (
        0
        if len(scene.text) == 1 or not met
        else 1 + moment.setup.chance.below(len(scene.text) - 1, moment.day, "wording", scene.id)
    )
    known = table.regime and moment.setup.at[table.regime] in known_to(moment)
    regime = moment.setup.regime[table.regime].title.read(language) if known else Safe("")
    return SceneView(
        scene.id,
        spoken(scene.place),
        spoken(scene.text[wording]),
        regime,
        tuple(
            OfferView(
                position,
                offer.choice.id,
                spoken(offer.choice.text),
                offer.open,
                closed_words(moment, offer, language),
                offer.price,
                usual_price(moment, offer),
                moved_words(moment, offer.eased_by, language),
                asked_about(moment, offer),
                moved_words(moment, offer.dearer_by if offer.usual else (), language),
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
            (regime.feed, dossier.facts, (regime.id, "regime") if at in known_to(moment) else ("", "life"))
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
    spoken = speaker(turn.before, turn.table, language)
    taken = turn.taken
    changes = []
    for meter in setup.life.meters:
        settled = turn.passed.settled or turn.after.life
        change = settled.facts[meter.id] - turn.before.life.facts[meter.id]
        if change:
            changes.append((meter.title.read(language), change))
    return ResultView(
        spoken(taken.choice.text) if taken else _on_the_phone(setup, turn.move, language),
        spoken(turn.result),
        tuple(changes),
        notices(setup, turn.passed, language),
        turn.after.day - turn.before.day,
    )


def _on_the_phone(setup: Setup, move: Move, language: str) -> Safe:
    """Say what was done on the phone, where the last move was no choice of a scene."""
    match move:
        case Pay(name):
            bill = next(bill for bill in setup.life.bills if bill.id == name)
            return phrase("move.pay", "Pay: {title}", language, title=bill.title.read(language))
        case Enrol(name):
            return phrase("move.join", "Join: {title}", language, title=setup.regime[name].title.read(language))
        case Withdraw(name):
            return phrase("move.leave", "Leave: {title}", language, title=setup.regime[name].title.read(language))
        case Plead(name, way, _, _):
            title = next(one for one in setup.regime[name].redress if one.id == way).title.read(language)
            return phrase("move.plead", "Send: {title}", language, title=title)
        case _:
            return Safe("")


def _first_morning(chronicle: Chronicle, language: str) -> ResultView | None:
    told = notices(chronicle.setup, chronicle.morning, language)
    return ResultView(Safe(""), Safe(""), (), told, 0) if told else None
