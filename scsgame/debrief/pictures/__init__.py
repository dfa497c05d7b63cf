"""The pictures of a debrief: plain values, drawn in characters by the screens, as SVG for a page, and told in words.

picture   what there is to draw: a grid of counts, a strip of acts, lanes over the days, a cumulative record
drawing   the same as SVG
twins     the same in words and as a table, for whoever does not see pictures
"""
