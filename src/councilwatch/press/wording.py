"""The words our pictures share: the outcome, the count and the text alternative, in sentences."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable

from councilwatch.press.page_words import enumerated
from councilwatch.press.scorecard import Line, Mark, Scorecard
from councilwatch.record.draft import Cast, Draft, Outcome

CODE = "act"
"""The code whose endorsement our pictures show."""

PROJECT = "Councilwatch"
SOURCE = "Sciences Po UNSC votes database (CC BY 4.0)"
CODE_NAME = "ACT Code of Conduct"
NOT_ON_RECORD = "The record does not have the members’ ballots."

# The source's own remark in a title: "The Egyptian question (/!\ no information about the vote)"
_REMARK = re.compile(r"\s*\(/!\\[^)]*\)")


def in_order(marks: Iterable[Mark]) -> list[Mark]:
    """Members in the order of the Council's own lists: the English alphabet, accents aside."""
    return sorted(marks, key=lambda mark: (_plain(mark.name), mark.state))


def title_of(draft: Draft) -> str:
    """The title as the source prints it, with a capital and without the source's remarks."""
    title = unicodedata.normalize("NFC", _REMARK.sub("", draft.title))
    return title[:1].upper() + title[1:]


def document_link(draft: Draft) -> str:
    """Where the document stands at the United Nations, by its symbol."""
    return f"https://undocs.org/{draft.symbol.replace(' ', '')}"


def outcome_sentence(line: Line) -> str:
    """What became of the text, and by whose votes if it was vetoed."""
    decision = line.decision
    if decision.outcome is None:
        return "Cannot say: ballots not on record"
    if decision.outcome is Outcome.VETOED:
        return f"Vetoed by {enumerated([mark.name for mark in _blocking(line)])}"
    if line.tally is None:
        return "Adopted without a vote"
    if decision.outcome is Outcome.SHORT:
        return f"Short of votes: {line.tally.yes} in favour, {line.needed} needed"
    return "Adopted"


def short_outcome(line: Line) -> str:
    """The outcome in a word or two, with the codes of those that vetoed."""
    decision = line.decision
    if decision.outcome is Outcome.VETOED:
        return f"Vetoed by {enumerated([mark.state for mark in _blocking(line)])}"
    return decision.word.capitalize()


def _blocking(line: Line) -> list[Mark]:
    """The members whose noes blocked the text, in the order of the Council's own lists."""
    return in_order(mark for mark in line.marks if mark.is_veto)


def counted_outcomes(scorecard: Scorecard) -> str:
    """How many texts had each outcome, in words: "49 vetoed and 20 short of votes"."""
    found = Counter(line.decision.outcome for line in scorecard.lines)
    parts = [f"{found[kind]} {kind.value}" for kind in Outcome if found[kind]]
    if found[None]:
        parts.append(f"{found[None]} with no ballots on record")
    return enumerated(parts)


def count_sentence(line: Line) -> str:
    """How many cast what; empty where no ballots are on record."""
    if line.tally is None:
        return ""
    yes, no, abstain, not_voting = line.tally
    parts = [f"{yes} in favour", f"{no} against", f"{abstain} abstained"]
    if not_voting:
        parts.append(f"{not_voting} did not vote")
    count = ", ".join(parts)
    # The outcome of a text short of votes has named the number already.
    return count if line.decision.outcome is Outcome.SHORT else f"{count}; {line.needed} needed"


def remarks(line: Line) -> list[str]:
    """What a reader of the ballots might otherwise get wrong, in sentences."""
    found = []
    if line.decision.permanent_against and line.decision.outcome is Outcome.SHORT:
        found.append("A no on a text short of votes is not a veto.")
    if line.decision.permanent_against and line.decision.outcome is Outcome.ADOPTED:
        found.append("Procedural: no member’s vote blocks.")
    if line.draft.note:
        found.append(f"Note: {line.draft.note}.")
    return found


def voted(line: Line, *casts: Cast) -> str:
    """The members that cast one of these, by name; vetoes are marked."""
    found = in_order(mark for mark in line.marks if mark.cast in casts)
    return enumerated([mark.name + (" (veto)" if mark.is_veto else "") for mark in found])


def standing(line: Line, answer: bool | None) -> list[str]:
    """The members that had endorsed the Code, or those of which the record cannot say, by name."""
    return [m.name for m in in_order(line.marks) if m.support[CODE].answer is answer]


def _plain(name: str) -> str:
    letters = unicodedata.normalize("NFKD", name)
    return "".join(sign for sign in letters if not unicodedata.combining(sign)).casefold()
