"""A zip from a mail: what could do harm is refused before anything is written, what systems add is passed over."""

from __future__ import annotations

import stat
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from proceedings_editor.errors import ReadError, WriteError
from proceedings_editor.storage import bundle
from proceedings_editor.storage.bundle import unpack_zip, write_zip

GOOD = {"collection.yaml": b"format: 1\n", "template.yaml": b"t", "entries/a.yaml": b"e"}


def made(path: Path, extra: dict[str, bytes] | None = None, root: str = "") -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in {**GOOD, **(extra or {})}.items():
            archive.writestr(root + name, data)
    return path


def files(folder: Path) -> dict[str, bytes]:
    return {str(one.relative_to(folder)): one.read_bytes() for one in folder.rglob("*") if one.is_file()}


def test_what_was_written_is_unpacked(tmp_path: Path) -> None:
    picture = tmp_path / "a.png"
    picture.write_bytes(b"picture")
    content: dict[str, bytes | Path] = {**GOOD, "figures/a/сурет.png": picture, "manuscripts/мақала.docx": b"m"}
    write_zip(tmp_path / "z.zip", content)
    unpack_zip(tmp_path / "z.zip", tmp_path / "out")
    assert files(tmp_path / "out") == {**GOOD, "figures/a/сурет.png": b"picture", "manuscripts/мақала.docx": b"m"}


def test_the_same_files_give_the_same_zip(tmp_path: Path) -> None:
    write_zip(tmp_path / "1.zip", dict(GOOD))
    write_zip(tmp_path / "2.zip", dict(reversed(GOOD.items())))
    assert (tmp_path / "1.zip").read_bytes() == (tmp_path / "2.zip").read_bytes()


def test_a_zip_that_cannot_be_written_leaves_the_old_one(tmp_path: Path) -> None:
    (tmp_path / "z.zip").write_bytes(b"old")
    with pytest.raises(WriteError):
        write_zip(tmp_path / "z.zip", {"a": tmp_path / "missing.png"})
    assert files(tmp_path) == {"z.zip": b"old"}


@pytest.mark.parametrize(
    "name",
    ["../evil.yaml", "entries/../../evil.yaml", "/etc/evil", "entries\\..\\evil.yaml", "C:/evil", "a//b", "./a", ".."],
)
def test_a_name_that_leads_out_is_refused_and_nothing_is_written(tmp_path: Path, name: str) -> None:
    path = made(tmp_path / "z.zip", {name: b"evil"})
    with pytest.raises(ReadError, match="outside its folder"):
        unpack_zip(path, tmp_path / "in" / "out")
    assert files(tmp_path) == {"z.zip": path.read_bytes()}


def test_a_link_is_refused(tmp_path: Path) -> None:
    path = made(tmp_path / "z.zip")
    link = zipfile.ZipInfo("entries/b.yaml")
    link.create_system, link.external_attr = 3, (stat.S_IFLNK | 0o777) << 16
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr(link, "/etc/passwd")
    with pytest.raises(ReadError, match="outside its folder"):
        unpack_zip(path, tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_masses_are_refused_by_what_they_say(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bundle, "MOST_BYTES", 10_000)
    path = made(tmp_path / "z.zip", {"manuscripts/bomb.docx": b"\0" * 10_001})
    assert path.stat().st_size < 1000
    with pytest.raises(ReadError, match="more than any collection"):
        unpack_zip(path, tmp_path / "out")
    monkeypatch.setattr(bundle, "MOST_FILES", 2)
    with pytest.raises(ReadError, match="more than any collection"):
        unpack_zip(made(tmp_path / "y.zip"), tmp_path / "out")


def test_a_file_that_lies_about_its_size_is_refused(tmp_path: Path) -> None:
    path = made(tmp_path / "z.zip", {"manuscripts/liar.docx": b"\0" * 5000})
    data = path.read_bytes().replace((5000).to_bytes(4, "little"), (50).to_bytes(4, "little"))
    path.write_bytes(data)
    with pytest.raises(ReadError):
        unpack_zip(path, tmp_path / "out")


def test_a_folder_around_everything_falls_away_and_files_of_systems_are_passed_over(tmp_path: Path) -> None:
    extra = {".DS_Store": b"x", "entries/.hidden": b"x", "readme.txt": b"x", "figures/a/b/c.png": b"x"}
    path = made(tmp_path / "z.zip", extra, root="жинақ/")
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("__MACOSX/жинақ/._collection.yaml", b"x")
        archive.mkdir("жинақ/figures/")
    unpack_zip(path, tmp_path / "out")
    assert files(tmp_path / "out") == GOOD


@pytest.mark.parametrize("data", [b"", b"no zip", b"PK\x03\x04" + b"\0" * 50])
def test_what_is_no_zip_is_told_so(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "z.zip").write_bytes(data)
    with pytest.raises(ReadError, match="no zip"):
        unpack_zip(tmp_path / "z.zip", tmp_path / "out")


def test_a_zip_without_a_collection_and_a_missing_one_are_told_so(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "z.zip", "w") as archive:
        archive.writestr("a.txt", "a")
    with pytest.raises(ReadError, match="no collection"):
        unpack_zip(tmp_path / "z.zip", tmp_path / "out")
    with pytest.raises(ReadError, match="could not be read"):
        unpack_zip(tmp_path / "missing.zip", tmp_path / "out")


def test_a_member_without_a_name_is_refused(tmp_path: Path) -> None:
    path = made(tmp_path / "z.zip", {"qqqq": b"x"})
    path.write_bytes(path.read_bytes().replace(b"qqqq", b"\0qqq"))  # a name ends at its first zero byte
    with pytest.raises(ReadError):
        unpack_zip(path, tmp_path / "out")
    assert not (tmp_path / "out").exists()


@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_a_damaged_zip_is_read_or_refused_with_a_sentence(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    home = tmp_path_factory.mktemp("zip")
    path = made(home / "z.zip")
    whole = bytearray(path.read_bytes())
    for place in data.draw(st.lists(st.integers(0, len(whole) - 1), min_size=1, max_size=4)):
        whole[place] = data.draw(st.integers(0, 255))
    path.write_bytes(whole)
    try:
        unpack_zip(path, home / "out")
    except (ReadError, WriteError) as error:
        assert str(error.sentence)
    assert {one.name for one in home.iterdir()} <= {"z.zip", "out"}
