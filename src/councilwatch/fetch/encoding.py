"""The body of an answer unpacked as it comes, so that a small one cannot become a huge one."""

import zlib
from collections.abc import Iterable, Iterator

from councilwatch.fetch.refusal import Refused, Unavailable

PIECE = 65_536
WINDOWS = {"gzip": 31, "x-gzip": 31, "deflate": 15}
"""What zlib must be told for each way of packing."""


def decoded(pieces: Iterable[bytes], encoding: str, url: str) -> Iterator[bytes]:
    """The pieces unpacked, each piece given out bounded; as they are where nothing is packed."""
    name = encoding.strip().casefold()
    if name in ("", "identity"):
        return iter(pieces)
    if name not in WINDOWS:
        raise Refused(url, f"is sent packed as '{name[:20]}', which is not read")
    return _unpacked(pieces, WINDOWS[name], url)


def _unpacked(pieces: Iterable[bytes], window: int, url: str) -> Iterator[bytes]:
    unpack = zlib.decompressobj(window)
    try:
        for piece in pieces:
            rest = piece
            while rest:
                yield unpack.decompress(rest, PIECE)
                rest = unpack.unconsumed_tail
    except zlib.error as error:
        raise Refused(url, f"is not packed as it says: {error}") from error
    while unread := unpack.decompress(b"", PIECE):
        yield unread
    if not unpack.eof:
        raise Unavailable(url, "the file is cut short inside its packing")
