"""Names of exported files: by the template's pattern, ASCII, short, one for each entry, the same alone and among all."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from proceedings_editor.app.collection import new_collection, open_collection
from proceedings_editor.app.exporting import export_entries
from proceedings_editor.exporters.composition.compose import PartChoice
from proceedings_editor.model.body import Paragraph, Span
from proceedings_editor.model.entry import Entry
from proceedings_editor.model.local import LocalText
from proceedings_editor.model.person import Author
from proceedings_editor.progress import NeverCancelled
from proceedings_editor.storage.folder import save_entry
from tests.conformance.export import Quiet, request
from tests.exporters.docx.integrity import parts

QOZHABEK = Author(surname="Қожабек", given_name="Әсел", patronymic="Айдарқызы")
LONG = Author(surname="Щербаковская-Жүсіпбекова" * 3, given_name="Щ.", patronymic="Ю.")
ENTRIES = (
    Entry("k7", number=7, authors=(QOZHABEK,)),
    Entry("m1", authors=(QOZHABEK,)),
    Entry("m2", authors=(QOZHABEK,)),
    Entry("m3", authors=(replace(QOZHABEK, surname="КОЖАБЕК", latin="QOZHABEK A. A."),)),
    Entry("n1", number=12, authors=(LONG,)),
    Entry("n2", number=12, authors=(LONG,)),
    Entry("z1"),
    Entry("z2"),
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a collection of entries whose files would have the same names."""
    home = tmp_path_factory.mktemp("names") / "жинақ"
    new_collection(home, "kz-conference")
    for entry in ENTRIES:
        body = (Paragraph((Span("Мәтін."),)),)
        save_entry(home, None, replace(entry, title=LocalText(kk="Дала"), body=body))
    return home


def names(folder: Path, out: Path, *entries: str, part: PartChoice = "both", draft: bool = False) -> list[str]:
    how = request(out, part=part, draft=draft)
    files = export_entries(folder, open_collection(folder), entries, how, Quiet(), NeverCancelled())
    assert {file.path for file in files} == set(out.iterdir())
    assert [file.path.suffix for file in files] == [".pdf", ".docx"] * (len(files) // 2)
    return [file.path.stem for file in files[::2]]


def test_names_follow_the_pattern_and_equal_ones_are_numbered(folder: Path, tmp_path: Path) -> None:
    found = names(folder, tmp_path)
    assert found[0] == "007_qozhabek_aa"
    assert found[3:] == ["qozhabek_aa", "qozhabek_aa-2", "qozhabek_aa-3", "file", "file-2"]
    assert all(name.startswith("012_shcherbakovskaya") for name in found[1:3])


@pytest.mark.parametrize("draft", [False, True])
@pytest.mark.parametrize("part", ["information", "article", "both"])
def test_names_are_short_ascii_and_tell_part_and_draft(
    part: PartChoice, draft: bool, folder: Path, tmp_path: Path
) -> None:
    found = names(folder, tmp_path, part=part, draft=draft)
    ending = ("" if part == "both" else f"_{part}") + ("_draft" if draft else "")
    assert len({name.casefold() for name in found}) == len(ENTRIES)
    for name in found:
        assert re.fullmatch(r"[a-z0-9_-]{1,60}", name)
        assert name.endswith(ending)
        assert draft or "draft" not in name
    assert max(map(len, found)) == 60


def test_an_entry_has_the_same_name_alone_as_among_all(folder: Path, tmp_path: Path) -> None:
    together = dict(zip(("k7", "n1", "n2", "m1", "m2", "m3", "z1", "z2"), names(folder, tmp_path / "all"), strict=True))
    for entry in ("m2", "n2", "z2"):
        assert names(folder, tmp_path / entry, entry) == [together[entry]]


def test_exporting_again_overwrites_the_same_files_with_the_same_content(folder: Path, tmp_path: Path) -> None:
    first = names(folder, tmp_path)
    before = contents(tmp_path)
    assert names(folder, tmp_path) == first
    assert contents(tmp_path) == before


def contents(out: Path) -> dict[str, object]:
    """Return the bytes of every PDF and the parts of every DOCX, whose container tells when it was packed."""
    files = ((path, path.read_bytes()) for path in out.iterdir())
    return {path.name: data if path.suffix == ".pdf" else parts(data) for path, data in files}
