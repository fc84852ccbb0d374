"""JSON-LD: rdflib, which nobody here wrote, reads it without a network."""

import pytest
from rdflib import RDF, XSD, Graph, Literal, Namespace, URIRef

from councilwatch.press.export.json_ld import DATASET, make_json_ld

SCHEMA = Namespace("https://schema.org/")
DCAT = Namespace("http://www.w3.org/ns/dcat#")
PROV = Namespace("http://www.w3.org/ns/prov#")
THE_RECORD = URIRef(DATASET)
THE_VOTE = URIRef("tag:councilwatch,2015:votes/S/2016/846")

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")  # theirs, not ours


@pytest.fixture(scope="module")
def graph(small) -> Graph:
    """The small record as rdflib reads it."""
    graph = Graph()
    graph.parse(data=make_json_ld(small, "council")["council.jsonld"], format="json-ld")
    return graph


def test_the_record_is_a_data_set_with_its_licence_and_every_table(graph, small):
    assert (THE_RECORD, RDF.type, SCHEMA.Dataset) in graph
    assert (THE_RECORD, RDF.type, DCAT.Dataset) in graph
    licence = URIRef("https://creativecommons.org/licenses/by/4.0/")
    assert (THE_RECORD, SCHEMA.license, licence) in graph
    tables = set(graph.objects(THE_RECORD, DCAT.distribution))
    assert len(tables) == len(small.tables)
    assert all((table, RDF.type, DCAT.Distribution) in graph for table in tables)


def test_every_vote_says_what_it_was_derived_from(graph, small):
    votes = set(graph.subjects(RDF.type, SCHEMA.Event))
    sources = set(graph.subjects(RDF.type, SCHEMA.CreativeWork))

    assert len(votes) == len(small.record.drafts)
    for vote in votes:
        assert graph.value(vote, PROV.wasDerivedFrom) in sources


def test_a_vote_has_its_day_and_outcome(graph):
    assert (THE_VOTE, SCHEMA.startDate, Literal("2016-10-08", datatype=XSD.date)) in graph
    assert str(graph.value(THE_VOTE, SCHEMA.description)).startswith("vetoed: ")
    assert str(graph.value(THE_VOTE, SCHEMA.subjectOf)) == "https://undocs.org/S/2016/846"


def test_the_newest_row_dates_it_and_no_clock(graph):
    assert (THE_RECORD, SCHEMA.dateModified, Literal("2026-11-25", datatype=XSD.date)) in graph
