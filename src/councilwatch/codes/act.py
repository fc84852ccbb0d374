"""The ACT Code of Conduct of 2015, operative paragraphs 1 and 2 (A/70/621-S/2015/978).

It binds every state that has endorsed it and sits on the Council, permanent or elected. The Code
leaves the judgement of a situation to each endorsing state (explanatory note), so whether a draft
acts against the crimes, and whether it is credible, is always answered by somebody named.
"""

from councilwatch.codes.clause import Clause, supports
from councilwatch.codes.contested import CREDIBLE
from councilwatch.codes.finding import Verdict
from councilwatch.codes.judgement import Asked, Heard
from councilwatch.record.draft import Ballot, Cast, Draft
from councilwatch.record.record import Record

TEXT = "text"
"""The words of the Code: support action, and do not vote against a credible draft."""
WORKSHOP = "workshop"
"""The organisers' reading of 29 March 2017: endorsing states should also not abstain."""


def _op1(record: Record, draft: Draft, conduct: str) -> Asked:
    """
    Pledge to support timely and decisive action by the Security Council aimed at preventing or
    ending the commission of genocide, crimes against humanity or war crimes.
    """
    return _support_by_vote if conduct == WORKSHOP else _support


def _support(ballot: Ballot) -> Heard:
    if ballot.cast is Cast.YES:
        return Verdict.KEPT, "a yes is support"
    # OP1 does not say that support is given by a vote; OP2 is the pledge about votes.
    return None, "OP1 does not say how support is shown, so a vote alone does not tell"


def _support_by_vote(ballot: Ballot) -> Heard:
    if ballot.cast is Cast.YES:
        return Verdict.KEPT, "a yes is support"
    return Verdict.FELL_SHORT, "this reading expects support by vote"


def _op2(record: Record, draft: Draft, conduct: str) -> Asked:
    """
    Pledge in particular not to vote against a credible draft resolution before the Security
    Council on timely and decisive action to end the commission of genocide, crimes against
    humanity or war crimes, or to prevent such crimes.
    """
    return _nor_abstain if conduct == WORKSHOP else _not_against


def _not_against(ballot: Ballot) -> Heard:
    if ballot.cast is Cast.NO:
        return Verdict.BROKEN, "OP2 asks not to vote against"
    return Verdict.KEPT, "OP2 asks not to vote against, and nothing more"


def _nor_abstain(ballot: Ballot) -> Heard:
    if ballot.cast in (Cast.YES, Cast.NO):
        return _not_against(ballot)
    return Verdict.FELL_SHORT, "this reading expects a state not to abstain either"


_bound = supports("act")

OP1 = Clause(
    id="act.op1",
    code="act",
    about="Support timely and decisive action against the crimes.",
    bound=_bound,
    asked=_op1,
    conducts=(TEXT, WORKSHOP),
    credible=tuple(CREDIBLE),
)
OP2 = Clause(
    id="act.op2",
    code="act",
    about="Do not vote against a credible draft resolution against the crimes.",
    bound=_bound,
    asked=_op2,
    conducts=(TEXT, WORKSHOP),
    credible=tuple(CREDIBLE),
)
CLAUSES = (OP1, OP2)
