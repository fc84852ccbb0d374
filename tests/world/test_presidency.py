"""Who presides over the Security Council in a month, by the alphabet and as told."""

import tomllib
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from councilwatch.record import tables as t
from councilwatch.world.council import Council, Seat, Term
from councilwatch.world.period import ALWAYS, Period
from councilwatch.world.presidency import alphabetical, month_after, president_of

KNOWN = tomllib.loads(Path(__file__).with_name("presidencies.toml").read_text(encoding="utf-8"))
START = date(2001, 1, 1)
LETTERS = "ABCDEFGHIJKLMNO"


def council_of(states, held=ALWAYS):
    return Council(Term(state, Seat.ELECTED, held) for state in states)


def named_as_they_are(state, day):
    return state


def months_from(first, count):
    months = [first]
    while len(months) < count:
        months.append(month_after(months[-1]))
    return months


@pytest.fixture(scope="module")
def presidents(record):
    """What the record tells of the presidency, by the first day of the month."""
    return {date.fromisoformat(f"{row[0]}-01"): row[1] for row in record.rows(t.PRESIDENCIES)}


@pytest.fixture(scope="module")
def of_month(record, presidents):
    def name_on(state, day):
        return record.register[state].name_on(day)

    return lambda month: president_of(month, record.council, name_on, presidents)


@pytest.mark.parametrize(("year", "states"), KNOWN["years"].items())
def test_the_rule_gives_the_twelve_presidents_of_each_year(of_month, year, states):
    given_by_rule = [of_month(date(int(year), month, 1)) for month in range(1, 13)]

    assert given_by_rule == states.split()


@pytest.mark.parametrize("month", KNOWN["seen"])
def test_the_table_of_years_agrees_with_the_months_seen_in_documents(month):
    year, number = month.split("-")

    listed = KNOWN["years"][year].split()[int(number) - 1]

    assert listed == KNOWN["seen"][month]["state"], KNOWN["seen"][month]["where"]


def test_few_months_need_telling(presidents):
    assert len(presidents) <= 5


def test_any_day_of_a_month_gives_its_president(of_month):
    assert of_month(date(2026, 9, 30)) == of_month(date(2026, 9, 1)) == "FRA"


def test_before_the_first_month_told_there_is_no_answer(of_month):
    assert of_month(date(1989, 12, 31)) is None


def test_when_a_member_is_not_yet_elected_there_is_no_answer(of_month, record):
    assert len(record.members_on(date(2028, 1, 1))) < 15

    assert of_month(date(2027, 12, 1)) is not None
    assert of_month(date(2028, 1, 1)) is None


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        ("China", "Colombia"),
        ("Colombia", "Côte d'Ivoire"),
        ("Côte d'Ivoire", "Cuba"),
        ("Portugal", "Republic of Korea"),
        ("Tunisia", "Türkiye"),
        ("Türkiye", "Uganda"),
        ("United Arab Emirates", "United Kingdom"),
        ("United Kingdom", "United Republic of Tanzania"),
        ("United Republic of Tanzania", "United States"),
    ],
)
def test_names_stand_in_the_order_the_council_follows(earlier, later):
    assert alphabetical(earlier) < alphabetical(later)


def test_a_month_told_overrides_the_rule_and_the_turn_goes_on_from_it():
    council = council_of(LETTERS)
    told = {START: "A", date(2001, 3, 1): "M"}

    given = [president_of(m, council, named_as_they_are, told) for m in months_from(START, 4)]

    assert given == ["A", "B", "M", "N"]


def test_a_new_member_is_given_its_place_in_the_alphabet():
    old = council_of("ACDEFGHIJKLMNOP", Period(None, date(2001, 2, 1)))
    new = council_of("BCDEFGHIJKLMNOP", Period(date(2001, 2, 1)))
    council = Council([*old.terms, *new.terms])

    given = president_of(date(2001, 2, 1), council, named_as_they_are, {START: "A"})

    assert given == "B"


def test_a_member_with_a_new_name_is_called_in_its_new_place():
    def named(state, day):
        return "Z" if state == "B" and day >= date(2001, 2, 1) else state

    months = months_from(START, 16)

    given = [president_of(m, council_of(LETTERS), named, {START: "A"}) for m in months]

    assert given == [*"ACDEFGHIJKLMNO", "B", "A"]


@given(
    names=st.lists(
        st.text(st.characters(categories=["Lu", "Ll"]), min_size=1),
        min_size=15,
        max_size=15,
        unique_by=alphabetical,
    ),
    first=st.integers(0, 14),
    start=st.dates(date(1966, 1, 1), date(2100, 1, 1)),
)
def test_with_the_same_members_nobody_presides_twice_before_all_did(names, first, start):
    council, opening = council_of(names), start.replace(day=1)
    told = {opening: names[first]}

    given = [
        president_of(month, council, named_as_they_are, told) for month in months_from(opening, 30)
    ]

    assert sorted(given[:15]) == sorted(names)
    assert given[15:] == given[:15]


@given(day=st.dates(date(1946, 1, 1), date(2200, 12, 31)))
def test_the_month_after_begins_the_day_after_this_one_ends(day):
    following = month_after(day)

    assert following.day == 1
    assert (following - timedelta(days=1)).replace(day=1) == day.replace(day=1)
