"""Several packs at once: what they need of each other, what they override, and that no order of folders matters."""

import itertools

import pytest

from scsgame.packs import library as room
from scsgame.packs import migrations
from scsgame.packs.library import report_on
from scsgame.packs.migrations import Step
from scsgame.packs.shelves import Shelf
from scsgame.packs.specimen import specimen
from scsgame.packs.versions import fits, version, words


def shelf(name, head="", **files):
    pack = f"pack: {name}\nformat: 1\nversion: 1.2.0\ntitle: {name}\n{head}"
    return Shelf(name, {"pack.yaml": pack, **files}).seal()


def base():
    return Shelf("base", {**specimen(), "pack.yaml": specimen()["pack.yaml"].replace("specimen", "base")}).seal()


def rules(line="{id: red_light, points: -9, status: invented, why: Twice.}", head="regime: town\n"):
    return {"regimes/town/regime.yaml": f"{head}intervention: {{rules: [{line}]}}\n"}


def claim(*names, of="base"):
    return f"overrides: {{{of}: [{', '.join(names)}]}}\n"


RED = "regimes/town/rule.red_light"


def problems(*shelves):
    return [(problem.code, problem.path, problem.line) for problem in report_on(shelves).problems]


@pytest.mark.parametrize(
    ("have", "wanted", "well"),
    [
        ("1.0.0", ">=1.0", True), ("0.9", ">=1.0", False), ("1.2.3", "1.2", True), ("1.1.9", "1.2", False), ("2.0", "1.2", False),
        ("1.9", ">=1.0 <2", True), ("2.0.0", ">=1.0, <2", False), ("3", "any", True), ("1.0", "==1.0.0", True),
        ("1.0.0-beta", ">=1.0", False), ("1.0.0-beta.2", ">1.0.0-beta.1", True), ("1.0.0-beta.11", ">1.0.0-beta.2", True),
        ("1.10", ">1.9", True), ("1.0+linux", "==1.0", True), ("1.0", "<=1.0", True), ("1.0", "nonsense", False),
    ],
)  # fmt: skip
def test_versions_are_compared_as_semver_says(have, wanted, well):
    assert fits(have, wanted) is well


def test_ranges_are_said_in_words():
    assert words(">=1.0 <3") == "version 1.0 or later, below 3"
    assert words("1.4") == "version 1.4 or later, below 2"
    assert version("nonsense") == version("0.0.0")


@pytest.mark.parametrize(
    ("needs", "says"),
    [
        ('{bse: ">=1.0"}', 'the pack "more" needs "bse" in version 1.0 or later, and there is no such pack here'),
        ('{base: ">=2"}', 'the pack "more" needs "base" in version 2 or later, and what is here is 1.0.0'),
        ('{scsgame: ">=99"}', "and this is scsgame"),
        ("{more: 1}", "needs itself"),
    ],
)
def test_a_pack_that_is_missing_or_too_old_is_said_with_who_wants_what(needs, says):
    (problem,) = report_on([base(), shelf("more", f"needs: {needs}\n")]).problems

    assert (problem.code, problem.path, problem.line) == ("unmet-need", "more/pack.yaml", 5)
    assert says in problem.message
    assert problem.suggestion == ("base" if "bse" in needs else "")


def test_packs_that_have_what_they_need_are_read():
    assert (
        problems(
            base(),
            shelf("more", 'needs: {base: ">=1.0", scsgame: any}\nlanguages: [en, zh]\nlicence: CC0\nauthors: A\n'),
        )
        == []
    )


def test_two_packs_never_have_one_id():
    twin = Shelf("twin", {"pack.yaml": specimen()["pack.yaml"]}).seal()
    assert problems(Shelf("first", specimen()).seal(), twin) == [("duplicate-id", "twin/pack.yaml", 1)]


def test_a_pack_of_a_newer_format_is_one_clear_sentence():
    newer = Shelf("more", {"pack.yaml": "pack: more\nformat: 2\nplus: [1]\n", "what.yaml": "ever: 1\n"}).seal()
    (problem,) = report_on([base(), newer]).problems

    assert (problem.code, problem.line, problem.column) == ("newer-format", 2, 9)
    assert "is written in format 2" in problem.message
    assert "a newer scsgame can read it" in problem.message


def test_an_older_format_is_carried_over_by_a_table(monkeypatch):
    steps = (
        Step("regime", "intervention.rules.*", "rename", "score", "points"),
        Step("regime", "manipulation.measures.*", "drop", "colour"),
        Step("scenes", "*", "fill", "cooldown", "3"),
        Step("pack", "", "rename", "name", "title"),
    )
    monkeypatch.setattr("scsgame.packs.manifest.MIGRATIONS", {0: steps})
    files = specimen()
    files["pack.yaml"] = files["pack.yaml"].replace("format: 1", "format: 0").replace("title:", "name:")
    regime = (
        files["regimes/town/regime.yaml"]
        .replace("points: -5", "score: -5")
        .replace("title: No trains", "title: No trains, colour: red")
    )
    files["regimes/town/regime.yaml"] = regime
    report = report_on([Shelf("", files).seal()])

    assert report.problems == ()
    assert report.library.regimes["town"].rules[0].points == -5
    assert report.library.packs[0].title.read() == "A specimen"

    files["regimes/town/regime.yaml"] = regime.replace("score: -5", "score: five")
    (problem,) = report_on([Shelf("", files).seal()]).problems
    assert (problem.code, problem.excerpt[problem.column - 1 :][:4]) == ("not-a-number", "five")


def test_without_a_table_a_format_that_never_was_is_refused():
    assert migrations.FORMAT == 1
    assert not migrations.MIGRATIONS
    files = {**specimen(), "pack.yaml": specimen()["pack.yaml"].replace("format: 1", "format: 0")}
    assert [problem.code for problem in report_on([Shelf("", files).seal()]).problems] == ["out-of-range"]


def test_a_single_thing_is_overridden_by_saying_so():
    library = report_on([base(), shelf("more", claim(RED), **rules())]).library

    assert [(rule.id, rule.points, rule.title.read()) for rule in library.regimes["town"].rules] == [
        ("red_light", -9, "Red light")
    ]
    assert len(library.regimes["town"].observers) == 1
    assert len(library.regimes) == 1


def test_shadowing_without_saying_so_names_both_places():
    (problem,) = report_on([base(), shelf("more", **rules())]).problems

    assert (problem.code, problem.path, problem.line) == ("duplicate-id", "more/regimes/town/regime.yaml", 1)
    assert "is already in base/regimes/town/regime.yaml:1:9" in problem.message


def test_changing_more_than_was_said_names_both_places():
    more = rules()["regimes/town/regime.yaml"] + "title: Another town\n"
    (problem,) = report_on([base(), shelf("more", claim(RED), **{"regimes/town/regime.yaml": more})]).problems

    assert (problem.code, problem.path, problem.line) == ("undeclared-override", "more/regimes/town/regime.yaml", 3)
    assert 'changes "title"' in problem.message
    assert "which stands in base/regimes/town/regime.yaml:2:8" in problem.message
    assert '"regimes/town/title"' in problem.message


@pytest.mark.parametrize(
    ("head", "line", "code"),
    [
        (claim("regimes/town/rule.red_lite"), "{id: red_light, title: Red light}", "idle-override"),
        (claim(RED), "{id: red_light, title: Red light}", "idle-override"),
        (claim(RED, of="core"), "{id: red_light, title: x}", "idle-override"),
        (claim(RED), "{id: red_lite, title: x}", "not-inherited"),
    ],
)
def test_overriding_what_is_not_there_is_said(head, line, code):
    found = problems(base(), shelf("more", head, **rules(line)))

    assert code in [part[0] for part in found]
    assert {part[1] for part in found} <= {"more/pack.yaml", "more/regimes/town/regime.yaml"}


def test_nobody_names_more_than_five_hundred_things_to_override():
    many = claim(*(f"regimes/town/rule.red_light.{number}" for number in range(3_000)))
    found = report_on([base(), shelf("more", many, **rules())]).problems

    assert sum(problem.code == "idle-override" for problem in found) == 500
    assert [problem.column > 1 for problem in found if problem.code == "too-large"] == [True]


def test_a_whole_regime_can_be_overridden():
    whole = {
        path: text.replace("The town", "My town") for path, text in specimen().items() if path.startswith("regimes/")
    }
    library = report_on([base(), shelf("more", claim("regimes/town"), **whole)]).library

    assert library.regimes["town"].title.read() == "My town"
    assert len(library.cases) == 1


def test_a_shared_word_can_be_overridden():
    acts = {"acts.yaml": "acts: {jaywalks: {title: runs across on red}}\n"}
    for order in (
        [base(), shelf("more", claim("act.jaywalks"), **acts)],
        [shelf("more", claim("act.jaywalks"), **acts), base()],
    ):
        act = report_on(order).library.vocabulary.acts["jaywalks"]
        assert (act.title.read(), act.theme) == ("runs across on red", "street")

    assert problems(base(), shelf("more", **{"acts.yaml": "acts: {jaywalks: {title: x, theme: y}}\n"})) == [
        ("duplicate-id", "more/acts.yaml", 1)]  # fmt: skip


def test_two_packs_that_change_the_same_thing_are_told_apart_from_two_that_do_not():
    other = rules("{id: red_light, title: Stop}")
    found = problems(base(), shelf("more", claim(RED), **rules()), shelf("most", claim(RED), **other))
    assert found == [("twice-overridden", "most/pack.yaml", 5)]

    apart = {"regimes/town/regime.yaml": "regime: town\ntitle: Another town\n"}
    library = report_on(
        [base(), shelf("more", claim(RED), **rules()), shelf("most", claim("regimes/town/title"), **apart)]
    ).library
    assert (library.regimes["town"].title.read(), library.regimes["town"].rules[0].points) == ("Another town", -9)


def test_a_variant_inherits_what_another_pack_overrode():
    child = {"regimes/village/regime.yaml": "regime: village\nextends: town\n"}
    library = report_on(
        [shelf("far", 'needs: {base: ">=1"}\n', **child), base(), shelf("more", claim(RED), **rules())]
    ).library

    assert library.regimes["village"].rules[0].points == -9


def test_no_order_of_packs_changes_anything():
    def every():
        child = {"regimes/village/regime.yaml": "regime: village\nextends: town\ntitle: The village\n"}
        return [base(), shelf("more", claim(RED), **rules()), shelf("far", **child),
                shelf("most", claim("regimes/town/title"), **{"regimes/town/regime.yaml": "regime: town\ntitle: Another\n"})]  # fmt: skip

    first = report_on(every())
    for order in itertools.permutations(range(4)):
        packs = every()
        again = report_on([packs[at] for at in order])
        assert again.problems == first.problems == ()
        assert again.library.packs == first.library.packs
        assert again.library.regimes == first.library.regimes
        assert again.library.lives == first.library.lives
    broken = [problems(*(([base(), shelf("more", **rules()), shelf("most", **rules())])[at] for at in order))
              for order in itertools.permutations(range(3))]  # fmt: skip
    assert all(found == broken[0] for found in broken)


def test_the_core_of_a_machine_comes_first_and_the_stamp_of_a_save_stays(tmp_path, monkeypatch):
    for name, files in (("core", {**specimen()}), ("zeta", shelf("zeta").files), ("alpha", shelf("alpha").files)):
        for path, text in files.items():
            (tmp_path / name / path).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / name / path).write_text(text, encoding="utf-8")
    monkeypatch.setattr(room, "core_content", lambda: tmp_path / "core")
    monkeypatch.setattr(room, "user_data_path", lambda name: tmp_path / "home" / name)
    monkeypatch.delenv("SCSGAME_PACKS", raising=False)
    orders = ([tmp_path / "zeta", tmp_path / "alpha"], [tmp_path / "alpha", tmp_path / "zeta"])

    assert [[pack.id for pack in room.load(order).packs] for order in orders] == [["specimen", "alpha", "zeta"]] * 2
