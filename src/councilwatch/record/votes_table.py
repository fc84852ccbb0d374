"""Drafts and ballots as rows on their way into the record."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class VoteRows:
    """Rows of `drafts.csv` and `ballots.csv` that belong together."""

    drafts: list[list[str]]
    ballots: list[list[str]]
