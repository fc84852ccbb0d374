"""Who sat on the Security Council on a day, and how many votes a decision needed."""

from collections import Counter
from datetime import date, timedelta

import pytest

from councilwatch.world.council import Seat, seats_on, votes_needed_on

FIRST_MEETING = date(1946, 1, 17)


def days_of(year):
    """Every day of a year on which the Council had met or could meet."""
    first = max(date(year, 1, 1), FIRST_MEETING)
    return [first + timedelta(days=n) for n in range((date(year + 1, 1, 1) - first).days)]


@pytest.mark.parametrize("year", range(1946, 1966))
def test_eleven_members_sat_on_every_day_before_1966(record, year):
    seated = Counter(len(record.members_on(day)) for day in days_of(year))

    assert seated == {11: len(days_of(year))}


@pytest.mark.parametrize("year", range(1966, 2028))
def test_fifteen_members_sit_on_every_day_since_1966(record, year):
    seated = Counter(len(record.members_on(day)) for day in days_of(year))

    assert seated == {15: len(days_of(year))}


def test_ten_seats_of_2028_are_known_and_five_not_yet_elected(record):
    members = record.members_on(date(2028, 6, 1))

    elected = {code for code, term in members.items() if term.seat is Seat.ELECTED}

    assert len(members) == 10
    assert elected == {"AUT", "KGZ", "PRT", "TTO", "ZWE"}


@pytest.mark.parametrize("year", range(1946, 2029))
def test_five_members_are_permanent(record, year):
    permanent = {record.council.permanent_on(day) for day in days_of(year)}

    before_russia = frozenset({"CHN", "FRA", "GBR", "SUN", "USA"})
    with_russia = frozenset({"CHN", "FRA", "GBR", "RUS", "USA"})
    expected = {before_russia} if year < 1991 else {with_russia}
    assert permanent == ({before_russia, with_russia} if year == 1991 else expected)


def test_the_soviet_union_sat_until_24_december_1991_then_russia(record):
    last = record.members_on(date(1991, 12, 23))
    first = record.members_on(date(1991, 12, 24))

    assert ("SUN" in last, "RUS" in last) == (True, False)
    assert ("SUN" in first, "RUS" in first) == (False, True)


def test_china_is_one_member_represented_by_another_government_from_25_october_1971(record):
    before = record.members_on(date(1971, 10, 24))["CHN"]
    after = record.members_on(date(1971, 10, 25))["CHN"]

    assert before.represented_by == "Government of the Republic of China"
    assert after.represented_by == "Government of the People's Republic of China"
    assert before.seat is after.seat is Seat.PERMANENT


def test_the_seat_of_democratic_yemen_passed_to_yemen_on_22_may_1990(record):
    last = record.members_on(date(1990, 5, 21))
    first = record.members_on(date(1990, 5, 22))

    assert ("YMD" in last, "YEM" in last) == (True, False)
    assert ("YMD" in first, "YEM" in first) == (False, True)


def test_no_member_sits_twice_on_any_day(record):
    terms = sorted(record.council.terms, key=lambda term: term.state)
    pairs = [(a, b) for n, a in enumerate(terms) for b in terms[n + 1 :] if a.state == b.state]

    twice = [(a, b) for a, b in pairs if a.held.overlaps(b.held)]

    assert len(pairs) > 100
    assert not twice


def test_members_are_found_on_the_first_and_the_last_day_of_their_term(record):
    bounded = [term for term in record.council.terms if term.held.start and term.held.end]
    last_days = {term: term.held.end - timedelta(days=1) for term in bounded}

    missing = [
        term
        for term in bounded
        if record.members_on(term.held.start).get(term.state) != term
        or record.members_on(last_days[term]).get(term.state) != term
        or record.members_on(term.held.end).get(term.state) == term
    ]

    assert bounded
    assert not missing


def test_permanent_members_are_named_before_elected_ones(record):
    members = list(record.members_on(date(2016, 10, 8)))

    assert members[:5] == ["CHN", "FRA", "GBR", "RUS", "USA"]
    assert members[5:] == sorted(members[5:])


def test_the_ten_elected_members_of_october_2016_are_as_the_meeting_record_names_them(record):
    day = date(2016, 10, 8)

    elected = record.members_on(day).keys() - record.council.permanent_on(day)

    assert elected == {"AGO", "EGY", "ESP", "JPN", "MYS", "NZL", "SEN", "UKR", "URY", "VEN"}


@pytest.mark.parametrize("year", range(1947, 2028))
def test_whoever_sits_on_the_council_is_a_member_of_the_united_nations(record, year):
    day = date(year, 1, 1)
    nations = {state.id for state in record.register.members_on(day)}

    strangers = record.members_on(day).keys() - nations

    assert not strangers


@pytest.mark.parametrize(
    ("day", "seats", "needed"),
    [
        (date(1946, 1, 17), 11, 7),
        (date(1965, 8, 31), 11, 7),
        (date(1965, 11, 23), 11, 7),
        (date(1965, 12, 31), 11, 7),
        (date(1966, 1, 1), 15, 9),
        (date(2026, 1, 1), 15, 9),
    ],
)
def test_seven_of_eleven_decided_until_the_council_of_fifteen_first_sat(day, seats, needed):
    assert seats_on(day) == seats
    assert votes_needed_on(day) == needed
