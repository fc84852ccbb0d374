"""Progress bars for long work: on a terminal's error output, nowhere else."""

import sys
from collections.abc import Iterable, Sequence
from typing import TypeVar

T = TypeVar("T")


def track(items: Sequence[T], label: str) -> Iterable[T]:
    """The items, with a bar that tells how far along they are."""
    if not sys.stderr.isatty():
        return items
    from rich.console import Console  # slow to import, and only terminals need it
    from rich.progress import track as bar

    return bar(items, description=label, console=Console(stderr=True), transient=True)
