"""The register of states: Members, observers and former Members, with their names by date."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum

from councilwatch.world.names import Name, short_name
from councilwatch.world.period import Period


class Status(Enum):
    """What a state is to the United Nations."""

    MEMBER = "member"
    OBSERVER = "observer"
    FORMER = "former"


@dataclass(frozen=True, slots=True)
class State:
    """A state of the register, keyed by its ISO 3166 alpha-3 code (former states: ISO 3166-3)."""

    id: str
    m49: str
    status: Status
    membership: Period
    gaps: tuple[Period, ...] = ()
    """Spans inside the membership in which the state was not a Member."""
    successors: tuple[str, ...] = ()
    names: tuple[Name, ...] = ()

    def is_member_on(self, day: date) -> bool:
        """Whether the state was a Member of the United Nations on the day."""
        if self.status is Status.OBSERVER:
            return False
        return day in self.membership and not any(day in gap for gap in self.gaps)

    def name_on(self, day: date, language: str = "en") -> str:
        """The short name the United Nations used on the day; see `short_name` for other days."""
        return short_name(self.names, day, language) or self.id


class UnknownState(ValueError):
    """A name or code that is in no row of the register; carries the nearest ones."""

    def __init__(self, text: str, nearest: tuple[str, ...]) -> None:
        self.text = text
        self.nearest = nearest
        hint = f" Nearest: {', '.join(nearest)}." if nearest else ""
        super().__init__(f"No state is called '{text[:80]}' in the register.{hint}")


class Register:
    """All states, found by code or by any name the register knows."""

    def __init__(self, states: Iterable[State]) -> None:
        self.by_id: Mapping[str, State] = {state.id: state for state in states}
        self._spellings: dict[str, str] | None = None

    def __getitem__(self, code: str) -> State:
        return self.by_id[code]

    def __contains__(self, code: str) -> bool:
        return code in self.by_id

    def find(self, text: str) -> State:
        """The state with this code, M49 number or name, in any case; raises `UnknownState`."""
        by_code = self.by_id.get(text.strip().upper())
        if by_code is not None:
            return by_code
        spellings = self._all_spellings()
        code = spellings.get(text.strip().casefold())
        if code is None:
            raise UnknownState(text, self._nearest(text))
        return self.by_id[code]

    def members_on(self, day: date) -> tuple[State, ...]:
        """The Members of the United Nations on the day, by code."""
        members = (state for state in self.by_id.values() if state.is_member_on(day))
        return tuple(sorted(members, key=lambda state: state.id))

    def _all_spellings(self) -> dict[str, str]:
        if self._spellings is None:
            self._spellings = {s.m49: s.id for s in self.by_id.values()} | {
                name.text.casefold(): state.id
                for state in sorted(self.by_id.values(), key=lambda s: s.status is Status.MEMBER)
                for name in state.names
            }
        return self._spellings

    def _nearest(self, text: str) -> tuple[str, ...]:
        from difflib import get_close_matches  # slow to import, needed only on a mistake

        written = text.strip().casefold()
        codes = get_close_matches(text.strip().upper(), list(self.by_id), n=3, cutoff=0.6)
        names = get_close_matches(written, list(self._all_spellings()), n=3, cutoff=0.6)
        found = dict.fromkeys([*(self._all_spellings()[name] for name in names), *codes])
        return tuple(f"{code} ({self._latest_name(code)})" for code in list(found)[:3])

    def _latest_name(self, code: str) -> str:
        return self.by_id[code].name_on(date.max)
