"""Posts for social networks: the record first, always within the limit, always with the link."""

import re
from collections.abc import Iterator

from councilwatch.press.length import Network, fits, shorten
from councilwatch.press.page_words import long_day
from councilwatch.press.scorecard import Line, Mark
from councilwatch.press.wording import document_link, title_of
from councilwatch.record.draft import Cast, Outcome
from councilwatch.record.record import Record

HASHTAG = "#ACTcodeofconduct"


def make_post(line: Line, network: Network, link: str) -> str:
    """A post on one text: what was voted and how it ended, then what else fits.

    Parts are left out from the end of the list of extras until the post fits; the record, what
    endorsers did and the link never are. Raises `ValueError` if even those do not fit.
    """
    parts = (_against(line), _abstained(line), _hashtag(line))
    extras = [part for part in parts if part]
    for endorsers in (_endorsers(line), _endorsers_counted(line)):
        lead = "\n".join(part for part in (_lead(line), endorsers) if part)
        for kept in range(len(extras), -1, -1):
            for title in _titles(line, network):
                post = "\n".join(part for part in (lead, title, *extras[:kept], link) if part)
                if fits(post, network):
                    return post
    raise ValueError(f"A post on {line.draft.vote} with its link does not fit {network.value}.")


def link_to(line: Line, record: Record) -> str:
    """Where a reader can check: the document at the UN, or else the source of the vote."""
    if line.draft.symbol:
        return document_link(line.draft)
    address = record.source(line.draft.source).address
    return address if address.startswith("http") else "https://doi.org/10.21410/7E4/Z0KECE"


def _lead(line: Line) -> str:
    tally = line.tally
    count = f" {tally.yes} yes, {tally.no} no, {tally.abstain} abstain." if tally else ""
    what = line.draft.vote if line.draft.symbol else "draft"
    if line.situation:
        what += f" ({line.situation_name})"
    outcome = line.outcome if line.outcome != "cannot say" else "outcome cannot be computed"
    aside = " A no on a text short of votes is not a veto." if _is_no_veto(line) else ""
    return f"UN Security Council, {long_day(line.draft.day)}: {what} {outcome}.{count}{aside}"


def _is_no_veto(line: Line) -> bool:
    return line.decision.outcome is Outcome.SHORT and bool(line.decision.permanent_against)


def _titles(line: Line, network: Network) -> Iterator[str]:
    yield title_of(line.draft)
    for room in (120, 80, 40):
        yield re.sub(r"[,;:]…$", "…", shorten(title_of(line.draft), room, network))
    yield ""


def _against(line: Line) -> str:
    return _named("No", [mark for mark in line.marks if mark.cast is Cast.NO])


def _abstained(line: Line) -> str:
    return _named("Abstain", [mark for mark in line.marks if mark.cast is Cast.ABSTAIN])


def _endorsers(line: Line) -> str:
    """How the members known to have endorsed the ACT Code voted; never left out."""
    by_cast = _endorsers_by_cast(line)
    others = [f"{cast.value} {' '.join(s)}" for cast, s in by_cast.items() if cast is not Cast.YES]
    if Cast.YES in by_cast:
        others.append("the others yes" if others else "all yes")
    return _known_endorsers(by_cast, "; ".join(others))


def _endorsers_counted(line: Line) -> str:
    """The same in counts, where the names have no room."""
    by_cast = _endorsers_by_cast(line)
    told = ", ".join(f"{cast.value} {len(states)}" for cast, states in by_cast.items())
    return _known_endorsers(by_cast, told)


def _known_endorsers(by_cast: dict[Cast, list[str]], told: str) -> str:
    count = sum(len(states) for states in by_cast.values())
    return f"Known endorsers of the ACT Code ({count}): {told}" if count else ""


def _endorsers_by_cast(line: Line) -> dict[Cast, list[str]]:
    by_cast: dict[Cast, list[str]] = {}
    for cast in Cast:
        for mark in line.marks:
            if mark.cast is cast and mark.support["act"].answer:
                by_cast.setdefault(cast, []).append(mark.state)
    return by_cast


def _hashtag(line: Line) -> str:
    """The campaign's tag, once the Code existed."""
    existed = any(mark.support["act"].answer is not False for mark in line.marks)
    return HASHTAG if existed else ""


def _named(word: str, marks: list[Mark]) -> str:
    return f"{word}: {', '.join(mark.state for mark in marks)}" if marks else ""
