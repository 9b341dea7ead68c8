from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.conftest import ROOT

QT = ("PySide6", "shiboken6")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    run(sys.executable, "-m", "build", "--wheel", "--outdir", folder, ROOT)
    (built,) = folder.glob("*.whl")
    return built


def test_the_wheel_holds_every_shipped_file_and_every_catalogue(wheel: Path) -> None:
    resources = ROOT / "resources"
    shipped = {path.relative_to(resources).as_posix() for path in resources.rglob("*") if path.is_file()}
    compiled = {name.removesuffix(".po") + ".mo" for name in shipped if name.endswith(".po")}
    expected = {f"proceedings_editor/shipped/{name}" for name in shipped | compiled}
    assert expected <= set(zipfile.ZipFile(wheel).namelist())


def test_the_installed_wheel_exports_the_sample_without_qt(wheel: Path, tmp_path: Path) -> None:
    python = empty_environment_with(wheel, tmp_path)
    sample = run(python, "-c", "from proceedings_editor.resources import shipped; print(shipped('examples'))")
    collection = next(Path(sample.strip()).glob("*/collection.yaml")).parent
    assert tmp_path in collection.parents

    program = python.with_name("proceedings-editor")
    run(program, "export", collection, "--pdf", "--docx", "--out", tmp_path / "out", cwd=tmp_path)

    entries = len(list((collection / "entries").glob("*.yaml")))
    written = [path.suffix for path in (tmp_path / "out").iterdir()]
    assert entries > 0
    assert written.count(".pdf") == entries
    assert written.count(".docx") == entries


def empty_environment_with(wheel: Path, folder: Path) -> Path:
    """Make an environment with the wheel and what the lock names, but without Qt."""
    run(sys.executable, "-m", "venv", folder / "venv")
    python = folder / "venv" / "bin" / "python"
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8").splitlines()
    libraries = [line for line in lock if not line.startswith(QT)]
    run(python, "-m", "pip", "install", "--quiet", "--no-deps", wheel, *libraries)
    return python


def run(*words: object, cwd: Path = ROOT) -> str:
    """Run a program and return what it printed; what it complained about is in the failure."""
    command = [str(word) for word in words]
    result = subprocess.run(command, cwd=cwd, capture_output=True, text=True, encoding="utf-8", check=False)
    assert result.returncode == 0, f"{' '.join(command)}\n{result.stdout}\n{result.stderr}"
    return result.stdout
