"""Parquet: DuckDB, which nobody here wrote, reads every table with its types."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import duckdb
import pytest

from councilwatch.press.export import parquet
from councilwatch.press.export.parquet import NotInstalled, make_parquet

Ask = Callable[[str, Path], list[tuple]]


@pytest.fixture
def ask() -> Iterator[Ask]:
    """Asks DuckDB a question about a file, which the question calls $file."""
    with duckdb.connect() as connection:
        yield lambda question, file: connection.execute(question, {"file": str(file)}).fetchall()


def test_every_table_of_the_whole_record_has_all_of_its_rows(whole, laid, ask):
    folder = laid(make_parquet(whole, ""))
    question = "SELECT count(*) FROM read_parquet($file)"

    found = {name: ask(question, folder / f"{name}.parquet")[0][0] for name in whole.tables}

    assert found == {name: len(content.rows) for name, content in whole.tables.items()}


def test_columns_are_typed(small, laid, ask):
    folder = laid(make_parquet(small, ""))

    outcomes = ask(
        "SELECT day, yes, vetoed_by FROM read_parquet($file) WHERE vote = 'S/2016/846'",
        folder / "outcomes.parquet",
    )
    sponsors = ask(
        "SELECT sponsors, complete FROM read_parquet($file) WHERE vote = 'S/2016/846'",
        folder / "sponsors.parquet",
    )

    assert outcomes == [(date(2016, 10, 8), 11, ["RUS"])]
    assert sponsors == [(["FRA", "ESP"], False)]


def test_an_empty_cell_is_null(small, laid, ask):
    folder = laid(make_parquet(small, ""))

    rows = ask(
        "SELECT yes, vetoed_by FROM read_parquet($file) WHERE vote = 'S/516'",
        folder / "outcomes.parquet",
    )

    assert rows == [(None, None)]


def test_tables_and_columns_carry_their_descriptions(small, laid):
    from pyarrow.parquet import read_schema

    schema = read_schema(laid(make_parquet(small, "")) / "ballots.parquet")

    assert schema.metadata[b"licence"] == b"CC BY 4.0"
    assert b"ballot" in schema.field("cast").metadata[b"description"]


def test_without_pyarrow_one_sentence_tells_what_to_install(small, monkeypatch):
    def missing(name: str):
        raise ImportError(name)

    monkeypatch.setattr(parquet, "import_module", missing)

    with pytest.raises(NotInstalled, match=r"pip install 'councilwatch\[parquet\]'"):
        make_parquet(small, "")
