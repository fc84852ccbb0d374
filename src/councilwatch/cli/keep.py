"""Keeping the record: `check`, `import`, `release`, `verify`."""

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from councilwatch.cli.options import (
    AsJson,
    Folder,
    choose,
    open_record,
    read_day,
    show,
    show_json,
    usage_error,
)
from councilwatch.record.fault import DataError, Fault
from councilwatch.record.place import record_folder

FINDING = 1
SOURCES = ("sciences-po",)


def check_command(as_json: AsJson = False, folder: Folder = None) -> None:
    """Check the record: seats, ballots, tallies, outcomes, sources, keys; exit code 3 at fault."""
    from councilwatch.record.checks import check

    place = record_folder(folder)
    faults = check(place)
    if as_json:
        show_json({"faults": [_fault_body(fault) for fault in faults]})
    if faults:
        raise DataError(faults)
    if not as_json:
        record = open_record(place)
        show(f"No fault: {len(record.drafts)} votes, every ballot by a member, every row sourced.")


def import_command(
    source: Annotated[str, typer.Argument(help=f"One of {', '.join(SOURCES)}.")],
    file: Annotated[Path, typer.Argument(help="The source's file.")],
    known_on: Annotated[
        str | None, typer.Option(metavar="DATE", help="Day the changes are known from; else today.")
    ] = None,
    part: Annotated[bool, typer.Option("--part", help="Allow a part of the collection.")] = False,
    as_json: AsJson = False,
    folder: Folder = None,
) -> None:
    """Take votes from a source's file into the record: all, or none if anything is wrong."""
    from councilwatch.fetch.sciences_po.reader import read_votes
    from councilwatch.record.merge import take_votes

    choose(source, SOURCES, "source")
    day = read_day(known_on) if known_on else date.today()  # noqa: DTZ011 - the door may read the clock
    merge = take_votes(record_folder(folder), read_votes(file, whole=not part), day)
    body = {"added": merge.added, "superseded": merge.superseded, "unchanged": merge.unchanged}
    if as_json:
        show_json(body)
        return
    for what, numbers in body.items():
        show(f"{what}: " + ", ".join(f"{count} {table}" for table, count in numbers.items()))


def release_command(
    out: Annotated[Path, typer.Argument(help="A new folder.")],
    as_json: AsJson = False,
    folder: Folder = None,
) -> None:
    """Freeze facts, outcomes and findings into a folder that anyone can verify."""
    from councilwatch.cli.progress import track
    from councilwatch.press.release import ReleaseExists, write_release
    from councilwatch.record.manifest import release_print

    try:
        write_release(open_record(folder), out, track)
    except ReleaseExists as error:
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
