"""F27: vetoes of the United States to protect Israel, under three declared ways to count."""

import tomllib
from collections.abc import Iterator
from datetime import timedelta
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from councilwatch.critique.figures.claims import Claims
from councilwatch.critique.figures.figure import Part
from councilwatch.critique.figures.printed_number import exactly
from councilwatch.critique.figures.rule import Rule
from councilwatch.critique.figures.vetoed import SORTED_FROM, draft_cites, not_sorted, vetoed_texts
from councilwatch.record.draft import Draft
from councilwatch.record.record import Record

STATE = "USA"


class Way(NamedTuple):
    """One way to count: which situations and which titles are about Israel, and why."""

    id: str
    name: str
    situations: tuple[str, ...]
    titles: tuple[str, ...]
    reason: str

    def counts(self, record: Record, draft: Draft) -> bool:
        """Whether a text is counted: by its situation, or by its title where it has none."""
        situation = record.situations.get(draft.vote)
        if situation is not None:
            return situation in self.situations
        title = draft.title.casefold()
        return any(words.casefold() in title for words in self.titles)


@cache
def ways() -> tuple[Way, ...]:
    """The ways to count, each with all that the ones before it count."""
    text = files(__package__).joinpath("israel.toml").read_text("utf-8")
    found: list[Way] = []
    situations: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    for way in tomllib.loads(text)["way"]:
        situations = (*situations, *way["situations"])
        titles = (*titles, *way["titles"])
        found.append(Way(way["id"], way["name"], situations, titles, way["reason"]))
    return tuple(found)


def vetoes_for_israel(claims: Claims) -> Iterator[Part]:
    """The count under each way by the day of the article, and when it was as printed."""
    record, until = claims.record, claims.day("vetoes")
    reason = not_sorted(claims, SORTED_FROM, until, by=STATE)
    if reason:
        yield claims.open("vetoes", reason)
        return
    every = vetoed_texts(record, until, by=STATE)
    counted = {way: [d for d in every if way.counts(record, d)] for way in ways()}
    printed = claims.printed_number("vetoes")
    fitting = [way for way, texts in counted.items() if len(texts) == printed]
    told = "; ".join(_told(way, texts, printed) for way, texts in counted.items())
    by = " and ".join(way.id for way in fitting) or "no way to count"
    texts = counted[fitting[0] if fitting else ways()[-1]]
    since = f"since {texts[0].day}" if texts else "never"
    part = claims.number(
        "vetoes",
        exactly(len(texts)),
        f"{since}, given by: {by}; the article does not say how it counts. By {until}: {told}",
        draft_cites(record, texts),
        ("since",),
    )
    yield part.counted(len(fitting), len(counted))


def _told(way: Way, texts: list[Draft], printed: int | None) -> str:
    count = f"{way.id} ({way.name}): {len(texts)}"
    if printed is None or not 0 < printed < len(texts):
        return count
    first, end = texts[printed - 1].day, texts[printed].day - timedelta(days=1)
    return f"{count}, {printed} from {first} to {end}"


F27 = Rule(
    "F27",
    "Vetoes of the United States to protect Israel",
    "Vetoes cast by the United States, counted by situation where the record has one and by "
    "declared words of the title where it has none, in three ways from narrow to wide; the number "
    "is confirmed by the way that gives it on the day of the article.",
    vetoes_for_israel,
)
