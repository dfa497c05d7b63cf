"""Conditions read exactly the fact keys that the engine keeps."""

import pytest

from scsgame.conditions import ConditionError, parse
from scsgame.conditions.printers import as_python, as_words
from scsgame.packs.names import LifeWords, RegimeWords, SharedWords, encounter_names, life_names, regime_names

SHARED = SharedWords({"jaywalks": "crosses on red"}, {"high_speed_rail": "high-speed train"})
LIFE = LifeWords(
    meters={"money": "money"}, flags=["has_job"], counters=["favours"], values={"order": "order"},
    people={"lin_hao": "Lin Hao"}, bills={"phone": "Phone"}, scenes={"red": ("wait", "no")}, arcs=["lights"],
)  # fmt: skip
REGIME = RegimeWords(
    "town", number=True, tiers={"low": "Low"}, phases=["before"], counters=["mood"], lists={"blacklist": "Blacklist"},
    rules={"red_light": "Red"}, measures={"train_ban": "No trains"}, scenes={"notice": ("read",)},
)  # fmt: skip


def printed(text, names):
    return as_python(parse(text, names).tree)


@pytest.mark.parametrize(
    ("text", "python"),
    [
        ("has_job", "life['has_job']"),
        ("met(red)", "(life['met(red)'] > 0)"),
        ("since(red) > 3", "((life['day'] - life['met(red)'] if life['met(red)'] else 9999) > 3)"),
        ("chose(red, wait)", "(life['chose(red,wait)'] > 0)"),
        ("chose(red, no)", "(life['chose(red,no)'] > 0)"),
        ("times(jaywalks) > 1", "(life['times(jaywalks)'] > 1)"),
        (
            "since_act(jaywalks) > 1",
            "((life['day'] - life['last(jaywalks)'] if life['last(jaywalks)'] else 9999) > 1)",
        ),
        ("bond(lin_hao) >= 40", "(life['bond(lin_hao)'] >= 40)"),
        ("near(lin_hao)", "life['near(lin_hao)']"),
        ("arc(lights) == 2", "(life['arc(lights)'] == 2)"),
        ("holds(order)", "life['holds(order)']"),
        ("owes(phone) and not overdue(phone)", "(life['owes(phone)'] and (not life['overdue(phone)']))"),
        (
            "open(high_speed_rail) or eased(high_speed_rail)",
            "(life['open(high_speed_rail)'] or life['eased(high_speed_rail)'])",
        ),
        ("date >= 20180501", "(life['date'] >= 20180501)"),
        ("weekday in [sat, sun]", "(life['weekday'] in ('sat', 'sun', ))"),
    ],
)
def test_a_life_reads_its_own_facts(text, python):
    assert printed(text, life_names(LIFE, SHARED)) == python


@pytest.mark.parametrize(
    ("text", "python"),
    [
        ("score < 600", "(regime['score'] < 600)"),
        ("tier == low", "(regime['tier'] == 'low')"),
        ("phase == before", "(regime['phase'] == 'before')"),
        ("enrolled", "regime['enrolled']"),
        ("mood > 3", "(regime['mood'] > 3)"),
        (
            "listed(blacklist) and days_on(blacklist) > 3",
            "(regime['listed(blacklist)'] and (regime['days_on(blacklist)'] > 3))",
        ),
        ("seen(jaywalks) > 1", "(regime['seen(jaywalks)'] > 1)"),
        (
            "since_seen(jaywalks) > 1",
            "((life['day'] - regime['last_seen(jaywalks)'] if regime['last_seen(jaywalks)'] else 9999) > 1)",
        ),
        ("marks(red_light) > 1", "(regime['marks(red_light)'] > 1)"),
        ("active(train_ban)", "regime['active(train_ban)']"),
        ("friends_score < score", "(regime['friends_score'] < regime['score'])"),
        ("day > 3", "(life['day'] > 3)"),
    ],
)
def test_a_regime_reads_its_own_facts_and_the_calendar(text, python):
    assert printed(text, regime_names(REGIME, SHARED)) == python


@pytest.mark.parametrize(
    ("text", "python"),
    [
        ("met(notice)", "(life['met(town/notice)'] > 0)"),
        ("chose(notice, read)", "(life['chose(town/notice,read)'] > 0)"),
        ("money < 3 and score < 3", "((life['money'] < 3) and (regime['score'] < 3))"),
        ("times(jaywalks) > 1", "(life['times(jaywalks)'] > 1)"),
    ],
)
def test_an_encounter_reads_both_and_its_own_scenes(text, python):
    assert printed(text, encounter_names(REGIME, SHARED)) == python


@pytest.mark.parametrize(
    "text",
    ["score < 3", "listed(blacklist)", "met(notice)", "met()", "met(red, red)", "chose(red)", "bond(su_mei) > 3"],
)
def test_a_life_cannot_ask_for_what_is_not_its_own(text):
    with pytest.raises(ConditionError):
        parse(text, life_names(LIFE, SHARED))


@pytest.mark.parametrize("text", ["money > 3", "met(notice)", "bond(lin_hao) > 3", "holds(order)"])
def test_a_regime_cannot_ask_for_what_is_a_lifes(text):
    with pytest.raises(ConditionError):
        parse(text, regime_names(REGIME, SHARED))


def test_a_condition_can_be_read_out_to_a_player():
    assert (
        as_words(parse("times(jaywalks) > 1", life_names(LIFE, SHARED)).tree)
        == "how often one crosses on red is above 1"
    )
    assert as_words(parse("date >= 20180501", life_names(LIFE, SHARED)).tree) == "the date is at least 2018-05-01"
    assert (
        as_words(parse("listed(blacklist)", regime_names(REGIME, SHARED)).tree) == "you are on the list “Blacklist”"
    )


def test_how_often_a_thing_was_seen_is_said_in_plain_words() -> None:
    names = regime_names(REGIME, SHARED)

    def said(text: str) -> str:
        return as_words(parse(text, names).tree)

    assert said("seen(jaywalks) >= 1") == "it was seen that one crosses on red"
    assert said("seen(jaywalks) == 0") == "it was never seen that one crosses on red"
    assert said("seen(jaywalks) >= 3") == "it was seen at least 3 times that one crosses on red"
    assert said("since_seen(jaywalks) <= 28") == "it was seen within 28 days that one crosses on red"
    assert said("since_seen(jaywalks) > 6") == "it was not seen for 7 days that one crosses on red"
    assert said("not listed(blacklist)") == "you are not on the list “Blacklist”"
