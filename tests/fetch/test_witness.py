"""Which vote of the record another source speaks of."""

import pytest

from councilwatch.fetch.witness import canonical, find_vote, find_votes, witness_row
from councilwatch.record.record import Record
from councilwatch.record.tables import WITNESSES


@pytest.mark.parametrize(
    ("symbol", "day", "vote"),
    [
        ("S/2016/846", "2016-10-08", "S/2016/846"),
        ("s/2016/846 ", "2016-10-08", "S/2016/846"),
        ("S/2016/846", "", "S/2016/846"),
        ("S/2016/846", "2016-10-09", "S/2016/846"),
        ("S/RES/2328(2016)", "2016-12-19", "S/RES/2328 (2016)"),
        ("S/3502 (vote 3)", "", "S/3502 (vote 3)"),
        ("S/2016/8466", "2016-10-08", None),
        ("S/3502", "1955-12-13", None),
        ("", "2016-10-08", None),
        ("the famous text", "2016-10-08", None),
    ],
)
def test_a_printed_symbol_is_found_if_it_is_one_vote(record: Record, symbol, day, vote):
    assert find_vote(record, symbol, day) == vote


def test_a_symbol_voted_on_several_times_is_told_apart_by_the_day(record: Record):
    days = [draft.day.isoformat() for draft in find_votes(record, "S/3502", "")]

    assert len(days) == 16
    for day in set(days):
        assert len(find_votes(record, "S/3502", day)) == days.count(day)
    assert find_votes(record, "S/3502", "1999-01-01") == ()


def test_a_symbol_has_one_spelling_and_a_remark_stays_a_remark():
    assert canonical("s/res/2328(2016)") == "S/RES/2328 (2016)"
    assert canonical(" Oral amendment ") == "Oral amendment"


def test_a_row_of_a_witness_has_a_cell_for_each_column():
    row = witness_row("somebody", "S/2016/846", day="2016-10-08", printed_as="S/2016/846")

    told = dict(zip(WITNESSES.columns, row, strict=True))
    assert told["printed_as"] == ""
    assert (told["witness"], told["source"], told["known_on"]) == ("somebody", "somebody", "")
