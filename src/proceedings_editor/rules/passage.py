"""One text that rules look at, and all the texts of an entry and of a collection in the order of form and article."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final, Literal, TypeVar

from proceedings_editor.model.body import OBJECT, Note, RichText, Span, plain_text
from proceedings_editor.model.collection import Collection, Section
from proceedings_editor.model.entry import Entry
from proceedings_editor.model.fields import Field, Kind, Owner, fields_of
from proceedings_editor.model.local import LANGUAGES, Language, LocalText, LocalWords
from proceedings_editor.model.person import Affiliation, Author, Supervisor
from proceedings_editor.model.place import Place
from proceedings_editor.model.reading import Reading
from proceedings_editor.model.walk import texts
from proceedings_editor.rules.shared import Shared

T = TypeVar("T")

COLLECTION: Final = "collection."
"""What field paths of the collection's own facts begin with."""
PassageKind = Literal["block", "note", "reference", "field", "reading"]

_REFERENCE_NUMBER: Final = "references.number"
"""What a reading found for an item of the reference list tells: the number typed before it."""
_WORD: Final = re.compile(r"[^\W_][\w\u0300-\u036f]*(?:[-\u2010\u2011'’][^\W_][\w\u0300-\u036f]*)*")


@dataclass(frozen=True, slots=True)
class Passage:
    """One text of an entry or of the collection.

    Attributes:
        kind: What it is. The words of a note have the place of the note's mark, because places end at blocks.
        key: What it tells: the path of its field without indexes ("authors.email", "title.kk", "collection.isbn"; a
            reading has the key of the field it was found for), "body" for blocks and notes, "references".
        text: Its plain text; places count in it.
        rich: Its runs, () for a field of plain characters.
        language: Main language of the passage.
        field: Path of the field a reading was found for ("udc", "authors.0.email"), else "".
        shared: What rules found out about it.
    """

    kind: PassageKind
    place: Place
    key: str
    text: str
    language: Language
    rich: RichText = ()
    field: str = ""
    shared: Shared = dataclasses.field(default_factory=Shared, init=False, repr=False, compare=False)

    def at(self, start: int, end: int) -> Place:
        """Return the place of a stretch of this passage."""
        if self.kind == "note":
            return self.place
        return Place(self.place.field, self.place.block, start, end)

    def once(self, work: Callable[[Passage], T]) -> T:
        """Return `work(self)`, worked out once for all rules; see `rules.shared`."""
        return self.shared.once(work, self)

    def prose(self) -> str:
        """Return the text with program code and inline objects blanked out, every other character at its place."""
        return self.once(_prose) if self.rich else self.text

    def characters(self) -> frozenset[str]:
        """Return which characters the text has; most rules see in it that they have nothing to do."""
        return self.once(_characters)

    def words(self) -> tuple[re.Match[str], ...]:
        """Return the words and numbers of the prose: `word[0]`, `word.start()`, `word.end()`.

        Letters and digits make a word, also with hyphens or apostrophes between them ("сондай-ақ", "39-бап").
        """
        return self.once(_words)


def _prose(passage: Passage) -> str:
    if not any(isinstance(run, Span) and run.code for run in passage.rich):
        return passage.text
    return "".join(
        (OBJECT * len(run.text) if run.code else run.text) if isinstance(run, Span) else OBJECT for run in passage.rich
    )


def _characters(passage: Passage) -> frozenset[str]:
    return frozenset(passage.text)


def _words(passage: Passage) -> tuple[re.Match[str], ...]:
    return tuple(_WORD.finditer(passage.prose()))


_OWNERS: Final[dict[type, Owner]] = {
    Author: "author",
    Supervisor: "supervisor",
    Affiliation: "affiliation",
    Section: "section",
}
_TOLD_IN_WORDS: Final[frozenset[Kind]] = frozenset({"line", "paragraphs", "words", "status", "people", "affiliations"})
"""Kinds of fields whose values are characters a person typed; ids, numbers and dates are none."""


def passages_of(entry: Entry) -> tuple[Passage, ...]:
    """Return every text of an entry: fields, readings, blocks with their notes, references."""
    fields = (_values(field.key, field.key, getattr(entry, field.key), entry.language) for field in _texts("entry"))
    return (
        *(passage for found in fields for passage in found),
        *(reading_passage(index, reading, entry.language) for index, reading in enumerate(entry.readings)),
        *_blocks(entry),
        *(reference_passage(entry, index) for index in range(len(entry.references))),
    )


def passages_of_collection(collection: Collection) -> tuple[Passage, ...]:
    """Return every text of the collection's own facts; paths begin with "collection."."""
    pairs = [(field.key, getattr(collection, field.key)) for field in _texts("collection")]
    pairs.append(("sections", collection.sections))
    found = (_values(COLLECTION + key, COLLECTION + key, value, "kk") for key, value in pairs)
    return tuple(passage for passages in found for passage in passages)


def field_passage(path: str, value: str, language: Language) -> Passage:
    """Return the passage of a field of plain characters."""
    return Passage("field", Place(field=path), key_of(path), value, language)


def reading_passage(index: int, reading: Reading, language: Language) -> Passage:
    """Return the passage of a reading."""
    place, key = Place(field=f"readings.{index}.text"), key_of(reading.field)
    key = _REFERENCE_NUMBER if key == "references" else key
    return Passage("reading", place, key, reading.text, language, field=reading.field)


def reference_passage(entry: Entry, index: int) -> Passage:
    """Return the passage of an item of the reference list."""
    rich = entry.references[index].text
    place = Place(field=f"references.{index}")
    return Passage("reference", place, "references", plain_text(rich), entry.language, rich)


def block_passage(path: tuple[int, ...], text: RichText, language: Language) -> Passage:
    """Return the passage of a block's own text."""
    return Passage("block", Place(block=path), "body", plain_text(text), language, text)


@lru_cache(maxsize=4096)
def key_of(path: str) -> str:
    """Return a field's path without indexes: "authors.0.email" -> "authors.email"."""
    return ".".join(step for step in path.split(".") if not step.isdecimal())


@cache
def _texts(owner: Owner) -> tuple[Field, ...]:
    return tuple(field for field in fields_of(owner) if field.kind in _TOLD_IN_WORDS)


def _values(path: str, key: str, value: object, language: Language) -> Iterator[Passage]:
    match value:
        case str():
            if value:
                yield Passage("field", Place(field=path), key, value, language)
        case LocalText() | LocalWords():
            for version in LANGUAGES:
                if value[version]:
                    yield from _values(f"{path}.{version}", f"{key}.{version}", value[version], version)
        case tuple():
            for index, inner in enumerate(value):
                yield from _values(f"{path}.{index}", key, inner, language)
        case Author() | Supervisor() | Affiliation() | Section():
            for name, inner in _members(value):
                yield from _values(f"{path}.{name}", f"{key}.{name}", inner, language)


def _members(value: object) -> Iterator[tuple[str, object]]:
    for field in _texts(_OWNERS[type(value)]):
        yield field.key, getattr(value, field.key)
    if isinstance(value, Section):
        yield "sections", value.sections


def _blocks(entry: Entry) -> Iterator[Passage]:
    for path, text in texts(entry.body):
        yield block_passage(path, text, entry.language)
        for mark, note in _notes(text):
            place = Place(block=path, start=mark, end=mark + 1)
            for words in _words_of(note):
                yield Passage("note", place, "body", plain_text(words), entry.language, words)


def _notes(text: RichText) -> Iterator[tuple[int, Note]]:
    """Yield the notes of a text with the places of their marks in its plain text."""
    place = 0
    for run in text:
        if isinstance(run, Note):
            yield place, run
        place += len(run.text) if isinstance(run, Span) else 1


def _words_of(note: Note) -> Iterable[RichText]:
    """Yield the texts of a note and of the notes inside it."""
    for _, text in texts(note.blocks):
        yield text
        for _, inner in _notes(text):
            yield from _words_of(inner)
