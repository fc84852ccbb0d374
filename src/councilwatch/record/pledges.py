"""Who had endorsed a code on a day, as far as the record says."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import date
from functools import cached_property

from councilwatch.record import make
from councilwatch.record import tables as t
from councilwatch.record.endorsement import Sighting, Support, Timeline
from councilwatch.record.roll import Roll
from councilwatch.record.shelf import Shelf


class Pledges(Shelf):
    """The part of a record about endorsements."""

    @cached_property
    def rolls(self) -> tuple[Roll, ...]:
        """Published counts of supporters, oldest first."""
        rolls = self.made(make.make_roll, self.rows(t.ROLLS))
        return tuple(sorted(rolls, key=lambda roll: (roll.initiative, roll.day, roll.counted_by)))

    @cached_property
    def sightings(self) -> Mapping[tuple[str, str], list[Sighting]]:
        """Dated sightings of each state among each code's supporters."""
        found: defaultdict[tuple[str, str], list[Sighting]] = defaultdict(list)
        with self.as_it_stands():
            for row in self.rows(t.ENDORSEMENTS):
                found[row[0], row[1]].append(make.make_sighting(row))
        return found

    def timeline(self, code: str, state: str) -> Timeline:
        """What is known over time of one state and one code, complete rolls counted in."""
        if (code, state) not in self._timelines:
            seen = list(self.sightings.get((code, state), ()))
            named_on = {sighting.day for sighting in seen}
            rolls = [r for r in self.rolls if r.initiative == code and r.is_complete]
            absences = [_absence(r) for r in rolls if r.total == 0 or r.day not in named_on]
            self._timelines[code, state] = Timeline([*seen, *absences])
        return self._timelines[code, state]

    @cached_property
    def _timelines(self) -> dict[tuple[str, str], Timeline]:
        return {}

    def support(self, code: str, state: str, day: date) -> Support:
        """Whether a state had endorsed a code on a day, as far as the record says."""
        opening = self._openings.get(code)
        if opening is not None and day < opening[0]:
            return opening[1]
        return self.timeline(code, state).on(day)

    @cached_property
    def _openings(self) -> dict[str, tuple[date, Support]]:
        """The day each code was opened to states, and the one answer for all of them before it."""
        opened = [roll for roll in self.rolls if roll.is_complete and roll.total == 0]
        return {r.initiative: (r.day, Timeline([_absence(r)]).on(date.min)) for r in opened}


def _absence(roll: Roll) -> Sighting:
    """A complete roll shows that a state not on it was not a supporter on its day."""
    says = (
        f"not among the {roll.total} supporters listed on {roll.day}"
        if roll.total
        else roll.wording
    )
    return Sighting(roll.day, False, False, says, roll.cite, opens=roll.total == 0)
