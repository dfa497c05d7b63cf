"""The calculative self: how far somebody lived by the number.

worth      what each way on counts: by the published rules, by all rules, and in fact
choosing   how often the way that counts best was taken, beside a blind pick
looks      how often one looked, beside how often there was anything new
company    whom one dropped, sought, or was seen with
foresight  the bets: how well one had learned the rules
standoffs  where the values chosen at the start and the score pulled apart
report     all of it, for one regime
telling    the sentences
"""
