"""What was done to you: pure analysis of a life as lived. Nothing is withheld here.

log        every decision as one row; what followed; what the ways not taken would have brought
rows, consequences, otherwise    the rows; single consequences; the other ways on
ledger     every point of a score, with what it came from
diary      what happened beside what the system held
doors      what was open and closed, when, and by what
elsewhere  the same life under every other regime
reality    what of it was documented, reported, contested, fictional, invented
statistics the figures, each by its name
watched, moved, comparing    what was seen; what was open; the same life elsewhere: each as a section
story      the debrief in sections, for a screen, a page or plain lines
"""
