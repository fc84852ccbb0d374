"""The formats of export, by name: what each is, for whom, and which files it writes."""

from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from pathlib import Path
from typing import NamedTuple

from councilwatch.press.export.contents import Contents

STEM = "councilwatch"
"""What files are called whose name nobody chose."""


class Format(NamedTuple):
    """One format of export."""

    name: str
    maker: str
    """Module of this package and function in it; only the format asked for is imported.

    A maker takes the contents and the stem for its files' names; the same give the same bytes.
    """
    ending: str
    """How its one file ends; empty where it is a folder."""
    about: str

    @property
    def is_text(self) -> bool:
        """Whether it is one file of text, which can be printed too."""
        return self.ending not in ("", ".db")

    @property
    def default(self) -> Path:
        """Where it is written if nobody says."""
        return Path(f"{STEM}{self.ending}" if self.ending else f"{STEM}-{self.name}")

    def make(self, contents: Contents, stem: str = STEM) -> dict[str, bytes]:
        """The files by name; raises `DataError` if a fault of the record stands in the way."""
        module, _, function = self.maker.partition(".")
        maker: Callable[[Contents, str], dict[str, bytes]] = getattr(
            import_module(f"councilwatch.press.export.{module}"), function
        )
        with contents.record.as_it_stands():
            return maker(contents, stem)


FORMATS: Mapping[str, Format] = {
    each.name: each
    for each in (
        Format("csv", "machine_csv.make_csv", "", "every table as it is, for programs"),
        Format("excel", "excel_csv.make_excel", "", "tables a spreadsheet opens without formulas"),
        Format("datapackage", "data_package.make_data_package", "", "a Frictionless Data Package"),
        Format("csvw", "csvw.make_csvw", "", "CSV on the Web, typed by csv-metadata.json"),
        Format("parquet", "parquet.make_parquet", "", "typed columns for pandas, R and DuckDB"),
        Format("sqlite", "sqlite.make_sqlite", ".db", "a database with views, for Datasette too"),
        Format("popolo", "popolo.make_popolo", ".json", "seats, motions and vote events as JSON"),
        Format("jsonld", "json_ld.make_json_ld", ".jsonld", "schema.org, DCAT and PROV"),
        Format("ics", "calendar.make_calendar", ".ics", "terms, elections, debates as a calendar"),
        Format("atom", "feed.make_atom", "", "feeds of votes, vetoes, supporters, corrections"),
    )
}


def placed(form: Format, files: Mapping[str, bytes], output: Path) -> dict[Path, bytes]:
    """Where the files of a format of one file go: that one where asked, others beside it."""
    return {
        output if Path(name).suffix == form.ending else output.with_name(name): content
        for name, content in files.items()
    }


def below(made: Sequence[tuple[Format, Mapping[str, bytes]]]) -> dict[str, bytes]:
    """The files of several formats, each in a folder of its own."""
    return {
        f"{form.name}/{name}": content for form, files in made for name, content in files.items()
    }
