"""The feeds: feedparser, which nobody here wrote, finds nothing wrong with them."""

import feedparser
import pytest
from hypothesis import given
from hypothesis import strategies as st

from councilwatch.press.export.atom import Entry, Feed, feed_file
from councilwatch.press.export.contents import read_contents
from councilwatch.press.export.feed import LATEST, make_atom
from councilwatch.record.draft import Outcome

NAMES = ("votes", "vetoes", "supporters", "corrections")

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")  # theirs, not ours


@pytest.fixture(scope="module")
def feeds(whole) -> dict:
    """The feeds of the whole record, as read."""
    return {name: feedparser.parse(file) for name, file in make_atom(whole, "").items()}


@pytest.fixture(scope="module")
def corrections(small) -> list:
    """What the feed of corrections of the small record says."""
    return feedparser.parse(make_atom(small, "")["corrections.atom"]).entries


@pytest.mark.parametrize("name", NAMES)
def test_every_feed_is_well_formed_and_says_what_atom_asks(feeds, name):
    read = feeds[f"{name}.atom"]

    assert (read.bozo, read.version) == (False, "atom10")
    assert read.feed.id == f"tag:councilwatch,2015:feeds/{name}"
    assert read.feed.title
    assert read.feed.updated.endswith("T00:00:00Z")
    assert read.feed.author == "Councilwatch"
    for entry in read.entries:
        assert entry.id.startswith("tag:councilwatch,2015:")
        assert entry.title
        assert entry.updated_parsed
        assert entry.content[0].value


@pytest.mark.parametrize("name", NAMES)
def test_no_two_entries_share_an_identifier_and_the_newest_come_first(feeds, name):
    entries = feeds[f"{name}.atom"].entries

    assert len({entry.id for entry in entries}) == len(entries)
    days = [entry.get("published", entry.updated) for entry in entries]
    assert days == sorted(days, reverse=True)
    assert feeds[f"{name}.atom"].feed.updated == max(entry.updated for entry in entries)
    assert all(("published" in entry) == (name != "corrections") for entry in entries)


def test_the_feed_of_votes_has_the_last_hundred(feeds, record):
    last = max(record.drafts.values(), key=lambda draft: draft.day)

    entries = feeds["votes.atom"].entries

    assert len(entries) == LATEST
    assert any(entry.title.startswith(f"{last.vote}: ") for entry in entries)


def test_the_feed_of_vetoes_has_every_vetoed_text(feeds, record):
    vetoed = [d for d in record.drafts.values() if record.decision(d).outcome is Outcome.VETOED]

    assert len(feeds["vetoes.atom"].entries) == len(vetoed)


def test_an_old_vote_that_was_corrected_is_no_new_vote(feeds):
    entries = feeds["vetoes.atom"].entries
    [place] = [at for at, each in enumerate(entries) if each.id.endswith("votes/S/1653")]

    assert entries[place].published == "1950-09-06T00:00:00Z"
    assert entries[place].updated == "2026-11-24T00:00:00Z"
    assert all(each.published >= entries[place].published for each in entries[:place])
    assert place > len(entries) / 2


def test_a_veto_is_told_with_names_and_a_link(feeds):
    [entry] = [e for e in feeds["vetoes.atom"].entries if e.id.endswith("votes/S/2016/846")]

    assert entry.title == "S/2016/846: vetoed by Russian Federation"
    assert entry.link == "https://undocs.org/S/2016/846"


def test_a_supporter_is_told_with_the_day_and_what_was_seen(feeds):
    [entry] = [e for e in feeds["supporters.atom"].entries if "/act/ESP/2017-05-15" in e.id]

    assert entry.content[0].value.startswith("On 2017-05-15: ")


def test_a_correction_says_what_changed_and_what_it_replaces(corrections):
    [entry] = [each for each in corrections if each.title == "drafts: S/2016/846"]

    said = entry.content[0].value
    assert said.startswith("Supersedes the row known on 2016-10-08: note 'empty' became '=HYP")
    assert entry.updated == "2026-11-25T00:00:00Z"


def test_a_record_without_votes_has_feeds_without_entries(record_of):
    files = make_atom(read_contents(record_of()), "")

    assert {name: len(feedparser.parse(file).entries) for name, file in files.items()} == {
        f"{name}.atom": 0 for name in NAMES
    }


@given(text=st.text(min_size=1))
def test_any_text_makes_a_feed_that_can_be_read(text):
    entry = Entry("tag:councilwatch,2015:votes/1", text, "2016-10-08", text)
    feed = Feed(
        "votes", "tag:councilwatch,2015:feeds/votes", text, "2016-10-08", text, text, text, (entry,)
    )

    read = feedparser.parse(feed_file(feed))

    assert read.bozo is False
    assert len(read.entries) == 1
