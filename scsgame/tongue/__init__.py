"""The game's own sentences, in each language it speaks. English stands in the code, next to its key.

phrases     `phrase("title.new", "Begin a new life")`: the sentence in the language spoken, its slots filled
tables      the other languages: one data file each (`zh.json`), read when somebody speaks it
dates       a date as one writes it
sums        a sum of money as one writes it
breaks      where a line may break, in each kind of writing
widths      how wide a text is on paper
directions  which way a text runs

Texts of packs are not here: they are sayings (scsgame.terms), and translated in the pack's own files.
"""

from scsgame.tongue.dates import date_words, day_words
from scsgame.tongue.phrases import Phrase, phrase, speak, spoken
from scsgame.tongue.sums import sum_words
from scsgame.tongue.tables import LANGUAGES, language_of, table

__all__ = [
    "LANGUAGES", "Phrase", "date_words", "day_words", "language_of", "phrase", "speak", "spoken", "sum_words", "table",
]  # fmt: skip
