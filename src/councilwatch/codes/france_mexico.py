"""The France/Mexico Political Declaration of 2015 on suspending the veto in mass atrocities.

It asks conduct of the permanent members only; other states support it without binding their own
votes. The trigger by fifty states and the exception for vital interests belong to French proposals
around it, not to the Declaration, and are not part of this rule.
"""

from functools import cache

from councilwatch.codes.clause import Clause, as_reason
from councilwatch.codes.finding import Verdict
from councilwatch.codes.judgement import Asked, Heard
from councilwatch.codes.reason import Reason, all_of
from councilwatch.record.cite import Cite
from councilwatch.record.draft import Ballot, Cast, Draft
from councilwatch.record.endorsement import Support
from councilwatch.record.record import Record
from councilwatch.world.council import Term

CODE = "france-mexico"


def _bound(record: Record, draft: Draft, state: str) -> Reason:
    if state not in record.council.permanent_on(draft.day):
        return _ELECTED
    term = record.members_on(draft.day)[state]
    return _permanent(term, record.support(CODE, state, draft.day))


@cache
def _permanent(term: Term, support: Support) -> Reason:
    seat = Cite(f"seats/{term.state}/{term.held.start}", term.source)
    return all_of("bound", Reason("is a permanent member", True, cites=(seat,)), as_reason(support))


_ELECTED = Reason(
    "is not a permanent member, and the Declaration asks nothing of others",
    False,
    cites=(Cite("codes/france-mexico", "gcr2p-code-page-2018"),),
)


def _suspension(record: Record, draft: Draft, conduct: str) -> Asked:
    """Collectively and voluntarily suspend the use of the veto in cases of mass atrocities."""
    vetoed_by = record.decision(draft).vetoed_by

    def asked(ballot: Ballot) -> Heard:
        if ballot.state in vetoed_by:
            return Verdict.BROKEN, "the Declaration asks not to use the veto, and this no was one"
        if ballot.cast is Cast.NO:
            return Verdict.KEPT, "the Declaration asks not to use the veto; this no was none"
        return Verdict.KEPT, "the Declaration asks not to use the veto"

    return asked


SUSPENSION = Clause(
    id="france-mexico.suspension",
    code=CODE,
    about="Permanent members do not use the veto in cases of mass atrocities.",
    bound=_bound,
    asked=_suspension,
    conducts=("text",),
)
CLAUSES = (SUSPENSION,)
