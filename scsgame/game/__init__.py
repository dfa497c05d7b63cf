"""One choice at a time: the only room where a life meets the regimes that judge it.

doors      what is open, closed, eased, and by which measure
moment     where a life stands between two choices
turn       one move and all that followed
chronicle  a life as lived
rescore    the same life in other rooms
beside     the same life with one move made otherwise
view       what the person may see of it
"""
