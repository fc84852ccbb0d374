"""Two times: when a fact held, and when it became known. Nothing is overwritten."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from councilwatch.record.ledger import KNOWN_ON, SUPERSEDES, Ledger, standing
from councilwatch.record.record import Record
from councilwatch.record.tables import BALLOTS, SEATS

FIRST = date(2016, 1, 1)
STATES = ("AGO", "EGY", "JPN")
days = st.integers(0, 9).map(lambda n: FIRST + timedelta(days=n))


def ballot(state, cast, known_on, supersedes=""):
    """A row of the table of ballots on one text."""
    return ("S/2016/846", state, cast, str(known_on), "by-hand", str(supersedes))


@st.composite
def ledgers(draw):
    """Ballots of some states, each corrected any number of times, written in any order."""
    rows = []
    for state in draw(st.sets(st.sampled_from(STATES))):
        replaced = ""
        for known_on in sorted(draw(st.sets(days, min_size=1, max_size=4))):
            cast = draw(st.sampled_from(("yes", "no", "abstain")))
            rows.append(ballot(state, cast, known_on, replaced))
            replaced = known_on
    return Ledger(BALLOTS, tuple(draw(st.permutations(rows))))


def latest(ledger, day):
    """The last row of each state known by a day, found the long way."""
    found = {}
    for row in sorted(ledger.rows, key=lambda row: row[KNOWN_ON]):
        if date.fromisoformat(row[KNOWN_ON]) <= day:
            found[row[1]] = row
    return found


@given(ledgers(), days)
def test_the_record_of_a_day_has_the_last_word_known_by_then_of_each_fact(ledger, day):
    known = ledger.as_known_on(day)

    assert {row[1]: row for row in known.rows} == latest(ledger, day)
    assert len(known.rows) == len(latest(ledger, day))


@given(ledgers(), days, days)
def test_a_later_day_loses_no_row_that_nothing_superseded(ledger, one, other):
    early, late = min(one, other), max(one, other)
    replaced = {(row[1], row[SUPERSEDES]) for row in ledger.rows if row[SUPERSEDES]}

    lost = set(ledger.as_known_on(early).rows) - set(ledger.as_known_on(late).rows)

    assert all((row[1], row[KNOWN_ON]) in replaced for row in lost)


@given(ledgers(), days, days)
def test_what_an_early_day_knew_is_no_different_seen_from_a_late_one(ledger, one, other):
    early, late = min(one, other), max(one, other)
    known = ledger.as_known_on(early)

    seen_later = known.as_known_on(late)

    assert seen_later == known


@given(ledgers(), days)
def test_what_becomes_known_tomorrow_does_not_change_what_was_known_today(ledger, day):
    tomorrow = day + timedelta(days=1)
    known = {row[1] for row in ledger.rows if row[KNOWN_ON] == str(tomorrow)}
    news = [ballot(state, "absent", tomorrow) for state in STATES if state not in known]

    with_news = Ledger(BALLOTS, (*ledger.rows, *news))

    assert with_news.as_known_on(day) == ledger.as_known_on(day)


@given(ledgers())
def test_without_a_day_the_record_is_as_known_at_the_end(ledger):
    at_the_end = list(standing(ledger.rows, len(BALLOTS.key)))

    assert at_the_end == list(ledger.as_known_on(date.max).rows)


def test_a_correction_hides_the_earlier_row_only_from_the_day_it_became_known():
    printed = ballot("AGO", "yes", date(2016, 10, 8))
    corrected = ballot("AGO", "abstain", date(2016, 12, 1), date(2016, 10, 8))
    ledger = Ledger(BALLOTS, (printed, corrected))

    days_asked = (date(2016, 10, 7), date(2016, 10, 8), date(2016, 11, 30), date(2016, 12, 1))
    known = [ledger.as_known_on(day).rows for day in days_asked]

    assert known == [(), (printed,), (printed,), (corrected,)]


def test_a_correction_hides_the_row_of_no_other_member():
    angola = ballot("AGO", "yes", date(2016, 10, 8))
    egypt = ballot("EGY", "yes", date(2016, 10, 8))
    corrected = ballot("AGO", "abstain", date(2016, 12, 1), date(2016, 10, 8))
    ledger = Ledger(BALLOTS, (angola, egypt, corrected))

    known = ledger.as_known_on(date(2016, 12, 1))

    assert known.rows == (egypt, corrected)


def test_a_term_holds_from_its_first_day_and_no_longer_at_its_end():
    yemen = ("YMD", "1990-01-01", "1990-05-22", "elected", "", "1990-01-01", "by-hand", "")
    france = ("FRA", "1946-01-17", "", "permanent", "", "1946-01-17", "by-hand", "")
    ledger = Ledger(SEATS, (yemen, france))

    days_asked = (date(1989, 12, 31), date(1990, 1, 1), date(1990, 5, 21), date(1990, 5, 22))
    held = [ledger.as_of(day).rows for day in days_asked]

    assert held == [(france,), (yemen, france), (yemen, france), (france,)]


def test_a_ballot_does_not_last_and_cannot_be_asked_by_day():
    ledger = Ledger(BALLOTS, ())

    with pytest.raises(ValueError, match=r"ballots\.csv do not last; ask by key"):
        ledger.as_of(date(2016, 10, 8))


def test_the_two_times_are_asked_in_one_breath():
    term = ("YEM", "1990-05-22", "1992-01-01", "elected", "", "1990-05-22", "by-hand", "")
    shortened = (*term[:2], "1991-01-01", *term[3:5], "1990-12-01", "by-hand", "1990-05-22")
    ledger = Ledger(SEATS, (term, shortened))

    as_first_known = ledger.as_known_on(date(1990, 6, 1)).as_of(date(1991, 6, 1))
    as_corrected = ledger.as_known_on(date(1990, 12, 1)).as_of(date(1991, 6, 1))

    assert as_first_known.rows == (term,)
    assert as_corrected.rows == ()


def test_a_row_cannot_supersede_one_that_was_superseded_before():
    printed = ballot("AGO", "yes", date(2016, 10, 8))
    corrected = ballot("AGO", "abstain", date(2016, 12, 1), date(2016, 10, 8))
    ledger = Ledger(BALLOTS, (printed, corrected))

    with pytest.raises(ValueError, match="must supersede the one known on 2016-12-01"):
        ledger.append(ballot("AGO", "no", date(2017, 1, 1), date(2016, 10, 8)))


@given(ledgers(), days)
def test_a_row_is_added_and_none_is_taken_away(ledger, day):
    new = ballot("URY", "yes", day)

    grown = ledger.append(new)

    assert grown.rows == (*ledger.rows, new)


def test_a_second_row_on_the_same_fact_must_say_which_row_it_supersedes():
    ledger = Ledger(BALLOTS, (ballot("AGO", "yes", date(2016, 10, 8)),))

    with pytest.raises(
        ValueError, match="S/2016/846/AGO must supersede the one known on 2016-10-08"
    ):
        ledger.append(ballot("AGO", "no", date(2016, 12, 1)))


def test_a_row_cannot_supersede_one_that_is_not_there():
    ledger = Ledger(BALLOTS, (ballot("AGO", "yes", date(2016, 10, 8)),))

    with pytest.raises(ValueError, match="must supersede the one known on 2016-10-08"):
        ledger.append(ballot("AGO", "no", date(2016, 12, 1), date(2016, 10, 9)))


def test_a_row_cannot_take_the_place_of_one_known_on_the_same_day():
    ledger = Ledger(BALLOTS, (ballot("AGO", "yes", date(2016, 10, 8)),))

    with pytest.raises(ValueError, match="cannot supersede one known on 2016-10-08"):
        ledger.append(ballot("AGO", "no", date(2016, 10, 8), date(2016, 10, 8)))


@given(st.lists(st.tuples(days, st.just("") | days.map(str)), max_size=5))
def test_however_rows_are_added_one_stands_for_each_fact_on_each_day(attempts):
    ledger = Ledger(BALLOTS, ())
    for known_on, supersedes in attempts:
        try:
            ledger = ledger.append(ballot("AGO", "yes", known_on, supersedes))
        except ValueError:
            continue

    stood = [len(ledger.as_known_on(FIRST + timedelta(days=n)).rows) for n in range(10)]

    assert max(stood) <= 1
    assert stood == sorted(stood), "a fact once known is never without a row"


def test_the_first_row_on_a_fact_cannot_claim_to_supersede_another():
    ledger = Ledger(BALLOTS, ())

    with pytest.raises(ValueError, match="must supersede nothing"):
        ledger.append(ballot("AGO", "no", date(2016, 12, 1), date(2016, 10, 8)))


def test_the_record_of_a_day_does_not_know_later_votes(record):
    eve = Record(record.folder, known_on=date(2016, 10, 7))
    that_day = Record(record.folder, known_on=date(2016, 10, 8))

    known = [("S/2016/846" in each.drafts) for each in (eve, that_day, record)]

    assert known == [False, True, True]
