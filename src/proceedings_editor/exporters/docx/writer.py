"""Writes a composition as DOCX."""

from __future__ import annotations

import io
from datetime import UTC, datetime
from itertools import count

from docx.document import Document as DocumentObject
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part as PackagePart
from docx.oxml.parser import parse_xml
from docx.parts.story import StoryPart

from proceedings_editor.exporters.composition.element import Composition, Part
from proceedings_editor.exporters.docx.body import Body
from proceedings_editor.exporters.docx.bookmark import bookmarks_of
from proceedings_editor.exporters.docx.figure import Pictures
from proceedings_editor.exporters.docx.link import Links
from proceedings_editor.exporters.docx.note import Notes
from proceedings_editor.exporters.docx.numbering import Numberings
from proceedings_editor.exporters.docx.package import without_times
from proceedings_editor.exporters.docx.section import footer_xml, has_two_sides, header_xml, section_xml
from proceedings_editor.exporters.docx.setting import settings_xml
from proceedings_editor.exporters.docx.skeleton import new_document
from proceedings_editor.exporters.docx.style import locale_of, styles_xml
from proceedings_editor.exporters.docx.xml import DECLARATIONS, without_forbidden

_PRODUCER = "proceedings-editor"
_LATER = b"<later/>"
_NO_DAY = datetime(2000, 1, 1, tzinfo=UTC)
"""Created-date of a document that names none: never "now", so that the same input gives the same parts."""


def write_docx(composition: Composition) -> bytes:
    """Return the composition as the bytes of a DOCX file.

    Raises:
        FormulaError: A formula cannot be read.
    """
    document = new_document()
    notes, numberings = Notes(), Numberings()
    content = _Content(document, composition, notes, numberings)
    parts = "".join(
        content.part(part, last=index == len(composition.parts) - 1) for index, part in enumerate(composition.parts)
    )
    _fill(document, parts)
    content.attach_notes()
    _attach(document, "numbering", CONTENT_TYPE.WML_NUMBERING, RELATIONSHIP_TYPE.NUMBERING, numberings.xml())
    _attach(document, "styles", CONTENT_TYPE.WML_STYLES, RELATIONSHIP_TYPE.STYLES, styles_xml(composition))
    settings = settings_xml(composition, notes=bool(notes))
    _attach(document, "settings", CONTENT_TYPE.WML_SETTINGS, RELATIONSHIP_TYPE.SETTINGS, settings)
    _describe(document, composition)
    stream = io.BytesIO()
    document.save(stream)
    return without_times(stream.getvalue())


class _Content:
    """The document's body while it is written."""

    def __init__(
        self, document: DocumentObject, composition: Composition, notes: Notes, numberings: Numberings
    ) -> None:
        self._document = document
        self._notes = notes
        self._numberings = numberings
        self._looks = dict(composition.styles)
        self._links = Links(document.part, bookmarks_of(composition))
        first = composition.parts[0].page if composition.parts else None
        height = first.height - first.top - first.bottom if first else 0
        self._width = first.width - first.left - first.right if first else 0
        self._pictures = Pictures(document.part, height * 0.9)
        self._stories = count(1)

    def part(self, part: Part, *, last: bool) -> str:
        """Return a part's content; its section stands in its last paragraph, the document's last one at the end."""
        page = part.page
        body = self._body(page.width - page.left - page.right)
        section = section_xml(page, self._references(part), restarts=page.number[0] != "none")
        return body.xml(part.elements) + (section if last else f"<w:p><w:pPr>{section}</w:pPr></w:p>")

    def attach_notes(self) -> None:
        """Write the footnotes part; its links and pictures are relationships of its own."""
        if not self._notes:
            return
        # Notes have links and pictures of their own, so their part must be there before their text is written.
        story = StoryPart(
            PackURI("/word/footnotes.xml"), CONTENT_TYPE.WML_FOOTNOTES, parse_xml(_LATER), self._document.part.package
        )
        self._document.part.relate_to(story, RELATIONSHIP_TYPE.FOOTNOTES)
        body = Body(
            self._links.of(story),
            self._notes,
            self._numberings,
            self._pictures.of(story),
            self._looks,
            self._width,
        )
        xml = self._notes.xml(body.xml)
        story._element = parse_xml(xml)  # python-docx has no other way to fill a part after making it

    def _body(self, width: float) -> Body:
        return Body(self._links, self._notes, self._numberings, self._pictures, self._looks, width)

    def _references(self, part: Part) -> str:
        sides = ("default", "even") if has_two_sides(part.page) else ("default",)
        return "".join(self._reference("header", side, header_xml(part.page, side)) for side in sides) + "".join(
            self._reference("footer", side, footer_xml(part.page, side)) for side in sides
        )

    def _reference(self, kind: str, side: str, xml: bytes) -> str:
        content_type = {"header": CONTENT_TYPE.WML_HEADER, "footer": CONTENT_TYPE.WML_FOOTER}[kind]
        relation_type = {"header": RELATIONSHIP_TYPE.HEADER, "footer": RELATIONSHIP_TYPE.FOOTER}[kind]
        name = f"{kind}{next(self._stories)}"
        relation = _attach(self._document, name, content_type, relation_type, xml)
        return f'<w:{kind}Reference w:type="{side}" r:id="{relation}"/>'


def _fill(document: DocumentObject, content: str) -> None:
    """Exchange the empty body for the written one."""
    body = parse_xml(f"<w:body {DECLARATIONS}>{content}</w:body>".encode())
    root = document.element
    root.replace(root.body, body)


def _attach(document: DocumentObject, name: str, content_type: str, relation_type: str, xml: bytes) -> str:
    """Add a part that is ready as it stands, and return the id of the document's relation to it."""
    part = PackagePart(PackURI(f"/word/{name}.xml"), content_type, xml, document.part.package)
    return document.part.relate_to(part, relation_type)


def _describe(document: DocumentObject, composition: Composition) -> None:
    properties = document.core_properties
    day = datetime.fromisoformat(composition.day).replace(tzinfo=UTC) if composition.day else _NO_DAY
    properties.title = _short(composition.title)
    properties.author = _short(", ".join(composition.authors))
    properties.subject = _short(composition.subject)
    properties.keywords = _short(", ".join(composition.keywords))
    properties.language = locale_of(composition.language)
    properties.last_modified_by = _PRODUCER
    properties.comments = ""
    properties.revision = 1
    properties.created = properties.modified = day


def _short(value: str) -> str:
    """The format allows 255 characters in a property, and none that XML cannot hold."""
    return without_forbidden(value)[:255]
