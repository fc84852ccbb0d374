"""A Frictionless Data Package: the tables as CSV with a description that programs read."""

import json
from collections.abc import Mapping
from copy import deepcopy
from typing import Any

from councilwatch import __version__
from councilwatch.press.export.about import KEYWORDS, PUBLISHER, VOTES_DOI, citation, readme
from councilwatch.press.export.contents import Content, Contents
from councilwatch.press.export.machine_csv import csv_files
from councilwatch.record.manifest import fingerprint
from councilwatch.record.schema import PACKAGE_FILE, Field

Body = dict[str, Any]

NOTES = (
    "A Frictionless Data Package: datapackage.json describes every table, its columns, keys and "
    "references. `frictionless validate datapackage.json` checks it."
)


def make_data_package(contents: Contents, stem: str) -> dict[str, bytes]:  # noqa: ARG001
    """The data package: its description, the tables as CSV, and a README."""
    files = csv_files(contents)
    described = json.dumps(package_body(contents, files), ensure_ascii=False, indent=1)
    return {
        PACKAGE_FILE: described.encode() + b"\n",
        **files,
        "README.txt": readme(contents, NOTES),
    }


def package_body(contents: Contents, files: Mapping[str, bytes]) -> Body:
    """The description of a data package with these files."""
    package = dict(contents.schema.package)
    there = {each["name"]: each for each in package["resources"]}
    resources = [
        _resource(contents, content, there.get(name), files[content.schema.file])
        for name, content in contents.tables.items()
    ]
    return {
        **package,
        "version": __version__,
        "citation": citation(contents),
        "keywords": list(KEYWORDS),
        "contributors": [{"title": f"{PUBLISHER} contributors", "role": "author"}],
        "sources": [{"title": "UNSC votes since 1946 Database, V1 2026", "path": VOTES_DOI}],
        "resources": resources,
    }


def _resource(contents: Contents, content: Content, told: Body | None, file: bytes) -> Body:
    """A table's description with the size and print of its file, and the references it keeps."""
    body = deepcopy(told) if told else _described(content)
    body |= {"bytes": len(file), "hash": f"sha256:{fingerprint(file)}"}
    body["schema"]["foreignKeys"] = [
        {"fields": column, "reference": {"resource": there, "fields": key}}
        for column, there, key in contents.references_of(content)
    ]
    return body


def _described(content: Content) -> Body:
    """The description of a table that is not in the record's own data package."""
    schema = content.schema
    return {
        "name": schema.name,
        "path": schema.file,
        "title": schema.title,
        "description": schema.about,
        "profile": "tabular-data-resource",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": {
            "fields": [_field(field) for field in schema.fields],
            "missingValues": [""],
            "primaryKey": list(schema.key),
        },
    }


def _field(field: Field) -> Body:
    limits: Body = {"required": True} if field.required else {}
    if field.choices:
        limits["enum"] = list(field.choices)
    body: Body = {"name": field.name, "type": field.kind, "description": field.about}
    if field.list_of:
        body["listOf"] = field.list_of
    return body | ({"constraints": limits} if limits else {})
