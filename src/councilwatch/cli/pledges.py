"""Who pledged what, and what it means for a ballot: `bound`, `supporters`, `explain`."""

from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from councilwatch.cli.options import (
    AsJson,
    AsKnown,
    Folder,
    choose,
    find_state,
    find_vote,
    open_record,
    read_day,
    show,
    show_json,
    usage_error,
)
from councilwatch.codes.catalogue import CODES, findings
from councilwatch.codes.finding import Finding
from councilwatch.record.draft import DecidedBy, Draft
from councilwatch.record.record import Record

if TYPE_CHECKING:
    from councilwatch.world.states import State

CodeName = Annotated[str, typer.Option(help=f"One of {', '.join(CODES)}.")]


def bound_command(
    state: Annotated[str, typer.Argument(help="ISO 3166 code or name.")],
    on: Annotated[str, typer.Option("--on", metavar="DATE", help="The day asked about.")],
    code: CodeName = "act",
    as_json: AsJson = False,
    as_known: AsKnown = None,
    folder: Folder = None,
) -> None:
    """Say whether a state had endorsed a code on a day, and from which source that is known."""
    from councilwatch.press.body import standing_body
    from councilwatch.press.standing import make_standing
    from councilwatch.press.text import standing_text

    record = open_record(folder, as_known)
    name = choose(code, list(CODES), "code")
    standing = make_standing(record, find_state(record, state), name, read_day(on))
    if as_json:
        show_json(standing_body(record, standing))
    else:
        show(standing_text(record, standing))


def supporters_command(
    on: Annotated[str | None, typer.Option("--on", metavar="DATE", help="Default: today.")] = None,
    code: CodeName = "act",
    as_json: AsJson = False,
    as_known: AsKnown = None,
    folder: Folder = None,
) -> None:
    """List the supporters of a code on a day, Members and observers apart."""
    from councilwatch.press.body import supporters_body
    from councilwatch.press.standing import make_supporters
    from councilwatch.press.text import supporters_text

    record = open_record(folder, as_known)
    day = read_day(on) if on is not None else date.today()  # noqa: DTZ011 - the door may read the clock
    supporters = make_supporters(record, choose(code, list(CODES), "code"), day)
    if as_json:
        show_json(supporters_body(record, supporters))
    else:
        show(supporters_text(record, supporters))


def explain_command(
    symbol: Annotated[str, typer.Argument(help="Such as S/2023/792.")],
    state: Annotated[str, typer.Argument(help="ISO 3166 code or name.")],
    code: Annotated[
        str | None, typer.Option(help=f"One of {', '.join(CODES)}; default all.")
    ] = None,
    reading: Annotated[str | None, typer.Option(help="text or workshop.")] = None,
    crimes: Annotated[str | None, typer.Option(help="Who answers 'against the crimes'.")] = None,
    credible: Annotated[str | None, typer.Option(help="Who answers 'credible'.")] = None,
    as_json: AsJson = False,
    as_known: AsKnown = None,
    folder: Folder = None,
) -> None:
    """Explain what each code says of one ballot, with every reason and its source."""
    from councilwatch.press.body import explain_body
    from councilwatch.press.text import explain_text

    record = open_record(folder, as_known)
    draft = find_vote(record, symbol)
    member = find_state(record, state)
    if code is not None:
        choose(code, list(CODES), "code")
    found = [f for f in findings(record, draft, code) if f.ballot.state == member.id]
    if not found:
        usage_error(_no_ballot(record, draft, member))
    found = _read_as(found, reading, crimes, credible)
    if as_json:
        show_json(explain_body(record, draft, member.id, found))
        return
    narrowed = reading or crimes or credible
    show(explain_text(record, found, found if narrowed else _one_of_each(found)))
    if not narrowed:
        show("\nOne tree per clause and result; others with --reading, --crimes, --credible.")


def _no_ballot(record: Record, draft: Draft, state: "State") -> str:
    name, on = state.name_on(draft.day), f"on {draft.vote} ({draft.day})"
    if state.id not in record.members_on(draft.day):
        return f"{name} cast no ballot {on}: it was not a member of the Council."
    if draft.decided_by is DecidedBy.WITHOUT_VOTE:
        return f"Nobody cast a ballot {on}: the text was adopted without a vote."
    return f"The record does not have the members' ballots {on}."


def _read_as(
    found: list[Finding], reading: str | None, crimes: str | None, credible: str | None
) -> list[Finding]:
    for asked, part in ((reading, "conduct"), (crimes, "crimes"), (credible, "credible")):
        if asked is not None:
            possible = sorted({getattr(f.reading, part) for f in found} - {""})
            choose(asked, possible, f"way to read this ({part})")
            found = [f for f in found if getattr(f.reading, part) in (asked, "")]
    return found


def _one_of_each(found: list[Finding]) -> list[Finding]:
    """The first finding of each clause with each result, so that none is shown alone."""
    first: dict[tuple[str, str], Finding] = {}
    for finding in found:
        first.setdefault((finding.clause, finding.verdict.value), finding)
    clauses = dict.fromkeys(clause for clause, _ in first)
    return [finding for clause in clauses for (c, _), finding in first.items() if c == clause]
