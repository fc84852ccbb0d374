"""Names of states and their regions, as the file of country codes has them."""

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

from councilwatch.fetch.declared import declared
from councilwatch.fetch.m49.source_file import PrintedState, read_states
from councilwatch.fetch.sighting import BY_HAND, Place, sighted, standings_on
from councilwatch.record import tables as t
from councilwatch.record.belonging import Group
from councilwatch.record.fault import DataError, Fault
from councilwatch.record.incoming import Claim, Incoming
from councilwatch.record.record import Record

SOURCE = "m49-pddl"
MEMBER = "member"
END = t.STATE_NAMES.place("end")

Use = tuple[str, str, str]
"""State, kind and language of a name."""


def read(path: Path, record: Record, *, whole: bool) -> Incoming:
    """Names in use and M49 regions of Members and observers; raises `DataError`.

    A name is told as the record has it while the file does not disagree. Another name, or another
    region, than the one on record is left out and told, for the file does not say since when.
    `whole` also asks the file to be the whole collection, with every state and every name a
    correction is for.
    """
    day = date.fromisoformat(declared(__package__, "expectations")["seen_on"])
    names, regions = _Names(record), _Regions(record, day)
    faults: list[Fault] = []
    for printed in read_states(path, record.register, whole=whole):
        try:
            names.take(printed, whole=whole)
            regions.take(printed)
        except ValueError as error:
            faults.append(Fault(path.name, printed.line, str(error)))
    if faults:
        raise DataError(faults)
    found = sighted(record, regions.shown, day, SOURCE, silent_on=None)
    return Incoming(
        {t.STATE_NAMES: names.rows, t.AFFILIATIONS: found.rows},
        left_out=[*names.left_out, *regions.left_out, *found.left_out],
        claims=[Claim((t.STATE_NAMES,), SOURCE, names.lacks)] if whole else (),
        put_right=len(names.put_right),
    )


class _Names:
    """The names of a file on their way into rows, beside the names in use on record."""

    def __init__(self, record: Record) -> None:
        self.in_use: dict[Use, Sequence[str]] = {
            (row[0], row[2], row[3]): row for row in record.rows(t.STATE_NAMES) if not row[END]
        }
        self.rows: list[list[str]] = []
        self.left_out: list[str] = []
        self.empty: set[Use] = set()
        """The uses of which the file has no name."""
        self.put_right: set[int] = set()
        """The rows with a name that was put right."""

    def take(self, printed: PrintedState, *, whole: bool) -> None:
        """Takes the names of one state; raises `ValueError` where a correction is obsolete."""
        for column in declared(__package__, "columns")["name"]:
            name = _name(printed, column["column"], whole=whole)
            use = (printed.state.id, column["kind"], column["language"])
            if name:
                self._take_one(use, name)
            else:
                self.empty.add(use)
            if _corrected(printed, column["column"]) is not None:
                self.put_right.add(printed.line)

    def lacks(self, row: Sequence[str]) -> bool:
        """Whether a name on record is in use where the file has none."""
        return not row[END] and (row[0], row[2], row[3]) in self.empty

    def _take_one(self, use: Use, name: str) -> None:
        standing = self.in_use.get(use)
        state, kind, language = use
        if standing is None:
            self.rows.append([state, name, kind, language, "", "", "", "", SOURCE, ""])
        elif standing[1] == name:
            self.rows.append(list(standing))
        else:
            self.left_out.append(
                f"{state} is called '{name}' ({kind}, {language}) in the file, '{standing[1]}' in "
                f"the record; {BY_HAND}."
            )


def _name(printed: PrintedState, column: str, *, whole: bool) -> str:
    """The name of a state in a column, put right where that is declared; raises `ValueError`."""
    known = declared(__package__, "corrections")
    cell = " ".join(printed.cells[column].split())
    corrected = _corrected(printed, column)
    if corrected is not None:
        return corrected
    for each in known["name"] if whole else ():
        if (each["state"], each["column"]) == (printed.state.id, column):
            raise ValueError(
                f"{column} of {printed.state.id} is '{cell}', where a correction expects "
                f"'{each['expect']}': it is obsolete ({each['reason']})."
            )
    around = known["around"]
    plain = cell.removesuffix(around["after"])
    return plain.removeprefix(around["before"]) if column.startswith("UNTERM") else plain


def _corrected(printed: PrintedState, column: str) -> str | None:
    """The name a declared misprint means; `None` if the column has none."""
    cell = " ".join(printed.cells[column].split())
    for each in declared(__package__, "corrections")["name"]:
        if (each["state"], each["column"], each["expect"]) == (printed.state.id, column, cell):
            return str(each["name"])
    return None


class _Regions:
    """The regions of a file, beside those on record: a state is in one of each kind."""

    def __init__(self, record: Record, day: date) -> None:
        self.groups = {group.id: group for group in record.all(Group)}
        self.on_record = {
            (state, self.groups[group].kind): group
            for group, state in standings_on(record, day)
            if group in self.groups
        }
        self.shown: dict[Place, str] = {}
        self.left_out: list[str] = []

    def take(self, printed: PrintedState) -> None:
        """Takes the region and the sub-region of a state; raises `ValueError`."""
        for region in declared(__package__, "columns")["region"]:
            group = self._group(printed, region)
            state = printed.state.id
            known = self.on_record.get((state, group.kind), group.id)
            if known == group.id:
                self.shown[group.id, state] = MEMBER
            else:
                self.left_out.append(
                    f"{state} is in {group.id} in the file, in {known} in the record; {BY_HAND}."
                )

    def _group(self, printed: PrintedState, region: Mapping[str, str]) -> Group:
        """The group of the record that a region is, by its code; its name must be the same."""
        code, name = printed.cells[region["code"]].strip(), printed.cells[region["name"]].strip()
        declared_id = declared(__package__, "regions")["groups"].get(code)
        if declared_id is None:
            raise ValueError(
                f"{region['code']} '{code}' ({name}) of {printed.state.id} is no region "
                f"known here; known are {', '.join(declared(__package__, 'regions')['groups'])}."
            )
        group = self.groups.get(declared_id)
        if group is None:
            raise ValueError(f"{declared_id}, the group of '{name}', is not in groups.csv.")
        if group.name != name:
            raise ValueError(
                f"{region['name']} of code {code} is '{name}'; {group.id} is {group.name}."
            )
        return group
