"""Fingerprints of a frozen folder, row by row, and checking them with nothing but the folder."""

import csv
import hashlib
import io
import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

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
    present = {p.relative_to(folder).as_posix() for p in folder.rglob("*") if not _is_folder(p)}
    faults += [Fault(name, 0, "the file is missing.") for name in sorted(set(named) - present)]
    unknown = present - set(named) - {MANIFEST}
    faults += [Fault(name, 0, "the file was added.") for name in sorted(unknown)]
    for name in sorted(present & set(named)):
        try:
            content = (folder / name).read_bytes()
        except OSError as error:
            faults.append(Fault(name, 0, f"the file cannot be read: {error.strerror}."))
            continue
        if fingerprint(content) != named[name]:
            faults += _changes(name, recorded.get(name, []), content)
    return faults


def _is_folder(path: Path) -> bool:
    return path.is_dir() and not path.is_symlink()


def _named(folder: Path) -> dict[str, str]:
    try:
        named = json.loads((folder / MANIFEST).read_bytes())["files"]
        return {str(name): str(digest) for name, digest in named.items()}
    except FileNotFoundError as error:
        reason = f"this is no release: {folder} has no such file."
        raise DataError([Fault(MANIFEST, 0, reason)]) from error
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        reason = f"this is no release: {type(error).__name__}: {error}."
        raise DataError([Fault(MANIFEST, 0, reason)]) from error


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
    try:
        with (folder / ROWS).open(encoding="utf-8", newline="") as file:
            for name, line, key, digest in csv.reader(file):
                recorded.setdefault(name, []).append((line, key, digest))
    except FileNotFoundError:
        return {}, []  # told as missing, like any other file
    except (OSError, ValueError, csv.Error) as error:
        return {}, [Fault(ROWS, 0, f"the fingerprints of the rows cannot be read: {error}.")]
    return recorded, []


def _changes(name: str, recorded: Sequence[Print], content: bytes) -> list[Fault]:
    """The rows that differ; one that changed in its place is told as altered."""
    if name == ROWS:
        return [Fault(name, 0, "the fingerprints of rows were altered.")]
    present = list(_row_prints(content))
    gone = {line: key for line, key, _ in _without(recorded, present)}
    new = {line: key for line, key, _ in _without(present, recorded)}
    told = [(line, f"the row was altered: {gone[line]}.") for line in gone if line in new]
    told += [(line, f"the row is missing: {key}.") for line, key in gone.items() if line not in new]
    told += [(line, f"the row was added: {key}.") for line, key in new.items() if line not in gone]
    faults = [Fault(name, int(line), why) for line, why in told]
    return faults or [Fault(name, 0, "the rows are the same but stand in another order or form.")]


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
