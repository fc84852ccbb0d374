"""The numbers behind the figures, counted a second time by a plain script below.

The script knows nothing of `councilwatch.critique`: it reads the CSV files itself, and takes the
outcome of a vote from what the source printed, not from the ballots.
"""

import csv
from collections import Counter
from pathlib import Path

import pytest

from councilwatch.critique.figures.catalogue import rederive

FACTS = Path(__file__).parents[2] / "facts"
KEYS = {
    "affiliations": ("group", "state", "start"),
    "ballots": ("vote", "state"),
    "draft_situations": ("vote",),
    "drafts": ("vote",),
    "emergency_sessions": ("number",),
    "endorsements": ("code", "state", "day"),
    "initiative_points": ("initiative", "number"),
    "initiative_supporters": ("initiative", "supporter"),
    "seats": ("state", "start"),
    "states": ("id",),
}


def table(name):
    """The rows of a file as dictionaries, of each fact the one that became known last."""
    with (FACTS / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        rows = sorted(csv.DictReader(file), key=lambda row: row["known_on"])
    last = {tuple(row[column] for column in KEYS[name]): row for row in rows}
    return [row for row in last.values() if not row["supersedes"].endswith("withdrawn")]


@pytest.fixture(scope="module")
def product(record):
    """What the product makes of every part of every figure."""
    return {(f.id, p.slug): p for f in rederive(record) for p in f.parts}


@pytest.fixture(scope="module")
def casts():
    """Every member's cast, by vote."""
    found = {}
    for row in table("ballots"):
        found.setdefault(row["vote"], {})[row["state"]] = row["cast"]
    return found


@pytest.fixture(scope="module")
def vetoes():
    """The texts the source prints as vetoed: vote, day, title and situation."""
    about = {row["vote"]: row["situation"] for row in table("draft_situations")}
    return [
        (row["vote"], row["day"], row["title"].lower(), about.get(row["vote"], ""))
        for row in table("drafts")
        if row["published_outcome"] == "vetoed"
    ]


@pytest.fixture(scope="module")
def listed():
    """The names of the list of 15 May 2017, Members and observers apart."""
    observers = {row["id"] for row in table("states") if row["status"] == "observer"}
    names = {
        row["state"]
        for row in table("endorsements")
        if (row["code"], row["day"], row["standing"]) == ("act", "2017-05-15", "supporter")
    }
    return names - observers, names & observers


def test_the_vetoes_on_syria_by_1_june_2018(product, vetoes, casts):
    syria = [vote for vote, day, _, about in vetoes if about == "syria" and day <= "2018-06-01"]
    count = Counter((state, casts[vote][state]) for vote in syria for state in ("RUS", "CHN"))

    assert product["F1", "total-vetoes"].computed == str(len(syria))
    assert product["F1", "russia-vetoes"].computed == str(count["RUS", "no"])
    assert product["F1", "china-vetoes"].computed == str(count["CHN", "no"])
    assert product["F1", "china-abstentions"].computed == str(count["CHN", "abstain"])


def test_the_vetoes_since_2005_by_the_end_of_march_2017(product, vetoes):
    since = [about for _, day, _, about in vetoes if "2005" <= day <= "2017-03-31"]

    count = Counter(since)

    assert product["F18", "syria"].computed == str(count["syria"])
    assert product["F18", "palestine"].computed == str(count["palestinian-question"])
    assert product["F18", "bosnia"].computed == str(count["bosnia-and-herzegovina"])


def test_the_vetoes_of_the_united_states_under_three_ways_to_count(product, vetoes, casts):
    cast = [
        (day, title, about)
        for vote, day, title, about in vetoes
        if casts[vote].get("USA") == "no" and day <= "2018-12-31"
    ]
    later = sum(about == "palestinian-question" for _, _, about in cast)
    earlier = [title for day, title, _ in cast if day < "1990"]
    palestinian = sum("palestinian" in t or "occupied arab" in t for t in earlier)
    middle_east = sum(t.startswith("the situation in the middle east") for t in earlier)
    letter = sum("4 february 1986 from syria" in title for title in earlier)

    told = product["F27", "vetoes"].because

    narrow = later + palestinian
    assert f"territories): {narrow};" in told
    assert f"as well): {narrow + middle_east};" in told
    assert f"in letters as well): {narrow + middle_east + letter}" in told


def test_the_names_of_2017(product, listed):
    members, observers = listed

    assert product["F9", "signatories"].computed == str(len(members))
    assert product["F9", "supporters-list"].computed == str(len(members) + len(observers))
    assert product["F8", "observers"].computed == str(len(observers))


def test_the_council_of_2017_among_the_names(product, listed):
    sitting = {
        row["state"]
        for row in table("seats")
        if row["start"] <= "2017-03-29" and (row["end"] > "2017-03-29" or not row["end"])
    }

    assert len(sitting) == 15
    assert product["F10", "council-members"].computed == str(len(sitting & listed[0]))


def test_two_thirds_of_the_membership(product):
    members = [
        row
        for row in table("states")
        if row["status"] == "member"
        and row["member_from"] <= "2017-03-29"
        and (row["member_until"] > "2017-03-29" or not row["member_until"])
    ]

    needed = next(n for n in range(len(members) + 1) if 3 * n >= 2 * len(members))

    assert product["F11", "target"].computed == str(needed)


def test_the_first_supporters_inside_and_outside_the_group(product):
    group = {row["state"] for row in table("affiliations") if row["group"] == "act-group"}
    first = {
        row["state"]
        for row in table("endorsements")
        if (row["code"], row["day"]) == ("act", "2015-09-01")
    }

    assert product["F12", "act-members-supporting"].computed == str(len(first & group))
    assert set(product["F12", "other-supporters"].computed.split(", ")) == first - group


def test_organisations_reforms_and_sessions(product):
    signed = [r for r in table("initiative_supporters") if r["initiative"] == "ngo-letter-2015"]
    points = [r for r in table("initiative_points") if r["initiative"] == "1-for-7-billion"]
    sessions = [r for r in table("emergency_sessions") if r["convened"] <= "2018-12-31"]

    assert product["F17", "organisations"].computed == str(len(signed))
    assert product["F20", "reforms"].computed == str(len(points))
    assert f"emergency special sessions: {len(sessions)};" in product["F21", "invoked"].because


def test_terms_of_elected_members(product):
    elected = [
        r for r in table("seats") if r["seat"] == "elected" and "1967" <= r["start"] < "2019"
    ]
    a_year = Counter(Counter(row["start"][:4] for row in elected).values())
    years = Counter(int(row["end"][:4]) - int(row["start"][:4]) for row in elected if row["end"])

    assert product["F25", "elected-each-year"].computed == str(a_year.most_common(1)[0][0])
    assert product["F25", "term-years"].computed == str(years.most_common(1)[0][0])
