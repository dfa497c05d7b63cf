"""The last chapters of the reference: the names that conditions may read, and the words that all packs share.

Which names there are is asked of the same lists the checker uses; a name without a sentence here fails a test.
"""

from __future__ import annotations

from collections.abc import Iterator

from scsgame.conditions.grammar import Names
from scsgame.packs.library import core_content
from scsgame.packs.names import LifeWords, RegimeWords, SharedWords, encounter_names, life_names, regime_names
from scsgame.packs.reader import Map, Node, read
from scsgame.packs.registers import english

SAID = {
    "day": ("day >= 3", "The day, from 1."),
    "week": ("week == 2", "The week, from 1."),
    "weekday": ("weekday in [mon, fri]", "mon, tue, wed, thu, fri, sat or sun."),
    "date": ("date >= 20180501", "The date, as year, month and day in one number; here: from 1 May 2018."),
    "meter": ("money < 10", "A meter: money, strength, ties, self, or one of your own."),
    "flag": ("not told_ada", "A flag that your life declares under `flags`."),
    "counter": ("favours >= 2", "A counter that your life or your regime declares under `counters`."),
    "met": ("met(lost_purse)", "Has this scene come."),
    "since": ("since(lost_purse) > 5", "How many days ago it came last; 9999 if it never did."),
    "chose": ("chose(lost_purse, keep)", "Was this choice ever taken in this scene."),
    "times": ("times(skips_class) >= 2", "How often the player did this act."),
    "since_act": ("since_act(calls_home) > 14", "How many days ago they did it last."),
    "open": ("open(city_bus)", "Is this service open to the player today."),
    "eased": ("eased(city_bus)", "Has a regime made it cheaper, or opened it by invitation."),
    "bond": ("bond(ada) >= 60", "How close this person is, from 0 to 100."),
    "near": ("near(ada)", "Is this person still in the life."),
    "arc": ("arc(the_test) == 1", "How far a story has come: the last step met, 0 for none."),
    "holds": ("holds(order)", "Did the player choose this value at the start."),
    "owes": ("owes(rent)", "Is this bill there and not paid."),
    "overdue": ("overdue(rent)", "Is it past its date."),
    "score": ("score < 40", "The number, if the scale has one."),
    "friends_score": ("friends_score < 40", "The mean number of the player's friends."),
    "tier": ("tier == gold", "The tier, by its id."),
    "phase": ("phase == strict", "The stretch of the regime's history, by its id."),
    "days_in_phase": ("days_in_phase > 7", "For how many days this phase has stood."),
    "enrolled": ("enrolled", "Does the player take part; always, where it is mandatory."),
    "listed": ("listed(detention)", "Is the player on this list."),
    "days_on": ("days_on(detention) > 7", "For how many days they have been on it."),
    "seen": ("seen(makes_noise) >= 3", "How often an observer reported this act."),
    "seen_of_unit": ("seen_of_unit(litters) >= 3", "The same of those who are judged as one with the player."),
    "seen_of_friends": ("seen_of_friends(litters) >= 3", "The same of the player's friends."),
    "since_seen": ("since_seen(makes_noise) > 14", "How many days ago it was reported last."),
    "elsewhere": (
        "elsewhere(house_points, detention)",
        "Was the player on this list of another regime yesterday; hyphens become underscores.",
    ),
    "score_at": (
        "score_at(house_points) < 40",
        "The number under another regime yesterday; 0 where it is not in play.",
    ),
    "marks": ("marks(noise) >= 2", "How many entries there are under this rule."),
    "active": ("active(free_bus)", "Does this measure stand now."),
}
"""An example and a sentence for every name."""


def sample() -> dict[str, Names]:
    """Return the names of a small life, a small regime and its encounters, one of each kind."""
    word = {"x": "x"}
    life = LifeWords({"meter": "m"}, ("flag",), ("counter",), word, word, word, {"x": ("y",)}, ("x",))
    regime = RegimeWords("r", True, word, ("x",), ("counter",), word, word, word, {"x": ("y",)})
    shared = SharedWords(word, word)
    return {
        "life": life_names(life, shared),
        "regime": regime_names(regime, shared),
        "encounters": encounter_names(regime, shared),
    }


def names_table() -> Iterator[str]:
    """Return the chapter on conditions, line by line."""
    yield "## Conditions\n"
    yield "A condition stands behind `when` (and behind `enters` and `leaves` of a list). It is made of names and numbers with"
    yield "`and`, `or`, `not`, `==` (is), `!=` (is not), `<`, `<=`, `>`, `>=`, `in [a, b]`, `+`, `-`, `*` and brackets:\n"
    yield "    day >= 3 and money < 10 and not met(lost_purse)\n"
    yield "| name | for example | life | regime | encounters | what it is |"
    yield "| --- | --- | --- | --- | --- | --- |"
    places = sample()
    has = {
        place: {"meter" if word in ("money", "strength", "ties", "self") else word for word in names.known()}
        for place, names in places.items()
    }
    for word, (example, meaning) in SAID.items():
        ticks = " | ".join("yes" if word in has[place] else "" for place in ("life", "regime", "encounters"))
        yield f"| `{word}` | `{example}` | {ticks} | {meaning} |"


def words_table() -> Iterator[str]:
    """Return the chapter on the acts, services and roles that the game brings, line by line."""
    yield "## The words the game brings\n"
    yield "These stand in the game's own files `acts*.yaml`. Every pack may use them; new ones go into the pack's own `acts.yaml`."
    roots = [read(path.read_text("utf-8")).root for path in sorted(core_content().glob("acts*.yaml"))]
    for chapter, head in (("acts", "Acts: somebody …"), ("services", "Services"), ("roles", "Roles")):
        yield f"\n### {head}\n"
        yield "| id | what it is | |"
        yield "| --- | --- | --- |"
        for root in roots:
            words = root.get(chapter) if isinstance(root, Map) else None
            for word, said in words.items() if isinstance(words, Map) else ():
                if isinstance(said, Map):
                    yield f"| `{word}` | {english(said.get('title'))} | {_more(said)} |"


def _more(said: Map) -> str:
    """Return what else is said of a word, in a word or two."""
    twin: Node = said.get("twin", "")
    parts = [str(said.get("theme", "")), "sensitive" if said.get("sensitive") in ("true", "yes") else "", f"twin: `{twin}`" if twin else "",
             "under another name" if said.get("masked") in ("true", "yes") else "",
             "by invitation" if said.get("by_invitation") in ("true", "yes") else ""]  # fmt: skip
    return ", ".join(part for part in parts if part)
