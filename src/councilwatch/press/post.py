"""Posts for social networks: the record first, always within the limit, always with the link."""

import re
from collections.abc import Iterator

from councilwatch.press.length import Network, fits, shorten
from councilwatch.press.page_words import long_day
from councilwatch.press.scorecard import Line, Mark
from councilwatch.record.draft import Cast
from councilwatch.record.record import Record

HASHTAG = "#ACTcodeofconduct"


def make_post(line: Line, network: Network, link: str) -> str:
    """A post on one text: what was voted and how it ended, then what else fits.

    Parts are left out from the end of the list of extras until the post fits; the record and the
    link never are. Raises `ValueError` if even those do not fit, which no text in the record does.
    """
    lead = _lead(line)
    parts = (_against(line), _abstained(line), _endorsers(line), _hashtag(line))
    extras = [part for part in parts if part]
    for kept in range(len(extras), -1, -1):
        for title in _titles(line, network):
            post = "\n".join(part for part in (lead, title, *extras[:kept], link) if part)
            if fits(post, network):
                return post
    raise ValueError(f"A post on {line.draft.vote} with its link does not fit {network.value}.")


def link_to(line: Line, record: Record) -> str:
    """Where a reader can check: the document at the UN, or else the source of the vote."""
    if line.draft.symbol:
        return f"https://undocs.org/{line.draft.symbol.replace(' ', '')}"
    address = record.source(line.draft.source).address
    return address if address.startswith("http") else "https://doi.org/10.21410/7E4/Z0KECE"


def _lead(line: Line) -> str:
    tally = line.tally
    count = f" {tally.yes} yes, {tally.no} no, {tally.abstain} abstain." if tally else ""
    what = line.draft.vote if line.draft.symbol else "draft"
    outcome = line.outcome if line.outcome != "cannot say" else "outcome cannot be computed"
    return f"UN Security Council, {long_day(line.draft.day)}: {what} {outcome}.{count}"


def _titles(line: Line, network: Network) -> Iterator[str]:
    yield line.draft.title
    for room in (120, 80, 40):
        yield re.sub(r"[,;:]…$", "…", shorten(line.draft.title, room, network))
    yield ""


def _against(line: Line) -> str:
    return _named("No", [mark for mark in line.marks if mark.cast is Cast.NO])


def _abstained(line: Line) -> str:
    return _named("Abstain", [mark for mark in line.marks if mark.cast is Cast.ABSTAIN])


def _endorsers(line: Line) -> str:
    """Members known to have endorsed the ACT Code that did not vote yes."""
    bound = [mark for mark in line.marks if mark.support["act"].answer]
    if not bound:
        return ""
    others = [mark for mark in bound if mark.cast is not Cast.YES]
    told = "; ".join(f"{mark.state} {mark.cast.value}" for mark in others)
    if not others:
        told = "all yes"
    elif len(others) < len(bound):
        told += "; the others yes"
    return f"Known endorsers of the ACT Code ({len(bound)}): {told}"


def _hashtag(line: Line) -> str:
    """The campaign's tag, once the Code existed."""
    existed = any(mark.support["act"].answer is not False for mark in line.marks)
    return HASHTAG if existed else ""


def _named(word: str, marks: list[Mark]) -> str:
    return f"{word}: {', '.join(mark.state for mark in marks)}" if marks else ""
