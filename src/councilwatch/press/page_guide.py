"""How to read the page: marks, verdicts, readings, and what the record does not know."""

from councilwatch.codes.catalogue import CODES
from councilwatch.codes.contested import CREDIBLE, CRIMES
from councilwatch.codes.wording import Wording, read_wording
from councilwatch.press.markup import Html, described, element, join, lines, listed, outside
from councilwatch.press.page_words import CLAUSE_NAMES, CLAUSES, CONDUCTS, VERDICTS, counted
from councilwatch.press.scorecard import Scorecard
from councilwatch.record.draft import Outcome
from councilwatch.record.record import Record

_MARKS = (
    ("p", "permanent", "A permanent member of the Council on the day."),
    ("v", "veto", "A permanent member’s no that blocked a text which had the votes."),
    ("e", "endorsed", "The member had endorsed the ACT Code of Conduct on the day."),
    ("n", "not endorsed", "The member had not endorsed the ACT Code on the day."),
    ("q", "cannot say", "The record does not say whether the member had endorsed it."),
)

_LIMITS = (
    "The names of states that joined the ACT Code after 15 May 2017 are not public in our record. "
    "A state that was not on the list of that day may have joined since, so the page says cannot "
    "say, unless a later source speaks of that state.",
    "The source of the votes does not tell absent members from those that did not participate; "
    "where it does not, the page says not voting.",
    "Of 2026 the record has only two failed texts, known from the press, without their symbols.",
    "An endorsement is taken to last until a source shows that it ended.",
)


def make_guide(scorecard: Scorecard, record: Record) -> Html:
    """The section that explains the page."""
    return element(
        "section",
        element("h2", "How to read this page", id="guide-title"),
        _layers(),
        lines(*_marks_and_verdicts()),
        lines(*_codes_and_readings(record)),
        lines(*_assessors(scorecard, record)),
        element("h3", "What the record does not know"),
        listed((_assessed(scorecard), *_LIMITS)),
        id="guide",
        aria_labelledby="guide-title",
    )


def _layers() -> Html:
    return element(
        "p",
        "The page states three things and keeps them apart: ",
        element("strong", "records"),
        " (who voted how, who had endorsed which code), ",
        element("strong", "attributed assessments"),
        " (what a named assessor said of a text), and ",
        element("strong", "findings under a named reading"),
        " (what follows from both if a code is read in that way). "
        "The one judgement that comes from Councilwatch itself is its founding table, a working "
        "proposal, named wherever a finding rests on it. Where the record does not say, the page "
        "says cannot say.",
    )


def _marks_and_verdicts() -> tuple[Html, ...]:
    marks = ((element("span", word, class_=letter), about) for letter, word, about in _MARKS)
    verdicts = ((verdict.value, about) for verdict, about in VERDICTS.items())
    return (
        element("h3", "Marks beside a member"),
        described(marks, class_="terms marks"),
        element("h3", "Words of the findings"),
        described(verdicts, class_="terms"),
    )


def _codes_and_readings(record: Record) -> tuple[Html, ...]:
    wording = read_wording(record.folder)
    pledges = ((CLAUSE_NAMES[each], _quoted(wording[each])) for each in CLAUSES)
    return (
        element("h3", "Codes and pledges"),
        listed(code.name for code in CODES.values()),
        described(pledges, class_="terms"),
        element("h3", "Readings"),
        element(
            "p",
            "A reading names how the conduct is read, and which test answers the two questions "
            "that a code leaves to each state: is the text aimed at preventing or ending genocide, "
            "crimes against humanity or war crimes, and is it credible?",
        ),
        element("h4", "Conduct"),
        described(CONDUCTS.items(), class_="terms"),
        element("h4", "Tests for the crimes"),
        described(((test.name, test.about) for test in CRIMES.values()), class_="terms"),
        element("h4", "Tests for credible"),
        described(((test.name, test.about) for test in CREDIBLE.values()), class_="terms"),
    )


def _quoted(text: Wording) -> Html:
    """A paragraph in its own words, with where it stands."""
    place = f" ({text.paragraph}, {text.document})"
    return join((element("q", outside(text.quote)), place))


def _assessed(scorecard: Scorecard) -> str:
    """How many of the texts were assessed at all: the others can only borrow an answer."""
    asked = [line for line in scorecard.lines if line.assessments]
    failed = [line for line in scorecard.lines if line.decision.outcome is Outcome.SHORT]
    short = sum(bool(line.assessments) for line in failed)
    texts = counted(len(scorecard.lines), "text")
    return (
        f"Named assessors have spoken of {len(asked)} of the {texts} listed, and of {short} of "
        f"the {len(failed)} that fell short of votes. Of the others the test same-day can only "
        "take the answer given for another text of the day; otherwise their findings stay open."
    )


def _assessors(scorecard: Scorecard, record: Record) -> tuple[Html, ...]:
    heard = {each.assessor for line in scorecard.lines for each in line.assessments}
    if not heard:
        return ()
    named = (record.assessors[each] for each in sorted(heard))
    pairs = ((outside(each.name), outside(each.about)) for each in named)
    return (element("h3", "Assessors on record"), described(pairs, class_="terms"))
