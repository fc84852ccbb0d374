"""`export`: the record in the formats its users speak."""

import hashlib
import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from councilwatch.cli.options import (
    CUT_OFF,
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

STDOUT = Path("-")


class Written(NamedTuple):
    """What is told of a file that was written."""

    name: str
    size: int
    sha256: str


def export_command(
    name: Annotated[str, typer.Option("--format", help=f"{', '.join(NAMES)}, or {ALL}.")],
    output: Annotated[
        Path | None,
        typer.Option("-o", "--output", help="File or new folder; - prints; else named for you."),
    ] = None,
    as_json: AsJson = False,
    as_known: AsKnown = None,
    folder: Folder = None,
) -> None:
    """Write the record in a format others read: whole, or not at all; nothing is sent."""
    from councilwatch.press.export.catalogue import FORMATS, STEM
    from councilwatch.press.export.contents import read_contents
    from councilwatch.press.placing import FolderExists
    from councilwatch.record.commit import NotAFile

    choose(name, (*NAMES, ALL), "format")
    form = FORMATS.get(name)
    place = output or (form.default if form else Path(f"{STEM}-export"))
    try:
        _check_place(form, place, as_json)  # told before the work, not after it
        contents = read_contents(open_record(folder, as_known))
        written = _one(form, contents, place) if form else _every(contents, place)
    except FolderExists as error:
        usage_error(str(error))
    except NotAFile as error:
        usage_error(f"{error}.")
    if as_json:
        show_json(_body(contents, name, place, written))
    elif place == STDOUT:
        sys.stderr.write(f"councilwatch: {_told(contents, written)}\n")
    else:
        show(f"Written: {place}\n{_told(contents, written)}")


def _check_place(form: "Format | None", place: Path, as_json: bool) -> None:
    """Stops where the export cannot go; raises `FolderExists` or `NotAFile`."""
    from councilwatch.press.placing import check_free
    from councilwatch.record.commit import file_place

    if place == STDOUT:
        _check_printing(form, as_json)
    elif form is None or not form.ending:
        check_free(place)
    else:
        file_place(place)


def _check_printing(form: "Format | None", as_json: bool) -> None:
    if form is None or not form.is_text:
        what = "file" if form and form.ending else "new folder"
        of_what = f"the format {form.name}" if form else "all formats together"
        usage_error(f"-o - prints one text; {of_what} cannot be printed: name a {what} after -o.")
    if as_json:
        usage_error("-o - prints the export and --json what was written: take one of the two.")


def _one(form: "Format", contents: "Contents", place: Path) -> list[Written]:
    """Writes one format: a new folder, or its file last of those that belong together."""
    from councilwatch.press.export.catalogue import placed
    from councilwatch.press.export.parquet import NotInstalled
    from councilwatch.press.placing import write_folder
    from councilwatch.record.commit import write_together

    try:
        files = form.make(contents, place.stem)
    except NotInstalled as error:
        sys.stderr.write(f"councilwatch: {error}\n")
        raise typer.Exit(ENVIRONMENT) from error
    if not form.ending:
        write_folder(place, files)
        return [_written(name, content) for name, content in files.items()]
    if place == STDOUT:
        _print(*files.values())
    else:
        write_together(placed(form, files, place))
    return [_written(path.name, made) for path, made in placed(form, files, place).items()]


def _print(content: bytes) -> None:
    """Prints the very bytes of a file, whatever the terminal takes for text."""
    left = memoryview(content)
    try:
        while left:  # an output without a buffer may take a part at a time
            left = left[sys.stdout.buffer.write(left) :]
        sys.stdout.flush()
    except BrokenPipeError:
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115 - see show
        raise typer.Exit(CUT_OFF) from None


def _every(contents: "Contents", place: Path) -> list[Written]:
    """Writes every format that can be made here, each in a folder below one new folder."""
    from councilwatch.press.placing import write_folder

    written: list[Written] = []
    write_folder(place, _made(contents, written))
    return written


def _made(contents: "Contents", written: list[Written]) -> Iterator[tuple[str, bytes]]:
    """The files of every format, made when their turn comes, and noted."""
    from councilwatch.cli.progress import track
    from councilwatch.press.export.catalogue import FORMATS, below
    from councilwatch.press.export.parquet import NotInstalled

    for form in track(list(FORMATS.values()), "Formats"):
        try:
            files = below([(form, form.make(contents))])
        except NotInstalled as error:
            sys.stderr.write(f"councilwatch: left out: {error}\n")
            continue
        written += [_written(name, content) for name, content in files.items()]
        yield from files.items()


def _written(name: str, content: bytes) -> Written:
    return Written(name, len(content), hashlib.sha256(content).hexdigest())


def _told(contents: "Contents", written: Sequence[Written]) -> str:
    size = sum(file.size for file in written)
    known = contents.as_known or contents.stamp
    word = "file" if len(written) == 1 else "files"
    return f"{len(written)} {word}, {size:,} bytes, as known on {known}."


def _body(
    contents: "Contents", name: str, place: Path, written: Sequence[Written]
) -> dict[str, object]:
    return {
        "format": name,
        "output": str(place),
        "as_known": contents.as_known.isoformat() if contents.as_known else None,
        "newest_row": contents.stamp,
        "files": {file.name: {"bytes": file.size, "sha256": file.sha256} for file in written},
    }
