"""The inner links of a DOCX file, which no schema validator follows: styles, numberings, relations, marks, notes.

Word repairs or refuses a file where one of them leads nowhere; LibreOffice silently drops what it cannot find.
"""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from collections import Counter
from collections.abc import Iterator
from typing import Final

from lxml import etree

from proceedings_editor.exporters.docx.xml import NAMESPACES

W: Final = f"{{{NAMESPACES['w']}}}"
R: Final = f"{{{NAMESPACES['r']}}}"
DRAWING: Final = f"{{{NAMESPACES['wp']}}}docPr"

_STYLE_TYPES: Final = {"pStyle": "paragraph", "rStyle": "character", "tblStyle": "table"}
_CONTENT_TYPES: Final = "[Content_Types].xml"


def parts(data: bytes) -> dict[str, bytes]:
    """Return the parts of a package by name."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def tree(data: bytes, name: str) -> etree._Element:
    """Return a part's root element."""
    return etree.fromstring(parts(data)[name])


def faults(data: bytes) -> list[str]:
    """Return every link that leads nowhere and every name that is given twice, as sentences."""
    files = parts(data)
    trees = {name: etree.fromstring(part) for name, part in files.items() if name.endswith(".xml")}
    stories = {name: root for name, root in trees.items() if name.startswith("word/")}
    return [
        *_typed(files, trees[_CONTENT_TYPES]),
        *_related(files, stories),
        *_styled(stories),
        *_numbered(stories),
        *_marked(stories),
        *_noted(stories),
    ]


def _typed(files: dict[str, bytes], types: etree._Element) -> Iterator[str]:
    """Every part has a content type, every type has its part."""
    endings = {node.get("Extension") for node in types if node.tag.endswith("Default")}
    named = {(node.get("PartName") or "").lstrip("/") for node in types if node.tag.endswith("Override")}
    for name in files:
        if name != _CONTENT_TYPES and name not in named and name.rpartition(".")[2] not in endings:
            yield f"{name} has no content type"
    yield from (f"the type of {name}, which is not there" for name in named - set(files))


def _related(files: dict[str, bytes], stories: dict[str, etree._Element]) -> Iterator[str]:
    """Every relation id used is defined in the part's own relations, every target inside is there, none is unused."""
    for name, root in stories.items():
        folder, file = posixpath.split(name)
        source = files.get(f"{folder}/_rels/{file}.rels")
        relations = list(etree.fromstring(source)) if source else []
        used = {value for node in root.iter() for key, value in node.attrib.items() if key.startswith(R)}
        yield from (f"{name}: relation {identity}" for identity in used - {one.get("Id") for one in relations})
        yield from _targets(name, folder, relations, set(files), used)


def _targets(name: str, folder: str, relations: list[etree._Element], files: set[str], used: set[str]) -> Iterator[str]:
    for relation in relations:
        identity, target = relation.get("Id") or "", relation.get("Target") or ""
        outside = relation.get("TargetMode") == "External"
        if not outside and posixpath.normpath(posixpath.join(folder, target)) not in files:
            yield f"{name}: target {target}"
        if (outside or "/media/" in f"/{target}") and identity not in used:
            yield f"{name}: relation {identity} is not used"


def _styled(stories: dict[str, etree._Element]) -> Iterator[str]:
    styles = [
        (style.get(f"{W}type"), style.get(f"{W}styleId")) for style in stories["word/styles.xml"].iter(f"{W}style")
    ]
    yield from (f"style {identity} twice" for (_, identity), times in Counter(styles).items() if times > 1)
    for name, root in stories.items():
        for tag, kind in _STYLE_TYPES.items():
            for node in root.iter(f"{W}{tag}"):
                if (kind, node.get(f"{W}val")) not in styles:
                    yield f"{name}: {kind} style {node.get(f'{W}val')}"
    for style in stories["word/styles.xml"].iter(f"{W}style"):
        for tag in ("basedOn", "next", "link"):
            for node in style.findall(f"{W}{tag}"):
                if (style.get(f"{W}type"), node.get(f"{W}val")) not in styles:
                    yield f"style {style.get(f'{W}styleId')}: {tag} {node.get(f'{W}val')}"


def _numbered(stories: dict[str, etree._Element]) -> Iterator[str]:
    """Every list has a numbering of its own, every numbering a definition, and none is left over."""
    numbering = stories["word/numbering.xml"]
    numbers = {num.get(f"{W}numId"): num for num in numbering.iter(f"{W}num")}
    definitions = {node.get(f"{W}abstractNumId"): node for node in numbering.iter(f"{W}abstractNum")}
    used = {
        (node.findtext(f"{W}ilvl") or node.find(f"{W}ilvl").get(f"{W}val"), node.find(f"{W}numId").get(f"{W}val"))
        for name, root in stories.items()
        if name != "word/numbering.xml"
        for node in root.iter(f"{W}numPr")
    }
    yield from (f"numbering {identity}" for _, identity in used if identity not in numbers)
    yield from (f"numbering {identity} is not used" for identity in set(numbers) - {number for _, number in used})
    leads = {identity: num.find(f"{W}abstractNumId").get(f"{W}val") for identity, num in numbers.items()}
    yield from (f"definition {identity}" for identity in set(leads.values()) ^ set(definitions))
    for level, identity in used:
        levels = definitions[leads[identity]].iter(f"{W}lvl") if leads.get(identity) in definitions else ()
        if level not in {found.get(f"{W}ilvl") for found in levels}:
            yield f"numbering {identity} has no level {level}"


def _marked(stories: dict[str, etree._Element]) -> Iterator[str]:
    """Bookmarks have one name and one id each, begin and end, and every link inside leads to one."""
    starts = [node for root in stories.values() for node in root.iter(f"{W}bookmarkStart")]
    ends = Counter(node.get(f"{W}id") for root in stories.values() for node in root.iter(f"{W}bookmarkEnd"))
    ids = Counter(node.get(f"{W}id") for node in starts)
    names = Counter((node.get(f"{W}name") or "").casefold() for node in starts)
    yield from (f"bookmark {name} twice" for name, times in names.items() if times > 1)
    yield from (f"bookmark name {name}" for name in names if not re.fullmatch(r"[^\W\d]\w{0,39}", name))
    if ids != ends or any(times > 1 for times in ids.values()):
        yield f"bookmark ids {(ids - ends) + (ends - ids)}"
    for name, root in stories.items():
        for link in root.iter(f"{W}hyperlink"):
            anchor = link.get(f"{W}anchor")
            if anchor is not None and anchor.casefold() not in names:
                yield f"{name}: link to {anchor}"
    drawings = Counter(node.get("id") for root in stories.values() for node in root.iter(DRAWING))
    yield from (f"drawing {identity} twice" for identity, times in drawings.items() if times > 1)


def _noted(stories: dict[str, etree._Element]) -> Iterator[str]:
    """Every footnote has one mark, every mark its footnote."""
    marks = Counter(node.get(f"{W}id") for root in stories.values() for node in root.iter(f"{W}footnoteReference"))
    notes = stories.get("word/footnotes.xml")
    found = Counter(
        node.get(f"{W}id")
        for node in (notes.iter(f"{W}footnote") if notes is not None else ())
        if not node.get(f"{W}type")
    )
    yield from (f"footnote {identity}" for identity in (marks - found) + (found - marks))
