"""Facts from outside the workspace, gathered by `app`; an absent fact means that no rule says anything about it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date

from proceedings_editor.model.local import Language


@dataclass(frozen=True, slots=True)
class PictureFile:
    """A picture in an entry's figures folder: its size in pixels and bytes, and what it says of its own resolution.

    Attributes:
        dpi: Dots per inch, 0 where the file does not say.
    """

    width: int
    height: int
    size: int
    dpi: float = 0


@dataclass(frozen=True, slots=True)
class Facts:
    """What rules may know beyond the workspace.

    Attributes:
        pages: Entry id -> number of laid-out article pages.
        missing_figures: Entry id -> names of figure files that are not in its folder; absent when nobody looked.
        pictures: Entry id -> file name -> what is known of it.
        undrawable_figures: Entry id -> names of figure files that are there but that no picture can be read from.
        unreadable_formulas: Entry id -> index paths of the blocks with a formula that cannot be drawn.
        attachments: Entry id -> bytes of the files that would be sent by mail.
        site_pages: Entry id -> pages of the PDF for the web site.
        glyphs: Every character that a shipped font can draw; None when nobody looked.
        today: The day of checking, None when it must not matter.
        is_word: Says whether a dictionary knows a word of a language; None without dictionaries.
        files: Entry id -> name of its file, as "070_abdughani_zhn.yaml"; absent for one that was never saved.
        book: The collection is being assembled into the book, so its numbers must have no gaps.
    """

    pages: Mapping[str, int] = field(default_factory=dict)
    missing_figures: Mapping[str, frozenset[str]] = field(default_factory=dict)
    pictures: Mapping[str, Mapping[str, PictureFile]] = field(default_factory=dict)
    undrawable_figures: Mapping[str, frozenset[str]] = field(default_factory=dict)
    unreadable_formulas: Mapping[str, frozenset[tuple[int, ...]]] = field(default_factory=dict)
    attachments: Mapping[str, int] = field(default_factory=dict)
    site_pages: Mapping[str, int] = field(default_factory=dict)
    glyphs: frozenset[str] | None = None
    today: date | None = None
    is_word: Callable[[str, Language], bool] | None = None
    files: Mapping[str, str] = field(default_factory=dict)
    book: bool = False
