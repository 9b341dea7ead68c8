"""Field paths: "authors.0.surname", "title.kk", "udc.1" name a value inside an entry or a collection."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from proceedings_editor.model.local import LANGUAGES, LocalText, LocalWords


def value_at(owner: object, path: str) -> object:
    """Return the value at `path`.

    Raises:
        LookupError: the owner has no such place.
    """
    value: Any = owner
    for key in path.split("."):
        value = _step(value, key)
    return value


def with_value(owner: Any, path: str, value: object) -> Any:  # noqa: ANN401  # any model value, returned as its own type
    """Return a copy of `owner` whose value at `path` is `value`; a tuple's index may be its length, to append.

    Raises:
        LookupError: the owner has no such place.
    """
    key, _, rest = path.partition(".")
    if isinstance(owner, tuple) and not rest and key == str(len(owner)):
        return (*owner, value)
    old = _step(owner, key)
    inner = with_value(old, rest, value) if rest else value
    if isinstance(owner, tuple):
        index = int(key)
        return (*owner[:index], inner, *owner[index + 1 :])
    return replace(owner, **{key: inner})


def _step(value: Any, key: str) -> Any:  # noqa: ANN401  # a path leads through values of any type
    if isinstance(value, tuple):
        if not key.isdigit():
            raise LookupError(key)
        return value[int(key)]
    if isinstance(value, LocalText | LocalWords) and key not in LANGUAGES:
        raise LookupError(key)
    if key not in getattr(value, "__dataclass_fields__", ()):
        raise LookupError(key)
    return getattr(value, key)
