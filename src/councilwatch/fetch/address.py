"""Which addresses may be asked: public ones of hosts named beforehand, over TLS."""

import ipaddress
import socket
from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import NamedTuple
from urllib.parse import urlsplit

from councilwatch.fetch.refusal import Refused, Unavailable, named

NAT64 = (ipaddress.ip_network("64:ff9b::/96"), ipaddress.ip_network("64:ff9b:1::/48"))
"""Prefixes under which an IPv6 address stands for an IPv4 one."""


class Target(NamedTuple):
    """One checked web address, with the very address that will be connected to."""

    url: str
    scheme: str
    host: str
    port: int
    path: str
    address: str


def is_public(text: str) -> bool:
    """Whether an IP address is one of the public internet, whatever form it is written in."""
    address = ipaddress.ip_address(text.partition("%")[0])
    if isinstance(address, ipaddress.IPv6Address) and _stands_for_another(address):
        return False
    return address.is_global and not (
        address.is_multicast or address.is_reserved or address.is_unspecified
    )


def _stands_for_another(address: ipaddress.IPv6Address) -> bool:
    inside = (address.ipv4_mapped, address.sixtofour, address.teredo)
    return any(each is not None for each in inside) or any(address in net for net in NAT64)


def look_up(host: str, port: int) -> list[str]:
    """The IP addresses of a host, as the system finds them; raises `OSError` if it has none."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(each[4][0]) for each in found))


@dataclass(frozen=True, slots=True)
class Addresses:
    """The rule by which addresses are let through; a test may put a looser one in its place."""

    look_up: Callable[[str, int], list[str]] = look_up
    is_allowed: Callable[[str], bool] = is_public
    schemes: Collection[str] = ("https",)
    ports: Collection[int] | None = (443,)
    """The ports that may be asked; `None` for any."""
    authorities: str | None = None
    """A file of the authorities whose certificates are accepted; else those of the system."""

    def check(self, url: str, hosts: Collection[str]) -> Target:
        """The target of a web address; raises `Refused` if it may not be asked.

        The host is looked up once, here: what is connected to is the address that was checked.
        """
        scheme, host, port, path = self._parts(url)
        if host not in hosts:
            allowed = f"allowed: {', '.join(sorted(hosts)) or 'none'}; or --allow-host"
            raise Refused(url, f"'{named(host)}' is no host of this source ({allowed})")
        try:
            found = self.look_up(host, port)
        except OSError as error:
            raise Unavailable(url, f"'{named(host)}' cannot be found ({error.strerror})") from error
        except UnicodeError as error:
            raise Refused(url, f"'{host}' is no name of a host ({error})") from error
        private = [address for address in found if not self.is_allowed(address)]
        if private or not found:
            at = ", ".join(map(named, private)) or "no address"
            raise Refused(url, f"'{named(host)}' is at {at}, no public address")
        return Target(url, scheme, host, port, path, found[0])

    def _parts(self, url: str) -> tuple[str, str, int, str]:
        try:
            parts = urlsplit(url)
            port = parts.port
        except ValueError as error:
            raise Refused(url, f"is no web address: {error}") from error
        if parts.scheme not in self.schemes:
            raise Refused(url, f"must start with {' or '.join(self.schemes)}://")
        if parts.username is not None or not parts.hostname:
            raise Refused(url, "must name a host and no user")
        port = port or (443 if parts.scheme == "https" else 80)
        if self.ports is not None and port not in self.ports:
            raise Refused(url, f"port {port} is not asked")
        path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
        return parts.scheme, parts.hostname.rstrip("."), port, path
