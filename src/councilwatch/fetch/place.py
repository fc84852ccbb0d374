"""A source's file, wherever it was given from, standing in a folder for as long as it is read."""

import tempfile
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from councilwatch.fetch.catalogue import Origin
from councilwatch.fetch.content import usable
from councilwatch.record.fault import DataError, Fault

if TYPE_CHECKING:  # a file needs no network
    from councilwatch.fetch.connection import Limits


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
) -> Iterator[Path]:
    """The file at a path or web address, checked to be what the source gives; gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="councilwatch-") as name:
        folder = Path(name)
        if is_web_address(given):
            from councilwatch.fetch.download import download  # a file needs no network

            path = download(given, folder, origin, hosts=hosts, limits=limits, told=told)
        else:
            path = Path(given)
            if not path.is_file():
                raise DataError([Fault(path.name, 0, "is no file that can be read.")])
        yield usable(path, origin, folder)
