"""The debate sheet: motions that fit the life just lived, evidence from it on each side, published figures, and an open question.

lived    what of a life motions ask about
motions  the motions, each with when it fits and what speaks for and against it
figures  published figures to set beside it, each with its design and why it differs
sheet    the three motions of one life, as findings
"""
