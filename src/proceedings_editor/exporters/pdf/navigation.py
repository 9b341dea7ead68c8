"""Ways into a document: outline, page labels, bookmarks (ISO 32000-1, 12.3 and 12.4.2)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from proceedings_editor.exporters.pdf.file import PdfFile
from proceedings_editor.exporters.pdf.placed import OutlineItem, Page
from proceedings_editor.exporters.pdf.syntax import (
    array,
    dictionary,
    name_tree,
    real,
    reference,
    text_string,
)

_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


def spell_labels(pages: Sequence[Page]) -> str:
    """Spell the page labels: runs of Arabic or small Roman numbers, other labels letter for letter."""
    ranges = []
    expected = ("", -1)
    for index, page in enumerate(pages):
        style, value = _style_of(page.label, expected)
        if (style, value) != expected or not style:
            start = {"S": f"/{style}", "St": str(value)} if style else {"P": text_string(page.label)}
            ranges.append(f"{index} {dictionary(start)}")
        expected = (style, value + 1)
    return dictionary({"Nums": array(ranges)})


def _style_of(label: str, expected: tuple[str, int]) -> tuple[str, int]:
    """Read a label as a number: ("D", 323) for "323", ("r", 4) for "iv", ("", 0) for anything else."""
    if label.isascii() and label.isdigit() and label[0] != "0":
        return "D", int(label)
    if expected[0] == "r" and label == _roman(expected[1]):
        return expected
    value = next((n for n in range(1, 40) if _roman(n) == label), 0)
    return ("r", value) if value else ("", 0)


def _roman(value: int) -> str:
    letters = []
    for worth, letter in _ROMAN:
        count, value = divmod(value, worth)
        letters.append(letter * count)
    return "".join(letters)


def spell_bookmarks(bookmarks: Mapping[str, tuple[int, float]], pages: Sequence[int]) -> str:
    """Spell the named destinations: the top of each place, at the zoom the reader has; "" where there are none."""
    places = {key: _destination(pages[page], y) for key, (page, y) in bookmarks.items()}
    return dictionary({"Dests": name_tree(places)}) if places else ""


def _destination(page: int, y: float) -> str:
    return array((reference(page), "/XYZ null", real(y), "null"))


def write_outline(file: PdfFile, outline: Sequence[OutlineItem], pages: Sequence[int]) -> int:
    """Add the outline to `file`, all of it open, and return the number of its root; 0 where it is empty.

    Levels may skip: an item stands below the last one before it that has a smaller level.
    """
    if not outline:
        return 0
    root = file.reserve()
    first = file.reserve(len(outline))
    children = _children(outline)
    for parent, items in children.items():
        for place, index in enumerate(items):
            item = outline[index]
            entries = {
                "Title": text_string(item.title),
                "Parent": reference(root if parent < 0 else first + parent),
                "Prev": reference(first + items[place - 1]) if place else "",
                "Next": reference(first + items[place + 1]) if place + 1 < len(items) else "",
                **_ends(children, index, first),
                "Dest": _destination(pages[item.page], item.y),
            }
            file.put(first + index, dictionary(entries))
    file.put(root, dictionary({"Type": "/Outlines", **_ends(children, -1, first)}))
    return root


def _children(outline: Sequence[OutlineItem]) -> dict[int, list[int]]:
    """Find the items below each item; -1 is the root."""
    children: dict[int, list[int]] = {}
    above: list[int] = []
    for index, item in enumerate(outline):
        while above and outline[above[-1]].level >= item.level:
            above.pop()
        children.setdefault(above[-1] if above else -1, []).append(index)
        above.append(index)
    return children


def _ends(children: Mapping[int, list[int]], index: int, first: int) -> dict[str, str]:
    """Spell First, Last and Count of an item with others below it; all are open, so all of them count."""
    below = children.get(index)
    if not below:
        return {}
    count = sum(1 for _ in _all_below(children, index))
    return {
        "First": reference(first + below[0]),
        "Last": reference(first + below[-1]),
        "Count": str(count),
    }


def _all_below(children: Mapping[int, list[int]], index: int) -> Iterator[int]:
    for child in children.get(index, ()):
        yield child
        yield from _all_below(children, child)
