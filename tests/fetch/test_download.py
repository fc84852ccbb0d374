"""Downloads: what is brought, what is refused in one sentence, and what is asked again."""

import gzip
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from time import monotonic

import pytest
from fetch_server import (  # the module beside this one, see conftest
    CERTIFICATE,
    HOST,
    Answer,
    Server,
    body,
    in_turn,
    moved,
    send,
    serving,
    status,
)

from councilwatch.fetch.address import Addresses
from councilwatch.fetch.catalogue import Origin
from councilwatch.fetch.connection import Limits
from councilwatch.fetch.download import download, file_name
from councilwatch.fetch.refusal import Refused, Unavailable

pytestmark = pytest.mark.allow_hosts(["127.0.0.1"])

CSV = b"vote,cast\nS/2016/846,yes\n"
ORIGIN = Origin("made-up", "A made-up source", "nowhere", hosts=(HOST,), limit=100_000)
QUICK = Limits(monotonic, lambda _seconds: None, pause=0, silence=0.5, connect=0.5)


@pytest.fixture
def server(socket_enabled: None) -> Iterator[Server]:
    with serving() as started:
        yield started


@pytest.fixture
def get(server: Server, tmp_path: Path) -> Callable[..., bytes]:
    """Downloads a path of the server, answered so; gives the bytes of the file."""

    def got(answer: Answer | None = None, path: str = "/votes.csv", **options: object) -> bytes:
        if answer is not None:
            server.answers[path] = answer
        given = {"addresses": server.addresses(), "limits": QUICK, **options}
        return download(server.url(path), tmp_path, ORIGIN, **given).read_bytes()

    return got


def test_a_file_is_brought_as_it_is(get):
    assert get(body(CSV)) == CSV


def test_a_file_sent_packed_is_unpacked(get):
    assert get(body(gzip.compress(CSV), Content_Encoding="gzip")) == CSV


def test_a_file_sent_in_chunks_is_brought_whole(get):
    chunked = b"".join(b"%x\r\n%s\r\n" % (len(p), p) for p in (CSV[:7], CSV[7:])) + b"0\r\n\r\n"

    assert get(body(chunked, Transfer_Encoding="chunked")) == CSV


def test_the_bytes_that_come_are_told(get):
    told = []

    get(body(CSV), told=lambda come, of: told.append((come, of)))

    assert told[-1] == (len(CSV), len(CSV))


def test_a_redirect_within_the_source_is_followed(get, server):
    server.answers["/new.csv"] = body(CSV)

    assert get(moved("/new.csv")) == CSV
    assert [path for path, _ in server.asked] == ["/votes.csv", "/new.csv"]


def test_a_server_that_fails_once_is_asked_again(get, server):
    assert get(in_turn(status(500), status(429), body(CSV))) == CSV
    assert len(server.asked) == 3


def test_each_pause_before_asking_again_is_longer(get):
    pauses = []
    limits = Limits(monotonic, pauses.append, pause=1)

    with pytest.raises(Unavailable):
        get(status(503), limits=limits)

    assert pauses == [1, 2, 4]


def test_a_file_cut_short_and_then_whole_is_brought_whole(get):
    short = body(CSV[:9], Content_Length=str(len(CSV)))

    assert get(in_turn(short, body(CSV))) == CSV


def stalls(request) -> None:
    threading.Event().wait(1.2)


def drips(request) -> None:
    """One byte now and then, each soon enough, and never done."""
    request.send_response(200)
    request.send_header("Content-Length", "50000")
    request.end_headers()
    for _ in range(60):
        request.wfile.write(b"x")
        request.wfile.flush()
        threading.Event().wait(0.05)


def hangs_up(request) -> None:
    request.connection.close()


BOMB = gzip.compress(bytes(5_000_000))
UNAVAILABLE: dict[str, tuple[Answer, str]] = {
    "not there": (status(404), "the server answers 404"),
    "forbidden": (status(403), "the server answers 403"),
    "failing": (status(500), "the server answers 500 (4 attempts)"),
    "too many requests": (status(429), "the server answers 429 (4 attempts)"),
    "not modified": (status(304), "the server answers 304"),
    "cut short": (body(CSV, Content_Length="999"), "the file is cut short after 25 of 999 bytes"),
    "cut short in a chunk": (
        lambda request: (
            send(request, b"99\r\nabc", Transfer_Encoding="chunked"),
            hangs_up(request),
        ),
        "the file is cut short after 3 bytes (4 attempts)",
    ),
    "cut short in its packing": (
        body(gzip.compress(CSV)[:-9], Content_Encoding="gzip"),
        "cut short inside its packing",
    ),
    "silent": (stalls, "no answer within 0.5 seconds (4 attempts)"),
    "hanging up": (hangs_up, "the connection failed"),
}


@pytest.mark.parametrize("kind", UNAVAILABLE)
def test_what_may_come_right_later_is_unavailable(kind, get, server):
    answer, sentence = UNAVAILABLE[kind]

    with pytest.raises(Unavailable) as told:
        get(answer)

    assert str(told.value).startswith(f"unavailable: http://{HOST}/votes.csv: ")
    assert sentence in str(told.value)


def test_a_download_that_drips_ends_when_its_time_is_up(get):
    limits = Limits(monotonic, lambda _seconds: None, silence=0.5, total=0.4)

    with pytest.raises(Unavailable, match=r"it took longer than 0\.4 seconds"):
        get(drips, limits=limits)


REFUSED: dict[str, tuple[Answer, str]] = {
    "larger than it may be": (body(bytes(100_001)), "has 0.1 MB, more than the 0.1 MB allowed"),
    "larger without saying so": (
        lambda request: send(request, b"%x\r\n%s\r\n" % (200_000, bytes(200_000)),
                             Transfer_Encoding="chunked"),
        "holds more than the 0.1 MB allowed",
    ),
    "a small body that unpacks to a huge one": (
        body(BOMB, Content_Encoding="gzip"),
        "holds more than the 0.1 MB allowed",
    ),
    "packed in a way nobody reads": (body(CSV, Content_Encoding="br"), "packed as 'br'"),
    "not packed as it says": (body(CSV, Content_Encoding="gzip"), "is not packed as it says"),
    "a redirect without end": (moved("/votes.csv"), "redirected more than 5 times"),
    "a redirect to another host": (
        moved("http://elsewhere.example/x"),
        "'elsewhere.example' is no host of this source (allowed: library.example",
    ),
    "a redirect to a private address": (
        moved("http://169.254.169.254/latest/meta-data"),
        "'169.254.169.254' is no host of this source",
    ),
    "a redirect to a file": (moved("file:///etc/passwd"), "must start with http://"),
}  # fmt: skip


@pytest.mark.parametrize("kind", REFUSED)
def test_what_may_not_be_taken_is_refused_in_one_sentence(kind, get, server):
    answer, sentence = REFUSED[kind]

    with pytest.raises(Refused) as told:
        get(answer)

    assert sentence in str(told.value)
    assert len(told.value.faults) == 1
    assert len({path for path, _ in server.asked}) == 1


def test_a_redirect_to_a_host_that_is_allowed_but_private_is_refused(get, server):
    public = {HOST: "127.0.0.1", "inside.example": "10.0.0.7"}
    addresses = server.addresses(look_up=lambda host, _port: [public[host]])

    with pytest.raises(Refused, match=r"'inside\.example' is at 10\.0\.0\.7, no public address"):
        get(moved("http://inside.example/x"), addresses=addresses, hosts=["inside.example"])


def test_a_name_that_changes_its_address_is_looked_up_once_a_hop(get, server):
    """Rebinding: the address that was checked is the one connected to."""
    found = iter([["127.0.0.1"], ["10.0.0.7"]])
    addresses = server.addresses(look_up=lambda _host, _port: next(found))

    assert get(body(CSV), addresses=addresses) == CSV
    assert server.asked == [("/votes.csv", f"{HOST}:{server.port}")]


def test_a_name_that_has_changed_its_address_by_the_redirect_is_refused(get, server):
    found = iter([["127.0.0.1"], ["10.0.0.7"]])
    addresses = server.addresses(look_up=lambda _host, _port: next(found))

    with pytest.raises(Refused, match="no public address"):
        get(moved("/again.csv"), addresses=addresses)

    assert len(server.asked) == 1


def test_a_name_with_one_private_address_among_public_ones_is_refused(get, server):
    addresses = server.addresses(look_up=lambda _host, _port: ["127.0.0.1", "192.168.0.1"])

    with pytest.raises(Refused, match=r"192\.168\.0\.1"):
        get(body(CSV), addresses=addresses)

    assert server.asked == []


def test_a_name_nobody_knows_is_unavailable(get, server):
    def nowhere(_host: str, _port: int) -> list[str]:
        raise OSError(-2, "Name or service not known")

    with pytest.raises(Unavailable, match="cannot be found"):
        get(body(CSV), addresses=server.addresses(look_up=nowhere))


def test_nobody_listening_is_unavailable(tmp_path, socket_enabled):
    with serving() as server:
        addresses, url = server.addresses(), server.url()

    with pytest.raises(Unavailable, match="nobody answers there"):
        download(url, tmp_path, ORIGIN, addresses=addresses, limits=QUICK)


def test_the_usual_rule_asks_no_address_of_this_machine(server, tmp_path):
    server.answers["/votes.csv"] = body(CSV)
    here = Origin("here", "Here", "nowhere", hosts=("127.0.0.1", "localhost"))

    for url in (server.url(host="127.0.0.1"), f"https://127.0.0.1:{server.port}/votes.csv"):
        with pytest.raises(Refused):
            download(url, tmp_path, here, limits=QUICK)
    with pytest.raises(Refused, match="no public address"):
        download("https://127.0.0.1/votes.csv", tmp_path, here, limits=QUICK)

    assert server.asked == []


# -- certificates ---------------------------------------------------------------------------------


@pytest.fixture
def safe_server(socket_enabled: None) -> Iterator[Server]:
    with serving(tls=True) as started:
        started.answers["/votes.csv"] = body(CSV)
        yield started


def test_the_certificate_must_be_that_of_the_name_asked_for(safe_server, tmp_path):
    addresses = safe_server.addresses(authorities=str(CERTIFICATE))

    path = download(safe_server.url(), tmp_path, ORIGIN, addresses=addresses, limits=QUICK)

    assert path.read_bytes() == CSV


def test_a_certificate_of_another_name_is_not_accepted(safe_server, tmp_path):
    addresses = safe_server.addresses(authorities=str(CERTIFICATE))
    url = safe_server.url(host="other.example")

    with pytest.raises(Unavailable, match="its certificate is not accepted"):
        download(url, tmp_path, ORIGIN, hosts=["other.example"], addresses=addresses, limits=QUICK)

    assert safe_server.asked == []


def test_a_certificate_nobody_vouches_for_is_not_accepted(safe_server, tmp_path):
    with pytest.raises(Unavailable, match="its certificate is not accepted"):
        download(
            safe_server.url(), tmp_path, ORIGIN, addresses=safe_server.addresses(), limits=QUICK
        )


# -- names ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("url", "name"),
    [
        (
            "https://library.example/files/2026_02_06_sc_voting.csv?ln=en",
            "2026_02_06_sc_voting.csv",
        ),
        ("https://library.example/", "made-up.csv"),
        ("https://library.example/a/..", "made-up.csv"),
        ("https://library.example/..%2f..%2fetc", "2f..2fetc"),
        ("https://library.example/\u202evsc.exe", "vsc.exe"),
    ],
)
def test_a_file_is_named_by_what_is_plain_in_its_address(url, name):
    assert file_name(url, "made-up") == name


def test_the_usual_rule_is_the_one_of_the_command():
    assert Addresses() == Addresses(schemes=("https",), ports=(443,), authorities=None)
