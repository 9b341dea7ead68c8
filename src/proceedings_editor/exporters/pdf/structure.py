"""The structure tree: what the marks mean, in reading order (ISO 32000-1, 14.7 and 14.8; ISO 14289-1).

A node has two sorts of children: its own marked-content sequences, whose order the pages give, and other nodes, whose
order their indexes give. A node stands where its first mark stands; one without marks (an empty cell) stands before the
next of its siblings.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from proceedings_editor.exporters.pdf.box import Box
from proceedings_editor.exporters.pdf.content import PageContent
from proceedings_editor.exporters.pdf.file import PdfFile
from proceedings_editor.exporters.pdf.link import Annotation
from proceedings_editor.exporters.pdf.placed import Node
from proceedings_editor.exporters.pdf.syntax import (
    array,
    dictionary,
    name,
    name_tree,
    rectangle,
    reference,
    text_string,
)

_Attributes = Callable[[Node], dict[str, str]]


@dataclass(frozen=True, slots=True)
class Drawn:
    """What was drawn and where it went in the file, for the tree to refer to.

    Attributes:
        pages: Object numbers of the pages.
        contents: What stands on each page.
        annotations: The links of all pages; the key of the first in the parent tree is the number of pages.
        boxes: Room of each figure and formula.
    """

    pages: Sequence[int]
    contents: Sequence[PageContent]
    annotations: Sequence[Annotation]
    boxes: Mapping[int, Box]


def write_structure(file: PdfFile, nodes: Sequence[Node], drawn: Drawn) -> int:
    """Add the whole tree to `file` and return the number of its root."""
    root = file.reserve()
    first = file.reserve(len(nodes))
    kids, pages = _kids(nodes, drawn, first)
    for index, node in enumerate(nodes):
        entries = {
            "S": name(node.role),
            "P": reference(root if node.parent < 0 else first + node.parent),
            "Pg": reference(drawn.pages[pages[index]]) if index in pages else "",
            "K": array(kids[index]) if kids[index] else "",
            **_texts(node),
            "ID": text_string(_identifier(node, index)) if node.role == "Note" else "",
            "A": _attributes(node, drawn.boxes.get(index)),
        }
        file.put(first + index, dictionary(entries))
    tree = {
        "Type": "/StructTreeRoot",
        "K": array(reference(first + index) for index, node in enumerate(nodes) if node.parent < 0),
        "ParentTree": reference(_write_parent_tree(file, drawn, first)),
        "ParentTreeNextKey": str(len(drawn.pages) + len(drawn.annotations)),
        "IDTree": _identifiers(nodes, first),
    }
    file.put(root, dictionary(tree))
    return root


# ----------------------------------------------------------------------------------------------------- order


def _kids(nodes: Sequence[Node], drawn: Drawn, first: int) -> tuple[list[list[str]], dict[int, int]]:
    """Spell the children of every node, and find the page of each node's first own mark."""
    order = _Order(nodes, first)
    pages: dict[int, int] = {}
    for page, content in enumerate(drawn.contents):
        for mark, node in enumerate(content.owners):
            order.reach(node)
            if pages.setdefault(node, page) == page:
                order.kids[node].append(str(mark))
            else:
                place = reference(drawn.pages[page])
                order.kids[node].append(f"<</Type /MCR /Pg {place} /MCID {mark}>>")
    order.finish()
    for annotation in drawn.annotations:
        place = reference(drawn.pages[annotation.page])
        order.kids[annotation.node].append(f"<</Type /OBJR /Obj {reference(annotation.number)} /Pg {place}>>")
    return order.kids, pages


class _Order:
    """Appends each node to its parent's children when it is reached, and before it the empty siblings passed over."""

    def __init__(self, nodes: Sequence[Node], first: int) -> None:
        self.kids: list[list[str]] = [[] for _ in nodes]
        self._nodes = nodes
        self._first = first
        self._waiting: list[list[int]] = [[] for _ in nodes]  # children not yet reached, last one first
        for index in range(len(nodes) - 1, 0, -1):
            self._waiting[nodes[index].parent].append(index)
        self._reached = [False] * len(nodes)

    def reach(self, node: int) -> None:
        """Put `node` and whatever stands above it into the tree, unless it is there."""
        while node >= 0 and not self._reached[node]:
            parent = self._nodes[node].parent
            self._reached[node] = True
            if parent >= 0:
                self._append_up_to(parent, node)
            node = parent

    def finish(self) -> None:
        """Append the nodes that were never reached."""
        for parent in range(len(self._nodes)):
            self._append_up_to(parent, len(self._nodes))

    def _append_up_to(self, parent: int, node: int) -> None:
        waiting = self._waiting[parent]
        while waiting and waiting[-1] <= node:
            child = waiting.pop()
            self._reached[child] = True
            self.kids[parent].append(reference(self._first + child))


# ------------------------------------------------------------------------------------------------ attributes


def _texts(node: Node) -> dict[str, str]:
    return {
        "Lang": text_string(node.language) if node.language else "",
        "Alt": text_string(node.alt) if node.alt else "",
        "ActualText": text_string(node.actual) if node.actual else "",
    }


def _attributes(node: Node, box: Box | None) -> str:
    """Spell the attribute object a role needs (ISO 32000-1, 14.8.5)."""
    if box is not None:
        return dictionary({"O": "/Layout", "BBox": rectangle(box)})
    find = _ATTRIBUTES.get(node.role)
    found = find(node) if find else {}
    return dictionary(found) if any(found.values()) else ""


def _of_cell(node: Node) -> dict[str, str]:
    entries = {
        "Scope": name(node.scope) if node.scope else "",
        "ColSpan": str(node.columns) if node.columns > 1 else "",
        "RowSpan": str(node.rows) if node.rows > 1 else "",
    }
    return {"O": "/Table", **entries} if any(entries.values()) else {}


def _of_table(node: Node) -> dict[str, str]:
    return {"O": "/Table", "Summary": text_string(node.summary)} if node.summary else {}


def _of_list(node: Node) -> dict[str, str]:
    return {"O": "/List", "ListNumbering": name(node.numbering)} if node.numbering else {}


_ATTRIBUTES: Final[Mapping[str, _Attributes]] = {
    "TH": _of_cell,
    "TD": _of_cell,
    "Table": _of_table,
    "L": _of_list,
}

# ----------------------------------------------------------------------------------------------------- trees


def _write_parent_tree(file: PdfFile, drawn: Drawn, first: int) -> int:
    """Write the way back from content to nodes: one array per page, then one node per link."""
    leaves = [array(reference(first + node) for node in content.owners) for content in drawn.contents]
    leaves += [reference(first + annotation.node) for annotation in drawn.annotations]
    return file.add(dictionary({"Nums": array(f"{key} {leaf}" for key, leaf in enumerate(leaves))}))


def _identifier(node: Node, index: int) -> str:
    """Name a note so that no other one is called the same, whatever the parts of a book call theirs."""
    return f"{node.note}.{index}"


def _identifiers(nodes: Sequence[Node], first: int) -> str:
    """Spell the tree that finds notes by their identifiers; "" where there are none."""
    notes = {
        _identifier(node, index): reference(first + index) for index, node in enumerate(nodes) if node.role == "Note"
    }
    return name_tree(notes) if notes else ""
