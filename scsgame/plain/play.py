"""The loop of the plain game: a line in, a move made and saved, lines out."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from typing import Any, TextIO

from scsgame.archive import SaveError
from scsgame.game.moves import Bet, Choose, Enrol, Look, Move, Pay, Plead, Withdraw, read
from scsgame.game.pleas import IllegalMove
from scsgame.game.views import DayView
from scsgame.plain import lines as say
from scsgame.plain.app import app_lines
from scsgame.plain.asking import asked_about
from scsgame.plain.bets import bet_lines, offered_bets
from scsgame.plain.pages import section_lines
from scsgame.session import Player
from scsgame.session.calling import called
from scsgame.terms import Provenance, safe
from scsgame.tongue import phrase


def play(player: Player, source: Iterable[str], out: Callable[[str], None], offers_bets: bool = True) -> int:
    """Play until the life or the input ends; return 0, or 1 when something could not be saved."""
    for line in player.changed:
        out(f"* {line}")
    out(
        phrase(
            "plain.begin", "Type the number of a choice, then Enter. `help` says what else there is, `quit` leaves."
        )
    )
    _print(out, moment_lines(player.view(), offers_bets))
    for typed in source:
        words = typed.strip()
        if words.lower() in ("q", "quit", "exit"):
            break
        if not words:
            continue
        try:
            shown = _answer(player, words, offers_bets)
        except IllegalMove as refusal:
            shown = [phrase("plain.refused", "That cannot be done: {why}.", why=refusal.read())]
        except SaveError as refusal:
            out(phrase("plain.not_saved", "This could not be saved, so it was not done: {why}", why=refusal))
            return 1
        _print(out, shown)
        if player.view().ending is not None:
            break
    if player.view().ending is not None:
        _print(out, section_lines(player.debrief()))
    elif player.journal is not None:
        again = f"{called()} resume --plain"
        out(phrase("plain.saved", "Saved as {name}. `{again}` takes it up again.", name=player.name, again=again))
    return 0


def play_json(player: Player, source: TextIO, out: Callable[[str], None]) -> int:
    """Play with one JSON object a line both ways: `{"move": ["choose", scene, choice]}` or a number comes in.

    `{"why": [regime, subject]}` asks, with what stands in the view as `subject` or `asks`; it is no move.
    """
    out(_json(_plain(player.view())))
    for typed in source:
        words = typed.strip()
        if not words:
            continue
        try:
            value = _json_value(words)
            if isinstance(value, dict) and "why" in value:
                out(_json(_json_why(player, value["why"])))
                continue
            view = player.move(_json_move(player.view(), value))
        except (IllegalMove, ValueError) as refusal:
            out(_json({"error": str(safe(str(refusal)))}))
            continue
        except SaveError as refusal:
            out(_json({"error": str(refusal), "saved": False}))
            return 1
        out(_json(_plain(view)))
        if view.ending is not None:
            break
    return 0


def _json_value(words: str) -> object:
    try:
        return json.loads(words)
    except RecursionError:
        raise ValueError("this is nested too deep") from None
    except ValueError:
        raise ValueError(
            'this is no JSON; write a number, {"move": [...]} or {"why": ["system", "subject"]}'
        ) from None


def _json_why(player: Player, asked: object) -> dict[str, Any]:
    """Answer a question: what it is, how well it is known, and each fact with its source."""
    if not isinstance(asked, list) or len(asked) != 2 or not all(isinstance(part, str) for part in asked):
        raise ValueError('to ask, write {"why": ["system", "subject"]}; both stand in the view')
    why = player.why(*asked)
    known = why.provenance
    return {
        "why": {
            "title": why.title,
            "kind": why.kind,
            "lines": list(why.lines),
            "status": known.status,
            "reason": known.why.read(player.language),
            "regime": why.of,
            "facts": [_plain(fact) for fact in player.facts(known)],
            "behind": [_plain(fact) for fact in player.facts(Provenance(sources=why.behind))],
        }
    }


def _json_move(view: DayView, value: object) -> Move:
    if type(value) is int:
        return _numbered(view, value)
    move = value.get("move") if isinstance(value, dict) else None
    if not isinstance(move, list):
        raise ValueError('write a number, or {"move": ["choose", "scene", "choice"]}')
    return read(move)


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _plain(value: Any) -> Any:
    """Return a view as plain values, its fields by name."""
    if hasattr(value, "_asdict"):
        return {name: _plain(part) for name, part in value._asdict().items()}
    if isinstance(value, tuple):
        return [_plain(part) for part in value]
    return value if value is None or isinstance(value, bool | int | float | str) else str(value)


def _print(out: Callable[[str], None], shown: Iterable[str]) -> None:
    for line in shown:
        out(line)


def moment_lines(view: DayView, offers_bets: bool = False) -> Iterator[str]:
    """Yield what led here, and the scene with its choices or the ending."""
    yield from say.last_lines(view)
    yield from say.week_lines(view)
    if offers_bets:
        yield from offered_bets(view)
    yield from say.scene_lines(view)
    yield from say.ending_lines(view)


def _answer(player: Player, typed: str, offers_bets: bool) -> Iterable[str]:
    view = player.view()
    word, *rest = typed.split()

    def whole(after: DayView) -> Iterable[str]:
        return moment_lines(after, offers_bets)

    match word.lower(), rest:
        case number, [] if number.isascii() and number.isdigit() and len(number) < 4:
            return whole(player.move(_numbered(view, int(number))))
        case "phone" | "bills" | "feed" | "people" | "p", []:
            return say.phone_lines(view)
        case "pay", [bill]:
            return whole(player.move(Pay(bill)))
        case "app", [name]:
            app = next((regime for regime in player.move(Look(name)).regimes if regime.id == name), None)
            return app_lines(app) if app else [phrase("plain.no_app", "There is no such app.")]
        case "join", [name]:
            return whole(player.move(Enrol(name)))
        case "leave", [name]:
            return whole(player.move(Withdraw(name)))
        case "bet", [name, score]:
            player.move(Bet(name, score))
            return bet_lines(view, name, score)
        case "plead", [name, way, target, *text]:
            return whole(player.move(Plead(name, way, target, safe(" ".join(text)))))
        case "why", asked:
            return _why(player, view, asked)
        case "undo" | "u", []:
            return (phrase("plain.undone", "Taken back."), *whole(player.undo()))
        case "debrief", []:
            return section_lines(player.debrief())
        case "pay" | "app" | "join" | "leave", []:
            return [say.which_line(view, word.lower())]
        case "help" | "h" | "?", []:
            return say.help_lines()
        case _:
            return (
                phrase("plain.not_understood", "“{typed}” is nothing one can do here.", typed=safe(typed[:40])),
                *say.help_lines(),
            )


def _why(player: Player, view: DayView, asked: list[str]) -> Iterator[str]:
    """Answer: about a thing of a system, a system, a numbered choice; with nothing named, about all that was told last."""
    for name, subject in asked_about(view, asked):
        why = player.why(name, subject)
        yield from say.why_lines(why, player.facts(why.provenance), player.facts(Provenance(sources=why.behind)))


def _numbered(view: DayView, number: int) -> Choose:
    scene = view.scene
    if scene is None or not 1 <= number <= len(scene.offers):
        raise IllegalMove("illegal.no_number", "there is no choice of that number")
    return Choose(scene.id, scene.offers[number - 1].id)
