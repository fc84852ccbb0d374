"""The parts of one figure as printed, and the one place where they are held against the record.

A number is not confirmed by the document that prints it: unless it is a count of what the document
itself lists, at least one of the facts it rests on must come from somewhere else.
"""

from collections.abc import Callable, Iterable
from datetime import date
from functools import cached_property

from councilwatch.critique.figures.comparison import (
    OVER,
    equals,
    exceeds,
    is_independent,
    qualifier_of,
    text_of,
)
from councilwatch.critique.figures.figure import Part, Verdict
from councilwatch.critique.figures.printed_number import (
    Range,
    read_names,
    read_number,
    read_partial_day,
)
from councilwatch.record import tables as t
from councilwatch.record.cite import Cite
from councilwatch.record.history import KNOWN_ON
from councilwatch.record.printed import PrintedFigure
from councilwatch.record.record import Record
from councilwatch.world.states import UnknownState

Agrees = Callable[[str], bool | None]
"""Whether what is printed agrees with what was worked out; `None` if it may or may not."""

OWN_WORD = "the only facts on record come from the document itself"


class Claims:
    """What documents print of one figure, and the record it is held against."""

    def __init__(self, record: Record, figure: str) -> None:
        self.record = record
        self.figure = figure

    @cached_property
    def printed(self) -> dict[str, PrintedFigure]:
        """The printed parts by slug."""
        every = self.record.all(PrintedFigure)
        return {each.part: each for each in every if each.id == self.figure}

    def day(self, slug: str) -> date:
        """The day by which a part was in print; the last of days where the record lacks it.

        That last day is never shown: a part that is not in print has no number and no reason but
        that, and a rule asks for the day of another part only if it is in print.
        """
        rows = self.record.rows(t.FIGURES)
        days = (row[KNOWN_ON] for row in rows if (row[0], row[1]) == (self.figure, slug))
        return date.fromisoformat(next(days, date.max.isoformat()))

    def missing(self, what: str) -> str:
        """The reason that something was not known by the day asked for, or is not on record."""
        known_on = self.record.known_on
        return f"not known by {known_on}: {what}" if known_on else f"not on record: {what}"

    def printed_day(self, slug: str) -> date | None:
        """The day a part prints, if it prints one whole."""
        claim = self.printed.get(slug)
        day = read_partial_day(claim.printed) if claim else None
        if day is None or None in (day.year, day.month, day.day):
            return None
        return date(*(int(number or 0) for number in day))

    def document(self, slug: str) -> str:
        """The document that prints a part; empty where the record has no such row."""
        return self.printed[slug].document if slug in self.printed else ""

    def printed_number(self, slug: str) -> int | None:
        """The number a part prints."""
        claim = self.printed.get(slug)
        return read_number(claim.printed) if claim else None

    def state(self, name: str) -> str:
        """The code of the state of this name; a name the register does not know stays a name."""
        try:
            return self.record.register.find(name.removeprefix("the ")).id
        except UnknownState:
            return name.casefold()

    def cite(self, *slugs: str) -> tuple[Cite, ...]:
        """The printed parts as facts, for a part that rests on them."""
        return tuple(self.printed[slug].cite for slug in slugs if slug in self.printed)

    def number(
        self,
        slug: str,
        found: Range | None,
        because: str,
        cites: Iterable[Cite],
        given: Iterable[str] = (),
        of_itself: bool = False,
        shown: str = "",
    ) -> Part:
        """A part that prints a number, held against the numbers possible by the record."""
        over = slug in self.printed and qualifier_of(self.printed[slug]) == OVER
        if found == Range(0, None):
            found = None  # no more than nothing is known

        def agrees(text: str) -> bool | None:
            printed = read_number(text)
            if printed is None or found is None:
                return None
            return exceeds(found, printed) if over else equals(found, printed)

        numbers = "" if found is None else str(found)
        facts = tuple(cites)
        told = because if found or facts else self.missing(because)
        return self._part(slug, agrees, shown or numbers, told, facts, given, of_itself)

    def date(
        self,
        slug: str,
        found: date | None,
        because: str,
        cites: Iterable[Cite],
        given: Iterable[str] = (),
        shown: str = "",
    ) -> Part:
        """A part that prints a day, a month or a year, held against the day of the record."""

        def agrees(text: str) -> bool | None:
            printed = read_partial_day(text)
            return None if printed is None or found is None else printed.includes(found)

        day = "" if found is None else found.isoformat()
        facts = tuple(cites)
        told = because if found or facts else self.missing(because)
        return self._part(slug, agrees, shown or day, told, facts, given)

    def names(
        self,
        slug: str,
        found: Iterable[str] | None,
        because: str,
        cites: Iterable[Cite],
        given: Iterable[str] = (),
        resolve: Callable[[str], str] = str.casefold,
    ) -> Part:
        """A part that prints names, held against those of the record; no names are no answer."""
        listed = tuple(found or ())

        def agrees(text: str) -> bool | None:
            return read_names(text, resolve) == frozenset(map(resolve, listed)) if listed else None

        facts = tuple(cites)
        told = because if listed or facts else self.missing(because)
        return self._part(slug, agrees, ", ".join(listed), told, facts, given)

    def words(
        self,
        slug: str,
        found: str | None,
        because: str,
        cites: Iterable[Cite],
        given: Iterable[str] = (),
        of_itself: bool = False,
    ) -> Part:
        """A part that prints words, held against those of the record."""

        def agrees(text: str) -> bool | None:
            return None if found is None else text.casefold() == found.casefold()

        facts = tuple(cites)
        told = because if found or facts else self.missing(because)
        return self._part(slug, agrees, found or "", told, facts, given, of_itself)

    def open(self, slug: str, because: str, cites: Iterable[Cite] = ()) -> Part:
        """A part of which the record can say nothing, and what is missing."""
        return self._part(slug, lambda _: None, "", because, tuple(cites))

    def _part(
        self,
        slug: str,
        agrees: Agrees,
        shown: str,
        because: str,
        cites: tuple[Cite, ...],
        given: Iterable[str] = (),
        of_itself: bool = False,
    ) -> Part:
        claim = self.printed.get(slug)
        if claim is None:
            return Part(slug, None, (), "", Verdict.CANNOT_SAY, self._not_in_print(), ())
        beside = tuple(self.printed[each] for each in given if each in self.printed)
        verdict, aside = self._verdict(claim, agrees, cites, of_itself)
        told = "; ".join(each for each in (because, aside) if each)
        return Part(slug, claim, beside, shown, verdict, told, cites)

    def _not_in_print(self) -> str:
        known_on = self.record.known_on
        if known_on is None:
            return "what a document prints here is not on record"
        return f"not in print by {known_on}, as far as the record goes"

    def _verdict(
        self, claim: PrintedFigure, agrees: Agrees, cites: tuple[Cite, ...], of_itself: bool
    ) -> tuple[Verdict, str]:
        text, lost = text_of(claim)
        answer = agrees(text) if text else None
        if answer is None:
            return Verdict.CANNOT_SAY, "" if text else "the numeral is lost in the copy read"
        if not is_independent(claim, cites, of_itself):
            return Verdict.CANNOT_SAY, OWN_WORD
        verdict = Verdict.CONFIRMED if answer else Verdict.DIFFERS
        asides = (lost, "" if of_itself else self._same_publisher(claim, cites))
        return verdict, "; ".join(aside for aside in asides if aside)

    def _same_publisher(self, claim: PrintedFigure, cites: tuple[Cite, ...]) -> str:
        own = self.record.source(claim.document).publisher
        others = {self.record.source(cite.source).publisher for cite in cites}
        return f"all of it by the same publisher, {own}" if others == {own} else ""
