"""The check of inner links sees every kind of link that leads nowhere."""

from __future__ import annotations

import io
import zipfile

import pytest
from PIL import Image

from proceedings_editor.exporters.docx.writer import write_docx
from tests.exporters.docx.integrity import faults, parts
from tests.exporters.docx.sample import composition


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    picture = tmp_path_factory.mktemp("figures") / "a.png"
    Image.new("RGB", (30, 20), "olive").save(picture)
    return write_docx(composition(picture=picture))


def changed(data: bytes, part: str, old: str, new: str) -> bytes:
    """Return the package with the first `old` of a part replaced."""
    files = parts(data)
    assert old.encode() in files[part]
    files[part] = files[part].replace(old.encode(), new.encode(), 1)
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as package:
        for name, content in files.items():
            package.writestr(name, content)
    return stream.getvalue()


def test_a_whole_document_has_no_fault(data: bytes) -> None:
    assert faults(data) == []


@pytest.mark.parametrize(
    ("part", "old", "new"),
    [
        ("word/document.xml", '<w:pStyle w:val="Normal"/>', '<w:pStyle w:val="Norml"/>'),
        ("word/document.xml", '<w:rStyle w:val="Hyperlink"/>', '<w:rStyle w:val="Normal"/>'),
        ("word/document.xml", '<w:tblStyle w:val="TableGrid"/>', '<w:tblStyle w:val="Grid"/>'),
        ("word/styles.xml", '<w:basedOn w:val="Normal"/>', '<w:basedOn w:val="Standard"/>'),
        ("word/styles.xml", 'w:styleId="Quote"', 'w:styleId="Title"'),
        ("word/footer4.xml", '<w:pStyle w:val="Footer"/>', '<w:pStyle w:val="Foot"/>'),
        ("word/document.xml", '<w:numId w:val="1"/>', '<w:numId w:val="99"/>'),
        ("word/document.xml", '<w:ilvl w:val="0"/>', '<w:ilvl w:val="1"/>'),
        ("word/numbering.xml", '<w:abstractNumId w:val="1"/>', '<w:abstractNumId w:val="99"/>'),
        ("word/document.xml", 'r:embed="rId', 'r:embed="rId9'),
        ("word/footnotes.xml", 'r:id="rId', 'r:id="rId9'),
        ("word/_rels/document.xml.rels", 'Target="styles.xml"', 'Target="style.xml"'),
        ("[Content_Types].xml", "/word/numbering.xml", "/word/numberings.xml"),
        ("word/document.xml", '<w:footnoteReference w:id="1"/>', '<w:footnoteReference w:id="2"/>'),
        ("word/document.xml", 'w:anchor="_ref_1"', 'w:anchor="_ref_2"'),
        ("word/document.xml", 'w:name="_title"', 'w:name="_ref_1"'),
        ("word/document.xml", '<w:bookmarkEnd w:id="1"/>', '<w:bookmarkEnd w:id="2"/>'),
        ("word/document.xml", 'w:name="_title"', 'w:name="1 title"'),
    ],
)
def test_a_link_that_leads_nowhere_is_seen(data: bytes, part: str, old: str, new: str) -> None:
    assert faults(changed(data, part, old, new)) != []
