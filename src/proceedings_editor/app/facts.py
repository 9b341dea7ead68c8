"""What rules may know beyond the collection's files: gathered here, handed to the engine.

What costs something is looked at only when a rule asks for it, entry by entry.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import cached_property, lru_cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Final, Generic, TypeVar

from proceedings_editor.app.vocabulary import Vocabulary, is_asked, read_vocabulary
from proceedings_editor.exporters.composition.picture import picture_header
from proceedings_editor.exporters.pdf.coverage import drawable
from proceedings_editor.model.body import Block, DisplayFormula, Figure, FormulaSource, InlineFormula, RichText
from proceedings_editor.model.entry import Entry
from proceedings_editor.model.walk import notes_of, text_of, walk
from proceedings_editor.model.workspace import Workspace
from proceedings_editor.rules.facts import Facts, PictureFile
from proceedings_editor.storage.attachment import figure_path

if TYPE_CHECKING:
    from proceedings_editor.app.exporting import ExportedFile

T = TypeVar("T")

_NO_PAGES: Final[Mapping[str, int]] = {}
_NO_FILES: Final[Mapping[str, str]] = {}


class _WhenAsked(Mapping[str, T], Generic[T]):
    """Entry id -> a fact, looked for when somebody first asks."""

    def __init__(self, entries: Sequence[Entry], look: Callable[[Entry], T]) -> None:
        self._all = entries
        self._look = look
        self._known: dict[str, T] = {}

    @cached_property
    def _entries(self) -> dict[str, Entry]:
        return {entry.id: entry for entry in self._all}

    def __getitem__(self, entry_id: str) -> T:
        if entry_id not in self._known:
            self._known[entry_id] = self._look(self._entries[entry_id])
        return self._known[entry_id]

    def __iter__(self) -> Iterator[str]:
        return iter(self._entries)

    def __len__(self) -> int:
        return len(self._entries)


def gather_facts(
    folder: Path,
    workspace: Workspace,
    today: date,
    pages: Mapping[str, int] = _NO_PAGES,
    files: Mapping[str, str] = _NO_FILES,
    *,
    vocabulary: Vocabulary | None = None,
    book: bool = False,
) -> Facts:
    """Return what can be known cheaply, and the page counts that somebody has found.

    Args:
        folder: The collection's folder.
        workspace: The collection as it is now.
        today: The day of checking.
        pages: Entry id -> pages of its article (see `app.page_count`, `Preview.article_pages`).
        files: Entry id -> name of its file (see `Opened.sources`).
        vocabulary: The words that are right; None to read the collection's own where the template asks for words.
        book: The collection is being assembled into the book.
    """
    entries, asked = workspace.entries, is_asked(workspace.template)
    return Facts(
        pages=pages,
        missing_figures=_WhenAsked(entries, partial(_missing_figures, folder)),
        pictures=_WhenAsked(entries, partial(_pictures, folder)),
        undrawable_figures=_WhenAsked(entries, partial(_undrawable_figures, folder)),
        unreadable_formulas=_WhenAsked(entries, _unreadable_formulas),
        glyphs=drawable(),
        today=today,
        is_word=(vocabulary or read_vocabulary(folder)[0]) if asked else None,
        files=files,
        book=book,
    )


def with_exports(facts: Facts, files: Iterable[ExportedFile]) -> Facts:
    """Return the facts with what finished files tell: pages of articles and of site PDFs, sizes of attachments."""
    pages, site_pages, attachments = dict(facts.pages), dict(facts.site_pages), dict(facts.attachments)
    exported = tuple(files)
    attachments |= dict.fromkeys((file.entry for file in exported), 0)
    for file in exported:
        attachments[file.entry] += file.size
        if file.article_pages:
            pages[file.entry] = file.article_pages
        if file.pages > file.article_pages > 0:  # an article without its information page is no site PDF
            site_pages[file.entry] = file.pages
    return replace(facts, pages=pages, site_pages=site_pages, attachments=attachments)


def _figures(entry: Entry) -> frozenset[str]:
    return frozenset(block.file for _, block in walk(entry.body) if isinstance(block, Figure))


def _missing_figures(folder: Path, entry: Entry) -> frozenset[str]:
    return frozenset(file for file in _figures(entry) if figure_path(folder, entry.id, file) is None)


def _pictures(folder: Path, entry: Entry) -> Mapping[str, PictureFile]:
    found = {file: _picture(figure_path(folder, entry.id, file)) for file in sorted(_figures(entry))}
    return {file: picture for file, picture in found.items() if picture}


def _undrawable_figures(folder: Path, entry: Entry) -> frozenset[str]:
    return _figures(entry) - _missing_figures(folder, entry) - _pictures(folder, entry).keys()


def _picture(path: Path | None) -> PictureFile | None:
    if path is None:
        return None
    try:
        status = path.stat()
    except OSError:
        return None
    header = picture_header(path, status.st_mtime_ns)
    return None if header is None else PictureFile(header.width, header.height, status.st_size, header.dpi)


def _unreadable_formulas(entry: Entry) -> frozenset[tuple[int, ...]]:
    return frozenset(path for path, block in walk(entry.body) if not all(map(_is_readable, _formulas(block))))


def _formulas(block: Block) -> Iterator[FormulaSource]:
    """Yield the formulas of a block's own text and of its notes."""
    if isinstance(block, DisplayFormula):
        yield block.formula
    yield from _formulas_of(text_of(block))


def _formulas_of(words: RichText) -> Iterator[FormulaSource]:
    yield from (run.formula for run in words if isinstance(run, InlineFormula))
    for note in notes_of(words):
        for _, block in walk(note.blocks):
            yield from _formulas(block)


@lru_cache(maxsize=4096)
def _is_readable(formula: FormulaSource) -> bool:
    from proceedings_editor.exporters.composition.broken_formula import is_readable

    return is_readable(formula)
