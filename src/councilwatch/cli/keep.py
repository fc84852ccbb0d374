"""Keeping the record: `check`, `release`, `verify`."""

from pathlib import Path
from typing import Annotated

import typer

from councilwatch.cli.options import (
    AsJson,
    AsKnown,
    Folder,
    open_record,
    read_day,
    show,
    show_json,
    usage_error,
)
from councilwatch.record.fault import DataError, Fault
from councilwatch.record.place import record_folder
from councilwatch.record.record import Record

FINDING = 1


def check_command(
    sources: Annotated[
        bool, typer.Option("--sources", help="Compare with independent sources too.")
    ] = False,
    as_json: AsJson = False,
    as_known: AsKnown = None,
    folder: Folder = None,
) -> None:
    """Check the record: seats, ballots, tallies, outcomes, sources, keys; exit code 3 at fault.

    With --sources: what other sources print of votes and seats, and exit code 1 if a difference
    is not declared, or is declared and does not occur.
    """
    from councilwatch.codes.checks import check_codes
    from councilwatch.record.checks import check

    place = record_folder(folder)
    faults = check(place, read_day(as_known) if as_known is not None else None)
    faults += check_codes(place)
    if as_json and (faults or not sources):
        show_json({"faults": [_fault_body(fault) for fault in faults]})
    if faults:
        raise DataError(faults)
    record = open_record(place, as_known)
    if not as_json:
        show(f"No fault: {len(record.drafts)} votes, every ballot by a member, every row sourced.")
    if sources:
        _check_sources(record, as_json)


def _check_sources(record: Record, as_json: bool) -> None:
    from councilwatch.press.reconciliation import reconciliation_body, reconciliation_text
    from councilwatch.record.reconcile import reconcile

    found = reconcile(record)
    if as_json:
        show_json({"faults": [], "sources": reconciliation_body(record, found)})
    else:
        show("\n" + reconciliation_text(record, found))
    if not all(each.is_settled for each in found):
        raise typer.Exit(FINDING)


def release_command(
    out: Annotated[Path, typer.Argument(help="A new folder.")],
    as_json: AsJson = False,
    as_known: AsKnown = None,
    folder: Folder = None,
) -> None:
    """Freeze facts, outcomes and findings into a folder that anyone can verify."""
    from councilwatch.cli.progress import track
    from councilwatch.press.placing import FolderExists
    from councilwatch.press.release import write_release
    from councilwatch.record.manifest import release_print

    try:
        write_release(open_record(folder, as_known), out, track)
    except FolderExists as error:
        usage_error(str(error))
    digest = release_print(out)
    if as_json:
        show_json({"folder": str(out), "sha256": digest})
    else:
        show(f"Released: {out}\nsha256 {digest}")


def verify_command(
    out: Annotated[Path, typer.Argument(help="A folder made by `release`.")],
    expect: Annotated[str | None, typer.Option(help="The sha256 printed at release.")] = None,
    as_json: AsJson = False,
) -> None:
    """Verify a release with nothing but its folder; name every row altered, missing or added."""
    from councilwatch.record.manifest import MANIFEST, release_print, verify

    faults = verify(out)
    digest = release_print(out)
    if expect is not None and digest != expect:
        faults.append(Fault(MANIFEST, 0, f"sha256 is {digest}, not {expect}."))
    if as_json:
        show_json({"sha256": digest, "faults": [_fault_body(fault) for fault in faults]})
    elif faults:
        show("\n".join(str(fault) for fault in faults))
    else:
        show(f"Verified: nothing altered, missing or added.\nsha256 {digest}")
    if faults:
        raise typer.Exit(FINDING)


def _fault_body(fault: Fault) -> dict[str, object]:
    return {"file": fault.file, "row": fault.row, "reason": fault.reason}
