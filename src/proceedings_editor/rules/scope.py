"""What a rule sees, and what it answers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from typing import Any, TypeVar

from proceedings_editor.model.collection import Collection
from proceedings_editor.model.edit import Edit, ReplaceText, SetField, Together
from proceedings_editor.model.entry import Entry
from proceedings_editor.model.finding import Fix, Severity
from proceedings_editor.model.place import Place
from proceedings_editor.model.template import Template
from proceedings_editor.rules.facts import Facts
from proceedings_editor.rules.passage import COLLECTION, Passage
from proceedings_editor.rules.protected import Protection, protected
from proceedings_editor.rules.shared import Shared
from proceedings_editor.texts import Text

T = TypeVar("T")

Piece = tuple[int, int, str]
"""Begin and end of a stretch, and the words to put in its place."""


def letters(start: int, old: str, new: str) -> list[Piece]:
    """Return the pieces that turn a stretch into another of the same length letter by letter, so that marks stay."""
    pairs = enumerate(zip(old, new, strict=True), start)
    return [(place, place + 1, after) for place, (before, after) in pairs if before != after]


@dataclass(frozen=True, slots=True)
class Hit:
    """A rule's answer about one place; the engine adds code, severity and entry and makes a `Finding` of it.

    Attributes:
        severity: Only where this case is graver or lighter than the rule's own severity.
        entry: Id of the entry, for rules of the collection.
        also: Ids of further entries concerned.
    """

    place: Place
    text: str
    message: Text
    fix: Fix | None = None
    severity: Severity | None = None
    entry: str = ""
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PassageScope:
    """One passage with what surrounds it; `entry` is None for the collection's own texts.

    Attributes:
        about, subject: As in the rule that asks; they say what its fixes may touch.
    """

    passage: Passage
    entry: Entry | None
    collection: Collection
    template: Template
    options: Any
    facts: Facts = field(default_factory=Facts)
    about: frozenset[str] = frozenset()
    subject: frozenset[Protection] = frozenset()

    def hit(self, start: int, end: int, message: Text, fix: Fix | None = None, severity: Severity | None = None) -> Hit:
        """Return a hit on a stretch of the passage."""
        return Hit(self.passage.at(start, end), self.passage.text[start:end], message, fix, severity)

    def fix(self, start: int, end: int, words: str, label: Text, *, safe: bool) -> Fix | None:
        """Return the fix that puts `words` in the place of a stretch.

        None for a reading, which must stay as it was found, for the words of a note, which no edit reaches, and for
        what is protected (see `rules.protected`). A fix that changes the letters of a name is never safe.
        """
        return self.fixes(start, end, ((start, end, words),), label, safe=safe)

    def fixes(self, start: int, end: int, pieces: Sequence[Piece], label: Text, *, safe: bool) -> Fix | None:
        """Return the fix that puts words in the place of some pieces of a stretch; see `fix`.

        What stands between the pieces keeps its marks (a bold word stays bold).

        Args:
            start: Where the stretch begins; the preview shows it before and after.
            end: Where it ends.
            pieces: Begin and end of each piece and its new words, from left to right.
            label: What undo calls it.
            safe: Whether it may be done without asking.
        """
        met = frozenset(kind for first, last, _ in pieces for kind in self.protections(first, last))
        edits = [self.edit(first, last, words, label) for first, last, words in reversed(pieces)]
        if self.passage.kind == "field":  # one value, so one edit
            edits = [self.edit(start, end, self._with(start, end, pieces), label)]
        made = tuple(edit for edit in edits if edit is not None)
        if not made or met - {"name"}:
            return None
        before, after = self.passage.text[start:end], self._with(start, end, pieces)
        safe = safe and not ("name" in met and _letters(before) != _letters(after))
        return Fix(made[0] if len(made) == 1 else Together(made, label), safe, before, after)

    def _with(self, start: int, end: int, pieces: Sequence[Piece]) -> str:
        """The stretch with the pieces exchanged."""
        parts, place = [], start
        for first, last, words in pieces:
            parts += [self.passage.text[place:first], words]
            place = last
        return "".join((*parts, self.passage.text[place:end]))

    def protections(self, start: int, end: int) -> AbstractSet[Protection]:
        """Return what protects a stretch from being changed, without the rule's own subject."""
        stretches = protected(self.passage, self.about)
        return {stretch.protection for stretch in stretches if stretch.meets(start, end)} - self.subject

    def edit(self, start: int, end: int, words: str, label: Text) -> Edit | None:
        """Return the edit alone; see `fix`."""
        passage, path = self.passage, self.passage.place.field
        if passage.kind == "field":
            whole = passage.text[:start] + words + passage.text[end:]
            return SetField(self.entry.id if self.entry else "", path.removeprefix(COLLECTION), whole, label)
        if self.entry is None or passage.kind in ("reading", "note"):
            return None
        return ReplaceText(self.entry.id, passage.at(start, end), words, label)


@dataclass(frozen=True, slots=True)
class EntryScope:
    """One entry with what surrounds it; `passages` are all its texts, `shared` is what rules found out about it."""

    entry: Entry
    collection: Collection
    template: Template
    passages: tuple[Passage, ...]
    options: Any
    facts: Facts = field(default_factory=Facts)
    shared: Shared = field(default_factory=Shared, repr=False, compare=False)

    def within(self, passage: Passage, subject: frozenset[Protection] = frozenset()) -> PassageScope:
        """Return the scope of one of the passages, for hits and fixes in it; `subject` as in the rule that asks."""
        return PassageScope(
            passage,
            None if passage.place.field.startswith(COLLECTION) else self.entry,
            self.collection,
            self.template,
            self.options,
            self.facts,
            subject=subject,
        )

    def once(self, work: Callable[[EntryScope], T]) -> T:
        """Return `work(self)`, worked out once for all rules of the entry; it must not look at the options."""
        return self.shared.once(work, self)


@dataclass(frozen=True, slots=True)
class CollectionScope:
    """The whole collection; `entries` are in printed order (see `Workspace`)."""

    entries: tuple[Entry, ...]
    collection: Collection
    template: Template
    options: Any
    facts: Facts = field(default_factory=Facts)
    shared: Shared = field(default_factory=Shared, repr=False, compare=False)

    def once(self, work: Callable[[CollectionScope], T]) -> T:
        """Return `work(self)`, worked out once for all rules of the collection; it must not look at the options."""
        return self.shared.once(work, self)


def _letters(words: str) -> list[str]:
    return [char for char in words if char.isalpha()]
