"""Votes and the states that cast them: `votes`, `vote`, `state`."""

from typing import Annotated

import typer

from councilwatch.cli.options import (
    AsJson,
    AsKnown,
    Folder,
    choose,
    find_state,
    find_votes,
    open_record,
    read_day,
    show,
    show_json,
)
from councilwatch.record.draft import Draft, Outcome, tally
from councilwatch.record.record import Record

Day = Annotated[str | None, typer.Option(metavar="DATE")]


def votes_command(
    outcome: Annotated[
        str | None, typer.Option(help="adopted, vetoed or 'short of votes'.")
    ] = None,
    on: Annotated[str | None, typer.Option(metavar="DATE", help="Of one day.")] = None,
    since: Day = None,
    until: Day = None,
    situation: Annotated[str | None, typer.Option(help="Such as syria.")] = None,
    member: Annotated[str | None, typer.Option(help="Sat on the Council that day.")] = None,
    as_json: AsJson = False,
    as_known: AsKnown = None,
    folder: Folder = None,
) -> None:
    """List votes, oldest first; --until is the first day left out."""
    from councilwatch.press.body import votes_body

    record = open_record(folder, as_known)
    drafts = _chosen(record, outcome, (on, since, until), situation, member)
    body = votes_body(record, drafts)
    if as_json:
        show_json(body)
        return
    _show_votes(record, drafts)
    outcomes = ", ".join(f"{name} {count}" for name, count in body["outcomes"].items())
    show(f"{body['count']} votes ({outcomes or 'none'}). Counted: {body['counting_unit']}.")
    if body["vetoed_by"]:
        show("Vetoed by: " + ", ".join(f"{who} {n}" for who, n in body["vetoed_by"].items()))
        show("By member: " + ", ".join(f"{who} {n}" for who, n in body["vetoes"].items()))
        show(body["vetoes_and_the_act_code"])
    show(body["complete"])


def _chosen(
    record: Record,
    outcome: str | None,
    days: tuple[str | None, str | None, str | None],
    situation: str | None,
    member: str | None,
) -> list[Draft]:
    drafts = list(record.drafts.values())
    if outcome is not None:
        wanted = Outcome(choose(outcome, [o.value for o in Outcome], "outcome"))
        drafts = [d for d in drafts if record.decision(d).outcome is wanted]
    on, since, until = days
    if on is not None:
        day = read_day(on)
        drafts = [d for d in drafts if d.day == day]
    if since is not None:
        first = read_day(since)
        drafts = [d for d in drafts if d.day >= first]
    if until is not None:
        end = read_day(until)
        drafts = [d for d in drafts if d.day < end]
    if situation is not None:
        known = sorted(set(record.situations.values()))
        name = choose(situation.casefold(), known, "situation in the record")
        drafts = [d for d in drafts if record.situations.get(d.vote) == name]
    if member is not None:
        code = find_state(record, member).id
        drafts = [d for d in drafts if code in record.members_on(d.day)]
    return drafts


def _show_votes(record: Record, drafts: list[Draft]) -> None:
    from councilwatch.cli.table import show_table

    rows = []
    for draft in drafts:
        decision = record.decision(draft)
        ballots = record.ballots(draft)
        by = " ".join(decision.vetoed_by)
        count = str(tally(ballots)) if ballots else draft.decided_by.value
        rows.append((draft.day.isoformat(), draft.vote, decision.word, by, count, draft.title[:70]))
    show_table(("day", "vote", "outcome", "vetoed by", "tally", "title"), rows)


def vote_command(
    symbol: Annotated[str, typer.Argument(help="Such as S/2016/846.")],
    as_json: AsJson = False,
    as_known: AsKnown = None,
    folder: Folder = None,
) -> None:
    """Show who voted how on one text, what came of it and why."""
    record = open_record(folder, as_known)
    drafts = find_votes(record, symbol)
    if as_json:
        from councilwatch.press.body import vote_body

        bodies = [vote_body(record, draft) for draft in drafts]
        show_json(bodies[0] if len(bodies) == 1 else bodies)
        return
    from councilwatch.press.ballots import vote_text

    show("\n\n".join(vote_text(record, draft) for draft in drafts))


def state_command(
    state: Annotated[str, typer.Argument(help="ISO 3166 code or name.")],
    as_json: AsJson = False,
    as_known: AsKnown = None,
    folder: Folder = None,
) -> None:
    """Show one state: its names, terms on the Council, endorsements and votes."""
    from councilwatch.press.profile import make_profile, profile_body, profile_text

    record = open_record(folder, as_known)
    profile = make_profile(record, find_state(record, state))
    if as_json:
        show_json(profile_body(record, profile))
    else:
        show(profile_text(record, profile))
