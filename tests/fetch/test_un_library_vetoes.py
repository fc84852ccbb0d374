"""The Library's list of vetoes: what it prints of each, and what is refused."""

from functools import partial
from pathlib import Path

import pytest
from source_table import teller, write_table

from councilwatch.fetch.un_library_vetoes.reader import COLUMNS, WITNESS, read
from councilwatch.record.difference import difference
from councilwatch.record.fault import DataError

SOURCE = Path(__file__).parents[3] / "shared" / "sources" / "dhl_veto_list_1946_2022.csv"
write = partial(write_table, head=COLUMNS)


def veto(draft, by, **cells):
    """One row of the list."""
    usual = {"date": "2016-10-08", "draft": draft, "record": "S/PV.7785", "agenda": "An item"}
    return {**usual, "vetoed_by": by, **cells}


@pytest.fixture
def told(record, tmp_path):
    """What the rows print of votes, and what was left out."""
    return teller(read, tmp_path / "vetoes.csv", COLUMNS, record)


def test_a_veto_becomes_a_witness_of_the_vote(told):
    [row], left_out = told(veto("S/2016/846", "Russian Federation"))

    assert left_out == ()
    assert (row["witness"], row["vote"], row["day"]) == (WITNESS, "S/2016/846", "2016-10-08")
    assert (row["outcome"], row["vetoed_by"], row["tally"]) == ("vetoed", "RUS", "")
    assert row["note"] == "S/PV.7785"


@pytest.mark.parametrize(
    ("by", "codes"),
    [
        ("France; UK; USA", "FRA GBR USA"),
        ("France, USSR", "FRA SUN"),
        ("Russian Federation; China", "CHN RUS"),
    ],
)
def test_members_are_read_whatever_divides_them(told, by, codes):
    [row], _ = told(veto("S/2016/846", by))

    assert row["vetoed_by"] == codes


def test_a_day_the_list_does_not_print_stays_empty(told):
    [row], _ = told(veto("S/2001/270", "USA", date=""))

    assert (row["vote"], row["day"]) == ("S/2001/270", "")


def test_a_cell_that_is_more_than_a_symbol_is_kept_as_printed(told):
    [row], _ = told(veto("S/9696 and Corr.1 & 2", "UK; USA", date="1970-03-17"))

    assert (row["vote"], row["printed_as"]) == ("S/9696", "S/9696 and Corr.1 & 2")


def test_vetoes_without_a_document_go_to_the_vote_they_agree_with(told):
    rows, _ = told(
        *(veto("S/PV.49", by, date="1946-06-26") for by in ("USSR", "France, USSR", "USSR"))
    )

    assert [row["vote"] for row in rows] == [f"S/PV.49 (vote {n})" for n in (1, 2, 3)]


def test_a_veto_the_record_does_not_have_is_left_out_and_told(told):
    rows, [sentence] = told(veto("S/2016/9999", "USA"))

    assert rows == []
    assert sentence == "S/2016/9999: 2016-10-08, vetoed, USA (row 2) is no vote of the record."


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        (veto("S/2016/846", "Italy"), "'Italy' is no permanent member; possible are"),
        (
            veto("S/2016/846", "USA", date="8 Oct 2016"),
            "date '8 Oct 2016' is not of the form YYYY-MM-DD.",
        ),
        (veto("the draft of Spain", "USA"), "the draft of Spain"),
        (veto("S/2016/846", "USA", record="7785"), "7785"),
    ],
)
def test_a_row_that_cannot_be_read_is_refused_by_row(record, tmp_path, row, reason):
    with pytest.raises(DataError) as refused:
        read(write(tmp_path / "vetoes.csv", row), record, whole=False)

    [fault] = refused.value.faults
    assert (fault.file, fault.row) == ("vetoes.csv", 2)
    assert reason in fault.reason


def test_a_renamed_column_is_refused(record, tmp_path):
    file = write(
        tmp_path / "vetoes.csv", veto("S/2016/846", "USA"), head=(*COLUMNS[:-1], "cast_by")
    )

    with pytest.raises(DataError, match="column 'vetoed_by' is missing"):
        read(file, record, whole=True)


def test_a_whole_list_must_have_every_row_and_every_declared_cell(record, tmp_path):
    file = write(tmp_path / "vetoes.csv", veto("S/2016/846", "USA"))

    with pytest.raises(DataError) as refused:
        read(file, record, whole=True)

    reasons = "\n".join(fault.reason for fault in refused.value.faults)
    assert "rows: 1 found, 212 expected" in reasons
    assert "no longer prints 'S/9696 and Corr.1 & 2': the correction is obsolete" in reasons


@pytest.mark.skipif(not SOURCE.exists(), reason="shared/sources is not beside the project")
def test_the_record_keeps_what_the_list_prints(record):
    found = difference(record, read(SOURCE, record, whole=True))

    [table] = found.tables
    assert found.left_out == ()
    assert (len(table.added), len(table.changed), table.unchanged) == (0, 0, 212)
