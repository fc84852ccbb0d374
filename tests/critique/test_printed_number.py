"""Numbers, days and names as documents print them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from councilwatch.critique.figures.printed_number import (
    MONTHS,
    TENS,
    UNITS,
    PartialDay,
    read_names,
    read_number,
    read_partial_day,
)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("twelve", 12),
        ("460,000", 460000),
        ("eighth", 8),
        ("75th", 75),
        ("Twenty-one", 21),
        ("ninety-six", 96),
        ("forty", 40),
        ("once each", 1),
        ("twenty-first", 21),
        ("2/3", None),
        ("10:00-10:45", None),
        ("October", None),
        ("", None),
    ],
)
def test_numbers_are_read_in_figures_and_in_words(text, number):
    assert read_number(text) == number


@given(number=st.integers(20, 99))
def test_every_number_written_in_words_is_read_back(number):
    tens, unit = TENS[number // 10 - 2], UNITS[number % 10]

    assert read_number(tens if unit == "zero" else f"{tens}-{unit}") == number


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("23 October 2015", PartialDay(2015, 10, 23)),
        ("July 2015", PartialDay(2015, 7, None)),
        ("2013", PartialDay(2013, None, None)),
        ("September", PartialDay(None, 9, None)),
        ("twelve", None),
        ("March April", None),
        ("", None),
    ],
)
def test_days_are_read_as_far_as_they_are_printed(text, day):
    assert read_partial_day(text) == day


@given(day=st.dates(date(1945, 1, 1), date(2030, 1, 1)), other=st.dates(date(1945, 1, 1)))
def test_a_whole_day_includes_itself_and_no_other(day, other):
    printed = read_partial_day(f"{day.day} {MONTHS[day.month - 1].capitalize()} {day.year}")

    assert printed is not None
    assert printed.includes(day)
    assert printed.includes(other) == (other == day)


def test_names_are_compared_in_any_case_and_order():
    assert read_names("Russia; China") == read_names("china;  RUSSIA")
    assert read_names("") == frozenset()
