"""The declared misprints of the file and the differences looked at, with their guards."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from councilwatch.fetch.affiliations.source_file import PrintedState
from councilwatch.fetch.declared import declared

NOT_LISTED = ""
"""The standing of a state the file does not list under an organisation."""


class Corrections:
    """The declared corrections on their way through one file; each tells whether it was met."""

    def __init__(self) -> None:
        known = declared(__package__, "corrections")
        self._names: Sequence[Mapping[str, str]] = known["name"]
        self._tokens: Sequence[Mapping[str, str]] = known["token"]
        self._courts: Sequence[Mapping[str, str]] = known["court"]
        self._kept: Sequence[Mapping[str, str]] = known["kept"]
        self._met: list[Mapping[str, str]] = []

    def state_of(self, printed: PrintedState) -> str | None:
        """The state a misprinted name means; `None` if the name is to be looked up."""
        found = self._find(
            self._names, lambda each: (each["code"], each["printed"]), (printed.code, printed.name)
        )
        return found["state"] if found else None

    def organisation(self, printed: PrintedState, token: str) -> str:
        """What is meant by a printed organisation."""
        found = self._find(
            self._tokens, lambda each: (each["code"], each["printed"]), (printed.code, token)
        )
        return found["read"] if found else token

    def party(self, state: str, listed: str, said: str) -> bool | None:
        """Whether a state is party where the two columns differ; `None` if it is not declared."""
        found = self._find(
            self._courts,
            lambda each: (each["state"], each["listed"], each["said"]),
            (state, listed, said),
        )
        return found["read"] == "party" if found else None

    @property
    def met(self) -> int:
        """How many corrections were met so far."""
        return len(self._met)

    def keep(self, group: str, state: str, shown: str, ours: str) -> bool:
        """Whether the record stays as it is though the file shows another standing."""
        found = self._find(
            self._kept,
            lambda each: (each["group"], each["state"], each["shown"], each["record"]),
            (group, state, shown, ours),
        )
        return found is not None

    def stale(self, shown: Mapping[tuple[str, str], str]) -> list[str]:
        """A sentence for each correction that is for something the file no longer says."""
        misprints = (*self._names, *self._tokens, *self._courts)
        never = [each for each in misprints if each not in self._met]
        never += [
            each
            for each in self._kept
            if shown.get((each["group"], each["state"]), NOT_LISTED) != each["shown"]
        ]
        return [
            f"no longer prints what a correction of {each.get('code') or each['state']} expects "
            f"({each['reason']}): it is obsolete."
            for each in never
        ]

    def _find(
        self,
        among: Sequence[Mapping[str, str]],
        cells: Callable[[Mapping[str, Any]], tuple[str, ...]],
        wanted: tuple[str, ...],
    ) -> Mapping[str, str] | None:
        found = next((each for each in among if cells(each) == wanted), None)
        if found is not None:
            self._met.append(found)
        return found
