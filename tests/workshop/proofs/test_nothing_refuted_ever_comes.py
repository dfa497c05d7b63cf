"""Random small packs: what was refuted never comes in any life that is lived in them."""

from __future__ import annotations

from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st

from scsgame.game.moment import Setup
from scsgame.packs.binding import build
from scsgame.packs.examine import examine
from scsgame.packs.shelves import Shelf
from scsgame.packs.specimen import specimen
from scsgame.workshop.evidence import Walk
from scsgame.workshop.proofs import prove

NAMES = ("a", "b", "c", "d", "e")
number = st.integers(-1, 12)
asked = st.one_of(
    st.sampled_from(["hurt", "not hurt", "met(a)", "not met(b)", "chose(c, go)", "weekday == mon", "weekday in [mon, tue]", "owes(phone)"]),
    st.builds("{} {} {}".format, st.sampled_from(["walks", "day", "week", "times(jaywalks)", "arc(way)", "money", "since(d)", "bond(lin_hao)"]),
              st.sampled_from(["<", "<=", "==", ">=", ">", "!="]), number),
)  # fmt: skip
whens = st.lists(asked, min_size=0, max_size=2).map(" and ".join)
does = st.sampled_from(["", ", sets: [hurt]", ", clears: [hurt]", ", counts: {walks: +1}", ", counts: {walks: -2}", ", acts: [jaywalks]", ", effects: {money: -40}",
                        ", bonds: {lin_hao: -5}", ", leaves: [lin_hao]", ", later: [{days: 2, scene: e}]", ", later: [{days: 9, scene: e, when: walks > 1}]"])  # fmt: skip
more = st.sampled_from(
    [
        "",
        "\n  cooldown: 2",
        "\n  cooldown: 5",
        "\n  arc: way\n  step: 1",
        "\n  arc: way\n  step: 2",
        "\n  cast: {pal: friend}",
        "\n  chance: 0.5",
    ]
)


@st.composite
def scenes(draw: st.DrawFn) -> str:
    """Draw five scenes; the first begins the story `way`, the last comes when it is sent."""
    text = ""
    for name in NAMES:
        when, extra = draw(whens), draw(more)
        extra = "\n  arc: way\n  step: 1" if name == "a" else "\n  kind: return" if name == "e" else extra
        second = draw(whens)
        text += (
            f"- id: {name}{extra}\n"
            + (f"  when: {when}\n" if when else "")
            + "  text: The light is red.\n  choices:\n"
        )
        text += (
            f"    - {{id: stay, text: Stay{draw(does)}}}\n    - {{id: go, text: Go{draw(does)}"
            + (f", when: {second!r}" if second else "")
            + "}\n"
        )
    return text.replace("- {id: stay, text: Stay}", "- {id: stay, text: Stay, later: [{days: 3, scene: e}]}", 1)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    scenes(),
    st.sampled_from(["score < 95", "score > 100", "seen(jaywalks) > 2", "marks(red_light) >= 1"]),
    st.booleans(),
)
def test_nothing_refuted_ever_comes(text: str, enters: str, daily: bool) -> None:
    files = specimen()
    files["lives/walk/scenes/walk.yaml"] += text
    files["lives/walk/life.yaml"] = files["lives/walk/life.yaml"].replace(
        "[mon, wed]", "[mon, tue, wed, thu, fri]" if daily else "[mon, wed]"
    )
    files["regimes/town/regime.yaml"] = files["regimes/town/regime.yaml"].replace(
        "enters: score < 50", f"enters: {enters}"
    )
    examined = examine([Shelf("", files).seal()])
    if examined.errors:
        assert {problem.code for problem in examined.errors} <= {"never-sent"}, examined.errors
        return
    library = build(examined)
    never = prove(examined, library).never
    event(f"{min(len(never), 5)} refuted")
    walk = Walk()
    for seed, bot in enumerate(("random", "random", "payer", "contrarian")):
        setup = Setup(library.lives["walk"], (library.regimes["town"],), library.vocabulary, f"fuzz-{seed}")
        walk.live(setup, bot)
    assert walk.seen & never == set()
