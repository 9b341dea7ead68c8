"""The container: objects come back, and the same objects give the same bytes."""

from __future__ import annotations

import io
import subprocess
from pathlib import Path

import pikepdf
import pytest

from proceedings_editor.exporters.pdf.file import PdfFile
from proceedings_editor.exporters.pdf.syntax import dictionary, reference
from tests.conftest import Need


def made(stream: bytes = b"", extra: int = 0) -> bytes:
    file = PdfFile()
    tree = file.reserve()
    page = file.add(
        dictionary(
            {
                "Type": "/Page",
                "Parent": reference(tree),
                "MediaBox": "[0 0 9 9]",
                "Resources": "<<>>",
                "Contents": reference(file.add_stream({}, stream)),
            }
        )
    )
    file.put(tree, dictionary({"Type": "/Pages", "Count": "1", "Kids": f"[{reference(page)}]"}))
    others = [reference(file.add(f"({number})")) for number in range(extra)]
    root = {"Type": "/Catalog", "Pages": reference(tree), "Others": f"[{' '.join(others)}]"}
    return file.to_bytes(file.add(dictionary(root)), file.add("<</Title (T)>>"))


@pytest.mark.parametrize("stream", [b"", b"q Q", b"q Q\n", b"q Q\r", b"q Q\r\n", bytes(range(256)) * 9])
def test_a_stream_comes_back_byte_for_byte(stream: bytes) -> None:
    with pikepdf.open(io.BytesIO(made(stream))) as pdf:
        assert pdf.pages[0].Contents.read_bytes() == stream
        assert not pdf.get_warnings()


def test_more_objects_than_one_object_stream_holds_come_back() -> None:
    with pikepdf.open(io.BytesIO(made(extra=1234))) as pdf:
        assert [str(other) for other in pdf.Root.Others] == [str(number) for number in range(1234)]


def test_the_same_objects_give_the_same_bytes_and_others_another_identifier() -> None:
    assert made(b"q Q") == made(b"q Q")
    with pikepdf.open(io.BytesIO(made(b"q Q"))) as one, pikepdf.open(io.BytesIO(made(b"Q q"))) as other:
        assert bytes(one.trailer.ID[0]) != bytes(other.trailer.ID[0])


def test_qpdf_finds_nothing_wrong(need: Need, tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(made(b"q Q", extra=500))
    done = subprocess.run([*need("qpdf"), "--check", str(path)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
