"""What a file holds, by its first bytes; a ZIP archive with one CSV file in it is opened."""

import codecs
import errno
import lzma
import shutil
import struct
import zipfile
import zlib
from pathlib import Path

from councilwatch.fetch.catalogue import MEGABYTE, Origin
from councilwatch.record.fault import DataError, Fault

RATIO = 100
"""The most times an archive's file may be larger than it is packed."""
ZIP, GZIP = b"PK\x03\x04", b"\x1f\x8b"
DAMAGED = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    struct.error,
    EOFError,
    NotImplementedError,  # a way of packing Python does not know, such as Deflate64
    RuntimeError,  # a file that is locked with a password
    ValueError,
    OSError,  # what bzip2 raises at a wrong byte, and a place before the start of the file
)
"""What opening and unpacking an archive may raise if it is damaged, or not for us."""
MARKS = {
    b"%PDF": "a PDF document",
    GZIP: "packed by gzip; unpack it first",
    b"PK\x05\x06": "an empty ZIP archive",
    b"\xd0\xcf\x11\xe0": "a spreadsheet or document of an office program; save it as CSV",
    b"BZh": "packed by bzip2; unpack it first",
    b"\xfd7zXZ": "packed by xz; unpack it first",
    b"SQLite format 3": "a database",
}


def usable(path: Path, origin: Origin, folder: Path) -> Path:
    """The file as text that may be read: itself, or what the archive it is holds.

    Raises `DataError` in one sentence if it is something else, or larger than the source may be.
    """
    size = path.stat().st_size
    if size > origin.limit:
        raise _refused(path, f"has {size / MEGABYTE:.1f} MB, {_limit(origin)}")
    with path.open("rb") as file:
        start = file.read(1024)
    if start.startswith(ZIP):
        return _unpacked(path, origin, folder)
    what = next((name for mark, name in MARKS.items() if start.startswith(mark)), None)
    if what is None and _is_markup(start):
        what = "a web page (HTML) or XML; the address may be that of a page about the file"
    if what is not None:
        raise _refused(path, f"is not {_expected(origin)} but {what}")
    if start.removeprefix(codecs.BOM_UTF8).lstrip().startswith((b"{", b"[")):
        raise _refused(path, f"is JSON, not {_expected(origin)}")
    return path


def _is_markup(start: bytes) -> bool:
    plain = start.removeprefix(codecs.BOM_UTF8).lstrip().lower()
    return plain.startswith((b"<!doctype", b"<html", b"<head", b"<?xml", b"<!--", b"<body"))


def _unpacked(path: Path, origin: Origin, folder: Path) -> Path:
    try:
        with zipfile.ZipFile(path) as archive:
            inside = _the_one_csv(path, archive)
            _check_declared(path, inside, origin)
            target = folder / "unpacked.csv"
            with archive.open(inside) as packed, target.open("wb") as file:
                shutil.copyfileobj(packed, file)  # gives no more than the size declared
            return target
    except DAMAGED as error:
        if isinstance(error, OSError) and error.errno not in (None, errno.EINVAL):
            raise  # the disk is at fault, not the archive
        raise _refused(path, f"is a ZIP archive that cannot be opened: {error}") from error


def _the_one_csv(path: Path, archive: zipfile.ZipFile) -> zipfile.ZipInfo:
    inside = [info for info in archive.infolist() if not info.is_dir()]
    if len(inside) != 1 or not inside[0].filename.casefold().endswith(".csv"):
        raise _refused(path, f"is a ZIP archive of {len(inside)} files, not of one CSV file")
    return inside[0]


def _check_declared(path: Path, inside: zipfile.ZipInfo, origin: Origin) -> None:
    if inside.file_size > origin.limit:
        size = f"{inside.file_size / MEGABYTE:.1f} MB"
        raise _refused(path, f"is a ZIP archive of a file of {size}, {_limit(origin)}")
    if inside.file_size > inside.compress_size * RATIO:
        raise _refused(path, f"is a ZIP archive packed more than {RATIO} times, which no table is")


def _expected(origin: Origin) -> str:
    return "CSV" if origin.expects == "csv" else "text"


def _limit(origin: Origin) -> str:
    return f"more than the {origin.limit / MEGABYTE:g} MB allowed"


def _refused(path: Path, reason: str) -> DataError:
    return DataError([Fault(path.name, 0, f"{reason}.")])
