"""One tree, several readers.

Every printer writes only from the tree: fact keys are quoted, numbers and words are constants, and no
piece of an author's text reaches the Python that is compiled here.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from scsgame.conditions.tree import (
    NEVER_SINCE,
    Atom,
    Choices,
    Compare,
    Condition,
    Constant,
    Facts,
    Join,
    Node,
    Not,
    Sum,
)

_NO_BUILTINS: dict[str, Any] = {"__builtins__": {}}


def as_python(node: Node) -> str:
    """Print a tree as a Python expression over `life` and `regime`."""
    match node:
        case Atom(_, key, _, holder, form):
            fact = f"{holder}[{key!r}]"
            if form == "ever":
                return f"({fact} > 0)"
            if form == "since":
                return f"(life['day'] - {fact} if {fact} else {NEVER_SINCE})"
            return fact
        case Constant(value):
            return repr(value)
        case Choices(values):
            return "(" + "".join(f"{value.value!r}, " for value in values) + ")"
        case Compare(left, operator, right) | Sum(left, operator, right):
            return f"({as_python(left)} {operator} {as_python(right)})"
        case Join(operator, parts):
            return "(" + f" {operator} ".join(as_python(part) for part in parts) + ")"
        case Not(part):
            return f"(not {as_python(part)})"


def as_function(node: Node) -> Callable[[Facts, Facts], Any]:
    """Print a tree as one Python function of the life's and a regime's facts."""
    code = compile(f"lambda life, regime: {as_python(node)}", "<condition>", "eval")
    function: Callable[[Facts, Facts], Any] = eval(code, _NO_BUILTINS)  # noqa: S307 - our own print, not an author's text
    return function


def as_deck(conditions: Sequence[Condition]) -> Callable[[Facts, Facts], list[int]]:
    """Print many conditions as one function that returns the positions of those that hold."""
    lines = ["def deck(life, regime):", " held = []", " add = held.append"]
    for position, condition in enumerate(conditions):
        lines.append(f" if {as_python(condition.tree)}: add({position})")
    lines.append(" return held")
    room: dict[str, Any] = dict(_NO_BUILTINS)
    exec(compile("\n".join(lines), "<deck>", "exec"), room)  # noqa: S102 - our own print, not an author's text
    function: Callable[[Facts, Facts], list[int]] = room["deck"]
    return function


_WORDS = {
    "==": "is",
    "!=": "is not",
    "<": "is below",
    "<=": "is at most",
    ">": "is above",
    ">=": "is at least",
    "in": "is one of",
    "not in": "is none of",
}


def read_beside(part: Node, other: Node) -> Node:
    """Return a constant as it is read beside the other side: a number beside the date is a date, 2018-05-01."""
    if not (isinstance(part, Constant) and isinstance(other, Atom) and other.key == "date"):
        return part
    year, rest = divmod(int(part.value), 10_000)
    return Constant(f"{year:04}-{rest // 100:02}-{rest % 100:02}", "text")


def _inside(part: Node, operator: str) -> str:
    """Print one part of a joined condition, in brackets where it is joined the other way."""
    words = as_words(part)
    return f"({words})" if isinstance(part, Join) and part.operator != operator else words


def as_words(node: Node) -> str:
    """Print a tree as a sentence's part a player can read: `score is below 600`."""
    match node:
        case Atom():
            return node.words or node.name.replace("_", " ")
        case Constant(value, kind):
            if kind == "truth":
                return "always" if value else "never"
            return str(value).replace("_", " ")
        case Choices(values):
            return " or ".join(as_words(value) for value in values)
        case Compare(left, operator, right):
            plainly = _how_often(left, operator, right) or _how_long(left, operator, right)
            if plainly:
                return plainly
            sides = as_words(read_beside(left, right)), as_words(read_beside(right, left))
            return f"{sides[0]} {_WORDS[operator]} {sides[1]}"
        case Sum(left, operator, right):
            return f"{as_words(left)} {operator} {as_words(right)}"
        case Join(operator, parts):
            return f" {operator} ".join(_inside(part, operator) for part in parts)
        case Not(part):
            words = as_words(part)
            return words.replace("you are ", "you are not ", 1) if words.startswith("you are ") else f"not: {words}"


def as_written(node: Node) -> str:
    """Print a tree as an author writes it: `score < 600 and not met(the_loan)`."""
    match node:
        case Atom(name):
            return name
        case Constant(value, kind):
            if kind == "truth":
                return "yes" if value else "no"
            return str(value)
        case Choices(values):
            return f"[{', '.join(as_written(value) for value in values)}]"
        case Compare(left, operator, right) | Sum(left, operator, right):
            return f"{as_written(left)} {operator} {as_written(right)}"
        case Join(operator, parts):
            return f" {operator} ".join(
                f"({as_written(part)})" if isinstance(part, Join) else as_written(part) for part in parts
            )
        case Not(part):
            return f"not ({as_written(part)})" if isinstance(part, Join | Compare) else f"not {as_written(part)}"


def _how_often(left: Node, operator: str, right: Node) -> str:
    """Say in plain words that something was seen or done, never, or at least so many times; "" for any other comparison."""
    if not (isinstance(left, Atom) and left.words.startswith("how often ") and isinstance(right, Constant)):
        return ""
    what, times = left.words.removeprefix("how often "), right.value
    seen = what.startswith("it was seen that ")
    if (operator, times) in ((">=", 1), (">", 0), ("!=", 0)):
        return what
    if (operator, times) in (("==", 0), ("<", 1), ("<=", 0)):
        return what.replace("it was seen", "it was never seen", 1) if seen else f"never: {what}"
    if operator == ">=":
        least = f"at least {times} times"
        return what.replace("it was seen", f"it was seen {least}", 1) if seen else f"{what}, {least}"
    return ""


def _how_long(left: Node, operator: str, right: Node) -> str:
    """Say in plain words that something was seen within so many days, or not for so many; "" for any other comparison."""
    since = "the days since it was seen that "
    if not (isinstance(left, Atom) and left.words.startswith(since) and isinstance(right, Constant)):
        return ""
    what, days = left.words.removeprefix(since), int(right.value)
    match operator:
        case "<=":
            return f"it was seen within {days} days that {what}"
        case "<":
            return f"it was seen within {days - 1} days that {what}"
        case ">=":
            return f"it was not seen for {days} days that {what}"
        case ">":
            return f"it was not seen for {days + 1} days that {what}"
        case _:
            return ""
