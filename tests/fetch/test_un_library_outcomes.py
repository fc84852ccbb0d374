"""The Library's tables of meetings: every word of an outcome cell is read, or the file refused."""

from functools import partial
from pathlib import Path

import pytest
from source_table import teller, write_table

from councilwatch.fetch.un_library_outcomes.outcome_cell import read_cell
from councilwatch.fetch.un_library_outcomes.reader import WITNESS, read
from councilwatch.fetch.un_library_outcomes.source_file import COLUMNS
from councilwatch.record.difference import difference
from councilwatch.record.fault import DataError
from councilwatch.record.tables import WITNESSES

SOURCE = Path(__file__).parents[3] / "shared" / "sources" / "dhl_meeting_outcomes_1946_2022.csv"
write = partial(write_table, head=COLUMNS)


def meeting(outcome, **cells):
    """One row of the tables."""
    usual = {"year": "2016", "meeting": "S/PV.7785", "date": "8 October", "topic": "An item"}
    return {**dict.fromkeys(COLUMNS, ""), **usual, "kind": "DRAFT", "outcome": outcome, **cells}


@pytest.fixture
def told(record, tmp_path):
    """What the rows print of votes, and what was left out."""
    return teller(read, tmp_path / "outcomes.csv", COLUMNS, record)


def said(cell):
    """The texts of a cell, in short."""
    return [(each.symbol, each.outcome, each.tally) for each in read_cell(cell)]


@pytest.mark.parametrize(
    ("cell", "texts"),
    [
        ("S/RES/8 (1946) | 10-0-1", [("S/RES/8 (1946)", "adopted", "10-0-1")]),
        (
            "S/RES/15 (1946) | adopted unanimously",
            [("S/RES/15 (1946)", "adopted", "unanimous")],
        ),
        ("S/RES/1 (1946) | without vote", [("S/RES/1 (1946)", "adopted", "without a vote")]),
        ("S/RES/1287 (2000) | 14-0-0 (1 absent)", [("S/RES/1287 (2000)", "adopted", "14-0-0")]),
        ("S/RES/1969 (2011 | ) | 15-0-0", [("S/RES/1969 (2011)", "adopted", "15-0-0")]),
        (
            "S/RES/1729 (2006) | 15-0-0 + | S/PRST/2006/54",
            [("S/RES/1729 (2006)", "adopted", "15-0-0")],
        ),
        (
            "Draft resolution | S/589 | not adopted | 2-4-5 | S/RES/36 (1947) | 7-1-3",
            [("S/589", "short of votes", "2-4-5"), ("S/RES/36 (1947)", "adopted", "7-1-3")],
        ),
        (
            "Draft resolutions | S/507 | & | Add.1 | & | S/516 | not adopted | 6-1-3",
            [("S/507", "short of votes", "6-1-3"), ("S/516", "short of votes", "6-1-3")],
        ),
        (
            "S/RES/982 (1995) | and | S/RES/983 (1995) | 15-0-0",
            [("S/RES/982 (1995)", "adopted", "15-0-0"), ("S/RES/983 (1995)", "adopted", "15-0-0")],
        ),
        ("S/RES/431 (1978) S/RES/432 (1978)", [
            ("S/RES/431 (1978)", "adopted", ""), ("S/RES/432 (1978)", "adopted", ""),
        ]),
        ("Communiqué | and | S/RES/1987 (2011)", [("S/RES/1987 (2011)", "adopted", "")]),
    ],
)  # fmt: skip
def test_a_cell_tells_of_each_text_what_it_prints(cell, texts):
    assert said(cell) == texts


@pytest.mark.parametrize(
    "cell",
    [
        "S/21056 | (PRST)",
        "S/PRST/2017/25",
        "Note ( | S/2001/876 | )",
        "Letter | (S/2005/703)",
        "--",
    ],
)
def test_statements_notes_and_letters_are_no_votes(cell):
    assert read_cell(cell) == []


@pytest.mark.parametrize(
    ("by", "members"),
    [
        ("USSR", ("USSR",)),
        ("France, UK and USA", ("France", "UK", "USA")),
        ("USA, UK and France", ("USA", "UK", "France")),
        ("the Russian Federation", ("the Russian Federation",)),
        ("China, Russian Federation", ("China", "Russian Federation")),
    ],
)
def test_every_member_that_vetoed_is_read(by, members):
    [one] = read_cell(f"Draft resolution | S/1 | vetoed by {by} | 10-1-4")

    assert (one.outcome, one.vetoed_by, one.tally) == ("vetoed", members, "10-1-4")


def test_what_a_cell_remarks_is_kept():
    [absent] = read_cell("S/RES/1287 (2000) | 14-0-0 (1 absent)")
    [apart] = read_cell("S/RES/1280 (1999) | 11-0-3 | (France did not participate in the voting.)")

    assert absent.remark == "1 absent"
    assert apart.remark == "France did not participate in the voting"


@pytest.mark.parametrize(
    "cell",
    [
        "S/RES/8 (1946) | postponed",
        "Draft resolution | S/1 | vetoed by Italy",
        "adopted unanimously",
    ],
)
def test_a_word_that_is_not_known_is_refused(cell):
    with pytest.raises(ValueError, match=r"not understood|stands behind no text"):
        read_cell(cell)


def test_a_print_becomes_a_witness_of_the_vote(told):
    rows, left_out = told(meeting("Draft resolution | S/2016/846 | vetoed by USA | 11-2-2"))

    assert left_out == ()
    assert rows == [
        {
            "witness": WITNESS,
            "vote": "S/2016/846",
            "day": "2016-10-08",
            "outcome": "vetoed",
            "tally": "11-2-2",
            "vetoed_by": "USA",
            "printed_as": "",
            "note": "S/PV.7785",
            "known_on": "",
            "source": WITNESS,
            "supersedes": "",
        }
    ]


def test_a_meeting_that_stands_on_a_row_for_each_text_is_read_once(told):
    cell = "S/2016/846 | vetoed by USA | 11-2-2 | S/2016/847 | not adopted | 4-9-2"

    rows, _ = told(meeting(cell, key="S/2016/846"), meeting(cell, key="S/2016/847"))

    assert [row["vote"] for row in rows] == ["S/2016/846", "S/2016/847"]


def test_votes_on_one_symbol_are_told_apart_by_what_is_printed(told):
    first = "Draft resolution | S/4733/Rev.1 | not adopted | 4-0-7"
    second = "Draft resolution | S/4733/Rev.1 | not adopted | 6-0-5"
    of_1961 = {"year": "1961", "date": "20 February"}

    rows, _ = told(
        meeting(second, meeting="S/PV.942", **of_1961),
        meeting(first, meeting="S/PV.941", **of_1961),
    )

    assert {row["vote"]: row["tally"] for row in rows} == {
        "S/4733/Rev.1 (vote 1)": "4-0-7",
        "S/4733/Rev.1 (vote 2)": "6-0-5",
    }


def test_a_print_that_agrees_with_none_of_several_votes_is_left_out_and_told(told):
    rows, [sentence] = told(meeting("Draft resolution | S/4733/Rev.1 | not adopted | 5-5-1"))

    assert rows == []
    assert sentence.startswith("S/4733/Rev.1: 2016-10-08, short of votes, 5-5-1 (row 2)")


def test_a_vote_the_record_does_not_have_is_left_out_and_told(told):
    rows, [sentence] = told(meeting("Draft resolution | S/2016/9999 | not adopted | 2-4-9"))

    assert rows == []
    assert "S/2016/9999" in sentence
    assert "no vote of the record" in sentence


def test_a_declared_misprint_is_read_as_what_is_meant_and_kept_as_printed(told):
    row = meeting(
        "S/RES/663 (1990) | 13-2-0", year="1990", meeting="S/PV.2939", date="13 September"
    )

    [witness], _ = told(row)

    assert (witness["vote"], witness["printed_as"]) == ("S/RES/666 (1990)", "S/RES/663 (1990)")


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        (meeting("S/RES/8 (1946) | 10-0-1", year="46"), "year '46' is not four digits"),
        (meeting("S/RES/8 (1946) | 10-0-1", kind="NOTE"), "kind 'NOTE' is not known"),
        (meeting("S/RES/8 (1946) | 10-0-1", date="Oct 8"), "date 'Oct 8' is not a day"),
        (meeting(""), "has no outcome"),
        (meeting("S/RES/8 (1946) | 10-0-1 | deferred"), "'deferred' is not understood"),
        (meeting("S/2016/846"), "stands without an outcome"),
    ],
)
def test_a_row_that_cannot_be_read_is_refused_by_row(record, tmp_path, row, reason):
    file = write(tmp_path / "outcomes.csv", row)

    with pytest.raises(DataError) as refused:
        read(file, record, whole=False)

    [fault] = refused.value.faults
    assert (fault.file, fault.row) == ("outcomes.csv", 2)
    assert reason in fault.reason


def test_a_renamed_column_is_refused(record, tmp_path):
    file = write(tmp_path / "outcomes.csv", meeting("--"), head=(*COLUMNS[:-1], "result"))

    with pytest.raises(DataError, match="column 'outcome' is missing"):
        read(file, record, whole=True)


def test_a_whole_file_must_have_every_meeting_and_every_declared_misprint(record, tmp_path):
    file = write(tmp_path / "outcomes.csv", meeting("S/2016/847 | not adopted | 4-9-2"))

    with pytest.raises(DataError) as refused:
        read(file, record, whole=True)

    reasons = "\n".join(fault.reason for fault in refused.value.faults)
    assert "meetings: 1 found, 2875 expected" in reasons
    assert "no longer prints S/PV.2939 / S/RES/663 (1990): the correction is obsolete" in reasons


@pytest.mark.skipif(not SOURCE.exists(), reason="shared/sources is not beside the project")
def test_the_record_keeps_what_the_tables_print(record):
    found = difference(record, read(SOURCE, record, whole=True))

    [table] = found.tables
    assert (len(table.added), len(table.changed)) == (0, 0)
    assert table.unchanged == sum(row[0] == WITNESS for row in record.rows(WITNESSES))


def test_a_row_that_stands_twice_is_refused_unless_it_is_known_to(record, tmp_path):
    twice = meeting("S/RES/2328 (2016) | 15-0-0", date="19 December", meeting="S/PV.7841")
    known = meeting(
        "S/RES/1996 (2011) | 15-0-0", year="2011", date="8 July", meeting="S/PV.6576", key="1996"
    )

    with pytest.raises(DataError) as refused:
        read(write(tmp_path / "outcomes.csv", twice, twice), record, whole=False)
    incoming = read(write(tmp_path / "outcomes.csv", known, known), record, whole=False)

    assert str(refused.value) == "outcomes.csv, row 3: stands twice; it is row 2 again."
    assert len(incoming[WITNESSES]) == incoming.put_right == 1


@pytest.mark.parametrize(("year", "day"), [("2015", "29 February"), ("0000", "1 May")])
def test_a_day_its_month_does_not_have_is_refused(record, tmp_path, year, day):
    row = meeting("S/RES/2328 (2016) | 15-0-0", year=year, date=day)

    with pytest.raises(DataError, match=f"row 2: date '{day}' is no day of {year}"):
        read(write(tmp_path / "outcomes.csv", row), record, whole=False)
