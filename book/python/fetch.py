"""The files of the page's Python: found where they are, known by their hash.

Four places are tried: the folder that PAGE_PYTHON_FILES names, the user's
cache, the official distribution, and a wheel that carries the same bytes. What
was fetched goes into the cache, so it is fetched once.
"""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import tempfile
import tomllib
import urllib.request
import zipfile
from pathlib import Path

import platformdirs
from tqdm import tqdm

PINNED = tomllib.loads(
    Path(__file__).with_name("files.toml").read_text(encoding="utf-8")
)
FILES = {
    name: row
    for group in PINNED["groups"].values()
    for name, row in group.items()
}
FOLDER = "PAGE_PYTHON_FILES"
CACHE = (
    platformdirs.user_cache_path("backpropagation-from-scratch")
    / f"pyodide-{PINNED['version']}"
)


class Unavailable(RuntimeError):
    """Some file is nowhere to be had. Its text says what was tried."""


def find_files(
    folder: str | None = None, cache: Path = CACHE
) -> dict[str, Path]:
    """Where each pinned file lies; what is missing is fetched first.

    Raises Unavailable if a file can be had nowhere, or folder is "off".
    """
    folder = os.environ.get(FOLDER) if folder is None else folder
    if folder == "off":
        raise Unavailable(f"{FOLDER}=off")
    places = [*([Path(folder)] if folder else []), cache]
    for fetch in (from_distribution, from_wheels):
        if missing := [n for n in FILES if n not in _present(places)]:
            fetch(missing, cache)
    found = _present(places)
    if len(found) < len(FILES):
        names = ", ".join(name for name in FILES if name not in found)
        raise Unavailable(f"neither here nor to be fetched: {names}")
    return found


def is_right(name: str, content: bytes) -> bool:
    """Are these the pinned bytes?"""
    return hashlib.sha256(content).hexdigest() == FILES[name]["sha256"]


def _present(places: list[Path]) -> dict[str, Path]:
    return {
        name: place / name
        for name in FILES
        for place in reversed(places)
        if (place / name).is_file()
        and is_right(name, (place / name).read_bytes())
    }


def keep(name: str, content: bytes, cache: Path) -> bool:
    """Into the cache, whole or not at all. False for any other bytes."""
    if not is_right(name, content):
        return False
    cache.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=cache, delete=False) as file:
        file.write(content)
    os.replace(file.name, cache / name)
    return True


def from_distribution(names: list[str], cache: Path) -> None:
    """Fetch from the official distribution, until one fetch fails."""
    wanted = [name for name in names if not FILES[name].get("index")]
    total = sum(FILES[name]["size"] for name in wanted)
    # disable=False: the build switches off the bars inside of notebooks.
    bar = tqdm(
        total=total,
        desc="Python for the pages",
        unit="B",
        unit_scale=True,
        disable=not total,
    )
    with bar:
        for name in wanted:
            address = f"{PINNED['distribution']}/{name}"
            content = b""
            try:
                with urllib.request.urlopen(address, timeout=10) as answer:
                    while part := answer.read(1 << 16):
                        content += part
                        bar.update(len(part))
            except OSError:
                return
            keep(name, content, cache)


def from_wheels(names: list[str], cache: Path) -> None:
    """Fetch by pip: ordinary wheels, and the one that carries the rest."""
    plain = [name for name in names if FILES[name].get("index")]
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        if plain:
            _pip_download([_requirement(name) for name in plain], folder)
        if len(plain) < len(names):
            _pip_download([PINNED["carrier"]], folder)
        for wheel in folder.glob("*.whl"):
            if wheel.name in plain:
                keep(wheel.name, wheel.read_bytes(), cache)
            else:
                _unpack(wheel, names, cache)


def _unpack(carrier: Path, names: list[str], cache: Path) -> None:
    with zipfile.ZipFile(carrier) as archive:
        for member in archive.namelist():
            name = member.rsplit("/", 1)[-1]
            if name in names:
                keep(name, archive.read(member), cache)


def _requirement(wheel: str) -> str:
    """name==version, from the name of a wheel."""
    name, version, *_ = wheel.split("-")
    return f"{name}=={version}"


def _pip_download(requirements: list[str], folder: Path) -> None:
    """pip says on stderr what it does, with a bar; what failed is missing."""
    pure = ["--implementation", "py", "--abi", "none", "--platform", "any"]
    options = ["--no-deps", "--only-binary", ":all:", "--retries", "1"]
    command = [sys.executable, "-m", "pip", "--disable-pip-version-check"]
    command += ["download", "--dest", str(folder), *pure, *options]
    subprocess.run([*command, *requirements], stdout=sys.stderr)
