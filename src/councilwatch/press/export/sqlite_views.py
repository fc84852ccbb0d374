"""Questions asked often, as views of the database; each says what it shows."""

from typing import NamedTuple


class View(NamedTuple):
    """A view of the database and what it shows."""

    name: str
    about: str
    sql: str


_SHORT = """SELECT n.name FROM state_names AS n
  WHERE n.state = {state} AND n.kind = 'un_short' AND n.language = 'en'"""
_ON_THE_DAY = (
    _SHORT
    + """ AND (n."start" IS NULL OR n."start" <= {day})
  AND (n."end" IS NULL OR {day} < n."end") ORDER BY n.rowid LIMIT 1"""
)
_LATEST = _SHORT + " ORDER BY n.rowid DESC LIMIT 1"


def _name_of(state: str, day: str) -> str:
    """The short name the United Nations used on the day; the latest one where none was in use."""
    on_the_day = _ON_THE_DAY.format(state=state, day=day)
    return f"coalesce(({on_the_day}), ({_LATEST.format(state=state)}))"


_LAST_SIGHTING = """
JOIN endorsements AS e ON e.code = h.code AND e.state = h.state AND e.day = (
  SELECT max(l.day) FROM endorsements AS l WHERE l.code = h.code AND l.state = h.state)"""

VIEWS = (
    View(
        "v_votes",
        "Every text put to the vote, with the count of ballots and the outcome computed from them.",
        """CREATE VIEW v_votes AS
SELECT d.vote, d.symbol, d.day, d.title, s.name AS situation, o.yes, o."no", o.abstain,
  o.not_voting, o.votes_needed, o.outcome, o.vetoed_by, o.because, d.procedural, d.source
FROM drafts AS d JOIN outcomes AS o USING (vote)
LEFT JOIN draft_situations AS ds USING (vote) LEFT JOIN situations AS s ON s.id = ds.situation""",
    ),
    View(
        "v_vetoes",
        "Every veto by member: a text that two members vetoed has two rows.",
        f"""CREATE VIEW v_vetoes AS
SELECT d.day, d.vote, v.value AS state, {_name_of("v.value", "d.day")} AS state_name, d.title,
  o.yes, o."no", o.abstain, o.not_voting
FROM outcomes_vetoed_by AS v JOIN outcomes AS o USING (vote) JOIN drafts AS d USING (vote)""",  # noqa: S608
    ),
    View(
        "v_ballots",
        "Every ballot with the day, the text, the member's name and seat, and the outcome.",
        f"""CREATE VIEW v_ballots AS
SELECT d.day, b.vote, b.state, {_name_of("b.state", "d.day")} AS state_name, t.seat, b."cast",
  o.outcome, d.title
FROM ballots AS b JOIN drafts AS d USING (vote) JOIN outcomes AS o USING (vote)
LEFT JOIN seats AS t ON t.state = b.state AND t."start" <= d.day
  AND (t."end" IS NULL OR d.day < t."end")""",  # noqa: S608
    ),
    View(
        "v_supporters",
        "The supporters of each code: every state that is one as far as the record goes, with the "
        "day it was last seen among them. Other states may have joined unseen; for an earlier day "
        "ask the table standings.",
        f"""CREATE VIEW v_supporters AS
SELECT h.code, h.state, {_name_of("h.state", "e.day")} AS state_name, st.status,
  e.day AS last_seen_on, e.note, e.source
FROM standings AS h JOIN states AS st ON st.id = h.state {_LAST_SIGHTING}
WHERE h."end" IS NULL AND h.standing = 'supporter'""",  # noqa: S608
    ),
    View(
        "v_last_sightings",
        "The last dated sighting of each state ever sighted under each code, among the supporters "
        "or not, and the standing that follows from it and from complete lists. Not a list of "
        "supporters: for that take v_supporters.",
        f"""CREATE VIEW v_last_sightings AS
SELECT h.code, h.state, {_name_of("h.state", "e.day")} AS state_name, st.status,
  e.day AS last_seen_on, e.standing AS seen_as, h.standing, h.because, e.note, e.source
FROM standings AS h JOIN states AS st ON st.id = h.state {_LAST_SIGHTING}
WHERE h."end" IS NULL""",  # noqa: S608
    ),
)
