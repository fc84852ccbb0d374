"""The tables of the record, compiled from `facts/datapackage.json` by `compile_tables`.

Change the data package, not this file; a test tells when the two have parted.
"""

from councilwatch.record.table import LEDGER, Table

__all__ = ["LEDGER", "SOURCES_FILE", "SOURCE_COLUMNS", "TABLES", "Table"]

STATES = Table(
    "states",
    ("id",),
    ("m49", "alpha2", "status", "member_from", "member_until", "gaps", "successors", "note"),
    held=("member_from", "member_until"),
)
STATE_NAMES = Table(
    "state_names",
    ("state", "name", "kind", "language", "start"),
    ("end", "note"),
    held=("start", "end"),
)
SEATS = Table("seats", ("state", "start"), ("end", "seat", "represented_by"), held=("start", "end"))
PRESIDENCIES = Table("presidencies", ("month",), ("state", "note"))
DRAFTS = Table(
    "drafts",
    ("vote",),
    (
        "symbol",
        "day",
        "title",
        "decided_by",
        "procedural",
        "published_outcome",
        "published_tally",
        "note",
    ),
)
BALLOTS = Table("ballots", ("vote", "state"), ("cast",))
AMENDMENTS = Table("amendments", ("vote",), ("amends", "note"))
SPONSORS = Table("sponsors", ("vote",), ("sponsors", "complete", "note"))
EXPLANATIONS = Table(
    "explanations", ("vote", "state"), ("ground", "quote", "document", "locator", "note")
)
SITUATIONS = Table(
    "situations", ("id",), ("name", "start", "end", "states", "note"), held=("start", "end")
)
DRAFT_SITUATIONS = Table("draft_situations", ("vote",), ("situation", "note"))
BODIES = Table("bodies", ("id",), ("name", "kind", "note"))
SITUATION_ASSESSMENTS = Table(
    "situation_assessments",
    ("situation", "body", "document", "crime"),
    ("stage", "day", "quote", "locator", "note"),
)
SECRETARY_GENERAL_ACTS = Table(
    "secretary_general_acts",
    ("day", "kind", "document"),
    ("situation", "basis", "quote", "locator", "note"),
)
EMERGENCY_SESSIONS = Table(
    "emergency_sessions",
    ("number",),
    ("called_by", "convened", "closed", "requested_in", "situation", "note"),
)
ASSEMBLY_RESOLUTIONS = Table(
    "assembly_resolutions",
    ("document",),
    ("session", "day", "situation", "yes", "no", "abstain", "title", "note"),
)
VETO_FOLLOW_UPS = Table(
    "veto_follow_ups", ("vote",), ("debate_day", "debate_record", "report", "report_day", "note")
)
ASSESSORS = Table("assessors", ("id",), ("name", "about"))
ASSESSMENTS = Table(
    "assessments", ("vote", "question", "assessor"), ("answer", "day", "quote", "locator")
)
INITIATIVES = Table("initiatives", ("id",), ("name", "kind", "opened", "conveners", "asks", "note"))
INITIATIVE_POINTS = Table("initiative_points", ("initiative", "number"), ("text", "note"))
INITIATIVE_SUPPORTERS = Table(
    "initiative_supporters", ("initiative", "supporter"), ("place", "countries", "note")
)
ENDORSEMENTS = Table("endorsements", ("code", "state", "day"), ("standing", "exact", "note"))
ROLLS = Table(
    "rolls",
    ("initiative", "day", "counted_by"),
    ("members", "observers", "total", "counting_rule", "complete", "wording", "note"),
)
GROUPS = Table("groups", ("id",), ("name", "kind", "note"))
AFFILIATIONS = Table(
    "affiliations",
    ("group", "state", "start"),
    ("end", "standing", "seen_on", "note"),
    held=("start", "end"),
)
RIGHTS_COUNCIL_TERMS = Table(
    "rights_council_terms", ("state", "start"), ("end", "note"), held=("start", "end")
)
CANDIDACIES = Table(
    "candidacies",
    ("council", "state", "term"),
    ("regional_group", "outcome", "decided_on", "votes", "note"),
)
SERIES = Table("series", ("id",), ("name", "unit", "use", "note"))
CONTEXT_SERIES = Table(
    "context_series", ("series", "place", "year"), ("state", "low", "best", "high", "note")
)
FIGURES = Table("figures", ("id", "part"), ("document", "locator", "printed", "wording", "note"))
WITNESSES = Table(
    "witnesses", ("witness", "vote"), ("day", "outcome", "tally", "vetoed_by", "printed_as", "note")
)
SEAT_WITNESSES = Table("seat_witnesses", ("witness", "year", "state"), ("seat", "note"))
DISAGREEMENTS = Table(
    "disagreements", ("witness", "subject", "about"), ("ours", "theirs", "reason")
)
COVERAGE = Table("coverage", ("of", "start"), ("end", "extent", "note"), held=("start", "end"))

TABLES = (
    STATES,
    STATE_NAMES,
    SEATS,
    PRESIDENCIES,
    DRAFTS,
    BALLOTS,
    AMENDMENTS,
    SPONSORS,
    EXPLANATIONS,
    SITUATIONS,
    DRAFT_SITUATIONS,
    BODIES,
    SITUATION_ASSESSMENTS,
    SECRETARY_GENERAL_ACTS,
    EMERGENCY_SESSIONS,
    ASSEMBLY_RESOLUTIONS,
    VETO_FOLLOW_UPS,
    ASSESSORS,
    ASSESSMENTS,
    INITIATIVES,
    INITIATIVE_POINTS,
    INITIATIVE_SUPPORTERS,
    ENDORSEMENTS,
    ROLLS,
    GROUPS,
    AFFILIATIONS,
    RIGHTS_COUNCIL_TERMS,
    CANDIDACIES,
    SERIES,
    CONTEXT_SERIES,
    FIGURES,
    WITNESSES,
    SEAT_WITNESSES,
    DISAGREEMENTS,
    COVERAGE,
)
"""Every table of facts; `sources.csv` stands beside them."""

SOURCES_FILE = "sources.csv"
SOURCE_COLUMNS = ("id", "title", "publisher", "address", "licence", "published", "note")
