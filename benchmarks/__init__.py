"""How fast scsgame is, as ratios to a floor measured in the same run: `python -m benchmarks`.

These are no tests: nothing here passes or fails. docs/benchmarks.md says what each figure means.

start, keys         a program in a real terminal (terminal, bare)
turns               headless play (players, longer)
conditions          one condition, a deck of twenty
packs               reading and checking (pack_writer, pack_reader)
saves               a choice on the disk, a life lived again
figures, machine    what is measured, how it is told, and where
"""
