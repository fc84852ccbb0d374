"""JSON-LD: the record as a schema.org and DCAT data set, and every vote with its provenance.

The context stands in the file, so that a reader needs no network to know what a word means.
"""

import json
from typing import Any

from councilwatch import __version__
from councilwatch.press.export.about import (
    KEYWORDS,
    LICENCE_ADDRESS,
    PUBLISHER,
    VOTES_DOI,
    citation,
    known_words,
)
from councilwatch.press.export.addresses import address_of, document, tag
from councilwatch.press.export.contents import Content, Contents
from councilwatch.record.cite import Source
from councilwatch.record.draft import Draft, tally
from councilwatch.record.record import Record
from councilwatch.record.schema import SOURCES

Body = dict[str, Any]

CONTEXT: Body = {
    "@vocab": "https://schema.org/",
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "prov": "http://www.w3.org/ns/prov#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "license": {"@type": "@id"},
    "url": {"@type": "@id"},
    "isBasedOn": {"@type": "@id"},
    "organizer": {"@type": "@id"},
    "subjectOf": {"@type": "@id"},
    "dct:isPartOf": {"@type": "@id"},
    "prov:wasDerivedFrom": {"@type": "@id"},
    "startDate": {"@type": "xsd:date"},
    "datePublished": {"@type": "xsd:date"},
    "dateModified": {"@type": "xsd:date"},
    "prov:generatedAtTime": {"@type": "xsd:dateTime"},
}
COUNCIL = tag("organizations", "un-security-council")
DATASET = tag("record")


def make_json_ld(contents: Contents, stem: str) -> dict[str, bytes]:
    """The data set, its tables, its sources and its votes as one graph."""
    record = contents.record
    graph = [
        _dataset(contents),
        {"@id": COUNCIL, "@type": "Organization", "name": "United Nations Security Council"},
        *(_source(Source(*row)) for row in contents.tables[SOURCES].rows),
        *(_vote(record, draft) for draft in record.drafts.values()),
    ]
    body = json.dumps({"@context": CONTEXT, "@graph": graph}, ensure_ascii=False, indent=1)
    return {f"{stem}.jsonld": body.encode() + b"\n"}


def _dataset(contents: Contents) -> Body:
    days = [draft.day for draft in contents.record.drafts.values()]
    spans = {"temporalCoverage": f"{min(days)}/{max(days)}"} if days else {}
    return {
        "@id": DATASET,
        "@type": ["Dataset", "dcat:Dataset", "prov:Entity"],
        "name": contents.title,
        "description": f"{contents.about} {known_words(contents)}",
        "version": __version__,
        "license": LICENCE_ADDRESS,
        "publisher": {"@id": tag("publisher"), "@type": "Organization", "name": PUBLISHER},
        "keywords": list(KEYWORDS),
        "isAccessibleForFree": True,
        "dateModified": str(contents.as_known or contents.stamp),
        "creditText": citation(contents),
        "isBasedOn": VOTES_DOI,
        **spans,
        "dcat:distribution": [_distribution(each) for each in contents.tables.values()],
    }


def _distribution(content: Content) -> Body:
    """A table as it stands in the folder that `export --format csv` writes."""
    schema = content.schema
    return {
        "@id": tag("tables", schema.name),
        "@type": ["DataDownload", "dcat:Distribution"],
        "name": schema.title,
        "description": schema.about,
        "encodingFormat": "text/csv",
        "contentUrl": schema.file,
        "variableMeasured": [
            {"@type": "PropertyValue", "name": field.name, "description": field.about}
            for field in schema.fields
        ],
    }


def _source(source: Source) -> Body:
    address = address_of(source)
    body = {
        "@id": tag("sources", source.id),
        "@type": ["CreativeWork", "prov:Entity"],
        "name": source.title,
        "publisher": source.publisher,
        "creditText": source.licence,
        "description": source.note,
    }
    if len(source.published) == len("2015-12-14"):
        body["datePublished"] = source.published
    return {key: value for key, value in body.items() if value} | (
        {"url": address} if address else {}
    )


def _vote(record: Record, draft: Draft) -> Body:
    """One vote as an event with its outcome, counts and provenance."""
    decision = record.decision(draft)
    ballots = record.ballots(draft)
    address = document(draft.symbol) if draft.symbol else None
    counts = tally(ballots)._asdict() if ballots else {}
    body: Body = {
        "@id": tag("votes", draft.vote),
        "@type": ["Event", "prov:Entity"],
        "identifier": draft.vote,
        "name": f"Vote on {draft.vote}: {draft.title}",
        "startDate": draft.day.isoformat(),
        "organizer": COUNCIL,
        "description": f"{decision.word}: {decision.because}",
        "additionalProperty": [
            {"@type": "PropertyValue", "name": name, "value": count}
            for name, count in counts.items()
        ],
        "dct:isPartOf": DATASET,
        "prov:wasDerivedFrom": tag("sources", draft.source),
        "prov:generatedAtTime": f"{draft.known_on}T00:00:00Z",
    }
    return body | ({"subjectOf": address} if address else {})
