"""Trials: bots live a pack's lives, and what came of it is counted, shown and held against what authors expect.

rooms       which lives are lived under which regimes
players     who lives them: bots, two learners, a seeker
things      everything that can come: scenes, choices, doors, measures, lists, endings
lives       one batch of lives, lived and noted
pool        many batches on all cores; the same result for any number of them
coverage    what all batches together met
reasons     why something never came
seeking, wants                who goes there on purpose, and their compass; foresight, nearness: many lives abreast, and how far off they are
witnesses   replays: the setup and the moves that reach a thing, lived again
reading     walks and laws, as authors write them (promises), with file and line; words they may use
walks, laws, mutants, fairness        what must hold; what could vanish unnoticed; who is treated how
budget      the laws of writing, as far as they can be counted
report, histograms, profile, printed        the whole of it as text and JSON
"""
