"""What others said of a text: the assessors on record, and who put it forward."""

from councilwatch.codes.contested import CRIMES
from councilwatch.press.markup import Html, element, join, lines, listed, outside
from councilwatch.press.page_sources import cited
from councilwatch.press.page_words import QUESTIONS, enumerated, long_day
from councilwatch.press.scorecard import Line
from councilwatch.record.assessment import Assessment
from councilwatch.record.record import Record


def make_assessments(line: Line, record: Record) -> Html:
    """The assessments on record, each with its assessor, day and words."""
    if not line.assessments:
        said = element(
            "p", "No named assessor on record has spoken of this text.", _kin(line, record)
        )
    else:
        entries = (_assessment(each, record) for each in line.assessments)
        said = listed(entries, class_="assessments")
    return lines(element("h5", "Assessments on record"), said)


def _kin(line: Line, record: Record) -> str:
    """Where the test same-day takes an answer from that nobody gave for this text."""
    answer = CRIMES["same-day"].answer(record, line.draft)
    return f" The test same-day has an answer {answer.says}." if answer.parts else ""


def _assessment(each: Assessment, record: Record) -> Html:
    name = outside(record.assessors[each.assessor].name)
    day = element("time", long_day(each.day), datetime=each.day.isoformat())
    place = join((" (", outside(each.locator), ").")) if each.locator else "."
    return join(
        (
            element("b", f"{QUESTIONS[each.question]} {each.answer.value}"),
            " – ",
            name,
            ", ",
            day,
            ": ",
            element("q", outside(each.quote)),
            place,
            " ",
            cited(record, (each.cite,)),
        )
    )


def sponsors(line: Line, record: Record) -> Html:
    """Who put the text forward, as far as a source says."""
    found = record.sponsors.get(line.draft.vote)
    if found is None:
        return element("span", "not on record.")
    names = [record.register[state].name_on(line.draft.day) for state in found.states]
    rest = "" if found.complete else "; whether there were others is not on record"
    return join((f"{enumerated(names)}{rest}. ", cited(record, (found.cite,))))
