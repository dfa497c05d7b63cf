"""How consequences hung on what was done: named as the laboratory names them, and only as far as one life can show.

procedures   each consequence: given, taken, kept away, or coming anyway
dependence   how much likelier it was with an act than without (delta P)
avoidance    what was kept away, warned or not, needed or not
programmed   the schedules that a regime's rules make, from the pack alone
met          the schedules as one life met them
economy      level system, response cost, lists: what sort of system it is
learning     what comes whatever one does, and what nobody could learn in time
notation     a regime as contingency notation
words, telling, measured    the sentences
"""
