"""Links: one annotation for each line of words that lead somewhere (ISO 32000-1, 12.5.6.5; ISO 14289-1, 7.18.5)."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final
from urllib.parse import quote

from proceedings_editor.exporters.pdf.box import Box, line_boxes
from proceedings_editor.exporters.pdf.file import PdfFile
from proceedings_editor.exporters.pdf.placed import ARTIFACT, Layout, Node, TextMark
from proceedings_editor.exporters.pdf.syntax import dictionary, rectangle, reference, text_string

_PRINTED: Final = "4"  # annotation flags: print, and nothing else (ISO 19005-2, 6.3.2)
_KEPT_IN_ADDRESSES: Final = "!#$%&'()*+,/:;=?@[]~"
NOWHERE: Final = -1


@dataclass(frozen=True, slots=True)
class Annotation:
    """A link that can be clicked: its object number, the page it lies on, and the node it belongs to."""

    number: int
    page: int
    node: int


def link_of_each(nodes: Sequence[Node], bookmarks: Container[str]) -> list[int]:
    """Return for every node the link it stands in or is, NOWHERE for none.

    A link without address to a bookmark the document lacks (a part was exported alone) leads nowhere.
    """
    found: list[int] = []
    for index, node in enumerate(nodes):
        leads = node.role == "Link" and (node.url or node.target in bookmarks)
        above = found[node.parent] if node.parent >= 0 else NOWHERE
        found.append(index if leads else above)
    return found


def write_links(file: PdfFile, layout: Layout, pages: Sequence[int]) -> list[Annotation]:
    """Add the annotations of all pages to `file`, in the order of the text.

    Args:
        file: Where they go.
        layout: The pages' marks.
        pages: Object numbers of the pages.
    """
    links = link_of_each(layout.nodes, layout.bookmarks)
    annotations: list[Annotation] = []
    for page, (node, box) in _placed(layout, links):
        key = len(pages) + len(annotations)
        body = _annotation(layout.nodes[node], box, pages[page], key)
        annotations.append(Annotation(file.add(body), page, node))
    return annotations


def _placed(layout: Layout, links: Sequence[int]) -> Iterator[tuple[int, tuple[int, Box]]]:
    for index, page in enumerate(layout.pages):
        marks = (m for m in page.marks if type(m) is TextMark and m.node != ARTIFACT)
        for node, linked in groupby(marks, lambda mark: links[mark.node]):
            if node != NOWHERE:
                for box in line_boxes(linked):
                    yield index, (node, box)


def _annotation(node: Node, box: Box, page: int, key: int) -> str:
    where = text_string(node.target)
    action = dictionary({"S": "/URI", "URI": text_string(quote(node.url, safe=_KEPT_IN_ADDRESSES))})
    entries = {
        "Type": "/Annot",
        "Subtype": "/Link",
        "Rect": rectangle(box),
        "P": reference(page),
        "F": _PRINTED,
        "Border": "[0 0 0]",
        "Contents": text_string(node.alt or node.url or node.target),
        "StructParent": str(key),
        "A": action if node.url else "",
        "Dest": "" if node.url else where,
    }
    return dictionary(entries)
