"""Pages on single values: what stands where a text, a number or an id should."""

from scsgame.packs.codes import Page

_POST = "- {{id: sale, by: The shop, text: Half price, {}}}"
_PERSON = "- {{id: su_mei, name: Su Mei, about: Reads., roles: [friend]{}}}"

PAGES = (
    Page("not-text", "Text is wanted. Often a text begins with a bracket, which YAML takes for a list or mapping: put it in quotes.",
         "feed", "- {id: sale, by: The shop, text: [Half] }", "- {id: sale, by: The shop, text: '[Half]'}"),
    Page("not-a-number", "A number is wanted: the digits 0 to 9, perhaps a sign before and a point inside; no commas, units, words or digits of other scripts.",
         "feed", _POST.format("first: twelve"), _POST.format("first: 12")),
    Page("out-of-range", "The number lies outside what makes sense here: a chance is from 0 to 1, a bond from 0 to 100.",
         "cast", _PERSON.format(", bond: 120"), _PERSON.format(", bond: 80")),
    Page("not-yes-or-no", "Write yes or no (true and false are understood too).",
         "cast", _PERSON.format(", here: maybe"), _PERSON.format(", here: yes")),
    Page("not-one-of", "Only a few words can stand here, and this is none of them.",
         "scenes", "- id: red\n  kind: every_day\n  text: The light is red.\n  choices: [{id: wait, text: Wait.}]",
         "- id: red\n  kind: everyday\n  text: The light is red.\n  choices: [{id: wait, text: Wait.}]"),
    Page("not-a-list", "A list is wanted: in square brackets, or one item a line, each after a hyphen.",
         "cast", "- {id: su_mei, name: Su Mei, about: Reads., roles: friend}", _PERSON.format("")),
    Page("not-a-mapping", "A mapping is wanted: `key: value`, one a line, or in curly brackets.",
         "acts", "shouts: shouts in the street", "shouts: {title: shouts in the street, theme: street}"),
    Page("bad-id", "Ids have lower-case letters, digits and underscores, and begin with a letter, so that conditions can name them.",
         "flags", "- Has-Job", "- has_job"),
    Page("reserved-id", "This word already means something in conditions (`and`, `day`, `score`), so a thing called so could not be named there.",
         "flags", "- weekday", "- works_weekdays"),
    Page("duplicate-id", "Two things of one kind have the same id, so nobody can tell which is meant.",
         "cast", "- {id: lin_hao, name: Another Lin, about: A namesake., roles: [friend]}",
         "- {id: lin_namesake, name: Another Lin, about: A namesake., roles: [friend]}"),
    Page("unknown-key", "No field of this name exists here, so nothing would read it. Most often it is misspelt or stands one level too high or low.",
         "cast", _PERSON.format(", bnd: 40"), _PERSON.format(", bond: 40")),
    Page("missing-key", "A field that cannot be left out is missing.",
         "cast", "- {id: su_mei, name: Su Mei, roles: [friend]}", _PERSON.format("")),
    Page("bad-date", "The calendar has no such day.",
         "lives/walk/life.yaml | start: 2018-03-05", "start: 2018-02-30", "start: 2018-02-28"),
    Page("wrong-name", "A life or regime is called what its folder is called, so that there is one name for one thing.",
         "lives/walk/life.yaml | life: walk", "life: walking", "life: walk"),
    Page("bad-condition", """Conditions are written in a small language of their own: names, comparisons, `and`, `or`, `not`, and a few
         questions such as met(scene). See content/README.md for every name there is.""",
         "feed", _POST.format("when: day => 3"), _POST.format("when: day >= 3")),
    Page("unfilled-slot", "A name in curly brackets inside a text is a slot. It must be filled: by `cast` in a scene, by `slots` in an ending.",
         "scenes", "- id: red\n  text: The light is red for {pal}.\n  choices: [{id: wait, text: Wait.}]",
         "- id: red\n  cast: {pal: friend}\n  text: The light is red for {pal}.\n  choices: [{id: wait, text: Wait.}]"),
    Page("long-text", "A warning: players read on a small screen. A choice has at most 14 words, a scene 60, a result 80.",
         "scenes", "- id: red\n  text: The light is red.\n  choices:\n    - {id: wait, text: " + "Wait and " * 8 + "wait.}",
         "- id: red\n  text: The light is red.\n  choices:\n    - {id: wait, text: Wait.}"),
)  # fmt: skip
