"""What Pyodide asks about its packages: which there are, and what they need.

Every wheel of a group is loaded with its group, so no wheel names another one.
"""

from __future__ import annotations

from python.fetch import FILES, PINNED


def lock_files() -> dict[str, dict]:
    """The lock file, and the packages of each group."""
    wheels = {name: row for name, row in FILES.items() if _is_wheel(name)}
    return {
        "pyodide-lock.json": {
            "info": {
                "arch": "wasm32",
                "platform": PINNED["platform"],
                "python": PINNED["python"],
                "version": PINNED["version"],
            },
            "packages": {
                _package(name): _entry(name, row)
                for name, row in wheels.items()
            },
        },
        "packages.json": {
            group: [_package(name) for name in names if _is_wheel(name)]
            for group, names in PINNED["groups"].items()
        },
    }


def _is_wheel(name: str) -> bool:
    return name.endswith(".whl")


def _package(wheel: str) -> str:
    return wheel.split("-")[0].lower().replace("_", "-")


def _entry(wheel: str, row: dict) -> dict:
    return {
        "name": _package(wheel),
        "version": wheel.split("-")[1],
        "file_name": wheel,
        "sha256": row["sha256"],
        "install_dir": "site",
        "package_type": "package",
        "imports": [],
        "depends": [],
        "unvendored_tests": False,
    }
