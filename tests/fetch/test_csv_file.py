"""Whatever a file holds, it is read or refused with a reason: nothing else ever happens."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from councilwatch.fetch import csv_file
from councilwatch.fetch.dppa_vetoes.reader import read as read_vetoes
from councilwatch.fetch.sciences_po.reader import read as read_sciences_po
from councilwatch.fetch.un_library_votes.reader import read as read_library
from councilwatch.fetch.un_library_votes.source_file import COLUMNS
from councilwatch.record.fault import DataError
from councilwatch.record.record import Record

HEAD = ",".join(COLUMNS).encode() + b"\r\n"
ROW = b"1,AGO,ANGOLA,False,Y,2016-12-19,S/RES/2328(2016),,S/PV.1,A text,,,,1,0,0,0,1,Vote,https://x\r\n"
VETOES = (
    b"id,date,draft_res#,record,china,france,russian_federation_ussr,united_kingdom,united_states\n"
)
signs = st.binary(max_size=60) | st.sampled_from(
    [b'"', b",", b"\r", b"\n", b"\0", b"\xef\xbb\xbf", b"\xff\xfe", "\u202e\u200b".encode(), ROW]
)
either = st.sampled_from(
    [b"", HEAD, HEAD + ROW, VETOES, VETOES + b"1,2016-12-05,S/2016/1026,1,1,,,,\n"]
)
contents = st.tuples(either, st.lists(signs, max_size=6)).map(
    lambda parts: parts[0] + b"".join(parts[1])
)
READERS = {"sciences-po": read_sciences_po, "un-library-votes": read_library, "dppa": read_vetoes}


def no_faults(_head: list[str]) -> list:
    return []


@pytest.mark.parametrize("name", READERS)
@given(content=contents)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150)
def test_no_file_does_more_than_be_refused(name, content: bytes, record: Record, tmp_path: Path):
    file = tmp_path / "any.csv"
    file.write_bytes(content)

    try:
        read = READERS[name](file, record, whole=False)
    except DataError as error:
        told = [fault.reason for fault in error.faults]
    else:
        told = [*read.values(), *read.left_out]

    assert any(told)


def sheet(path: Path, content: bytes, check: Callable = no_faults) -> csv_file.Sheet:
    file = path / "some.csv"
    file.write_bytes(content)
    return csv_file.read_sheet(file, check)


def test_rows_are_told_by_the_line_an_editor_shows(tmp_path):
    read = sheet(tmp_path, b'\xef\xbb\xbfa,b\r\n1,"two\nlines"\r\n3,4\r\n')

    assert read.head == ["a", "b"]
    assert read.rows == [["1", "two\nlines"], ["3", "4"]]
    assert read.lines == [3, 4]


def test_a_sign_that_only_some_take_for_a_line_break_is_none(tmp_path):
    assert sheet(tmp_path, "a,b\nx\u2028y,z\x0c\n".encode()).rows == [["x\u2028y", "z\x0c"]]


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"a,b\n1\n", "row 2: has 1 cells, not 2"),
        (b"a,b\n", "has no rows; nothing would be imported"),
        (b"", "some.csv: is empty; nothing would be imported."),
        (b"\xef\xbb\xbf\r\n  \n", "some.csv: has nothing but blank lines; nothing would be"),
        (b"a,b\n\n1,2\n", "row 2: is blank, and rows follow it"),
        (b"a,b\n1,2\0\n", "row 2: holds a NUL byte"),
        ("a,b\n1,é\n".encode("latin-1"), "row 2: is not UTF-8"),
        ("a,b\n1,2\n".encode("utf-16"), "some.csv: is UTF-16; save it as UTF-8."),
        ("a,b\n1,2\n".encode("utf-16-le"), "some.csv: is UTF-16; save it as UTF-8."),
        ("a,b\n1,2\n".encode("utf-16-be"), "some.csv: is UTF-16; save it as UTF-8."),
        (b'a,b\n1,"2\n', "is not CSV"),
        (b"a,b\n1," + b"x" * 200_000 + b"\n", "field larger than field limit"),
    ],
)
def test_a_file_that_is_no_table_is_refused_with_row_and_reason(tmp_path, content, sentence):
    with pytest.raises(DataError) as refused:
        sheet(tmp_path, content)

    assert sentence in str(refused.value)


def test_heads_are_compared_by_name():
    told = csv_file.head_faults("x.csv", ["b", "d", "d", "c"], ["a", "b", "c"])

    assert [fault.reason for fault in told] == [
        "column 'a' is missing.",
        "column 'd' is not known; it is new or renamed.",
        "column 'd' is not known; it is new or renamed.",
        "column 'd' stands twice.",
    ]


def test_of_many_missing_columns_one_sentence_says_how_many_and_names_three():
    told = csv_file.head_faults("x.csv", ["v", "w", "x", "y"], ["a", "b", "c", "d", "e"])

    assert [str(fault) for fault in told] == [
        "x.csv, row 1: 5 columns are missing: 'a', 'b', 'c' and 2 more.",
        "x.csv, row 1: 4 columns are not known: 'v', 'w', 'x' and 1 more.",
    ]


@pytest.mark.parametrize(("sign", "name"), csv_file.SEPARATORS.items())
def test_a_table_separated_by_another_sign_is_told_so_and_nothing_else(tmp_path, sign, name):
    def check(head: list[str]) -> list:
        return csv_file.head_faults("some.csv", head, ["a", "b"])

    with pytest.raises(DataError) as refused:
        sheet(tmp_path, f"a{sign}b\n1{sign}2\n".encode(), check)

    assert str(refused.value) == f"some.csv: is separated by {name}, not commas."


def test_blank_lines_at_the_end_are_no_rows(tmp_path):
    assert sheet(tmp_path, b"a,b\n1,2\n\n  \n\r\n").rows == [["1", "2"]]
