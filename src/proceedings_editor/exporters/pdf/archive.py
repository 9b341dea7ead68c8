"""What makes a file archival and accessible: metadata, the colour space of the output, and their claims.

The file claims PDF/A-2a (ISO 19005-2) and PDF/UA-1 (ISO 14289-1). Both claims stand in the XMP packet, the second with
the description of its schema, which PDF/A asks for because PDF/UA is younger.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final
from xml.sax.saxutils import escape, quoteattr

from PIL import ImageCms

from proceedings_editor.exporters.composition.element import Composition
from proceedings_editor.exporters.pdf.file import PdfFile
from proceedings_editor.exporters.pdf.syntax import array, dictionary, moment, reference, text_string

PRODUCER: Final = "proceedings-editor"
_SRGB: Final = "sRGB IEC61966-2.1"
_PROFILE_DATE: Final = slice(24, 36)
_FIXED_DATE: Final = b"\x07\xea\x00\x01\x00\x01" + bytes(6)  # 1 January 2026

_PACKET: Final = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about=""
 xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"
 xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaid:part>2</pdfaid:part>
<pdfaid:conformance>A</pdfaid:conformance>
<pdfuaid:part>1</pdfuaid:part>
{properties}
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 to which the file conforms</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>"""


def write_information(file: PdfFile, composition: Composition) -> int:
    """Add the information dictionary, which says the same as the XMP packet; return its number."""
    day = moment(composition.day) if composition.day else ""
    entries = {
        "Title": text_string(composition.title),
        "Author": text_string("; ".join(composition.authors)) if composition.authors else "",
        "Subject": text_string(composition.subject) if composition.subject else "",
        "Keywords": text_string(", ".join(composition.keywords)) if composition.keywords else "",
        "Creator": text_string(PRODUCER),
        "Producer": text_string(PRODUCER),
        "CreationDate": day,
        "ModDate": day,
    }
    return file.add(dictionary(entries))


def write_metadata(file: PdfFile, composition: Composition) -> int:
    """Add the XMP packet, not deflated so that any program finds it; return its number."""
    packet = _PACKET.format(properties="\n".join(_properties(composition)))
    entries = {"Type": "/Metadata", "Subtype": "/XML"}
    return file.add_stream(entries, packet.encode(), filtered=True)


def write_output_intent(file: PdfFile) -> int:
    """Add the statement that colours are sRGB (ISO 19005-2, 6.2.3); return its number."""
    profile = file.add_stream({"N": "3"}, _srgb_profile())
    entries = {
        "Type": "/OutputIntent",
        "S": "/GTS_PDFA1",
        "OutputConditionIdentifier": text_string(_SRGB),
        "Info": text_string(_SRGB),
        "DestOutputProfile": reference(profile),
    }
    return file.add(dictionary(entries))


def archival_entries(file: PdfFile, composition: Composition) -> dict[str, str]:
    """Add metadata and output intent; return the entries of the catalogue that name them."""
    return {
        "Metadata": reference(write_metadata(file, composition)),
        "OutputIntents": array((reference(write_output_intent(file)),)),
        "MarkInfo": "<</Marked true>>",
        "ViewerPreferences": "<</DisplayDocTitle true>>",
        "Lang": text_string(composition.language),
    }


@lru_cache(maxsize=1)
def _srgb_profile() -> bytes:
    """Make the profile once; its date is the moment of making, which would make every file different."""
    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    profile[_PROFILE_DATE] = _FIXED_DATE
    return bytes(profile)


# -------------------------------------------------------------------------------------------- properties


def _properties(composition: Composition) -> list[str]:
    found = [
        "<dc:format>application/pdf</dc:format>",
        _alternatives("title", composition.title, composition.language),
        _items("creator", "Seq", composition.authors),
        _items("language", "Bag", (composition.language,)),
        _alternatives("description", composition.subject, composition.language),
        _items("subject", "Bag", composition.keywords),
        _simple("pdf:Keywords", ", ".join(composition.keywords)),
        _simple("pdf:Producer", PRODUCER),
        _simple("xmp:CreatorTool", PRODUCER),
    ]
    if composition.day:
        moment = f"{composition.day}T00:00:00Z"
        found += [_simple("xmp:CreateDate", moment), _simple("xmp:ModifyDate", moment)]
    return [line for line in found if line]


def _simple(key: str, value: str) -> str:
    return f"<{key}>{_clean(value)}</{key}>" if value else ""


def _alternatives(key: str, value: str, language: str) -> str:
    """Spell a property that may be given in several languages; the first is the default one."""
    if not value:
        return ""
    items = "".join(f"<rdf:li xml:lang={quoteattr(tag)}>{_clean(value)}</rdf:li>" for tag in ("x-default", language))
    return f"<dc:{key}><rdf:Alt>{items}</rdf:Alt></dc:{key}>"


def _items(key: str, kind: str, values: tuple[str, ...]) -> str:
    if not values:
        return ""
    items = "".join(f"<rdf:li>{_clean(value)}</rdf:li>" for value in values)
    return f"<dc:{key}><rdf:{kind}>{items}</rdf:{kind}></dc:{key}>"


def _clean(value: str) -> str:
    """Escape for XML and leave out what XML cannot hold (controls, unpaired surrogates, U+FFFE)."""
    kept = "".join(c for c in value if c in "\t\n" or (c >= " " and not _is_forbidden(ord(c))))
    return escape(kept)


def _is_forbidden(code: int) -> bool:
    return 0xD800 <= code <= 0xDFFF or code in (0xFFFE, 0xFFFF)
