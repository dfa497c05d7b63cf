"""Pages on what a life must hold together: ways out, stories, endings."""

from scsgame.packs.codes import Page

_OUT = "- id: red\n  text: The light is red.\n  choices:\n    - {{id: wait, text: Wait{}}}"
_END = "- {{id: hospital, title: Hospital, text: You lie there{}}}"
_SLOT = "- {{id: hospital, title: Hospital, when: hurt, text: 'You lie there. {{sky}}', slots: {{sky: [{{when: day > 3, text: It rains.}}{}]}}}}"
_STEP = "- id: lights\n  arc: lights\n  step: {}\n  text: The light is red.\n  choices: [{{id: wait, text: Wait.}}]"
_SENT = "- id: red\n  text: The light is red.\n  choices: [{{id: wait, text: Wait{}}}]\n- id: photo\n  kind: return\n  text: A photo of you.\n  choices: [{{id: look, text: Look.}}]"


def _bill(number: int) -> str:
    return (f"  - {{id: soup_{number}, title: Soup, amount: 1, first: 3, every: 7, grace: 2,\n"
            "     paid_act: pays_bill, missed_act: pays_bill, late_act: pays_bill}\n")  # fmt: skip


PAGES = (
    Page("no-way-out", """Every scene keeps one choice that is always possible: without `when`, and without `uses`, because a regime
         can close any service. Otherwise a player could sit before a scene with nothing to choose.""",
         "scenes", _OUT.format(", when: money > 10"), _OUT.format("")),
    Page("later-empty", "What comes back is a scene, a change of meters, or a line of text. This is none.",
         "scenes", _OUT.format(", later: [{days: 3}]"), _OUT.format(", later: [{days: 3, note: It rains.}]")),
    Page("never-sent", "A scene of kind return (or with due_only) comes only when some choice sends it by `later`. Nothing sends this one.",
         "scenes", _SENT.format(""), _SENT.format(", later: [{days: 3, scene: photo}]")),
    Page("arc-step", "A story goes step by step: `arc` and `step` stand together, and step 2 needs a step 1 before it.",
         "scenes", _STEP.format(2), _STEP.format(1)),
    Page("nobody-plays", "A warning: the scene asks for somebody in a role that nobody in this life plays, so it can never come.",
         "scenes", "- id: red\n  cast: {old: elder}\n  text: '{old} waits.'\n  choices: [{id: wait, text: Wait.}]",
         "- id: red\n  cast: {old: friend}\n  text: '{old} waits.'\n  choices: [{id: wait, text: Wait.}]"),
    Page("ending-order", """The first ending whose condition holds is told. So the last has no condition (every life ends somehow),
         and every other has one (or those after it could never be told).""",
         "endings", _END.format(""), _END.format(", when: hurt")),
    Page("open-slot", """A warning: a slot takes its first wording whose condition holds. Where none holds, nothing stands in its place, and the
         sentence ends early. So the last wording has no condition.""",
         "endings", _SLOT.format(""), _SLOT.format(", {text: It snows.}")),
    Page("early-ending", "An ending that may come early ends the life on the first day on which its condition holds. Without one, that is day 1.",
         "endings", _END.format(", early: yes"), _END.format(", early: yes, when: hurt")),
    Page("too-many-bills", """A life has at most forty bills. Each is weighed every day and stands on the player's list until it is paid, and
         nobody pays hundreds by hand. Let one bill stand for several, or let money be asked for in scenes.""",
         "lives/walk/life.yaml | bills:\n", "bills:\n" + "".join(_bill(number) for number in range(1, 41)), "bills:\n" + _bill(1)),
    Page("missing-meter", "Every life has money, strength, ties and self, so that every regime can move them. A life may have more.",
         "lives/walk/life.yaml | self: {title", "hope: {title", "self: {title"),
)  # fmt: skip
