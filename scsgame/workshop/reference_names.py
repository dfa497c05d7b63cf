"""The last chapter of the reference: the names that conditions may read, and where.

Which names there are is asked of the same lists the checker uses; a name without a sentence here fails a test.
"""

from __future__ import annotations

from collections.abc import Iterator

from scsgame.conditions.grammar import Names
from scsgame.packs.names import LifeWords, RegimeWords, SharedWords, encounter_names, life_names, regime_names

SAID = {
    "day": ("day >= 3", "The day, from 1."),
    "week": ("week == 2", "The week, from 1."),
    "weekday": ("weekday in [mon, fri]", "mon, tue, wed, thu, fri, sat or sun."),
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
    "enrolled": ("enrolled", "Does the player take part; always, where it is mandatory."),
    "listed": ("listed(detention)", "Is the player on this list."),
    "days_on": ("days_on(detention) > 7", "For how many days they have been on it."),
    "seen": ("seen(makes_noise) >= 3", "How often an observer reported this act."),
    "since_seen": ("since_seen(makes_noise) > 14", "How many days ago it was reported last."),
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
