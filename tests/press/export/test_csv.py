"""Tables as CSV: the machine's copy loses nothing, and Excel's starts no formula."""

import csv
import io

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from councilwatch.press.export.excel_csv import (
    BOM,
    defused,
    excel_file,
    make_excel,
    starts_formula,
)
from councilwatch.press.export.machine_csv import csv_files, make_csv
from councilwatch.record.merge import as_csv

CELL = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r\n\0"))
"""Any text but line breaks and NUL, which the record refuses: one row is one line."""
ROWS = st.integers(1, 4).flatmap(
    lambda width: st.lists(st.lists(CELL, min_size=width, max_size=width), max_size=5)
)
DANGEROUS = st.sampled_from(["=", "+", "-", "@", "\t", "\r", "\n", " ", "\u00a0", ";", "'", "1"])
RISKY = st.lists(DANGEROUS, max_size=8).map("".join)


def read_back(content: bytes) -> list[list[str]]:
    """The rows of a CSV file as a reader gets them."""
    text = content.decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text, newline=""), strict=True))


# -- for programs ---------------------------------------------------------------------------------


def test_every_table_is_the_very_file_of_the_record(whole, record):
    files = csv_files(whole)

    for name in whole.schema.every:
        assert files[f"{name}.csv"] == (record.folder / f"{name}.csv").read_bytes()


@given(rows=ROWS)
def test_any_text_comes_back_as_it_was(rows):
    columns = [f"column {number}" for number in range(len(rows[0]) if rows else 1)]

    assert read_back(as_csv(columns, rows)) == [columns, *rows]


def test_the_readme_tells_the_licence_how_to_cite_and_every_table(small):
    readme = make_csv(small, "")["README.txt"].decode()

    assert "CC BY 4.0" in readme
    assert "Cite as\nCouncilwatch: pledges and votes on " in readme
    assert "As known on 2026-11-25." in readme
    assert all(content.schema.file in readme for content in small.tables.values())


def test_superseded_rows_are_in_the_copy_for_programs(small):
    rows = read_back(csv_files(small)["drafts.csv"])

    assert [row[-3] for row in rows if row[0] == "S/2016/846"] == ["2016-10-08", "2026-11-25"]


# -- for spreadsheets -----------------------------------------------------------------------------


@given(cell=st.text() | RISKY)
@example("=1+1")
@example("\u00a0 =1+1")
@example("note\n=1+1")
@example("\ufeff@sum")
@example("two cells;=1+1")
@example("\t=1")
def test_no_cell_of_a_file_for_excel_starts_a_formula(cell):
    [_, [read]] = read_back(excel_file(["a"], [[cell]])) if cell else [None, [""]]

    lines = read.replace("\r", "\n").replace("\t", "\n").replace(";", "\n").split("\n")
    for line in lines:
        assert line.lstrip(" \u00a0\ufeff\u200b\v\f")[:1] not in tuple("=+-@")
    assert read[:1] not in ("\t", "\r")


@given(cell=st.text() | RISKY)
def test_defusing_adds_nothing_but_apostrophes(cell):
    made = defused(cell)

    assert made.replace("'", "") == cell.replace("'", "")
    assert not starts_formula(made)
    assert defused(made) == made


@pytest.mark.parametrize("cell", ["S/2016/846", "no-rival", "11-0-0-0", "Côte d’Ivoire", "a = b"])
def test_a_plain_cell_is_left_alone(cell):
    assert defused(cell) == cell


def test_no_cell_of_the_whole_record_starts_a_formula(whole):
    for name, content in make_excel(whole, "").items():
        if name.endswith(".csv"):
            cells = (cell for row in read_back(content) for cell in row)
            assert [cell for cell in cells if starts_formula(cell)] == []


def test_a_file_for_excel_says_it_is_utf_8_and_has_its_line_ends(small):
    content = make_excel(small, "")["drafts.csv"]

    assert content.startswith(BOM.encode())
    assert content.count(b"\n") == content.count(b"\r\n") > len(small.tables["drafts"].rows)


def test_the_readme_says_that_files_for_excel_are_not_lossless(small):
    assert b"not lossless" in b" ".join(make_excel(small, "")["README.txt"].split())
