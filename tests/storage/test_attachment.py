from __future__ import annotations

from pathlib import Path

import pytest

from proceedings_editor.errors import ReadError, WriteError
from proceedings_editor.storage.attachment import figure_path, keep_manuscript, manuscript_path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    home = tmp_path / "жинақ"
    (home / "figures" / "abc").mkdir(parents=True)
    (home / "figures" / "abc" / "сызба 1.png").write_bytes(b"x")
    (tmp_path / "secret.png").write_bytes(b"x")
    (home / "collection.yaml").write_text("x", encoding="utf-8")
    return home


def test_a_figure_is_found_in_its_entry_s_folder(folder: Path) -> None:
    assert figure_path(folder, "abc", "сызба 1.png") == folder / "figures" / "abc" / "сызба 1.png"


@pytest.mark.parametrize(
    "file",
    ["", ".", "..", "../../collection.yaml", "../../../secret.png", "..\\secret.png", "/etc/passwd", "C:\\x.png", "a:b",
     "nul", "con.png", "LPT1", "x\x00.png", "missing.png", "сызба 1.png.", "сызба 1.png ", "a" * 5000, "\ud800.png"],
)  # fmt: skip
def test_a_name_that_leads_elsewhere_or_to_nothing_gives_no_path(folder: Path, file: str) -> None:
    assert figure_path(folder, "abc", file) is None


@pytest.mark.parametrize("entry_id", ["", "..", "../..", "/", "nobody"])
def test_an_entry_that_leads_elsewhere_gives_no_path(folder: Path, entry_id: str) -> None:
    assert figure_path(folder, entry_id, "secret.png") is None


def test_a_link_out_of_the_collection_gives_no_path(folder: Path) -> None:
    (folder / "figures" / "abc" / "link.png").symlink_to(folder.parent / "secret.png")
    assert figure_path(folder, "abc", "link.png") is None


def test_a_manuscript_is_copied_and_never_written_over(folder: Path, tmp_path: Path) -> None:
    names = []
    for words in ("бірінші", "екінші", "үшінші"):
        sent = tmp_path / "Мақала жаңа (2).docx"
        sent.write_text(words, encoding="utf-8")
        names.append(keep_manuscript(folder, sent))
    assert names == ["Мақала жаңа (2).docx", "Мақала жаңа (2)-2.docx", "Мақала жаңа (2)-3.docx"]
    kept = [manuscript_path(folder, name) for name in names]
    assert [path.read_text(encoding="utf-8") for path in kept if path] == ["бірінші", "екінші", "үшінші"]
    assert len(list((folder / "manuscripts").iterdir())) == 3


def test_a_manuscript_gets_a_name_that_works_on_every_system(folder: Path, tmp_path: Path) -> None:
    for given, kept in [("a:b?.docx", "a_b_.docx"), ("aux.docx", "_aux.docx"), (" .docx", "_.docx"), ("x. ", "x")]:
        sent = tmp_path / given
        sent.write_bytes(b"x")
        assert keep_manuscript(folder, sent) == kept
        assert manuscript_path(folder, kept)


def test_a_missing_manuscript_is_one_sentence(folder: Path, tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="There is no file"):
        keep_manuscript(folder, tmp_path / "missing.docx")


def test_a_manuscript_that_cannot_be_copied_leaves_nothing_behind(folder: Path, tmp_path: Path) -> None:
    sent = tmp_path / "a.docx"
    sent.write_bytes(b"x")
    (folder / "manuscripts").write_bytes(b"in the way")
    with pytest.raises(WriteError, match="manuscripts"):
        keep_manuscript(folder, sent)
