"""Every source of the catalogue has its reader, and says where its file may be from."""

import inspect

import pytest

from councilwatch.fetch.catalogue import ORIGINS, names, origin


def test_no_name_stands_twice():
    assert len(set(names())) == len(ORIGINS)


@pytest.mark.parametrize("each", ORIGINS, ids=names())
def test_a_source_has_a_reader_of_the_agreed_form(each):
    parameters = inspect.signature(each.reader()).parameters

    *places, whole = parameters.values()
    assert len(places) == 2
    assert all(p.kind in (p.POSITIONAL_ONLY, p.POSITIONAL_OR_KEYWORD) for p in places)
    assert (whole.name, whole.kind) == ("whole", whole.KEYWORD_ONLY)
    assert inspect.getdoc(each.reader())


@pytest.mark.parametrize("each", ORIGINS, ids=names())
def test_a_source_with_an_address_may_be_downloaded_from_there(each):
    host = each.address.removeprefix("https://").partition("/")[0]

    assert not each.address or host in each.hosts
    assert each.expects in ("csv", "text")
    assert origin(each.name) is each
