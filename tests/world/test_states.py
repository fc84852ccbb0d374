"""Who was a state of the United Nations, and under what name, on a day."""

from datetime import date

import pytest

from councilwatch.world.states import Status, UnknownState


@pytest.mark.parametrize(
    ("code", "day", "name"),
    [
        ("COD", date(1964, 7, 31), "Congo (Leopoldville)"),
        ("COD", date(1971, 10, 27), "Zaire"),
        ("COD", date(1991, 6, 1), "Zaire"),
        ("COD", date(1997, 5, 17), "Democratic Republic of the Congo"),
        ("TUR", date(2022, 5, 31), "Turkey"),
        ("TUR", date(2022, 6, 1), "Türkiye"),
        ("MMR", date(1989, 6, 17), "Burma"),
        ("MMR", date(1989, 6, 18), "Myanmar"),
        ("EGY", date(1960, 1, 1), "United Arab Republic"),
        ("YMD", date(1990, 1, 1), "Democratic Yemen"),
        ("SUN", date(1990, 1, 1), "Union of Soviet Socialist Republics"),
    ],
)
def test_a_state_is_called_what_it_was_called_on_the_day(record, code, day, name):
    state = record.register[code]

    called = state.name_on(day)

    assert called == name


def test_a_state_has_a_name_in_each_official_language_today(record):
    today = date(2026, 1, 1)
    french = record.register["COD"].name_on(today, "fr")
    russian = record.register["SYR"].name_on(today, "ru")

    assert french == "République démocratique du Congo"
    assert russian == "Сирийская Арабская Республика"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Zaire", "COD"),
        (" zaire ", "COD"),
        ("BURMA", "MMR"),
        ("Turkey", "TUR"),
        ("Türkiye", "TUR"),
        (" rwa ", "RWA"),
        ("646", "RWA"),
        ("Китай", "CHN"),
        ("Democratic Yemen", "YMD"),
    ],
)
def test_a_state_is_found_by_any_name_it_ever_had(record, text, code):
    found = record.register.find(text)

    assert found.id == code


def test_a_name_shared_with_a_former_member_finds_the_member_of_today(record):
    found = record.register.find("Yugoslavia")

    assert found.status is Status.MEMBER


@pytest.mark.parametrize(
    ("text", "nearest"),
    [("Rwnada", "RWA (Rwanda)"), ("Turkye", "TUR (Türkiye)"), ("Swedan", "SWE (Sweden)")],
)
def test_an_unknown_name_is_answered_with_the_nearest_ones(record, text, nearest):
    with pytest.raises(UnknownState) as refused:
        record.register.find(text)

    assert refused.value.nearest[0] == nearest
    assert nearest in str(refused.value)
    assert f"'{text}'" in str(refused.value)


def test_a_name_like_no_other_is_refused_without_a_guess(record):
    with pytest.raises(UnknownState) as refused:
        record.register.find("qqqqqqqq")

    assert refused.value.nearest == ()
    assert str(refused.value) == "No state is called 'qqqqqqqq' in the register."


@pytest.mark.parametrize(
    ("day", "members"),
    [
        (date(1945, 12, 31), 51),
        (date(1955, 12, 31), 76),
        (date(1960, 12, 31), 99),
        (date(1970, 12, 31), 127),
        (date(1990, 12, 31), 159),
        (date(1991, 12, 31), 166),
        (date(2000, 12, 31), 189),
        (date(2011, 7, 14), 193),
        (date(2017, 5, 15), 193),
    ],
)
def test_the_united_nations_had_as_many_members_as_it_says(record, day, members):
    found = record.register.members_on(day)

    assert len(found) == members


def test_no_observer_is_a_member_on_any_day(record):
    observers = {s.id for s in record.register.by_id.values() if s.status is Status.OBSERVER}
    days = [date(year, 1, 1) for year in range(1946, 2028)] + [date(2017, 5, 15)]

    members = {state.id for day in days for state in record.register.members_on(day)}

    assert observers == {"PSE", "VAT"}
    assert not observers & members


@pytest.mark.parametrize(
    ("code", "day", "member"),
    [
        ("SYR", date(1958, 2, 20), True),
        ("SYR", date(1960, 1, 1), False),
        ("SYR", date(1961, 10, 13), True),
        ("IDN", date(1965, 1, 19), True),
        ("IDN", date(1965, 11, 23), False),
        ("IDN", date(1966, 9, 28), True),
        ("SUN", date(1991, 12, 23), True),
        ("SUN", date(1991, 12, 24), False),
        ("RUS", date(1991, 12, 23), False),
        ("RUS", date(1991, 12, 24), True),
        ("YMD", date(1990, 5, 21), True),
        ("YMD", date(1990, 5, 22), False),
        ("DDR", date(1990, 10, 2), True),
        ("DDR", date(1990, 10, 3), False),
    ],
)
def test_a_membership_that_was_interrupted_or_ended_is_not_counted(record, code, day, member):
    state = record.register[code]

    was_member = state.is_member_on(day)

    assert was_member is member


def test_every_successor_is_itself_in_the_register(record):
    named = {code for state in record.register.by_id.values() for code in state.successors}

    unknown = {code for code in named if code not in record.register}

    assert not unknown
