"""A source's file, wherever it was given from, standing in a folder for as long as it is read."""

import tempfile
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from councilwatch.fetch.catalogue import Origin
from councilwatch.fetch.content import usable
from councilwatch.record.fault import DataError, Fault

if TYPE_CHECKING:  # a file needs no network
    from councilwatch.fetch.connection import Limits


STANDARD_INPUT = "standard input"
"""What the file is called that comes on it."""


def is_standard_input(text: str) -> bool:
    """Whether what was typed stands for what is given on standard input."""
    return text in ("-", "/dev/stdin")


def is_web_address(text: str) -> bool:
    """Whether what was typed is a web address rather than a file."""
    return "://" in text


@contextmanager
def brought(
    given: str,
    origin: Origin,
    *,
    hosts: Collection[str] = (),
    limits: "Limits",
    told: Callable[[int, int | None], None] | None = None,
    piped: BinaryIO | None = None,
) -> Iterator[Path]:
    """The file at a path or web address, checked to be what the source gives; gone afterwards.

    `piped` is read where standard input is given for it.
    """
    with tempfile.TemporaryDirectory(prefix="councilwatch-") as name:
        folder = Path(name)
        if is_standard_input(given) and piped is not None:
            path = _kept(piped, folder / STANDARD_INPUT, origin)
        elif is_web_address(given):
            from councilwatch.fetch.download import download  # a file needs no network

            path = download(given, folder, origin, hosts=hosts, limits=limits, told=told)
        else:
            path = _standing(given, folder, origin)
        yield usable(path, origin, folder)


def _standing(given: str, folder: Path, origin: Origin) -> Path:
    """The file at a path, or a copy of what comes through the pipe at it; raises `DataError`."""
    path = Path(given)
    try:
        if path.is_fifo():
            with path.open("rb") as pipe:
                return _kept(pipe, folder / path.name, origin)
        if path.is_file():
            path.open("rb").close()
            return path
        reason = "is a folder, not a file." if path.is_dir() else "is no file that can be read."
    except (OSError, ValueError) as error:
        reason = f"cannot be read: {getattr(error, 'strerror', None) or error}."
    raise DataError([Fault(given, 0, reason)])


def _kept(piped: BinaryIO, path: Path, origin: Origin) -> Path:
    """What a stream gives as a file; of one that gives more than is allowed, one byte more."""
    path.write_bytes(piped.read(origin.limit + 1))
    return path
