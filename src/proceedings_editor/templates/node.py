"""YAML text as a tree of nodes that remember their lines, and nothing YAML would guess.

Every scalar stays the characters as written: "070", "NO" and "2025-04-07" become what a field's type says, later. The
tree is built from PyYAML's events because its own `compose` recurses and crashes the process on deep nesting. Anchors,
aliases, tags and second documents are refused: no file of ours needs them, and aliases make YAML bombs.
"""

from __future__ import annotations

import re
import stat
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

import yaml

from proceedings_editor.errors import ReadError, system_reason
from proceedings_editor.texts import Text, text

MAX_BYTES: Final = 16 * 1024 * 1024
MAX_DEPTH: Final = 64
MAX_NODES: Final = 500_000
"""What a file may hold at most: far above any article, far below what stops a machine."""

_LOADER: Final = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_FORBIDDEN: Final = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


_PROBLEMS: Final[Mapping[str, Text]] = {
    "mapping values are not allowed": text("a colon stands inside a value; put the value in quotation marks"),
    "could not find expected ':'": text("a colon is missing behind a key"),
    "did not find expected key": text("the indentation does not fit the lines above, or a quotation mark is misplaced"),
    "did not find expected '-'": text("an item of a list lacks its hyphen or its indentation"),
    "block sequence entries are not allowed": text("a list cannot begin here; put it on a line of its own"),
    "unexpected end of stream": text("a quotation mark is not closed"),
    "found unexpected document indicator": text("a quotation mark is not closed"),
    "did not find expected ',' or ']'": text("a square bracket is not closed"),
    "did not find expected ',' or '}'": text("a curly bracket is not closed"),
    "did not find expected node content": text("a value or a closing bracket is missing"),
    "cannot start any token": text("a value begins with a character that needs quotation marks"),
    "unknown escape character": text("a backslash stands before a wrong character; write it twice"),
    "did not find expected <document start>": text("only one document may stand in the file"),
}
"""What libyaml says in English -> what a person is told; anything else is told without a detail."""


@dataclass(frozen=True, slots=True)
class Source:
    """Where nodes come from.

    Attributes:
        name: The file as a person knows it.
        error: Which error its faults are.
    """

    name: str
    error: type[ReadError] = ReadError

    def fault(self, line: int, what: Text) -> ReadError:
        """Return the error that says `what` is wrong in `line` (from 1)."""
        return self.error(text("{file}, line {line}: {fault}", file=self.name, line=line, fault=what))


@dataclass(frozen=True, slots=True)
class Scalar:
    """Characters as written. `plain` is True without quotation marks."""

    value: str
    line: int
    plain: bool = True

    @property
    def empty(self) -> bool:
        """True where nothing at all stands after the key."""
        return self.plain and not self.value


@dataclass(frozen=True, slots=True)
class Listed:
    """A sequence of nodes."""

    items: tuple[Node, ...]
    line: int


@dataclass(frozen=True, slots=True)
class Mapped:
    """Keys with their nodes, in the order of the file; `keys` holds the keys themselves for their lines."""

    values: Mapping[str, Node]
    line: int
    keys: Mapping[str, Scalar] = field(default_factory=dict)

    def line_of(self, key: str) -> int:
        """Return the line of a key, the mapping's own where the key is not there."""
        return self.keys[key].line if key in self.keys else self.line

    def without(self, *names: str) -> Mapped:
        """Return a copy that lacks the keys `names`."""
        return Mapped({key: node for key, node in self.values.items() if key not in names}, self.line, self.keys)


Node = Scalar | Listed | Mapped


def read_mapping(path: Path, source: Source) -> Mapped:
    """Read a YAML file whose top level is a mapping.

    Raises:
        ReadError: The kind `source.error`; the file is missing, unreadable, too large, not UTF-8 or not such YAML.
    """
    return parse(decoded(file_bytes(path, source), source), source)


def decoded(data: bytes, source: Source) -> str:
    """Return the text of UTF-8 bytes without a byte order mark."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise source.fault(line, text("this is not UTF-8 text; save the file as UTF-8.")) from error


def parse(words: str, source: Source) -> Mapped:
    """Turn YAML text into nodes.

    Raises:
        ReadError: The kind `source.error`, with the line and what is wrong there.
    """
    try:
        root = _Builder(source).build(_events(words))
    except yaml.MarkedYAMLError as error:
        raise _syntax_fault(words, error, source) from error
    except (yaml.reader.ReaderError, UnicodeEncodeError) as error:
        raise _character_fault(words, source) from error
    if not isinstance(root, Mapped):
        line = 1 if root is None else root.line
        raise source.fault(line, text("the file must consist of “key: value” lines; restore it from a copy."))
    return root


def _events(words: str) -> Iterator[Any]:
    loader = _LOADER(words)
    try:
        while not isinstance(event := loader.get_event(), yaml.StreamEndEvent):
            yield event
    finally:
        loader.dispose()


def file_bytes(path: Path, source: Source) -> bytes:
    """Return what a file holds.

    Raises:
        ReadError: The kind `source.error`; the file is missing, unreadable or too large.
    """
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise source.error(text("{file} is not a file.", file=source.name))
        if status.st_size > MAX_BYTES:
            raise source.error(text("{file} is larger than 16 MB and was not read.", file=source.name))
        return path.read_bytes()
    except FileNotFoundError as error:
        raise source.error(text("There is no file {file}.", file=source.name)) from error
    except PermissionError as error:
        raise source.error(text("You have no right to read {file}; ask for access to it.", file=source.name)) from error
    except OSError as error:
        reason = system_reason(error)
        raise source.error(text("{file} could not be read: {reason}.", file=source.name, reason=reason)) from error


def _character_fault(words: str, source: Source) -> ReadError:
    bad = _FORBIDDEN.search(words)
    line = words.count("\n", 0, bad.start()) + 1 if bad else 1
    code = f"U+{ord(bad[0]):04X}" if bad else "?"
    return source.fault(line, text("the control character {code} cannot stand here; delete it.", code=code))


def _syntax_fault(words: str, error: yaml.MarkedYAMLError, source: Source) -> ReadError:
    mark = error.problem_mark or error.context_mark
    lines = words.splitlines() or [""]
    line = min(mark.line + 1 if mark else 1, len(lines))
    if lines[line - 1].lstrip(" ").startswith("\t"):
        return source.fault(line, text("the line is indented with a tab; use spaces."))
    problem = error.problem or error.context or ""
    known = next((detail for words, detail in _PROBLEMS.items() if words in problem), None)
    what = text("this is not valid YAML ({detail}).", detail=known) if known else text("this is not valid YAML.")
    return source.fault(line, what)


class _OpenList:
    """A sequence whose end has not come yet."""

    __slots__ = ("items", "line")

    def __init__(self, line: int, _source: Source) -> None:
        self.line = line
        self.items: list[Node] = []

    def add(self, node: Node) -> None:
        self.items.append(node)

    def closed(self) -> Node:
        return Listed(tuple(self.items), self.line)


class _OpenMapping:
    """A mapping whose end has not come yet; keys and values arrive in turn."""

    __slots__ = ("key", "keys", "line", "source", "values")

    def __init__(self, line: int, source: Source) -> None:
        self.line, self.source = line, source
        self.values: dict[str, Node] = {}
        self.keys: dict[str, Scalar] = {}
        self.key: Scalar | None = None

    def add(self, node: Node) -> None:
        if self.key is not None:
            self.values[self.key.value] = node
            self.key = None
        elif not isinstance(node, Scalar):
            raise self.source.fault(node.line, text("a key must be one word, not a list or a mapping."))
        elif node.value in self.keys:
            what = text("the key “{word}” stands here a second time; delete one.", word=shortened(node.value))
            raise self.source.fault(node.line, what)
        else:
            self.key = self.keys[node.value] = node

    def closed(self) -> Node:
        return Mapped(self.values, self.line, self.keys)


class _Builder:
    """Builds the tree from events with a stack of its own, so that no depth can exhaust the interpreter's."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._open: list[_OpenList | _OpenMapping] = []
        self._root: Node | None = None
        self._count = 0
        self._documents = 0

    def build(self, events: Iterable[Any]) -> Node | None:
        for event in events:
            kind = type(event)
            if kind is yaml.ScalarEvent:
                self._check(event)
                self._add(Scalar(event.value, event.start_mark.line + 1, event.implicit[0]))
            elif kind is yaml.MappingStartEvent or kind is yaml.SequenceStartEvent:
                self._check(event)
                self._begin(event, _OpenMapping if kind is yaml.MappingStartEvent else _OpenList)
            elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
                self._add(self._open.pop().closed())
            else:
                self._other(event)
        return self._root

    def _add(self, node: Node) -> None:
        if self._open:
            self._open[-1].add(node)
        else:
            self._root = node

    def _begin(self, event: yaml.Event, made: type[_OpenList | _OpenMapping]) -> None:
        if len(self._open) >= MAX_DEPTH:
            raise self._fault(event, text("the values are nested too deeply."))
        self._open.append(made(_line(event), self._source))

    def _check(self, event: yaml.ScalarEvent | yaml.CollectionStartEvent) -> None:
        self._count += 1
        if event.anchor is not None:
            raise self._fault(event, text("the anchor “&{name}” is not supported; delete it.", name=event.anchor))
        if event.tag is not None:
            raise self._fault(event, text("the tag “{tag}” is not supported; delete it.", tag=event.tag))
        if self._count > MAX_NODES:
            raise self._fault(event, text("the file holds more values than any article; it was not read."))

    def _other(self, event: yaml.Event) -> None:
        if isinstance(event, yaml.AliasEvent):
            raise self._fault(event, text("“*{name}” refers to an anchor; write the text itself.", name=event.anchor))
        if isinstance(event, yaml.DocumentStartEvent):
            self._documents += 1
            if self._documents > 1:
                raise self._fault(event, text("a second document begins here; keep one to a file."))

    def _fault(self, event: yaml.Event, what: Text) -> ReadError:
        return self._source.fault(_line(event), what)


def _line(event: yaml.Event) -> int:
    return event.start_mark.line + 1 if event.start_mark else 1


def shortened(words: str, limit: int = 60) -> str:
    """Return `words` on one line and short enough for a sentence."""
    line = " ".join(words[: 2 * limit].split())
    return line if len(line) <= limit else line[:limit] + "…"
