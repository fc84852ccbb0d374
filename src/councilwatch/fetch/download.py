"""A source's file brought from the web into a folder: bounded in time and size, hop by hop."""

import re
from collections.abc import Callable, Collection, Iterator
from pathlib import Path
from urllib.parse import urljoin, urlsplit

from urllib3 import BaseHTTPResponse
from urllib3.exceptions import HTTPError, NewConnectionError, ProtocolError, SSLError
from urllib3.exceptions import TimeoutError as TooSlow

from councilwatch.fetch.address import Addresses, Target
from councilwatch.fetch.catalogue import MEGABYTE, Origin
from councilwatch.fetch.connection import Limits, headers, pool_of
from councilwatch.fetch.encoding import decoded
from councilwatch.fetch.refusal import Refused, Unavailable

PIECE = 65_536
MOVED = frozenset({301, 302, 303, 307, 308})
MAY_PASS = frozenset({408, 425, 429, 500, 502, 503, 504})
"""Answers after which asking again may help."""
Told = Callable[[int, int | None], None]
"""Hears how many bytes have come, and of how many if the server says."""


class _Again(Exception):
    """An attempt that failed in a way that may pass; carries the sentence."""


def download(
    url: str,
    folder: Path,
    origin: Origin,
    *,
    hosts: Collection[str] = (),
    addresses: Addresses | None = None,
    limits: Limits,
    told: Told | None = None,
) -> Path:
    """Brings the file at a web address into a folder; returns where it stands.

    Raises `Unavailable` if the source cannot be reached, `Refused` if it may not be.
    """
    return _Download(url, folder, origin, hosts, addresses, limits, told).run()


class _Download:
    """One download, with what it may do and how far it has come."""

    def __init__(
        self,
        url: str,
        folder: Path,
        origin: Origin,
        hosts: Collection[str],
        addresses: Addresses | None,
        limits: Limits,
        told: Told | None,
    ) -> None:
        self.url = url
        self.path = folder / file_name(url, origin.name)
        self.most = origin.limit
        self.hosts = frozenset(host.casefold() for host in (*origin.hosts, *hosts))
        self.addresses = addresses or Addresses()
        self.limits = limits
        self.told = told or (lambda _come, _of: None)
        self.ends = limits.elapsed() + limits.total

    def run(self) -> Path:
        """Asks as often as is allowed; returns where the file stands."""
        why = ""
        for attempt in range(self.limits.attempts):
            if attempt:
                self.limits.wait(self.limits.pause * 2 ** (attempt - 1))
                self._check_time(self.url)
            try:
                return self._follow()
            except _Again as error:
                why = str(error)
        raise Unavailable(self.url, f"{why} ({self.limits.attempts} attempts)")

    def _follow(self) -> Path:
        """Follows redirects, each checked like the first address."""
        url = self.url
        for _ in range(self.limits.redirects + 1):
            onward = self._ask(self.addresses.check(url, self.hosts))
            if onward is None:
                return self.path
            url = _joined(url, onward)
        raise Refused(self.url, f"is redirected more than {self.limits.redirects} times")

    def _ask(self, target: Target) -> str | None:
        """Where the server sends us on to; `None` once the file stands."""
        try:
            with pool_of(target, self.limits, self.addresses.authorities) as pool:
                response = pool.urlopen(
                    "GET",
                    target.path,
                    headers=headers(target),
                    redirect=False,
                    retries=False,
                    preload_content=False,
                    decode_content=False,
                    assert_same_host=False,
                )
                try:
                    return self._answer(target, response)
                finally:
                    response.close()
        except SSLError as error:
            raise Unavailable(target.url, f"its certificate is not accepted ({error})") from error
        except NewConnectionError as error:
            raise _Again("nobody answers there") from error
        except TooSlow as error:
            raise _Again(f"no answer within {self.limits.silence:g} seconds") from error
        except HTTPError as error:
            raise _Again(f"the connection failed ({type(error).__name__})") from error

    def _answer(self, target: Target, response: BaseHTTPResponse) -> str | None:
        status = response.status
        if status in MOVED and "location" in response.headers:
            return response.headers["location"]
        if status in MAY_PASS:
            raise _Again(f"the server answers {status}")
        if status != 200:
            raise Unavailable(target.url, f"the server answers {status}")
        self._write(target, response)
        return None

    def _write(self, target: Target, response: BaseHTTPResponse) -> None:
        length = response.headers.get("content-length", "")
        whole = int(length) if re.fullmatch("[0-9]{1,18}", length) else None
        if whole is not None and whole > self.most:
            raise Refused(target.url, f"has {_megabytes(whole)}, {self._limit()}")
        written = 0
        encoding = response.headers.get("content-encoding", "")
        with self.path.open("wb") as file:
            for piece in decoded(self._pieces(target, response, whole), encoding, target.url):
                written += len(piece)
                if written > self.most:
                    raise Refused(target.url, f"holds {self._limit()}")
                file.write(piece)

    def _pieces(
        self, target: Target, response: BaseHTTPResponse, whole: int | None
    ) -> Iterator[bytes]:
        """The body as it comes; one read never waits longer than the silence allowed."""
        come = 0
        try:
            while piece := response.read1(PIECE, decode_content=False):
                come += len(piece)
                self._check_time(target.url)
                self.told(come, whole)
                yield piece
        except ProtocolError as error:
            of = f" of {whole:,}" if whole is not None else ""
            raise _Again(f"the file is cut short after {come:,}{of} bytes") from error

    def _check_time(self, url: str) -> None:
        if self.limits.elapsed() > self.ends:
            raise Unavailable(url, f"it took longer than {self.limits.total:g} seconds")

    def _limit(self) -> str:
        return f"more than the {_megabytes(self.most)} allowed"


def _joined(url: str, onward: str) -> str:
    try:
        return urljoin(url, onward)
    except ValueError as error:
        raise Refused(url, f"is redirected to what is no web address: {error}") from error


def file_name(url: str, otherwise: str) -> str:
    """A plain file name for what a web address gives: its last part, or the source's name.

    Raises `Refused` if it is no web address.
    """
    try:
        last = urlsplit(url).path.rpartition("/")[2]
    except ValueError as error:
        raise Refused(url, f"is no web address: {error}") from error
    plain = "".join(sign for sign in last if sign.isascii() and (sign.isalnum() or sign in "._-"))
    return plain.lstrip(".")[-80:] or f"{otherwise}.csv"


def _megabytes(count: int) -> str:
    return f"{count / MEGABYTE:.1f} MB"
