"""F30: the resolutions on Rwanda and Libya that the article names by numbers now lost."""

from collections.abc import Iterator
from datetime import date

from councilwatch.critique.figures.claims import Claims
from councilwatch.critique.figures.figure import Part
from councilwatch.critique.figures.rule import Rule
from councilwatch.critique.figures.vetoed import ballot_cites, cast_by, draft_cites
from councilwatch.record.draft import Cast, Draft, Outcome, tally
from councilwatch.record.record import Record

RWANDA, LIBYA, BRAZIL = "rwanda", "libya", "BRA"
FORCE = "adjustment of the mandate"
"""Words of the title of a text that changes what a force is for and how large it is.

Source: the titles of the record, such as that of S/RES/912 (1994).
"""
GENOCIDE = (date(1994, 4, 7), date(1994, 7, 15))
"""The hundred days in Rwanda, first and last, as they are commonly dated."""


def two_resolutions(claims: Claims) -> Iterator[Part]:
    """The one text each that fits what the article says around the number it has lost."""
    record = claims.record
    adopted, on_libya = _adopted(record, RWANDA), _adopted(record, LIBYA)
    reduced = [
        d for d in adopted if FORCE in d.title.casefold() and GENOCIDE[0] <= d.day <= GENOCIDE[1]
    ]
    because = "texts on Rwanda adopted in the hundred days whose title adjusts the mandate"
    because = because if adopted else "which of the texts adopted were on Rwanda"
    yield _one(claims, "rwanda-resolution", reduced, because)
    yield claims.open("rwanda-force", "the record has no sizes of peacekeeping forces")
    abstained = cast_by(record, on_libya, BRAZIL, Cast.ABSTAIN)
    because = "texts on Libya adopted with an abstention of Brazil"
    because = because if on_libya else "which of the texts adopted were on Libya"
    yield _one(claims, "libya-resolution", list(abstained), because)
    yield _brazil(claims, list(abstained))


def _one(claims: Claims, slug: str, fitting: list[Draft], because: str) -> Part:
    record = claims.record
    names = ", ".join(f"{d.vote} of {d.day}, {tally(record.ballots(d))}" for d in fitting)
    symbol = fitting[0].symbol.removeprefix("S/RES/") if len(fitting) == 1 else None
    cites = draft_cites(record, fitting)
    return claims.words(slug, symbol, f"{because}: {names}" if names else because, cites)


def _brazil(claims: Claims, abstained: list[Draft]) -> Part:
    meant = abstained[0] if len(abstained) == 1 else None
    casts = {b.state: b.cast for b in claims.record.ballots(meant)} if meant else {}
    found = "abstained" if casts.get(BRAZIL) is Cast.ABSTAIN else None
    because = f"the ballot of Brazil on {meant.vote if meant else 'the text meant'}"
    return claims.words("libya-brazil", found, because, ballot_cites(abstained, BRAZIL))


def _adopted(record: Record, situation: str) -> list[Draft]:
    return [
        draft
        for draft in record.drafts.values()
        if record.situations.get(draft.vote) == situation
        and record.decision(draft).outcome is Outcome.ADOPTED
    ]


F30 = Rule(
    "F30",
    "The resolutions on Rwanda (1994) and Libya (2011)",
    "The one adopted text that fits what the article says around each number; the numbers "
    "themselves are lost in the copy read and were restored.",
    two_resolutions,
)
