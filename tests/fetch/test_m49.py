"""The file of country codes over our names and regions."""

import csv
from collections.abc import Callable
from pathlib import Path

import pytest

from councilwatch.fetch.declared import declared
from councilwatch.fetch.m49.reader import read
from councilwatch.record.belonging import Group
from councilwatch.record.difference import Difference, difference
from councilwatch.record.fault import DataError
from councilwatch.record.record import Record
from councilwatch.record.tables import AFFILIATIONS, STATE_NAMES
from councilwatch.world.states import Status

FACTS = Path(__file__).parents[2] / "facts"
SOURCE = FACTS.parents[1] / "shared" / "sources" / "country_codes_m49_PDDL.csv"
PACKAGE = "councilwatch.fetch.m49"
KNOWN = declared(PACKAGE, "columns")
CODE, NUMBER, CALLED = KNOWN["code"], KNOWN["number"], KNOWN["called"]
COLUMNS = (
    CODE,
    NUMBER,
    CALLED,
    *(name["column"] for name in KNOWN["name"]),
    *(region[part] for region in KNOWN["region"] for part in ("code", "name")),
    *KNOWN["ignored"]["names"],
    *KNOWN["ignored"]["others"],
)
Printed = dict[str, str]


def as_printed(record: Record) -> dict[str, Printed]:
    """Our names and regions as the source prints them, with the misprints that are declared."""
    misprints = {
        (e["state"], e["column"]): e["expect"] for e in declared(PACKAGE, "corrections")["name"]
    }
    rows = {code: territory(code) for code in declared(PACKAGE, "expectations")["territories"]}
    for state in record.register.by_id.values():
        if state.status is Status.FORMER:
            continue
        row = rows[state.id] = territory(state.id) | {NUMBER: str(int(state.m49))}
        for name in KNOWN["name"]:
            use = (name["kind"], name["language"])
            text = next(
                (n.text for n in state.names if (n.kind, n.language) == use and not n.held.end), ""
            )
            row[name["column"]] = misprints.get((state.id, name["column"]), text)
    place_in_regions(record, rows)
    return rows


def place_in_regions(record: Record, rows: dict[str, Printed]) -> None:
    codes = {group: code for code, group in declared(PACKAGE, "regions")["groups"].items()}
    groups = {group.id: group for group in record.all(Group)}
    columns = dict(zip(("m49-region", "m49-subregion"), KNOWN["region"], strict=True))
    for group, state, *_ in record.rows(AFFILIATIONS):
        if group in codes:
            column = columns[groups[group].kind]
            rows[state] |= {column["code"]: codes[group], column["name"]: groups[group].name}


def territory(code: str) -> Printed:
    return {**dict.fromkeys(COLUMNS, ""), CODE: code}


def write(path: Path, rows: list[Printed], head: tuple[str, ...] = COLUMNS) -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(head)
        writer.writerows([row[column] for column in COLUMNS] for row in rows)
    return path


@pytest.fixture(scope="module")
def printed(record: Record) -> dict[str, Printed]:
    return as_printed(record)


@pytest.fixture
def compared(record, printed, tmp_path) -> Callable[..., Difference]:
    """Compares the source, with cells of some states changed, with the record."""

    def compare(changed: dict[str, Printed] | None = None, whole: bool = True) -> Difference:
        rows = [row | (changed or {}).get(code, {}) for code, row in printed.items()]
        file = write(tmp_path / "codes.csv", rows)
        return difference(record, read(file, record, whole=whole))

    return compare


def refused(compared: Callable[..., Difference], changed: dict[str, Printed]) -> str:
    with pytest.raises(DataError) as error:
        compared(changed)
    return str(error.value)


def test_our_names_and_regions_are_those_of_the_source(compared):
    found = compared()

    assert found.is_empty
    assert [(table.table, table.unchanged) for table in found.tables] == [
        (STATE_NAMES, 195 * 7),
        (AFFILIATIONS, 195 * 2),
    ]


def test_a_formal_name_is_taken_without_its_article_and_mark(compared):
    formal = {"UNTERM English Formal": "the State of Palestine *"}

    assert compared({"PSE": formal}).is_empty


def test_another_name_is_told_and_left_to_be_added_with_its_day(compared):
    found = compared({"MKD": {"official_name_en": "Macedonia"}})

    assert found.left_out == (
        "MKD is called 'Macedonia' (un_short, en) in the file, 'North Macedonia' in the record; "
        "since when is not said, so it takes a hand to add the day.",
    )
    assert not any(table.added or table.changed for table in found.tables)


def test_a_name_the_record_lacks_is_new(printed, record_of, record, tmp_path):
    states = [
        {"id": "FRA", "m49": "250", "alpha2": "FR", "status": "member", "member_from": "1945-10-24"}
    ]
    groups = [
        {"id": group.id, "name": group.name, "kind": group.kind} for group in record.all(Group)
    ]
    small = record_of(states=states, groups=groups)

    incoming = read(write(tmp_path / "codes.csv", [printed["FRA"]]), small, whole=False)

    assert ["FRA", "Франция", "un_short", "ru", "", "", "", "", "m49-pddl", ""] in incoming[
        STATE_NAMES
    ]
    assert ["m49-europe", "FRA", "", "", "member", "2026-11-23", "", "", "m49-pddl", ""] in (
        incoming[AFFILIATIONS]
    )


def test_another_region_is_told_and_left_to_be_added_with_its_day(compared):
    found = compared({"CYP": {"Sub-region Code": "39", "Sub-region Name": "Southern Europe"}})

    assert found.left_out == (
        "CYP is in m49-southern-europe in the file, in m49-western-asia in the record; since when "
        "is not said, so it takes a hand to add the day.",
    )
    assert not any(table.added or table.changed for table in found.tables)


def test_a_correction_for_what_the_source_no_longer_says_stops_the_import(compared):
    said = refused(compared, {"CIV": {"official_name_en": "Côte d'Ivoire"}})

    assert "where a correction expects 'Ivory Coast': it is obsolete" in said


@pytest.mark.parametrize(
    ("state", "cells", "reason"),
    [
        ("FRA", {CODE: "FRX", CALLED: "Frence"}, "No state is called 'Frence'"),
        ("FRA", {CODE: "FRX", CALLED: "Frence"}, "Nearest: FRA (France)"),
        (
            "FRA",
            {CODE: "FRX", CALLED: "France"},
            "'FRX' is no code of a Member or observer; France",
        ),
        ("FRA", {CODE: "SUN", CALLED: "USSR"}, "'SUN' is no code of a Member or observer"),
        ("FRA", {NUMBER: "251"}, "M49 of FRA is '251', 250 in the register."),
        ("FRA", {"Region Code": "151"}, "m49-eastern-europe is Eastern Europe"),
        ("FRA", {"Region Code": "1"}, "Region Code '1' (Europe) of FRA is no region known here"),
        ("FRA", {CODE: "ITA", NUMBER: "380"}, "ITA stands more than once."),
        ("FRA", {CODE: "TWN"}, "FRA has no row."),
    ],
)
def test_a_row_that_says_something_else_is_refused(compared, state, cells, reason):
    assert reason in refused(compared, {state: cells})


def test_a_part_of_the_source_is_not_asked_for_every_state(record, printed, tmp_path):
    file = write(tmp_path / "codes.csv", [printed["FRA"], printed["TWN"]])

    found = difference(record, read(file, record, whole=False))

    assert found.is_empty
    assert [table.unchanged for table in found.tables] == [7, 2]
    with pytest.raises(DataError, match="rows: 2 found, 245 to 260 expected"):
        read(file, record, whole=True)


def test_a_renamed_column_is_refused_in_a_sentence(record, printed, tmp_path):
    head = tuple("Region" if column == "Region Name" else column for column in COLUMNS)
    file = write(tmp_path / "codes.csv", [printed["FRA"]], head=head)

    with pytest.raises(DataError, match="column 'Region Name' is missing"):
        read(file, record, whole=False)


def test_a_file_that_is_cut_off_is_refused(record, printed, tmp_path):
    file = write(tmp_path / "codes.csv", [printed["FRA"]])
    file.write_bytes(file.read_bytes()[:-10])

    with pytest.raises(DataError, match=r"codes\.csv, row 2: has \d+ cells"):
        read(file, record, whole=False)


def test_a_file_without_rows_is_refused(record, tmp_path):
    with pytest.raises(DataError, match="has no rows; nothing would be imported"):
        read(write(tmp_path / "codes.csv", []), record, whole=False)


@pytest.mark.skipif(not SOURCE.exists(), reason="shared/sources is not beside the project")
def test_the_record_says_all_that_the_source_does(record):
    found = difference(record, read(SOURCE, record, whole=True))

    assert found.is_empty
    assert [table.unchanged for table in found.tables] == [1363, 390]


def test_a_name_the_file_has_lost_is_told_as_only_ours(compared):
    column = next(n["column"] for n in KNOWN["name"] if n["language"] == "fr")

    names, _ = compared({"FRA": {column: " "}}).tables

    assert [row[0] for row in names.missing] == ["FRA"]
    assert compared({"FRA": {column: " "}}, whole=False).is_empty


def test_the_names_that_were_put_right_are_counted(compared):
    corrected = {each["state"] for each in declared(PACKAGE, "corrections")["name"]}

    assert compared().put_right == len(corrected)
