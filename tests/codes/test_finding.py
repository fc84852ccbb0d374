"""A finding: the verdict agrees with its tree of reasons, and says what remains open."""

from datetime import date
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from councilwatch.codes.catalogue import CODES, findings
from councilwatch.codes.finding import Finding, Reading, Verdict, verdict_of
from councilwatch.codes.inquiry import Inquiry
from councilwatch.codes.reason import Reason
from councilwatch.record.draft import Ballot, Cast, DecidedBy, Draft

CLAUSES = [clause for code in CODES.values() for clause in code.clauses]

SETTLED = {
    Verdict.KEPT,
    Verdict.FELL_SHORT,
    Verdict.BROKEN,
    Verdict.NOT_ENGAGED,
    Verdict.NOT_BOUND,
}
CONTRARY = {Verdict.BROKEN, Verdict.FELL_SHORT}

DAY = date(2016, 10, 8)
DRAFT = Draft("S/1", "S/1", DAY, "", DecidedBy.VOTE, False, "", "", "", DAY, "by-hand")

reasons = st.sampled_from(
    (
        Reason("it is so", True),
        Reason("it is not so", False),
        Reason("the record does not say", None),
        Reason("assessors differ", None, disputed=True),
    )
)
conducts = st.sampled_from((None, Verdict.KEPT, Verdict.FELL_SHORT, Verdict.BROKEN))


@st.composite
def any_findings(draw):
    """A finding from any standing, any assessment and any conduct."""
    return Finding(
        "act.op2",
        Reading("text", "assessors", "assessors"),
        DRAFT,
        Ballot("FRA", Cast.NO),
        draw(reasons),
        draw(reasons),
        draw(conducts),
        "did something",
    )


def ends_of(finding):
    """Every verdict the finding could come to once what is unknown is answered, the long way."""
    bound, engaged = (
        [part] if part.truth is not None else [Reason("so", True), Reason("not so", False)]
        for part in (finding.bound, finding.engaged)
    )
    conduct = [finding.conduct] if finding.conduct else [Verdict.KEPT, Verdict.FELL_SHORT]
    return {verdict_of(*answers) for answers in product(bound, engaged, conduct)}


@given(any_findings())
def test_the_root_of_the_reasons_is_true_exactly_when_the_pledge_was_not_kept(finding):
    root = finding.reason.truth

    assert (root is True) == (finding.verdict in CONTRARY)


@given(any_findings())
def test_the_root_of_the_reasons_is_false_when_nothing_was_asked_or_it_was_kept(finding):
    root = finding.reason.truth

    if finding.verdict in SETTLED - CONTRARY:
        assert root is False


@given(any_findings())
def test_an_open_root_never_comes_with_a_settled_verdict(finding):
    root = finding.reason.truth

    if root is None:
        assert finding.verdict in {Verdict.DISPUTED, Verdict.CANNOT_SAY}


@given(any_findings())
def test_a_settled_finding_leaves_only_itself_possible_and_an_open_one_at_least_two(finding):
    left = finding.possible

    if finding.verdict in SETTLED:
        assert left == (finding.verdict,)
    else:
        assert len(left) >= 2


@given(any_findings())
def test_possible_is_every_verdict_that_answers_to_the_unknown_could_lead_to(finding):
    ends = ends_of(finding)

    assert set(finding.possible) == ends
    assert set(finding.possible) <= SETTLED


def test_what_is_disputed_and_what_is_open_besides_is_told_apart():
    bound = Reason("had endorsed the code", True)
    disputed = Reason("assessors differ", None, disputed=True)

    verdicts = [verdict_of(bound, disputed, c) for c in (Verdict.KEPT, Verdict.BROKEN, None)]

    assert verdicts == [Verdict.DISPUTED, Verdict.DISPUTED, Verdict.CANNOT_SAY]


@given(any_findings())
def test_a_finding_is_disputed_only_where_somebody_disputes_and_nothing_is_merely_unsaid(finding):
    open_parts = [p for p in (finding.bound, finding.engaged) if p.truth is None]

    disputed = finding.verdict is Verdict.DISPUTED

    if disputed:
        assert open_parts
        assert all(part.disputed for part in open_parts)


@given(any_findings())
def test_what_a_ballot_would_be_for_a_bound_state_does_not_depend_on_who_was_bound(finding):
    bound = finding._replace(bound=Reason("had endorsed the code", True))
    unbound = finding._replace(bound=Reason("had not endorsed the code", False))

    assert finding.if_bound is bound.verdict
    assert finding.if_bound is unbound.if_bound
    assert unbound.verdict is Verdict.NOT_BOUND


@given(any_findings())
def test_the_tree_holds_the_standing_the_assessment_and_the_ballot_with_its_place(finding):
    applied, did = finding.reason.parts

    assert applied.parts == (finding.bound, finding.engaged)
    cast = finding.ballot.cast.value
    assert did.says == f"'{cast}' is against what is asked: did something"
    assert [cite.fact for cite in did.cites] == ["ballots/S/1/FRA"]


@pytest.mark.parametrize("vote", ["S/2016/846", "S/2016/847", "S/2016/1026", "S/2023/792"])
def test_on_real_votes_verdict_reasons_and_what_is_possible_agree(record, vote):
    found = list(findings(record, record.drafts[vote]))

    roots = {finding: finding.reason.truth for finding in found}

    assert len(found) == 15 * 42
    assert all((root is True) == (f.verdict in CONTRARY) for f, root in roots.items())
    assert all(set(f.possible) == ends_of(f) for f in found)


@pytest.mark.parametrize(
    "vote", ["S/RES/1 (1946)", "S/2015/508", "S/2016/846", "S/2016/847", "S/2023/792"]
)
@pytest.mark.parametrize("clause", CLAUSES, ids=lambda clause: clause.id)
def test_the_members_listed_by_verdict_are_those_of_the_findings_one_by_one(record, clause, vote):
    draft = record.drafts[vote]
    one_by_one = {}
    for finding in clause.findings(record, draft):
        by_verdict = one_by_one.setdefault(finding.reading, {})
        by_verdict.setdefault(finding.verdict, set()).add(finding.ballot.state)

    listed = {each.reading: each.verdicts() for each in clause.judgements(Inquiry(record, draft))}

    assert {
        reading: {verdict: set(states) for verdict, states in by_verdict.items()}
        for reading, by_verdict in listed.items()
    } == one_by_one
    assert all(
        list(states) == sorted(states)
        for verdicts in listed.values()
        for states in verdicts.values()
    )


def test_no_verdict_word_says_that_a_state_violated_anything():
    words = {verdict.value for verdict in Verdict}

    assert words == {
        "kept",
        "fell short",
        "broken",
        "not engaged",
        "not bound",
        "disputed",
        "cannot say",
    }
