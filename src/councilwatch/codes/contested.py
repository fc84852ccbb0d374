"""The two contested questions, answered by named assessors or by named mechanical tests.

Nothing here is the project's own judgement: an assessor is a person, body or document in the
record, and a mechanical test looks only at recorded facts. Each is shown by name.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from councilwatch.codes.reason import Reason
from councilwatch.record.assessment import Answer, Assessment, Question
from councilwatch.record.cite import Cite
from councilwatch.record.draft import Cast, Draft
from councilwatch.record.record import Record
from councilwatch.world.council import Seat, votes_needed_on


@dataclass(frozen=True, slots=True)
class Test:
    """A named way to answer a contested question about a draft."""

    name: str
    question: Question
    about: str
    """What it looks at, in one sentence for readers."""
    answer: Callable[[Record, Draft], Reason]

    __test__ = False
    """Not a test case, whatever a test runner may think of the name."""


def by_assessors(question: Question) -> Callable[[Record, Draft], Reason]:
    """All named assessors on record: one voice decides, several that differ leave it disputed."""

    def answer(record: Record, draft: Draft) -> Reason:
        heard = [a for a in record.assessments.get(draft.vote, ()) if a.question is question]
        return _joined(record, question, heard)

    return answer


def _joined(record: Record, question: Question, heard: list[Assessment]) -> Reason:
    so, not_so = _ANSWERED[question]
    if not heard:
        return Reason(f"no named assessor on record says whether {so}", None)
    voices = tuple(_voice(record, assessment) for assessment in heard)
    cites = tuple(assessment.cite for assessment in heard)
    names = " and ".join(record.assessors[assessment.assessor].name for assessment in heard)
    answers = {assessment.answer for assessment in heard}
    if answers == {Answer.YES}:
        return Reason(f"according to {names}, {so}", True, False, cites, voices, "all")
    if answers == {Answer.NO}:
        return Reason(f"according to {names}, {not_so}", False, False, cites, voices, "all")
    return Reason(f"disputed or left open by {names} whether {so}", None, True, cites, voices)


def _voice(record: Record, assessment: Assessment) -> Reason:
    truth = {Answer.YES: True, Answer.NO: False, Answer.CONTESTED: None}[assessment.answer]
    name = record.assessors[assessment.assessor].name
    says = f"{name}, {assessment.day}: {assessment.answer.value} ({assessment.quote})"
    return Reason(says, truth, truth is None, (assessment.cite,))


_CRIMES = "genocide, crimes against humanity or war crimes"
_ANSWERED = {
    Question.CRIMES: (
        f"the draft acts against {_CRIMES}",
        f"the draft does not act against {_CRIMES}",
    ),
    Question.CREDIBLE: ("the draft is credible", "the draft is not credible"),
}


def _companion(record: Record, draft: Draft) -> Reason:
    """The answer given for this draft, or else for another of the day on the same situation."""
    own = by_assessors(Question.CRIMES)(record, draft)
    if own.truth is not None or own.disputed:
        return own
    others = [d for d in _others_of_the_day(record, draft) if _same_situation(record, draft, d)]
    answers = [(d, by_assessors(Question.CRIMES)(record, d)) for d in others]
    spoken = [(d, reason) for d, reason in answers if reason.truth is not None or reason.disputed]
    if not spoken:
        return Reason("no text of the day on this situation was assessed", None)
    truths = {reason.truth for _, reason in spoken}
    parts = tuple(Reason(f"{d.vote}: {r.says}", r.truth, r.disputed, r.cites) for d, r in spoken)
    votes = ", ".join(d.vote for d, _ in spoken)
    if len(truths) > 1 or None in truths:
        return Reason(f"taken from {votes}, where it is left open", None, True, (), parts)
    return Reason(f"taken from {votes}, voted on the same day", truths.pop(), False, (), parts)


def _others_of_the_day(record: Record, draft: Draft) -> list[Draft]:
    """The other texts put to the vote that day; a text and its amendments are no rivals."""
    text = record.amends.get(draft.vote, draft.vote)
    others = (d for d in record.on_day(draft.day) if d.vote != draft.vote)
    return [d for d in others if record.amends.get(d.vote, d.vote) != text]


def _same_situation(record: Record, draft: Draft, other: Draft) -> bool:
    here = record.situations.get(draft.vote)
    return here is not None and record.situations.get(other.vote) == here


def _as_tabled(record: Record, draft: Draft) -> Reason:
    return Reason("every draft put to the vote is taken as credible", True)


def _nine_yes(record: Record, draft: Draft) -> Reason:
    needed = votes_needed_on(draft.day)
    ballots = record.ballots(draft)
    if not ballots:
        return Reason("the record has no ballots on this draft", None)
    yes = sum(ballot.cast is Cast.YES for ballot in ballots)
    word = "at least" if yes >= needed else "fewer than"
    says = f"{yes} members voted for it, {word} the {needed} a decision needs"
    return Reason(says, yes >= needed, cites=(Cite(f"ballots/{draft.vote}", draft.source),))


def _no_rival(record: Record, draft: Draft) -> Reason:
    others = _others_of_the_day(record, draft)
    rivals = [d.vote for d in others if _same_situation(record, draft, d)]
    if rivals:
        says = f"another text on the same situation was voted on that day: {', '.join(rivals)}"
        return Reason(says, False, cites=record.situation_cites([draft.vote, *rivals]))
    complete = record.complete_on(draft.day)
    if complete is None:
        return Reason("the record does not have every text put to the vote that day", None)
    if not others:
        return Reason("no other text was put to the vote that day", True, cites=(complete,))
    votes = [draft.vote, *(d.vote for d in others)]
    if all(vote in record.situations for vote in votes):
        cites = (complete, *record.situation_cites(votes))
        return Reason("the other texts of the day were on other situations", True, cites=cites)
    return Reason("the record does not say whether the day's other texts were on the same", None)


def _elected_sponsor(record: Record, draft: Draft) -> Reason:
    sponsors = record.sponsors.get(draft.vote)
    if sponsors is None:
        return Reason("the record does not say who sponsored it", None)
    members = record.members_on(draft.day)
    seats = {s: members[s].seat for s in sponsors.states if s in members}
    elected = sorted(state for state, seat in seats.items() if seat is Seat.ELECTED)
    cites = (sponsors.cite,)
    if elected:
        return Reason(f"sponsored by elected members: {', '.join(elected)}", True, cites=cites)
    named = ", ".join(sponsors.states)
    if sponsors.complete:
        return Reason(f"sponsored by {named} only, no elected member", False, cites=cites)
    return Reason(f"{named} sponsored it; other sponsors are not on record", None, cites=cites)


CRIMES: Mapping[str, Test] = {
    test.name: test
    for test in (
        Test(
            "assessors",
            Question.CRIMES,
            "What the named assessors on record said of this draft; if they differ, disputed.",
            by_assessors(Question.CRIMES),
        ),
        Test(
            "same-day",
            Question.CRIMES,
            "Mechanical: what they said of this draft, or else of another text voted on the same "
            "day on the same situation, a text and its amendments apart.",
            _companion,
        ),
    )
}
"""The ways to answer whether a draft acts against the crimes, by name."""

CREDIBLE: Mapping[str, Test] = {
    test.name: test
    for test in (
        Test(
            "as-tabled",
            Question.CREDIBLE,
            "Mechanical, the widest: every draft put to the vote counts as credible.",
            _as_tabled,
        ),
        Test(
            "nine-yes",
            Question.CREDIBLE,
            "Mechanical: as many members voted for it as a decision needs.",
            _nine_yes,
        ),
        Test(
            "no-rival",
            Question.CREDIBLE,
            "Mechanical: no other text on the same situation was put to the vote that day, a text "
            "and its amendments apart.",
            _no_rival,
        ),
        Test(
            "elected-sponsor",
            Question.CREDIBLE,
            "Mechanical: at least one elected member sponsored it, where the record says so.",
            _elected_sponsor,
        ),
        Test(
            "assessors",
            Question.CREDIBLE,
            "What the named assessors on record said of this draft; if they differ, disputed.",
            by_assessors(Question.CREDIBLE),
        ),
    )
}
"""The ways to answer whether a draft was credible, by name."""
