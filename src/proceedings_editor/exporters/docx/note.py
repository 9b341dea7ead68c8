"""The footnotes part."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from proceedings_editor.exporters.composition.element import Element, NoteMark
from proceedings_editor.exporters.docx.style import NOTE_MARK
from proceedings_editor.exporters.docx.xml import DECLARATIONS

_SEPARATORS: Final = "".join(
    f'<w:footnote w:type="{kind}" w:id="{identity}"><w:p><w:pPr><w:spacing w:after="0" w:line="240" w:lineRule="auto"/>'
    f"</w:pPr><w:r><w:{mark}/></w:r></w:p></w:footnote>"
    for kind, identity, mark in (
        ("separator", -1, "separator"),
        ("continuationSeparator", 0, "continuationSeparator"),
    )
)
_MARK: Final = (
    f'<w:r><w:rPr><w:rStyle w:val="{NOTE_MARK}"/></w:rPr><w:footnoteRef/></w:r>'
    '<w:r><w:t xml:space="preserve"> </w:t></w:r>'
)


class Notes:
    """Collects the notes while the body is written; a note's id is its printed number."""

    def __init__(self) -> None:
        self._notes: list[NoteMark] = []

    def __bool__(self) -> bool:
        return bool(self._notes)

    def add(self, note: NoteMark) -> int:
        """Return the id of a note."""
        self._notes.append(note)
        return len(self._notes)

    def xml(self, elements_xml: Callable[[tuple[Element, ...]], str]) -> bytes:
        """Return the whole footnotes part; `elements_xml` writes the elements of one note."""
        notes = "".join(
            f'<w:footnote w:id="{identity}">{_with_mark(elements_xml(note.elements))}</w:footnote>'
            for identity, note in enumerate(self._notes, start=1)
        )
        return (
            f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:footnotes {DECLARATIONS}>'
            f"{_SEPARATORS}{notes}</w:footnotes>"
        ).encode()


def _with_mark(content: str) -> str:
    """Put the note's own mark at the beginning of its first paragraph, or into one of its own."""
    head = "<w:p><w:pPr>"
    if content.startswith(head):
        end = content.index("</w:pPr>") + len("</w:pPr>")
        return content[:end] + _MARK + content[end:]
    return f'<w:p><w:pPr><w:pStyle w:val="FootnoteText"/></w:pPr>{_MARK}</w:p>{content}'
