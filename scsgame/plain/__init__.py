"""The same game as numbered lines: for screen readers, pipes, tests, and whoever likes it plain.

lines   what is seen, as lines of text
app     one regime's app
bets    what could be bet on
pages   a debrief, as lines of text
play    the loop: a line in, a move, lines out
"""
