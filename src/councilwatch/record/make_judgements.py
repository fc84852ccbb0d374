"""Rows of the tables made into what named assessors said, and who sponsored what."""

from councilwatch.record.assessment import Answer, Assessment, Assessor, Question, Sponsors
from councilwatch.record.cite import Cite
from councilwatch.record.make import Row, day_of


def make_assessment(row: Row) -> Assessment:
    """One assessor's answer to one question about one draft."""
    vote, question, assessor, answer, day, quote, locator, _, source, _ = row
    cite = Cite(f"assessments/{vote}/{question}/{assessor}", source)
    return Assessment(
        vote, Question(question), assessor, Answer(answer), day_of(day), quote, locator, cite
    )


def make_assessor(row: Row) -> Assessor:
    """One assessor."""
    return Assessor(*row[:3])


def make_sponsors(row: Row) -> Sponsors:
    """Who put a draft forward."""
    vote, states, complete, note, _, source, _ = row
    cite = Cite(f"sponsors/{vote}", source)
    return Sponsors(tuple(states.split()), complete == "yes", note, cite)
