"""The lock names exact versions that fit pyproject.toml and that Windows can install."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.conftest import ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
RUNTIME = [*PROJECT["project"]["dependencies"], *PROJECT["project"]["optional-dependencies"]["fast"]]
DEVELOPMENT = PROJECT["dependency-groups"]["dev"]


@pytest.mark.parametrize(("lock", "wanted"), [("requirements.lock", RUNTIME), ("requirements-dev.lock", DEVELOPMENT)])
def test_every_dependency_is_locked_within_its_range(lock: str, wanted: list[str]) -> None:
    locked = versions_of(ROOT / lock)
    requirements = [Requirement(line) for line in wanted]
    unfit = [
        str(requirement)
        for requirement in requirements
        if not requirement.specifier.contains(locked.get(canonicalize_name(requirement.name), "0"))
    ]
    assert not unfit, "renew the lock with ./dev lock"


def test_every_locked_dependency_installs_on_windows(tmp_path: Path) -> None:
    windows = "--platform win_amd64 --python-version 3.11 --only-binary=:all:"
    command = f"pip install --quiet --dry-run --ignore-installed --no-deps {windows}"
    result = subprocess.run(
        [sys.executable, "-m", *command.split(), "--target", tmp_path, "-r", ROOT / "requirements.lock"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 0, result.stderr


def versions_of(lock: Path) -> dict[str, str]:
    pins = [line.split("==") for line in lock.read_text(encoding="utf-8").splitlines()]
    return {canonicalize_name(name): version for name, version in pins}
