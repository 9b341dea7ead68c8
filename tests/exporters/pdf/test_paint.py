"""Whole files from layouts made by hand: archival, accessible, sound, and the preview looks the same."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import page as validation
import pytest

from proceedings_editor.exporters.pdf.paint import paint
from proceedings_editor.exporters.pdf.placed import Layout
from proceedings_editor.exporters.pdf.raster import render_page
from tests.conftest import Need
from tests.exporters.pdf.sheet import Sheet, composition, everything, pictures


@pytest.fixture(scope="module")
def layout(tmp_path_factory: pytest.TempPathFactory) -> Layout:
    return everything(pictures(tmp_path_factory.mktemp("figures")))


@pytest.fixture(scope="module")
def file(layout: Layout, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("out") / "everything.pdf"
    path.write_bytes(paint(layout, composition(), archival=True))
    return path


@pytest.mark.parametrize("profile", ["2a", "ua1"])
def test_every_role_mark_and_picture_passes_page_validation(file: Path, profile: str) -> None:
    result = validation.validate_pdf(file, profile=profile)
    assert [(f.rule_id, f.message) for f in result.failures] == []
    assert result.is_compliant


@pytest.mark.parametrize("profile", ["2a", "ua1"])
def test_every_role_mark_and_picture_passes_verapdf(file: Path, profile: str, need: Need) -> None:
    command = [*need("verapdf"), "--flavour", profile, "--format", "json", str(file)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    (job,) = json.loads(done.stdout)["report"]["jobs"]
    (result,) = job["validationResult"]
    assert result["details"]["failedRules"] == 0, result["details"]["ruleSummaries"]
    assert result["details"]["passedRules"] > 80


def test_qpdf_finds_nothing_wrong(file: Path, need: Need) -> None:
    done = subprocess.run([*need("qpdf"), "--check", str(file)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_poppler_reads_the_tree_in_order(file: Path, need: Need) -> None:
    done = subprocess.run([*need("pdfinfo"), "-struct-text", str(file)], capture_output=True, check=True)
    words = [
        line.strip().strip('"')
        for line in done.stdout.decode(errors="replace").splitlines()
        if line.strip().startswith('"')
    ]
    assert [w for w in words if w.strip()][:9] == [
        "Дала өсімдіктері ",
        "Әңгіме мұнда басталады, ",
        "сілтеме екі жолда ",
        "және ары қарай ",
        "1",
        " some English words ",
        "₸ ∈ \U0001d434 ",
        "Дәйексөз ",
        "1. ",
    ]


def test_the_preview_is_the_same_to_the_pixel(layout: Layout, file: Path) -> None:
    preview = paint(layout, composition(), archival=False)
    assert b"StructTreeRoot" not in preview
    for page in range(len(layout.pages)):
        assert render_page(preview, page, 1.5) == render_page(file.read_bytes(), page, 1.5)


def test_the_same_layout_gives_the_same_bytes(layout: Layout, file: Path) -> None:
    assert paint(layout, composition(), archival=True) == file.read_bytes()


def test_an_empty_page_is_a_page(tmp_path: Path) -> None:
    path = tmp_path / "empty.pdf"
    path.write_bytes(paint(Sheet().layout(), composition(), archival=True))
    for profile in ("2a", "ua1"):
        assert validation.validate_pdf(path, profile=profile).is_compliant
