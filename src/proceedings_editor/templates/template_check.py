"""What makes a template's values wrong although their types are right; every fault is told with its line."""

from __future__ import annotations

import types
from collections.abc import Iterable
from dataclasses import fields, is_dataclass
from functools import lru_cache
from typing import Any, Final, Union, cast, get_args, get_origin, get_type_hints

from proceedings_editor.errors import ReadError, TemplateError
from proceedings_editor.language import file_name
from proceedings_editor.model.collection import Collection
from proceedings_editor.model.entry import Entry
from proceedings_editor.model.template import Template
from proceedings_editor.model.template.requirement import Range
from proceedings_editor.templates.node import Listed, Mapped, Node, Source
from proceedings_editor.templates.pattern import placeholders
from proceedings_editor.templates.typed_yaml import unknown_word
from proceedings_editor.texts import Text, text

_PERSON: Final = ("status", "degree", "academic_title", "post", "department", "organisation", "city", "country")

PATTERNS: Final = {
    "conference": ("name", "kind"),
    "section": ("number", "name", "names"),
    "subsection": ("number", "name", "names", "parent"),
    "section_row": ("number", "name", "names", "parent"),
    "author_line": _PERSON,
    "supervisor_line": (*_PERSON[1:], "role", "name"),
    "figure": ("number", "caption"),
    "table": ("number", "caption"),
    "listing": ("number", "caption"),
    "received": ("date",),
    "returned": ("date",),
    "accepted": ("date",),
}
"""Pattern of `Wording` -> the values it may ask for."""

FILE_NAME_VALUES: Final = ("number", "surname", "initials", "language")

_LEAST_COLUMN: Final = 3.0
_LARGEST_PAGE: Final = 200.0
_LARGEST_SIZE: Final = 200.0


def check(template: Template, root: Mapped, source: Source) -> None:
    """Look for faults that no type shows.

    Args:
        template: The template as read.
        root: Its nodes, for the lines.
        source: Its file.

    Raises:
        ReadError: The kind `source.error`, for the first fault.
    """
    for one in (_page, _styles, _article, _information, _wording, _required, _limits, _file_name):
        one(template, _Place(root, source))


class _Place:
    """Finds the line of a value by the keys that lead to it."""

    def __init__(self, root: Mapped, source: Source) -> None:
        self._root = root
        self.source = source

    def line(self, *path: str | int) -> int:
        """Return the line of the deepest part of `path` that stands in the file."""
        node: Node = self._root
        line = node.line
        for step in path:
            if isinstance(node, Mapped) and step in node.values:
                line, node = node.line_of(str(step)), node.values[str(step)]
            elif isinstance(node, Listed) and isinstance(step, int):
                node = node.items[step]
                line = node.line
        return line

    def fault(self, what: Text, *path: str | int) -> ReadError:
        return self.source.fault(self.line(*path), what)

    def need(self, condition: bool, what: Text, *path: str | int) -> None:
        if not condition:
            raise self.fault(what, *path)


def _page(template: Template, place: _Place) -> None:
    page = template.page
    for name in ("width", "height"):
        fits = 0 < getattr(page, name) <= _LARGEST_PAGE
        place.need(fits, text("a page measures between 0 and {most} cm.", most=_LARGEST_PAGE), "page", name)
    for name in ("top", "bottom", "left", "right"):
        place.need(getattr(page, name) >= 0, text("a margin cannot be negative."), "page", name)
    for used, whole in ((page.left + page.right, page.width), (page.top + page.bottom, page.height)):
        what = text("the margins leave less than {least} cm for the text.", least=_LEAST_COLUMN)
        place.need(whole - used >= _LEAST_COLUMN, what, "page")


def _styles(template: Template, place: _Place) -> None:
    column = template.page.width - template.page.left - template.page.right
    for name, style in template.styles.items():
        at = ("styles", name)
        size = text("a font size lies between 1 and {most} points.", most=_LARGEST_SIZE)
        place.need(1 <= style.size <= _LARGEST_SIZE, size, *at, "size")
        spacing = text("line spacing lies between 0.5 and 5.")
        place.need(0.5 <= style.line_spacing <= 5, spacing, *at, "line_spacing")
        for space in ("space_before", "space_after"):
            what = text("a space lies between 0 and {most} points.", most=_LARGEST_SIZE)
            place.need(0 <= getattr(style, space) <= _LARGEST_SIZE, what, *at, space)
        fits = min(style.left, style.right, style.left + style.indent) >= 0
        room = column - style.left - style.right - max(style.indent, 0) >= 1
        place.need(fits and room, text("the indents reach outside the text or leave no room for it."), *at)


def _article(template: Template, place: _Place) -> None:
    seen: set[tuple[str, str]] = set()
    for index, element in enumerate(template.article):
        for language in element.languages or ("",):
            what = text("“{kind}” stands in the article twice.", kind=element.kind)
            place.need((element.kind, language) not in seen, what, "article", index)
            seen.add((element.kind, language))
    for kind in ("title", "body", "references"):
        what = text("the article needs the element “{kind}”.", kind=kind)
        place.need(any(kind == known for known, _ in seen), what, "article")


def _information(template: Template, place: _Place) -> None:
    information = template.information
    share = text("the labels take between 0.1 and 0.8 of the width.")
    place.need(0.1 <= information.label_width <= 0.8, share, "information", "label_width")
    empty = text("an information page that is shown needs rows.")
    place.need(bool(information.rows) or not information.shown, empty, "information")
    for name in ("top_heading", "heading", "note"):
        what = text("the text is missing in the page's language, {language}.", language=information.language)
        there = getattr(information, name)[information.language] or not getattr(information, name)
        place.need(bool(there), what, "information", name)


def _wording(template: Template, place: _Place) -> None:
    for name, known in PATTERNS.items():
        for language, pattern in getattr(template.wording, name).filled():
            try:
                used = placeholders(pattern)
            except TemplateError as error:
                raise place.fault(error.sentence, "wording", name, language) from error
            _known_values(used, known, place, "wording", name, language)


def _known_values(used: Iterable[str], known: Iterable[str], place: _Place, *path: str) -> None:
    for value in sorted(used):
        if value not in known:
            raise unknown_word(place.line(*path), f"{{{value}}}", [f"{{{name}}}" for name in known], place.source)


def _file_name(template: Template, place: _Place) -> None:
    _known_values(file_name.placeholders(template.file_name), FILE_NAME_VALUES, place, "file_name")


def _limits(template: Template, place: _Place) -> None:
    for field in fields(template.limits):
        value = getattr(template.limits, field.name)
        if isinstance(value, Range):
            fits = min(value.least, value.most) >= 0 and (value.least <= value.most or not value.most)
            place.need(fits, text("“least” is larger than “most”."), "limits", field.name)
    percent = 0 <= template.limits.originality <= 100
    place.need(percent, text("originality lies between 0 and 100 per cent."), "limits", "originality")


def _required(template: Template, place: _Place) -> None:
    for index, path in enumerate(template.required):
        kind: Any = Entry
        steps = path.split(".")
        if steps[0] == "collection":
            kind, steps = Collection, steps[1:]
        for step in steps:
            kind = _item_type(kind)
            known = _fields_of(kind)
            if step not in known:
                raise unknown_word(place.line("required", index), path, _paths(Entry), place.source)
            kind = known[step]


@lru_cache(maxsize=64)
def _fields_of(kind: type) -> dict[str, Any]:
    """Fields of a dataclass with their types; nothing for any other type."""
    return get_type_hints(kind) if is_dataclass(kind) else {}


def _item_type(kind: Any) -> type:  # noqa: ANN401  # any annotation at all
    """The X of `tuple[X, ...]` and of `X | None`, else the type itself."""
    if get_origin(kind) is tuple or get_origin(kind) in (Union, types.UnionType):
        kind = get_args(kind)[0]
    return cast(type, kind)


def _paths(kind: type, above: str = "") -> Iterable[str]:
    """Paths of the fields that can be asked for, for the nearest one to a mistyped path."""
    for name, inner in _fields_of(kind).items():
        yield above + name
        if above.count(".") < 2:
            yield from _paths(_item_type(inner), f"{above}{name}.")
