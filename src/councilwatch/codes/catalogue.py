"""All codes, with their clauses, and the findings on any vote under every reading."""

from collections.abc import Iterator
from dataclasses import dataclass

from councilwatch.codes import act, france_mexico
from councilwatch.codes.clause import Clause
from councilwatch.codes.finding import Finding
from councilwatch.codes.inquiry import Inquiry
from councilwatch.codes.judgement import Judgement
from councilwatch.record.draft import Draft
from councilwatch.record.record import Record


@dataclass(frozen=True, slots=True)
class Code:
    """A code of conduct: a short name for commands, its full name, and its clauses."""

    id: str
    name: str
    clauses: tuple[Clause, ...]


CODES = {
    code.id: code
    for code in (
        Code(
            "act",
            "Code of Conduct regarding Security Council action against genocide, crimes against "
            "humanity or war crimes (ACT group, 2015)",
            act.CLAUSES,
        ),
        Code(
            "france-mexico",
            "Political Declaration on suspension of veto powers in cases of mass atrocity "
            "(France and Mexico, 2015)",
            france_mexico.CLAUSES,
        ),
    )
}
"""Every code that is a rule here, by its short name."""


def judgements(record: Record, draft: Draft, code: str | None = None) -> Iterator[Judgement]:
    """What every clause under every reading makes of the ballots on a draft."""
    inquiry = Inquiry(record, draft)
    for each in CODES.values():
        if code in (None, each.id):
            for clause in each.clauses:
                yield from clause.judgements(inquiry)


def findings(record: Record, draft: Draft, code: str | None = None) -> Iterator[Finding]:
    """Every finding on a draft: each clause, each reading, each ballot."""
    for judgement in judgements(record, draft, code):
        yield from judgement.findings()
