"""From a layout to a file: pages, fonts and pictures, and around them what archives and readers ask for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from proceedings_editor.exporters.composition.element import Composition
from proceedings_editor.exporters.pdf.archive import archival_entries, write_information
from proceedings_editor.exporters.pdf.box import Box, box_of, union
from proceedings_editor.exporters.pdf.content import ContentWriter, PageContent
from proceedings_editor.exporters.pdf.file import PdfFile
from proceedings_editor.exporters.pdf.link import Annotation, write_links
from proceedings_editor.exporters.pdf.navigation import spell_bookmarks, spell_labels, write_outline
from proceedings_editor.exporters.pdf.picture import read_picture
from proceedings_editor.exporters.pdf.placed import ARTIFACT, Layout, Mark, Page
from proceedings_editor.exporters.pdf.structure import Drawn, write_structure
from proceedings_editor.exporters.pdf.subset import Subsets
from proceedings_editor.exporters.pdf.syntax import array, dictionary, rectangle, reference

_BOXED: Final = ("Figure", "Formula")
_UNBOXED: Final = -1


def paint(layout: Layout, composition: Composition, *, archival: bool) -> bytes:
    """Paint a layout.

    Args:
        layout: The laid-out pages.
        composition: What the metadata say.
        archival: With everything PDF/A-2a and PDF/UA-1 ask for; without it the file has the same pages and is made
            for looking at them only.

    Raises:
        ReadError: A picture cannot be read.
        WriteError: A face lacks a character.
    """
    file, subsets = PdfFile(), Subsets()
    writer = ContentWriter(layout.nodes, subsets, tagged=archival)
    contents = [writer.write(page) for page in layout.pages]
    tree = file.reserve()
    pages = [file.reserve() for _ in layout.pages]
    annotations = write_links(file, layout, pages) if archival else []
    _write_pages(file, layout.pages, contents, _Shared(tree, pages, annotations, subsets.write(file)))
    entries = {"Type": "/Catalog", "Pages": reference(tree)}
    if archival:
        drawn = Drawn(pages, contents, annotations, _boxes(layout))
        entries |= {
            **archival_entries(file, composition),
            **_navigation(file, layout, pages),
            "StructTreeRoot": reference(write_structure(file, layout.nodes, drawn)),
        }
    return file.to_bytes(file.add(dictionary(entries)), write_information(file, composition))


def _navigation(file: PdfFile, layout: Layout, pages: Sequence[int]) -> dict[str, str]:
    outline = write_outline(file, layout.outline, pages)
    return {
        "Outlines": reference(outline) if outline else "",
        "PageLabels": spell_labels(layout.pages),
        "Names": spell_bookmarks(layout.bookmarks, pages),
    }


# ------------------------------------------------------------------------------------------------- pages


@dataclass(frozen=True, slots=True)
class _Shared:
    """What the pages of a file refer to, as object numbers: the page tree, each page, links, fonts by name."""

    tree: int
    pages: Sequence[int]
    annotations: Sequence[Annotation]
    fonts: Mapping[str, int]


def _write_pages(file: PdfFile, pages: Sequence[Page], contents: Sequence[PageContent], shared: _Shared) -> None:
    links: dict[int, list[str]] = {}
    for annotation in shared.annotations:
        links.setdefault(annotation.page, []).append(reference(annotation.number))
    pictures = _write_pictures(file, contents)
    for index, (page, content) in enumerate(zip(pages, contents, strict=True)):
        entries = {
            "Type": "/Page",
            "Parent": reference(shared.tree),
            "MediaBox": rectangle((0, 0, page.width, page.height)),
            "Resources": _resources(content, shared.fonts, pictures),
            "Contents": reference(file.add_stream({}, content.stream)),
            "Annots": array(links[index]) if index in links else "",
            "Tabs": "/S",  # the tab key follows the structure
            "StructParents": str(index),
        }
        file.put(shared.pages[index], dictionary(entries))
    kids = array(map(reference, shared.pages))
    file.put(shared.tree, dictionary({"Type": "/Pages", "Count": str(len(pages)), "Kids": kids}))


def _resources(content: PageContent, fonts: Mapping[str, int], pictures: Mapping[Path, int]) -> str:
    """Spell what this page uses and no more, so that pages cut out later carry nothing of the others."""
    used = {key: reference(fonts[key]) for key in sorted(content.fonts)}
    shown = {key: reference(pictures[path]) for key, path in content.pictures.items()}
    entries = {
        "Font": dictionary(used) if used else "",
        "XObject": dictionary(shown) if shown else "",
    }
    return dictionary(entries)


def _write_pictures(file: PdfFile, contents: Sequence[PageContent]) -> dict[Path, int]:
    """Add each picture file once."""
    paths = dict.fromkeys(path for content in contents for path in content.pictures.values())
    return {path: read_picture(path).write(file) for path in paths}


# ------------------------------------------------------------------------------------------------- boxes


def _boxes(layout: Layout) -> dict[int, Box]:
    """Find the room of each figure and formula on the page where it begins."""
    owners: list[int] = []
    for index, node in enumerate(layout.nodes):
        above = owners[node.parent] if node.parent >= 0 else _UNBOXED
        owners.append(index if node.role in _BOXED else above)
    if all(owner == _UNBOXED for owner in owners):
        return {}
    found: dict[int, Box] = {}
    for page in layout.pages:
        here: dict[int, list[Mark]] = {}
        for mark in page.marks:
            if mark.node != ARTIFACT and owners[mark.node] != _UNBOXED:
                here.setdefault(owners[mark.node], []).append(mark)
        found = {owner: union(map(box_of, marks)) for owner, marks in here.items()} | found
    return found
