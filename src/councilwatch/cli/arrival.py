"""A bar that tells how much of a download has come: on a terminal's error output, nowhere else."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager


@contextmanager
def arrival() -> Iterator[Callable[[int, int | None], None] | None]:
    """What to tell of the bytes that come; `None` where nobody watches."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console  # slow to import, and only terminals need it
    from rich.progress import DownloadColumn, Progress, TransferSpeedColumn

    columns = ("Downloading", DownloadColumn(), TransferSpeedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("", total=None)
        yield lambda come, of: progress.update(task, completed=come, total=of)
