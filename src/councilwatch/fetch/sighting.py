"""What a source shows of groups of states on one day, set against the affiliations on record."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from councilwatch.record import tables as t
from councilwatch.record.belonging import Affiliation
from councilwatch.record.history import SOURCE
from councilwatch.record.record import Record
from councilwatch.record.values import maker
from councilwatch.world.affiliation import held_on

Row = list[str]
Place = tuple[str, str]
"""A group and a state."""

STANDING = t.AFFILIATIONS.place("standing")
BY_HAND = "since when is not said, so it takes a hand to add the day"


class Sighted(NamedTuple):
    """How a sighting stands to the record."""

    rows: list[Row]
    """Affiliations both have, as the record has them, and those the record lacks, as seen."""
    left_out: list[str]
    """What the two say differently, a sentence each."""


def sighted(
    record: Record,
    shown: Mapping[Place, str],
    day: date,
    source: str,
    *,
    silent_on: Collection[str] | None = (),
    groups: Collection[str] = (),
) -> Sighted:
    """The standings a source shows on a day, as rows, or as sentences where the record differs.

    A sighting says nothing of first and last days: an affiliation that holds on the day is the same
    whatever its days are. One that had ended, that has another standing, or that holds and is not
    shown, is told and not taken: it began or ended on a day that the source does not say.
    `silent_on` are the states the source does not speak of; `None` if it shows no group as a whole.
    `groups` are those it speaks of, beside the ones it shows somebody in.
    """
    rows: dict[Place, list[Row]] = {}
    for row in record.rows(t.AFFILIATIONS):
        rows.setdefault((row[0], row[1]), []).append(list(row))
    found = Sighted([], [])
    for place, standing in shown.items():
        known = rows.get(place, [])
        holding = next((row for row in known if _holds(row, day)), None)
        if not known:
            found.rows.append([*place, "", "", standing, day.isoformat(), "", "", source, ""])
        elif holding is not None and holding[STANDING] == standing:
            found.rows.append(holding)
        else:
            found.left_out.append(_differs(place, standing, holding or known[-1], holding is None))
    if silent_on is not None:
        spoken_of = {*groups, *(group for group, _ in shown)}
        found.left_out.extend(_not_shown(rows, shown, day, silent_on, spoken_of))
    return found


def standings_on(record: Record, day: date) -> dict[Place, str]:
    """The standing of every state in every group on the day, as far as the record says."""
    return {
        (row[0], row[1]): row[STANDING] for row in record.rows(t.AFFILIATIONS) if _holds(row, day)
    }


def _holds(row: Sequence[str], day: date) -> bool:
    """Whether an affiliation holds on the day, or may: one first seen later is no contradiction."""
    return held_on(maker(Affiliation)(row), day) is not False


def _differs(place: Place, standing: str, ours: Row, ended: bool) -> str:
    group, state = place
    known = "no longer any" if ended else ours[STANDING]
    return (
        f"{state} has the standing '{standing}' in {group} in the file, {known} in the record "
        f"({ours[SOURCE]}); {BY_HAND}."
    )


def _not_shown(
    rows: Mapping[Place, list[Row]],
    shown: Mapping[Place, str],
    day: date,
    silent_on: Collection[str],
    groups: Collection[str],
) -> list[str]:
    return [
        f"{state} is not in {group} in the file, {row[STANDING]} in the record ({row[SOURCE]}); "
        f"{BY_HAND}."
        for (group, state), known in rows.items()
        if group in groups and (group, state) not in shown and state not in silent_on
        for row in known
        if _holds(row, day)
    ]
