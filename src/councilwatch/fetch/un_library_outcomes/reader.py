"""The tables of meetings and outcomes made into rows of `witnesses.csv`."""

from collections.abc import Iterator
from pathlib import Path

from councilwatch.fetch.print_matching import Printed, witness_rows
from councilwatch.fetch.un_library_outcomes.corrections import Corrections, read_declared
from councilwatch.fetch.un_library_outcomes.outcome_cell import Print, read_cell
from councilwatch.fetch.un_library_outcomes.source_file import Meeting, expected, read_meetings
from councilwatch.fetch.witness import every_print
from councilwatch.record import tables as t
from councilwatch.record.fault import DataError, Fault
from councilwatch.record.incoming import Incoming
from councilwatch.record.record import Record

WITNESS = "dhl-meeting-outcomes"


def read(path: Path, record: Record, *, whole: bool) -> Incoming:
    """What the file prints of each vote; a print of no vote of the record is told as left out.

    `whole` also asks the file to be the whole collection; raises `DataError`.
    """
    corrections = Corrections(read_declared())
    meetings = read_meetings(path, corrections.is_printed_twice)
    prints, faults = _prints(meetings, corrections, path.name)
    if whole and not faults:
        wrong = expected(meetings, corrections.known.expected)
        faults += [Fault(path.name, 0, reason) for reason in wrong]
        faults += corrections.stale(path.name)
    if faults:
        raise DataError(faults)
    rows, lacking = witness_rows(WITNESS, record, prints)
    return Incoming(
        {t.WITNESSES: rows},
        left_out=lacking,
        claims=[every_print(WITNESS)] if whole else (),
        days=((each.day, each.line) for each in prints),
        put_right=len(corrections.lines),
    )


def _prints(
    meetings: list[Meeting], corrections: Corrections, file: str
) -> tuple[list[Printed], list[Fault]]:
    prints: list[Printed] = []
    faults: list[Fault] = []
    for meeting in meetings:
        try:
            prints.extend(_of_meeting(meeting, corrections))
        except ValueError as error:
            faults.append(Fault(file, meeting.line, str(error)))
    return prints, faults


def _of_meeting(meeting: Meeting, corrections: Corrections) -> Iterator[Printed]:
    day = corrections.day(meeting)
    for each in read_cell(meeting.outcome):
        symbol = corrections.symbol(meeting, each.symbol)
        if symbol and not each.says_something:
            raise ValueError(f"{each.symbol} stands without an outcome; what it is, is not known.")
        if symbol:
            yield _printed(meeting, day, symbol, each, corrections)


def _printed(
    meeting: Meeting, day: str, symbol: str, each: Print, corrections: Corrections
) -> Printed:
    return Printed(
        symbol=symbol,
        day=day,
        outcome=each.outcome,
        tally=each.tally,
        vetoed_by=tuple(corrections.known.names[name] for name in each.vetoed_by),
        printed_as=each.symbol if each.symbol != symbol else "",
        note="; ".join(part for part in (_place(meeting), each.remark) if part),
        line=meeting.line,
    )


def _place(meeting: Meeting) -> str:
    """The meeting the tables print the vote under, where they print one."""
    return meeting.meeting.partition("  ")[0] if meeting.meeting.startswith("S/PV.") else ""
