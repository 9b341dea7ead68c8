"""The package of a DOCX is the same file whenever it is written."""

from __future__ import annotations

import io
import time
import zipfile

import pytest

from proceedings_editor.exporters.docx.package import without_times


def package(year: int, monkeypatch: pytest.MonkeyPatch) -> bytes:
    """Pack some parts in some year, one of them with a comment, as other programs write them."""
    monkeypatch.setattr(time, "time", lambda: (year - 1970) * 365.25 * 86400)
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>" * 100)
        told = zipfile.ZipInfo("word/document.xml", time.localtime(time.time())[:6])
        told.comment = b"a comment"
        archive.writestr(told, "<w:document/>" * 1000)
        archive.writestr("word/media/қ.png", bytes(range(256)))
        archive.comment = b"of the whole"
    return stream.getvalue()


def test_only_the_times_go(monkeypatch: pytest.MonkeyPatch) -> None:
    one, two = package(2026, monkeypatch), package(2031, monkeypatch)
    assert one != two
    assert without_times(one) == without_times(two)
    with zipfile.ZipFile(io.BytesIO(one)) as before, zipfile.ZipFile(io.BytesIO(without_times(one))) as after:
        assert after.testzip() is None
        assert after.namelist() == before.namelist()
        assert [after.read(name) for name in after.namelist()] == [before.read(name) for name in before.namelist()]
        assert {part.date_time for part in after.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert after.comment == b"of the whole"
