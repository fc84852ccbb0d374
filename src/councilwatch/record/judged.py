"""What the record says about drafts beyond the votes: assessments, sponsors, situations."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from councilwatch.record import make
from councilwatch.record import tables as t
from councilwatch.record.cite import Cite
from councilwatch.record.history import SOURCE
from councilwatch.record.shelf import Shelf
from councilwatch.world.period import Period

if TYPE_CHECKING:  # imported where first needed: one command in ten judges a draft
    from councilwatch.record.assessment import Assessment, Assessor, Sponsors


class Judged(Shelf):
    """The part of a record about drafts, where the record does not speak in its own voice."""

    @cached_property
    def assessments(self) -> "Mapping[str, list[Assessment]]":
        """What named assessors said, by vote."""
        from councilwatch.record.make_judgements import make_assessment

        by_vote: defaultdict[str, list[Assessment]] = defaultdict(list)
        for assessment in self.made(make_assessment, self.rows(t.ASSESSMENTS)):
            by_vote[assessment.vote].append(assessment)
        return by_vote

    @cached_property
    def assessors(self) -> "Mapping[str, Assessor]":
        """The named assessors, by id."""
        from councilwatch.record.make_judgements import make_assessor

        assessors = self.made(make_assessor, self.rows(t.ASSESSORS))
        return {assessor.id: assessor for assessor in assessors}

    @cached_property
    def sponsors(self) -> "Mapping[str, Sponsors]":
        """Who put a draft forward, where the record says so."""
        from councilwatch.record.make_judgements import make_sponsors

        with self.as_it_stands():
            return {row[0]: make_sponsors(row) for row in self.rows(t.SPONSORS)}

    @property
    def complete(self) -> Period | None:
        """The latest span of days of which the record has every vote, as far as is known."""
        spans = [held for held, _ in self._coverage if held.start]
        return max(spans, key=lambda held: held.start or date.min, default=None)

    def complete_on(self, day: date) -> Cite | None:
        """The fact that the record has every vote of the day; `None` if it does not."""
        return next((cite for held, cite in self._coverage if day in held), None)

    @cached_property
    def _coverage(self) -> tuple[tuple[Period, Cite], ...]:
        return tuple(
            (make.make_period(start, end), Cite(f"coverage/{of}/{start}", source))
            for of, start, end, extent, _, _, source, _ in self.rows(t.COVERAGE)
            if of == t.DRAFTS.name and extent == "complete"
        )

    @cached_property
    def situations(self) -> Mapping[str, str]:
        """The situation a vote was about, where the record says so."""
        return {row[0]: row[1] for row in self._situation_rows.values()}

    def situation_name(self, key: str | None) -> str:
        """What a situation is called; "not on record" without one."""
        if not key:
            return "not on record"
        rows = self.rows_of(t.SITUATIONS, key)
        return next((row[1] for row in rows), key)

    @cached_property
    def _situation_rows(self) -> Mapping[str, Sequence[str]]:
        return {row[0]: row for row in self.rows(t.DRAFT_SITUATIONS)}

    @cached_property
    def amends(self) -> Mapping[str, str]:
        """The text an amendment was moved to, by the vote on the amendment."""
        return {row[0]: row[1] for row in self.rows(t.AMENDMENTS)}

    def situation_cites(self, votes: Iterable[str]) -> tuple[Cite, ...]:
        """Where it stands which situations these votes were about, as far as it does."""
        rows = (self._situation_rows[vote] for vote in votes if vote in self._situation_rows)
        return tuple(Cite(f"draft_situations/{row[0]}", row[SOURCE]) for row in rows)
