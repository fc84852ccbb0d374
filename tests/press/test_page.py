"""The page is whole, sound, honest in its counts, neutral in its words and the same every time."""

import re
import warnings
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import cache
from itertools import product
from pathlib import Path
from xml.etree.ElementTree import Element

import html5lib
import pytest

from councilwatch.codes.catalogue import CODES
from councilwatch.codes.finding import Verdict
from councilwatch.press.fingerprint import fingerprint
from councilwatch.press.page import make_page
from councilwatch.press.page_headline import count
from councilwatch.press.page_words import CASTS, CLAUSE_NAMES, CODE_NAMES, CONDUCTS, VERDICTS
from councilwatch.press.reading_groups import group_rows
from councilwatch.press.scorecard import COUNTING_UNIT, Scorecard, make_scorecard
from councilwatch.record.draft import Cast, Outcome
from councilwatch.record.record import Record
from councilwatch.world.symbol_spelling import slug_of

FACTS = Path(__file__).parents[2] / "facts"
LAUNCH = date(2015, 10, 23)
PICTURE = '<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2 1"></svg>'
RULE = "Every text put to the vote since 23 October 2015 that was not adopted."
HOSTILE = '<script>alert(1)</script><img src=x onerror="alert(2)">\x00\u202e&amp;'


@cache
def the_record() -> Record:
    return Record(FACTS)


@cache
def the_scorecard() -> Scorecard:
    record = the_record()
    drafts = [
        draft
        for draft in record.drafts.values()
        if draft.day >= LAUNCH and record.decision(draft).outcome in (Outcome.VETOED, Outcome.SHORT)
    ]
    return make_scorecard(record, drafts, "Texts not adopted", RULE)


def page_of(scorecard: Scorecard) -> str:
    return make_page(scorecard, the_record(), PICTURE, "A picture of the votes.")


@cache
def the_page() -> str:
    return page_of(the_scorecard())


def parse(page: str) -> Element:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
        root: Element = parser.parse(page)
    return root


@cache
def the_tree() -> Element:
    return parse(the_page())


def article(vote: str) -> Element:
    found = the_tree().find(f".//article[@id='{slug_of(vote)}']")
    assert found is not None, vote
    return found


def words(part: Element) -> str:
    return " ".join("".join(part.itertext()).split())


def links(part: Element) -> Iterator[str]:
    yield from (each.attrib["href"] for each in part.iter("a"))


def test_a_strict_parser_reads_the_page_without_an_error() -> None:
    tree = the_tree()

    assert [part.tag for part in tree] == ["head", "body"]
    assert tree.attrib["lang"] == "en"


def test_the_page_runs_no_script_and_loads_nothing_from_anywhere() -> None:
    page = the_page()
    loading = [part.tag for part in the_tree().iter() if part.tag in ("script", "link", "img")]

    assert loading == []
    assert "<script" not in page.lower()
    assert not re.search(r"\ssrc\s*=|\ssrcset\s*=|@import|url\(|\son[a-z]+\s*=", page)
    assert "default-src 'none'" in page.replace("&#x27;", "'")


def test_every_text_has_its_anchor_and_no_anchor_is_given_twice() -> None:
    anchors = [part.attrib["id"] for part in the_tree().iter() if "id" in part.attrib]

    assert len(anchors) == len(set(anchors))
    assert {slug_of(line.draft.vote) for line in the_scorecard().lines} <= set(anchors)


def test_every_text_ever_voted_on_would_have_an_anchor_of_its_own() -> None:
    votes = the_record().drafts

    assert len({slug_of(vote) for vote in votes}) == len(votes)


def test_every_link_within_the_page_leads_somewhere() -> None:
    anchors = {part.attrib.get("id") for part in the_tree().iter()}
    inner = {href[1:] for href in links(the_tree()) if href.startswith("#")}

    assert inner
    assert inner <= anchors


def test_every_link_out_of_the_page_is_a_web_address() -> None:
    outer = {href for href in links(the_tree()) if not href.startswith("#")}

    assert outer
    assert all(re.fullmatch(r"https?://\S+", href) for href in outer)


def test_every_text_is_in_the_table_at_the_top() -> None:
    glance = the_tree().find(".//section[@id='glance']")
    assert glance is not None

    listed = [href[1:] for href in links(glance)]

    assert listed == [slug_of(line.draft.vote) for line in the_scorecard().lines]


def recount() -> tuple[dict[str, int], dict[tuple[str, ...], int], dict[bool | None, int]]:
    """The headline's numbers from the ballots alone, by other code than the page's."""
    record, permanent = the_record(), {"CHN", "FRA", "GBR", "RUS", "USA"}
    outcomes = {"vetoed": 0, "short of votes": 0}
    together: dict[tuple[str, ...], int] = {}
    vetoes: dict[bool | None, int] = {True: 0, False: 0, None: 0}
    for draft in record.drafts.values():
        ballots = {ballot.state: ballot.cast for ballot in record.ballots(draft)}
        yes = sum(cast is Cast.YES for cast in ballots.values())
        against = tuple(sorted(s for s in permanent if ballots.get(s) is Cast.NO))
        if draft.day < LAUNCH or not ballots:
            continue
        if yes < 9:
            outcomes["short of votes"] += 1
        elif against and not draft.procedural:
            outcomes["vetoed"] += 1
            together[against] = together.get(against, 0) + 1
            for state in against:
                vetoes[record.support("act", state, draft.day).answer] += 1
    return outcomes, together, vetoes


def test_the_headline_counts_what_a_recount_from_the_ballots_counts() -> None:
    outcomes, together, vetoes = recount()
    counts = count(the_scorecard())

    assert {each.value: n for each, n in counts.outcomes.items() if each} == outcomes
    assert counts.vetoed_by == together
    assert list(counts.vetoed_by) == sorted(together)
    assert counts.vetoes == vetoes
    assert counts.cast == sum(len(who) * number for who, number in together.items())


def test_the_headline_prints_those_counts_with_their_unit_rule_and_method() -> None:
    outcomes, _, vetoes = recount()
    header = words(next(the_tree().iter("header")))

    total = sum(outcomes.values())
    became = f"{outcomes['vetoed']} vetoed and {outcomes['short of votes']} short of votes"
    assert f"{total} texts: {became}." in header
    assert f"{sum(vetoes.values())} vetoes counted by member: {vetoes[True]} cast by" in header
    assert f"{vetoes[False]} by one that had not, and of {vetoes[None]} the record" in header
    assert all(
        part in header
        for part in (COUNTING_UNIT, RULE, the_scorecard().method, fingerprint(the_scorecard()))
    )
    assert "is not a veto" in header
    assert "%" not in header


def test_a_title_or_quote_from_outside_cannot_become_markup() -> None:
    scorecard = the_scorecard()
    line = next(line for line in scorecard.lines if line.draft.vote == "S/2016/846")
    said = tuple(replace(each, quote=HOSTILE, locator=HOSTILE) for each in line.assessments)
    draft = replace(line.draft, title=HOSTILE, note=HOSTILE)
    hostile = replace(
        scorecard,
        title=HOSTILE,
        rule=HOSTILE,
        lines=(replace(line, draft=draft, assessments=said, situation=HOSTILE),),
    )

    page = page_of(hostile)
    tree = parse(page)

    assert "<script" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
    assert [part.tag for part in tree.iter() if part.tag in ("script", "img")] == []
    assert "<script>alert(1)</script>" in words(tree)


def test_the_page_says_nothing_that_judges_in_its_own_voice() -> None:
    tree = parse(the_page())
    parents = {child: parent for parent in tree.iter() for child in parent}
    for part in list(tree.iter("bdi")):  # words from outside
        part.clear()
    for part in list(tree.iter("style")):
        parents[part].remove(part)

    own = words(tree).casefold()

    for word in ("violat", "complicit", "guilty", "breach", "perpetrat", "criminal", "shame"):
        assert word not in own, word


def test_two_texts_that_differ_only_in_the_states_are_laid_out_alike() -> None:
    scorecard = the_scorecard()
    line = next(line for line in scorecard.lines if line.draft.vote == "S/2025/353")
    swap = {"USA": "RUS", "RUS": "USA"}
    names = {mark.state: mark.name for mark in line.marks}
    relabelled = tuple(
        replace(mark, state=s, name=names[s])
        for mark in line.marks
        for s in (swap.get(mark.state, mark.state),)
    )
    before = page_of(replace(scorecard, lines=(line,)))
    after = page_of(replace(scorecard, lines=(replace(line, marks=relabelled),)))

    def shape(page: str) -> list[str]:
        ballots = re.search(r'<table class="ballots">.*?</table>', page, re.DOTALL)
        assert ballots is not None
        return re.findall(r"<[^>]*>", ballots[0])

    assert before != after
    assert shape(before) == shape(after)


def test_the_same_scorecard_gives_the_same_bytes() -> None:
    again = Record(FACTS)
    drafts = [again.draft(line.draft.vote) for line in reversed(the_scorecard().lines)]
    shuffled = make_scorecard(again, drafts, "Texts not adopted", RULE)
    by_vote = {line.draft.vote: line for line in shuffled.lines}
    same = replace(shuffled, lines=tuple(by_vote[x.draft.vote] for x in the_scorecard().lines))

    page = make_page(same, again, PICTURE, "A picture of the votes.")

    assert page == the_page()


def test_the_print_changes_with_a_fact_and_not_with_the_title() -> None:
    scorecard = the_scorecard()
    line = scorecard.lines[0]
    marks = (replace(line.marks[0], cast=Cast.ABSENT), *line.marks[1:])
    corrected = replace(scorecard, lines=(replace(line, marks=marks), *scorecard.lines[1:]))

    assert re.fullmatch("[0-9a-f]{12}", fingerprint(scorecard))
    assert fingerprint(replace(scorecard, title="Another title")) == fingerprint(scorecard)
    assert fingerprint(corrected) != fingerprint(scorecard)


@pytest.mark.parametrize(
    ("here", "there"), [("S/2016/846", "S/2016/847"), ("S/2016/847", "S/2016/846")]
)
def test_rival_texts_of_one_day_point_at_each_other(here: str, there: str) -> None:
    kin = article(here).find(".//table[@class='kin']")
    assert kin is not None

    assert list(links(kin)) == [f"#{slug_of(there)}"]
    assert f"{here} (this text)" in words(kin)


def test_every_member_stands_with_its_ballot_and_its_standing() -> None:
    for line in the_scorecard().lines:
        ballots = article(line.draft.vote).find(".//table[@class='ballots']")
        assert ballots is not None

        members = [words(member) for member in ballots.iter("li")]

        answers = [mark.support["act"].answer for mark in line.marks]
        assert len(members) == len(line.marks) == 15
        assert sum(m.endswith(" endorsed") and "not end" not in m for m in members) == (
            answers.count(True)
        )
        assert sum(m.endswith("cannot say") for m in members) == answers.count(None)
        assert sum("permanent" in m for m in members) == 5
        assert sum("veto" in m for m in members) == len(line.decision.vetoed_by)


def test_readings_that_agree_are_put_together_and_none_is_lost() -> None:
    for line in the_scorecard().lines:
        groups = list(group_rows(line.rows))

        unfolded = [
            (clause, *reading, findings)
            for clause, group, findings in groups
            for reading in product(*group)
        ]

        rows = [
            (row.clause, row.conduct, row.crimes, row.credible, tuple(row.verdicts.items()))
            for row in line.rows
        ]
        assert len(unfolded) == len(rows)
        assert set(unfolded) == set(rows)
        assert len(groups) < len(rows)


def test_the_page_has_words_for_every_verdict_ballot_code_clause_and_reading() -> None:
    clauses = [clause for code in CODES.values() for clause in code.clauses]

    assert set(VERDICTS) == set(Verdict)
    assert set(CASTS) == set(Cast)
    assert set(CODE_NAMES) == set(CODES)
    assert set(CLAUSE_NAMES) == {clause.id for clause in clauses}
    assert {conduct for clause in clauses for conduct in clause.conducts} == set(CONDUCTS)


def test_every_standing_comes_with_its_reason_and_its_source() -> None:
    record = the_record()
    for line in the_scorecard().lines:
        told = words(article(line.draft.vote))

        for mark in line.marks:
            support = mark.support["act"]
            assert support.because in told
            assert all(record.source(cite.source).title in told for cite in support.cites)


def test_every_assessment_is_given_with_its_assessor_day_and_words() -> None:
    record = the_record()
    for line in the_scorecard().lines:
        told = words(article(line.draft.vote))

        for each in line.assessments:
            assert record.assessors[each.assessor].name in told
            assert each.quote in told
            assert f"{each.day.day} {each.day:%B %Y}" in told


def test_a_text_without_ballots_in_the_record_can_still_be_shown() -> None:
    record = the_record()
    drafts = [d for d in record.drafts.values() if not record.ballots(d)]
    some = [drafts[0], *[d for d in drafts if record.decision(d).outcome is None][:1]]
    scorecard = make_scorecard(record, some, "Texts without ballots", "For a test.")

    tree = parse(make_page(scorecard, record, "", ""))

    assert len(list(tree.iter("article"))) == len(some)
