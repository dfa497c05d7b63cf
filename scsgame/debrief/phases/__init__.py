"""A life in phases: what changed when watching, counting or taking part did.

conditions   how a life falls into stretches
groups       acts as a regime looks at them
comparison   two stretches held against each other
gaze         holding back when nobody in fact looked
extinction   going on when nothing follows any more
matching     whether behaviour divided itself as its consequences did
report       all of it, for one regime
telling      the sentences
"""
