"""A life as data for others: a long table, the open operant log, event codes. None of them names the player.

timeline   everything that happened, in one order, on one clock
table      one long CSV with fixed columns, and its data dictionary
operant    OKL v1, the open log of operant sessions
codes      time and code, as laboratory programs read them
"""
