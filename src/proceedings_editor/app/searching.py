"""Find and replace over one entry or all: every text a person typed, the words of footnotes too.

Regular expressions run with a time limit, because a person's pattern may need ages on a long text.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

import regex

from proceedings_editor.app.recovery import TakeRecovered
from proceedings_editor.errors import UsageError
from proceedings_editor.model.body import OBJECT, RichText
from proceedings_editor.model.edit import Edit
from proceedings_editor.model.edit.reference import with_texts
from proceedings_editor.model.entry import Entry, Reference
from proceedings_editor.model.path import with_value
from proceedings_editor.model.place import Place
from proceedings_editor.model.splice import spliced
from proceedings_editor.model.workspace import Workspace
from proceedings_editor.progress import CancelToken, stop_if_cancelled
from proceedings_editor.rules.passage import Passage, passages_of
from proceedings_editor.texts import Text, plural, text

MOST_FOUND: Final = 20_000
"""More is of no use to anybody."""
_SECONDS: Final = 2.0
_AROUND: Final = 40


@dataclass(frozen=True, slots=True)
class Query:
    r"""What is looked for.

    Attributes:
        words: The words, or a regular expression.
        expression: `words` is a regular expression.
        case: Capitals matter.
        whole: Only whole words.
        replacement: What stands in their place; in a regular expression `\1` is the first group.
    """

    words: str
    expression: bool = False
    case: bool = False
    whole: bool = False
    replacement: str = ""


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One place where the words stand.

    Attributes:
        entry: Id of the entry.
        passage: Which of the entry's texts.
        before, found, after: The characters around it and itself; `words` would take its place.
    """

    entry: str
    passage: int
    start: int
    end: int
    place: Place
    before: str
    found: str
    after: str
    words: str


@dataclass(frozen=True, slots=True)
class PutWords:
    """The edit that puts words in the place of those found.

    Attributes:
        entries: The entries as they become.
        place: Where the first words stand, in the entry where it is one only; undo goes there.
    """

    entries: tuple[Entry, ...]
    place: Place
    label: Text

    @property
    def entry(self) -> str:
        """The entry, "" where they are several."""
        return self.entries[0].id if len(self.entries) == 1 else ""

    def apply(self, workspace: Workspace) -> Workspace:
        """See `Edit.apply`."""
        return TakeRecovered(None, self.entries, self.label).apply(workspace)


def find(
    entries: Iterable[Entry], query: Query, cancel: CancelToken, step: Callable[[int], None] = lambda _: None
) -> tuple[Occurrence, ...]:
    """Return where the words stand, in the order of entries and texts; at most `MOST_FOUND`.

    Args:
        entries: Where to look.
        query: What for.
        cancel: Asked between entries.
        step: Told how many entries were looked through.

    Raises:
        UsageError: The regular expression is none, or takes too long.
        Cancelled: The token says so.
    """
    pattern = _pattern(query)
    found: list[Occurrence] = []
    for number, entry in enumerate(entries, start=1):
        stop_if_cancelled(cancel)
        found += _in_entry(entry, pattern, query)
        step(number)
        if len(found) >= MOST_FOUND:
            break
    return tuple(found[:MOST_FOUND])


def replace_found(workspace: Workspace, query: Query, chosen: Iterable[Occurrence]) -> Edit | None:
    """Return the one edit that replaces the chosen places; None where none of them is there any more.

    Places are looked up anew, so that a text that changed meanwhile is left alone.

    Raises:
        UsageError: As in `find`.
    """
    pattern = _pattern(query)
    by_entry: dict[str, set[Occurrence]] = defaultdict(set)
    for one in chosen:
        by_entry[one.entry].add(one)
    changed: list[Entry] = []
    places: list[Place] = []
    for entry in workspace.entries:
        if wanted := by_entry.get(entry.id):
            there = [one for one in _in_entry(entry, pattern, query) if one in wanted]
            after = _replaced(entry, there)
            places += [one.place for one in there]
            changed += [after] if after != entry else []
    if not changed:
        return None
    label = plural("Replace {count} place", "Replace {count} places", len(places))
    return PutWords(tuple(changed), places[0] if len(changed) == 1 else Place(), label)


def _pattern(query: Query) -> regex.Pattern[str]:
    if not query.words:
        raise UsageError(text("Type what to look for."))
    words = query.words if query.expression else re.escape(query.words)
    if query.whole:
        words = rf"(?<!\w)(?:{words})(?!\w)"
    flags = regex.VERSION0 if query.case else regex.VERSION0 | regex.IGNORECASE
    try:
        return regex.compile(words, flags)
    except (regex.error, RecursionError, OverflowError) as error:
        raise UsageError(text("“{words}” is no regular expression; correct it.", words=query.words)) from error


def _in_entry(entry: Entry, pattern: regex.Pattern[str], query: Query) -> list[Occurrence]:
    return [
        occurrence
        for number, passage in enumerate(passages_of(entry))
        if passage.kind != "reading"
        for occurrence in _in_passage(entry.id, number, passage, pattern, query)
    ]


def _in_passage(
    entry: str, number: int, passage: Passage, pattern: regex.Pattern[str], query: Query
) -> Iterator[Occurrence]:
    words = passage.text
    try:
        for found in pattern.finditer(words, timeout=_SECONDS):
            start, end = found.span()
            if start == end or OBJECT in found[0] or "\n" in found[0]:
                continue
            put = found.expand(query.replacement) if query.expression else query.replacement
            yield Occurrence(
                *(entry, number, start, end, passage.at(start, end)),
                words[max(0, start - _AROUND) : start],
                found[0],
                words[end : end + _AROUND],
                " ".join(put.splitlines()).replace(OBJECT, ""),
            )
    except TimeoutError as error:
        raise UsageError(text("The regular expression takes too long; make it simpler.")) from error
    except (regex.error, IndexError) as error:
        raise UsageError(text("“{words}” names a group that is not there.", words=query.replacement)) from error


def _replaced(entry: Entry, occurrences: Sequence[Occurrence]) -> Entry:
    """Return the entry with these places replaced; each text from its end, so that places stay true."""
    by_passage: dict[int, list[Occurrence]] = defaultdict(list)
    for one in occurrences:
        by_passage[one.passage].append(one)
    passages = passages_of(entry)
    rich: dict[str, dict[int, RichText]] = {"block": {}, "note": {}}
    changed = entry
    for number, places in by_passage.items():
        passage = passages[number]
        if passage.kind in rich:
            rich[passage.kind][id(passage.rich)] = _rich(passage.rich, places)
        elif passage.kind == "reference":
            changed = _with_reference(changed, int(passage.place.field.rpartition(".")[2]), places)
        else:
            changed = with_value(changed, passage.place.field, _plain(passage.text, places))
    # First the blocks' own words, whose notes stay the same objects; then the words of the notes.
    body = with_texts(with_texts(entry.body, _lookup(rich["block"])), _lookup(rich["note"]))
    return changed if body is entry.body else replace(changed, body=body)


def _with_reference(entry: Entry, index: int, places: Sequence[Occurrence]) -> Entry:
    references = list(entry.references)
    references[index] = Reference(_rich(references[index].text, places))
    return replace(entry, references=tuple(references))


def _lookup(changed: Mapping[int, RichText]) -> Callable[[RichText], RichText]:
    return lambda words: changed.get(id(words), words)


def _rich(words: RichText, places: Sequence[Occurrence]) -> RichText:
    for one in reversed(places):
        words = spliced(words, one.start, one.end, one.words)
    return words


def _plain(words: str, places: Sequence[Occurrence]) -> str:
    for one in reversed(places):
        words = words[: one.start] + one.words + words[one.end :]
    return words
