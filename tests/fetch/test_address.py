"""Which addresses are public, and which web addresses may be asked."""

import ipaddress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from councilwatch.fetch.address import Addresses, is_public
from councilwatch.fetch.refusal import Refused

NOT_PUBLIC = [
    "127.0.0.1",
    "127.9.9.9",
    "0.0.0.0",  # noqa: S104 - an address to refuse
    "10.0.0.7",
    "100.64.0.1",
    "169.254.169.254",
    "172.16.0.1",
    "192.168.1.1",
    "192.0.2.1",
    "198.18.0.1",
    "224.0.0.1",
    "240.0.0.1",
    "255.255.255.255",
    "::",
    "::1",
    "fe80::1",
    "fe80::1%eth0",
    "fc00::1",
    "ff02::1",
    "2001:db8::1",
    "::ffff:127.0.0.1",
    "::ffff:8.8.8.8",
    "64:ff9b::7f00:1",
    "64:ff9b::808:808",
    "64:ff9b:1::1",
    "2002:7f00:1::",
    "2001:0:7f00:1::",
]


@pytest.mark.parametrize("address", NOT_PUBLIC)
def test_an_address_of_some_inside_is_not_public(address):
    assert not is_public(address)


@pytest.mark.parametrize("address", ["8.8.8.8", "157.150.195.10", "2606:4700::1111"])
def test_an_address_of_the_internet_is_public(address):
    assert is_public(address)


private = st.one_of(
    *(
        st.ip_addresses(network=network)
        for network in ("10.0.0.0/8", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "fd00::/8")
    )
)


@given(private)
def test_no_private_address_is_public_in_any_form(address):
    assert not is_public(str(address))
    if address.version == 4:
        number = int(address)
        assert not is_public(str(ipaddress.IPv6Address(0xFFFF << 32 | number)))
        assert not is_public(str(ipaddress.IPv6Address((0x64FF9B << 96) | number)))
        assert not is_public(str(ipaddress.IPv6Address((0x2002 << 112) | (number << 80))))


def check(url: str, found: str = "8.8.8.8"):
    """Checks a web address, its host being found there."""
    rule = Addresses(look_up=lambda _host, _port: [found])
    return rule.check(url, ["library.example", "127.0.0.1"])


def test_the_target_is_the_address_that_was_checked():
    target = check("https://LIBRARY.example/files/a.csv?ln=en#top")

    assert (target.host, target.port, target.address) == ("library.example", 443, "8.8.8.8")
    assert target.path == "/files/a.csv?ln=en"


REFUSED = {
    "http://library.example/a.csv": "must start with https://",
    "ftp://library.example/a.csv": "must start with https://",
    "file:///etc/passwd": "must start with https://",
    "https://user:secret@library.example/": "must name a host and no user",
    "https://library.example@elsewhere.example/": "must name a host and no user",
    "https:///a.csv": "must name a host and no user",
    "https://library.example:22/": "port 22 is not asked",
    "https://library.example:99999/": "is no web address",
    "https://[::1/": "is no web address",
    "https://library.example.elsewhere.example/": "is no host of this source",
    "https://sub.library.example/": "is no host of this source",
}


@pytest.mark.parametrize("url", REFUSED)
def test_a_web_address_that_may_not_be_asked_is_refused_with_the_reason(url):
    with pytest.raises(Refused) as told:
        check(url)

    assert REFUSED[url] in str(told.value)
    assert "secret" not in str(told.value)


def test_an_allowed_host_at_a_private_address_is_refused():
    with pytest.raises(Refused, match=r"is at 10\.0\.0\.1, no public address"):
        check("https://library.example/", found="10.0.0.1")
