"""Everything on record of one situation: texts, what bodies and members said, what followed."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from textwrap import fill
from typing import Any

from councilwatch.press.body import cite_body
from councilwatch.record.assembly import AssemblyResolution, EmergencySession, VetoFollowUp
from councilwatch.record.draft import Draft
from councilwatch.record.explanation import Explanation
from councilwatch.record.printed import Coverage, Extent
from councilwatch.record.record import Record
from councilwatch.record.situation import (
    Body,
    SecretaryGeneralAct,
    Situation,
    SituationAssessment,
)

WIDTH = 100
TABLES = ("draft_situations", "situation_assessments", "secretary_general_acts", "explanations")
"""The tables a dossier is made of whose gaps its readers should know of."""


@dataclass(frozen=True, slots=True)
class Dossier:
    """One situation with all that points to it, each list oldest first."""

    situation: Situation
    drafts: tuple[Draft, ...]
    assessments: tuple[SituationAssessment, ...]
    acts: tuple[SecretaryGeneralAct, ...]
    explanations: tuple[Explanation, ...]
    sessions: tuple[EmergencySession, ...]
    resolutions: tuple[AssemblyResolution, ...]
    follow_ups: tuple[VetoFollowUp, ...]
    gaps: tuple[Coverage, ...]
    """What the tables it is made of do not have."""


def make_dossier(record: Record, situation: Situation) -> Dossier:
    """Everything the record has on a situation."""
    of, here = record.situations, situation.id
    drafts = (d for d in record.drafts.values() if of.get(d.vote) == here)
    about = tuple(sorted(drafts, key=lambda d: (d.day, d.vote)))
    place = {draft.vote: number for number, draft in enumerate(about)}
    said = [a for a in record.all(SituationAssessment) if a.situation == here]
    stated = [e for e in record.all(Explanation) if e.vote in place]
    resolved = [r for r in record.all(AssemblyResolution) if r.situation == here]
    return Dossier(
        situation,
        about,
        tuple(sorted(said, key=lambda a: a.day)),
        tuple(act for act in record.all(SecretaryGeneralAct) if act.situation == here),
        tuple(sorted(stated, key=lambda e: place[e.vote])),
        tuple(s for s in record.all(EmergencySession) if s.situation == here),
        tuple(sorted(resolved, key=lambda r: r.day)),
        tuple(f for f in record.all(VetoFollowUp) if f.vote in place),
        tuple(c for c in record.all(Coverage) if c.of in TABLES and _matters(c, about)),
    )


def _matters(coverage: Coverage, drafts: tuple[Draft, ...]) -> bool:
    """Whether a table lacks something of the time in which these texts were put to the vote."""
    if coverage.extent is Extent.COMPLETE:
        return False
    first = drafts[0].day if drafts else date.min
    return coverage.held.end is None or first < coverage.held.end


def dossier_text(record: Record, dossier: Dossier) -> str:
    """The dossier as text; what the record does not have is told, not left out."""
    parts = [
        _head(record, dossier),
        _section("Put to the vote", _draft_lines(record, dossier)),
        _section("What bodies said", _assessment_lines(record, dossier)),
        _section("Brought to the Council by the Secretary-General", _act_lines(dossier)),
        _section("Grounds members stated", _explanation_lines(dossier)),
        _section("The General Assembly", _assembly_lines(dossier)),
        _section("What may be missing", _gap_lines(dossier)),
    ]
    return "\n\n".join(parts)


def dossier_body(record: Record, dossier: Dossier) -> dict[str, Any]:
    """The dossier as JSON."""
    situation = dossier.situation
    return {
        "situation": situation.id,
        "name": situation.name,
        "start": _iso(situation.held.start),
        "end": _iso(situation.held.end),
        "states": list(situation.states),
        "drafts": [
            {
                "vote": d.vote,
                "day": d.day.isoformat(),
                "outcome": record.decision(d).word,
                "vetoed_by": list(record.decision(d).vetoed_by),
            }
            for d in dossier.drafts
        ],
        **{
            name: [_value_body(record, value) for value in getattr(dossier, name)]
            for name in ("assessments", "acts", "explanations", "sessions", "resolutions")
        },
        "follow_ups": [_value_body(record, value) for value in dossier.follow_ups],
        "may_be_missing": [{"table": each.of, "note": each.note} for each in dossier.gaps],
    }


def _value_body(record: Record, value: Any) -> dict[str, Any]:
    """A value of the record by column, with its source."""
    names = (name for name in value.__dataclass_fields__ if name not in ("TABLE", "cite"))
    said = {name: _plain(getattr(value, name)) for name in names}
    return {**said, "source": cite_body(record, value.cite)}


def _plain(cell: Any) -> Any:
    if isinstance(cell, date):
        return cell.isoformat()
    return getattr(cell, "value", cell)


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _head(record: Record, dossier: Dossier) -> str:
    situation = dossier.situation
    start, end = situation.held.start, situation.held.end
    span = f"{f'from {start}' if start else 'no start on record'}, "
    span += f"to before {end}" if end else "no end on record"
    where = ", ".join(record.name_of(s, dossier_day(dossier)) for s in situation.states)
    note = f"\n{fill(situation.note, WIDTH)}" if situation.note else ""
    return f"{situation.name} ({situation.id}), {span}\nWhere: {where or 'not on record'}{note}"


def dossier_day(dossier: Dossier) -> date:
    """The day whose names of states a dossier uses: that of its latest text."""
    return dossier.drafts[-1].day if dossier.drafts else date.max


def _section(title: str, lines: Iterator[str]) -> str:
    found = list(lines)
    return "\n".join([f"{title}:", *(found or ["  nothing on record"])])


def _draft_lines(record: Record, dossier: Dossier) -> Iterator[str]:
    for draft in dossier.drafts:
        decision = record.decision(draft)
        by = f" by {' '.join(decision.vetoed_by)}" if decision.vetoed_by else ""
        yield f"  {draft.day}  {draft.vote}  {decision.word}{by}"


def _assessment_lines(record: Record, dossier: Dossier) -> Iterator[str]:
    names = {body.id: body.name for body in record.all(Body)}
    for each in dossier.assessments:
        crime = each.crime.value.replace("-", " ")
        head = f"{each.day}  {names.get(each.body, each.body)}, {each.document}, {each.locator}"
        yield f"  {head}: {crime} ({each.stage.value})"
        yield _quoted(each.quote)


def _act_lines(dossier: Dossier) -> Iterator[str]:
    for act in dossier.acts:
        yield f"  {act.day}  {act.kind}, {act.document} ({act.basis.value.replace('-', ' ')})"
        if act.quote:
            yield _quoted(act.quote)


def _explanation_lines(dossier: Dossier) -> Iterator[str]:
    for each in dossier.explanations:
        ground = each.ground.value.replace("-", " ")
        where = "; ".join(part for part in (each.document, each.locator) if part)
        yield fill(f"  {each.vote}  {each.state}: {ground} ({where})", WIDTH)
        yield _quoted(each.quote)


def _assembly_lines(dossier: Dossier) -> Iterator[str]:
    for session in dossier.sessions:
        until = session.closed or "adjourned only"
        yield f"  {session.convened} to {until}  emergency special session {session.number}"
    for each in dossier.resolutions:
        count = f" {each.yes}-{each.no}-{each.abstain}" if each.yes is not None else ""
        yield f"  {each.day}  {each.document}{count}  {each.title}"
    for follow_up in dossier.follow_ups:
        debate = follow_up.debate_day or "not on record"
        report = follow_up.report or "not on record"
        yield f"  {follow_up.vote}  debate {debate}, special report {report}"


def _gap_lines(dossier: Dossier) -> Iterator[str]:
    for each in dossier.gaps:
        since = f"{each.held.start} to {each.held.end or 'today'}"
        yield fill(f"  {each.of}, {since}: {each.note}", WIDTH, subsequent_indent="    ")


def _quoted(words: str) -> str:
    return fill(f"“{words}”", WIDTH, initial_indent="      ", subsequent_indent="      ")
