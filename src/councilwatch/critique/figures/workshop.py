"""F15: the workshop of 29 March 2017: its sessions, its weekday, its hours, its room."""

import re
from collections.abc import Iterator

from councilwatch.critique.figures.claims import Claims
from councilwatch.critique.figures.figure import Part
from councilwatch.critique.figures.printed_number import exactly
from councilwatch.critique.figures.rule import Rule

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
SESSIONS = ("first-session", "second-session", "third-session")
CLOCK = re.compile(r"([0-9]{1,2}):([0-9]{2})(?: ([ap])\.m\.)?")


def the_workshop(claims: Claims) -> Iterator[Part]:
    """The hours printed in one place against those printed in others, the weekday by calendar."""
    sessions = [slug for slug in SESSIONS if slug in claims.printed]
    because = "sessions with an hour of their own in the invitation"
    cites = claims.cite(*sessions)
    found = exactly(len(sessions)) if sessions else None
    yield claims.number("sessions", found, because, cites, of_itself=True)
    day = claims.printed_day("day")
    weekday = WEEKDAYS[day.weekday()] if day else None
    because = "the weekday of the day printed, by the calendar"
    yield claims.words("weekday", weekday, because, claims.cite("day"), ("day",), of_itself=True)
    yield from _hours(claims)
    yield claims.open("room", "no other source of the record names the room")


def _hours(claims: Claims) -> Iterator[Part]:
    """Each session from the end of what comes before it to the start of what comes after it."""
    whole, first, second, third = (_clock(claims, s) for s in ("day", *SESSIONS))
    pause = claims.printed_number("break")
    if not (whole and first and second and third) or pause is None:
        for slug in (*SESSIONS, "break"):
            yield claims.open(slug, "the hours around it are not on record")
        return
    because = "minutes between the end of the second session and the start of the third"
    cites = claims.cite("second-session", "third-session")
    minutes = exactly(third[0] - second[1])
    yield claims.number("break", minutes, because, cites, of_itself=True)
    because = "from the end of what comes before it to the start of what follows"
    spans = ((whole[0], second[0]), (first[1], third[0] - pause), (second[1] + pause, whole[1]))
    for slug, span in zip(SESSIONS, spans, strict=True):
        others = claims.cite(*(each for each in ("day", *SESSIONS, "break") if each != slug))
        yield claims.words(slug, _told(span), because, others, of_itself=True)


def _clock(claims: Claims, slug: str) -> tuple[int, int] | None:
    """The first and the last minute of a span of hours, in minutes of the day."""
    claim = claims.printed.get(slug)
    times = CLOCK.findall(claim.wording if slug == "day" else claim.printed) if claim else []
    minutes = [int(hour) % 24 * 60 + int(m) + _noon(hour, half) for hour, m, half in times]
    return (minutes[0], minutes[1]) if len(minutes) == 2 else None


def _noon(hour: str, half: str) -> int:
    return 720 if half == "p" and int(hour) < 12 else 0


def _told(span: tuple[int, int]) -> str:
    return "-".join(f"{minute // 60}:{minute % 60:02}" for minute in span)


F15 = Rule(
    "F15",
    "The workshop of 29 March 2017, its sessions and hours",
    "What the report prints in one place against what it prints in others: sessions counted, "
    "hours that must follow on one another, the weekday by the calendar.",
    the_workshop,
)
