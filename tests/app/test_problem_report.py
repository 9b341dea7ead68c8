"""A report of a problem holds what helps, and the article only where its writer says so."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from proceedings_editor import __version__
from proceedings_editor.app.collection import open_collection
from proceedings_editor.app.log import NAME
from proceedings_editor.app.problem_report import report_parts, write_report
from proceedings_editor.errors import WriteError
from proceedings_editor.model.body import plain_text
from proceedings_editor.model.entry import Entry
from proceedings_editor.model.walk import texts
from proceedings_editor.resources import shipped

FOLDER = shipped("examples", "steppe-2026")


@pytest.fixture
def entry() -> Entry:
    return open_collection(FOLDER).workspace.entries[0]


@pytest.fixture
def logs(tmp_path: Path) -> Path:
    (tmp_path / NAME).write_text("INFO started", encoding="utf-8")
    return tmp_path


def unpacked(path: Path) -> dict[str, str]:
    with zipfile.ZipFile(path) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name).decode() for name in archive.namelist()}


def test_log_versions_and_template_go_in_and_no_word_of_the_article(logs: Path, entry: Entry) -> None:
    path = logs / "report.zip"
    write_report(report_parts(logs, FOLDER, None, "Терезе жабылып қалды", besides="Qt 9"), path)
    found = unpacked(path)
    assert set(found) == {"problem.txt", "versions.txt", NAME, "template.yaml"}
    assert found["problem.txt"] == "Терезе жабылып қалды"
    assert f"proceedings-editor {__version__}" in found["versions.txt"]
    assert "reportlab " in found["versions.txt"] and "Qt 9" in found["versions.txt"]
    assert found["template.yaml"] == (FOLDER / "template.yaml").read_text(encoding="utf-8")
    said = "".join(found.values())
    sentences = [plain_text(words) for _, words in texts(entry.body)]
    assert sentences and not [one for one in sentences if len(one) > 20 and one in said]
    assert entry.title.kk not in said


def test_the_article_goes_in_where_it_was_ticked(logs: Path, entry: Entry) -> None:
    path = logs / "report.zip"
    write_report(report_parts(logs, FOLDER, entry), path)
    assert entry.title.kk in unpacked(path)[f"{entry.id}.yaml"]


def test_a_report_needs_neither_a_collection_nor_a_log(tmp_path: Path) -> None:
    assert [part.name for part in report_parts(tmp_path, None, None)] == ["versions.txt"]


def test_a_report_that_cannot_be_written_is_told(logs: Path) -> None:
    with pytest.raises(WriteError):
        write_report(report_parts(logs, None, None), logs / "no such folder" / "report.zip")
