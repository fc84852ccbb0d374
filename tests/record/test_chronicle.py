"""How a fact changed can be read back, and every correction is in the log."""

from datetime import date

import pytest

from councilwatch.record.chronicle import UnknownFact, corrections, history
from councilwatch.record.record import Record

DRAFT = {"vote": "S/2016/846", "day": "2016-10-08", "decided_by": "vote", "known_on": "2016-10-08"}
AGO = {"vote": "S/2016/846", "state": "AGO"}
BALLOTS = [
    {**AGO, "cast": "yes", "known_on": "2016-10-08"},
    {**AGO, "cast": "abstain", "known_on": "2016-12-01", "supersedes": "2016-10-08"},
    {**AGO, "cast": "abstain", "known_on": "2017-01-01", "supersedes": "2016-12-01 withdrawn"},
    {"vote": "S/2016/846", "state": "EGY", "cast": "yes", "known_on": "2016-10-08"},
    {"vote": "S/2016/8460", "state": "EGY", "cast": "no", "known_on": "2016-10-08"},
]


@pytest.fixture(scope="module")
def corrected(record_of) -> Record:
    """A record in which one ballot was corrected and then withdrawn."""
    return record_of(
        drafts=[DRAFT],
        ballots=BALLOTS,
    )


def test_the_history_of_a_fact_has_every_row_with_what_it_changed(corrected):
    first, second, third = history(corrected, "ballots/S/2016/846/AGO")

    assert (first.known_on, first.supersedes, first.changes) == ("2016-10-08", "", ())
    assert second.changes == (("cast", "yes", "abstain"),)
    assert (third.withdraws, third.changes) == (True, ())
    assert {entry.fact for entry in (first, second, third)} == {"ballots/S/2016/846/AGO"}


@pytest.mark.parametrize(
    ("key", "facts"),
    [
        ("S/2016/846", ["drafts/S/2016/846", "ballots/S/2016/846/AGO", "ballots/S/2016/846/EGY"]),
        ("ballots/S/2016/846", ["ballots/S/2016/846/AGO", "ballots/S/2016/846/EGY"]),
        ("drafts/S/2016/846", ["drafts/S/2016/846"]),
    ],
)
def test_a_key_names_a_fact_or_all_that_start_with_it(corrected, key, facts):
    found = dict.fromkeys(entry.fact for entry in history(corrected, key))

    assert list(found) == facts


def test_an_unknown_key_stops_with_the_nearest_ones(corrected):
    with pytest.raises(UnknownFact, match="Nearest: S/2016/846"):
        history(corrected, "S/2016/847")


def test_the_log_has_every_row_that_replaced_another_the_latest_first(corrected):
    log = corrections(corrected)

    assert [(entry.known_on, entry.withdraws) for entry in log] == [
        ("2017-01-01", True),
        ("2016-12-01", False),
    ]


def test_the_past_of_a_fact_as_known_on_a_day_does_not_know_later_rows(corrected):
    then = Record(corrected.folder, known_on=date(2016, 12, 1))

    assert len(history(then, "ballots/S/2016/846/AGO")) == 2
    assert len(corrections(then)) == 1


@pytest.mark.parametrize(
    ("day", "cast"), [("2016-10-08", "yes"), ("2016-12-01", "abstain"), ("2017-01-01", None)]
)
def test_a_withdrawn_fact_is_not_said_any_more(corrected, day, cast):
    then = Record(corrected.folder, known_on=date.fromisoformat(day))

    ballots = {b.state: b.cast.value for b in then.ballots(then.drafts["S/2016/846"])}

    assert ballots.get("AGO") == cast
    assert ballots["EGY"] == "yes"


def test_the_log_of_the_record_as_shipped_counts_the_rows_that_supersede(record):
    from councilwatch.record.rows import read_rows
    from councilwatch.record.tables import TABLES

    superseding = sum(
        1
        for table in TABLES
        for row in read_rows(table.path(record.folder), table.columns)
        if row[-1]
    )

    assert len(corrections(record)) == superseding > 0
