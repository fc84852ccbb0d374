"""What every export says of itself: what it is, under which licence, how to cite it."""

from councilwatch import __version__
from councilwatch.press.export.contents import Contents

PUBLISHER = "Councilwatch"
LICENCE = "CC BY 4.0"
LICENCE_ADDRESS = "https://creativecommons.org/licenses/by/4.0/"
RIGHTS = (
    "Councilwatch record, CC BY 4.0. Votes rest on B. Martin, UNSC votes since 1946 Database, "
    "V1 2026, Sciences Po, CC BY 4.0, doi:10.21410/7E4/Z0KECE. Each fact names its source."
)
VOTES_DOI = "https://doi.org/10.21410/7E4/Z0KECE"
KEYWORDS = (
    "United Nations Security Council",
    "voting records",
    "veto",
    "codes of conduct",
    "prevention of mass atrocities",
)
CAUTION = (
    "The project states records, attributed assessments and findings under a named reading; it "
    "makes no judgement of its own on any state. It is not affiliated with the United Nations."
)
TWO_TIMES = (
    "Every row of facts ends with known_on, source and supersedes. A row that replaces an earlier "
    "one with the same key names in supersedes the day the earlier one became known; both are "
    "kept. Sources, and the tables that follow from the facts (outcomes, paragraphs, standings), "
    "have no such columns: they are as known on the day named above."
)


def known_words(contents: Contents) -> str:
    """How far the export reaches, as a sentence."""
    if contents.as_known:
        return f"The record as known on {contents.as_known}."
    return f"The record as known on {contents.stamp}, the day of its newest row."


def citation(contents: Contents) -> str:
    """How to cite the export, in one line: the title of the record begins with its publisher."""
    known = contents.as_known or contents.stamp
    return f"{contents.title}. Version {__version__}. As known on {known}. {LICENCE}."


def rights(contents: Contents) -> str:
    """Licence, source of the votes and how to cite, for formats that have one place for it."""
    return f"{RIGHTS} Cite as: {citation(contents)}"


def readme(contents: Contents, notes: str) -> bytes:
    """The README of a folder: what is in it, its licence, and how to cite it."""
    tables = "\n".join(
        f"{each.schema.file}: {each.schema.about}" for each in contents.tables.values()
    )
    text = f"""{contents.title}

{contents.about}

{known_words(contents)}
{notes}

Tables
{tables}

Two times
{TWO_TIMES}

Licence
{LICENCE} ({LICENCE_ADDRESS})
{RIGHTS}

Cite as
{citation(contents)}

{CAUTION}
"""
    return text.encode()
