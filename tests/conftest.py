"""What tests of every part share: outside programs, the real input, and how hypothesis behaves.

`./dev test` installs the outside programs. A test asks for one by name and gets the words to start it with:

    def test_the_pdf_is_sound(need: Need, tmp_path: Path) -> None:
        subprocess.run([*need("qpdf"), "--check", str(tmp_path / "a.pdf")], check=True)

Where a program is missing, the test is skipped with the reason; in CI (`CI=true`) it fails, so that nothing
goes unchecked there without anyone noticing.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

ROOT = Path(__file__).resolve().parents[1]
TOOLS = ROOT / "tests" / "tools"
IN_CI = os.environ.get("CI", "").lower() in {"1", "true"}

Need = Callable[[str], list[str]]

# Shared cores make single examples slow at random: a time limit for each would only make tests flicker.
settings.register_profile("house", deadline=None, print_blob=True)
settings.register_profile("ci", parent=settings.get_profile("house"), derandomize=True)
settings.load_profile("ci" if IN_CI else "house")

# The window's tests need no screen; pytest-qt reads this when it starts.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@pytest.fixture(scope="session")
def need() -> Need:
    """Give the words that start an outside program, or skip the test (fail it in CI).

    Known names: "verapdf" (PDF/A and PDF/UA; `--flavour 2a --format json FILE ...`), "ooxml-validator" (takes
    one file, prints JSON with `ok` and `errors`, always leaves with 0), "at-spi-bus-launcher", "python3-pyatspi" (a
    Python that reads the accessibility tree), and every command on the PATH, as "soffice", "qpdf" or "pdftotext".
    """
    return _command_of


@pytest.fixture(scope="session")
def seed() -> Path:
    """Give the real entry the project was begun with; it is not part of the project and often absent."""
    path = ROOT.parent / "shared" / "seed" / "entry-070.md"
    if not path.is_file():
        pytest.skip(f"the seed entry is not beside this checkout: {path}")
    return path


def _command_of(name: str) -> list[str]:
    own = {
        "verapdf": _verapdf,
        "ooxml-validator": _ooxml_validator,
        "at-spi-bus-launcher": _at_spi,
        "python3-pyatspi": _python_with_at_spi,
    }
    words = own.get(name, lambda: _on_path(name))()
    if words:
        return words
    reason = f"{name} is not installed; `./dev test` installs it where it can"
    if IN_CI:
        pytest.fail(reason)
    pytest.skip(reason)


def _on_path(name: str) -> list[str]:
    found = shutil.which(name)
    return [found] if found else []


def _verapdf() -> list[str]:
    jars = TOOLS / "verapdf" / "target" / "dependency"
    java = _on_path("java")
    if not java or not jars.is_dir():
        return []
    return [*java, "-cp", f"{jars}/*", "org.verapdf.apps.GreenfieldCliWrapper"]


def _ooxml_validator() -> list[str]:
    program = TOOLS / "npm" / "node_modules" / "@xarsh" / "ooxml-validator-linux-x64" / "ooxml-validator"
    return [str(program)] if program.is_file() else []


def _at_spi() -> list[str]:
    program = Path("/usr/libexec/at-spi-bus-launcher")
    return [str(program)] if program.is_file() else []


def _python_with_at_spi() -> list[str]:
    """The bindings are a package of the system, so they are those of its Python."""
    python = Path("/usr/bin/python3")
    words = [str(python), "-c", "import pyatspi"]
    if not python.exists() or subprocess.run(words, capture_output=True, check=False).returncode:
        return []
    return [str(python)]
