"""The top of the page: what became of the texts, in counts, and what exactly is counted."""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from councilwatch.press.fingerprint import fingerprint
from councilwatch.press.markup import Html, described, element, join, lines, listed
from councilwatch.press.page_words import OUTCOMES, counted, enumerated, long_day
from councilwatch.press.scorecard import COUNTING_UNIT, Scorecard
from councilwatch.record.draft import Outcome


@dataclass(frozen=True, slots=True)
class Counts:
    """What the headline counts; every number is a plain count of texts or of vetoes."""

    texts: int
    outcomes: dict[Outcome | None, int]
    vetoed_by: dict[tuple[str, ...], int]
    """Texts by the members that vetoed them together, in the order of their codes."""
    vetoes: dict[bool | None, int]
    """Vetoes by whether the member that cast them had endorsed the ACT Code on the day."""

    @property
    def cast(self) -> int:
        """All vetoes: a text that two members vetoed counts two."""
        return sum(self.vetoes.values())


def count(scorecard: Scorecard) -> Counts:
    """The counts of the headline, from the lines of the scorecard."""
    outcomes = Counter(line.decision.outcome for line in scorecard.lines)
    together = Counter(
        tuple(sorted(line.decision.vetoed_by))
        for line in scorecard.lines
        if line.decision.vetoed_by
    )
    vetoes = Counter(
        mark.support["act"].answer
        for line in scorecard.lines
        for mark in line.marks
        if mark.is_veto
    )
    return Counts(
        texts=len(scorecard.lines),
        outcomes={each: outcomes[each] for each in OUTCOMES if each in outcomes},
        vetoed_by=dict(sorted(together.items())),
        vetoes={answer: vetoes[answer] for answer in (True, False, None)},
    )


def member_names(scorecard: Scorecard) -> dict[str, str]:
    """The name of every member on the page, the newest where it changed, by code."""
    oldest_first = reversed(scorecard.lines)
    names = {mark.state: mark.name for line in oldest_first for mark in line.marks}
    return dict(sorted(names.items()))


def make_headline(scorecard: Scorecard) -> Html:
    """The title, the counts, and what was counted."""
    counts = count(scorecard)
    return element(
        "header",
        element("p", "Councilwatch", class_="brand"),
        element("h1", scorecard.title),
        element("p", headline(counts), class_="lead"),
        listed(_details(scorecard, counts), class_="counts"),
        _scope(scorecard),
    )


def headline(counts: Counts) -> str:
    """The first sentence: how many texts, and what became of them."""
    became = [f"{number} {OUTCOMES[each]}" for each, number in counts.outcomes.items()]
    return f"{counted(counts.texts, 'text')}: {enumerated(became)}."


def _details(scorecard: Scorecard, counts: Counts) -> list[Html]:
    names = member_names(scorecard)
    by_whom = "; ".join(f"{_who(who, names)} {n}" for who, n in counts.vetoed_by.items())
    return [
        join((element("strong", "Vetoed by: "), f"{by_whom or 'nobody'}.")),
        join((element("strong", "Vetoes and the ACT Code: "), scorecard.vetoes)),
        join(
            (
                element("strong", "Short of votes: "),
                "a permanent member’s no on a text that did not have the votes is not a veto, "
                "and is not counted as one.",
            )
        ),
    ]


def _who(states: tuple[str, ...], names: dict[str, str]) -> str:
    together = "together" if len(states) > 1 else "alone"
    return f"{enumerated([names[state] for state in states])} {together}"


def _scope(scorecard: Scorecard) -> Html:
    facts = (
        ("Which texts", scorecard.rule),
        ("Counting unit", COUNTING_UNIT),
        ("As of", _day(scorecard)),
        ("Complete", scorecard.complete),
        ("Method version", scorecard.method),
        ("Content print", element("code", fingerprint(scorecard))),
    )
    return described(facts, class_="scope")


def _day(scorecard: Scorecard) -> Html:
    words = long_day(date.fromisoformat(scorecard.as_of))
    return lines(element("time", words, datetime=scorecard.as_of), "(last vote in the record)")
