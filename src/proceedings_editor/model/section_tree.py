"""Changes of a collection's section tree: pure functions from tree to tree, which has two levels."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from proceedings_editor.language.section_number import to_roman
from proceedings_editor.model.collection import Section

Tree = tuple[Section, ...]


def ids_in(sections: Iterable[Section]) -> Iterator[str]:
    """Yield the ids of sections and of all below them, in printed order."""
    for section in sections:
        yield section.id
        yield from ids_in(section.sections)


def section_in(tree: Tree, section_id: str) -> Section | None:
    """Return the section with this id, None where the tree lacks it."""
    return next((one for top in tree for one in (top, *top.sections) if one.id == section_id), None)


def without(tree: Tree, section_id: str) -> Tree:
    """Return the tree without a section and all below it."""
    return tuple(
        replace(top, sections=tuple(one for one in top.sections if one.id != section_id))
        for top in tree
        if top.id != section_id
    )


def indented(tree: Tree, section_id: str) -> Tree | None:
    """Return the tree with a section as the last one below its predecessor; None where it cannot go there.

    A section with subsections of its own stays: there is no third level.
    """
    place = _place(tree, section_id)
    if place < 1 or tree[place].sections:
        return None
    above = replace(tree[place - 1], sections=(*tree[place - 1].sections, tree[place]))
    return (*tree[: place - 1], above, *tree[place + 1 :])


def outdented(tree: Tree, section_id: str) -> Tree | None:
    """Return the tree with a subsection as a section behind the one it was in; None where it is no subsection."""
    for place, top in enumerate(tree):
        below = _place(top.sections, section_id)
        if below >= 0:
            rest = without(tree, section_id)
            return (*rest[: place + 1], top.sections[below], *rest[place + 1 :])
    return None


def numbered(tree: Tree) -> Tree:
    """Return the tree numbered I, II, III… and, below each section, anew."""
    return tuple(
        replace(section, number=to_roman(number), sections=numbered(section.sections))
        for number, section in enumerate(tree, start=1)
    )


def _place(sections: Tree, section_id: str) -> int:
    return next((place for place, one in enumerate(sections) if one.id == section_id), -1)
