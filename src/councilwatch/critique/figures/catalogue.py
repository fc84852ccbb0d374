"""All thirty figures in order, and how to have any of them worked out from a record."""

from collections.abc import Iterable, Iterator

from councilwatch.critique.figures import (
    act_group,
    assembly,
    campaign_page,
    council,
    initiatives,
    israel,
    proposals,
    resolutions,
    signatories,
    supporters,
    syria,
    testimony,
    workshop,
)
from councilwatch.critique.figures.claims import Claims
from councilwatch.critique.figures.figure import Figure
from councilwatch.critique.figures.rule import Rule
from councilwatch.record.record import Record

RULES: dict[str, Rule] = {
    rule.id: rule
    for rule in (
        syria.F1,
        syria.F2,
        supporters.F3,
        testimony.F4,
        proposals.F5,
        supporters.F6,
        act_group.F7,
        signatories.F8,
        signatories.F9,
        council.F10,
        signatories.F11,
        act_group.F12,
        act_group.F13,
        syria.F14,
        workshop.F15,
        act_group.F16,
        initiatives.F17,
        campaign_page.F18,
        initiatives.F19,
        initiatives.F20,
        assembly.F21,
        council.F22,
        initiatives.F23,
        proposals.F24,
        council.F25,
        proposals.F26,
        israel.F27,
        testimony.F28,
        testimony.F29,
        resolutions.F30,
    )
}
"""How each figure is worked out, by its number."""


def rederive(record: Record, figures: Iterable[str] = ()) -> Iterator[Figure]:
    """The figures asked for, or all of them, worked out from the record in their order."""
    wanted = set(figures) or set(RULES)
    for rule in RULES.values():
        if rule.id in wanted:
            parts = tuple(rule.parts(Claims(record, rule.id)))
            yield Figure(rule.id, rule.title, rule.sentence, parts)
