"""A web server on this machine for tests, and the rule that lets tests ask it."""

import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from councilwatch.fetch.address import Addresses

HOST = "library.example"
CERTIFICATE = Path(__file__).parent / "tls" / f"{HOST}.pem"
"""A certificate for that name, with its key: for tests only, accepted by nobody else."""
Answer = Callable[[BaseHTTPRequestHandler], None]


class Server:
    """A server that answers each path as the test says, and counts what it is asked."""

    def __init__(self, port: int, scheme: str) -> None:
        self.answers: dict[str, Answer] = {}
        self.asked: list[tuple[str, str]] = []
        """Path and `Host` of every request, in order."""
        self.port = port
        self.scheme = scheme

    def url(self, path: str = "/votes.csv", host: str = HOST) -> str:
        """The web address of a path, under a name only tests resolve."""
        return f"{self.scheme}://{host}:{self.port}{path}"

    def addresses(self, **changed: object) -> Addresses:
        """The rule for tests: any name is this machine, which may be asked on any port."""
        usual = {
            "look_up": lambda _host, _port: ["127.0.0.1"],
            "is_allowed": lambda address: address == "127.0.0.1",
            "schemes": (self.scheme,),
            "ports": None,
        }
        return Addresses(**{**usual, **changed})  # type: ignore[arg-type]


@contextmanager
def serving(*, tls: bool = False) -> Iterator[Server]:
    """A server for as long as the test needs it."""
    server: Server

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            server.asked.append((self.path, self.headers["Host"]))
            server.answers.get(self.path, status(404))(self)

        def log_message(self, *_arguments: object) -> None:
            """Says nothing."""

    http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    http.daemon_threads = True
    http.handle_error = lambda *_arguments: None  # a client that hangs up is what some tests do
    if tls:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(CERTIFICATE)
        http.socket = context.wrap_socket(http.socket, server_side=True)
    server = Server(http.server_port, "https" if tls else "http")
    thread = threading.Thread(target=http.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    try:
        yield server
    finally:
        http.shutdown()
        http.server_close()
        thread.join()


def status(code: int) -> Answer:
    """An answer of this status and no body."""
    return lambda request: send(request, b"", code=code)


def body(content: bytes, **headers: str) -> Answer:
    """An answer with this body; a header is named with `_` for `-`."""
    return lambda request: send(request, content, **headers)


def moved(to: str) -> Answer:
    """A redirect."""
    return lambda request: send(request, b"", code=302, Location=to)


def in_turn(*answers: Answer) -> Answer:
    """One answer after the other, the last for ever."""
    left = list(answers)
    return lambda request: (left.pop(0) if len(left) > 1 else left[0])(request)


def send(request: BaseHTTPRequestHandler, content: bytes, code: int = 200, **headers: str) -> None:
    """Sends an answer; the length is that of the body unless a header says otherwise."""
    request.send_response(code)
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    if "Transfer-Encoding" not in named:
        named.setdefault("Content-Length", str(len(content)))
    for name, value in named.items():
        request.send_header(name, value)
    request.end_headers()
    request.wfile.write(content)
