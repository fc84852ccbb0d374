"""Taking sources in: `import` shows what a file would change, and changes it when told to."""

import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, BinaryIO, NoReturn, TypeVar

import typer

from councilwatch.cli.options import (
    AsJson,
    AsKnown,
    Folder,
    choose,
    open_record,
    read_day,
    show,
    show_json,
    usage_error,
)
from councilwatch.record.fault import DataError, Fault
from councilwatch.record.place import record_folder

if TYPE_CHECKING:
    from councilwatch.fetch.catalogue import Origin
    from councilwatch.fetch.connection import Limits
    from councilwatch.record.difference import Difference
    from councilwatch.record.incoming import Incoming
    from councilwatch.record.record import Record

T = TypeVar("T")

FINDING = 1
FAILED, UNAVAILABLE = "failed", "unavailable"
MOST = 40
"""How many differences, or faults, are told unless all are asked for."""
ACCEPT = ("new", "all")


Source = Annotated[str, typer.Argument(help="Its name; any other word lists them.")]
Given = Annotated[
    str,
    typer.Argument(
        metavar="[FILE|URL|-]", help="Its file, the web address of it, or - for standard input."
    ),
]
Accept = Annotated[str | None, typer.Option(metavar="new|all", help="Take in what is new, or all.")]
KnownOn = Annotated[
    str | None, typer.Option(metavar="DATE", help="Day the changes are known from; else today.")
]
Part = Annotated[bool, typer.Option("--part", help="Allow a part of the collection.")]
AllowHost = Annotated[
    list[str] | None, typer.Option(metavar="HOST", help="Download from this host too.")
]
Full = Annotated[bool, typer.Option("--full", help=f"Tell more than {MOST} of them.")]


def import_command(
    source: Source,
    given: Given = "",
    accept: Accept = None,
    known_on: KnownOn = None,
    part: Part = False,
    allow_host: AllowHost = None,
    full: Full = False,
    as_known: AsKnown = None,
    as_json: AsJson = False,
    folder: Folder = None,
) -> None:
    """Show what a source's file says that the record does not; take it in with --accept.

    Ends with 0 if the record says the same or took it in, with 1 if the two differ.
    """
    from councilwatch.fetch.catalogue import names, origin

    known = origin(choose(source, names(), "source"))
    if accept is not None:
        choose(accept, ACCEPT, "choice for --accept")
    if accept is not None and as_known is not None:
        usage_error("--accept takes into the record as it stands; it goes with no --as-known.")
    day = _known_from(known_on) if known_on is not None else today()
    asked = _Asked(known, given or known.address, not part, allow_host or [], as_json)
    with _telling_failures(asked, full):
        if accept is None:
            asked.compare(open_record(folder, as_known), full)
        else:
            asked.take(record_folder(folder), day, only_new=accept == "new", full=full)


def today() -> date:
    """The day it is: the door reads the clock, and hands the day in."""
    return date.today()  # noqa: DTZ011


def _known_from(text: str) -> date:
    """The day the changes are known from; a stop if it has not come yet."""
    day, now = read_day(text), today()
    if day > now:
        usage_error(f"--known-on {day} is later than today ({now}): nothing is known from then.")
    return day


class _Asked:
    """One file of one source, as it was asked for."""

    def __init__(
        self, origin: "Origin", given: str, whole: bool, hosts: Sequence[str], as_json: bool
    ) -> None:
        if not given:
            usage_error(f"{origin.name} has no address of its own: name its file or web address.")
        self.piped = _piped(given)
        self.origin = origin
        self.given = given
        self.whole = whole
        self.hosts = hosts
        self.as_json = as_json

    def compare(self, record: "Record", full: bool) -> None:
        """Shows how the file stands to a record; the record stays as it is."""
        from councilwatch.record.difference import difference

        found = self._with_file(lambda path: difference(record, self._read(path, record)))
        self._tell(
            found, "Nothing was taken in. Take it in with --accept new, or --accept all.", full
        )

    def _tell(self, found: "Difference", aside: str, full: bool) -> None:
        """Tells what differs where nothing was taken in; ends with 1 if anything does."""
        from councilwatch.cli.differences import body, sentences, unchanged

        if self.as_json:
            show_json({"source": self.origin.name, **body(found)})
        elif found.is_empty:
            show(unchanged(found, self.origin.name))
        else:
            show("\n".join(sentences(found, None if full else MOST)))
            show(aside)
        if not found.is_empty:
            raise typer.Exit(FINDING)

    def take(self, folder: Path, day: date, *, only_new: bool, full: bool) -> None:
        """Takes the file into the record in a folder: all that is asked for, or nothing."""
        from councilwatch.cli.differences import accepted, body, sentences
        from councilwatch.record.merge import take

        merge = self._with_file(
            lambda path: take(folder, lambda record: self._read(path, record), day, only_new)
        )
        if not merge.changes:
            why = "none of it is new" if only_new else "none of it can be"
            self._tell(merge.difference, f"Nothing was taken in: {why}.", full)
        elif self.as_json:
            show_json({"source": self.origin.name, **body(merge.difference, merge)})
        else:
            show("\n".join(sentences(merge.difference, None if full else MOST)))
            show(accepted(merge))

    def _read(self, path: Path, record: "Record") -> "Incoming":
        """What the file gives; raises `DataError` if some of it is of days that have not come."""
        incoming = self.origin.reader()(path, record, whole=self.whole)
        if faults := incoming.later_than(today(), path.name):
            raise DataError(faults)
        return incoming

    def tell_failure(self, status: str, faults: Sequence[Fault]) -> None:
        """Tells a machine, if one is listening, that and why nothing could be read."""
        from councilwatch.cli.differences import plain

        if self.as_json:
            told = [{**asdict(fault), "reason": plain(fault.reason, 1000)} for fault in faults]
            show_json({"source": self.origin.name, "status": status, "faults": told})

    def _with_file(self, use: Callable[[Path], T]) -> T:
        from councilwatch.cli.arrival import arrival
        from councilwatch.fetch.place import brought

        with (
            arrival() as told,
            brought(
                self.given,
                self.origin,
                hosts=self.hosts,
                limits=limits(),
                told=told,
                piped=self.piped,
            ) as path,
        ):
            return use(path)


def _piped(given: str) -> BinaryIO | None:
    """Standard input, where the file is to come on it; a stop if nothing does."""
    from councilwatch.fetch.place import is_standard_input

    if not is_standard_input(given):
        return None
    if sys.stdin is None or sys.stdin.closed or sys.stdin.isatty():
        usage_error("nothing is given on standard input: paste or pipe the file there.")
    return sys.stdin.buffer


def limits() -> "Limits":
    """How long a source is waited for, by the clock of this machine."""
    from councilwatch.fetch.connection import Limits

    return Limits(elapsed=time.monotonic, wait=time.sleep)


@contextmanager
def _telling_failures(asked: _Asked, full: bool) -> Iterator[None]:
    """Tells a machine of a failure too, and says of each fault that the import failed by it."""
    try:
        yield
    except DataError as error:
        _fail(error, asked, full)
    except OSError as error:
        if not isinstance(error, BrokenPipeError):  # else nobody hears it
            asked.tell_failure(UNAVAILABLE, [_out_of_reach(error)])
        raise


def _out_of_reach(error: OSError) -> Fault:
    """What could not be reached, and why: a source, or a file of this machine."""
    from councilwatch.fetch.refusal import Unavailable

    if isinstance(error, Unavailable):
        return Fault(error.where, 0, f"{error.reason}.")
    return Fault(str(error.filename or ""), 0, f"{error.strerror or error}.")


def _fail(error: DataError, asked: _Asked, full: bool) -> NoReturn:
    """Says of each fault that the import failed by it; of very many, how many more there are."""
    asked.tell_failure(FAILED, error.faults)
    from councilwatch.cli.differences import plain

    faults = [Fault(f"{FAILED}: {f.file}", f.row, plain(f.reason, 1000)) for f in error.faults]
    if len(faults) > MOST and not full:
        rest = len(faults) - MOST
        faults = [*faults[:MOST], Fault("failed", 0, f"{rest} more faults; --full tells them.")]
    raise DataError(faults) from error
