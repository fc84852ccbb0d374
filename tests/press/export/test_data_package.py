"""The data package: Frictionless, which nobody here wrote, finds nothing wrong with it."""

import json

import frictionless
import pytest

from councilwatch.press.export.data_package import make_data_package
from councilwatch.record.schema import PACKAGE_FILE

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")  # theirs, not ours


def faults_of(folder) -> list[str]:
    """What Frictionless finds wrong with a data package."""
    report = frictionless.validate(str(folder / PACKAGE_FILE), type="package")
    told = [error.message for error in report.errors]
    return told + [f"{t.name}: {error.message}" for t in report.tasks for error in t.errors]


def test_frictionless_finds_no_fault_with_a_small_record(small, laid):
    folder = laid(make_data_package(small, ""))

    assert faults_of(folder) == []


def test_frictionless_finds_no_fault_with_the_whole_record(whole, laid):
    folder = laid(make_data_package(whole, ""))

    assert faults_of(folder) == []


@pytest.mark.parametrize("day", ["1945-01-01", "1950-06-01", "2016-10-08"])
def test_frictionless_finds_no_fault_with_a_record_as_known_early(as_known, laid, day):
    folder = laid(make_data_package(as_known(day), ""))

    assert faults_of(folder) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (",RUS,no,", ",RUS,nay,"),  # a word that is none of the choices
        (",RUS,no,", ",XXX,no,"),  # a state that is not in the register
        (",RUS,no,2016-10-08", ",RUS,no,yesterday"),  # no day
    ],
)
def test_frictionless_would_find_a_fault(small, laid, old, new):
    files = make_data_package(small, "")
    folder = laid(files | {"ballots.csv": files["ballots.csv"].replace(old.encode(), new.encode())})

    assert any(fault.startswith("ballots: ") for fault in faults_of(folder))


def test_rows_are_told_apart_by_key_and_the_day_they_became_known(small):
    package = json.loads(make_data_package(small, "")[PACKAGE_FILE])
    schemas = {each["name"]: each["schema"] for each in package["resources"]}

    assert schemas["ballots"]["primaryKey"] == ["vote", "state", "known_on"]
    assert {
        "fields": "vote", "reference": {"resource": "drafts", "fields": "vote"}
    } in schemas["ballots"]["foreignKeys"]  # fmt: skip
    assert all(
        {"fields": "source", "reference": {"resource": "sources", "fields": "id"}}
        in schemas[name]["foreignKeys"]
        for name in small.schema.facts
    )
