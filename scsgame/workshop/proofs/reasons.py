"""Why something can never come, in sentences an author can check."""

from __future__ import annotations

from collections.abc import Mapping
from math import inf

from scsgame.conditions.intervals import Ground, verdict
from scsgame.conditions.spans import Span
from scsgame.conditions.tree import Atom, Choices, Compare, Constant, Join, Node, Not, Sum, atoms
from scsgame.workshop.proofs.refuting import Refuted, blamed

_NEVER: Mapping[str, str] = {
    "scene": 'scene "{1}" can never be dealt', "encounter": 'encounter "{1}" can never come',
    "choice": 'choice "{2}" of scene "{1}" can never be offered',
    "later": 'what choice "{2}" of scene "{1}" sends for later can never come', "tide": 'tide "{1}" can never come',
    "bill": 'bill "{1}" can never come', "post": 'post "{1}" can never stand in the feed',
    "ending": 'ending "{1}" can never be told', "variant": 'a line for {{{2}}} in ending "{1}" can never be told',
    "turning": "this turning can never happen", "rule": 'rule "{1}" can never count',
    "list": 'nobody can ever be put on list "{1}"', "measure": 'measure "{1}" can never begin',
    "redress": 'redress "{1}" can never be asked for', "tier": 'tier "{1}" can never be reached',
}  # fmt: skip
_ORIGIN: Mapping[str, str] = {
    "met(": "its scene can never come, or not by then", "chose(": "it can never be taken", "times(": "that is how often it can be done at most",
    "seen(": "that is how often it can be seen at most", "last_seen(": "nobody can ever have seen it",
    "listed(": "nobody can ever be put on it", "active(": "it can never begin", "arc(": "that is as far as its story can come",
    "marks(": "that is how often the rule can count at most", "near(": "no choice lets them come or go", "bond(": "no choice moves it",
    "owes(": "the bill can never come", "overdue(": "the bill can never come",
    "days_on(": "an entry ends by itself after its term",
}  # fmt: skip


def code_of(refuted: Refuted) -> str:
    """Return the code under which a refutation is explained."""
    kind = refuted.thing[0]
    return {"encounter": "scene-never", "variant": "line-never"}.get(kind, f"{kind}-never")


def explain(refuted: Refuted, origins: Mapping[str, str]) -> tuple[str, tuple[str, ...], str]:
    """Return the sentence, the chain of reasons, and the words of the condition to underline."""
    sentence = _NEVER[refuted.thing[0]].format(*refuted.thing)
    if refuted.node is None:
        return f"{sentence}: {refuted.why}.", _chain(origins, refuted), ""
    parts = blamed(refuted.node, refuted.ground)
    wanted = " and ".join(f"`{as_source(part)}`" for part in parts)
    reasons = dict.fromkeys(_reasons(parts, _before(refuted, parts), origins))
    first, *rest = reasons
    named = next((atom.name for part in parts for atom in atoms(part)), "")
    return f"{sentence}: it needs {wanted}, and {first}.", tuple(rest), named


def _reasons(parts: tuple[Node, ...], ground: Ground, origins: Mapping[str, str]) -> list[str]:
    """Return why these parts cannot hold: for a choice of ways, each way in turn."""
    if len(parts) > 1:
        return [" contradicts ".join(f"`{as_source(part)}`" for part in parts)]
    (part,) = parts
    if isinstance(part, Join) and part.operator == "or":
        return [reason for way in part.parts for reason in _reasons(blamed(way, ground), ground, origins)]
    return [_range(atom, ground, origins) for atom in atoms(part)] or [f"`{as_source(part)}` never holds"]


def _before(refuted: Refuted, parts: tuple[Node, ...]) -> Ground:
    """Return the ground as it was before the rest of the condition narrowed it, where that is enough for a refutation."""
    plain = Ground(refuted.ground.ranges)
    return plain if all(verdict(part, plain) == "never" for part in parts) else refuted.ground


def _chain(origins: Mapping[str, str], refuted: Refuted) -> tuple[str, ...]:
    told = origins.get("score") if refuted.thing[0] == "tier" else None
    return (told,) if told else ()


def _range(atom: Atom, ground: Ground, origins: Mapping[str, str]) -> str:
    name = f"`{_name(atom)}`"
    found = ground.at((atom.holder, atom.key), atom.kind, atom.options)
    head = atom.key.partition("(")[0] + "("
    origin = origins.get(atom.key) or _ORIGIN.get(head if "(" in atom.key else "", "")
    if atom.form == "ever" and isinstance(found, Span):
        said = (
            f"{name} is never so"
            if found.high <= 0
            else f"{name} is always so"
            if found.low > 0
            else f"{name} can be so or not"
        )
    elif atom.form == "since":
        said = f"{name} counts from a day between {_number(found)}"
        origin = ""
    elif isinstance(found, Span) and atom.key == "score" and -inf < found.low <= found.high < inf:
        said = f"the lowest reachable score is {found.low:g}, the highest {found.high:g}"
    elif isinstance(found, Span):
        said = f"{name} {_number(found)}"
    elif found is None:
        said = f"{name} can be any word"
    elif atom.kind == "truth":
        said = (
            f"{name} can be yes or no" if len(found) > 1 else f"{name} is always {'yes' if True in found else 'no'}"
        )
        origin = origin if len(found) == 1 else ""
    else:
        said = f"{name} is only ever {' or '.join(sorted(str(word) for word in found))}"
    return f"{said} ({origin})" if origin else said


def _name(atom: Atom) -> str:
    return atom.key if "(" in atom.key and "(" not in atom.name else atom.name


def _number(span: object) -> str:
    if not isinstance(span, Span) or (span.low == -inf and span.high == inf):
        return "can be any number"
    if span.low == span.high:
        return f"is always {span.low:g}"
    if span.low == -inf:
        return f"is never above {span.high:g}"
    if span.high == inf:
        return f"is never below {span.low:g}"
    return f"stays between {span.low:g} and {span.high:g}"


def as_source(node: Node) -> str:
    """Print a tree as an author would have written it."""
    match node:
        case Atom():
            return _name(node)
        case Constant(value, kind):
            return (
                ("yes" if value else "no")
                if kind == "truth"
                else f"{value:g}"
                if isinstance(value, float)
                else str(value)
            )
        case Choices(values):
            return "[" + ", ".join(as_source(value) for value in values) + "]"
        case Compare(left, operator, right) | Sum(left, operator, right):
            return f"{as_source(left)} {operator} {as_source(right)}"
        case Join(operator, parts):
            return f" {operator} ".join(
                f"({as_source(part)})" if isinstance(part, Join) else as_source(part) for part in parts
            )
        case Not(part):
            return f"not ({as_source(part)})" if isinstance(part, Join | Compare) else f"not {as_source(part)}"
