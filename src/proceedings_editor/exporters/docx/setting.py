"""The settings part."""

from __future__ import annotations

from proceedings_editor.exporters.composition.element import Composition
from proceedings_editor.exporters.docx.section import has_two_sides
from proceedings_editor.exporters.docx.style import locale_of
from proceedings_editor.exporters.docx.xml import DECLARATIONS, xml_value


def settings_xml(composition: Composition, *, notes: bool) -> bytes:
    """Return the settings of a document; `notes` says whether it has footnotes."""
    pages = [part.page for part in composition.parts]
    language = xml_value(locale_of(composition.language))
    inside = "".join(
        (
            "<w:mirrorMargins/>" if any(page.mirrored for page in pages) else "",
            '<w:autoHyphenation w:val="1"/>' if any(page.hyphenation for page in pages) else "",
            "<w:evenAndOddHeaders/>" if any(has_two_sides(page) for page in pages) else "",
            '<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>' if notes else "",
            # Without the mode of 2013 Word opens the file in compatibility mode, with the line heights of 2007.
            # A line before a forced break keeps its natural spaces, as in the PDF.
            '<w:compat><w:doNotExpandShiftReturn/><w:compatSetting w:name="compatibilityMode" '
            'w:uri="http://schemas.microsoft.com/office/word" '
            'w:val="15"/></w:compat>',
            f'<w:themeFontLang w:val="{language}"/>',
        )
    )
    return (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:settings {DECLARATIONS}>{inside}</w:settings>'
    ).encode()
