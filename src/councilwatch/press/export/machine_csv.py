"""CSV for programs: every row of every table as it is, superseded ones too."""

from councilwatch.press.export.about import readme
from councilwatch.press.export.contents import Contents
from councilwatch.record.merge import as_csv

NOTES = (
    "UTF-8, one row a line, lines end with LF, quotes only where needed; cells are as in the "
    "record. A spreadsheet may take a cell for a formula: for Excel, use the format excel."
)


def make_csv(contents: Contents, stem: str) -> dict[str, bytes]:  # noqa: ARG001 - see Format
    """Every table as a CSV file, with a README."""
    return {**csv_files(contents), "README.txt": readme(contents, NOTES)}


def csv_files(contents: Contents) -> dict[str, bytes]:
    """Every table as the bytes of a CSV file, by name."""
    return {
        content.schema.file: as_csv(content.schema.columns, content.rows)
        for content in contents.tables.values()
    }
