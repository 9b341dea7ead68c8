"""Runs: the inlines of an element as the inside of a `w:p`."""

from __future__ import annotations

from itertools import groupby

from lxml import etree

from proceedings_editor.exporters.composition.element import Inline, InlineMath, NewLine, NoteMark, Words
from proceedings_editor.exporters.docx.link import Links
from proceedings_editor.exporters.docx.note import Notes
from proceedings_editor.exporters.docx.style import CODE_FONT, HYPERLINK, NOTE_MARK, locale_of
from proceedings_editor.exporters.docx.xml import xml_text, xml_value
from proceedings_editor.exporters.formula.omml import to_omml
from proceedings_editor.model.body import FormulaSource

_TAB = '</w:t><w:tab/><w:t xml:space="preserve">'


def runs_xml(inlines: tuple[Inline, ...], links: Links, notes: Notes) -> str:
    """Return the runs of a paragraph; links become `w:hyperlink`, notes references to the notes part."""
    return "".join(
        _linked(address, "".join(_inline(inline, links, notes) for inline in group), links)
        for address, group in groupby(inlines, _address)
    )


def formula_xml(formula: FormulaSource, *, display: bool) -> str:
    """Return a formula as Office Math."""
    element = to_omml(formula.notation, formula.source, display=display)
    return etree.tostring(element, encoding="unicode")


def _address(inline: Inline) -> tuple[str, str]:
    return (inline.url, inline.target) if isinstance(inline, Words) else ("", "")


def _linked(address: tuple[str, str], runs: str, links: Links) -> str:
    url, target = address
    if target and (anchor := links.anchor(target)):
        return f'<w:hyperlink w:anchor="{anchor}" w:history="1">{runs}</w:hyperlink>'
    if url and (relation := links.outside(url)):
        return f'<w:hyperlink r:id="{relation}" w:history="1">{runs}</w:hyperlink>'
    return runs


def _inline(inline: Inline, links: Links, notes: Notes) -> str:
    match inline:
        case Words():
            return _words(inline)
        case NewLine():
            return "<w:r><w:br/></w:r>"
        case InlineMath():
            return formula_xml(inline.formula, display=False)
        case NoteMark():
            identity = notes.add(inline)
            return f'<w:r><w:rPr><w:rStyle w:val="{NOTE_MARK}"/></w:rPr><w:footnoteReference w:id="{identity}"/></w:r>'


def _words(words: Words) -> str:
    content = xml_text(words.text).replace("\t", _TAB)
    return f'<w:r>{_properties(words)}<w:t xml:space="preserve">{content}</w:t></w:r>'


def _properties(words: Words) -> str:
    """Children of `w:rPr` in the schema's order."""
    found = [
        f'<w:rStyle w:val="{HYPERLINK}"/>' if words.url or words.target else "",
        f'<w:rFonts w:ascii="{CODE_FONT}" w:hAnsi="{CODE_FONT}" w:cs="{CODE_FONT}"/>' if words.code else "",
        "<w:b/>" if words.bold else "",
        "<w:i/>" if words.italic else "",
        "<w:noProof/>" if words.code else "",
        '<w:u w:val="single"/>' if words.underline else "",
        '<w:vertAlign w:val="superscript"/>' if words.superscript else "",
        '<w:vertAlign w:val="subscript"/>' if words.subscript and not words.superscript else "",
        f'<w:lang w:val="{xml_value(locale_of(words.language))}"/>' if words.language else "",
    ]
    inside = "".join(found)
    return f"<w:rPr>{inside}</w:rPr>" if inside else ""
