"""Statistics by name: pure functions of counts, which know no life and no regime.

proportions    a rate with its interval; the difference of two rates
overlap        NAP and its kin: how far the blocks of two phases overlap
suppression    suppression ratio, chilling index, chilling beyond the neutral twin, what chill is left
hysteresis     how much of a change stays when its cause is gone
persistence    how long one goes on when nothing follows any more; a median over several lives
matching       the generalised matching relation
changepoints   phases whose change points were drawn by lot, and the exact test that this allows
schedule       which schedule was in force, as far as a record can tell
power          how many chances it takes to see a difference
stability      when a phase may end
"""
