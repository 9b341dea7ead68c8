"""Reads an SVG file that comes from anybody, and lets through only what can be drawn without harm.

A drawing may ask for other files of this machine or of the network, hold programs, or describe in a few lines more
shapes than any machine can draw. What asks for something outside is refused, programs are left out, and the work of
drawing is added up before anything is drawn: of each element, and again wherever it is used.

Source: SVG 2 (https://www.w3.org/TR/SVG2/), of which the renderer knows the static part.
"""

from __future__ import annotations

import re
from base64 import b64decode
from binascii import Error as NoBase64
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import Final
from urllib.parse import unquote_to_bytes

from lxml import etree

from proceedings_editor.errors import ReadError
from proceedings_editor.texts import Text, text

MOST_BYTES: Final = 10_000_000
MOST_WORK: Final = 500_000
"""Shapes, letters and what effects cost; a map of thirty thousand coloured shapes has a fifth of that."""
MOST_DEPTH: Final = 200
MOST_PIXELS: Final = 40_000_000
"""Pixels of all pictures inside the drawing."""

_SVG: Final = "{http://www.w3.org/2000/svg}"
_XLINK: Final = "{http://www.w3.org/1999/xlink}href"
_POINTS: Final = 0.75
"""Points of a pixel of CSS."""
_UNITS: Final = {"": 1.0, "px": 1.0, "pt": 4 / 3, "pc": 16.0, "mm": 96 / 25.4, "cm": 96 / 2.54, "in": 96.0}
_LENGTH: Final = re.compile(r"\s*\+?(\d{0,9}(?:\.\d{1,9})?(?:[eE][+-]?\d{1,2})?)\s*([a-z]{0,2})\s*")
_TARGET: Final = re.compile(r"url\(\s*['\"]?#([^'\")\s]+)")
_OUTSIDE: Final = re.compile(r"url\(\s*['\"]?(?!#|data:)([^'\")\s]+)")
_DATA: Final = re.compile(r"data:image/(?:png|jpe?g|gif|webp)\s*((?:;[^,]*)?),(.*)", re.DOTALL | re.IGNORECASE)
_LEFT_OUT: Final = frozenset(
    f"{_SVG}{name}" for name in ("script", "animate", "animateMotion", "animateTransform", "set")
)
_DRAWING: Final = frozenset(f"{_SVG}{name}" for name in ("image", "feImage", "use"))
"""Elements that draw what their address leads to; of links a reader could follow nothing is drawn."""
_EFFECTS: Final = {"filter": 2000, "mask": 200, "opacity": 100, "mix-blend-mode": 200, "clip-path": 20}
"""What is drawn aside first and then laid on -> its work in shapes."""
_EFFECT: Final = re.compile(rf"(?<![\w-])({'|'.join(_EFFECTS)})\s*:(?!\s*(?:none|1(?:\.0*)?\s*(?:;|$)))")
_VERTICES: Final = re.compile(r"[a-zA-Z]|-?[\d.]+[\s,]+-?[\d.]+")


@dataclass(frozen=True, slots=True)
class SvgSource:
    """A drawing that can be drawn; width and height in points, as it says itself."""

    root: etree._Element
    width: float
    height: float


def read_svg(data: bytes, name: str) -> SvgSource:
    """Return the drawing.

    Args:
        data: The file's bytes.
        name: What a sentence calls it.

    Raises:
        ReadError: It is no SVG, is damaged or has no size, asks for other files, or is too much to draw.
    """
    if len(data) > MOST_BYTES:
        raise _too_much(name)
    root = _parsed(data, name)
    for element in tuple(root.iter(*_LEFT_OUT)):
        _remove(element)
    for element in root.iter(etree.Element):
        _check_addresses(element, name)
    _check_pages(root, name)
    _check_pictures(root, name)
    _Work(root, name).check()
    width, height = _size(root, name)
    return SvgSource(root, width * _POINTS, height * _POINTS)


def _parsed(data: bytes, name: str) -> etree._Element:
    parser = etree.XMLParser(
        resolve_entities="internal",  # type: ignore[arg-type]  # the stubs know lxml 4 only
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise _broken(name, text("it is no SVG file or is damaged")) from error
    if root.tag != f"{_SVG}svg":
        raise _broken(name, text("it is no SVG file or is damaged"))
    return root


def _remove(element: etree._Element) -> None:
    """Take an element away but not the words behind it."""
    parent, tail = element.getparent(), element.tail or ""
    if parent is None:
        return
    before = element.getprevious()
    if before is not None:
        before.tail = (before.tail or "") + tail
    else:
        parent.text = (parent.text or "") + tail
    parent.remove(element)


# ------------------------------------------------------------------------------------------------------ what is inside


def _address(element: etree._Element) -> str:
    return (element.get("href") or element.get(_XLINK) or "").strip()


def _check_addresses(element: etree._Element, name: str) -> None:
    """Refuse what leads out of the file."""
    address = _address(element) if element.tag in _DRAWING else ""
    is_inside = not address or address.startswith("#") or bool(_DATA.fullmatch(address))
    styles = " ".join((*map(str, element.attrib.values()), (element.text or "") if _is(element, "style") else ""))
    found = None if is_inside else address
    if found is None and "url(" in styles and (outside := _OUTSIDE.search(styles)):
        found = outside[1]
    if found is not None:
        raise _broken(name, text("it takes parts from outside ({address})", address=found[:60]))


def _check_pages(root: etree._Element, name: str) -> None:
    """Refuse text that only a browser can set, unless the drawing offers something else for it."""
    for page in root.iter(f"{_SVG}foreignObject"):
        parent = page.getparent()
        if parent is None or not _is(parent, "switch"):
            raise _broken(name, text("it holds text that only a browser can show"))


def _check_pictures(root: etree._Element, name: str) -> None:
    from PIL import Image

    pixels = 0
    for element in root.iter(f"{_SVG}image", f"{_SVG}feImage"):
        found = _DATA.fullmatch(_address(element))
        if not found:
            continue
        try:
            data = b64decode(found[2]) if ";base64" in found[1] else unquote_to_bytes(found[2])
            with Image.open(BytesIO(data)) as image:
                pixels += image.width * image.height
        except (OSError, ValueError, SyntaxError, NoBase64, Image.DecompressionBombError) as error:
            raise _broken(name, text("a picture inside it is damaged")) from error
        if pixels > MOST_PIXELS:
            raise _too_much(name)


class _Work:
    """Adds up what drawing costs: an element counts again at each place that uses it."""

    def __init__(self, root: etree._Element, name: str) -> None:
        self._root = root
        self._name = name
        self._by_id = {element.get("id"): element for element in root.iter(etree.Element) if element.get("id")}
        self._known: dict[etree._Element, tuple[int, int]] = {}
        self._under_way: set[etree._Element] = set()

    def check(self) -> None:
        """Refuse a drawing that nests too deeply, goes round in circles or is too much to draw."""
        styles = "".join(style.text or "" for style in self._root.iter(f"{_SVG}style"))
        work, depth = self._of(self._root, 0)
        classes = sum(1 for element in self._root.iter(etree.Element) if element.get("class"))
        targets = [self._by_id[one] for one in set(_TARGET.findall(styles)) if one in self._by_id]
        work += classes * max((self._of(target, 0)[0] for target in targets), default=0)
        work += classes * sum(_EFFECTS[effect] for effect in set(_EFFECT.findall(styles)))
        if work > MOST_WORK or depth > MOST_DEPTH:
            raise _too_much(self._name)

    def _of(self, element: etree._Element, level: int) -> tuple[int, int]:
        """Return work and depth of an element with everything it uses."""
        if level > MOST_DEPTH or element in self._under_way:
            raise _too_much(self._name)
        if element not in self._known:
            self._under_way.add(element)
            self._known[element] = self._summed(element, level)
            self._under_way.discard(element)
        return self._known[element]

    def _summed(self, element: etree._Element, level: int) -> tuple[int, int]:
        work, depth = 1 + len(element.text or "") // 4 + self._effects(element), 0
        for part in self._parts(element):
            more, deeper = self._of(part, level + 1)
            work, depth = work + more, max(depth, deeper)
            if work > MOST_WORK:
                raise _too_much(self._name)
        return work + self._markers(element), depth + 1

    def _parts(self, element: etree._Element) -> Iterator[etree._Element]:
        yield from element.iterchildren(etree.Element)
        address = _address(element)
        names = [address[1:]] if address.startswith("#") and not _is(element, "a") else []
        for value in element.attrib.values():
            if "url(" in str(value):
                names += _TARGET.findall(str(value))
        yield from (self._by_id[one] for one in names if one in self._by_id)

    def _effects(self, element: etree._Element) -> int:
        names = {name for name in _EFFECTS if element.get(name, "none") not in ("none", "1")}
        return sum(_EFFECTS[name] for name in names.union(_EFFECT.findall(element.get("style", ""))))

    def _markers(self, element: etree._Element) -> int:
        """Return the work of signs drawn at each corner of a line; a group hands them down to all lines in it."""
        words = " ".join((element.get("style", ""), *(f"{key!s}:{value!s}" for key, value in element.attrib.items())))
        if "marker" not in words:
            return 0
        targets = [self._by_id[one] for one in _TARGET.findall(words) if one in self._by_id]
        lines = (one.get("d", "") + one.get("points", "") for one in element.iter(etree.Element))
        return sum(len(_VERTICES.findall(line)) for line in lines) * sum(self._of(one, 0)[0] for one in targets)


# ---------------------------------------------------------------------------------------------------------------- size


def _size(root: etree._Element, name: str) -> tuple[float, float]:
    """Return width and height in pixels of CSS; the view box tells what is missing, and is added where it is."""
    box = _box(root)
    width, height = _length(root.get("width", "")), _length(root.get("height", ""))
    if box is None and width and height:
        root.set("viewBox", f"0 0 {width:g} {height:g}")
    elif box:
        width = width or (height * box[0] / box[1] if height else box[0])
        height = height or width * box[1] / box[0]
    if not width or not height or not 0.001 < width / height < 1000:
        raise _broken(name, text("it does not say how large it is"))
    return width, height


def _box(root: etree._Element) -> tuple[float, float] | None:
    words = root.get("viewBox", "").replace(",", " ").split()
    try:
        _, _, width, height = map(float, words)
    except ValueError:
        return None
    return (width, height) if 0 < width < 1e9 and 0 < height < 1e9 else None


def _length(words: str) -> float:
    """Return a length in pixels of CSS, 0 for none, for shares of a page and for nonsense."""
    found = _LENGTH.fullmatch(words)
    if not found or not found[1].strip(".") or found[2] not in _UNITS:
        return 0.0
    value = float(found[1]) * _UNITS[found[2]]
    return value if value < 1e9 else 0.0


def _is(element: etree._Element, name: str) -> bool:
    return bool(element.tag == f"{_SVG}{name}")


def _broken(name: str, why: Text) -> ReadError:
    return ReadError(
        text("The drawing {file} cannot be used: {why}; save it as PNG and insert that.", file=name, why=why)
    )


def _too_much(name: str) -> ReadError:
    return _broken(name, text("it is too large or too complicated"))
