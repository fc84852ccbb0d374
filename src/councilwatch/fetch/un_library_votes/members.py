"""Which state of ours a member of the Library's file is, by code, name and day."""

from datetime import date

from councilwatch.fetch.declared import declared
from councilwatch.world.states import Register, State, UnknownState

PERMANENT = frozenset({"CHN", "FRA", "GBR", "RUS", "SUN", "USA"})


class Members:
    """The members of the file, each told apart once."""

    def __init__(self, register: Register) -> None:
        known = declared(__package__, "members")
        self._register = register
        self._codes = known["codes"]
        self._names = {name.casefold(): code for name, code in known["names"].items()}
        self._succession = {each["code"]: each for each in known["succession"]}
        self._seen: dict[tuple[str, str, str, bool], str] = {}

    def state(self, code: str, name: str, permanent: str, day: str) -> str:
        """The state's code with us; raises `ValueError` if code, name and standing do not agree."""
        succession = self._succession.get(code)
        before = succession is not None and day < succession["before"]
        key = (code, name, permanent, before)
        found = self._seen.get(key)
        if found is None:
            state = self._find(code, succession["state"] if succession and before else None)
            self._check(state, name, permanent)
            found = self._seen[key] = state.id
        return found

    def _find(self, code: str, predecessor: str | None) -> State:
        return self._register.find(predecessor or self._codes.get(code, code))

    def _check(self, state: State, name: str, permanent: str) -> None:
        if not self._is_name_of(state, name):
            named = self._register.find(name)  # raises with the nearest names if nobody has it
            raise ValueError(
                f"'{name}' is {named.id} ({named.name_on(date.max)}), its code says {state.id}."
            )
        expected = "True" if state.id in PERMANENT else "False"
        if permanent.capitalize() != expected:
            raise ValueError(f"permanent_member of {name} is '{permanent}', not {expected}.")

    def _is_name_of(self, state: State, name: str) -> bool:
        """Whether the name is one the state, or the one whose seat it took over, was called by."""
        printed = name.strip().casefold()
        if self._names.get(printed) == state.id:
            return True
        if any(printed == each.text.casefold() for each in state.names):
            return True
        try:
            return self._register.find(name).id == state.id
        except UnknownState:
            return False
