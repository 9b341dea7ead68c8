"""Footnotes: a mark in the text and a note below that lead to each other, as every program writes them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from lxml.etree import _Element

_WORDS_MARK: Final = re.compile(r"mso-(?:foot|end)note-id", re.I)
_MOST: Final = 3000
"""Links that are looked at; no article has more notes."""
_HOMES: Final = ("div", "li", "p", "dd", "aside", "section")


@dataclass(slots=True)
class Notes:
    """What stands for notes in one tree.

    Attributes:
        homes: The element that holds a note's text, for each mark in the text.
        backs: The links that lead from a note back to its mark; they are no text.
        orphans: Marks of notes whose text is not there.
    """

    homes: dict[_Element, _Element] = field(default_factory=dict)
    backs: set[_Element] = field(default_factory=set)
    orphans: set[_Element] = field(default_factory=set)

    @property
    def apart(self) -> frozenset[_Element]:
        """The elements that are no part of the running text."""
        return frozenset(self.homes.values())


def notes_of(elements: Iterable[_Element]) -> Notes:
    """Return the notes of a tree.

    A link is a mark when it comes before what it leads to, and a link there (or inside) leads back to it.
    """
    notes = Notes()
    links: list[_Element] = []
    named: dict[str, _Element] = {}
    for node in elements:
        for name in filter(None, (node.get("id"), node.get("name"))):
            named.setdefault(name, node)
        if node.tag == "a" and node.get("href") and len(links) < _MOST:
            links.append(node)
    leading = {link: named.get(_target(link)) for link in links}
    for mark in links:
        target = leading[mark]
        if mark in notes.backs or mark in notes.homes:
            continue
        back = _back(mark, target, leading) if target is not None else None
        home = _home(back, target) if back is not None and target is not None else None
        if back is not None and home is not None and mark not in home.iter():
            notes.homes[mark] = home
            notes.backs.add(back)
        elif target is None and _WORDS_MARK.search(mark.get("style") or ""):
            notes.orphans.add(mark)
    return notes


def is_remark(node: _Element) -> bool:
    """Say whether an element is what Word writes of a reviewer's comment: its mark or its list."""
    style = (node.get("style") or "").lower()
    return "mso-element:comment" in style.replace(" ", "") or "msocomanchor" in (node.get("class") or "").lower()


def is_counted_remark(node: _Element) -> bool:
    """Say whether an element is the mark of a comment, of which each comment has one."""
    return "msocomanchor" in (node.get("class") or "").lower()


def _target(link: _Element) -> str:
    href = link.get("href") or ""
    return href.rpartition("#")[2] if "#" in href else ""


def _back(mark: _Element, target: _Element, leading: dict[_Element, _Element | None]) -> _Element | None:
    """Return the link at or in the target that leads back to the mark."""
    inner = [target] if target.tag == "a" else list(target.iter("a"))
    for link in inner:
        there = leading.get(link)
        if link is not mark and there is not None and (there is mark or (mark in there.iter() and there.tag == "sup")):
            return link
    return None


def _home(back: _Element, target: _Element) -> _Element | None:
    """Return the element with the note's text: one that holds no other note."""
    if target.tag in _HOMES:
        return target
    homes = [node for node in back.iterancestors() if node.tag in _HOMES]
    if not homes:
        return None
    return homes[1] if len(homes) > 1 and homes[0].tag == "p" and _is_of_one(homes[1], back) else homes[0]


def _is_of_one(node: _Element, back: _Element) -> bool:
    """Say whether an element is the box of one note alone."""
    style = (node.get("style") or "").lower().replace(" ", "")
    if re.search(r"mso-element:(?:foot|end)note(?:;|$)", style):
        return True
    name = node.get("id") or ""
    return bool(re.fullmatch(r"(?:sdfootnote|sdendnote|ftn|edn)\d+", name)) and back in node.iter("a")
