"""strings.zh.yaml: translations are put into the texts they name, and what does not fit is said with its place."""

import pytest

from scsgame.game.chronicle import begin
from scsgame.game.moment import Setup
from scsgame.game.view import look
from scsgame.packs import load
from scsgame.packs.library import report_on
from scsgame.packs.shelves import Shelf
from scsgame.packs.specimen import specimen

SCENE = """- id: crossing
  cast: {pal: friend}
  place: The gate
  text: The light is red, and {pal} waits.
  variants: ['Red again for {pal}.']
  choices:
    - {id: wait, text: Wait., result: "{pal} waits too.", later: [{days: 3, effects: {ties: 1}, note: 'A wave from {pal}.'}]}"""
LIFE = {
    "life.title": "步行", "life.about": "有人走路上班。", "meter.money.title": "钱", "value.order.title": "秩序",
    "bill.phone.title": "话费", "person.lin_hao.name": "林浩", "post.rain.by": "气象台", "post.rain.text": "下雨。",
    "ending.home.title": "到家", "ending.home.text": "你到家了。", "scene.evening.text": "什么也没发生。",
    "scene.evening.sleep.text": "去睡觉。", "scene.crossing.place": "大门", "scene.crossing.text": "红灯，{pal}在等。",
    "scene.crossing.text.1": "{pal}又遇红灯。", "scene.crossing.wait.result": "{pal}也在等。",
    "scene.crossing.wait.later.1.note": "{pal}挥了挥手。",
}  # fmt: skip
REGIME = {
    "regime.title": "小镇", "regime.about": "一个计分的小镇。", "observer.camera.title": "摄像头",
    "rule.red_light.title": "闯红灯", "rule.red_light.why": "一个小数目。", "tier.low.title": "低",
    "list.blacklist.title": "黑名单", "measure.train_ban.title": "禁乘火车", "redress.form.title": "表格",
    "scale.why": "整数。", "disclosure.why": "举例。", "scene.notice.text": "门上有张通知。",
}  # fmt: skip
ROOT = {
    "act.jaywalks.title": "闯红灯", "service.high_speed_rail.title": "高铁", "role.friend.title": "朋友",
    "fact.cameras.says": "路口有摄像头。", "source.S0.title": "一篇论文", "since.12.says": "比想的少。",
    "pack.title": "样本",
}  # fmt: skip


def written(texts):
    return "".join(f'{key}: "{text}"\n' for key, text in texts.items())


def whole(**others):
    files = specimen("scenes", SCENE)
    files["lives/walk/feed.yaml"] = "feed:\n  - {id: rain, by: The weather, text: Rain.}\n"
    files |= {"lives/walk/strings.zh.yaml": written(LIFE), "regimes/town/strings.zh.yaml": written(REGIME),
              "strings.zh.yaml": written(ROOT)}  # fmt: skip
    return files | {path.replace("|", "/"): text for path, text in others.items()}


def report(files):
    return report_on([Shelf("", files).seal()])


def problems(**others):
    return [(found.path, found.line, found.code, found.suggestion) for found in report(whole(**others)).problems]


def test_every_text_is_read_in_its_language_and_the_first_remains():
    found = report(whole())
    assert found.problems == ()
    library = found.library
    life, regime = library.lives["walk"], library.regimes["town"]
    crossing = next(scene for scene in life.scenes if scene.id == "crossing")
    choice = crossing.choices[0]
    assert [text.read("zh") for text in crossing.text] == ["红灯，{pal}在等。", "{pal}又遇红灯。"]
    assert (crossing.place.read("zh"), crossing.place.read("en")) == ("大门", "The gate")
    assert (choice.result.read("zh"), choice.text.read("zh")) == ("{pal}也在等。", "Wait.")
    assert choice.later[0].note.read("zh") == "{pal}挥了挥手。"
    assert regime.rule["red_light"].provenance.why.read("zh") == "一个小数目。"
    assert regime.encounters[0].text[0].read("zh") == "门上有张通知。"
    assert library.vocabulary.acts["jaywalks"].title.read("zh") == "闯红灯"
    fact = library.sources.fact("fact:cameras")
    assert (fact.read("zh"), fact.title("zh"), fact.says) == (
        "路口有摄像头。",
        "一篇论文",
        "There are cameras at crossings.",
    )
    assert library.sources.fact("since:12").read("zh") == "比想的少。"
    view = look(begin(Setup(life, (regime,), library.vocabulary, "1")), "zh")
    assert view.life == "步行"


def test_a_phase_is_translated_by_its_title():
    files = specimen("regime", "phase_titles: {before: Before it, after: Since it runs}")
    found = report(files | {"regimes/town/strings.zh.yaml": "phase.after.title: 实行之后\n"})
    assert found.problems == ()
    first, second = found.library.regimes["town"].phases
    assert (first.title.read("zh"), second.title.read("zh"), second.title.read("en")) == (
        "Before it",
        "实行之后",
        "Since it runs",
    )


def test_several_files_of_one_folder_are_read_like_one():
    first, *rest = LIFE.items()
    files = {
        "lives/walk/strings.zh.yaml": written(dict([first])),
        "lives/walk/strings_rest.zh.yaml": written(dict(rest)),
    }
    found = report(whole(**files))
    assert found.problems == ()
    assert found.library.lives["walk"].title.read("zh") == "步行"


@pytest.mark.parametrize(("line", "code", "suggestion"), [
    ("scene.crosing.text: 红灯，{pal}在等。", "unknown-text", "scene.crossing.text"),
    ("scene.crossing.text: 红灯。", "slot-mismatch", ""),
    ("scene.crossing.text: 红灯，{pall}在等。", "slot-mismatch", "pal"),
    ("Scene: 红灯", "not-text", ""),
    ("scene.crossing.text:", "not-text", ""),
    ("life.title: a\nlife.title: b", "duplicate-key", ""),
    ("life.title: 走路 #路", "cut-text", ""),
    ('life.title: "\\u202e走路"', "control-character", ""),
])  # fmt: skip
def test_what_does_not_fit_is_said_with_its_place(line, code, suggestion):
    found = report(whole(**{"lives/walk/strings.zh.yaml": line + "\n"})).problems
    assert [(problem.path, problem.code, problem.suggestion) for problem in found] == [
        ("lives/walk/strings.zh.yaml", code, suggestion)
    ]
    assert found[0].line in (1, 2)


def test_a_text_is_translated_once():
    assert problems(**{"lives/walk/strings_more.zh.yaml": "life.title: 散步\n"}) == [
        ("lives/walk/strings_more.zh.yaml", 1, "translated-twice", "")
    ]
    beside = specimen("cast", "- {id: su_mei, name: {en: Su Mei, zh: 苏梅}, about: Reads., roles: [friend]}")
    assert not report(beside | {"lives/walk/strings.zh.yaml": "person.su_mei.name: 苏梅\n"}).problems
    other = report(beside | {"lives/walk/strings.zh.yaml": "person.su_mei.name: 苏小梅\n"}).problems
    assert [problem.code for problem in other] == ["translated-twice"]


def test_a_file_without_a_language_in_its_name_is_refused():
    assert problems(**{"lives/walk/strings.yaml": "life.title: 步行\n"}) == [
        ("lives/walk/strings.yaml", 0, "no-language", "")
    ]


def test_a_broken_file_makes_no_cascade_of_unknown_keys():
    found = report(whole(**{"lives/walk/cast.yaml": "cast:\n  - {id: 'lin_hao\n"})).problems
    assert {problem.code for problem in found} == {"bad-yaml"}


def test_translations_come_from_the_cache_and_an_edit_is_another_cache(tmp_path, monkeypatch):
    monkeypatch.setenv("SCSGAME_CACHE", str(tmp_path / "cache"))
    pack = tmp_path / "pack"
    for path, text in whole(**{"pack.yaml": specimen()["pack.yaml"].replace("pack: specimen", "pack: core")}).items():
        (pack / path).parent.mkdir(parents=True, exist_ok=True)
        (pack / path).write_text(text, encoding="utf-8")
    for words in ("步行", "步行", "散步"):
        file = pack / "lives/walk/strings.zh.yaml"
        file.write_text(written({**LIFE, "life.title": words}), encoding="utf-8")
        for _ in range(2):
            library = load([pack], ["walk"], ["town"])
            assert library.lives["walk"].title.read("zh") == words
            assert library.sources.fact("fact:cameras").read("zh") == "路口有摄像头。"
    assert load([pack], ["walk"], []).lives["walk"].title.read("zh") == "散步"
