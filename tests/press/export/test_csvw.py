"""CSV on the Web: the csvw package, which nobody here wrote, reads every table with its types."""

import warnings
from datetime import datetime

import pytest
from csvw import CSVW, TableGroup

from councilwatch.press.export.csvw import METADATA, make_csvw


@pytest.fixture
def read(small, laid) -> dict[str, list[dict]]:
    """The rows of every file as read back."""
    group = TableGroup.from_file(laid(make_csvw(small, "")) / METADATA)
    return {name: list(rows) for name, rows in group.read().items()}


def test_it_is_valid_with_every_key_and_reference(small, laid):
    folder = laid(make_csvw(small, ""))

    with warnings.catch_warnings(record=True) as told:
        warnings.simplefilter("always")
        package = CSVW(str(folder / METADATA), validate=True)

        assert package.is_valid
    assert [str(each.message) for each in told] == []
    assert package.warnings == []


def test_a_reference_that_leads_nowhere_would_be_found(small, laid):
    files = make_csvw(small, "")
    broken = files["ballots.csv"].replace(b",RUS,no,", b",XXX,no,")
    folder = laid(files | {"ballots.csv": broken})

    with pytest.raises(ValueError, match="XXX"):
        TableGroup.from_file(folder / METADATA).check_referential_integrity(strict=True)


def test_every_row_of_every_table_is_read(small, read):
    assert {name: len(rows) for name, rows in read.items()} == {
        content.schema.file: len(content.rows) for content in small.tables.values()
    }


def test_days_numbers_lists_and_yes_or_no_are_read_as_such(read):
    [outcome] = [row for row in read["outcomes.csv"] if row["vote"] == "S/2016/846"]
    [sponsors] = [row for row in read["sponsors.csv"] if row["vote"] == "S/2016/846"]

    assert outcome["day"] == datetime(2016, 10, 8)  # noqa: DTZ001 - as the package reads days
    assert (outcome["yes"], outcome["vetoed_by"]) == (11, ["RUS"])
    assert sponsors["sponsors"] == ["FRA", "ESP"]
    assert sponsors["complete"] is False


def test_an_empty_cell_is_no_value(read):
    [outcome] = [row for row in read["outcomes.csv"] if row["vote"] == "S/516"]

    assert outcome["yes"] is None
    assert outcome["vetoed_by"] == []
