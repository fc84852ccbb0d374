"""Loading and indexing the whole record, against Python's csv reading the same files."""

import csv
from pathlib import Path

import clock

from councilwatch.record import assembly, belonging, context, explanation, initiative, printed
from councilwatch.record import situation as situations
from councilwatch.record.place import record_folder
from councilwatch.record.record import Record
from councilwatch.record.tables import SOURCES_FILE, TABLES

FOLDER = record_folder()
MODULES = (assembly, belonging, context, explanation, initiative, printed, situations)
KINDS = [k for module in MODULES for k in vars(module).values() if hasattr(k, "TABLE")]


def read_with_csv() -> int:
    """Every row of every file, as lists of cells."""
    rows = 0
    for path in [FOLDER / SOURCES_FILE, *(Path(table.path(FOLDER)) for table in TABLES)]:
        with path.open(encoding="utf-8", newline="") as file:
            rows += len(list(csv.reader(file)))
    return rows


def load_record() -> int:
    """Every table as values, indexed by vote, state and day."""
    record = Record(FOLDER).load()
    return record.size + sum(len(record.all(kind)) for kind in KINDS)


def main() -> None:
    seconds = clock.time_calls({"record": load_record, "csv": read_with_csv}, times=15)
    clock.report("loading and indexing the record : csv", seconds["record"], seconds["csv"], 3)


if __name__ == "__main__":
    main()
