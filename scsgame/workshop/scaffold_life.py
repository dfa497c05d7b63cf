"""The files of a first life, with the comments a beginner needs: four scenes, two endings, two people.

Words between @ signs are filled in from the author's answers.
"""

from __future__ import annotations

from collections.abc import Mapping

LIFE = """\
# THE LIFE: how long it lasts, and what can run out.
# A life says what people do. It never mentions a score: what is made of it stands in the regime.
# Everything behind a # is a note to you. The game does not read it.
life: @ID@
title: @TITLE@
about: >-
  Two weeks at a school. A friend in the back row, a teacher on duty, a test, a free afternoon.
start: 2024-09-02             # the date of day 1, a Monday
weeks: 2
deal_days: [mon, wed, fri]    # on these days a scene comes
fallback: free_afternoon      # this scene comes when no other can

# Four numbers, from `least` to `most`. Every life has these four. Change their titles as you like.
meters:
  money: {title: pocket money, start: 20, least: -20, most: 200, unit: coins, low: 5, high: 60}
  strength: {title: strength, start: 60, least: 0, most: 100, low: 20, high: 90}
  ties: {title: ties, start: 50, least: 0, most: 100, low: 20, high: 85}
  self: {title: self, start: 50, least: 0, most: 100, low: 20, high: 85}

# What a player may stand for. At the start they choose one.
pick_values: 1
values:
  - {id: kindness, title: kindness, about: "Help where you can."}
  - {id: order, title: order, about: "Rules are for everybody, you included."}

# What changes by itself: pocket money on day 5, then every seven days.
tides:
  - {id: pocket_money, title: Pocket money, effects: {money: 6}, first: 5, every: 7}
  - {id: weekend, title: Two days without a bell, effects: {strength: 10}, first: 6, every: 7}
"""

CAST = """\
# THE PEOPLE. `id` is the name the files use, `name` is what the player reads.
# `roles` come from a list that all packs share: friend, classmate, roommate, colleague, employer, family, parent,
# elder, neighbour, official, sweetheart.
cast:
  - id: @FRIEND_ID@
    name: @FRIEND@
    about: Sits in the back row and laughs before the joke is over.
    roles: [friend, classmate]
    bond: 50                  # how close you are at the start, from 0 to 100
  - id: @TEACHER_ID@
    name: @TEACHER@
    about: Is on duty in the yard and has a notebook.
    roles: [official]
    bond: 30
"""

ENDINGS = """\
# HOW IT CAN CLOSE. The first ending whose `when` holds is told. The last one has no `when`.
endings:
  - id: two_on_a_wall
    title: Two on a wall
    when: bond(@FRIEND_ID@) >= 60
    text: >-
      The last bell of the second week. @FRIEND@ is already on the wall outside, with two drinks. One of them is for you.
  - id: last_bell
    title: The last bell
    text: >-
      The last bell of the second week. You take your bag and walk home the short way, past the notice board.
"""

SCENES = """\
# THE SCENES. A scene is a situation with choices. Copy one, give it another `id`, and change the words.

- id: first_morning
  kind: opening               # opening scenes come first
  cast: {pal: friend}         # somebody who is a friend; the text may then say {pal}
  place: Room 12
  text: >-
    The first bell. {pal} waves from the back row. The teacher is still on the stairs, and the window is open.
  choices:
    - id: front
      text: Sit in front and open the book.
      effects: {strength: -2, self: +1}
      upholds: [order]
      result: You are the only one with a pencil. By noon you have lent it to four people.
    - id: back
      text: Sit with {pal} and talk.
      acts: [makes_noise]     # what was done, for whoever is watching
      effects: {ties: +3}
      bonds: {pal: +6}
      result: You have six weeks to tell each other about. You manage four.
    - id: out
      text: Slip out before the second bell.
      acts: [skips_class]
      effects: {strength: +4}
      result: The yard is empty and very bright.

- id: lost_purse
  chance: 0.8                 # on a day when it could come, it does in 8 of 10 cases
  cooldown: 7                 # it may come again after seven days
  place: The yard
  text: >-
    Under the bench lies a purse with a key and twelve coins. Nobody is looking for it yet.
  variants:
    - >-
      The same bench, another purse. This one has a cat on it.
  choices:
    - id: hand_in
      text: Hand it in at the office.
      acts: [hands_in_find]
      effects: {strength: -2, ties: +2}
      upholds: [kindness]
      result: A girl from the second year says thank you to your shoes.
    - id: keep
      text: Keep the coins.
      acts: [keeps_find]
      effects: {money: +12, self: -5}
      betrays: [kindness]
      result: The key you leave on the bench. It looks at you.
    - id: leave
      text: Leave it where it lies.
      effects: {self: -1}
      result: At the next break it is gone.

- id: maths_test
  kind: beat                  # a step in the story; goes before everyday scenes
  when: day >= 3              # not before day 3
  chance: 0.6
  cast: {pal: friend}
  place: Room 12
  text: >-
    Question four of the test. {pal} has put down the pencil and looks at your paper, then at you.
  choices:
    - id: show
      text: Move your arm.
      acts: [cheats_in_exam]
      effects: {self: -3}
      bonds: {pal: +8}
      betrays: [order]
      result: You hear the pencil again.
      later:                  # what comes back, and after how many days
        - {days: 3, effects: {ties: -3}, note: "The papers come back. Two have the same wrong answer."}
    - id: hide
      text: Write on, with your arm where it is.
      effects: {self: +2}
      bonds: {pal: -6}
      upholds: [order]
      result: "{pal} draws a very detailed duck."
    - id: away
      text: Say you feel ill and go home.
      acts: [skips_class]
      effects: {strength: +5, self: -2}
      result: At home you feel ill.

- id: free_afternoon
  cooldown: 1
  text: >-
    Nothing after lunch. The bus to the lake stops at the gate. In the hall they are looking for people who carry chairs.
  variants:
    - >-
      Another free afternoon. The same bus. There seem to be more chairs than before.
  choices:
    - id: lake
      text: Take the bus to the lake.
      uses: {city_bus: 4}     # a service with its price; a regime may close it or make it cheaper
      effects: {strength: +8, ties: +2}
      result: The water is cold for ten minutes and then it is not.
    - id: chairs
      text: Carry chairs.
      acts: [volunteers]
      effects: {strength: -6, ties: +3}
      upholds: [kindness]
      result: Two hundred and ten. You know because you counted.
    - id: home
      text: Go home and do the homework.
      effects: {strength: -3, self: +1}
      result: It takes an hour. You had thought two.
"""

FILES: Mapping[str, str] = {
    "life.yaml": LIFE,
    "cast.yaml": CAST,
    "endings.yaml": ENDINGS,
    "scenes/school.yaml": SCENES,
}
"""The files of a life's folder."""
