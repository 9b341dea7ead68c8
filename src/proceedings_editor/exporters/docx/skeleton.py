"""The empty document everything is written into: only the parts that are needed.

python-docx's own default template brings 160 styles and two style parts of 400 KB that nobody asked for; opening and
saving it costs more than writing an article.
"""

from __future__ import annotations

import io
import zipfile
from functools import lru_cache
from typing import Final

from docx import Document
from docx.document import Document as DocumentObject

from proceedings_editor.exporters.docx.xml import DECLARATIONS

_HEAD: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
_WORD: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_RELATION: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_PARTS: Final = {
    "[Content_Types].xml": (
        f'{_HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{_WORD}document.main+xml"/></Types>'
    ),
    "_rels/.rels": (
        f'{_HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="rId1" Type="{_RELATION}officeDocument" Target="word/document.xml"/></Relationships>'
    ),
    "word/document.xml": f"{_HEAD}<w:document {DECLARATIONS}><w:body/></w:document>",
}


def new_document() -> DocumentObject:
    """Return a fresh, empty document."""
    return Document(io.BytesIO(_package()))


@lru_cache(maxsize=1)
def _package() -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as package:
        for name, content in _PARTS.items():
            package.writestr(name, content)
    return stream.getvalue()
