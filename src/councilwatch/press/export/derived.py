"""Two tables that follow from the record: the outcome of every vote, and the codes' paragraphs."""

from collections.abc import Sequence

from councilwatch.codes.wording import read_wording
from councilwatch.record.draft import Draft, tally
from councilwatch.record.record import Record
from councilwatch.record.schema import Field, TableSchema
from councilwatch.world.council import votes_needed_on

Rows = list[list[str]]


def _field(
    name: str,
    about: str,
    kind: str = "string",
    *,
    required: bool = False,
    choices: Sequence[str] = (),
    list_of: str = "",
    refers_to: str = "",
) -> Field:
    return Field(name, kind, about, required, tuple(choices), "", list_of, refers_to)


OUTCOMES = TableSchema(
    "outcomes",
    "Outcomes",
    "The outcome of every vote, computed from the ballots and the seats in force that day.",
    (
        _field("vote", "The vote.", required=True, refers_to="drafts.vote"),
        _field("day", "The day of the vote.", "date", required=True),
        _field(
            "outcome",
            "What became of the text under Article 27 of the Charter.",
            required=True,
            choices=("adopted", "vetoed", "short of votes", "cannot say"),
        ),
        _field("vetoed_by", "The members whose no blocked the text.", list_of="states.id"),
        _field("yes", "Votes in favour; empty where the record has no ballots.", "integer"),
        _field("no", "Votes against.", "integer"),
        _field("abstain", "Abstentions.", "integer"),
        _field("not_voting", "Members absent or not participating.", "integer"),
        _field("votes_needed", "Votes in favour that were needed.", "integer", required=True),
        _field("because", "The arithmetic in words.", required=True),
    ),
    ("vote",),
    None,
)

PARAGRAPHS = TableSchema(
    "paragraphs",
    "Paragraphs of the codes",
    "A paragraph of a code as quoted, and what the rules of this version read in it: whom it "
    "binds, what engages it, what it leaves open.",
    (
        _field("clause", "Key of the paragraph.", required=True),
        _field("paragraph", "The paragraph as the document numbers it.", required=True),
        _field("quote", "Its words.", required=True),
        _field("binds", "Whom it binds.", required=True),
        _field("engaged_by", "What engages it.", required=True),
        _field("exceptions", "Exceptions in its text."),
        _field("left_open", "What the text leaves open."),
        _field("document", "The document it stands in.", required=True),
        _field("source", "Where it was read.", required=True, refers_to="sources.id"),
    ),
    ("clause",),
    None,
)


def make_outcomes(record: Record) -> tuple[TableSchema, Rows]:
    """The outcome of every vote, with the count and the reason."""
    return OUTCOMES, [_outcome(record, draft) for draft in record.drafts.values()]


def _outcome(record: Record, draft: Draft) -> list[str]:
    decision = record.decision(draft)
    ballots = record.ballots(draft)
    counts = [str(number) for number in tally(ballots)] if ballots else [""] * 4
    return [
        draft.vote,
        draft.day.isoformat(),
        decision.word,
        " ".join(decision.vetoed_by),
        *counts,
        str(votes_needed_on(draft.day)),
        decision.because,
    ]


def make_paragraphs(record: Record) -> tuple[TableSchema, Rows]:
    """The paragraphs of the codes, as the rules read them."""
    return PARAGRAPHS, [list(each) for each in read_wording(record.folder).values()]
