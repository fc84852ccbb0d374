"""Compiles `tables.py` from the data package: `python -m councilwatch.record.compile_tables`."""

import sys
from pathlib import Path

from councilwatch.record.place import record_folder
from councilwatch.record.schema import SOURCES, Schema, read_schema

TARGET = Path(__file__).with_name("tables.py")

HEAD = '''"""The tables of the record, compiled from `facts/datapackage.json` by `compile_tables`.

Change the data package, not this file; a test tells when the two have parted.
"""

from councilwatch.record.table import LEDGER, Table

__all__ = ["LEDGER", "SOURCES_FILE", "SOURCE_COLUMNS", "TABLES", "Table"]

'''


def tables_source(schema: Schema) -> str:
    """The text of the module of tables."""
    lines = [HEAD]
    for name, each in schema.facts.items():
        parts = [repr(name), repr(each.table.key), repr(each.table.others)]
        held = f", held={each.held!r}" if each.held else ""
        lines.append(f"{name.upper()} = Table({', '.join(parts)}{held})\n")
    lines.append(f"\nTABLES = ({', '.join(name.upper() for name in schema.facts)},)\n")
    sources = schema.every[SOURCES]
    lines.append(f'"""Every table of facts; `{sources.file}` stands beside them."""\n')
    lines.append(f"\nSOURCES_FILE = {sources.file!r}\n")
    lines.append(f"SOURCE_COLUMNS = {sources.columns!r}\n")
    return "".join(lines)


if __name__ == "__main__":
    TARGET.write_text(tables_source(read_schema(record_folder())), encoding="utf-8")
    sys.stdout.write(f"Written: {TARGET.name}; now format it.\n")
