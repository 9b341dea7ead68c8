"""The style part: one real paragraph style per template style, under the names Word itself knows where it has one."""

from __future__ import annotations

from typing import Final

from proceedings_editor.exporters.composition.element import Composition
from proceedings_editor.exporters.docx.xml import DECLARATIONS, twips, twips_of_cm, xml_value
from proceedings_editor.model.template import StyleName, TextStyle
from proceedings_editor.templates.word_style import STYLE_IDS

OUTLINE_LEVELS: Final[dict[StyleName, int]] = {
    "title": 1,
    "heading_1": 2,
    "heading_2": 3,
    "heading_3": 4,
    "heading_4": 5,
    "reference_heading": 2,
}
"""What a style is in the outline; a place that differs says so itself."""

HYPERLINK: Final = "Hyperlink"
NOTE_MARK: Final = "FootnoteReference"
TABLE: Final = "TableGrid"
CODE_FONT: Final = "Courier New"

_ALIGNMENTS: Final = {"left": "left", "center": "center", "right": "right", "justify": "both"}


def styles_xml(composition: Composition) -> bytes:
    """Return the whole styles part of a document."""
    looks = dict(composition.styles)
    paragraphs = "".join(_paragraph_style(name, looks[name], composition.font) for name in STYLE_IDS if name in looks)
    return (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:styles {DECLARATIONS}>'
        f"{_defaults(composition)}{paragraphs}{_FIXED}</w:styles>"
    ).encode()


def paragraph_properties(
    look: TextStyle, *, numbering: str = "", level: int = 0, tabs: str = "", contextual: bool = False
) -> str:
    """Return the inside of a `w:pPr` (without `w:pStyle`) that gives a paragraph this look.

    Args:
        look: The look.
        numbering: A `w:numPr`.
        level: Outline level from 1, 0 for none.
        tabs: A `w:tabs`.
        contextual: No space between neighbours of the same style.
    """
    keep = "<w:keepNext/>" if look.keep_with_next else ""
    outline = f'<w:outlineLvl w:val="{level - 1}"/>' if level else ""
    return (
        f'{keep}<w:widowControl/>{numbering}{tabs}<w:spacing w:before="{twips(look.space_before)}" '
        f'w:after="{twips(look.space_after)}" w:line="{round(240 * look.line_spacing)}" w:lineRule="auto"/>'
        f"{_indent(look)}{'<w:contextualSpacing/>' if contextual else ''}{alignment(look)}{outline}"
    )


def alignment(look: TextStyle) -> str:
    """Return the `w:jc` of a look."""
    return f'<w:jc w:val="{_ALIGNMENTS[look.align]}"/>'


def _indent(look: TextStyle) -> str:
    first = twips_of_cm(look.indent)
    direction = f'w:firstLine="{first}"' if first >= 0 else f'w:hanging="{-first}"'
    return f'<w:ind w:left="{twips_of_cm(look.left)}" w:right="{twips_of_cm(look.right)}" {direction}/>'


def _paragraph_style(name: StyleName, look: TextStyle, font: str) -> str:
    identity, shown = STYLE_IDS[name]
    level = OUTLINE_LEVELS.get(name, 0)
    base = "" if identity == "Normal" else '<w:basedOn w:val="Normal"/>'
    default = ' w:default="1"' if identity == "Normal" else ""
    contextual = name == "listing"  # each line of program text is a paragraph of its own
    following = '<w:next w:val="Normal"/>' if level else ""
    return (
        f'<w:style w:type="paragraph"{default} w:styleId="{identity}"><w:name w:val="{shown}"/>{base}{following}'
        f"<w:qFormat/><w:pPr>{paragraph_properties(look, level=level, contextual=contextual)}</w:pPr>"
        f"<w:rPr>{_fonts(look.font or font)}{_weight(look)}</w:rPr></w:style>"
    )


def _weight(look: TextStyle) -> str:
    toggles = "".join(
        f"<w:{tag}{'' if wanted else off}/>"
        for tag, wanted, off in (("b", look.bold, ' w:val="0"'), ("i", look.italic, ' w:val="0"'))
    )
    half_points = round(look.size * 2)
    underline = '<w:u w:val="single"/>' if look.underline else ""
    return f'{toggles}<w:color w:val="auto"/><w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>{underline}'


def _fonts(family: str) -> str:
    name = xml_value(family)
    return f'<w:rFonts w:ascii="{name}" w:hAnsi="{name}" w:eastAsia="{name}" w:cs="{name}"/>'


def _defaults(composition: Composition) -> str:
    language = xml_value(locale_of(composition.language))
    return (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{_fonts(composition.font)}"
        f'<w:lang w:val="{language}" w:eastAsia="{language}" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        "<w:pPrDefault/></w:docDefaults>"
    )


def locale_of(language: str) -> str:
    """Return the language tag with the region Word wants for its proofing tools."""
    return {"kk": "kk-KZ", "ru": "ru-RU", "en": "en-US"}.get(language, language)


_FIXED: Final = (
    '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
    '<w:name w:val="Default Paragraph Font"/></w:style>'
    f'<w:style w:type="character" w:styleId="{HYPERLINK}"><w:name w:val="Hyperlink"/></w:style>'
    f'<w:style w:type="character" w:styleId="{NOTE_MARK}"><w:name w:val="footnote reference"/>'
    '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>'
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr>'
    '<w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="80" w:type="dxa"/>'
    '<w:bottom w:w="0" w:type="dxa"/><w:right w:w="80" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
    f'<w:style w:type="table" w:styleId="{TABLE}"><w:name w:val="Table Grid"/><w:basedOn w:val="TableNormal"/><w:tblPr>'
    "<w:tblBorders>"
    + "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    + "</w:tblBorders></w:tblPr></w:style>"
)
