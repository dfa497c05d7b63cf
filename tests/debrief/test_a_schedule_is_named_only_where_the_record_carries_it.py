"""The schedule classifier, held to the worked figures of its specification and to its simulated rates."""

from __future__ import annotations

import importlib.util
from math import log, sqrt
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scsgame.debrief.statistics.schedule import Chance, bound, fleshler_hoffman, met, spread, walk

_PLACE = Path(__file__).resolve().parents[2] / "scripts" / "name_schedules.py"
_SPEC = importlib.util.spec_from_file_location("name_schedules", _PLACE)
simulation = importlib.util.module_from_spec(_SPEC)
_SPEC.loader.exec_module(simulation)


def record(answers: str) -> list[Chance]:
    """Read a record of letters: / responded and it followed, x responded and it did not, . did not respond."""
    return [Chance(at, letter != ".", letter == "/") for at, letter in enumerate(answers, 1)]


@pytest.mark.parametrize(("responses", "rate"), [(5, 0.45), (10, 0.26), (20, 0.14), (30, 0.10)])
def test_the_bound_on_what_was_never_missed_is_the_published_one(responses, rate):
    assert round(bound(responses), 2) == rate


def test_a_fleshler_hoffman_list_spreads_as_it_should():
    values = fleshler_hoffman(5)
    assert sum(values) / 12 == pytest.approx(5)
    assert round(spread(values), 2) == 0.95, "in time"
    assert round(spread([max(1, round(value)) for value in values]), 2) == 0.91, "in whole responses"
    assert fleshler_hoffman(5)[-1] == pytest.approx(5 * (1 + 2.48490665)), "the last term is v(1 + ln N)"


def test_a_random_ratio_of_five_spreads_by_point_eight_nine():
    assert round(sqrt(1 - 1 / 5), 2) == 0.89
    geometric = [n for n in range(1, 200) for _ in range(round(100_000 * 0.2 * 0.8 ** (n - 1)))]
    assert round(spread(geometric), 2) == 0.89


def test_a_fixed_ratio_does_not_spread():
    assert met(record("xx/" * 5)).cv_ratio == 0


def test_the_walk_counts_responses_chances_and_gaps_since():
    steps = walk(record("x..x/.x./"))
    assert [tuple(step) for step in steps] == [
        (1, 1, 1, False),
        (2, 4, 3, False),
        (3, 5, 1, True),
        (1, 2, 2, False),
        (2, 4, 2, True),
    ]


def test_time_can_be_counted_in_days():
    steps = walk(
        [Chance(3, responded=True), Chance(10, responded=True, followed=True), Chance(14, responded=True)], timed=True
    )
    assert [(step.t, step.gap) for step in steps] == [(1, 1), (8, 7), (4, 4)]


def test_what_always_follows_is_not_refuted_as_continuous():
    found = met(record("/." * 10))
    assert (found.verdict, found.size, round(found.bound, 2)) == ("CRF", 1, 0.26)


def test_what_never_follows_is_extinction_within_a_bound():
    found = met(record("x." * 20))
    assert (found.verdict, round(found.bound, 2)) == ("EXT", 0.14)


def test_nine_responses_without_anything_are_too_few_for_never():
    found = met(record("x." * 9))
    assert (found.verdict, found.wants) == ("undecided", "responses")
    assert found.bound == bound(9)


def under(pattern: str, follows) -> list[Chance]:
    """Return the record of somebody who responds in this pattern (x) where it `follows` by (responses, chances) since the last."""
    found, n, since = [], 0, 0
    for at, letter in enumerate(pattern, 1):
        n += letter == "x"
        hit = letter == "x" and follows(n, at - since)
        found.append(Chance(at, letter == "x", hit))
        if hit:
            n, since = 0, at
    return found


BOUTS = "xx.x..xxx...x.x..xxxx....x.xx...x..x"


def test_every_third_response_is_a_fixed_ratio_of_three():
    found = met(under(BOUTS, lambda n, _: n >= 3))
    assert (found.verdict, found.size) == ("FR", 3)


def test_the_first_response_after_three_chances_is_a_fixed_interval_of_three():
    found = met(under(BOUTS, lambda _, t: t >= 3))
    assert (found.verdict, found.size) == ("FI", 3)


def test_two_consequences_name_nothing():
    found = met(record("xx/.xx/..x.x"))
    assert (found.verdict, found.wants) == ("undecided", "consequences")


def test_whoever_responds_at_nine_in_ten_makes_ratio_and_interval_the_same():
    found = met(record("xx/" * 12))
    assert (found.verdict, found.wants) == ("undecided", "pauses")
    best = {fit.name: fit.nats for fit in found.fits}
    assert best["FR"] == best["FI"]


def test_a_lead_below_two_nats_is_undecided():
    found = met(record("x/..x/.xxx/.x..x/xx"))
    assert (found.verdict, found.wants) == ("undecided", "more")
    assert 0 <= found.lead < 2


def test_a_record_without_a_response_says_nothing():
    assert met(record("....")).verdict == "undecided"
    assert met([]).responses == 0


@settings(max_examples=150, deadline=None, derandomize=True, database=None)
@given(st.text("/x.", max_size=80))
def test_a_name_is_given_only_with_three_consequences_two_nats_and_pauses(answers):
    found = met(record(answers))
    if found.verdict in {"FR", "VR", "FI", "VI"}:
        assert found.consequences >= 3
        assert found.lead >= 2
        assert found.responses < 0.9 * found.opportunities
        assert found.wants is None
    if found.verdict in {"CRF", "EXT"}:
        assert found.responses >= 10
    assert all(fit.nats <= 0 for fit in found.fits)


@pytest.mark.parametrize(("choices", "classes"), simulation.SPECIFIED)
def test_hidden_schedules_are_named_at_the_rates_of_the_specification(choices, classes):
    for kind, (right, undecided) in simulation.SPECIFIED[choices, classes].items():
        found = simulation.rates(kind, choices, classes, players=300)
        assert found[0] == pytest.approx(right, abs=0.08), kind
        assert found[1] == pytest.approx(undecided, abs=0.08), kind
        assert found[2] <= 0.07, kind


def test_a_hidden_random_ratio_lived_for_200_choices_is_named_or_left_undecided():
    verdicts = simulation.lived(8)
    assert verdicts["VR"] + verdicts["undecided"] == 8
    assert verdicts["VR"] >= 5


def test_the_ratio_is_one_over_the_rate_with_wilson_s_interval():
    found = met(record("x/.xx/.x/..x./.xx/x"))
    assert (found.consequences, found.responses) == (5, 13)
    assert {fit.name: fit.size for fit in found.fits}["VR"] == pytest.approx(13 / 5)
    assert (round(found.ratio.low, 3), round(found.ratio.high, 3)) == (0.177, 0.645)


def test_the_four_likelihoods_are_those_of_the_specification():
    found = met(record("xx/.x.x/..xx/x"))
    fits = {fit.name: fit for fit in found.fits}
    share = 3 / 10
    assert fits["FR"].nats == pytest.approx(10 * log(0.98)), "ten responses as the rule has them, none against it"
    assert fits["VR"].nats == pytest.approx(3 * log(share) + 7 * log(1 - share))
    times = [(1, 0), (2, 0), (3, 1), (2, 0), (4, 0), (5, 1), (3, 0), (4, 0), (5, 1), (1, 0)]
    fixed = max(sum(log(0.98 if (t >= size) == bool(hit) else 0.02) for t, hit in times) for size in range(1, 6))
    assert fits["FI"].nats == pytest.approx(fixed)


def test_the_likelihood_of_a_variable_interval_is_highest_where_it_is_said_to_be():
    found = met(record("x..x/....x.../x.x/.x"))
    best = next(fit for fit in found.fits if fit.name == "VI")
    gaps = [(step.gap, step.followed) for step in walk(record("x..x/....x.../x.x/.x"))]

    def nats(rate: float) -> float:
        return sum(log(1 - (1 - rate) ** gap if hit else (1 - rate) ** gap) for gap, hit in gaps)

    assert best.nats == pytest.approx(nats(1 / best.size))
    assert best.nats >= max(nats(rate / 200) for rate in range(1, 200)) - 1e-6
