"""The Factbook's organisations over our affiliations."""

import csv
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

import pytest

from councilwatch.fetch.affiliations.reader import read
from councilwatch.fetch.affiliations.source_file import COLUMNS, apart
from councilwatch.fetch.declared import declared
from councilwatch.fetch.sighting import standings_on
from councilwatch.record.difference import Difference, difference
from councilwatch.record.fault import DataError
from councilwatch.record.record import Record
from councilwatch.record.tables import AFFILIATIONS
from councilwatch.world.states import Status

FILE = "affiliations_factbook_2026_CC0.csv"
SOURCE = Path(__file__).parents[3] / "shared" / "sources" / FILE
PACKAGE = "councilwatch.fetch.affiliations"
KNOWN, EXPECTED = declared(PACKAGE, "organisations"), declared(PACKAGE, "expectations")
MISPRINTS = declared(PACKAGE, "corrections")
DAY = date.fromisoformat(EXPECTED["seen_on"])
COURT = KNOWN["court"]["group"]
SAYS = {
    "party": "accepts ICCt jurisdiction",
    "no party": "non-party state to the ICCt",
    "": "has not submitted an ICJ jurisdiction declaration",
}
BRACKETS = {
    "member": "",
    "associate": " (associate)",
    "observer": " (observer)",
    "suspended": " (suspended)",
}
Printed = list[str]


def as_printed(record: Record) -> dict[str, Printed]:
    """Our affiliations of the day as the source prints them, with all that is declared of it."""
    shown = standings_on(record, DAY)
    shown |= {(k["group"], k["state"]): k["shown"] for k in MISPRINTS["kept"]}
    misprinted = {each["state"]: each for each in MISPRINTS["name"]}
    states = [s for s in record.register.by_id.values() if s.status is not Status.FORMER]
    rows = {
        state.id: row(
            misprinted.get(state.id, {"code": state.id})["code"],
            misprinted.get(state.id, {"printed": state.name_on(DAY)})["printed"],
            {group: standing for (group, each), standing in shown.items() if each == state.id},
            state.id,
        )
        for state in states
        if state.id not in EXPECTED["silent_on"]
    }
    for each in MISPRINTS["token"]:
        cells = rows["AFG"]
        cells[0], cells[2] = each["code"], f"{each['printed']}, {cells[2]}"
    territories = {code: [code, "A territory", "none", ""] for code in EXPECTED["territories"]}
    return rows | territories


def row(code: str, name: str, standings: Mapping[str, str], state: str = "") -> Printed:
    """One row of the source; `state` is the one whose declared misprints it has."""
    token = {group: name for name, group in KNOWN["groups"].items()}
    organisations = ["UN", "UPU (observer)"] + [
        token[group] + BRACKETS[standing]
        for group, standing in standings.items()
        if group in token and group != COURT and standing
    ]
    party = "party" if standings.get(COURT) == "party" else "no party"
    courts = {"listed": party, "said": party}
    courts |= next((each for each in MISPRINTS["court"] if each["state"] == state), {})
    if courts["listed"] == "party":
        organisations.append("ICCt")
    return [code, name, ", ".join(organisations), SAYS[courts["said"]]]


def write(path: Path, rows: list[Printed], head: tuple[str, ...] = COLUMNS) -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(head)
        writer.writerows(rows)
    return path


@pytest.fixture
def compared(record, tmp_path) -> Callable[..., Difference]:
    """Compares the source, as a test has changed it, with the record."""

    def compare(*changes: Callable[[dict[str, Printed]], None], whole: bool = True) -> Difference:
        rows = as_printed(record)
        for change in changes:
            change(rows)
        file = write(tmp_path / "organisations.csv", list(rows.values()))
        return difference(record, read(file, record, whole=whole))

    return compare


def replacing(state: str, column: str, old: str, new: str) -> Callable[[dict[str, Printed]], None]:
    """A change of one cell of one state."""

    def change(rows: dict[str, Printed]) -> None:
        cells, place = rows[state], COLUMNS.index(column)
        assert old in cells[place]
        cells[place] = cells[place].replace(old, new)

    return change


def refused(compared: Callable[..., Difference], *changed: str) -> str:
    with pytest.raises(DataError) as error:
        compared(replacing(*changed))
    return str(error.value)


def test_our_affiliations_are_those_of_the_source(compared):
    found = compared()

    assert found.is_empty
    assert found.tables[0].unchanged > 800


def test_what_the_record_lacks_is_new_as_seen_on_the_day_of_the_source(compared):
    found = compared(replacing("BRA", "io_participation", "UN,", "UN, OIF (observer),"))

    assert found.tables[0].added == [
        ["oif", "BRA", "", "", "observer", "2026-01-01", "", "", "factbook-2026", ""]
    ]
    assert found.left_out == ()


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (
            ("FRA", "EU", ""),
            "FRA is not in european-union in the file, member in the record (eu-countries)",
        ),
        (
            ("MLI", "UN,", "UN, ECOWAS,"),
            "MLI has the standing 'member' in ecowas in the file, no longer any in the record",
        ),
        (
            ("LBY", "LAS", "LAS (suspended)"),
            "LBY has the standing 'suspended' in arab-league in the file, member in the record",
        ),
    ],
)
def test_what_the_record_says_otherwise_is_told_and_not_taken(compared, change, sentence):
    state, old, new = change

    found = compared(replacing(state, "io_participation", old, new))

    [told] = found.left_out
    assert told.startswith(sentence)
    assert found.tables[0].added == []
    assert found.tables[0].changed == []


def test_of_a_part_of_the_source_nobody_is_missed(compared):
    def only_france(rows: dict[str, Printed]) -> None:
        france = rows["FRA"]
        rows.clear()
        rows["FRA"] = france

    assert compared(only_france, whole=False).is_empty
    with pytest.raises(DataError) as error:
        compared(only_france)
    assert "rows: 1 found, 230 to 250 expected." in str(error.value)


def test_a_whole_file_has_a_row_of_every_state(compared):
    with pytest.raises(DataError, match="FRA has no row"):
        compared(lambda rows: rows.pop("FRA"))


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        (("FRA", "io_participation", "EU", "EUU"), "'EUU' is no organisation known here"),
        (("FRA", "io_participation", "EU", "EU (guest)"), "'EU (guest)': 'guest' is no standing"),
        (("FRA", "io_participation", "EU", "EU (observer), EU"), "stands there in two standings"),
        (("FRA", "io_participation", "EU", "EU (partner"), "a bracket stays open"),
        (("FRA", "io_participation", "EU", "EU)"), "a bracket is closed and not opened"),
        (("FRA", "icc_icj", "accepts", "considers"), "icc_icj says 'considers ICCt jurisdiction'"),
        (("FRA", "io_participation", "ICCt", "UN"), "has FRA as no party, icc_icj as party."),
        (("FRA", "name", "France", "Frence"), "No state is called 'Frence' in the register."),
        (("FRA", "name", "France", "Frence"), "Nearest: FRA (France)"),
        (("FRA", "name", "France", "Italy"), "'Italy' is ITA, which stands already in row"),
        (("FRA", "gec", "FRA", "ITA"), "ita stands already in row"),
        (("FRA", "gec", "FRA", ""), "gec is empty."),
    ],
)
def test_what_is_not_declared_is_refused(compared, changed, reason):
    assert reason in refused(compared, *changed)


def test_a_row_without_organisations_is_refused(compared):
    def emptied(rows: dict[str, Printed]) -> None:
        rows["FRA"][2] = ""

    with pytest.raises(DataError, match="io_participation of FRA is empty"):
        compared(emptied)


@pytest.mark.parametrize(
    ("changes", "about"),
    [
        ([("ARE", "name", "none", "United Arab Emirates")], "ae"),
        ([("VEN", "io_participation", "UN,", "UN, ICCt,")], "VEN"),
        ([("GBR", "io_participation", "EU", "UN")], "GBR"),
        (
            [
                ("UKR", "io_participation", "UN,", "UN, ICCt,"),
                ("UKR", "icc_icj", SAYS["no party"], SAYS["party"]),
            ],
            "UKR",
        ),
    ],
)
def test_a_correction_for_what_the_source_no_longer_says_stops_the_import(compared, changes, about):
    with pytest.raises(DataError) as error:
        compared(*(replacing(*change) for change in changes))

    assert f"no longer prints what a correction of {about} expects" in str(error.value)


def test_a_renamed_column_is_refused_in_a_sentence(record, tmp_path):
    file = write(
        tmp_path / "organisations.csv", [["fr", "France", "EU", ""]], head=(*COLUMNS[:3], "icc")
    )

    with pytest.raises(DataError, match="column 'icc_icj' is missing"):
        read(file, record, whole=False)


def test_a_file_that_is_cut_off_is_refused(record, tmp_path):
    file = write(tmp_path / "organisations.csv", [["fr", "France", "EU, UN", SAYS["party"]]])
    file.write_bytes(file.read_bytes()[:-40])

    with pytest.raises(DataError, match=r"organisations\.csv, row 2: "):
        read(file, record, whole=False)


def test_a_file_without_rows_is_refused(record, tmp_path):
    with pytest.raises(DataError, match="has no rows; nothing would be imported"):
        read(write(tmp_path / "organisations.csv", []), record, whole=False)


@pytest.mark.parametrize(
    ("printed", "parts"),
    [
        ("EU", ("EU", "")),
        ("Pacific Alliance (observer)", ("Pacific Alliance", "observer")),
        ("EITI (compliant country) (suspended)", ("EITI", "compliant country) (suspended")),
    ],
)
def test_an_abbreviation_and_its_bracket_are_told_apart(printed, parts):
    assert apart(printed) == parts


@pytest.mark.skipif(not SOURCE.exists(), reason="shared/sources is not beside the project")
def test_the_record_says_all_that_the_source_does(record):
    found = difference(record, read(SOURCE, record, whole=True))

    assert found.is_empty
    assert found.tables[0].table == AFFILIATIONS
    assert found.tables[0].unchanged > 800


def test_an_organisation_the_file_shows_nobody_in_any_more_is_told(record, compared):
    def nobody_in_asean(rows: dict[str, Printed]) -> None:
        for cells in rows.values():
            cells[2] = ", ".join(each for each in cells[2].split(", ") if "ASEAN" not in each)

    found = compared(nobody_in_asean)

    members = [s for (g, s), standing in standings_on(record, DAY).items() if g == "asean"]
    assert len(members) >= 10
    assert len([said for said in found.left_out if "is not in asean in the file" in said]) == len(
        members
    )
    assert compared(nobody_in_asean, whole=False).left_out == ()


def test_rows_read_otherwise_than_printed_are_counted(compared):
    assert compared().put_right > 0
