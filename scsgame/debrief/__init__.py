"""What was done to you: pure analysis of a life as lived. Nothing is withheld here.

log        every decision as one row; what followed; what the ways not taken would have brought
rows, consequences, otherwise    the rows; single consequences; the other ways on
ledger     every point of a score, with what it came from
diary      what happened beside what the system held
doors      what was open and closed, when, and by what
elsewhere  the same life under every other regime
reality    what of it was documented, reported, contested, fictional, invented
phases     what changed when watching, counting or taking part did
calculating    how far a life was lived by the number: looks, choices, company, bets, values
taught     both of these for every regime
finding, unsaid, figures    one thing that can be said, with what it cannot show; what is not said; how figures are written
statistics the figures, each by its name
watched, moved, comparing    what was seen; what was open; the same life elsewhere: each told
story      the debrief in chapters, each told when it is opened; turns_told is the way down to a single choice
chapters   what each of them says, shows and has behind it
pictures   what is drawn: as plain values, as SVG, in words
as_data, exports    the same for programs, spreadsheets and laboratories
debate     three motions that fit a life, with evidence on both sides and published figures
printed    the same as one page for a browser or a printer
"""
