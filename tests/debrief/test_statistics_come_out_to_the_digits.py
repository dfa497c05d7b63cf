"""The statistics of the debrief, against worked examples that were computed elsewhere, and against their own laws."""

from __future__ import annotations

from itertools import pairwise
from math import isclose, log10

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scsgame.debrief.statistics.changepoints import Drawn, Session, exact_test, fall, triples
from scsgame.debrief.statistics.hysteresis import hysteresis
from scsgame.debrief.statistics.matching import Shares, matching
from scsgame.debrief.statistics.overlap import nap, newcombe, overlap
from scsgame.debrief.statistics.persistence import kaplan_meier, median_length, persistence
from scsgame.debrief.statistics.proportions import Interval, Rate, difference, rate, wilson
from scsgame.debrief.statistics.stability import stable
from scsgame.debrief.statistics.suppression import (
    beside_the_twin,
    chilling_index,
    index_of_ratio,
    ratio_of_index,
    residual_chill,
    suppression_ratio,
)

QUICK = settings(max_examples=60, deadline=None, derandomize=True, database=None)
BLOCKS = st.lists(st.integers(0, 5).map(float), min_size=2, max_size=8)
RATES = st.integers(1, 40).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))).map(lambda pair: Rate(*pair))


# overlap

FEWER_POSTS = overlap([4, 3, 2, 5, 3], [2, 3, 1, 2, 1], "fewer")


def test_nap_is_88_where_22_of_25_pairs_are_won() -> None:
    assert round(FEWER_POSTS.nap * 25, 6) == 22
    assert round(FEWER_POSTS.nap, 2) == 0.88


def test_tau_is_76_and_tau_u_72_and_pnd_40() -> None:
    assert (round(FEWER_POSTS.tau, 2), round(FEWER_POSTS.tau_u, 2), round(FEWER_POSTS.pnd, 2)) == (0.76, 0.72, 0.40)


def test_the_pairs_between_the_phases_come_to_19_and_those_within_the_first_to_1() -> None:
    between = 25 * FEWER_POSTS.tau
    assert round(between, 6) == 19
    assert round(between - 25 * FEWER_POSTS.tau_u, 6) == 1


def test_the_unbiased_error_is_11_and_the_null_error_19() -> None:
    assert (round(FEWER_POSTS.se, 2), round(FEWER_POSTS.se_null, 2)) == (0.11, 0.19)


def test_the_trap_has_a_nap_of_one_and_a_tau_u_beyond_one() -> None:
    trap = overlap([4, 3, 4, 5], [2, 1, 2, 0], "fewer")
    assert (trap.nap, trap.tau, round(trap.tau_u, 2)) == (1.0, 1.0, 1.19)


def test_where_nothing_overlaps_the_error_is_still_above_nought() -> None:
    assert overlap([0, 0, 0], [1, 1, 1]).se > 0


def test_a_phase_of_one_block_is_refused() -> None:
    with pytest.raises(ValueError, match="at least two blocks"):
        overlap([1], [1, 2])


@QUICK
@given(BLOCKS, BLOCKS)
def test_nap_lies_between_0_and_1_and_tau_is_twice_nap_less_one(first: list[float], second: list[float]) -> None:
    found = overlap(first, second)
    assert 0 <= found.nap <= 1
    assert isclose(found.tau, 2 * found.nap - 1)
    assert found.se >= 0


@QUICK
@given(BLOCKS, BLOCKS)
def test_swapping_the_phases_or_the_expectation_turns_nap_round(first: list[float], second: list[float]) -> None:
    found = overlap(first, second)
    for turned in (overlap(second, first), overlap(first, second, "fewer")):
        assert isclose(turned.nap, 1 - found.nap, abs_tol=1e-12)
        assert isclose(turned.se, found.se, abs_tol=1e-9)
        assert isclose(turned.interval.low, 1 - found.interval.high, abs_tol=1e-9)


@QUICK
@given(BLOCKS, BLOCKS)
def test_newcombe_s_ends_lie_on_his_curve_on_either_side_of_nap(first: list[float], second: list[float]) -> None:
    m, n = len(first), len(second)
    share = nap(first, second)
    low, high = newcombe(share, m, n)
    assert 0 <= low <= share <= high <= 1
    half = (m + n) / 2 - 1
    for theta in (low, high):
        lean = 1 + half * ((1 - theta) / (2 - theta) + theta / (1 + theta))
        on_it = 1.959963984540054**2 * theta * (1 - theta) * lean / (m * n)
        assert isclose((share - theta) ** 2, on_it, abs_tol=1e-9)


# proportions


def test_wilson_s_interval_of_none_of_ten_ends_at_28_per_cent() -> None:
    low, high = wilson(Rate(0, 10))
    assert (low, round(high, 4)) == (0.0, 0.2775)


def test_wilson_and_newcombe_give_what_newcombe_printed_in_1998() -> None:
    assert [round(end, 4) for end in wilson(Rate(81, 263))] == [0.2553, 0.3662]
    assert [round(end, 4) for end in difference(Rate(56, 70), Rate(48, 80))] == [0.0524, 0.3339]


def test_no_chance_at_all_tells_nothing() -> None:
    assert wilson(Rate(0, 0)) == Interval(0.0, 1.0)
    assert difference(Rate(0, 0), Rate(3, 4)) == Interval(-1.0, 1.0)
    assert Rate(0, 0).share is None


def test_nine_chances_give_no_percentage_and_ten_give_one() -> None:
    assert Rate(3, 9).percent is None
    assert Rate(3, 10).percent == 30


@QUICK
@given(RATES, RATES)
def test_an_interval_holds_its_own_figure_and_turns_with_it(one: Rate, two: Rate) -> None:
    assert wilson(one).holds(one.done / one.chances)
    found = difference(one, two)
    assert found.holds(one.done / one.chances - two.done / two.chances)
    turned = difference(two, one)
    assert isclose(turned.low, -found.high, abs_tol=1e-12)
    assert isclose(turned.high, -found.low, abs_tol=1e-12)


@QUICK
@given(st.lists(st.booleans()), st.lists(st.booleans()))
def test_rates_add_up(one: list[bool], two: list[bool]) -> None:
    assert rate(one).plus(rate(two)) == rate(one + two)


# suppression


def test_a_fall_of_20_30_and_50_per_cent_is_a_ratio_of_444_412_and_333() -> None:
    assert [round(ratio_of_index(fall), 3) for fall in (0.2, 0.3, 0.5)] == [0.444, 0.412, 0.333]


def test_no_suppression_is_a_half_and_silence_is_nought() -> None:
    assert suppression_ratio(0.4, 0.4) == 0.5
    assert suppression_ratio(0.0, 0.4) == 0.0
    assert suppression_ratio(0.0, 0.0) is None


def test_the_invented_class_report_comes_out_as_printed() -> None:
    found = beside_the_twin(0.41, 0.58, 0.61, 0.63)
    assert found is not None
    assert [round(100 * part) for part in found[:3]] == [29, 3, 26]
    assert round(found.points, 2) == -0.15
    assert round(residual_chill(0.58, 0.52) / 0.58, 2) == 0.10


def test_without_unwatched_acts_there_is_no_index() -> None:
    assert chilling_index(0.3, 0.0) is None
    assert beside_the_twin(0.3, 0.0, 0.5, 0.5) is None
    assert beside_the_twin(0.3, 0.5, 0.5, 0.0) is None


@QUICK
@given(st.floats(0.01, 1), st.floats(0.01, 1))
def test_the_ratio_and_the_index_say_the_same(watched: float, unwatched: float) -> None:
    ratio, index = suppression_ratio(watched, unwatched), chilling_index(watched, unwatched)
    assert ratio is not None
    assert index is not None
    assert isclose(index_of_ratio(ratio), index, abs_tol=1e-9)
    assert isclose(ratio_of_index(index), ratio, abs_tol=1e-9)


# hysteresis and persistence


def test_the_fine_that_doubled_lateness_and_did_not_undo_it_has_a_hysteresis_of_one() -> None:
    assert hysteresis(8, 16, 16) == 1
    assert hysteresis(8, 16, 8) == 0
    assert hysteresis(8, 16, 12) == 0.5
    assert hysteresis(8, 8, 12) is None


def test_going_on_ends_before_the_first_five_chances_let_pass() -> None:
    answers = [True, True, False, True, False, False, False, False, False, True]
    assert persistence(answers) == (3, 4, True)


def test_who_never_stops_went_on_at_least_so_long() -> None:
    assert persistence([True, False, True]) == (2, 3, False)
    assert persistence([True] * 30, most=15) == (15, 15, False)
    assert persistence([]) == (0, 0, False)


def test_who_stops_at_once_went_on_for_nothing() -> None:
    assert persistence([False] * 5) == (0, 0, True)


@QUICK
@given(st.lists(st.booleans(), max_size=40))
def test_what_comes_after_stopping_changes_nothing(answers: list[bool]) -> None:
    found = persistence(answers)
    assert found.responses <= found.chances
    if found.stopped:
        assert persistence([*answers, True, True]) == found


def test_a_median_over_lives_reckons_with_those_that_never_stopped() -> None:
    # 6 lives, two of them still going on when the record ended (the marks + of the usual table)
    lengths = [(3.0, True), (5.0, False), (6.0, True), (6.0, True), (9.0, False), (10.0, True)]
    curve = kaplan_meier(lengths)
    assert [(step.length, round(step.share, 4)) for step in curve] == [(3.0, 0.8333), (6.0, 0.4167), (10.0, 0.0)]
    assert median_length(lengths) == 6.0


def test_there_is_no_median_while_most_lives_still_go_on() -> None:
    assert median_length([(3.0, True), (9.0, False), (9.0, False)]) is None
    assert median_length([]) is None


@QUICK
@given(st.lists(st.tuples(st.integers(0, 20).map(float), st.booleans()), max_size=20))
def test_a_survival_curve_only_falls(lengths: list[tuple[float, bool]]) -> None:
    shares = [1.0, *(step.share for step in kaplan_meier(lengths))]
    assert all(later <= earlier + 1e-12 for earlier, later in pairwise(shares))
    assert all(-1e-12 <= share <= 1 for share in shares)


# matching


def test_the_four_phases_fit_a_sensitivity_of_84_and_a_bias_of_08() -> None:
    found = matching([Shares(20, 10, 6, 3), Shares(12, 18, 3, 6), Shares(24, 6, 8, 2), Shares(9, 21, 2, 7)])
    assert (round(found.a, 2), round(found.log_k, 2), round(found.k, 2)) == (0.84, 0.08, 1.20)
    assert round(found.vac, 3) == 0.998


def test_a_threefold_bias_is_a_log_k_of_48() -> None:
    found = matching([Shares(30, 10, 4, 4), Shares(60, 10, 8, 4)])
    assert round(found.log_k, 2) == 0.48


def test_a_phase_in_which_nothing_was_paid_lifts_every_count_by_half() -> None:
    found = matching([Shares(20, 10, 6, 0), Shares(12, 18, 3, 6)])
    x = [log10(6.5 / 0.5), log10(3.5 / 6.5)]
    y = [log10(20.5 / 10.5), log10(12.5 / 18.5)]
    assert isclose(found.a, (y[0] - y[1]) / (x[0] - x[1]))


def test_phases_that_all_pay_alike_fit_nothing() -> None:
    with pytest.raises(ValueError, match="differ in what they paid"):
        matching([Shares(3, 4, 2, 2), Shares(5, 1, 3, 3)])


@QUICK
@given(st.floats(0.2, 1.5), st.floats(-0.5, 0.5))
def test_perfect_matching_is_found_again(a: float, log_k: float) -> None:
    phases = []
    for one, two in ((1, 8), (4, 5), (6, 3), (9, 2)):
        ratio = 10 ** (a * log10(one / two) + log_k)
        phases.append(Shares(round(1e9 * ratio / (1 + ratio)), round(1e9 / (1 + ratio)), one, two))
    found = matching(phases)
    assert isclose(found.a, a, abs_tol=1e-4)
    assert isclose(found.log_k, log_k, abs_tol=1e-4)


# change points


def test_twenty_blocks_in_phases_of_three_can_be_cut_in_165_ways() -> None:
    assert len(triples(20, 3)) == len(set(triples(20, 3))) == 165
    assert all(min(a, b - a, c - b, 20 - c) >= 3 for a, b, c in triples(20, 3))


def test_one_player_alone_has_no_smaller_p_than_one_in_165() -> None:
    drawn = Drawn("seed", "one")
    one, two, three = drawn.triple
    blocks = tuple(Rate(2 * (at < one or two <= at < three), 2) for at in range(20))
    found = exact_test([Session(drawn, blocks)], "test")
    assert (found.fall, found.draws, found.players) == (1.0, 165, 1)
    assert found.p == 1 / 165


@QUICK
@given(st.lists(st.integers(0, 4).map(lambda done: Rate(done, 4)), min_size=20, max_size=20))
def test_whatever_was_lived_a_draw_is_called_rare_no_more_often_than_it_is(lived: list[Rate]) -> None:
    """Of all 165 draws at most so many per cent give a p of so many per cent: the test is exact under any trend."""
    falls = sorted((fall(lived, triple) for triple in triples()), reverse=True)
    for level in (0.05, 0.1, 0.3):
        rare = sum(sum(other >= found - 1e-12 for other in falls) / 165 <= level for found in falls)
        assert rare / 165 <= level


def test_a_class_that_falls_silent_is_told_from_one_that_tires() -> None:
    def falls_silent(drawn: Drawn) -> tuple[Rate, ...]:
        one, two, three = drawn.triple
        return tuple(Rate(6 if at < one or two <= at < three else 3, 10) for at in range(20))

    drawn = [Drawn("class", f"seat {seat}") for seat in range(12)]
    silent = exact_test([Session(one, falls_silent(one)) for one in drawn], "test", 499)
    tired = exact_test(
        [Session(one, tuple(Rate(90 - 3 * at, 100) for at in range(20))) for one in drawn], "test", 499
    )
    assert silent.p == 1 / 500
    assert tired.p > 0.05


def test_a_session_has_as_many_rates_as_blocks_and_a_class_has_sessions() -> None:
    with pytest.raises(ValueError, match="20 blocks"):
        Session(Drawn("seed", "one"), (Rate(1, 2),))
    with pytest.raises(ValueError, match="without a session"):
        exact_test([], "test")


def test_nobody_can_hand_in_change_points_that_were_not_drawn() -> None:
    assert Drawn("seed", "one").triple == Drawn("seed", "one").triple
    with pytest.raises(TypeError):
        Drawn("seed", "one", triple=(5, 10, 15))


# stability


def test_a_phase_may_end_when_five_blocks_lie_within_a_tenth() -> None:
    assert stable([1, 9, 10, 10, 10.5, 10, 10])
    assert not stable([10, 10, 10, 12, 10])
    assert not stable([10, 10, 10, 10])
    assert stable([0, 0, 0, 0, 0])
