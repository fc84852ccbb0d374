"""Everything that must hold of a record before anybody relies on it."""

from datetime import date
from pathlib import Path

from councilwatch.record.checks.names import check_names
from councilwatch.record.checks.rolls import check_rolls
from councilwatch.record.checks.seats import check_seats
from councilwatch.record.checks.votes import check_votes
from councilwatch.record.fault import Fault
from councilwatch.record.form import check_form
from councilwatch.record.record import Record
from councilwatch.record.references import check_references

__all__ = ["check"]


def check(folder: Path, known_on: date | None = None) -> list[Fault]:
    """All faults of the record in a folder, as known on a day; empty if there are none.

    Form comes first: where a table cannot be read as it should, its meaning is not looked at.
    """
    faults = check_form(folder)
    if faults:
        return faults
    record = Record(folder, known_on)
    return [
        *check_references(folder),
        *check_names(record),
        *check_seats(record),
        *check_rolls(record),
        *check_votes(record),
    ]
