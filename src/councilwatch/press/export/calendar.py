"""iCalendar: terms on the Council, elections, debates on vetoes, presidencies, the Code's day."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta

from icalendar import Calendar, Event, vText

from councilwatch import __version__
from councilwatch.codes.names import ACT_LAUNCH
from councilwatch.press.export.about import PUBLISHER, known_words, rights
from councilwatch.press.export.contents import Contents
from councilwatch.world.presidency import month_after, president_of

Row = dict[str, str]

UID_HOST = "councilwatch"
COUNCILS = {"security-council": "Security Council", "human-rights-council": "Human Rights Council"}
DAY = timedelta(days=1)


def make_calendar(contents: Contents, stem: str) -> dict[str, bytes]:
    """All days as one calendar of all-day events, in the order of the days."""
    calendar = Calendar()
    calendar.add("prodid", f"-//{PUBLISHER}//export {__version__}//EN")
    calendar.add("version", "2.0")
    for naming in ("name", "x-wr-calname"):
        calendar.add(naming, f"{PUBLISHER}: Security Council calendar")
    for describing in ("description", "x-wr-caldesc"):
        calendar.add(describing, vText(f"{known_words(contents)} {rights(contents)}"))
    for _, _, event in sorted(_events(contents), key=lambda dated: dated[:2]):
        calendar.add_component(event)
    return {f"{stem}.ics": calendar.to_ical()}


Dated = tuple[date, str, Event]
"""An event after its first day and its identifier, to be put in order by."""


def _events(contents: Contents) -> Iterator[Dated]:
    if str(ACT_LAUNCH) <= str(contents.as_known or contents.stamp):
        yield _launch()
    yield from _terms(contents)
    yield from _elections(contents)
    yield from _follow_ups(contents)
    yield from _presidencies(contents)


def _event(
    uid: str, summary: str, first: date, known_on: str, note: str = "", end: date | None = None
) -> Dated:
    """An event of whole days; its stamp is the day on which its fact became known."""
    event = Event()
    event.add("uid", f"{uid}@{UID_HOST}")
    event.add("summary", summary)
    event.add("dtstart", first)
    event.add("dtend", end or first + DAY)
    event.add("dtstamp", datetime.combine(date.fromisoformat(known_on), time(), UTC))
    event.add("transp", "TRANSPARENT")
    if note:
        event.add("description", note)
    return first, uid, event


def _launch() -> Dated:
    """The day the Code was launched, every year."""
    summary = "Launch of the ACT Code of Conduct (2015)"
    day, uid, event = _event("act-launch", summary, ACT_LAUNCH, str(ACT_LAUNCH))
    event.add("rrule", {"freq": "yearly"})
    return day, uid, event


def _name(contents: Contents, state: str, day: date) -> str:
    return contents.record.register[state].name_on(day)


def _terms(contents: Contents) -> Iterator[Dated]:
    """The first and the last day of every term on the Council."""
    for row in contents.tables["seats"].bodies():
        start = date.fromisoformat(row["start"])
        uid = f"seats-{row['state']}-{row['start']}"
        who = f"{_name(contents, row['state'], start)}: {row['seat']} seat on the Security Council"
        yield _event(f"{uid}-begins", f"{who} begins", start, row["known_on"])
        if row["end"]:
            last = date.fromisoformat(row["end"]) - DAY
            yield _event(f"{uid}-ends", f"{who}, last day", last, row["known_on"])


def _elections(contents: Contents) -> Iterator[Dated]:
    """One event for each day of election and council, with the candidates."""
    held: defaultdict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in contents.tables["candidacies"].bodies():
        if row["decided_on"]:
            held[row["decided_on"], row["council"]].append(row)
    for (day, council), rows in held.items():
        on = date.fromisoformat(day)
        named = (f"{_name(contents, row['state'], on)}: {row['outcome']}" for row in rows)
        known = max(row["known_on"] for row in rows)
        summary = f"Election to the {COUNCILS[council]}"
        yield _event(f"election-{council}-{day}", summary, on, known, "; ".join(sorted(named)))


def _follow_ups(contents: Contents) -> Iterator[Dated]:
    """Debates of the General Assembly on a veto, and special reports on it."""
    for row in contents.tables["veto_follow_ups"].bodies():
        key = row["vote"].replace(" ", "-")
        told = (
            ("debate", row["debate_day"], "General Assembly debate on the veto", "debate_record"),
            ("report", row["report_day"], "Special report on the veto", "report"),
        )
        for what, day, words, document in told:
            if day:
                summary, on = f"{words} of {row['vote']}", date.fromisoformat(day)
                yield _event(f"veto-{what}-{key}", summary, on, row["known_on"], row[document])


def _presidencies(contents: Contents) -> Iterator[Dated]:
    """The months of presidency, from the first told to the last the rule gives."""
    rows = {
        date.fromisoformat(f"{row['month']}-01"): row
        for row in contents.tables["presidencies"].bodies()
    }
    told = {month: row["state"] for month, row in rows.items()}
    month, known_on = min(told, default=date.max), ""
    while month < date.max:
        known_on = max(known_on, rows[month]["known_on"]) if month in rows else known_on
        name_on = contents.record.name_of
        state = president_of(month, contents.record.council, name_on, told)
        if state is None:
            return
        told[month] = state
        who = _name(contents, state, month)
        summary, end = f"{who}: presidency of the Security Council", month_after(month)
        yield _event(f"presidency-{month:%Y-%m}", summary, month, known_on, end=end)
        month = end
