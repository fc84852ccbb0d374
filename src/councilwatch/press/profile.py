"""One state: its names, its terms on the Council, its endorsements, its ballots."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from councilwatch.codes.names import ACT_LAUNCH, CODE_NAMES
from councilwatch.press.body import draft_body, support_body
from councilwatch.press.standing import make_standing
from councilwatch.press.text import TRUTHS
from councilwatch.record.belonging import Affiliation, Candidacy, Group, RightsCouncilTerm
from councilwatch.record.draft import Cast, Draft, Outcome
from councilwatch.record.endorsement import Support
from councilwatch.record.record import Record
from councilwatch.world.affiliation import belonged
from councilwatch.world.council import Term
from councilwatch.world.states import State


@dataclass(frozen=True, slots=True)
class Profile:
    """What the record says of one state, up to the last day it speaks of."""

    state: State
    as_of: date
    terms: tuple[Term, ...]
    support: dict[str, Support]
    casts: dict[Cast, int]
    """How often it cast each ballot since 1946; counts, never a share or a score."""
    failed: tuple[tuple[Draft, Cast], ...]
    """Its ballots on texts vetoed or short of votes since the launch of the ACT Code."""
    groups: tuple[Group, ...]
    """The groups it belonged to on that day."""
    rights_council: tuple[RightsCouncilTerm, ...]
    candidacies: tuple[Candidacy, ...]


def make_profile(record: Record, state: State) -> Profile:
    """The profile of one state."""
    cast = [
        (draft, ballot.cast)
        for draft in record.drafts.values()
        for ballot in record.ballots(draft)
        if ballot.state == state.id
    ]
    last = max((draft.day for draft in record.drafts.values()), default=date.min)
    recent = ((draft, ballot) for draft, ballot in cast if draft.day >= ACT_LAUNCH)
    counts = Counter(ballot for _, ballot in cast)
    return Profile(
        state=state,
        as_of=last,
        terms=tuple(term for term in record.council.terms if term.state == state.id),
        support={c: make_standing(record, state, c, last).support for c in CODE_NAMES},
        casts={each: counts[each] for each in Cast if counts[each]},
        failed=tuple((d, c) for d, c in recent if _failed(record, d)),
        groups=_groups(record, state, last),
        rights_council=tuple(t for t in record.all(RightsCouncilTerm) if t.state == state.id),
        candidacies=tuple(c for c in record.all(Candidacy) if c.state == state.id),
    )


def _groups(record: Record, state: State, day: date) -> tuple[Group, ...]:
    """The groups a state is known to have belonged to on a day."""
    of_state = defaultdict(list)
    for each in record.all(Affiliation):
        if each.state == state.id:
            of_state[each.group].append(each)
    return tuple(g for g in record.all(Group) if belonged(of_state.get(g.id, ()), day))


def _failed(record: Record, draft: Draft) -> bool:
    return record.decision(draft).outcome in (Outcome.VETOED, Outcome.SHORT)


def profile_body(record: Record, profile: Profile) -> dict[str, Any]:
    """The profile as a JSON body."""
    state = profile.state
    return {
        "state": state.id,
        "m49": state.m49,
        "name": state.name_on(profile.as_of),
        "status": state.status.value,
        "as_of": profile.as_of.isoformat(),
        "names": [
            {"name": name.text, "start": _day(name.held.start), "end": _day(name.held.end)}
            for name in state.names
            if name.kind == "un_short" and name.language == "en"
        ],
        **_belongings_body(profile),
        "endorsed": {code: support_body(record, s) for code, s in profile.support.items()},
        "ballots": {cast.value: count for cast, count in profile.casts.items()},
        "failed_texts_since_launch": [
            {**draft_body(record, draft), "cast": cast.value} for draft, cast in profile.failed
        ],
    }


def _belongings_body(profile: Profile) -> dict[str, Any]:
    """The terms on both Councils, the candidacies and the groups."""
    return {
        "terms": [
            {
                "seat": term.seat.value,
                "start": _day(term.held.start),
                "end": _day(term.held.end),
                "represented_by": term.represented_by or None,
            }
            for term in profile.terms
        ],
        "groups": [{"group": g.id, "name": g.name, "kind": g.kind} for g in profile.groups],
        "human_rights_council": [
            {"start": _day(each.held.start), "end": _day(each.held.end)}
            for each in profile.rights_council
        ],
        "candidacies": [
            {
                "council": each.council,
                "term": each.term.isoformat(),
                "outcome": each.outcome.value,
                "votes": each.votes,
            }
            for each in profile.candidacies
        ],
    }


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def profile_text(record: Record, profile: Profile) -> str:
    """The profile as plain text."""
    state = profile.state
    lines = [f"{state.name_on(profile.as_of)} ({state.id}, M49 {state.m49}), {state.status.value}"]
    if state.successors:
        lines.append(f"  continued by, or part of, {' '.join(state.successors)} afterwards")
    lines += [f"  on the Council {term.held} as {term.seat.value} member" for term in profile.terms]
    lines += _belongings(profile)
    for code, support in profile.support.items():
        answer = f"bound: {TRUTHS[support.answer]}; {support.because}"
        lines.append(f"  {code}, {profile.as_of}: {answer}")
    if profile.casts:
        counts = ", ".join(f"{cast.value} {count}" for cast, count in profile.casts.items())
        lines.append(f"  ballots cast since 1946 (counts): {counts}")
    if profile.failed:
        lines += ["", f"Ballots on texts vetoed or short of votes since {ACT_LAUNCH}:"]
    for draft, cast in profile.failed:
        word = record.decision(draft).word
        what = f"{draft.vote:<24} {word:<14} {cast.value:<10} {draft.title[:50]}"
        lines.append(f"  {draft.day}  {what}")
    return "\n".join(lines)


def _belongings(profile: Profile) -> Iterator[str]:
    for term in profile.rights_council:
        yield f"  on the Human Rights Council {term.held}"
    for each in profile.candidacies:
        votes = f" with {each.votes} votes" if each.votes is not None else ""
        outcome = each.outcome.value.replace("-", " ")
        council = each.council.replace("-", " ")
        yield f"  candidate for the {council} from {each.term}: {outcome}{votes}"
    if profile.groups:
        names = "; ".join(group.name for group in profile.groups)
        yield f"  belonged on {profile.as_of} to: {names}"
