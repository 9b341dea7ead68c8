"""The real program on a screen with a window manager, used from outside: nothing of it is imported or called."""

from __future__ import annotations

import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

from proceedings_editor.app.collection import open_collection
from proceedings_editor.model.body import Paragraph, plain_text
from proceedings_editor.resources import shipped
from tests.conftest import Need
from tests.ui.outside.conftest import Drive

TITLE = "Даланың өзені мен көлі"
PARAGRAPH = "Ғылым мен білім ұлт қазынасы, әңгіме өзегі, ұрпақ үні, һәм ізгі ойдың қайнары."


def test_a_secretary_works_with_the_window(need: Need, drive: Drive, tmp_path: Path) -> None:
    collection, out = tmp_path / "steppe", tmp_path / "out"
    shutil.copytree(shipped("examples", "steppe-2026"), collection)
    before = open_collection(collection).workspace
    said = drive("drive.py", collection, out, sys.executable, "-m", "proceedings_editor", "--lang", "en")
    assert "2 files" in said

    entry, *others = open_collection(collection).workspace.entries
    assert entry.title.kk == TITLE
    last = entry.body[-1]
    assert isinstance(last, Paragraph) and plain_text(last.text) == PARAGRAPH
    assert entry.body[:-1] == before.entries[0].body
    assert tuple(others) == before.entries[1:]

    pdf, docx = sorted(out.glob("*.pdf")), sorted(out.glob("*.docx"))
    assert len(pdf) == len(docx) == 1
    printed = subprocess.run([*need("pdftotext"), str(pdf[0]), "-"], capture_output=True, text=True, check=True).stdout
    with zipfile.ZipFile(docx[0]) as file:
        written = file.read("word/document.xml").decode()
    assert TITLE.upper() in " ".join(printed.split()).upper()
    assert TITLE.upper() in written.upper()
    assert PARAGRAPH in " ".join(printed.split())
    assert PARAGRAPH in written
