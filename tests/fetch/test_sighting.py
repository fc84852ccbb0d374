"""What a source shows of groups on one day, beside what the record says of that day."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from councilwatch.fetch.sighting import sighted, standings_on
from councilwatch.record.difference import Difference, difference
from councilwatch.record.incoming import Incoming
from councilwatch.record.record import Record
from councilwatch.record.tables import AFFILIATIONS

DAY = date(2026, 1, 1)
SHOWN = {("club", "FRA"): "member"}
"""What a source shows of a group that has one member."""


def affiliated(
    state: str, start: str = "", end: str = "", standing: str = "member", seen_on: str = ""
) -> dict[str, str]:
    """One row of the record."""
    seen = seen_on or ("" if start else "2000-01-01")
    said = {"state": state, "start": start, "end": end, "standing": standing, "seen_on": seen}
    return {"group": "club", **said}


def compared(
    record: Record, shown: dict[tuple[str, str], str], silent_on: tuple[str, ...] | None = ()
) -> Difference:
    found = sighted(record, shown, DAY, "a-source", silent_on=silent_on)
    return difference(record, Incoming({AFFILIATIONS: found.rows}, left_out=found.left_out))


@pytest.mark.parametrize(
    "row",
    [
        affiliated("FRA"),
        affiliated("FRA", "1950-01-01"),
        affiliated("FRA", "1950-01-01", "2026-01-02"),
        affiliated("FRA", seen_on="2026-06-01"),
    ],
)
def test_an_affiliation_that_holds_is_unchanged_whatever_its_days(record_of, row):
    found = compared(record_of(affiliations=[row]), SHOWN)

    assert found.is_empty
    assert found.tables[0].unchanged == 1


def test_one_the_record_lacks_is_new_as_seen_that_day(record_of):
    record = record_of(affiliations=[affiliated("FRA")])

    found = compared(record, {**SHOWN, ("club", "ITA"): "observer"})

    assert found.left_out == ()
    assert found.tables[0].added == [
        ["club", "ITA", "", "", "observer", "2026-01-01", "", "", "a-source", ""]
    ]


HAND = "since when is not said, so it takes a hand to add the day."


@pytest.mark.parametrize(
    ("rows", "sentence"),
    [
        (
            [affiliated("FRA", standing="observer")],
            "FRA has the standing 'member' in club in the file, observer in the record",
        ),
        (
            [
                affiliated("FRA", "1950-01-01", "1960-01-01"),
                affiliated("FRA", "1970-01-01", "2020-01-01"),
            ],
            "FRA has the standing 'member' in club in the file, no longer any in the record",
        ),
        (
            [affiliated("FRA"), affiliated("ITA")],
            "ITA is not in club in the file, member in the record",
        ),
    ],
)
def test_what_the_record_says_otherwise_is_told_and_not_taken(record_of, rows, sentence):
    found = compared(record_of(affiliations=rows), SHOWN | {("hut", "FRA"): "member"})

    assert found.left_out == (f"{sentence} (by-hand); {HAND}",)
    assert [row[0] for row in found.tables[0].added] == ["hut"]
    assert not found.tables[0].changed


def test_one_that_had_ended_need_not_be_shown(record_of):
    rows = [affiliated("FRA"), affiliated("DEU", "1950-01-01", "1990-01-01")]

    assert compared(record_of(affiliations=rows), SHOWN).is_empty


def test_one_of_a_group_that_is_not_shown_need_not_be_shown(record_of):
    rows = [affiliated("FRA"), {**affiliated("ITA"), "group": "hut"}]

    assert compared(record_of(affiliations=rows), SHOWN).is_empty


@pytest.mark.parametrize("silent_on", [("ITA",), None])
def test_of_a_state_the_source_does_not_speak_of_nothing_is_told(record_of, silent_on):
    record = record_of(affiliations=[affiliated("FRA"), affiliated("ITA")])

    assert compared(record, SHOWN, silent_on).is_empty


@given(day=st.dates(date(1945, 1, 1), date(2030, 1, 1)))
def test_what_the_record_says_of_a_day_is_no_difference_on_that_day(record, day):
    shown = standings_on(record, day)

    found = sighted(record, shown, day, "a-source")

    assert found.left_out == []
    assert len(found.rows) == len(shown)
    assert all(row[-2] != "a-source" for row in found.rows)
