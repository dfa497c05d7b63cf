"""The small closed language in which content says *when*.

grammar     an author's text -> a typed tree, or one error at its column
tree        what a condition is made of
printers    one tree, many readers: Python that runs, one function for a whole deck, plain words

An author's text is never evaluated: it is parsed, checked name by name, and printed anew.
"""

from scsgame.conditions.grammar import ConditionError, Names, parse
from scsgame.conditions.tree import ALWAYS, Atom, Condition

__all__ = ["ALWAYS", "Atom", "Condition", "ConditionError", "Names", "parse"]
