"""The ACT Code of Conduct of 2015, operative paragraphs 1 and 2 (A/70/621-S/2015/978).

It binds every state that has endorsed it and sits on the Council, permanent or elected. The Code
leaves the judgement of a situation to each endorsing state (explanatory note), so whether a draft
acts against the crimes, and whether it is credible, is always answered by somebody named.
"""

from functools import cache

from councilwatch.codes.clause import Clause, supports
from councilwatch.codes.contested import CREDIBLE
from councilwatch.codes.finding import Verdict
from councilwatch.codes.judgement import Asked
from councilwatch.record.draft import Cast

TEXT = "text"
"""The words of the Code: support action, and do not vote against a credible draft."""
WORKSHOP = "workshop"
"""The organisers' reading of 29 March 2017: endorsing states should also not abstain."""

_bound = supports("act")

NOT_IN_FAVOUR = (Cast.ABSTAIN, Cast.ABSENT, Cast.NOT_PARTICIPATING, Cast.NOT_VOTING)


@cache
def _op1(conduct: str) -> Asked:
    """
    Pledge to support timely and decisive action by the Security Council aimed at preventing or
    ending the commission of genocide, crimes against humanity or war crimes.
    """
    yes = {Cast.YES: (Verdict.KEPT, "voted yes: support")}
    others = (Cast.NO, *NOT_IN_FAVOUR)
    if conduct == WORKSHOP:
        short = {c: (Verdict.FELL_SHORT, f"{_did(c)}: no support by vote") for c in others}
        return {**yes, **short}
    # OP1 does not say that support is given by a vote; OP2 is the pledge about votes.
    silent = {c: (None, f"{_did(c)}: OP1 does not say how support is shown") for c in others}
    return {**yes, **silent}


@cache
def _op2(conduct: str) -> Asked:
    """
    Pledge in particular not to vote against a credible draft resolution before the Security
    Council on timely and decisive action to end the commission of genocide, crimes against
    humanity or war crimes, or to prevent such crimes.
    """
    settled = {
        Cast.YES: (Verdict.KEPT, "voted yes: did not vote against"),
        Cast.NO: (Verdict.BROKEN, "voted no: voted against"),
    }
    if conduct == WORKSHOP:
        short = (Verdict.FELL_SHORT, "this reading expects a state not to abstain either")
        return {**settled, **{c: (short[0], f"{_did(c)}: {short[1]}") for c in NOT_IN_FAVOUR}}
    return {**settled, **{c: (Verdict.KEPT, f"{_did(c)}: not against") for c in NOT_IN_FAVOUR}}


def _did(cast: Cast) -> str:
    words = {Cast.ABSTAIN: "abstained", Cast.NO: "voted no", Cast.ABSENT: "was absent"}
    return words.get(cast, "did not vote")


OP1 = Clause(
    id="act.op1",
    code="act",
    about="Support timely and decisive action against the crimes.",
    bound=_bound,
    asked=lambda _record, _draft, conduct: _op1(conduct),
    conducts=(TEXT, WORKSHOP),
)
OP2 = Clause(
    id="act.op2",
    code="act",
    about="Do not vote against a credible draft resolution against the crimes.",
    bound=_bound,
    asked=lambda _record, _draft, conduct: _op2(conduct),
    conducts=(TEXT, WORKSHOP),
    credible=tuple(CREDIBLE),
)
CLAUSES = (OP1, OP2)
