"""What each code says of one text under each reading: the members by verdict."""

from itertools import groupby

from councilwatch.press.markup import Html, element, folded, lines, unseen
from councilwatch.press.page_words import CLAUSE_NAMES, CLAUSES
from councilwatch.press.reading_groups import Findings, Group, group_rows
from councilwatch.press.scorecard import Line

_NO_BALLOTS = "The record does not have the ballots, so no code says anything of this text."


def make_findings(line: Line) -> Html:
    """The unfolding table of findings on one text, readings that agree put together."""
    summary = element(
        "span", "What each code says under each reading", unseen(f" of {line.draft.vote}")
    )
    if not line.rows:
        return folded(summary, element("p", _NO_BALLOTS))
    names = {mark.state: mark.name for mark in line.marks}
    clauses = groupby(group_rows(line.rows), key=lambda found: found[0])
    bodies = (
        _clause(clause, [(group, findings) for _, group, findings in found], line, names)
        for clause, found in clauses
    )
    head = element("tr", *(element("th", word, scope="col") for word in ("Reading", "Members")))
    return folded(summary, element("table", element("thead", head), *bodies, class_="findings"))


def _clause(
    clause: str, found: list[tuple[Group, Findings]], line: Line, names: dict[str, str]
) -> Html:
    title = element(
        "th",
        element("strong", CLAUSE_NAMES[clause]),
        f": {CLAUSES[clause].about}",
        scope="rowgroup",
        colspan="2",
    )
    rows = (
        element(
            "tr",
            element("th", _reading(clause, group, line), scope="row"),
            element("td", _members(findings, names)),
        )
        for group, findings in found
    )
    return element("tbody", element("tr", title, class_="clause"), "\n", lines(*rows))


def _members(findings: Findings, names: dict[str, str]) -> Html:
    entries = (
        (verdict.value, ", ".join(names[state] for state in names if state in states))
        for verdict, states in findings
    )
    return lines(*(element("p", element("b", f"{word}:"), f" {who}") for word, who in entries))


def _reading(clause: str, group: Group, line: Line) -> Html:
    """The names of the readings, or that it is all of them."""
    all_of = (
        {row.conduct for row in line.rows if row.clause == clause},
        {row.crimes for row in line.rows if row.clause == clause},
        {row.credible for row in line.rows if row.clause == clause},
    )
    whole = [set(part) == each for part, each in zip(group, all_of, strict=True)]
    if all(whole):
        return element("span", "every reading")
    parts = [
        f"{question} {_either(part)}"
        for question, part, is_whole in zip(_PARTS, group, whole, strict=True)
        if not is_whole
    ]
    return lines(*(element("span", part, class_="part") for part in parts))


_PARTS = ("conduct:", "crimes by:", "credible by:")


def _either(names: tuple[str, ...]) -> str:
    return " or ".join(names)
