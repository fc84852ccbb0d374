"""Every kind of fact is read into values whose fields are the columns of its table."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

import pytest

from councilwatch.record import assembly, belonging, context, explanation, initiative, printed
from councilwatch.record import situation as situations
from councilwatch.record import tables as t
from councilwatch.record.fault import DataError
from councilwatch.record.values import maker
from councilwatch.world.period import Period

MODULES = (assembly, belonging, context, explanation, initiative, printed, situations)
KINDS = [
    kind
    for module in MODULES
    for kind in vars(module).values()
    if isinstance(kind, type) and hasattr(kind, "TABLE")
]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_every_row_of_the_record_makes_a_value(record, kind):
    values = record.all(kind)

    assert len(values) == len(list(record.rows(kind.TABLE)))
    assert all(value.cite.fact.startswith(f"{kind.TABLE.name}/") for value in values)
    assert all(value.cite.source in record.sources for value in values)


def test_no_two_kinds_read_one_table():
    tables = [kind.TABLE for kind in KINDS]

    assert len(tables) == len(set(tables)) > 15


def test_cells_become_what_they_mean(record_of):
    small = record_of(
        candidacies=[
            {
                "council": "security-council",
                "state": "DEU",
                "term": "2027-01-01",
                "outcome": "not-elected",
                "decided_on": "2026-06-03",
                "votes": "104",
            }
        ],
        situations=[{"id": "x", "name": "X", "start": "2011-03-17", "states": "LBY TUN"}],
    )

    [candidacy] = small.all(belonging.Candidacy)
    [situation] = small.all(situations.Situation)

    assert candidacy.term == date(2027, 1, 1)
    assert candidacy.outcome is belonging.Candidature.NOT_ELECTED
    assert candidacy.votes == 104
    assert candidacy.cite.fact == "candidacies/security-council/DEU/2027-01-01"
    assert situation.held == Period(date(2011, 3, 17))
    assert situation.states == ("LBY", "TUN")


def test_what_no_source_says_is_none_or_empty(record_of):
    small = record_of(veto_follow_ups=[{"vote": "S/1"}])

    [follow_up] = small.all(assembly.VetoFollowUp)

    assert follow_up.debate_day is None
    assert follow_up.report == ""


def test_a_kind_that_does_not_match_its_table_is_refused():
    @dataclass(frozen=True)
    class Half:
        TABLE: ClassVar[t.Table] = t.BODIES
        id: str
        name: str

    with pytest.raises(TypeError, match=r"Half has .* bodies\.csv has"):
        maker(Half)


def test_a_cell_that_cannot_be_read_is_told_by_file_and_row(record_of):
    small = record_of(series=[{"id": "x", "name": "X", "unit": "people", "use": "proof"}])
    damaged = record_of(emergency_sessions=[{"number": "ES-1", "convened": "1 November 1956"}])

    assert small.all(context.Series)[0].use == "proof", "the form is what check looks at"
    with pytest.raises(DataError, match=r"emergency_sessions\.csv, row 2: convened cannot be"):
        damaged.all(assembly.EmergencySession)
