"""Periods are half open: the first day is in, the end is not."""

from datetime import date, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from councilwatch.world.period import ALWAYS, Period

# Few days, so that bounds often meet.
days = st.dates(date(2016, 1, 1), date(2016, 1, 12))
bounds = st.none() | days


@st.composite
def periods(draw):
    """Any period, with or without bounds."""
    start, end = draw(bounds), draw(bounds)
    if start is not None and end is not None and end <= start:
        start, end = end, start + timedelta(days=1)
    return Period(start, end)


CALENDAR = [date(2015, 12, 20) + timedelta(days=n) for n in range(40)]
"""Every day on which the periods above begin or end, and some before and after."""


def test_a_term_of_two_years_has_its_first_day_and_not_its_end():
    term = Period(date(2016, 1, 1), date(2018, 1, 1))

    inside = [day in term for day in (date(2016, 1, 1), date(2017, 12, 31))]
    outside = [day in term for day in (date(2015, 12, 31), date(2018, 1, 1))]

    assert inside == [True, True]
    assert outside == [False, False]


@given(days, days)
def test_a_period_of_one_day_has_that_day_only(day, other):
    one_day = Period(day, day + timedelta(days=1))

    holds = other in one_day

    assert holds == (other == day)


@given(periods(), days)
def test_a_period_cut_in_two_has_every_day_once(period, cut):
    assume(cut in period and cut != period.start)
    parts = Period(period.start, cut), Period(cut, period.end)

    counts = [sum(day in part for part in parts) for day in CALENDAR]

    assert counts == [int(day in period) for day in CALENDAR]


@given(st.dates())
def test_a_missing_bound_is_open(day):
    since = Period(start=day)
    until = Period(end=day)

    assert day in ALWAYS
    assert (day in since, date.max in since) == (True, True)
    assert day not in until
    assert (date.min in until) == (day > date.min)


@given(periods(), periods())
def test_two_periods_overlap_exactly_when_some_day_lies_in_both(one, other):
    shared = [day for day in CALENDAR if day in one and day in other]

    overlap = one.overlaps(other)

    assert overlap == bool(shared)


@given(periods(), periods())
def test_overlapping_is_mutual(one, other):
    there = one.overlaps(other)
    back = other.overlaps(one)

    assert there == back


def test_a_seat_passed_on_overlaps_with_nobody():
    democratic_yemen = Period(date(1990, 1, 1), date(1990, 5, 22))
    yemen = Period(date(1990, 5, 22), date(1992, 1, 1))

    assert not democratic_yemen.overlaps(yemen)
    assert not yemen.overlaps(democratic_yemen)


@given(days, st.integers(min_value=0, max_value=9))
def test_a_period_that_ends_before_it_has_a_day_cannot_be_built(start, earlier):
    end = start - timedelta(days=earlier)

    with pytest.raises(ValueError, match="must end after it starts"):
        Period(start, end)
