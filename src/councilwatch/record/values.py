"""Rows made into typed values: dataclasses whose fields are named as the columns of its table."""

from collections.abc import Callable, Sequence
from dataclasses import fields
from datetime import date
from enum import Enum
from functools import cache
from typing import Any, ClassVar, Protocol, TypeVar, get_args, get_type_hints

from councilwatch.record.cite import Cite
from councilwatch.record.history import SOURCE
from councilwatch.record.table import LEDGER, Table
from councilwatch.world.period import Period

Row = Sequence[str]
Reader = Callable[[Row], Any]


class Kind(Protocol):
    """A dataclass that knows the table its values stand in."""

    TABLE: ClassVar[Table]
    __dataclass_fields__: ClassVar[dict[str, Any]]


K = TypeVar("K", bound=Kind)


@cache
def maker(kind: type[K]) -> Callable[[Row], K]:
    """The function that makes a row into a value; raises `TypeError` if the two do not match.

    Every field is named as its column, but for `held`, a period made of `start` and `end`, and
    `cite`, which points to the row itself.
    """
    hints = get_type_hints(kind)
    names = [field.name for field in fields(kind)]
    readers = [_reader(kind.TABLE, name, hints[name]) for name in names]
    _check_columns(kind, names)

    def make(row: Row) -> K:
        return kind(*(read(row) for read in readers))

    return make


def _check_columns(kind: type[Kind], names: Sequence[str]) -> None:
    read = [column for name in names for column in _columns_of(name)]
    columns = [c for c in kind.TABLE.columns if c not in LEDGER]
    if sorted(read) != sorted(columns):
        raise TypeError(f"{kind.__name__} has {read}; {kind.TABLE.file} has {columns}.")


def _columns_of(name: str) -> tuple[str, ...]:
    return {"held": ("start", "end"), "cite": ()}.get(name, (name,))


def _reader(table: Table, name: str, hint: Any) -> Reader:
    if name == "cite":
        width = len(table.key)
        return lambda row: Cite("/".join((table.name, *row[:width])), row[SOURCE])
    if hint is Period:
        start, end = table.place("start"), table.place("end")
        return lambda row: Period(_day_or_none(row[start]), _day_or_none(row[end]))
    place, read = table.place(name), _cell_reader(hint)
    return lambda row: read(row[place])


def _cell_reader(hint: Any) -> Callable[[str], Any]:
    if isinstance(hint, type) and issubclass(hint, Enum):
        return hint
    readers: dict[Any, Callable[[str], Any]] = {
        str: str,
        bool: "yes".__eq__,
        int: int,
        date: date.fromisoformat,
    }
    if hint in readers:
        return readers[hint]
    if str in get_args(hint):  # tuple[str, ...]
        return lambda cell: tuple(cell.split())
    [filled] = (each for each in get_args(hint) if each is not type(None))
    return lambda cell: readers[filled](cell) if cell else None


def _day_or_none(cell: str) -> date | None:
    return date.fromisoformat(cell) if cell else None
