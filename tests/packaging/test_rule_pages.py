"""docs/rules says what the rules' docstrings and the catalogues say."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tests.conftest import ROOT


def test_the_pages_are_those_the_rules_make(tmp_path: Path) -> None:
    subprocess.run([sys.executable, str(ROOT / "packaging" / "rule_pages.py"), str(tmp_path)], check=True)
    assert pages(ROOT / "docs" / "rules") == pages(tmp_path), "run ./dev texts"


def test_pages_of_rules_that_are_gone_are_taken_away(tmp_path: Path) -> None:
    (tmp_path / "en").mkdir()
    (tmp_path / "en" / "OLD001.md").write_text("# OLD001", encoding="utf-8")
    subprocess.run([sys.executable, str(ROOT / "packaging" / "rule_pages.py"), str(tmp_path)], check=True)
    assert not (tmp_path / "en" / "OLD001.md").exists()


def pages(folder: Path) -> dict[str, str]:
    return {path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8") for path in folder.rglob("*.md")}
