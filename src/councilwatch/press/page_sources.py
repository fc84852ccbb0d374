"""Where each statement on the page comes from: beside the statement, and listed at the end."""

from collections.abc import Iterable, Iterator

from councilwatch.press.markup import Html, element, join, lines, listed, outside
from councilwatch.press.scorecard import Scorecard
from councilwatch.record.cite import Cite, Source
from councilwatch.record.record import Record


def cited(record: Record, cites: Iterable[Cite]) -> Html:
    """The sources of a statement, each named once: title, and address as a link or as text."""
    ids = dict.fromkeys(cite.source for cite in cites)
    if not ids:
        return Html("")
    named = join((_named(record.source(each)) for each in ids), "; ")
    return element("span", "Source: ", named, ".", class_="source")


def _named(source: Source) -> Html:
    if _is_web(source.address):
        return element("a", outside(source.title), href=source.address)
    return join((part for part in (outside(source.title), source.address) if part), ", ")


def _is_web(address: str) -> bool:
    # Some addresses are known only in part, and kept as they were read: "https://x.org/news/...".
    return address.startswith(("https://", "http://")) and not (
        "..." in address or set(address) & set(' <>"{}|\\^`')
    )


def make_sources(scorecard: Scorecard, record: Record) -> Html:
    """The list of every source the page uses, with publisher, address and licence."""
    used = sorted(set(_sources_of(scorecard, record)))
    entries = (_entry(record.source(each)) for each in used)
    return element(
        "section",
        element("h2", "Sources", id="sources-title"),
        element(
            "p",
            "Votes: UNSC votes database, B. Martin, Sciences Po, Atelier de cartographie, "
            "licence CC BY 4.0, with the corrections we declare. Every source used on this page:",
        ),
        listed(entries, class_="sources"),
        id="sources",
        aria_labelledby="sources-title",
    )


def _sources_of(scorecard: Scorecard, record: Record) -> Iterator[str]:
    for line in scorecard.lines:
        yield line.draft.source
        yield from (each.cite.source for each in line.assessments)
        yield from (
            cite.source
            for mark in line.marks
            for support in mark.support.values()
            for cite in support.cites
        )
        if line.draft.vote in record.sponsors:
            yield record.sponsors[line.draft.vote].cite.source


def _entry(source: Source) -> Html:
    address: str = source.address
    if _is_web(address):
        address = element("a", address, href=address)
    details = (source.publisher, source.published, address, source.licence)
    return lines(
        element("cite", outside(source.title)),
        element("span", join((part for part in details if part), " · "), class_="source"),
    )
