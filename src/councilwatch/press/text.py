"""The record and its findings as plain text for a terminal or a file."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from councilwatch.codes.catalogue import CODES
from councilwatch.codes.finding import Finding, Verdict
from councilwatch.codes.reason import Reason
from councilwatch.codes.wording import read_wording
from councilwatch.press.ballots import COUNTING_UNIT, LEGEND, marked
from councilwatch.press.reading_groups import group_rows
from councilwatch.press.scorecard import Line, Row, Scorecard
from councilwatch.press.standing import ANSWERS, Standing, Supporters
from councilwatch.record.assessment import Question
from councilwatch.record.cite import Cite
from councilwatch.record.draft import Cast
from councilwatch.record.record import Record

TRUTHS = {True: "yes", False: "no", None: "cannot say"}


def scorecard_text(scorecard: Scorecard) -> str:
    """The whole scorecard, one text after the other."""
    head = [
        scorecard.title,
        f"As of {scorecard.as_of}, method {scorecard.method}. Counted: {COUNTING_UNIT}.",
        scorecard.complete,
        scorecard.rule,
        LEGEND,
        "",
    ]
    lines = (short_line(line) for line in scorecard.lines)
    return "\n".join([*head, *lines, "", counts(scorecard)])


def counts(scorecard: Scorecard) -> str:
    """The totals of a scorecard as sentences."""
    by: dict[str, int] = {}
    for line in scorecard.lines:
        by[line.outcome] = by.get(line.outcome, 0) + 1
    told = ", ".join(f"{outcome} {number}" for outcome, number in sorted(by.items()))
    noun = "text" if len(scorecard.lines) == 1 else "texts"
    return f"{len(scorecard.lines)} {noun}: {told or 'none'}. {scorecard.vetoes}"


def short_line(line: Line) -> str:
    """One text in two lines: what became of it, and who did not vote for it."""
    tally = f" {line.tally}" if line.tally else ""
    head = f"{line.draft.day}  {line.draft.vote:<24} {line.outcome}{tally}"
    topic = line.situation or line.draft.title[:60]
    rest = "; ".join(part for part in (_cast(line, Cast.NO), _cast(line, Cast.ABSTAIN)) if part)
    told = "".join(f"\n              {part}" for part in (*_assessed(line), *_endorsers(line)))
    return f"{head}  [{topic}]\n            {rest or _nobody(line)}{told}"


def _nobody(line: Line) -> str:
    if line.tally is None:
        return line.draft.decided_by.value
    return "nobody voted against or abstained"


def _assessed(line: Line) -> Iterator[str]:
    """Who said whether the text acts against the crimes."""
    for each in line.assessments:
        if each.question is Question.CRIMES:
            name = line.assessors[each.assessor]
            yield f"against the crimes? {each.answer.value}, according to {name}"


def _endorsers(line: Line) -> Iterator[str]:
    """What OP2 of the ACT Code says of endorsers that did not vote for it, by reading."""
    for cast in (Cast.NO, Cast.ABSTAIN):
        marks = (mark for mark in line.marks if mark.cast is cast)
        states = {mark.state for mark in marks if mark.support["act"].answer}
        if states:
            rows = [row for row in line.rows if row.clause == "act.op2"]
            yield f"endorsers' {cast.value} ({' '.join(sorted(states))}), ACT Code OP2:"
            yield from (f"  {told}" for told in _by_reading(states, rows))


def _by_reading(states: set[str], rows: Sequence[Row]) -> Iterator[str]:
    """The settled verdicts on some members, readings that agree put together."""
    kept = (replace(row, verdicts=_only(states, row.verdicts)) for row in rows)
    for _, group, findings in group_rows(kept):
        if [verdict for verdict, _ in findings] == [Verdict.CANNOT_SAY]:
            continue
        told = "; ".join(_of(verdict, found, states) for verdict, found in findings)
        tests = f"crimes by {' or '.join(group.crimes)}, credible by {' or '.join(group.credible)}"
        yield f"{told}: {' or '.join(group.conducts)}, {tests}"
    yield "under any other reading: cannot say"


def _of(verdict: Verdict, found: Sequence[str], states: set[str]) -> str:
    return verdict.value if set(found) == states else f"{verdict.value} {' '.join(found)}"


def _only(
    states: set[str], verdicts: Mapping[Verdict, tuple[str, ...]]
) -> dict[Verdict, tuple[str, ...]]:
    found = {v: tuple(s for s in members if s in states) for v, members in verdicts.items()}
    return {verdict: members for verdict, members in found.items() if members}


def _cast(line: Line, cast: Cast) -> str:
    who = [marked(mark) for mark in line.marks if mark.cast is cast]
    return f"{cast.value}: {' '.join(who)}" if who else ""


def findings_text(line: Line) -> str:
    """What each code says under each reading, members by verdict."""
    parts = ["", f"What each code says of the ballots on {line.draft.vote}, {line.draft.day}"]
    for code in CODES.values():
        for clause in code.clauses:
            rows = [row for row in line.rows if row.clause == clause.id]
            parts += ["", f"{clause.id}: {clause.about}", *(_row_text(row) for row in rows)]
    return "\n".join(parts)


def _row_text(row: Row) -> str:
    reading = f"{row.conduct}; crimes by {row.crimes}"
    reading += f"; credible by {row.credible}" if row.credible else ""
    told = "; ".join(f"{verdict.value}: {' '.join(s)}" for verdict, s in row.verdicts.items())
    return f"  {reading:<66} {told}"


def explain_text(record: Record, found: Sequence[Finding], trees: Sequence[Finding]) -> str:
    """The verdict under every reading, then the trees of reasons asked for."""
    first = found[0]
    name = record.register[first.ballot.state].name_on(first.draft.day)
    cast, vote, day = first.ballot.cast.value, first.draft.vote, first.draft.day
    known = f" (as known on {record.known_on})" if record.known_on else ""
    lines = [f"{name}, ballot on {vote}, {day}: {cast}{known}.", ""]
    lines += [f"  {f.clause:<26} {f.reading!s:<66} {_verdict(f)}" for f in found]
    wording = read_wording(record.folder)
    told = ""
    for finding in trees:
        if finding.clause != told:
            told = finding.clause
            text = wording[told]
            lines += ["", f'{told}: "{text.quote}" ({text.paragraph}, {text.document})']
        lines += ["", f"{finding.clause}, {finding.reading}: {_verdict(finding)}"]
        lines += tree_lines(record, finding.reason)
    return "\n".join(lines)


def _verdict(finding: Finding) -> str:
    verdict = finding.verdict.value
    if len(finding.possible) > 1:
        verdict += f" ({' or '.join(v.value for v in finding.possible)})"
    if finding.bound.truth:
        return verdict
    return f"{verdict}; were it bound: {finding.if_bound.value}"


def tree_lines(record: Record, reason: Reason, indent: str = "  ") -> Iterator[str]:
    """A tree of reasons, one statement a line, each leaf with its source."""
    truth = "disputed" if reason.disputed else TRUTHS[reason.truth]
    yield f"{indent}[{truth}] {reason.says}"
    if not reason.parts:
        for cite in reason.cites:
            yield f"{indent}    {_cited(record, cite)}"
    for part in reason.parts:
        yield from tree_lines(record, part, indent + "  ")


def _cited(record: Record, cite: Cite) -> str:
    source = record.source(cite.source)
    place = f" {source.address}" if source.address else ""
    return f"<- {cite.fact}: {source.title}{place}"


def standing_text(record: Record, standing: Standing) -> str:
    """One state's standing in words, with its sources."""
    answer = ANSWERS[standing.support.answer]
    known = f", as known on {standing.as_known}" if standing.as_known else ""
    who = f"{standing.name} ({standing.state})"
    lines = [f"{who}, {standing.code}, on {standing.on}{known}: {answer}"]
    lines.append(f"  {standing.support.because}")
    lines += [f"  {_cited(record, cite)}" for cite in standing.support.cites]
    if standing.note:
        lines.append(f"  Note: {standing.note}.")
    return "\n".join(lines)


def supporters_text(record: Record, supporters: Supporters) -> str:
    """The supporters of a code on a day, with the printed counts beside our own."""
    members, observers = len(supporters.members), len(supporters.observers)
    word = "observer" if observers == 1 else "observers"
    known = (
        f"{supporters.code} on {supporters.on}: {members} Members and {observers} {word} by name"
    )
    lines = [f"{known}; {_distance(supporters)}"]
    for roll in supporters.printed:
        source = record.source(roll.cite.source)
        note = f" ({roll.note})" if roll.note else ""
        lines.append(
            f"Printed: {roll.total} on {roll.day}, '{roll.wording}'{note}. {source.title}."
        )
    names = {code: record.name_of(code, supporters.on) for code in supporters.members}
    lines += ["", "Members:", *(f"  {code}  {name}" for code, name in names.items())]
    lines.append("Observers:")
    lines += [f"  {code}  {record.name_of(code, supporters.on)}" for code in supporters.observers]
    return "\n".join(lines)


def _distance(supporters: Supporters) -> str:
    if supporters.short is None:
        unknown = len(supporters.unknown)
        return (
            f"of {unknown} Members the record cannot say, so no distance to any mark can be told."
        )
    return f"{supporters.short} short of {supporters.two_thirds} Members (two thirds of all)."
