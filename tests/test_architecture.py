"""The house keeps its shape: layers, words for modules, and no trace of the machine it was built on."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT

PACKAGE = "proceedings_editor"

# From top to bottom; a line may import the lines below it, and nothing on its own line unless it is the last.
LAYERS = (
    ("ui", "cli"),
    ("app",),
    ("storage", "rules", "importers", "exporters"),
    ("templates",),
    ("model",),
    ("language",),
    ("errors", "progress", "texts", "resources"),
)
LOWEST = LAYERS[-1]

# What a part of the exporters may not import of the others.
INSIDE_EXPORTERS = {
    "exporters.docx": ("exporters.pdf", "exporters.letter", "exporters.mail"),
    "exporters.pdf": ("exporters.docx", "exporters.letter", "exporters.mail"),
    "exporters.letter": ("exporters.docx", "exporters.pdf", "exporters.mail"),
    "exporters.mail": ("exporters.docx", "exporters.pdf", "exporters.letter"),
    "exporters.composition": ("exporters.docx", "exporters.pdf"),
    "exporters.formula": ("exporters.docx", "exporters.pdf", "exporters.composition"),
}

# Libraries that only some packages may know.
KEPT_LIBRARIES = {
    "PySide6": ("ui",),
    "docx": ("importers.docx", "exporters.docx"),
    "reportlab": ("exporters.pdf",),
    "pikepdf": ("exporters.pdf",),
    "pypdfium2": ("exporters.pdf",),
    "yaml": ("templates", "storage"),
    "hunspell": ("language",),
    "resvg_py": ("exporters.composition",),
}

PARTS = (*(name for layer in LAYERS for name in layer), "importers.docx", *INSIDE_EXPORTERS)

FORBIDDEN_WORDS = {"util", "utils", "helper", "helpers", "common", "manager", "misc"}
# Spelt so that this file does not contain what it looks for.
MACHINE = re.compile(r"(?<![\w.~])/wor[k]/|\.librar[y]\b|\.mirro[r]\b|\.pyen[v]\b|(?<![\w.~/])/roo[t]/\.")
TREES = ("src", "tests", "docs", "packaging", "resources", "bench", ".ci")


@pytest.fixture
def copy_of_src(tmp_path: Path) -> Path:
    """A copy of the program that a test may spoil, beside the contracts it is held to."""
    shutil.copytree(ROOT / "src", tmp_path / "src", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def test_the_layers_are_kept(copy_of_src: Path) -> None:
    result = lint_imports(copy_of_src)
    assert result.returncode == 0, result.stdout


@pytest.mark.parametrize("part", PARTS)
def test_every_forbidden_import_is_found(part: str, copy_of_src: Path) -> None:
    planted = plant(copy_of_src / "src", part, forbidden_for(part))
    result = lint_imports(copy_of_src)
    found = result.stdout.replace("\n", " ")
    missed = [target for target in forbidden_for(part) if not re.search(rf"{planted} -> {target} ", found)]
    assert result.returncode == 1
    assert not missed, result.stdout


@pytest.mark.parametrize(
    ("part", "library"), [(part, library) for library, parts in KEPT_LIBRARIES.items() for part in parts]
)
def test_a_library_may_be_used_where_it_belongs(part: str, library: str, copy_of_src: Path) -> None:
    plant(copy_of_src / "src", part, [library])
    result = lint_imports(copy_of_src)
    assert result.returncode == 0, result.stdout


def test_a_part_outside_the_layers_is_found(copy_of_src: Path) -> None:
    (copy_of_src / "src" / PACKAGE / "cellar.py").write_text('"""Belongs nowhere."""\n', encoding="utf-8")
    result = lint_imports(copy_of_src)
    assert result.returncode == 1
    assert f"{PACKAGE}.cellar" in result.stdout


def test_no_module_is_a_drawer_for_everything() -> None:
    names = {path.stem for path in (ROOT / "src").rglob("*") if path.suffix == ".py" or path.is_dir()}
    drawers = {name for name in names if FORBIDDEN_WORDS & set(name.split("_"))}
    assert not drawers


def test_no_file_names_the_machine_it_was_written_on() -> None:
    own = re.compile(rf"{MACHINE.pattern}|{re.escape(str(ROOT))}/")
    named = [(path.relative_to(ROOT), hit[0]) for path, text in readable_files() for hit in own.finditer(text)]
    assert not named


def readable_files() -> list[tuple[Path, str]]:
    outside = {"node_modules", "target", "__pycache__"}
    candidates = [path for path in ROOT.iterdir() if path.is_file()]
    candidates += [path for tree in TREES for path in (ROOT / tree).rglob("*") if path.is_file()]
    files = []
    for path in candidates:
        if outside & set(path.parts):
            continue
        try:
            files.append((path, path.read_text(encoding="utf-8")))
        except UnicodeDecodeError:
            continue
    return files


def forbidden_for(part: str) -> list[str]:
    """What `part` must not import: layers above and beside it, other parts of its package, kept libraries."""
    top = part.partition(".")[0]
    place = next(number for number, layer in enumerate(LAYERS) if top in layer)
    above = [name for layer in LAYERS[:place] for name in layer]
    beside = [name for name in LAYERS[place] if name != top and top not in LOWEST]
    inside = INSIDE_EXPORTERS.get(part, ())
    libraries = [name for name, owners in KEPT_LIBRARIES.items() if part not in owners]
    return [*(f"{PACKAGE}.{name}" for name in (*above, *beside, *inside)), *libraries]


def plant(src: Path, part: str, targets: list[str]) -> str:
    """Let `part` import all `targets`, making those that the tree lacks; return the importer."""
    lines = "".join(f"\nimport {target}\n" for target in targets)
    for target in targets:
        if target.startswith(PACKAGE):
            make_package(src, target)
    if part in LOWEST:
        with (src / PACKAGE / f"{part}.py").open("a", encoding="utf-8") as module:
            module.write(lines)
        return f"{PACKAGE}.{part}"
    make_package(src, f"{PACKAGE}.{part}")
    (src / PACKAGE / Path(*part.split(".")) / "planted.py").write_text(lines, encoding="utf-8")
    return f"{PACKAGE}.{part}.planted"


def make_package(src: Path, dotted: str) -> None:
    folder = src
    for name in dotted.split("."):
        folder /= name
        folder.mkdir(exist_ok=True)
        (folder / "__init__.py").touch()


def lint_imports(root: Path) -> subprocess.CompletedProcess[str]:
    program = Path(sys.executable).with_name("lint-imports")
    return subprocess.run(
        [str(program), "--no-logo", "--no-cache"],
        cwd=root,
        env={"PYTHONPATH": str(root / "src"), "COLUMNS": "500", "PYTHONUTF8": "1"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
