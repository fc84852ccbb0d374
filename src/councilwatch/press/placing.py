"""Folders written whole: a new folder holds all of its files, or it is not there at all."""

import errno
import os
import shutil
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path

from councilwatch.record.commit import sync_folder, write_durably


class FolderExists(Exception):
    """The folder to be written holds something already, or is no folder."""


def check_free(folder: Path) -> Path:
    """Where a new folder goes, links followed; raises `FolderExists` if anything stands there.

    Raises an error of the system where no folder can be made, because a file stands above it.
    """
    folder = Path(os.path.realpath(folder))
    if folder == Path.cwd():
        raise FolderExists(f"{folder} is the folder you are in; name a new one.")
    if folder.is_symlink() or (folder.exists() and not folder.is_dir()):
        raise FolderExists(f"{folder} is {_kind(folder)}, not a folder; name a new folder.")
    above = next(place for place in folder.parents if place.exists())
    if not above.is_dir():
        raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), str(above))
    if folder.exists() and any(folder.iterdir()):
        raise FolderExists(f"{folder} is not empty; a folder is never written over another.")
    return folder


def _kind(place: Path) -> str:
    if place.is_symlink():  # the others were followed
        return "a link that leads round in a circle"
    return "a file" if place.is_file() else "a device, a pipe or a socket"


def write_folder(folder: Path, files: Mapping[str, bytes] | Iterable[tuple[str, bytes]]) -> None:
    """Writes a new folder beside its place, waits until it is on the disk, and puts it there.

    Files that come one by one are made one by one: none has to be kept until the last is there.
    """
    folder = check_free(folder)
    named = files.items() if isinstance(files, Mapping) else files
    near = next(parent for parent in folder.parents if parent.is_dir())
    aside = Path(tempfile.mkdtemp(prefix=f".{folder.name}-", dir=near))
    try:
        for name, content in named:
            (aside / name).parent.mkdir(parents=True, exist_ok=True)
            write_durably(aside / name, content)
        for inner in (aside, *(path for path in aside.rglob("*") if path.is_dir())):
            inner.chmod(0o755)
            sync_folder(inner)
        folder.parent.mkdir(parents=True, exist_ok=True)
        aside.replace(folder)
        sync_folder(folder.parent)
    except BaseException:
        shutil.rmtree(aside, ignore_errors=True)
        raise
