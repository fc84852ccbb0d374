"""Small files of a source made in a test, and what its reader says of them."""

import csv

from councilwatch.record.tables import WITNESSES


def write_table(path, *rows, head):
    """Writes rows given as dictionaries, in the order of their cells, below a head."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(head)
        writer.writerows([list(row.values()) for row in rows])
    return path


def teller(read, path, head, record):
    """A function of rows: what they print of votes, and what was left out."""

    def tell(*rows):
        incoming = read(write_table(path, *rows, head=head), record, whole=False)
        found = incoming[WITNESSES]
        return [dict(zip(WITNESSES.columns, row, strict=True)) for row in found], incoming.left_out

    return tell
