"""F7, F12, F13 and F16: the ACT group, its note, its task force, and the days of the Code."""

from collections.abc import Iterator
from datetime import date

from councilwatch.critique.figures.claims import Claims
from councilwatch.critique.figures.counts import Supporters, last_list, named_supporters
from councilwatch.critique.figures.figure import Part
from councilwatch.critique.figures.printed_number import Range, exactly, read_names
from councilwatch.critique.figures.rule import Rule
from councilwatch.record.belonging import Affiliation
from councilwatch.record.initiative import Initiative
from councilwatch.record.record import Record
from councilwatch.record.roll import Roll
from councilwatch.world.affiliation import belonged

ACT = "act"
GROUP, TASK_FORCE = "act-group", "act-code-task-force"
NOTE_DAY = date(2015, 9, 1)
"""The day of the explanatory note, which names the first supporters."""


def the_group(claims: Claims) -> Iterator[Part]:
    """F7: when the group was launched, how many belonged, and the days of the Code."""
    record = claims.record
    rows = [each for each in record.all(Affiliation) if each.group == GROUP]
    first = min((day for each in rows if (day := _shown(each))), default=None)
    because = "the first day on which a source shows members of the group"
    founders = [each for each in rows if _shown(each) == first]
    yield claims.date("act-launched", first, because, (each.cite for each in founders))
    yield _members(claims, rows)
    yield _founders(claims, founders)
    yield from _days_of_the_code(claims)


def _members(claims: Claims, rows: list[Affiliation]) -> Part:
    """At least those known to belong on the day: no source of the time closes the list."""
    if not rows:
        return claims.open("act-members", claims.missing("who belonged to the group"))
    record, day = claims.record, claims.day("act-members")
    answers = [belonged((each,), day) for each in rows]
    sure, possible = answers.count(True), len(answers) - answers.count(False)
    last = max((_shown(each) or date.min for each in rows), default=day)
    later = sum(1 for each in rows if belonged((each,), last))
    noted = _rolls(record, "cunr", NOTE_DAY)
    open_of = f", {possible - sure} more joined on days not known" if possible > sure else ""
    because = (
        f"{sure} rows show a member on {day}{open_of}; {later} on {last}; "
        "states that left are not all on record"
    )
    if noted:
        because += f". The note of {NOTE_DAY}: {noted[0].wording}"
    cites = (*(each.cite for each in rows), *(roll.cite for roll in noted))
    return claims.number("act-members", Range(sure, None), because, cites)


def _founders(claims: Claims, founders: list[Affiliation]) -> Part:
    """Founders besides Switzerland; one of them left and has no row, so the count is a floor."""
    others = [each for each in founders if each.state != "CHE"]
    if not others:
        return claims.open("act-founders", claims.missing("who founded the group"))
    because = (
        f"founders on record besides Switzerland: {len(others)}; a founder that left on a day "
        "not known has no row"
    )
    cites = (each.cite for each in others)
    return claims.number("act-founders", Range(len(others), None), because, cites)


def _days_of_the_code(claims: Claims) -> Iterator[Part]:
    record = claims.record
    opened = [r for r in record.rolls if r.initiative == ACT and r.is_complete and r.total == 0]
    day = opened[0].day if opened else None
    because = "the day from which the record has the Code open to states"
    yield claims.date("code-proposed", day, because, (roll.cite for roll in opened))
    launch = [r for r in record.rolls if r.initiative == ACT and _on_launch(record, r)]
    days = {roll.day for roll in launch}
    many = f"{len(launch)} counts" if launch else "counts"
    because = f"the day of the {many} whose source speaks of the launch in its title"
    for slug in ("code-launched", "code-launched-workshop"):
        yield claims.date(
            slug, min(days) if len(days) == 1 else None, because, (roll.cite for roll in launch)
        )
    code = [each for each in record.all(Initiative) if each.id == ACT]
    sent = record.source(code[0].cite.source).published if code else ""
    because = "the day of the United Nations document by which the Code was circulated"
    found = date.fromisoformat(sent) if len(sent) == len("2015-12-14") else None
    yield claims.date("code-sent", found, because, (each.cite for each in code))


def _on_launch(record: Record, roll: Roll) -> bool:
    return "launch" in record.source(roll.cite.source).title.casefold()


def the_note(claims: Claims) -> Iterator[Part]:
    """F12: the first supporters: members of the group, and the others that the note names."""
    record = claims.record
    first = named_supporters(record, ACT, NOTE_DAY)
    claim = claims.printed.get("other-supporters")
    others = read_names(claim.printed, claims.state) if claim else frozenset()
    inside = [state for state in first.members if state not in others]
    for slug in ("act-members-supporting", "act-members-september-2015"):
        if not others or not inside:
            what = "the first supporters, and which of them the note names besides the group"
            yield claims.open(slug, claims.missing(what))
            continue
        because = (
            f"{len(first.members)} supporters named on {NOTE_DAY}, {len(inside)} of them besides "
            f"the others{_gone(record, inside)}"
        )
        found, given = exactly(len(inside)), ("other-supporters",)
        own = slug == "act-members-september-2015"
        yield claims.number(slug, found, because, first.cites, given, of_itself=own)
    yield _others(claims, first, others)


def _gone(record: Record, first: list[str]) -> str:
    """Which of the first supporters are not on the last list, if there is one on record."""
    day = last_list(record, ACT, date.max)
    if day is None or day <= NOTE_DAY:
        return ""
    listed = named_supporters(record, ACT, day)
    gone = [state for state in first if state not in listed.members]
    return f"; not on the list of {day.year}: {', '.join(gone) or 'none'}"


def _others(claims: Claims, first: Supporters, printed: frozenset[str]) -> Part:
    """First supporters that no source shows in the group: all of them must be known to say so."""
    rows = [each for each in claims.record.all(Affiliation) if each.group == GROUP]
    group = {each.state for each in rows}
    if not rows or not first.members:
        what = "the first supporters, and who belonged to the group"
        return claims.open("other-supporters", claims.missing(what))
    outside = [state for state in first.members if state not in group]
    because = f"supporters named on {NOTE_DAY} that no source shows in the group"
    found = None if printed < set(outside) else outside
    cites = (*first.cites, *(each.cite for each in rows))
    return claims.names("other-supporters", found, because, cites, resolve=claims.state)


def the_task_force(claims: Claims) -> Iterator[Part]:
    """F13: a meeting of February 2017, and the five states that made up the task force."""
    yield claims.open("meeting", "no other source of the record tells of this meeting")
    force = [each for each in claims.record.all(Affiliation) if each.group == TASK_FORCE]
    because = " ".join(("states the report lists:", *sorted(each.state for each in force)))
    because = because if force else "the states that made up the task force"
    cites = (each.cite for each in force)
    found = exactly(len(force)) if force else None
    yield claims.number("representatives", found, because, cites, of_itself=True)


def the_date(claims: Claims) -> Iterator[Part]:
    """F16: the day in square brackets under the Code."""
    states = claims.record.register.by_id.values()
    first = min((s.membership.start for s in states if s.membership.start), default=None)
    because = "the day stands in brackets, to be filled in"
    because += f"; first Members on {first}" if first else ""
    yield claims.open("dated", because)
    because = "the record has no list of names between the note of September 2015 and May 2017"
    yield claims.open("list-as-at", because)


def _shown(affiliation: Affiliation) -> date | None:
    return affiliation.held.start or affiliation.seen_on


def _rolls(record: Record, counted_by: str, day: date) -> list[Roll]:
    return [
        r for r in record.rolls if (r.initiative, r.counted_by, r.day) == (ACT, counted_by, day)
    ]


F7 = Rule(
    "F7",
    "The ACT group and the days of the Code",
    "Members are at least those shown by the day, for no list of the time is on record; a day is "
    "that of the event as other documents have it.",
    the_group,
)
F12 = Rule(
    "F12",
    "24 members of ACT and four other supporters",
    "The supporters named on 1 September 2015, less those the note names besides the group; the "
    "others are those no source shows in it.",
    the_note,
)
F13 = Rule(
    "F13",
    "Five representatives at a meeting of February 2017",
    "The states the report lists are counted; the meeting itself would need another source.",
    the_task_force,
)
F16 = Rule(
    "F16",
    "The Code as at 24 October 2015",
    "A day is confirmed only by another document, and a list only by its names.",
    the_date,
)
