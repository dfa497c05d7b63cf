"""An author's text becomes a typed tree, or one error at its column.

Python's own parser reads the text, an exact whitelist decides what may stand in it, and every name must be
one the content declared. Nothing of the text is ever run.
"""

from __future__ import annotations

import ast
from typing import Literal, NoReturn, cast

from scsgame.conditions.names import Names, Unknown, listed, nearest
from scsgame.conditions.slips import slip_in
from scsgame.conditions.tree import (
    Atom,
    Choices,
    Compare,
    Condition,
    Constant,
    Join,
    Kind,
    Node,
    Not,
    Sum,
)
from scsgame.terms import is_written_date

__all__ = ["DEEPEST", "LARGEST", "LONGEST", "ConditionError", "Names", "Unknown", "parse"]

LONGEST = 500
DEEPEST = 30
LARGEST = 1_000_000_000

Comparison = Literal["==", "!=", "<", "<=", ">", ">=", "in", "not in"]
_COMPARE: dict[type[ast.cmpop], Comparison] = {
    ast.Eq: "==",
    ast.NotEq: "!=",
    ast.Lt: "<",
    ast.LtE: "<=",
    ast.Gt: ">",
    ast.GtE: ">=",
    ast.In: "in",
    ast.NotIn: "not in",
}
_ARITHMETIC: dict[type[ast.operator], Literal["+", "-", "*"]] = {
    ast.Add: "+",
    ast.Sub: "-",
    ast.Mult: "*",
}
_KIND_NAMES = {"truth": "yes or no", "number": "a number", "text": "a word"}


class ConditionError(Exception):
    """What is wrong with a condition, at which column (from 0) of its text, and the nearest right word."""

    def __init__(self, message: str, column: int = 0, width: int = 1, suggestion: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.column = column
        self.width = max(1, width)
        self.suggestion = suggestion


def parse(text: str, names: Names) -> Condition:
    """Return the condition this text stands for.

    Raises ConditionError with the column at fault.
    """
    try:
        return Condition(text.strip(), understood(text, names))
    except ConditionError as error:
        found = None if error.suggestion or len(text) > LONGEST else slip_in(text, names.families)
        if found is None:
            raise
        place = (
            (found.column, found.width) if isinstance(error.__context__, SyntaxError) else (error.column, error.width)
        )
        raise ConditionError(found.message, *place) from None


def understood(text: str, names: Names, depth: int = 0) -> Node:
    """Return the tree of a text that lies so deep in another. Raises ConditionError, and looks for no slip."""
    if len(text) > LONGEST:
        raise ConditionError(f"a condition has at most {LONGEST} characters, this has {len(text)}")
    if not text.isascii():
        at = next(index for index, letter in enumerate(text) if not letter.isascii())
        raise ConditionError("conditions are written in plain ASCII letters", at)
    if not text.strip():
        raise ConditionError("a condition is missing here")
    lead = len(text) - len(text.lstrip())
    try:
        tree = ast.parse(text.strip(), mode="eval")
    except SyntaxError as error:
        column = lead + _line_starts(text.strip())[(error.lineno or 1) - 1] + max(0, (error.offset or 1) - 1)
        raise ConditionError(_syntax(text), min(column, len(text))) from None
    except (ValueError, RecursionError, MemoryError):
        raise ConditionError("this condition cannot be read; write it more simply") from None
    node = _Reader(names, lead, _line_starts(text.strip())).read(tree.body, depth)
    kind = _kind(node)
    if kind != "truth":
        more = ""
        if isinstance(node, Constant) and kind == "number":
            more = f"; compare something with it, such as {'score' if 'score' in names.plain else 'day'} < {text.strip()}"
        raise ConditionError(
            f"a condition must be true or false, but this is {_KIND_NAMES[kind]}{more}", lead, len(text.strip())
        )
    return node


def _line_starts(text: str) -> list[int]:
    """Return at which column of the whole text each of its lines begins."""
    starts = [0]
    for line in text.splitlines(keepends=True):
        starts.append(starts[-1] + len(line))
    return starts


def _syntax(text: str) -> str:
    if "=" in text.replace("==", "").replace("<=", "").replace(">=", "").replace("!=", ""):
        return "to compare, write == (two equals signs)"
    if "&&" in text or "||" in text:
        return "write `and` and `or` as words"
    if text.count("(") != text.count(")") or text.count("[") != text.count("]"):
        return "a bracket is opened and not closed, or closed and not opened"
    return "this is not a condition; write for example: day >= 2 and not met(some_scene)"


class _Reader:
    def __init__(self, names: Names, lead: int, starts: list[int]) -> None:
        self.names = names
        self.lead = lead
        self.starts = starts

    def fail(self, node: ast.expr, message: str, suggestion: str = "") -> NoReturn:
        width = (node.end_col_offset or node.col_offset + 1) - node.col_offset
        at = self.lead + self.starts[node.lineno - 1] + node.col_offset
        raise ConditionError(message, at, width, suggestion)

    def read(self, node: ast.expr, depth: int, expect: Atom | None = None) -> Node:
        if depth > DEEPEST:
            self.fail(node, f"a condition is nested at most {DEEPEST} deep")
        match node:
            case ast.BoolOp(op, values):
                parts = tuple(self.truth(value, depth) for value in values)
                return Join("and" if isinstance(op, ast.And) else "or", parts)
            case ast.UnaryOp(ast.Not(), operand):
                return Not(self.truth(operand, depth))
            case ast.UnaryOp(ast.USub(), ast.Constant(int() | float() as value)):
                return self.number(node, -value)
            case ast.Compare(left, [op], [right]):
                return self.compare(node, left, op, right, depth)
            case ast.Compare():
                self.fail(node, "compare two things at a time, and join them with `and`")
            case ast.BinOp(left, op, right) if type(op) in _ARITHMETIC:
                sides = (self.numeric(left, depth), self.numeric(right, depth))
                return Sum(sides[0], _ARITHMETIC[type(op)], sides[1])
            case ast.Constant(value):
                return self.constant(node, value, expect)
            case ast.Name(name):
                return self.name(node, name, expect)
            case ast.Call(ast.Name(family), args, []):
                return self.family(node, family, args)
        self.fail(node, "this may not stand in a condition")

    def truth(self, node: ast.expr, depth: int) -> Node:
        part = self.read(node, depth + 1)
        if _kind(part) != "truth":
            self.fail(
                node, f"this is {_KIND_NAMES[_kind(part)]}, where yes or no is wanted; compare it with something"
            )
        return part

    def numeric(self, node: ast.expr, depth: int) -> Node:
        part = self.read(node, depth + 1)
        if _kind(part) != "number":
            self.fail(node, f"this is {_KIND_NAMES[_kind(part)]}, where a number is wanted")
        return part

    def compare(self, whole: ast.Compare, left: ast.expr, op: ast.cmpop, right: ast.expr, depth: int) -> Compare:
        operator = _COMPARE.get(type(op))
        if operator is None:
            self.fail(whole, "compare with == != < <= > >= or in")
        first = self.read(left, depth + 1)
        expect = first if isinstance(first, Atom) else None
        if operator in ("in", "not in"):
            if not isinstance(right, ast.List | ast.Tuple):
                self.fail(right, "after `in` comes a list, such as [sat, sun]")
            values = tuple(self.read(item, depth + 1, expect) for item in right.elts)
            for item, value in zip(right.elts, values, strict=True):
                if not isinstance(value, Constant) or value.kind != _kind(first):
                    self.fail(item, f"this list holds {_KIND_NAMES[_kind(first)]} only")
            return Compare(first, operator, Choices(cast("tuple[Constant, ...]", values)))
        second = self.read(right, depth + 1, expect)
        self.dated(right, first, second)
        self.dated(left, second, first)
        if _kind(first) != _kind(second):
            if expect is not None and expect.options:
                self.no_value(right, ast.unparse(right)[:40], expect)
            kinds = f"{_KIND_NAMES[_kind(first)]} with {_KIND_NAMES[_kind(second)]}"
            self.fail(whole, f"this compares {kinds}")
        if operator not in ("==", "!=") and _kind(first) != "number":
            self.fail(
                whole,
                f"{operator} compares numbers; {_KIND_NAMES[_kind(first)]} has no order{_instead(first, second)}",
            )
        return Compare(first, operator, second)

    def dated(self, node: ast.expr, one: Node, other: Node) -> None:
        """Say that a number beside the date is no day of the calendar."""
        if not (
            isinstance(one, Atom) and one.key == "date" and isinstance(other, Constant) and other.kind == "number"
        ):
            return
        if not is_written_date(float(other.value)):
            self.fail(node, "a date is year, month and day in one number: 20180501 is 1 May 2018")

    def constant(self, node: ast.expr, value: object, expect: Atom | None) -> Constant:
        if isinstance(value, bool):
            return Constant(value, "truth")
        if isinstance(value, int | float):
            return self.number(node, value)
        if isinstance(value, str):
            if expect is not None and expect.options and value not in expect.options:
                self.no_value(node, value, expect)
            return Constant(value, "text")
        self.fail(node, "this may not stand in a condition")

    def number(self, node: ast.expr, value: float) -> Constant:
        if not -LARGEST <= value <= LARGEST:
            self.fail(node, f"numbers go up to {LARGEST:,}")
        return Constant(value, "number")

    def name(self, node: ast.expr, name: str, expect: Atom | None) -> Node:
        if expect is not None and name in expect.options:
            return Constant(name, "text")
        if name in ("true", "yes", "false", "no"):
            return Constant(name in ("true", "yes"), "truth")
        atom = self.names.plain.get(name)
        if atom is not None:
            return atom
        if expect is not None and expect.options:
            self.no_value(node, name, expect)
        self.stranger(node, name, "" if expect is not None else self.names.undeclared)

    def stranger(self, node: ast.expr, name: str, undeclared: str) -> NoReturn:
        """Say that nobody here knows a name: where it is known, what it is a value of, or what is most like it."""
        message = f'a condition here knows no name "{name}"'
        if name in self.names.elsewhere:
            self.fail(node, f"{message}; {self.names.elsewhere[name]}")
        near = nearest(name, self.names.known())
        for atom in () if near else self.names.plain.values():
            if name in atom.options:
                self.fail(node, f"{message}; it is a value of {atom.name}: write {atom.name} == {name}")
        self.fail(node, message + ("" if near or not undeclared else f"; {undeclared}"), near)

    def no_value(self, node: ast.expr, word: str, atom: Atom) -> NoReturn:
        whole = next((option for option in atom.options if len(option) > 2 and word.lower().startswith(option)), "")
        near = whole or nearest(word, atom.options)
        self.fail(node, f'"{word}" is no value of {atom.name}, which is one of {listed(atom.options)}', near)

    def family(self, node: ast.Call, family: str, args: list[ast.expr]) -> Atom:
        maker = self.names.families.get(family)
        if maker is None:
            message = f'a condition here knows no question "{family}(...)"'
            if family in self.names.elsewhere:
                self.fail(node.func, f"{message}; {self.names.elsewhere[family]}")
            self.fail(node.func, message, nearest(family, self.names.families))
        words = []
        for arg in args:
            if not isinstance(arg, ast.Name):
                self.fail(arg, "inside the brackets stands one plain name")
            words.append(arg.id)
        try:
            found = maker(tuple(words))
        except TypeError:
            self.fail(node, f'"{family}(...)" takes another number of names')
        if isinstance(found, Unknown):
            word = words[found.argument]
            near = nearest(word, found.known)
            self.fail(args[found.argument], f'there is no {found.what} "{word}"', near)
        return found


def _kind(node: Node) -> Kind:
    match node:
        case Atom() | Constant():
            return node.kind
        case Sum():
            return "number"
        case _:
            return "truth"


def _instead(first: Node, second: Node) -> str:
    options = first.options if isinstance(first, Atom) else ()
    if not isinstance(first, Atom) or not isinstance(second, Constant) or second.value not in options:
        return ""
    return f"; list the words: {first.name} in [{', '.join(options[options.index(str(second.value)) :][:4])}]"
