"""Values of other programs (`extra:`, options of rules): kept so that writing them back changes nothing.

What every YAML version reads the same becomes null, true, a number or a text. What versions read differently (yes,
010, 12:30, dates) stays `Unquoted` characters.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from proceedings_editor.templates.node import Listed, Mapped, Node, Scalar, Source
from proceedings_editor.templates.yaml_text import Unquoted, is_ambiguous

_CANONICAL: Final[Mapping[str, object]] = {"": None, "null": None, "true": True, "false": False}
_INTEGER: Final = re.compile(r"0|-?[1-9][0-9]{0,17}")
_FLOAT: Final = re.compile(r"-?[0-9][0-9.e+-]{0,30}")


def read_foreign(node: Node, source: Source) -> object:
    """Return any plain YAML value: None, bool, int, float, str, or a list or dict of them."""
    match node:
        case Scalar():
            return _extra_scalar(node)
        case Listed():
            return [read_foreign(item, source) for item in node.items]
        case Mapped():
            return {_extra_text(node.keys[key]): read_foreign(value, source) for key, value in node.values.items()}


def _extra_scalar(node: Scalar) -> object:
    words = node.value
    if not node.plain:
        return words
    if words in _CANONICAL:
        return _CANONICAL[words]
    if _INTEGER.fullmatch(words):
        return int(words)
    if _FLOAT.fullmatch(words) and _canonical_float(words):
        return float(words)
    return _extra_text(node)


def foreign_key(node: Node, _source: Source) -> str:
    """Return a key of such a mapping; keys are always scalars."""
    assert isinstance(node, Scalar)
    return _extra_text(node)


def _extra_text(node: Scalar) -> str:
    return Unquoted(node.value) if node.plain and is_ambiguous(node.value) else node.value


def _canonical_float(words: str) -> bool:
    try:
        return repr(float(words)) == words
    except ValueError:
        return False
