"""The sources that can be imported: what each is called, who reads it, and where it may be from."""

from collections.abc import Iterable
from importlib import import_module
from pathlib import Path
from typing import NamedTuple, Protocol

from councilwatch.record.incoming import Incoming
from councilwatch.record.record import Record

MEGABYTE = 1_000_000


class Read(Protocol):
    """A source's reader: its file made into rows of the record."""

    def __call__(self, path: Path, record: Record, /, *, whole: bool) -> Incoming:
        """The rows of the file; raises `DataError` with one fault per problem.

        `whole` also asks the file to be the whole collection (rows, days, columns as declared).
        """


class Origin(NamedTuple):
    """One outside source that `councilwatch import` knows."""

    name: str
    title: str
    module: str
    """Where its `read` stands; imported only when it is asked for."""
    hosts: tuple[str, ...] = ()
    """The hosts it may be downloaded from; any other must be allowed by name."""
    address: str = ""
    """Where its newest file is, if one address always has it."""
    limit: int = 50 * MEGABYTE
    """The most bytes its file may have, decoded and unpacked."""
    expects: str = "csv"
    """What the file holds: `csv`, or `text` for a list that may be pasted."""

    def reader(self) -> Read:
        """The function that reads its file."""
        read: Read = import_module(self.module).read
        return read


ORIGINS: tuple[Origin, ...] = (
    Origin(
        "sciences-po",
        "B. Martin, UNSC votes since 1946 Database, Sciences Po",
        "councilwatch.fetch.sciences_po.reader",
        hosts=("data.sciencespo.fr",),
    ),
    Origin(
        "un-library-votes",
        "UN Digital Library, Security Council Voting Data (record 4055387)",
        "councilwatch.fetch.un_library_votes.reader",
        hosts=("digitallibrary.un.org",),
        limit=100 * MEGABYTE,
    ),
    Origin(
        "dppa-vetoes",
        "UN Peace and Security Data Hub, Security Council Vetoes (DPPA-SCVETOES)",
        "councilwatch.fetch.dppa_vetoes.reader",
        hosts=("psdata.un.org", "data.humdata.org"),
        address="https://data.humdata.org/dataset/f67cf146-1cda-44e3-b468-2b086d85cb5a/resource/"
        "12377ab6-e4de-46cb-98b5-7c89ba18115b/download/dppa-scvetoes.csv",
        limit=5 * MEGABYTE,
    ),
    Origin(
        "un-library-outcomes",
        "The Library's tables of Council meetings and outcomes, 1946-2022 (copy)",
        "councilwatch.fetch.un_library_outcomes.reader",
    ),
    Origin(
        "un-library-vetoes",
        "The Library's list of vetoes, 1946-2022 (copy)",
        "councilwatch.fetch.un_library_vetoes.reader",
    ),
    Origin(
        "m49",
        "Country codes (M49, ISO 3166, UNTERM names)",
        "councilwatch.fetch.m49.reader",
        hosts=("raw.githubusercontent.com",),
        address="https://raw.githubusercontent.com/datasets/country-codes/main/data/country-codes.csv",
        limit=5 * MEGABYTE,
    ),
    Origin(
        "affiliations",
        "The World Factbook, international organization participation (copy of 2026)",
        "councilwatch.fetch.affiliations.reader",
        limit=5 * MEGABYTE,
    ),
    Origin(
        "ucdp",
        "UCDP Country-Year Dataset on Organized Violence within Country Borders",
        "councilwatch.fetch.ucdp.reader",
        hosts=("ucdp.uu.se",),
    ),
    Origin(
        "supporters",
        "A list of supporters of a code, as a table or as pasted text",
        "councilwatch.fetch.supporters.reader",
        limit=MEGABYTE,
        expects="text",
    ),
)
"""Every source, in the order in which they are told."""


def names(origins: Iterable[Origin] = ORIGINS) -> tuple[str, ...]:
    """The names of the sources."""
    return tuple(origin.name for origin in origins)


def origin(name: str) -> Origin:
    """The source with this name; raises `KeyError` if there is none."""
    return {each.name: each for each in ORIGINS}[name]
