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
        "The last dated sighting of each state under each code, where it shows the state among the "
        "supporters. The record does not say when most states joined.",
        f"""CREATE VIEW v_supporters AS
SELECT e.code, e.state, {_name_of("e.state", "e.day")} AS state_name, st.status,
  e.day AS last_seen_on, e.note, e.source
FROM endorsements AS e JOIN states AS st ON st.id = e.state
WHERE e.standing = 'supporter' AND e.day = (SELECT max(l.day) FROM endorsements AS l
  WHERE l.code = e.code AND l.state = e.state)""",  # noqa: S608
    ),
)
