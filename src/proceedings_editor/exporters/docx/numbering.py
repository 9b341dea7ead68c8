"""The numbering part: every list of the document is a numbering of its own, so that each counts for itself."""

from __future__ import annotations

from typing import Final

from proceedings_editor.exporters.composition.element import ListElement
from proceedings_editor.exporters.docx.xml import DECLARATIONS, twips_of_cm, xml_value

_LABEL_WIDTH_CM: Final = 0.63
_FORMATS: Final = {
    "1": "decimal",
    "a": "lowerLetter",
    "A": "upperLetter",
    "i": "lowerRoman",
    "I": "upperRoman",
}


class Numberings:
    """Collects the numberings while the body is written; ids count from 1 in the order of the lists."""

    def __init__(self) -> None:
        self._lists: list[ListElement] = []

    def add(self, element: ListElement) -> int:
        """Return the numbering id of a list."""
        self._lists.append(element)
        return len(self._lists)

    def xml(self) -> bytes:
        """Return the whole numbering part."""
        ids = range(1, len(self._lists) + 1)
        abstract = "".join(
            f'<w:abstractNum w:abstractNumId="{n}"><w:multiLevelType w:val="singleLevel"/>'
            f"{_level(element)}</w:abstractNum>"
            for n, element in zip(ids, self._lists, strict=True)
        )
        concrete = "".join(f'<w:num w:numId="{n}"><w:abstractNumId w:val="{n}"/></w:num>' for n in ids)
        return (
            f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:numbering {DECLARATIONS}>'
            f"{abstract}{concrete}</w:numbering>"
        ).encode()


def _level(element: ListElement) -> str:
    if element.ordered:
        number_format, label = _ordered(element.marker)
    else:
        number_format, label = "bullet", xml_value(element.marker)
    # As a secretary sets it in Word: the label where a paragraph's first line begins, the text after one space.
    left = twips_of_cm(element.look.left + element.depth * _LABEL_WIDTH_CM)
    return (
        f'<w:lvl w:ilvl="0"><w:start w:val="{max(element.start, 0)}"/><w:numFmt w:val="{number_format}"/>'
        f'<w:suff w:val="space"/><w:lvlText w:val="{label}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="{left}" w:firstLine="{twips_of_cm(max(element.look.indent, 0))}"/></w:pPr></w:lvl>'
    )


def _ordered(marker: str) -> tuple[str, str]:
    """Split "1.", "[1]", "a)" into Word's number format and its label pattern."""
    for sign, number_format in _FORMATS.items():
        if sign in marker:
            return number_format, xml_value(marker.replace(sign, "%1", 1))
    return "decimal", "%1."
