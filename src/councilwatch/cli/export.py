"""`export`: the record in the formats its users speak."""

import hashlib
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from councilwatch.cli.options import (
    AsJson,
    AsKnown,
    Folder,
    choose,
    open_record,
    show,
    show_json,
    usage_error,
)

if TYPE_CHECKING:
    from councilwatch.press.export.catalogue import Format
    from councilwatch.press.export.contents import Contents

ENVIRONMENT = 4
ALL = "all"
NAMES = (
    "csv", "excel", "datapackage", "csvw", "parquet", "sqlite", "popolo", "jsonld", "ics", "atom",
)  # fmt: skip
"""The formats, named here too so that help need not import them."""

Files = Mapping[str, bytes]


def export_command(
    name: Annotated[str, typer.Option("--format", help=f"{', '.join(NAMES)}, or {ALL}.")],
    output: Annotated[
        Path | None, typer.Option("-o", "--output", help="File or new folder; else named for you.")
    ] = None,
    as_json: AsJson = False,
    as_known: AsKnown = None,
    folder: Folder = None,
) -> None:
    """Write the record in a format others read: whole, or not at all; nothing is sent."""
    from councilwatch.press.export.catalogue import FORMATS, STEM
    from councilwatch.press.export.contents import read_contents
    from councilwatch.press.placing import FolderExists, check_free

    choose(name, (*NAMES, ALL), "format")
    form = FORMATS.get(name)
    place = output or (form.default if form else Path(f"{STEM}-export"))
    try:
        if form is None or not form.ending:
            check_free(place)  # told before the work, not after it
        contents = read_contents(open_record(folder, as_known))
        files = _one(form, contents, place) if form else _every(contents, place)
    except FolderExists as error:
        usage_error(str(error))
    if as_json:
        show_json(_body(contents, name, place, files))
    else:
        show(f"Written: {place}\n{_told(contents, files)}")


def _one(form: "Format", contents: "Contents", place: Path) -> Files:
    """Writes one format: a new folder, or its file last of those that belong together."""
    from councilwatch.press.export.catalogue import placed
    from councilwatch.press.export.parquet import NotInstalled
    from councilwatch.press.placing import write_folder
    from councilwatch.record.commit import write_whole

    try:
        files = form.make(contents, place.stem)
    except NotInstalled as error:
        sys.stderr.write(f"councilwatch: {error}\n")
        raise typer.Exit(ENVIRONMENT) from error
    if not form.ending:
        write_folder(place, files)
        return files
    written = placed(form, files, place)
    for path, content in written.items():
        write_whole(path, content)
    return {path.name: content for path, content in written.items()}


def _every(contents: "Contents", place: Path) -> Files:
    """Writes every format that can be made here, each in a folder below one new folder."""
    from councilwatch.cli.progress import track
    from councilwatch.press.export.catalogue import FORMATS, below
    from councilwatch.press.export.parquet import NotInstalled
    from councilwatch.press.placing import write_folder

    made = []
    for form in track(list(FORMATS.values()), "Formats"):
        try:
            made.append((form, form.make(contents)))
        except NotInstalled as error:
            sys.stderr.write(f"councilwatch: left out: {error}\n")
    files = below(made)
    write_folder(place, files)
    return files


def _told(contents: "Contents", files: Files) -> str:
    size = sum(len(content) for content in files.values())
    known = contents.as_known or contents.stamp
    word = "file" if len(files) == 1 else "files"
    return f"{len(files)} {word}, {size:,} bytes, as known on {known}."


def _body(contents: "Contents", name: str, place: Path, files: Files) -> dict[str, object]:
    return {
        "format": name,
        "output": str(place),
        "as_known": contents.as_known.isoformat() if contents.as_known else None,
        "newest_row": contents.stamp,
        "files": {
            file: {"bytes": len(content), "sha256": hashlib.sha256(content).hexdigest()}
            for file, content in files.items()
        },
    }
