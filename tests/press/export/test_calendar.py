"""The calendar, read back: whole days, identifiers that stay, stamps from the record."""

from datetime import UTC, date, datetime, timedelta

import pytest
from icalendar import Calendar, Event

from councilwatch.press.export.about import citation
from councilwatch.press.export.calendar import make_calendar
from councilwatch.press.export.contents import read_contents

Events = dict[str, Event]


def events_of(contents) -> Events:
    """The events by identifier, as read back."""
    events = Calendar.from_ical(make_calendar(contents, "council")["council.ics"]).walk("VEVENT")
    return {str(event["uid"]): event for event in events}


@pytest.fixture(scope="module")
def events(whole) -> Events:
    """The events of the whole record."""
    return events_of(whole)


@pytest.fixture
def by_hand(record_of) -> Events:
    """The events of a record of fifteen seats, one presidency, an election and two debates."""
    states = [f"{letter}{letter}{letter}" for letter in "ABCDEFGHIJKLMNO"]
    term = {"start": "2016-01-01", "end": "2017-01-01", "known_on": "2016-01-01"}
    told = {"council": "security-council", "term": "2017-01-01", "decided_on": "2016-06-28"}
    return events_of(
        read_contents(
            record_of(
                states=[{"id": state, "m49": "000", "status": "member"} for state in states],
                seats=[{"state": state, "seat": "elected", **term} for state in states],
                presidencies=[{"month": "2016-10", "state": "NNN", "known_on": "2016-10-01"}],
                candidacies=[
                    {**told, "state": "AAA", "outcome": "elected", "known_on": "2016-06-28"},
                    {**told, "state": "BBB", "outcome": "not-elected", "known_on": "2016-06-29"},
                ],
                veto_follow_ups=[
                    {
                        "vote": "S/2022/431",
                        "debate_day": "2022-06-08",
                        "debate_record": "A/76/PV.77",
                        "report_day": "2022-06-01",
                        "known_on": "2022-06-08",
                    }
                ],
            )
        )
    )


def days(event: Event) -> tuple[date, date]:
    """First day and end of an event."""
    return event.decoded("dtstart"), event.decoded("dtend")


def test_every_event_is_of_whole_days_and_stamped_at_the_start_of_a_day(events):
    assert events
    for event in events.values():
        first, end = days(event)
        assert (type(first), type(end)) == (date, date)
        assert end > first
        assert event["dtstart"].params["VALUE"] == "DATE"
        assert event.decoded("dtstamp").strftime("%H%M%S") == "000000"


def test_the_calendar_is_described_in_old_and_new_readers_words_alike(whole):
    file = make_calendar(whole, "council")["council.ics"].decode().replace("\r\n ", "")
    said = dict(line.split(":", 1) for line in file.split("\r\n")[1:9])

    assert said["DESCRIPTION"] == said["X-WR-CALDESC"]
    described = str(Calendar.from_ical(file)["description"])
    assert "CC BY 4.0" in described
    assert f"Cite as: {citation(whole)}" in described


def test_no_two_events_share_an_identifier(whole, events):
    made = Calendar.from_ical(make_calendar(whole, "council")["council.ics"]).walk("VEVENT")

    assert len(made) == len(events)


def test_a_term_has_a_first_and_a_last_day(events):
    first = days(events["seats-ESP-2015-01-01-begins@councilwatch"])
    last = days(events["seats-ESP-2015-01-01-ends@councilwatch"])

    assert first == (date(2015, 1, 1), date(2015, 1, 2))
    assert last == (date(2016, 12, 31), date(2017, 1, 1))


def test_the_launch_of_the_code_comes_back_every_year(events):
    launch = events["act-launch@councilwatch"]

    assert days(launch)[0] == date(2015, 10, 23)
    assert launch["rrule"]["FREQ"] == ["YEARLY"]


def test_before_the_launch_nothing_is_said_of_it(as_known):
    events = events_of(as_known("2015-10-22"))

    assert "act-launch@councilwatch" not in events
    assert "seats-ESP-2015-01-01-begins@councilwatch" in events


def test_an_election_is_one_event_with_all_candidates(by_hand):
    election = by_hand["election-security-council-2016-06-28@councilwatch"]

    assert str(election["summary"]) == "Election to the Security Council"
    assert str(election["description"]) == "AAA: elected; BBB: not-elected"
    assert election.decoded("dtstamp") == datetime(2016, 6, 29, tzinfo=UTC)


def test_a_debate_and_a_report_on_a_veto_are_two_events(by_hand):
    debate = by_hand["veto-debate-S/2022/431@councilwatch"]
    report = by_hand["veto-report-S/2022/431@councilwatch"]

    assert str(debate["summary"]) == "General Assembly debate on the veto of S/2022/431"
    assert str(debate["description"]) == "A/76/PV.77"
    assert (days(debate)[0], days(report)[0]) == (date(2022, 6, 8), date(2022, 6, 1))


def test_presidencies_go_round_the_alphabet_as_long_as_the_members_are_known(by_hand):
    months = {uid: str(e["summary"]) for uid, e in by_hand.items() if uid.startswith("presidency")}

    assert months == {
        "presidency-2016-10@councilwatch": "NNN: presidency of the Security Council",
        "presidency-2016-11@councilwatch": "OOO: presidency of the Security Council",
        "presidency-2016-12@councilwatch": "AAA: presidency of the Security Council",
    }
    november = by_hand["presidency-2016-11@councilwatch"]
    assert days(november) == (date(2016, 11, 1), date(2016, 11, 1) + timedelta(days=30))
    assert november.decoded("dtstamp") == datetime(2016, 10, 1, tzinfo=UTC)
