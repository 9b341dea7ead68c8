"""Typed values from YAML nodes and back: one generic converter driven by the annotations of frozen dataclasses.

A `Schema` reads a node as the type a field is annotated with and writes the value back as a plain tree for
`yaml_text.rendered`. Types whose form in the file is not their shape in memory (rich text, blocks) bring a `Codec`.
`docs/decisions/0002-typed-yaml.md` says why this is not cattrs.
"""

from __future__ import annotations

import dataclasses
import difflib
import math
import re
import types
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, is_dataclass
from datetime import date
from decimal import Decimal
from typing import Any, Final, Literal, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from proceedings_editor.templates.foreign_value import foreign_key, read_foreign
from proceedings_editor.templates.node import Listed, Mapped, Node, Scalar, Source, shortened
from proceedings_editor.texts import Text, text

Read = Callable[[Node, Source], Any]
Write = Callable[[Any, Any], object]
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Codec:
    """How one type stands in the file.

    Attributes:
        read: From a node; raises `source.fault(...)` where the node does not fit.
        write: From a value and the context of this writing to a tree of plain values.
    """

    read: Read
    write: Write


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a dataclass with how it is read and written."""

    name: str
    codec: Codec
    required: bool
    default: object


class Schema:
    """Reads and writes values by their types.

    Supported: str, int, float, bool, date, Decimal, literals of strings, `X | None`, `tuple[X, ...]`, mappings with
    text keys, dataclasses, any plain YAML value (annotated `object`), and whatever `special` has a codec for.
    """

    def __init__(self, special: Mapping[Any, Codec] | None = None) -> None:
        self._codecs: dict[Any, Codec] = {**_PLAIN_CODECS, **(special or {})}
        self._fields: dict[type, Mapping[str, Field]] = {}

    def read(self, kind: type[T], node: Node, source: Source) -> T:
        """Return `node` as a value of the type `kind`.

        Raises:
            ReadError: The kind `source.error`, with the line: a key is unknown or missing, or a value does not fit.
        """
        return cast(T, self.codec(kind).read(node, source))

    def codec(self, kind: object) -> Codec:
        """Return the codec of a type, made once."""
        found = self._codecs.get(kind)
        if found is None:
            found = self._codecs[kind] = self._made(kind)
        return found

    def fields(self, kind: type) -> Mapping[str, Field]:
        """Return the fields of a dataclass in order."""
        found = self._fields.get(kind)
        if found is None:
            found = self._fields[kind] = {field.name: field for field in self._fields_of(kind)}
        return found

    def build(self, kind: type[T], node: Mapped, source: Source, **given: object) -> T:
        """Return a dataclass from a mapping whose keys are its fields; `given` fields may not stand in the file."""
        fields = self.fields(kind)
        values = dict(given)
        for name, value in node.values.items():
            field = fields.get(name)
            if field is None or name in given:
                raise unknown_key(node, name, (known for known in fields if known not in given), source)
            if not (isinstance(value, Scalar) and value.empty and not field.required):
                values[name] = field.codec.read(value, source)
        for field in fields.values():
            if field.required and field.name not in values:
                raise source.fault(node.line, text("the key “{word}” is missing.", word=field.name))
        return kind(**values)

    def tree(self, value: object, context: object = None, always: Iterable[str] = ()) -> dict[str, object]:
        """Return a dataclass as a mapping without the fields at their default, except those named in `always`."""
        result = {}
        for name, field in self.fields(type(value)).items():
            content = getattr(value, name)
            if field.required or content != field.default or name in always:
                result[name] = field.codec.write(content, context)
        return result

    def _fields_of(self, kind: type) -> Iterable[Field]:
        hints = get_type_hints(kind)
        for field in dataclasses.fields(kind):
            default = field.default
            if field.default_factory is not dataclasses.MISSING:
                default = field.default_factory()
            required = default is dataclasses.MISSING
            yield Field(field.name, self.codec(hints[field.name]), required, default)

    def _made(self, kind: object) -> Codec:
        origin, arguments = get_origin(kind), get_args(kind)
        if isinstance(kind, type) and is_dataclass(kind):
            return self._dataclass_codec(kind)
        if origin is tuple and arguments[1:] == (Ellipsis,):
            return self._tuple_codec(arguments[0])
        if origin is Literal:
            return _choice_codec(arguments)
        if origin in (Union, types.UnionType):
            return self._union_codec(arguments)
        if isinstance(origin, type) and issubclass(origin, Mapping):
            return self._mapping_codec(*arguments)
        raise TypeError(f"no YAML form for {kind!r}")

    def _dataclass_codec(self, kind: type) -> Codec:
        def read(node: Node, source: Source) -> object:
            return self.build(kind, mapped(node, source), source)

        return Codec(read, self.tree)

    def _tuple_codec(self, kind: object) -> Codec:
        def read(node: Node, source: Source) -> tuple[object, ...]:
            one = self.codec(kind).read
            return tuple([one(item, source) for item in listed(node, source).items])

        def write(value: Iterable[object], context: object) -> list[object]:
            one = self.codec(kind).write
            return [one(item, context) for item in value]

        return Codec(read, write)

    def _union_codec(self, kinds: tuple[object, ...]) -> Codec:
        kept = [kind for kind in kinds if kind is not types.NoneType]
        if all(get_origin(kind) is Literal for kind in kept):
            return _choice_codec(tuple(choice for kind in kept for choice in get_args(kind)))
        if len(kept) != 1:
            raise TypeError(f"no YAML form for a union of {kept!r}")
        return self.codec(kept[0])

    def _mapping_codec(self, key: object, kind: object) -> Codec:
        def read(node: Node, source: Source) -> dict[str, object]:
            content = mapped(node, source)
            one = self.codec(kind).read
            name = foreign_key if kind is object else self.codec(key).read
            return {name(content.keys[word], source): one(value, source) for word, value in content.values.items()}

        def write(value: Mapping[str, object], context: object) -> dict[str, object]:
            one = self.codec(kind).write
            return {word: one(item, context) for word, item in value.items()}

        return Codec(read, write)


def mapped(node: Node, source: Source) -> Mapped:
    """Return `node` as the mapping it must be."""
    if not isinstance(node, Mapped):
        raise source.fault(node.line, text("“key: value” lines are expected here."))
    return node


def listed(node: Node, source: Source) -> Listed:
    """Return `node` as the list it must be."""
    if not isinstance(node, Listed):
        raise source.fault(node.line, text("a list is expected here: lines that begin with “- ”."))
    return node


def scalar(node: Node, source: Source) -> str:
    """Return the characters of `node`, which must be neither a list nor a mapping."""
    if isinstance(node, Mapped):
        raise source.fault(node.line, text("a text is expected here; if it has “: ” in it, put it in quotation marks."))
    if isinstance(node, Listed):
        raise source.fault(node.line, text("a text is expected here, not a list."))
    return node.value


def unknown_key(node: Mapped, name: str, known: Iterable[str], source: Source) -> Exception:
    """Return the fault that a key is not known here, with the nearest one that is."""
    what = text("the key “{word}” is not known here", word=shortened(name))
    return source.fault(node.line_of(name), _unknown(what, name, known))


def unknown_word(line: int, word: str, known: Iterable[str], source: Source) -> Exception:
    """Return the fault that a value is none of those allowed here, with the nearest one that is."""
    what = text("“{word}” is not possible here", word=shortened(word))
    return source.fault(line, _unknown(what, word, known))


def _unknown(what: Text, word: str, known: Iterable[str]) -> Text:
    choices = [choice for choice in known if choice]
    near = difflib.get_close_matches(word[:60], choices, 1)
    if near:
        return text("{what}; did you mean “{near}”?", what=what, near=near[0])
    return text("{what}; possible are: {choices}.", what=what, choices=", ".join(choices))


def _choice_codec(choices: tuple[str, ...]) -> Codec:
    allowed = frozenset(choices)

    def read(node: Node, source: Source) -> str:
        word = scalar(node, source)
        if word not in allowed:
            raise unknown_word(node.line, word, choices, source)
        return word

    return Codec(read, _same)


def _same(value: object, _context: object) -> object:
    return value


def _typed(parse: Callable[[str], object], form: str, wanted: Text, write: Write = _same) -> Codec:
    """A scalar that must look like `form` and that `parse` understands."""
    pattern = re.compile(form)

    def read(node: Node, source: Source) -> object:
        words = scalar(node, source)
        try:
            if pattern.fullmatch(words):
                return parse(words)
        except (ValueError, ArithmeticError):
            pass
        what = text("“{word}” is not {wanted}.", word=shortened(words), wanted=wanted)
        raise source.fault(node.line, what)

    return Codec(read, write)


def _float(words: str) -> float:
    value = float(words)
    if not math.isfinite(value):
        raise ValueError(words)
    return value


def _short_float(value: float, _context: object) -> object:
    """12.0 is written 12, so that a whole number given as int or float is the same text."""
    return int(value) if math.isfinite(value) and value == int(value) and abs(value) < 1e15 else value


_PLAIN_CODECS: Final[Mapping[Any, Codec]] = {
    str: Codec(scalar, _same),
    int: _typed(int, r"-?[0-9]{1,18}", text("a whole number")),
    float: _typed(_float, r"-?[0-9]{1,18}(\.[0-9]{1,18})?(e[+-][0-9]{1,3})?", text("a number"), _short_float),
    bool: _typed(lambda word: word == "true", "true|false", text("true or false")),
    date: _typed(date.fromisoformat, r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text("a date in the form 2025-04-07")),
    Decimal: _typed(Decimal, r"-?[0-9]{1,18}(\.[0-9]{1,18})?(E[+-]?[0-9]{1,3})?", text("a number")),
    object: Codec(read_foreign, _same),
}
