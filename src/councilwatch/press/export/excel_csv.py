"""CSV for spreadsheets, in which no cell starts a formula; for reading, not lossless."""

import csv
import io
import re
from collections.abc import Sequence
from itertools import chain

from councilwatch.press.export.about import readme
from councilwatch.press.export.contents import Contents

BOM = "\ufeff"
"""Tells Excel that the file is UTF-8."""

_UNSEEN = r"[\s\x00-\x20\x7f-\xa0\xad\u200b-\u200f\u2060\ufeff]*"
STARTS = re.compile(_UNSEEN + r"[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]")
"""What a spreadsheet may take for a formula at the start of a cell or of a line in it.

Also after blanks, no-break spaces and signs that are not seen, which some programs strip; and the
full-width forms, which some read as the plain ones.
"""
BREAKS = re.compile(r"(\r\n|[\r\n\t\v\f\x1c-\x1e\x85\u2028\u2029;])")
"""Where a cell may be broken in two: at line ends, and at separators of other locales."""

NOTES = (
    "For Excel and other spreadsheets: UTF-8 with a byte order mark, lines end with CR LF. A cell "
    "that a spreadsheet would take for a formula starts with an apostrophe, so the files are not "
    "lossless; for programs, use the format csv. Excel itself may still show 004 as 4 and 9-1-5 as "
    "a day: open the file by Data, From Text/CSV, and choose not to detect types."
)


def make_excel(contents: Contents, stem: str) -> dict[str, bytes]:  # noqa: ARG001 - see Format
    """Every table as a CSV file for spreadsheets, with a README."""
    files = {
        content.schema.file: excel_file(content.schema.columns, content.rows)
        for content in contents.tables.values()
    }
    return {**files, "README.txt": readme(contents, NOTES).replace(b"\n", b"\r\n")}


def excel_file(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> bytes:
    """A table as the bytes of a file that Excel opens by a double click."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n", quoting=csv.QUOTE_MINIMAL)
    writer.writerow([defused(column) for column in columns])
    writer.writerows([defused(cell) for cell in row] for row in rows)
    return (BOM + text.getvalue()).encode()


def defused(cell: str) -> str:
    """The cell with an apostrophe before anything a spreadsheet might take for a formula."""
    first, *rest = BREAKS.split(cell)
    start = "'" if starts_formula(cell) else ""
    after = (f"'{part}" if STARTS.match(part) else part for part in rest[1::2])
    return start + first + "".join(chain.from_iterable(zip(rest[::2], after, strict=True)))


def starts_formula(cell: str) -> bool:
    """Whether a spreadsheet might take the cell for a formula."""
    return STARTS.match(cell) is not None
