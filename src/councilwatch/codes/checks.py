"""Every clause of a rule has its paragraph in the record, in a file that can be read."""

from pathlib import Path

from councilwatch.codes.catalogue import CODES
from councilwatch.codes.wording import read_wording
from councilwatch.record.fault import DataError, Fault


def check_codes(folder: Path) -> list[Fault]:
    """The faults of the codes' paragraphs in a record's folder."""
    try:
        wording = read_wording(folder)
    except DataError as error:
        return list(error.faults)
    return [
        Fault(f"codes/{name}.toml", 0, f"has no paragraph for the rule {clause.id}.")
        for name, code in CODES.items()
        for clause in code.clauses
        if clause.id not in wording
    ]
