"""Who had endorsed a code on a day: one state's standing, and the whole list."""

from dataclasses import dataclass
from datetime import date

from councilwatch.record.endorsement import Support
from councilwatch.record.record import Record
from councilwatch.record.roll import Roll
from councilwatch.world.states import State, Status

ANSWERS = {True: "bound", False: "not bound", None: "cannot say"}
"""How the three truth values of a standing are written."""


@dataclass(frozen=True, slots=True)
class Standing:
    """One state's standing under one code on a day, as known on another."""

    state: str
    name: str
    code: str
    on: date
    as_known: date | None
    support: Support
    note: str


def make_standing(record: Record, state: State, code: str, on: date) -> Standing:
    """Whether a state was bound by its endorsement of a code on a day."""
    return Standing(
        state=state.id,
        name=state.name_on(on),
        code=code,
        on=on,
        as_known=record.known_on,
        support=_support(record, state, code, on),
        note=_note(state),
    )


def _support(record: Record, state: State, code: str, on: date) -> Support:
    support = record.support(code, state.id, on)
    if state.status is not Status.OBSERVER and not state.is_member_on(on):
        return Support(False, "not a Member of the United Nations that day", ())
    if code == "france-mexico" and state.id not in record.council.permanent_on(on):
        others = "the Declaration asks conduct of permanent members only"
        told = {True: "supported it", False: "did not support it", None: "its support is unknown"}
        because = f"{others}; {told[support.answer]}: {support.because}"
        return Support(False, because, support.cites)
    return support


def _note(state: State) -> str:
    if state.status is Status.OBSERVER:
        return "an observer, counted apart: it cannot sit on the Council"
    return ""


@dataclass(frozen=True, slots=True)
class Supporters:
    """The supporters of a code on a day, by name as far as the record goes."""

    code: str
    on: date
    members: tuple[str, ...]
    observers: tuple[str, ...]
    unknown: tuple[str, ...]
    """Members of which the record cannot say whether they had endorsed the code."""
    two_thirds: int
    """The number of Members that is two thirds of the membership that day."""
    printed: tuple[Roll, ...]
    """All published counts of the day itself, or else of the last day before it that has one."""

    @property
    def is_whole(self) -> bool:
        """Whether the record has every name of the day, so that a distance can be told."""
        return not self.unknown

    @property
    def short(self) -> int | None:
        """How many Members are missing to two thirds; `None` where names are missing too."""
        return max(0, self.two_thirds - len(self.members)) if self.is_whole else None


def make_supporters(record: Record, code: str, on: date) -> Supporters:
    """Everybody the record names as a supporter of a code on a day."""
    answers = {s.id: record.support(code, s.id, on).answer for s in record.register.by_id.values()}
    members = [state.id for state in record.register.members_on(on)]
    observers = sorted(s.id for s in record.register.by_id.values() if s.status is Status.OBSERVER)
    return Supporters(
        code=code,
        on=on,
        members=tuple(code for code in members if answers[code]),
        observers=tuple(code for code in observers if answers[code]),
        unknown=tuple(code for code in members if answers[code] is None),
        two_thirds=-(-2 * len(members) // 3),
        printed=_printed(record, code, on),
    )


def _printed(record: Record, code: str, on: date) -> tuple[Roll, ...]:
    rolls = [roll for roll in record.rolls if roll.initiative == code and roll.total]
    last = max((roll.day for roll in rolls if roll.day <= on), default=None)
    return tuple(roll for roll in rolls if roll.day == last)
