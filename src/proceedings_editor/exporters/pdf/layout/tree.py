"""The structure tree while a document is laid out."""

from __future__ import annotations

from typing import Final, Literal

from proceedings_editor.exporters.composition.element import CellElement, Words
from proceedings_editor.exporters.pdf.placed import Node, Role

_NUMBERINGS: Final = {
    "1": "Decimal", "a": "LowerAlpha", "A": "UpperAlpha", "i": "LowerRoman", "I": "UpperRoman",
    "•": "Disc", "●": "Disc", "○": "Circle", "◦": "Circle", "■": "Square", "▪": "Square",
}  # fmt: skip
_SCOPES: Final[dict[str, Literal["", "Row", "Column"]]] = {"": "", "row": "Row", "column": "Column"}
_HEADINGS: Final[tuple[Role, ...]] = ("P", "H1", "H2", "H3", "H4", "H5", "H6")


class Tree:
    """Collects structure elements; children come after their parents, in reading order."""

    def __init__(self) -> None:
        self.nodes: list[Node] = []
        self._notes = 0
        self._level = 0

    def add(self, role: Role, parent: int) -> int:
        """Add a plain element below `parent` and return its index."""
        return self._add(Node(role, parent))

    def section(self, parent: int, language: str) -> int:
        """Add a part of the document."""
        return self._add(Node("Sect", parent, language=language))

    def heading(self, parent: int, level: int) -> int:
        """Add a heading, a paragraph for level 0; levels never skip (ISO 14289-1, 7.4.2), whatever was left out."""
        level = min(max(level, 0), len(_HEADINGS) - 1, self._level + 1)
        self._level = level or self._level
        return self._add(Node(_HEADINGS[level], parent))

    def wrap(self, parent: int, words: Words) -> int:
        """Add what words need below their paragraph `parent`: link, foreign language, code; return the innermost."""
        if words.url or words.target:
            parent = self._add(Node("Link", parent, alt=words.text.strip(), url=words.url, target=words.target))
        if words.language:
            parent = self._add(Node("Span", parent, language=words.language))
        if words.code:
            parent = self._add(Node("Code", parent))
        return parent

    def list(self, parent: int, marker: str, *, ordered: bool) -> int:
        """Add a list, with the numbering its marker shows (ISO 32000-1, table 347)."""
        numbering = next((name for sign, name in _NUMBERINGS.items() if sign in marker), "")
        return self._add(Node("L", parent, numbering=numbering or ("Decimal" if ordered else "None")))

    def table(self, parent: int, summary: str) -> int:
        """Add a table."""
        return self._add(Node("Table", parent, summary=summary))

    def cell(self, parent: int, cell: CellElement, columns: int, rows: int) -> int:
        """Add a cell as large as it is in its grid."""
        role: Role = "TH" if cell.header else "TD"
        return self._add(Node(role, parent, scope=_SCOPES[cell.header], columns=columns, rows=rows))

    def figure(self, parent: int, role: Role, alt: str) -> int:
        """Add a figure or formula with its alternative text."""
        return self._add(Node(role, parent, alt=alt))

    def reference(self, parent: int) -> tuple[int, str]:
        """Add a footnote's mark; return its index and the note's id, unique in the document."""
        self._notes += 1
        name = f"note-{self._notes}"
        return self._add(Node("Reference", parent, note=name)), name

    def note(self, parent: int, name: str) -> int:
        """Add the footnote of a mark."""
        return self._add(Node("Note", parent, note=name))

    def _add(self, node: Node) -> int:
        self.nodes.append(node)
        return len(self.nodes) - 1
