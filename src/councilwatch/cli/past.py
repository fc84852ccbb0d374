"""How the record came to say what it says: `history`."""

from typing import Annotated

import typer

from councilwatch.cli.options import (
    AsJson,
    AsKnown,
    Folder,
    open_record,
    show,
    show_json,
    usage_error,
)


def history_command(
    key: Annotated[
        str | None,
        typer.Argument(help="S/2016/846, ballots/S/2016/846/AGO, endorsements/act/RWA; else all."),
    ] = None,
    as_json: AsJson = False,
    as_known: AsKnown = None,
    folder: Folder = None,
) -> None:
    """Show every row ever on record of a fact; without a key, the log of corrections."""
    from councilwatch.press.chronicle import corrections_text, entries_body, history_text
    from councilwatch.record.chronicle import UnknownFact, corrections, history

    record = open_record(folder, as_known)
    try:
        entries = corrections(record) if key is None else history(record, key)
    except UnknownFact as error:
        usage_error(str(error))
    if as_json:
        show_json({"count": len(entries), "entries": entries_body(record, entries)})
    else:
        show((corrections_text if key is None else history_text)(record, entries))
