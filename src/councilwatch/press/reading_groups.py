"""Readings that lead to the same findings, put together and described in few words.

Thirteen readings of a pledge often agree. They are joined step by step: those that differ only in
the test for credible, then only in the test for the crimes, then only in the conduct.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from councilwatch.codes.finding import Verdict
from councilwatch.press.scorecard import Row

Findings = tuple[tuple[Verdict, tuple[str, ...]], ...]


class Group(NamedTuple):
    """Readings of one pledge: every combination of these names."""

    conducts: tuple[str, ...]
    crimes: tuple[str, ...]
    credible: tuple[str, ...]
    """Empty names where the pledge does not ask."""


def group_rows(rows: Iterable[Row]) -> Iterator[tuple[str, Group, Findings]]:
    """Clause, readings and findings: as few as there are, in the order of the rows."""
    together: dict[tuple[str, Findings], list[Row]] = {}
    for row in rows:
        findings = tuple(row.verdicts.items())
        together.setdefault((row.clause, findings), []).append(row)
    clauses = dict.fromkeys(clause for clause, _ in together)
    for clause in clauses:
        for (found, findings), same in together.items():
            if found == clause:
                yield from ((clause, group, findings) for group in _groups(same))


def _groups(rows: list[Row]) -> list[Group]:
    by_tests: dict[tuple[str, str], list[str]] = {}
    for row in rows:
        by_tests.setdefault((row.conduct, row.crimes), []).append(row.credible)
    by_crimes: dict[tuple[str, tuple[str, ...]], list[str]] = {}
    for (conduct, crimes), credible in by_tests.items():
        by_crimes.setdefault((conduct, tuple(credible)), []).append(crimes)
    by_conduct: dict[tuple[tuple[str, ...], tuple[str, ...]], list[str]] = {}
    for (conduct, credibles), each in by_crimes.items():
        by_conduct.setdefault((tuple(each), credibles), []).append(conduct)
    return [Group(tuple(each), *tests) for tests, each in by_conduct.items()]
