"""UCDP's country-years over our series of one-sided violence."""

import csv
from pathlib import Path

import pytest

from councilwatch.fetch.declared import declared
from councilwatch.fetch.ucdp.reader import read
from councilwatch.record.difference import difference
from councilwatch.record.fault import DataError
from councilwatch.record.record import Record
from councilwatch.record.tables import CONTEXT_SERIES

FILE = "ucdp_country_year_25_1_CCBY.csv"
SOURCE = Path(__file__).parents[3] / "shared" / "sources" / FILE
HEAD = declared("councilwatch.fetch.ucdp", "columns")
COLUMNS = (*HEAD["ignored"], *HEAD["taken"])
Printed = dict[str, str]


def country(name: str, year: int, low: int, best: int, high: int, **cells: str) -> Printed:
    """One row of the source."""
    deaths = {"low": low, "best": best, "high": high}
    counted = {f"os_total_deaths_{which}_cy": str(number) for which, number in deaths.items()}
    said = {"country_cy": name, "year_cy": str(year), "os_exist_cy": str(int(any(deaths.values())))}
    return {**dict.fromkeys(COLUMNS, ""), **said, **counted, "version": "25.1", **cells}


def write(path: Path, *rows: Printed, head: tuple[str, ...] = COLUMNS) -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(head)
        writer.writerows([row[column] for column in COLUMNS] for row in rows)
    return path


def values(record: Record, path: Path, *rows: Printed) -> list[list[str]]:
    return read(write(path / "ucdp.csv", *rows), record, whole=False)[CONTEXT_SERIES]


def refused(record: Record, path: Path, *rows: Printed, whole: bool = False) -> str:
    with pytest.raises(DataError) as error:
        read(write(path / "ucdp.csv", *rows), record, whole=whole)
    return str(error.value)


def test_a_country_year_is_a_value_of_the_series_under_the_place_s_own_name(record, tmp_path):
    rows = values(record, tmp_path, country("Myanmar (Burma)", 2024, 900, 1000, 1100))

    assert rows == [
        ["ucdp-one-sided", "Myanmar (Burma)", "2024", "MMR", "900", "1000", "1100", "",
         "2025-06-30", "ucdp-country-year-25-1", ""]
    ]  # fmt: skip


def test_a_country_year_without_one_sided_violence_is_no_value(record, tmp_path):
    rows = values(
        record, tmp_path, country("Kosovo", 2024, 0, 0, 0), country("Mali", 2024, 1, 2, 3)
    )

    assert [row[1] for row in rows] == ["Mali"]


@pytest.mark.parametrize(
    ("name", "year", "state"),
    [
        ("Russia (Soviet Union)", 1991, "SUN"),
        ("Russia (Soviet Union)", 1992, "RUS"),
        ("Serbia (Yugoslavia)", 1999, "YUG"),
        ("Serbia (Yugoslavia)", 2000, "SRB"),
        ("Zimbabwe (Rhodesia)", 2008, "ZWE"),
        ("Mali", 2024, "MLI"),
    ],
)
def test_a_place_is_the_state_of_its_year(record, tmp_path, name, year, state):
    [row] = values(record, tmp_path, country(name, year, 1, 2, 3))

    assert row[3] == state


def test_numbers_out_of_order_are_kept_and_told(record, tmp_path):
    [row] = values(record, tmp_path, country("Colombia", 2020, 158, 146, 217))

    assert row[4:8] == ["158", "146", "217", "low, best and high are as the source prints them"]


def test_a_revised_number_is_a_difference(record, tmp_path):
    file = write(tmp_path / "ucdp.csv", country("Colombia", 2020, 158, 150, 217))

    [table] = difference(record, read(file, record, whole=False)).tables

    [cell] = [cell for change in table.changed for cell in change.cells()]
    assert (cell.column, cell.ours, cell.theirs) == ("best", "146", "150")


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        (country("Colombo", 2020, 1, 2, 3), r"No state is called 'Colombo'.*COL (Colombia)"),
        (country("Mali", 20, 1, 2, 3), "year '20' is not of the form YYYY."),
        (country("Mali", 2020, 1, 2, 3, os_exist_cy="0"), "os_exist_cy is 0, and 3 deaths"),
        (country("Mali", 2020, 1, 2, 3, os_exist_cy="x"), "os_exist_cy is 'x', not 0 or 1."),
        (country("Mali", 2020, 1, 2, -3), "os_total_deaths_high_cy is '-3', not a number."),
        (
            country("Mali", 2020, 1, 2, 3, version="26.1"),
            "version '26.1' of the source is not known",
        ),
    ],
)
def test_a_row_that_says_something_else_is_refused_by_its_line(record, tmp_path, row, reason):
    said = refused(record, tmp_path, country("Mali", 2019, 1, 2, 3), row)

    assert said.startswith("ucdp.csv, row 3: ")
    assert all(part in said for part in reason.split(".*"))


def test_a_country_year_that_stands_twice_is_refused(record, tmp_path):
    row = country("Mali", 2020, 1, 2, 3)

    assert refused(record, tmp_path, row, row) == "ucdp.csv, row 3: Mali 2020 stands twice."


def test_a_renamed_column_is_refused_in_a_sentence(record, tmp_path):
    head = (*COLUMNS[:-1], "edition")
    file = write(tmp_path / "ucdp.csv", country("Mali", 2020, 1, 2, 3), head=head)

    with pytest.raises(DataError, match="column 'version' is missing"):
        read(file, record, whole=True)


def test_a_file_that_is_cut_off_is_refused(record, tmp_path):
    file = write(tmp_path / "ucdp.csv", country("Mali", 2020, 1, 2, 3))
    file.write_bytes(file.read_bytes()[:-20])

    with pytest.raises(DataError, match=r"ucdp\.csv, row 2: has \d+ cells"):
        read(file, record, whole=False)


def test_a_file_without_rows_is_refused(record, tmp_path):
    assert "has no rows; nothing would be imported" in refused(record, tmp_path)


def test_a_whole_file_has_the_rows_and_years_of_its_version(record, tmp_path):
    said = refused(record, tmp_path, country("Mali", 2020, 1, 2, 3), whole=True)

    assert "rows: 1 found, 6936 expected." in said
    assert "years: 2020 to 2020 found, 1989 to 2024 expected." in said


@pytest.mark.skipif(not SOURCE.exists(), reason="shared/sources is not beside the project")
def test_the_record_says_all_that_the_source_does(record):
    found = difference(record, read(SOURCE, record, whole=True))

    assert found.is_empty
    assert found.tables[0].unchanged == 1511
