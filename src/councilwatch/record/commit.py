"""Several files written as one: after a crash the folder holds all of the new ones or none.

The new files are written beside the old ones, then a list of them is put in place by one rename:
that is the moment of commitment. Moving them over the old files can be repeated at any time, so a
process killed before the rename leaves the old record, and one killed after it the new. Readers
move nothing: while the list stands they read the new files where they are.

Writers hold the folder's lock alone and readers share it, so that nobody reads a mixture.
"""

import fcntl
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

PENDING = ".pending"
"""Folder of files on their way in."""
LIST = "committed.txt"
"""Names of the files that are to replace those of the record; there only meanwhile."""


@contextmanager
def written_alone(folder: Path) -> Iterator[None]:
    """Keeps other writers and all readers of a folder waiting; finishes a broken-off commit."""
    handle = lock(folder, fcntl.LOCK_EX)
    try:
        recover(folder)
        yield
    finally:
        os.close(handle)


def lock(folder: Path, kind: int = fcntl.LOCK_SH) -> int:
    """Locks a folder, shared with other readers or alone; closing the handle lets go."""
    handle = os.open(folder, os.O_RDONLY)
    fcntl.flock(handle, kind)
    return handle


def standing_file(path: Path) -> Path:
    """Where the content of a file stands: still beside it if its commit was broken off."""
    pending = path.parent / PENDING
    if (pending / LIST).exists() and (pending / path.name).exists():
        return pending / path.name
    return path


def commit(folder: Path, files: Mapping[str, bytes]) -> None:
    """Replaces these files of a folder, all or none; the caller writes alone."""
    pending = folder / PENDING
    _discard(pending)
    pending.mkdir()
    for name, content in files.items():
        write_durably(pending / name, content)
    draft = pending / f"{LIST}.draft"
    write_durably(draft, "\n".join(sorted(files)).encode())
    sync_folder(pending)
    draft.replace(pending / LIST)
    sync_folder(pending)
    recover(folder)


def recover(folder: Path) -> None:
    """Finishes a commit that was broken off; the caller writes alone."""
    pending = folder / PENDING
    listed = pending / LIST
    if not listed.exists():
        return
    for name in listed.read_text("utf-8").splitlines():
        if (pending / name).exists():
            (pending / name).replace(folder / name)
    sync_folder(folder)
    listed.unlink()
    _discard(pending)


def write_durably(path: Path, content: bytes) -> None:
    """Writes a file and waits until it is on the disk."""
    with path.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


class NotAFile(OSError):
    """Something that is no file stands where a file is to be written.

    Says so in a sentence without its full stop, as errors of the system do.
    """


def write_whole(path: Path, content: bytes) -> None:
    """Puts one file in place by a rename, so that nobody ever sees half of it."""
    write_together({path: content})


def write_together(files: Mapping[Path, bytes]) -> None:
    """Puts files in place by renames, the last of them last, once all of them are on the disk.

    If one cannot be written, none is put in place, and what stood there before stands untouched.
    """
    places = [file_place(path) for path in files]
    if len(set(places)) < len(places):
        raise NotAFile(f"{' and '.join(map(str, files))} are the same file; name another")
    asides = [place.with_name(f".{place.name}.{os.getpid()}.part") for place in places]
    try:
        for aside, content in zip(asides, files.values(), strict=True):
            write_durably(aside, content)
        for aside, place in zip(asides, places, strict=True):
            aside.replace(place)
    finally:
        for aside in asides:
            aside.unlink(missing_ok=True)


def file_place(path: Path) -> Path:
    """Where the bytes of a file are to be written: behind a symbolic link, the file it leads to.

    Raises `NotAFile` where something else stands, such as a folder or a device: a rename would put
    a file in its stead. A folder that is to hold the file has to be there.
    """
    place = Path(os.path.realpath(path)) if path.is_symlink() else path
    if place.is_symlink():
        raise NotAFile(f"{path} is a link that leads round in a circle; name a file")
    place.parent.stat()
    if place.is_dir():
        raise NotAFile(f"{path} is a folder, not a file; name a file")
    if place.exists() and not place.is_file():
        raise NotAFile(f"{path} is a device, a pipe or a socket, not a file; name a file")
    return place


def _discard(pending: Path) -> None:
    if pending.exists():
        for path in pending.iterdir():
            path.unlink()
        pending.rmdir()


def sync_folder(folder: Path) -> None:
    """Waits until what stands in a folder, and under which names, is on the disk."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
