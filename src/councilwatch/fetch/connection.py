"""How a source is asked: how long and how often, and over which connection."""

from collections.abc import Callable
from dataclasses import dataclass

from urllib3 import HTTPConnectionPool, HTTPSConnectionPool, Timeout

from councilwatch import __version__
from councilwatch.fetch.address import Target


@dataclass(frozen=True, slots=True)
class Limits:
    """How long and how often a source is asked."""

    elapsed: Callable[[], float]
    """Seconds that have passed since some moment: the caller's clock."""
    wait: Callable[[float], None]
    """Lets so many seconds pass."""
    attempts: int = 4
    pause: float = 1.0
    """Seconds before the second attempt; doubled before each later one."""
    connect: float = 10.0
    silence: float = 30.0
    """The longest a server may say nothing, in seconds."""
    total: float = 600.0
    """The longest one import may wait for its file, in seconds."""
    redirects: int = 5


def pool_of(target: Target, limits: Limits, authorities: str | None) -> HTTPConnectionPool:
    """A connection to the address that was checked; the certificate must be the host's."""
    timeout = Timeout(connect=limits.connect, read=limits.silence)
    if target.scheme == "http":
        return HTTPConnectionPool(target.address, target.port, timeout=timeout)
    return HTTPSConnectionPool(
        target.address,
        target.port,
        timeout=timeout,
        cert_reqs="CERT_REQUIRED",
        ca_certs=authorities,
        assert_hostname=target.host,
        server_hostname=target.host,
    )


def headers(target: Target) -> dict[str, str]:
    """What is said with every request."""
    usual = target.port == (443 if target.scheme == "https" else 80)
    return {
        "Host": target.host if usual else f"{target.host}:{target.port}",
        "User-Agent": f"councilwatch/{__version__}",
        "Accept": "text/csv, text/plain, */*;q=0.5",
        "Accept-Encoding": "gzip",
    }
