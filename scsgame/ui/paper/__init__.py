"""How things are drawn: each block becomes lines of cells, as plain values that a test can read.

Nothing here knows a terminal or Textual. Text is never markup: a run is some words and the ink they are written in.
"""
