"""The chapters of a debrief: each is one page with few sentences and one picture, and findings behind it.

page       what a chapter shows
did, seen, bought, taught, became, elsewhere, real    the chapters, in their order
"""
