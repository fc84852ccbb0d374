"""Folders written whole: a new folder holds all of its files, or it is not there at all."""

import os
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path

from councilwatch.record.commit import write_durably


class FolderExists(Exception):
    """The folder to be written holds something already."""


def check_free(folder: Path) -> None:
    """Raises `FolderExists` if anything stands where a folder is to be written."""
    folder = folder.resolve()
    if folder == Path.cwd():
        raise FolderExists(f"{folder} is the folder you are in; name a new one.")
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise FolderExists(f"{folder} is not empty; a folder is never written over another.")


def write_folder(folder: Path, files: Mapping[str, bytes]) -> None:
    """Writes a new folder beside its place, waits until it is on the disk, and puts it there."""
    check_free(folder)
    folder = folder.resolve()
    near = next(parent for parent in folder.parents if parent.is_dir())
    aside = Path(tempfile.mkdtemp(prefix=f".{folder.name}-", dir=near))
    try:
        for name, content in files.items():
            (aside / name).parent.mkdir(parents=True, exist_ok=True)
            write_durably(aside / name, content)
        for inner in (aside, *(path for path in aside.rglob("*") if path.is_dir())):
            inner.chmod(0o755)
            _sync(inner)
        folder.parent.mkdir(parents=True, exist_ok=True)
        aside.replace(folder)
        _sync(folder.parent)
    except BaseException:
        shutil.rmtree(aside, ignore_errors=True)
        raise


def _sync(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
