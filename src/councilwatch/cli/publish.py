"""What goes out: `scorecard`, `card`, `post`."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from councilwatch.cli.options import (
    AsJson,
    AsKnown,
    Folder,
    choose,
    find_state,
    find_vote,
    find_votes,
    open_record,
    read_day,
    show,
    show_json,
    usage_error,
)
from councilwatch.cli.progress import track
from councilwatch.codes.names import ACT_LAUNCH
from councilwatch.press.scorecard import Scorecard, make_line, make_scorecard
from councilwatch.record.draft import Outcome
from councilwatch.record.record import Record

LAUNCH = ACT_LAUNCH.isoformat()


def scorecard_command(
    symbol: Annotated[str | None, typer.Argument(help="One text; else all of a period.")] = None,
    member: Annotated[str | None, typer.Option(help="Texts voted on while it sat.")] = None,
    since: Annotated[str, typer.Option(metavar="DATE", help="Else the Code's launch.")] = LAUNCH,
    out: Annotated[Path | None, typer.Option(help="Also write all forms here.")] = None,
    as_json: AsJson = False,
    as_known: AsKnown = None,
    folder: Folder = None,
) -> None:
    """Print the scorecard of the texts vetoed or short of votes, or of one text."""
    from councilwatch.press.body import scorecard_body
    from councilwatch.press.text import findings_text, scorecard_text

    record = open_record(folder, as_known)
    scorecard = _one(record, symbol) if symbol is not None else _period(record, since, member)
    if as_json:
        show_json(scorecard_body(record, scorecard))
    else:
        show(scorecard_text(scorecard))
        if symbol:
            show("\n".join(findings_text(line) for line in scorecard.lines))
    if out:
        _write(record, scorecard, out)


def _one(record: Record, symbol: str) -> Scorecard:
    drafts = find_votes(record, symbol)
    return make_scorecard(record, drafts, f"Scorecard of {symbol}", "Listed: the text asked for.")


def _period(record: Record, since: str, member: str | None) -> Scorecard:
    first = read_day(since)
    code = find_state(record, member).id if member is not None else None
    failed = (Outcome.VETOED, Outcome.SHORT)
    drafts = [
        draft
        for draft in record.drafts.values()
        if draft.day >= first
        and record.decision(draft).outcome in failed
        and (code is None or code in record.members_on(draft.day))
    ]
    who = f" while {code} was a member" if code else ""
    rule = (
        f"Listed: every text put to the vote since {first} that was vetoed or fell short of votes"
        f"{who}, whatever it was about."
    )
    tracked = track(drafts, "Findings")
    return make_scorecard(record, tracked, f"Security Council scorecard since {first}{who}", rule)


def _write(record: Record, scorecard: Scorecard, out: Path) -> None:
    from councilwatch.press.files import scorecard_files
    from councilwatch.record.commit import commit, written_alone

    out.mkdir(parents=True, exist_ok=True)
    files = scorecard_files(record, scorecard)
    with written_alone(out):
        commit(out, files)
    for name in files:
        sys.stderr.write(f"Written: {out / name}\n")


def card_command(
    symbol: Annotated[str, typer.Argument(help="Such as S/2016/846.")],
    output: Annotated[Path, typer.Option("-o", "--output", help="A .png or .svg file.")],
    as_json: AsJson = False,
    as_known: AsKnown = None,
    folder: Folder = None,
) -> None:
    """Draw the share picture of one text, 1200 by 630, and print its text alternative."""
    from councilwatch.press.card import to_png
    from councilwatch.press.files import card_of
    from councilwatch.record.commit import write_whole

    if output.suffix not in (".png", ".svg"):
        usage_error(f"'{output.name}' must end in .png or .svg.")
    record = open_record(folder, as_known)
    card = card_of(record, make_line(record, find_vote(record, symbol)))
    write_whole(output, to_png(card.svg) if output.suffix == ".png" else card.svg.encode())
    if as_json:
        show_json({"file": str(output), "alt": card.alt, "content_hash": card.content_hash})
    else:
        show(f"Written: {output}\n{card.alt}")


def post_command(
    symbol: Annotated[str, typer.Argument(help="Such as S/2016/846.")],
    network: Annotated[str, typer.Option("--for", help="x, bluesky or mastodon.")],
    link: Annotated[str | None, typer.Option(help="Default: the document at the UN.")] = None,
    as_json: AsJson = False,
    as_known: AsKnown = None,
    folder: Folder = None,
) -> None:
    """Write a post on one text that fits the network; nothing is sent."""
    from councilwatch.press.length import Network, length
    from councilwatch.press.post import link_to, make_post

    names = {each.name.lower(): each for each in Network}
    place = names[choose(network, list(names), "network")]
    record = open_record(folder, as_known)
    line = make_line(record, find_vote(record, symbol))
    if link is not None and not link.startswith(("https://", "http://")):
        usage_error(f"'{link[:60]}' is no link; it must start with https:// or http://.")
    try:
        text = make_post(line, place, link or link_to(line, record))
    except ValueError as error:
        usage_error(str(error))
    if as_json:
        counted = length(text, place)
        show_json({"network": network, "text": text, "length": counted, "limit": place.limit})
    else:
        show(text)
