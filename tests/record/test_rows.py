"""Reading is strict: a file that is not as agreed is refused, with its name and the row."""

import csv
import io
from datetime import date
from itertools import groupby

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from councilwatch.record.fault import DataError
from councilwatch.record.record import Record, UnknownVote
from councilwatch.record.rows import read_rows, read_rows_of
from councilwatch.record.tables import BALLOTS, DRAFTS, TABLES

COLUMNS = ("vote", "state", "cast")

GOOD = b"vote,state,cast\nS/2016/846,AGO,abstain\nS/2016/846,VEN,no\n"

READERS = {
    "the whole file": lambda path: list(read_rows(path, COLUMNS)),
    "one key": lambda path: read_rows_of(path, COLUMNS, "S/2016/846"),
}


def refused(path, reader):
    """The faults for which a reader refuses a file."""
    with pytest.raises(DataError) as error:
        reader(path)
    return [(fault.file, fault.row, fault.reason) for fault in error.value.faults]


@pytest.mark.parametrize("reader", READERS.values(), ids=READERS)
def test_a_file_as_agreed_is_read(tmp_path, reader):
    path = tmp_path / "ballots.csv"
    path.write_bytes(GOOD)

    rows = reader(path)

    assert rows == [["S/2016/846", "AGO", "abstain"], ["S/2016/846", "VEN", "no"]]


@pytest.mark.parametrize(
    ("header", "why"),
    [
        (b"vote,state\n", "['cast'] missing"),
        (b"vote,state,cast,mood\n", "['mood'] unknown"),
        (b"state,vote,cast\n", "another order"),
        (b"vote,state,Cast\n", "['cast'] missing"),
        (b"", "['vote', 'state', 'cast'] missing"),
    ],
)
@pytest.mark.parametrize("reader", READERS.values(), ids=READERS)
def test_a_file_with_other_columns_is_refused_at_its_first_row(tmp_path, reader, header, why):
    path = tmp_path / "ballots.csv"
    path.write_bytes(header)

    faults = refused(path, reader)

    assert faults == [("ballots.csv", 1, f"the columns must be vote,state,cast; found {why}.")]


def test_a_row_that_lacks_a_cell_is_refused_by_its_line(tmp_path):
    path = tmp_path / "ballots.csv"
    path.write_bytes(GOOD + b"S/2016/846,RUS\n")

    faults = refused(path, READERS["the whole file"])

    assert faults == [("ballots.csv", 4, "has 2 cells, not 3.")]


def test_a_row_with_a_cell_too_many_is_refused_by_its_line(tmp_path):
    path = tmp_path / "ballots.csv"
    path.write_bytes(GOOD + b"S/2016/846,RUS,no,perhaps\n")

    faults = refused(path, READERS["the whole file"])

    assert faults == [("ballots.csv", 4, "has 4 cells, not 3.")]


@pytest.mark.parametrize("row", [b"S/2016/846,RUS\n", b"S/2016/846,RUS,no,perhaps\n"])
def test_a_row_found_by_its_key_must_have_every_cell_too(tmp_path, row):
    path = tmp_path / "ballots.csv"
    path.write_bytes(GOOD + row)

    faults = refused(path, READERS["one key"])

    cells = row.count(b",") + 1
    assert faults == [("ballots.csv", 0, f"'S/2016/846' has {cells} cells, not 3.")]


def test_a_file_in_another_encoding_is_refused(tmp_path):
    path = tmp_path / "ballots.csv"
    path.write_bytes(GOOD + "S/2016/846,Türkiye,no\n".encode("latin-1"))

    faults = refused(path, READERS["the whole file"])

    assert [(file, line) for file, line, _ in faults] == [("ballots.csv", 0)]
    assert faults[0][2].startswith("is not UTF-8: ")


def test_a_row_found_by_its_key_must_be_in_the_agreed_encoding_too(tmp_path):
    path = tmp_path / "ballots.csv"
    path.write_bytes(GOOD + "S/2016/846,Türkiye,no\n".encode("latin-1"))

    faults = refused(path, READERS["one key"])

    assert faults[0][0] == "ballots.csv"


def test_a_file_with_an_open_quote_is_refused(tmp_path):
    path = tmp_path / "ballots.csv"
    path.write_bytes(GOOD + b'S/2016/846,"RUS,no\n')

    faults = refused(path, READERS["the whole file"])

    assert [(file, line) for file, line, _ in faults] == [("ballots.csv", 4)]
    assert faults[0][2].startswith("cannot be read as CSV: ")


def test_a_file_that_is_not_there_is_refused(tmp_path):
    path = tmp_path / "ballots.csv"

    faults = refused(path, READERS["the whole file"])

    assert faults == [("ballots.csv", 0, "is missing.")]


def test_a_key_cannot_be_looked_up_in_a_file_that_is_not_there(tmp_path):
    path = tmp_path / "ballots.csv"

    faults = refused(path, READERS["one key"])

    assert faults == [("ballots.csv", 0, "is missing.")]


def test_a_refusal_reads_as_a_sentence_with_file_and_row(tmp_path):
    path = tmp_path / "ballots.csv"
    path.write_bytes(GOOD + b"S/2016/846,RUS\n")

    with pytest.raises(DataError) as error:
        list(read_rows(path, COLUMNS))

    assert str(error.value) == "ballots.csv, row 4: has 2 cells, not 3."


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_looking_up_one_key_gives_the_rows_of_the_whole_table(record, table):
    rows = list(read_rows(table.path(record.folder), table.columns))
    keys = dict.fromkeys([rows[0][0], rows[len(rows) // 2][0], rows[-1][0]])

    found = {key: read_rows_of(table.path(record.folder), table.columns, key) for key in keys}

    assert found == {key: [row for row in rows if row[0] == key] for key in keys}


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_the_rows_of_one_first_cell_stand_together_so_that_looking_one_up_finds_them_all(
    record, table
):
    first_cells = [row[0] for row in read_rows(table.path(record.folder), table.columns)]

    blocks = [cell for cell, _ in groupby(first_cells)]

    assert len(blocks) == len(set(first_cells))


def test_a_key_that_is_only_the_start_of_another_is_not_found(record):
    rows = read_rows_of(DRAFTS.path(record.folder), DRAFTS.columns, "S/2016/84")

    assert rows == []


# Keys of the record never hold a quotation mark; symbols, votes and names may hold a comma.
cells = st.text(st.characters(codec="utf-8", exclude_characters='\r\n"\x00'), max_size=6)
keys = st.sampled_from(["S/2016/846", "S/2016/84", "S/1, vote 2", "Côte d'Ivoire", "É"]) | cells
# The checks see to it that the rows of one key stand together.
tables = st.lists(st.tuples(keys, cells, cells), max_size=6).map(
    lambda rows: sorted(rows, key=lambda row: row[0])
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rows=tables, other=keys)
def test_looking_up_one_key_is_the_same_as_reading_all_and_choosing(tmp_path, rows, other):
    rows = sorted(rows)
    path = tmp_path / "ballots.csv"
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows([COLUMNS, *rows])
    path.write_text(text.getvalue(), encoding="utf-8", newline="")

    found = {key: read_rows_of(path, COLUMNS, key) for key in {other, *(r[0] for r in rows)}}

    read = list(read_rows(path, COLUMNS))
    assert read == [list(row) for row in rows]
    assert found == {key: [row for row in read if row[0] == key] for key in found}


@pytest.mark.parametrize("vote", ["S/2016/846", "S/RES/1 (1946)", "S/552 (vote 2)"])
def test_a_vote_looked_up_alone_is_the_vote_of_the_whole_record(record, vote):
    alone = Record(record.folder)

    draft = alone.draft(vote)
    ballots = alone.ballots(draft)

    assert draft == record.drafts[vote]
    assert list(ballots) == list(record.ballots(record.drafts[vote]))


def test_a_vote_looked_up_on_an_earlier_day_is_not_found_yet(record):
    eve = Record(record.folder, known_on=date(2016, 10, 7))

    rows = list(eve.rows_of(BALLOTS, "S/2016/846"))

    assert rows == []


def test_an_unknown_vote_is_answered_with_the_nearest_ones(record):
    with pytest.raises(UnknownVote, match=r"Nearest:.*S/2016/846") as refusal:
        record.draft("S/2016/8466")

    assert "S/2016/846" in refusal.value.nearest
