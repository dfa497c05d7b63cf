"""The cumulative record: the field's own plot of how often something was done.

record    the data: steps, strokes, phase lines, along opportunities or days
lines     in characters
drawing   as SVG
"""
