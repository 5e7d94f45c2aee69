"""What CI must not lose: fixed actions, whole deployments, a cold build."""

import re

import yaml

from tests.conftest import ROOT

PATH = ROOT / ".github" / "workflows" / "book.yml"
WORKFLOW = yaml.safe_load(PATH.read_text(encoding="utf-8"))
ON = WORKFLOW[True]  # YAML reads the word as a truth value
JOBS = WORKFLOW["jobs"]


def test_actions_are_fixed_by_commit_and_say_their_version():
    used = re.findall(r"uses: (.*)", PATH.read_text(encoding="utf-8"))
    assert len(used) >= 8
    for action in used:
        assert re.fullmatch(r"[\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", action)
    assert len({a.partition("@")[0] for a in used}) == len(set(used))


def test_a_push_runs_once():
    """A push to the branch of a pull request is no push to these."""
    assert set(ON["push"]["branches"]) == {"main", "master"}
    assert "pull_request" in ON


def test_a_deployment_is_not_cancelled():
    cancel = WORKFLOW["concurrency"]["cancel-in-progress"]
    assert cancel == "${{ github.event_name == 'pull_request' }}"
    assert JOBS["publish"]["concurrency"]["cancel-in-progress"] is False


def test_each_week_all_is_installed_and_built_anew():
    assert len(ON["schedule"]) == 1
    for job in JOBS.values():
        for step in job["steps"]:
            if cache := step.get("with", {}).get("cache"):
                assert "!= 'schedule'" in cache
    assert "if" not in JOBS["test"]
    assert "schedule" not in JOBS["build"]["if"]


def test_a_tag_makes_a_release_with_the_files_to_hand_on():
    assert ON["push"]["tags"] == ["v*"]
    runs = [step.get("run", "") for step in JOBS["release"]["steps"]]
    assert "make zip pdf PYTHON=python" in runs
    assert "_build/*.zip _build/*.pdf" in runs[-1]
    others = [j for name, j in JOBS.items() if name != "release"]
    assert not [j for j in others if j.get("permissions", {}).get("contents")]


def test_the_pages_go_out_after_a_look_at_them():
    assert JOBS["publish"]["needs"] == ["build", "look"]
    runs = [step.get("run") for step in JOBS["look"]["steps"]]
    assert "python -m tests.published pages" in runs


def test_no_clock_holds_up_the_pages():
    told = JOBS["test"]["steps"][-1]["env"]["PYTEST_ADDOPTS"]
    assert told == '-m "not timing"'
    for job in JOBS.values():
        assert "timing" not in job.get("needs", [])
