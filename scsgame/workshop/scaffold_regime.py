"""The files of a first regime, with the comments a beginner needs: two observers, three rules, a list, a perk.

Words between @ signs are filled in from the author's answers.
"""

from __future__ import annotations

from collections.abc import Mapping

REGIME = """\
# THE REGIME: who watches, what it counts for, what is done about it. Three chapters, in this order.
# A regime never mentions a scene of a life. The two meet only in acts (what somebody does, such as skips_class) and
# services (what life offers, such as city_bus).
# Wherever a number stands, say where it comes from. What you made up is `status: invented`, with a `why`.
regime: @ID@
title: @TITLE@
about: >-
  Everybody begins with 50 @WORD@. A register and a teacher with a notebook report what they see. From 55 upward the bus
  is free. Below 40 a name is read out on Mondays.
word: @WORD_TEXT@
joins: mandatory              # or opt_in: the player decides whether to take part

# CHAPTER ONE: what is seen.
surveillance:
  observers:
    - id: class_register
      title: The class register
      sees: [skips_class]
      reliability: 1          # reports it every time
      status: invented
      why: a register is read out every lesson, so it misses nobody
    - id: duty_teacher
      title: The teacher on duty
      sees: [makes_noise, hands_in_find]
      reliability: 0.6        # sees it in 6 of 10 cases
      delay: 1                # the report comes a day later
      status: invented
      why: one person cannot be everywhere; six in ten is a guess

# CHAPTER TWO: what it counts for.
intervention:
  scale:
    kind: points
    start: 50
    least: 0
    most: 100
    status: invented
    why: half of a hundred leaves room both ways
  rules:
    - id: skipped
      title: Missing a lesson
      act: skips_class
      points: -10
      status: invented
      why: two missed lessons should be enough for the list
    - id: noise
      title: Noise
      act: makes_noise
      points: -4
      cap: 8                  # at most 8 points ...
      per: week               # ... in a week
      status: invented
      why: less than a missed lesson, and not without end
    - id: found
      title: Handing in what was found
      act: hands_in_find
      points: +6
      status: invented
      why: one good deed should reach the free bus
  lists:
    - id: detention
      title: The Monday list
      good: no
      public: yes
      enters: score < 40      # who comes on it
      leaves: score >= 45     # who goes off it
      status: invented
      why: five points between in and out, so that nobody hops on and off

# CHAPTER THREE: what is done about it.
manipulation:
  measures:
    - id: free_bus
      title: A free seat on the bus
      kind: perk
      when: score >= 55
      prices: {city_bus: 0}   # 0 is free, 0.5 is half, 2 is double
      starts: The driver has your name on a card. You need not pay.
      ends: The driver looks for your card and does not find it.
      status: invented
      why: small enough for a school, large enough to be missed
    - id: read_out
      title: Read out on Mondays
      kind: publicity
      when: listed(detention)
      weekly: {ties: -3}
      starts: On Monday your name is read out before the first lesson.
      ends: On Monday your name is not read out.
      status: invented
      why: it costs the school nothing, which is why schools do it
  disclosure:
    score: @SHOWN@
    rules: told               # told, partly, untold
    notice: @NOTICE@
    measures: yes             # is one told which doors were opened or closed
    status: invented
    why: @SHOWN_WHY@
"""

ENCOUNTERS = """\
# THE REGIME'S OWN SCENES. They come in any life, so people are named by role only.
- id: notice_board
  kind: encounter
  when: day >= 2
  chance: 0.7
  cast: {teacher: official}
  place: The notice board
  text: >-
    @BOARD@
  choices:
    - id: push
      text: Push to the front.
      effects: {strength: -2, self: -1}
      result: Yours is there, between two others. You look at the two others.
    - id: ask
      text: Ask {teacher} what it is for.
      effects: {self: +2}
      bonds: {teacher: -2}
      result: "{teacher} says that it is for you."
    - id: walk_past
      text: Walk past.
      effects: {self: +1}
      result: Somebody tells you anyway.
"""

CASES = """\
# WHAT MUST COME OUT. A case says what somebody does and how they stand afterwards. `scsgame pack test` tries them all.
- case: Missing one lesson costs ten
  does: [{day: 2, act: skips_class}]
  through: 4
  ends: {score: 40, lists: [], measures: []}
- case: Missing two lessons leads to the Monday list
  does: [{day: 2, act: skips_class}, {day: 3, act: skips_class}]
  through: 5
  ends: {score: 30, lists: [detention], measures: [read_out]}
"""

FILES: Mapping[str, str] = {"regime.yaml": REGIME, "encounters.yaml": ENCOUNTERS, "cases.yaml": CASES}
"""The files of a regime's folder."""

BOARD_SHOWN = "{teacher} pins a long sheet to the board. Names on the left, @WORD@ on the right. Everybody finds their own first."
BOARD_HIDDEN = (
    "{teacher} carries a grey folder past the board and pins up only the date. Everybody knows what is in the folder."
)
