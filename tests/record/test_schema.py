"""The data package is the one place that says what the tables hold; `tables.py` follows it."""

import ast
import json

import pytest

from councilwatch.record.compile_tables import TARGET, tables_source
from councilwatch.record.fault import DataError
from councilwatch.record.rows import read_rows
from councilwatch.record.schema import PACKAGE_FILE, Schema, read_schema
from councilwatch.record.tables import SOURCE_COLUMNS, SOURCES_FILE, TABLES


@pytest.fixture(scope="module")
def schema(record) -> Schema:
    """The schema of the record as shipped."""
    return read_schema(record.folder)


def test_the_compiled_tables_are_those_of_the_data_package(schema):
    compiled = ast.dump(ast.parse(TARGET.read_text("utf-8")))

    assert compiled == ast.dump(ast.parse(tables_source(schema)))


def test_the_tables_stand_in_the_order_of_the_data_package(schema):
    assert [each.table for each in schema.facts.values()] == list(TABLES)


def test_every_file_has_the_columns_that_the_data_package_describes(schema, record):
    heads = {each.file: list(each.columns) for each in schema.every.values()}

    found = {
        name: (record.folder / name).read_text("utf-8").partition("\n")[0].split(",")
        for name in heads
    }

    assert found == heads


def test_no_file_of_the_record_is_left_undescribed(schema, record):
    described = {each.file for each in schema.every.values()}

    assert {path.name for path in record.folder.glob("*.csv")} == described


def test_every_column_says_what_its_cells_mean_in_a_sentence(schema):
    mute = [
        (each.name, field.name)
        for each in schema.every.values()
        for field in each.fields
        if not field.about.endswith(".")
    ]

    assert mute == []


def test_every_reference_leads_to_a_column_there_is(schema):
    columns = {f"{each.name}.{column}" for each in schema.every.values() for column in each.columns}
    targets = {
        field.refers_to or field.list_of
        for each in schema.every.values()
        for field in each.fields
        if field.refers_to or field.list_of
    }

    assert targets <= columns


def test_sources_are_read_with_the_columns_the_data_package_gives_them(schema, record):
    rows = list(read_rows(record.folder / SOURCES_FILE, SOURCE_COLUMNS))

    assert schema.every["sources"].columns == SOURCE_COLUMNS
    assert len(rows) == len(record.sources)


@pytest.mark.parametrize(
    ("content", "reason"), [(None, "is missing"), (b"{", "is not JSON"), (b"\xff", "is not JSON")]
)
def test_a_data_package_that_cannot_be_read_is_told(tmp_path, content, reason):
    if content is not None:
        (tmp_path / PACKAGE_FILE).write_bytes(content)

    with pytest.raises(DataError, match=f"{PACKAGE_FILE}: {reason}"):
        read_schema(tmp_path)


def test_a_table_described_otherwise_than_it_is_read_is_a_fault(record_of):
    from councilwatch.record.form import check_form

    folder = record_of().folder
    package = json.loads((folder / PACKAGE_FILE).read_bytes())
    package["resources"] = [r for r in package["resources"] if r["name"] != "seats"]
    (folder / PACKAGE_FILE).write_text(json.dumps(package), encoding="utf-8")

    faults = [str(fault) for fault in check_form(folder)]

    assert "datapackage.json: it does not describe seats.csv as it is read." in faults


def test_the_folder_of_the_record_is_itself_a_valid_data_package(record):
    import frictionless

    report = frictionless.validate(str(record.folder / PACKAGE_FILE))

    faults = [(task.name, error.message) for task in report.tasks for error in task.errors]
    assert faults == []
    assert report.stats["tasks"] == len(TABLES) + 1


@pytest.mark.parametrize("content", ["[]", "{}", '{"resources": [{"name": "sources"}]}', "3"])
def test_a_package_that_does_not_describe_the_tables_is_told(tmp_path, content):
    (tmp_path / PACKAGE_FILE).write_text(content, encoding="utf-8")

    with pytest.raises(DataError, match="is no data package with a description of every table"):
        read_schema(tmp_path)
