"""The package as a whole."""

import subprocess
import sys

import nnfs_course


def test_importing_the_package_loads_only_numpy():
    """Plots, widgets and notebook tools load where they are used."""
    program = (
        "import sys; before = {*sys.modules}; import nnfs_course;"
        "print(*{name.partition('.')[0] for name in {*sys.modules} - before})"
    )
    command = [sys.executable, "-c", program]
    loaded = subprocess.run(command, capture_output=True, text=True, check=True)
    third_party = set(loaded.stdout.split()) - set(sys.stdlib_module_names)
    third_party = {name for name in third_party if not name.startswith("_")}
    assert third_party == {"nnfs_course", "numpy"}


def test_every_public_name_exists_and_is_documented():
    assert len(set(nnfs_course.__all__)) == len(nnfs_course.__all__)
    for name in nnfs_course.__all__:
        assert getattr(nnfs_course, name).__doc__
