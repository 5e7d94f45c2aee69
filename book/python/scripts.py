"""Files as scripts: a page opened from disk may load scripts, and only those.

The files of a group are laid end to end, compressed by gzip, and cut into
pieces. Each piece becomes a script that hands its bytes over, as base64, to a
function of the page (`js/packs.js`). A website's own compression takes the
base64 back.
"""

from __future__ import annotations

import base64
import gzip
import hashlib
from pathlib import Path

PIECE = 1_000_000  # bytes; the page's bar moves once for each piece


def write_scripts(group: str, files: dict[str, bytes], folder: Path) -> dict:
    """Write the scripts of one group; return what the page must know.

    That is the names of the scripts, in order; the bytes to be read; and the
    name and size of each file. A script's name holds a hash of what is in it,
    so a browser's cache is never wrong, and what is there need not be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    content = b"".join(files.values())
    stamp = hashlib.sha256(content).hexdigest()[:8]
    last = f"-of-{group}-{stamp}.js"
    if not list(folder.glob(f"0{last}")):
        for old in folder.glob(f"*-of-{group}-*.js"):
            old.unlink()
        packed = gzip.compress(content, mtime=0)
        starts = range(0, len(packed), PIECE)
        for i in reversed(range(len(starts))):  # the first one tells: all there
            piece = packed[starts[i] : starts[i] + PIECE]
            text = base64.b64encode(piece).decode()
            script = f'takePiece("{group}", {i}, "{text}");\n'
            (folder / f"{i}{last}").write_text(script)
    names = [f"{i}{last}" for i in range(len(list(folder.glob(f"*{last}"))))]
    return {
        "scripts": names,
        "bytes": sum((folder / name).stat().st_size for name in names),
        "files": [[name, len(data)] for name, data in files.items()],
    }
