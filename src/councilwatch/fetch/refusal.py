"""Why a source's file could not be had: it is unavailable for now, or it is refused for good."""

from urllib.parse import urlsplit

from councilwatch.record.fault import DataError, Fault


def shown(url: str) -> str:
    """A web address as it may be printed: host and path, without what may be secret or long."""
    try:
        parts = urlsplit(url)
        host = named(parts.hostname or "")
    except ValueError:
        return ascii(url[:100])
    text = f"{parts.scheme}://{host}{parts.path}"
    plain = "".join(sign if sign.isprintable() else "?" for sign in text)
    return plain if len(plain) <= 120 else f"{plain[:119]}…"


def named(host: str) -> str:
    """A host as it is written in an address: one in numbers and colons has brackets."""
    return f"[{host}]" if ":" in host else host


class Unavailable(OSError):
    """The source cannot be reached now; asking again later may help."""

    def __init__(self, url: str, reason: str) -> None:
        self.where = shown(url)
        self.reason = reason
        super().__init__(f"unavailable: {self.where}: {reason}")


class Refused(DataError):
    """What was found, or where, is not what may be taken in; asking again does not help."""

    def __init__(self, url: str, reason: str) -> None:
        self.reason = reason
        super().__init__([Fault(shown(url), 0, f"{reason}.")])
