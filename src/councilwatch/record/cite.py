"""A pointer from a reason to the fact it rests on."""

from typing import NamedTuple


class Cite(NamedTuple):
    """The fact a reason rests on, and the source of that fact."""

    fact: str
    """Table and key, or the start of one, such as `endorsements/act/ARE/2017-05-15`."""
    source: str
    """Id of a row of `sources.csv`."""


class Source(NamedTuple):
    """A document or collection facts were taken from."""

    id: str
    title: str
    publisher: str
    address: str
    """A web address or a document symbol; may be empty where only the document is known."""
    licence: str
    published: str
    note: str
