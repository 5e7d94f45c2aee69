"""A folder over http, as a host serves it: for what needs more than a file."""

from __future__ import annotations

import functools
import gzip
import http.server
import mimetypes
import threading
from contextlib import contextmanager
from pathlib import Path

WORDS = ("text/", "application/javascript", "image/svg")


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *told):
        pass


class Packed(Quiet):
    """With gzip, as hosts do."""

    def do_GET(self):
        path = Path(self.translate_path(self.path.split("?")[0]))
        if not path.is_file():
            return self.send_error(404)
        kind = mimetypes.guess_type(path)[0] or "application/octet-stream"
        content = path.read_bytes()
        self.send_response(200)
        self.send_header("Content-Type", kind)
        if kind.startswith(WORDS):
            content = gzip.compress(content)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)


@contextmanager
def served(folder: Path, handler=Quiet):
    """The address of the folder, while the block runs."""
    handler = functools.partial(handler, directory=folder)
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
