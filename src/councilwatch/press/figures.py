"""The printed figures and what the record makes of them, as text and as JSON."""

from collections import Counter
from collections.abc import Iterator, Sequence
from textwrap import fill
from typing import Any

from councilwatch.critique.figures.comparison import as_printed, qualifier_of
from councilwatch.critique.figures.figure import (
    IN_ONE_WAY,
    IN_PART,
    IN_SOME_WAYS,
    Figure,
    Part,
    Verdict,
)
from councilwatch.press.body import cite_body
from councilwatch.record.printed import PrintedFigure
from councilwatch.record.record import Record

WIDTH = 100
SHOWN = 3
"""How many facts the text shows of a part; JSON has all of them."""

ANSWERS = (Verdict.CONFIRMED.value, IN_PART, Verdict.DIFFERS.value, Verdict.CANNOT_SAY.value)
"""The answers to a whole figure, in the order they are counted up."""

IN_PART_MEANS = (
    "Confirmed in part: some of what the document prints is confirmed, the rest cannot be said, "
    "and nothing differs."
)
"""What the one answer means that does not say it by itself."""


def figures_text(record: Record, figures: Sequence[Figure]) -> str:
    """Every figure with its rule and parts; for several, how many have which answer."""
    told = ["\n".join(_figure_lines(record, figure)) for figure in figures]
    if len(figures) > 1:
        told.append(tally_of_answers(figures))
    return "\n\n".join(told)


def tally_of_answers(figures: Sequence[Figure]) -> str:
    """How many figures have which answer, and how many the record could answer at all."""
    counts = Counter(figure.answer for figure in figures)
    told = ", ".join(_counted(answer, counts[answer], figures) for answer in ANSWERS)
    answered = sum(1 for figure in figures if figure.is_answered)
    lines = [f"{len(figures)} figures: {told}."]
    lines += [IN_PART_MEANS] if counts[IN_PART] else []
    lines.append(f"Answered, at least in part: {answered}.")
    return "\n".join(fill(line, WIDTH) for line in lines)


def _counted(answer: str, count: int, figures: Sequence[Figure]) -> str:
    """How many figures have an answer; of the confirmed ones, how many not in every way."""
    if answer == Verdict.DIFFERS.value:
        return f"{count} {answer if count == 1 else 'differ'}"
    split = [figure for figure in figures if figure.answer == answer and figure.is_split]
    if not split:
        return f"{count} {answer}"
    one = all(figure.headline.endswith(IN_ONE_WAY) for figure in split)
    return f"{count} {answer} ({len(split)} of them {IN_ONE_WAY if one else IN_SOME_WAYS} only)"


def _figure_lines(record: Record, figure: Figure) -> Iterator[str]:
    yield f"{figure.id}  {figure.title}: {figure.headline.upper()}"
    yield _indented(f"Rule: {figure.rule}", 4)
    for part in figure.parts:
        yield from _part_lines(record, part)


def _part_lines(record: Record, part: Part) -> Iterator[str]:
    yield _indented(f"{part.slug}: {part.told}", 2)
    if part.printed:
        yield _indented(f"printed: {_printed(record, part.printed)}", 6)
    for beside in part.given:
        yield _indented(f"with {beside.part}: {as_printed(beside) or 'numeral lost'}", 6)
    yield _indented(f"record: {part.computed or 'no number of its own'}; {part.because}", 6)
    if part.cites:
        facts = ", ".join(cite.fact for cite in part.cites[:SHOWN])
        more = len(part.cites) - SHOWN
        yield _indented(f"facts: {facts}{f' and {more} more' if more > 0 else ''}", 6)


def _printed(record: Record, claim: PrintedFigure) -> str:
    number = as_printed(claim) if claim.printed else "numeral lost"
    return f"{number} ({record.source(claim.document).title}; {claim.locator})"


def _indented(text: str, by: int) -> str:
    """A paragraph of text with all its lines moved in; nothing inside a symbol is broken."""
    return fill(
        text,
        WIDTH,
        initial_indent=" " * by,
        subsequent_indent=" " * (by + 2),
        break_long_words=False,
        break_on_hyphens=False,
    )


def figures_body(record: Record, figures: Sequence[Figure]) -> dict[str, Any]:
    """The figures with every fact they rest on, and the sources of all of them."""
    sources = {cite.source: cite for f in figures for part in f.parts for cite in part.cites}
    documents = {p.printed.document: p.printed.cite for f in figures for p in f.parts if p.printed}
    bodies = {key: cite_body(record, cite) for key, cite in sources.items()}
    bodies |= {key: cite_body(record, cite._replace(source=key)) for key, cite in documents.items()}
    counts = Counter(figure.answer for figure in figures)
    return {
        "as_known": record.known_on.isoformat() if record.known_on else None,
        "count": len(figures),
        "answers": {answer: counts[answer] for answer in ANSWERS},
        "confirmed_in_some_ways_only": sum(1 for figure in figures if figure.is_split),
        "answered": sum(1 for figure in figures if figure.is_answered),
        "figures": [_figure_body(figure) for figure in figures],
        "sources": {key: _source_body(bodies[key]) for key in sorted(bodies)},
    }


def _source_body(body: dict[str, Any]) -> dict[str, Any]:
    return {name: body[name] for name in ("title", "address", "published")}


def _figure_body(figure: Figure) -> dict[str, Any]:
    return {
        "id": figure.id,
        "title": figure.title,
        "answer": figure.answer,
        "headline": figure.headline,
        "rule": figure.rule,
        "parts": [_part_body(part) for part in figure.parts],
    }


def _part_body(part: Part) -> dict[str, Any]:
    return {
        "part": part.slug,
        "verdict": part.verdict.value,
        "ways": {"giving_it": part.ways.giving, "of": part.ways.of} if part.ways else None,
        "printed": _claim_body(part.printed) if part.printed else None,
        "given": [_claim_body(claim) for claim in part.given],
        "record": part.computed or None,
        "because": part.because,
        "facts": [{"fact": cite.fact, "source": cite.source} for cite in part.cites],
    }


def _claim_body(claim: PrintedFigure) -> dict[str, Any]:
    return {
        "part": claim.part,
        "printed": claim.printed or None,
        "qualifier": qualifier_of(claim) or None,
        "as_printed": as_printed(claim) if claim.printed else None,
        "document": claim.document,
        "locator": claim.locator,
        "wording": claim.wording,
        "note": claim.note,
    }
