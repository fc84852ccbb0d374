"""Tables that follow from the record: outcomes of votes, paragraphs of codes, standings."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import groupby

from councilwatch.codes.wording import read_wording
from councilwatch.record import tables as t
from councilwatch.record.draft import Draft, tally
from councilwatch.record.endorsement import Support
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

STANDINGS = TableSchema(
    "standings",
    "Standings under the codes",
    "Since when and until when a state was a supporter of a code, as the record's one rule has it "
    "from dated sightings and complete lists. There is a row for every state ever sighted; of all "
    "others the record cannot say.",
    (
        _field("code", "The code.", required=True),
        _field("state", "The state.", required=True, refers_to="states.id"),
        _field("start", "The first day on which it held.", "date", required=True),
        _field("end", "The first day on which it no longer held; empty if it still does.", "date"),
        _field(
            "standing",
            "Whether the state was a supporter.",
            required=True,
            choices=("supporter", "not a supporter", "cannot say"),
        ),
        _field("because", "From what that is known, at the end of the period.", required=True),
    ),
    ("code", "state", "start"),
    None,
)
_STANDING = {True: "supporter", False: "not a supporter", None: "cannot say"}


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
    """The paragraphs of the codes known by then, as the rules read them."""
    wording = read_wording(record.folder).values()
    return PARAGRAPHS, [
        list(each) for each in wording if is_code_known(record, each.clause.partition(".")[0])
    ]


def is_code_known(record: Record, code: str) -> bool:
    """Whether a code was known on the day the record is asked: its initiative is on record."""
    return record.known_on is None or any(row[0] == code for row in record.rows(t.INITIATIVES))


def make_standings(record: Record) -> tuple[TableSchema, Rows]:
    """Every state's standing under every code, period by period."""
    return STANDINGS, [
        row for code, state in sorted(record.sightings) for row in _periods(record, code, state)
    ]


def _periods(record: Record, code: str, state: str) -> Iterator[list[str]]:
    """Periods of one standing, from the first day of which anything is known."""
    asked = [(day, record.support(code, state, day)) for day in _turns(record, code, state)]
    periods = [list(each) for _, each in groupby(asked, key=lambda turn: turn[1].answer)]
    ends = [period[0][0].isoformat() for period in periods[1:]]
    for period, end in zip(periods, [*ends, ""], strict=True):
        support: Support = period[-1][1]
        yield [
            code, state, period[0][0].isoformat(), end, _STANDING[support.answer], support.because,
        ]  # fmt: skip


def _turns(record: Record, code: str, state: str) -> list[date]:
    """The days on which a standing may change: those of sightings and lists, and the days after."""
    listed = {roll.day for roll in record.rolls if roll.initiative == code and roll.is_complete}
    seen = listed | {sighting.day for sighting in record.sightings[code, state]}
    return sorted(seen | {day + timedelta(days=1) for day in seen})
