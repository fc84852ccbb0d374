"""Makes a file of the UN Library's voting data from our own record, the same at every run.

The rows are those of the adopted texts, in the Library's head and words, then those of made-up
resolutions of the last days of 2025 until there are as many as asked for. Changes may be seeded.
"""

import csv
import random
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

from councilwatch.fetch.un_library_votes.source_file import COLUMNS
from councilwatch.record.draft import Cast, DecidedBy, Draft
from councilwatch.record.record import Record
from councilwatch.world.council import Seat

LETTERS = {Cast.YES: "Y", Cast.NO: "N", Cast.ABSTAIN: "A"}
"""How the Library writes ballots; any other is `X`."""
PRINTED = {"SUN": "USSR", "GBR": "UNITED KINGDOM", "USA": "UNITED STATES", "TUR": "TÜRKİYE"}
"""Names the Library prints otherwise than our register."""
AGENDA = "THREATS TO INTERNATIONAL PEACE AND SECURITY; THE SITUATION IN A COUNTRY OF THE AGENDA"
SUBJECTS = "PEACEKEEPING OPERATIONS|MANDATE RENEWAL|CIVILIAN PERSONS--PROTECTION|SANCTIONS"


@dataclass
class LibraryVote:
    """One adopted text as the Library tells it; a test changes it before it is written."""

    number: int
    resolution: str
    day: str
    description: str
    without_vote: bool
    ballots: dict[str, str]
    """The letter of each member, by our code."""
    permanent: frozenset[str]
    names: Mapping[str, str] = field(default_factory=dict)

    @property
    def key(self) -> str:
        """The key of the vote in the record."""
        return self.resolution.replace("(", " (")

    def rows(self) -> Iterator[list[str]]:
        """One row a member, the totals being those of the rows."""
        cast = list(self.ballots.values())
        totals = [str(cast.count(letter)) for letter in "YNAX"] + [str(len(cast))]
        link = f"https://digitallibrary.un.org/record/{self.number}"
        for state, letter in self.ballots.items():
            member = [str(self.number), state, self.names[state], str(state in self.permanent)]
            said = [letter, self.day, self.resolution, "", f"S/PV.{self.number % 10_000}"]
            about = [self.description, AGENDA, SUBJECTS, ""]
            modality = "Without Vote" if self.without_vote else "Vote"
            yield [*member, *said, *about, *totals, modality, link]


def library_votes(record: Record) -> list[LibraryVote]:
    """The adopted texts of the record, oldest first."""
    adopted = (d for d in record.drafts.values() if d.symbol.startswith("S/RES/"))
    return [_as_told(record, draft, 600_000 + n) for n, draft in enumerate(adopted)]


def with_later(votes: list[LibraryVote], rows: int) -> list[LibraryVote]:
    """The votes, and made-up ones of the last days of 2025 until there are so many rows."""
    chance = random.Random(2728)  # noqa: S311 - the same file at every run
    last, made = votes[-1], list(votes)
    count = sum(len(vote.ballots) for vote in votes)
    while count < rows:
        made.append(_made_up(last, len(made) - len(votes), chance))
        count += len(made[-1].ballots)
    return made


def write_library(path: Path, votes: list[LibraryVote]) -> Path:
    """Writes the votes as the Library's file."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(COLUMNS)
        for vote in votes:
            writer.writerows(vote.rows())
    return path


def seeded(votes: list[LibraryVote], key: str, change: Callable[[LibraryVote], None]) -> None:
    """Changes the vote with this key."""
    change(next(vote for vote in votes if vote.key == key))


def _as_told(record: Record, draft: Draft, number: int) -> LibraryVote:
    members = record.members_on(draft.day)
    unvoted = draft.decided_by is DecidedBy.WITHOUT_VOTE
    cast = {ballot.state: LETTERS.get(ballot.cast, "X") for ballot in record.ballots(draft)}
    names = {s: PRINTED.get(s) or record.name_of(s, draft.day).upper() for s in members}
    title = draft.symbol.removeprefix("S/RES/")
    return LibraryVote(
        number,
        draft.symbol.replace(" (", "("),
        draft.day.isoformat(),
        f"Security Council resolution {title} [{draft.title}]",
        unvoted,
        dict.fromkeys(sorted(members), "Y") if unvoted else cast,
        frozenset(s for s, term in members.items() if term.seat is Seat.PERMANENT),
        names,
    )


def _made_up(last: LibraryVote, place: int, chance: random.Random) -> LibraryVote:
    day = date(2025, 12, 30) + timedelta(days=place // 20 % 2)
    ballots = {state: chance.choice("YYYYYYA") for state in last.ballots}
    for state in [s for s, letter in ballots.items() if letter == "A"][6:]:
        ballots[state] = "Y"  # at most six abstain, so that the text has its nine votes
    title = f"a made-up matter, number {place + 1}"
    return LibraryVote(
        5_000_000 + place,
        f"S/RES/{9001 + place}(2025)",
        day.isoformat(),
        f"Security Council resolution {9001 + place} (2025) [on {title}]",
        False,
        ballots,
        last.permanent,
        last.names,
    )
