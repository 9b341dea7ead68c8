"""Patterns: the small language in which a template says how values become one line.

What the signs mean stands in the manual of `model.template.wording`. A pattern is parsed once and kept.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from proceedings_editor.errors import TemplateError
from proceedings_editor.texts import text

_TOKEN: Final = re.compile(r"\\(?P<sign>[\[\]{}\\])|\{(?P<name>\w+)\}|(?P<bracket>[\[\]{}])|(?P<words>[^\[\]{}\\]+|\\)")
_LOOSE: Final = " \u00a0,;:–—-"
"""What vanishes at the ends of a filled pattern when the pattern itself put it there."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters of a filled pattern; `name` says which value they are, "" for the pattern's own."""

    text: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class _Slot:
    name: str


@dataclass(frozen=True, slots=True)
class _Group:
    nodes: tuple[_Node, ...]


_Node = str | _Slot | _Group


def fill(pattern: str, values: Mapping[str, str]) -> str:
    """Return the pattern with its values, "" when every value it asks for is empty.

    Raises:
        TemplateError: A bracket of the pattern has no partner.
    """
    return "".join(piece.text for piece in pieces(pattern, values))


def pieces(pattern: str, values: Mapping[str, str]) -> tuple[Piece, ...]:
    """Return the filled pattern in pieces, for values that are more than plain characters.

    Raises:
        TemplateError: A bracket of the pattern has no partner.
    """
    nodes = _parsed(pattern)
    names = set(_names(nodes))
    if names and not any(values.get(name) for name in names):
        return ()
    return _trimmed(list(_filled(nodes, values)))


def placeholders(pattern: str) -> frozenset[str]:
    """Return the names of the values a pattern asks for.

    Raises:
        TemplateError: A bracket of the pattern has no partner.
    """
    return frozenset(_names(_parsed(pattern)))


@lru_cache(maxsize=512)
def _parsed(pattern: str) -> tuple[_Node, ...]:
    """Parse with a stack of open groups; the lowest list is the pattern itself."""
    stack: list[list[_Node]] = [[]]
    for token in _TOKEN.finditer(pattern):
        match token.lastgroup, token[0]:
            case "sign", _:
                stack[-1].append(token["sign"])
            case "name", _:
                stack[-1].append(_Slot(token["name"]))
            case "bracket", "[":
                stack.append([])
            case "bracket", "]" if len(stack) > 1:
                group = _Group(tuple(stack.pop()))
                stack[-1].append(group)
            case "bracket", sign:
                raise _lonely(pattern, sign)
            case _, words:
                stack[-1].append(words)
    if len(stack) > 1:
        raise _lonely(pattern, "[")
    return tuple(stack[0])


def _lonely(pattern: str, sign: str) -> TemplateError:
    return TemplateError(
        text(
            "In the pattern “{pattern}” {sign} has no partner; put a backslash before it to print it.",
            pattern=pattern,
            sign=sign,
        )
    )


def _names(nodes: tuple[_Node, ...]) -> Iterator[str]:
    for node in nodes:
        if isinstance(node, _Slot):
            yield node.name
        elif isinstance(node, _Group):
            yield from _names(node.nodes)


def _filled(nodes: tuple[_Node, ...], values: Mapping[str, str]) -> Iterator[Piece]:
    for node in nodes:
        match node:
            case str():
                yield Piece(node)
            case _Slot(name):
                if value := values.get(name, ""):
                    yield Piece(value, name)
            case _Group(inner):
                if all(values.get(slot.name) for slot in inner if isinstance(slot, _Slot)):
                    yield from _filled(inner, values)


def _trimmed(found: list[Piece]) -> tuple[Piece, ...]:
    """Cut loose spaces and punctuation of the pattern itself from both ends; values keep every character."""
    while found and not found[0].name:
        rest = found[0].text.lstrip(_LOOSE)
        if rest:
            found[0] = Piece(rest)
            break
        del found[0]
    while found and not found[-1].name:
        rest = found[-1].text.rstrip(_LOOSE)
        if rest:
            found[-1] = Piece(rest)
            break
        del found[-1]
    return tuple(found)
