"""Pages on translations in files of their own."""

from scsgame.packs.codes import Page

_FILE = "lives/walk/strings.zh.yaml"

PAGES = (
    Page("no-language", """Translations stand in files of their own, beside the YAML they translate: strings.zh.yaml, or in
         parts strings_feed.zh.yaml. The language stands before `.yaml`; without it nobody knows whom these texts are for.""",
         "lives/walk/strings.yaml", "life.title: 步行\n", None),
    Page("unknown-text", """Every key of a file of translations names one text of the same folder. A key that names nothing is a
         misspelt id, or a text that its author has taken away. `scsgame pack strings` prints every key there is.""",
         _FILE, "scene.evning.text: 什么也没发生。\n", "scene.evening.text: 什么也没发生。\n"),
    Page("slot-mismatch", """What stands in curly brackets is filled while one plays, with a name for instance. It stays as it is in
         every language, spelt the same way; a translation has every slot of its original, and no other.""",
         _FILE, "ending.home.text: 你到家了，{pal}。\n", "ending.home.text: 你到家了。\n"),
    Page("translated-twice", """A text has one translation in each language. It stands in one file of translations, or in the text
         itself (`{en: …, zh: …}`), not in both with different words."""),
)  # fmt: skip
