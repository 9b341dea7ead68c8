"""Styles as they stand in a template: each may take another as its base and say only what differs."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from proceedings_editor.model.template import STYLES, StyleName, TextStyle
from proceedings_editor.templates.node import Mapped, Node, Source
from proceedings_editor.templates.typed_yaml import Schema, mapped, scalar, unknown_key, unknown_word
from proceedings_editor.texts import text

BASE: Final = "base"

_SCHEMA: Final = Schema()


def read_styles(node: Node, source: Source) -> Mapping[StyleName, TextStyle]:
    """Return every style complete.

    Raises:
        ReadError: The kind `source.error`; a style is missing, unknown, or its bases run in a circle.
    """
    sheet = mapped(node, source)
    for name in sheet.values:
        if name not in STYLES:
            raise unknown_key(sheet, name, STYLES, source)
    resolver = _Resolver(sheet, source)
    return {name: resolver.style(name) for name in STYLES}


def style_trees(styles: Mapping[StyleName, TextStyle], _context: object) -> dict[str, object]:
    """Return the styles written out in full, without bases."""
    return {name: _SCHEMA.tree(style) for name, style in styles.items()}


class _Resolver:
    """Completes styles from their bases, each once."""

    def __init__(self, sheet: Mapped, source: Source) -> None:
        self._sheet = sheet
        self._source = source
        self._values: dict[str, dict[str, object]] = {}

    def style(self, name: str) -> TextStyle:
        if name not in self._sheet.values:
            what = text("the style “{name}” is missing.", name=name)
            raise self._source.fault(self._sheet.line, what)
        return TextStyle(**self._complete(name, ()))  # type: ignore[arg-type]  # typed one by one in `_own`

    def _complete(self, name: str, above: tuple[str, ...]) -> dict[str, object]:
        if name not in self._values:
            node = mapped(self._sheet.values[name], self._source)
            base = self._base(node, (*above, name))
            self._values[name] = {**(self._complete(base, (*above, name)) if base else {}), **self._own(node)}
        return self._values[name]

    def _base(self, node: Mapped, above: tuple[str, ...]) -> str:
        if BASE not in node.values:
            return ""
        base, line = scalar(node.values[BASE], self._source), node.line_of(BASE)
        if base not in self._sheet.values:
            raise unknown_word(line, base, self._sheet.values, self._source)
        if base in above:
            what = text("the style “{name}” is its own base.", name=base)
            raise self._source.fault(line, what)
        return base

    def _own(self, node: Mapped) -> dict[str, object]:
        own = node.without(BASE)
        style = _SCHEMA.build(TextStyle, own, self._source)
        return {name: getattr(style, name) for name in own.values}
