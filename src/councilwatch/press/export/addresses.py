"""Names for things in exports: stable identifiers, and where a source can be read."""

from urllib.parse import quote

from councilwatch.record.cite import Source
from councilwatch.world.symbols import SymbolError, parse

AUTHORITY = "tag:councilwatch,2015:"
"""What every identifier of ours begins with (RFC 4151)."""
DOCUMENTS = "https://undocs.org/"
"""Where the United Nations shows a document under its symbol."""


def tag(*parts: str) -> str:
    """The identifier of a thing: `tag:councilwatch,2015:votes/S/2016/846`."""
    return AUTHORITY + "/".join(quote(part, safe="/:.-_()") for part in parts)


def document(symbol: str) -> str | None:
    """Where the United Nations shows a document; `None` if this is no document's symbol.

    A document of two organs has both symbols in one, as in A/70/621-S/2015/978: the first is taken.
    """
    try:
        parsed = str(parse(symbol.partition("-S/")[0]))
    except SymbolError:
        return None
    return DOCUMENTS + quote(parsed.replace(" ", ""), safe="/()")


def address_of(source: Source) -> str | None:
    """Where a source can be read; `None` if only the document itself is known."""
    address = source.address.strip()
    if address.startswith(("https://", "http://")) and not any(c.isspace() for c in address):
        return quote(address, safe=":/?#[]@!$&'()*+,;=%~-._")
    return document(address) if address else None
