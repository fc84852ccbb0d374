"""Posts: the record first, the link last, within every network's limit, in neutral words."""

import re
from dataclasses import replace

import pytest
from twitter_text import parse_tweet

from councilwatch.press.length import Network, fits, length
from councilwatch.press.page_words import long_day
from councilwatch.press.post import HASHTAG, link_to, make_post
from councilwatch.press.scorecard import Line, make_line
from councilwatch.press.wording import title_of
from councilwatch.record.draft import Cast, Outcome
from councilwatch.record.record import Record

FAILED = (Outcome.VETOED, Outcome.SHORT)
NETWORKS = tuple(Network)
SAMPLE = 100
NO_VETO = " A no on a text short of votes is not a veto."

WORDS = set(
    re.findall(
        r"\w+",
        """UN Security Council adopted vetoed by and short of votes outcome cannot be computed
        yes no abstain absent not participating voting No Abstain
        Known endorsers of the ACT Code all the others yes draft vote""",
    )
)
"""Every word a post may use in our own voice; titles and names of states come from the record."""


@pytest.fixture(scope="module")
def lines(record) -> list[Line]:
    """Every text vetoed or short of votes, and a hundred others spread over the years."""
    drafts = list(record.drafts.values())
    failed = [draft for draft in drafts if record.decision(draft).outcome in FAILED]
    others = [draft for draft in drafts if record.decision(draft).outcome not in FAILED]
    step = len(others) // SAMPLE
    return [make_line(record, draft) for draft in (*failed, *others[::step][:SAMPLE])]


@pytest.fixture(scope="module")
def posts(record: Record, lines) -> list[tuple[Line, Network, str]]:
    """Every post on those texts, one for each network."""
    return [
        (line, network, make_post(line, network, link_to(line, record)))
        for line in lines
        for network in NETWORKS
    ]


@pytest.fixture(scope="module")
def aleppo(record) -> Line:
    """The draft of 8 October 2016."""
    return make_line(record, record.draft("S/2016/846"))


def outcome_of(line: Line) -> str:
    """How a text ended, told from its decision and not by the code that writes posts."""
    if line.decision.outcome is None:
        return "outcome cannot be computed"
    if line.decision.outcome is not Outcome.VETOED:
        return str(line.decision.outcome.value)
    names = {mark.state: mark.name for mark in line.marks}
    return "vetoed by " + " and ".join(names[state] for state in line.decision.vetoed_by)


def situation_of(line: Line) -> str:
    """The situation's name in brackets, where the record has one."""
    return f" ({line.situation_name})" if line.situation else ""


def remark_on(line: Line) -> str:
    """What a permanent member's no on a text short of votes is not, told from the ballots."""
    noes = [m for m in line.marks if m.seat.value == "permanent" and m.cast is Cast.NO]
    return NO_VETO if noes and line.decision.outcome is Outcome.SHORT else ""


def endorsers_of(line: Line) -> tuple[str, str]:
    """The line on endorsers with their names, and the one with counts; empty if none is known."""
    known = [mark for mark in line.marks if mark.support["act"].answer is True]
    named, counts = [], []
    for cast in Cast:
        states = [mark.state for mark in known if mark.cast is cast]
        if states:
            counts.append(f"{cast.value} {len(states)}")
        if states and cast is not Cast.YES:
            named.append(" ".join([cast.value, *states]))
    if any(mark.cast is Cast.YES for mark in known):
        named.append("the others yes" if named else "all yes")
    start = f"Known endorsers of the ACT Code ({len(known)}): "
    return (start + "; ".join(named), start + ", ".join(counts)) if known else ("", "")


def test_the_sample_has_every_failed_text_and_texts_of_every_other_kind(record, lines):
    kinds = {line.decision.outcome for line in lines}
    failed = sum(record.decision(d).outcome in FAILED for d in record.drafts.values())

    assert len(lines) == failed + SAMPLE
    assert kinds >= {Outcome.ADOPTED, Outcome.VETOED, Outcome.SHORT}


def test_every_post_fits_its_network(posts):
    too_long = [
        (line.draft.vote, network, length(post, network))
        for line, network, post in posts
        if length(post, network) > network.limit or not fits(post, network)
    ]

    assert too_long == []


def test_x_itself_would_count_every_post_as_short_enough(posts):
    too_long = [
        (line.draft.vote, counted.weightedLength)
        for line, network, post in posts
        if network is Network.X
        and ((counted := parse_tweet(post)).weightedLength > 280 or not counted.valid)
    ]

    assert too_long == []


def test_every_post_starts_with_body_day_symbol_and_outcome(posts):
    for line, _, post in posts:
        what = line.draft.vote if line.draft.symbol else "draft"
        what += situation_of(line)
        record = f"UN Security Council, {long_day(line.draft.day)}: {what} {outcome_of(line)}."
        assert post.startswith(record), post


def test_every_post_counts_the_ballots_right_after_the_outcome(posts):
    for line, _, post in posts:
        casts = [mark.cast.value for mark in line.marks]
        first = post.splitlines()[0]
        count = (f"{casts.count(word)} {word}" for word in ("yes", "no", "abstain"))
        told = f" {', '.join(count)}." if casts else ""
        assert first.endswith(f" {outcome_of(line)}.{told}{remark_on(line)}"), post


def test_what_endorsers_did_is_the_second_line_of_every_post_and_never_left_out(posts):
    counted = 0
    for line, network, post in posts:
        named, counts = endorsers_of(line)
        first, second, *_ = post.splitlines()
        if not named:
            assert "Known endorsers" not in post
        elif second != named:
            assert second == counts
            assert not fits("\n".join([first, named, post.splitlines()[-1]]), network)
            counted += 1

    assert counted, "some text has more names of endorsers than a post has room"


def test_the_parts_of_every_post_stand_in_their_order(posts, record):
    for line, _, post in posts:
        lines = post.splitlines()
        order = [_part(part, line, link_to(line, record)) for part in lines]
        assert order == sorted(set(order)), post


def _part(part: str, line: Line, link: str) -> int:
    """Where a line of a post belongs."""
    starts = ("UN Security Council, ", "Known endorsers of the ACT Code (")
    for place, start in enumerate(starts):
        if part.startswith(start):
            return place
    places = {HASHTAG: 5, link: 6}
    if part in places:
        return places[part]
    if _is_title(part, line):
        return 2
    return {"No": 3, "Abstain": 4}[part.partition(": ")[0]]


def test_the_hashtag_is_there_once_the_code_existed_and_there_is_room(posts):
    with_tag = 0
    for line, network, post in posts:
        existed = any(mark.support["act"].answer is not False for mark in line.marks)
        if HASHTAG in post.splitlines():
            assert existed, post
            with_tag += 1
        elif existed and _names_all_against_and_abstaining(post, line):
            assert not fits(f"{post}\n{HASHTAG}", network), post

    assert with_tag


def _names_all_against_and_abstaining(post: str, line: Line) -> bool:
    """Whether nothing that comes before the hashtag was left out for want of room."""
    casts = {mark.cast for mark in line.marks}
    labels = {part.partition(":")[0] for part in post.splitlines()}
    return all(
        label in labels
        for cast, label in ((Cast.NO, "No"), (Cast.ABSTAIN, "Abstain"))
        if cast in casts
    )


def test_every_post_ends_with_the_link(posts, record):
    for line, _, post in posts:
        link = link_to(line, record)
        assert post.splitlines()[-1] == link
        assert re.fullmatch(r"https?://\S+", link)


def test_a_link_leads_to_the_document_where_the_record_has_its_symbol(posts, record):
    for line, _, _ in posts:
        if line.draft.symbol:
            document = line.draft.symbol.replace(" ", "")
            assert link_to(line, record) == f"https://undocs.org/{document}"


def test_a_shortened_title_shows_that_it_was_shortened(posts):
    for line, _, post in posts:
        title = title_of(line.draft)
        for part in post.splitlines()[1:-1]:
            if part[:20] == title[:20] and part != title:
                assert part.endswith("…")


def test_a_title_has_a_capital_and_not_the_remark_of_its_source(aleppo):
    title = "the Egyptian question (/!\\ no information about the vote)"
    line = replace(aleppo, draft=replace(aleppo.draft, title=title))

    post = make_post(line, Network.MASTODON, "https://un.org")

    assert post.splitlines()[2] == "The Egyptian question"


def test_posts_use_only_words_of_the_record_in_our_own_voice(posts):
    for line, _, post in posts:
        parts = post.splitlines()[:-1]
        own = [part for part in parts if not _is_title(part, line) and part != HASHTAG]
        text = "\n".join(own).replace(line.draft.vote, " ").replace(NO_VETO, " ")
        if line.situation:
            text = text.replace(situation_of(line), " ")
        for mark in sorted(line.marks, key=lambda mark: -len(mark.name)):
            text = re.sub(rf"\b{mark.state}\b", " ", text.replace(mark.name, " "))
        text = text.replace(long_day(line.draft.day), " ")
        assert set(re.findall(r"[^\W\d_]+", text)) <= WORDS, post


def _is_title(part: str, line: Line) -> bool:
    return title_of(line.draft).startswith(part.removesuffix("…").rstrip())


def test_posts_on_two_texts_of_one_day_differ_in_facts_and_not_in_wording(record):
    vetoed, short = (
        make_post(make_line(record, record.draft(vote)), Network.MASTODON, "https://un.org")
        for vote in ("S/2016/846", "S/2016/847")
    )

    labels = [[line.partition(":")[0] for line in post.splitlines()] for post in (vetoed, short)]
    for label in labels:
        del label[2]  # the title
    assert (
        labels[0]
        == labels[1]
        == [
            "UN Security Council, 8 October 2016",
            "Known endorsers of the ACT Code (8)",
            "No",
            "Abstain",
            HASHTAG,
            "https",
        ]
    )


def test_the_post_on_the_draft_of_8_october_2016_can_be_read_to_a_diplomat(aleppo, record):
    assert make_post(aleppo, Network.X, link_to(aleppo, record)).splitlines() == [
        "UN Security Council, 8 October 2016: S/2016/846 (Syria) vetoed by Russian Federation. "
        "11 yes, 2 no, 2 abstain.",
        "Known endorsers of the ACT Code (8): all yes",
        "Middle East",
        "No: RUS, VEN",
        "Abstain: CHN, AGO",
        "#ACTcodeofconduct",
        "https://undocs.org/S/2016/846",
    ]


def test_the_post_on_a_text_short_of_votes_says_that_a_no_is_no_veto(record):
    line = make_line(record, record.draft("S/2016/847"))

    assert make_post(line, Network.MASTODON, link_to(line, record)).splitlines() == [
        "UN Security Council, 8 October 2016: S/2016/847 (Syria) short of votes. "
        "4 yes, 9 no, 2 abstain. A no on a text short of votes is not a veto.",
        "Known endorsers of the ACT Code (8): no FRA GBR JPN MYS NZL ESP UKR; abstain URY",
        "The situation in the Middle East",
        "No: FRA, GBR, USA, JPN, MYS, NZL, SEN, ESP, UKR",
        "Abstain: AGO, URY",
        "#ACTcodeofconduct",
        "https://undocs.org/S/2016/847",
    ]


@pytest.mark.parametrize("network", NETWORKS, ids=lambda network: network.value)
def test_an_endorser_that_voted_no_is_named_with_its_ballot(record, network):
    line = make_line(record, record.draft("S/2023/792"))

    second = make_post(line, network, link_to(line, record)).splitlines()[1]

    assert second == "Known endorsers of the ACT Code (9): no ARE; the others yes"


def test_endorsers_whose_names_have_no_room_are_counted_by_cast(record):
    line = make_line(record, record.draft("S/2022/821"))
    x, mastodon = (
        make_post(line, network, link_to(line, record)).splitlines()[1]
        for network in (Network.X, Network.MASTODON)
    )

    assert x == "Known endorsers of the ACT Code (9): no 2, abstain 7"
    assert mastodon == endorsers_of(line)[0]
    assert mastodon.startswith("Known endorsers of the ACT Code (9): no FRA GBR; abstain ")


# -- very long parts ------------------------------------------------------------------------------

TITLES = {
    "words": "on the situation in a country whose name is long " * 40,
    "one word": "a" * 3000,
    "ideographs": "安全理事会决议草案" * 200,
    "emoji": "🕊️👨‍👩‍👧‍👦" * 300,
    "accents": "e\u0301" * 1500,
    "links": "see https://un.org/a and un.org/b " * 50,
    "line breaks": "on\n" * 400,
}


@pytest.mark.parametrize("network", NETWORKS, ids=lambda network: network.value)
@pytest.mark.parametrize("title", TITLES)
def test_a_very_long_title_still_fits_and_the_record_and_the_link_stay(aleppo, network, title):
    line = replace(aleppo, draft=replace(aleppo.draft, title=TITLES[title]))

    post = make_post(line, network, "https://undocs.org/S/2016/846")

    assert fits(post, network)
    assert post.startswith(
        "UN Security Council, 8 October 2016: S/2016/846 (Syria) vetoed by Russian Federation. "
        "11 yes, 2 no, 2 abstain.\nKnown endorsers of the ACT Code (8): all yes\n"
    )
    assert post.endswith("\nhttps://undocs.org/S/2016/846")
    if network is Network.X:
        assert parse_tweet(post).weightedLength <= 280


@pytest.mark.parametrize("network", NETWORKS, ids=lambda network: network.value)
@pytest.mark.parametrize("size", [100, 190, 500, 3000])
def test_a_very_long_link_fits_whole_or_the_post_is_refused(aleppo, network, size):
    link = "https://undocs.org/" + "a" * size

    try:
        post = make_post(aleppo, network, link)
    except ValueError as error:
        refusal = str(error)
        assert "S/2016/846" in refusal
        assert network.value in refusal
        assert network is Network.BLUESKY  # the other two count any link as 23
    else:
        assert fits(post, network)
        assert post.endswith(f"\n{link}")


def test_bluesky_which_counts_a_link_as_written_refuses_one_longer_than_a_post(aleppo):
    with pytest.raises(ValueError, match=r"S/2016/846 with its link does not fit Bluesky"):
        make_post(aleppo, Network.BLUESKY, "https://undocs.org/" + "a" * 300)
