"""The structure tree while a document is laid out."""

from __future__ import annotations

from typing import Any

from proceedings_editor.exporters.pdf.placed import Node, Role


class Tree:
    """Collects structure elements in reading order."""

    def __init__(self) -> None:
        self.nodes: list[Node] = []

    def add(self, role: Role, parent: int, **facts: Any) -> int:  # noqa: ANN401  # the attributes of Node
        """Add an element below `parent` and return its index."""
        self.nodes.append(Node(role, parent, **facts))
        return len(self.nodes) - 1
