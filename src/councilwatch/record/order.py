"""Where new rows go in a table: those of one first cell together, the others left in place."""

from collections.abc import Sequence
from itertools import pairwise

from councilwatch.record.history import KNOWN_ON
from councilwatch.record.table import Table

Row = Sequence[str]


def ordered(
    table: Table, old: Sequence[Row], added: Sequence[Row], superseding: Sequence[Row]
) -> list[Row]:
    """The rows of a table with the new ones: those of one first cell together, old ones in place.

    A superseding row follows those of its key. A new first cell goes where the order of the others
    (by the day they became known for votes, else by the cell) puts it, or to the end.
    """
    groups: dict[str, list[Row]] = {}
    for row in old:
        groups.setdefault(row[0], []).append(row)
    for row in superseding:
        _put_after_its_key(groups[row[0]], row, len(table.key))
    new: dict[str, list[Row]] = {}
    for row in sorted(added, key=lambda row: tuple(row[: len(table.key)])):
        (groups.get(row[0]) or new.setdefault(row[0], [])).append(row)
    place = _known_first if table.key[0] == "vote" else _first_cell
    old_groups, new_groups = list(groups.values()), sorted(new.values(), key=place)
    together = [*old_groups, *new_groups]
    if all(place(one) <= place(other) for one, other in pairwise(old_groups)):
        together.sort(key=place)
    return [row for group in together for row in group]


def _put_after_its_key(group: list[Row], row: Row, width: int) -> None:
    last = max(n for n, other in enumerate(group) if other[:width] == row[:width])
    group.insert(last + 1, row)


def _known_first(group: Sequence[Row]) -> str:
    return group[0][KNOWN_ON]


def _first_cell(group: Sequence[Row]) -> str:
    return group[0][0]
