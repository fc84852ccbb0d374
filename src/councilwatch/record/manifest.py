"""Fingerprints of a frozen folder, row by row, and checking them with nothing but the folder."""

import csv
import hashlib
import io
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path, PurePosixPath

from councilwatch.record.fault import DataError, Fault

MANIFEST = "manifest.json"
ROWS = "rows.csv"
ROW_COLUMNS = ("file", "line", "key", "sha256")
KEY_CELLS = 3
"""How many leading cells of a row are kept beside its fingerprint, to name it if it is gone."""


def fingerprint(content: bytes) -> str:
    """SHA-256 of some bytes, in hexadecimal."""
    return hashlib.sha256(content).hexdigest()


def make_manifest(files: Mapping[str, bytes], about: Mapping[str, object]) -> dict[str, bytes]:
    """The two files that let anyone verify the others: fingerprints of rows, and of files."""
    rows = io.StringIO()
    writer = csv.writer(rows, lineterminator="\n")
    writer.writerow(ROW_COLUMNS)
    for name in sorted(files):
        writer.writerows((name, *row) for row in _row_prints(files[name]))
    prints = rows.getvalue().encode()
    named = {
        name: fingerprint(content) for name, content in sorted({**files, ROWS: prints}.items())
    }
    manifest = json.dumps({**about, "files": named}, indent=1, sort_keys=True, ensure_ascii=False)
    return {ROWS: prints, MANIFEST: manifest.encode() + b"\n"}


def verify(folder: Path) -> list[Fault]:
    """Every row or file that was altered, removed or added since the folder was frozen."""
    named = _named(folder)
    recorded, faults = _recorded(folder)
    found = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*")}
    faults += [Fault(_shown(n), 0, "the file is missing.") for n in sorted(named.keys() - found)]
    faults += _added(found, {MANIFEST, *named})
    for name in sorted(found.keys() & {MANIFEST, *named}):
        faults += _compared(name, found[name], named.get(name), recorded.get(name, ()))
    return faults


def _added(found: Mapping[str, Path], named: Iterable[str]) -> Iterator[Fault]:
    """The files that are not named, and folders that hold nothing and nothing named is in."""
    inner = {parent.as_posix() for name in named for parent in PurePosixPath(name).parents}
    for name in sorted(found.keys() - {*named, *inner}):
        if not _is_folder(found[name]):
            yield Fault(_shown(name), 0, "the file was added.")
        elif not any(other.startswith(f"{name}/") for other in found):
            yield Fault(_shown(name), 0, "the folder was added.")
    for name in sorted(found.keys() & inner):
        if not _is_folder(found[name]):
            yield Fault(_shown(name), 0, f"the folder was altered: it is {_kind(found[name])}.")


def _compared(
    name: str, path: Path, digest: str | None, recorded: Sequence["Print"]
) -> list[Fault]:
    """How a file differs from what is named of it; without a digest only its kind is told."""
    if path.is_symlink() or not path.is_file():
        reason = f"the file was altered: it is {_kind(path)}, not a file."
        return [Fault(_shown(name), 0, reason)]
    if digest is None:
        return []
    try:
        content = path.read_bytes()
    except OSError as error:
        return [Fault(_shown(name), 0, f"the file cannot be read: {error.strerror}.")]
    return [] if fingerprint(content) == digest else _changes(name, recorded, content)


def _is_folder(path: Path) -> bool:
    return path.is_dir() and not path.is_symlink()


def _kind(path: Path) -> str:
    """What something is that is not the file or the folder it should be."""
    if path.is_symlink():
        return "a link"
    if path.is_dir():
        return "a folder"
    return "a file" if path.is_file() else "a device, a pipe or a socket"


def _shown(text: str) -> str:
    """A name or a key out of a folder one does not trust, without signs that steer a terminal."""
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in text)


def _named(folder: Path) -> dict[str, str]:
    """The fingerprints of the files by name; raises `DataError` where there are none to read."""
    if not folder.is_dir():
        there = f"{folder} is {_kind(folder)}" if folder.exists() else f"there is no {folder}"
        raise _no_release(f"{there}; a release is a folder")
    path = folder / MANIFEST
    if not path.exists():
        raise _no_release(f"{folder} has no such file")
    if not path.is_file():
        raise _no_release(f"it is {_kind(path)}, not a file")
    try:
        body = json.loads(path.read_bytes())
    except OSError as error:
        raise _no_release(f"the file cannot be read: {error.strerror}") from error
    except (ValueError, RecursionError) as error:
        raise _no_release("the file is not JSON") from error
    named = body.get("files") if isinstance(body, dict) else None
    if not isinstance(named, dict):
        raise _no_release('under "files", no file is named with its fingerprint')
    return {name: str(digest) for name, digest in named.items()}


def _no_release(why: str) -> DataError:
    return DataError([Fault(MANIFEST, 0, f"this is no release: {why}.")])


def release_print(folder: Path) -> str:
    """The one fingerprint that stands for a whole release: that of its manifest."""
    return fingerprint((folder / MANIFEST).read_bytes())


Print = tuple[str, str, str]
"""Line, key and fingerprint of a row."""


def _row_prints(content: bytes) -> Iterable[Print]:
    for line, text in enumerate(content.split(b"\n"), start=1):
        if text:
            yield str(line), _key(text), fingerprint(text)[:16]


def _key(text: bytes) -> str:
    """The start of a row, enough to know it by."""
    cells = text.decode("utf-8", "replace").split(",")[:KEY_CELLS]
    return " ".join("/".join(cells)[:120].split())


def _recorded(folder: Path) -> tuple[dict[str, list[Print]], list[Fault]]:
    """The fingerprints of rows by file; none, and why, if they cannot be read."""
    recorded: dict[str, list[Print]] = {}
    if not (folder / ROWS).is_file():
        return {}, []  # told as missing, or as no file, like any other
    try:
        with (folder / ROWS).open(encoding="utf-8", newline="") as file:
            rows = csv.reader(file)
            if next(rows, None) != list(ROW_COLUMNS):
                raise ValueError("another header")
            for name, line, key, digest in rows:
                recorded.setdefault(name, []).append((str(int(line)), key, digest))
    except (OSError, ValueError, csv.Error) as error:
        why = error.strerror if isinstance(error, OSError) else "they are not what was written"
        return {}, [Fault(ROWS, 0, f"the fingerprints of the rows cannot be read: {why}.")]
    return recorded, []


def _changes(name: str, recorded: Sequence[Print], content: bytes) -> list[Fault]:
    """The rows that differ; one that changed in its place is told as altered."""
    if name == ROWS:
        return [Fault(name, 0, "the fingerprints of rows were altered.")]
    shown = _shown(name)
    present = list(_row_prints(content))
    gone = {line: _shown(key) for line, key, _ in _without(recorded, present)}
    new = {line: _shown(key) for line, key, _ in _without(present, recorded)}
    told = [(line, f"the row was altered: {gone[line]}.") for line in gone if line in new]
    told += [(line, f"the row is missing: {key}.") for line, key in gone.items() if line not in new]
    told += [(line, f"the row was added: {key}.") for line, key in new.items() if line not in gone]
    faults = [Fault(shown, int(line), why) for line, why in told]
    return faults or [Fault(shown, 0, "the rows are the same but stand in another order or form.")]


def _without(rows: Sequence[Print], others: Sequence[Print]) -> list[Print]:
    """The rows whose fingerprint is not, or not often enough, among the others."""
    left: dict[str, int] = {}
    for _, _, digest in others:
        left[digest] = left.get(digest, 0) + 1
    found = []
    for row in rows:
        if left.get(row[2], 0):
            left[row[2]] -= 1
        else:
            found.append(row)
    return found
