"""make bench, last part: Lighthouse's four scores for the built pages.

Lighthouse comes from npm, so this needs Node, a Chromium, and `make book`.
Without one of them it says so. Pages are served with gzip, as hosts do.
Lighthouse imitates a phone four times slower than this machine: when the
machine has other work to do, the first score falls.
"""

from __future__ import annotations

import functools
import gzip
import http.server
import json
import mimetypes
import os
import shutil
import subprocess
import tempfile
import threading
from pathlib import Path

BOOK = Path(__file__).resolve().parent.parent / "_build" / "html"
PAGES = ("chapters/index.html", "chapters/06-training.html")
LIGHTHOUSE = "lighthouse@12.8.2"
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
WORDS = ("text/", "application/javascript", "image/svg")


class Gzip(http.server.SimpleHTTPRequestHandler):
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

    def log_message(self, *told):
        pass


def scores(address: str, device: str) -> dict[str, int]:
    """Lighthouse's scores, 0 to 100, by their names."""
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.json"
        command = ["npx", "--yes", LIGHTHOUSE, address, "--quiet"]
        command += ["--output=json", f"--output-path={report}"]
        command += ["--chrome-flags=--headless --no-sandbox"]
        if device == "desktop":
            command.append("--preset=desktop")
        subprocess.run(command, check=True, capture_output=True)
        told = json.loads(report.read_text(encoding="utf-8"))
    kinds = told["categories"].values()
    return {kind["title"]: round(100 * kind["score"]) for kind in kinds}


def main() -> None:
    browser = next(filter(None, map(shutil.which, BROWSERS)), None)
    if not (browser and shutil.which("npx") and BOOK.is_dir()):
        print("No Lighthouse: it needs Node, Chromium and a built book.")
        return
    os.environ.setdefault("CHROME_PATH", browser)
    handler = functools.partial(Gzip, directory=BOOK)
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    for page in PAGES:
        for device in ("phone", "desktop"):
            address = f"http://127.0.0.1:{server.server_port}/{page}"
            print(page, device, scores(address, device))
    server.shutdown()


if __name__ == "__main__":
    main()
