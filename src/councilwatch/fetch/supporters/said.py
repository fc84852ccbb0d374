"""What a list says of itself, checked against the record: its code, its day, its source."""

from collections.abc import Callable, Iterator, Mapping
from difflib import get_close_matches

from councilwatch.fetch.supporters.list_file import SAID_BY_ROW, PrintedList, Said
from councilwatch.record.days import is_day
from councilwatch.record.fault import Fault
from councilwatch.record.record import Record

YES_OR_NO = ("yes", "no")


def said_faults(file: str, printed: PrintedList, record: Record) -> Iterator[Fault]:
    """A fault for each thing that is not said, and for each that cannot be."""
    complete = printed.head.get("complete")
    if complete and complete.text.casefold() not in YES_OR_NO:
        yield Fault(file, complete.line, f"complete is '{complete.text}', not yes or no.")
    for what in SAID_BY_ROW:
        lacking = next((e.name.line for e in printed.entries if what not in e.said), None)
        if lacking is not None:
            reason = f"no {what} is given: say '{what}: ...' in one of the first lines."
            yield Fault(file, lacking, reason)
        for said in _each_once(printed, what):
            reason = _CHECKS[what](record, said.text)
            if reason:
                yield Fault(file, said.line, reason)


def _each_once(printed: PrintedList, what: str) -> list[Said]:
    """Every different thing said, where it is said first."""
    found: dict[str, Said] = {}
    for entry in printed.entries:
        if what in entry.said:
            found.setdefault(entry.said[what].text, entry.said[what])
    return list(found.values())


def _no_code(record: Record, code: str) -> str:
    known = sorted(file.stem for file in (record.folder / "codes").glob("*.toml"))
    if code in known:
        return ""
    return f"'{code}' is no code of the record; possible are {', '.join(known)}."


def _no_day(_record: Record, day: str) -> str:
    return "" if is_day(day) else f"day '{day}' is not of the form YYYY-MM-DD."


def _no_source(record: Record, source: str) -> str:
    if source in record.sources:
        return ""
    near = get_close_matches(source, list(record.sources), n=3)
    hint = f" Nearest: {', '.join(near)}." if near else ""
    return f"'{source}' is not in sources.csv; add it there first.{hint}"


_CHECKS: Mapping[str, Callable[[Record, str], str]] = {
    "code": _no_code,
    "day": _no_day,
    "source": _no_source,
}
