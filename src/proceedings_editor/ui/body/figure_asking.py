"""Puts figures into the text: chosen, pasted or dropped; opens their dialog; makes pictures smaller on request."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from proceedings_editor.app.scaling import Dots, dots_of, set_aside, smaller
from proceedings_editor.errors import ProceedingsError
from proceedings_editor.model.body import Block, Body, Figure
from proceedings_editor.model.body_edit.fragment import beside, pasted
from proceedings_editor.model.body_edit.spot import Result, Spot
from proceedings_editor.model.edit.mention import with_mentions_of
from proceedings_editor.model.edit.replace import with_block
from proceedings_editor.model.walk import Path as BlockPath
from proceedings_editor.model.walk import walk
from proceedings_editor.templates.wording import caption
from proceedings_editor.texts import Text, plural, text
from proceedings_editor.ui.body.desk import BodyDesk
from proceedings_editor.ui.body.figure_dialog import FigureActs, FigureDialog
from proceedings_editor.ui.message import ask_smaller, show_sentence
from proceedings_editor.ui.progress_dialog import wait_for
from proceedings_editor.ui.words import Words

T = TypeVar("T")
FIGURE: Text = text("Figure")
SMALLER: Text = text("Make the picture smaller")
_KINDS: Text = text("Pictures (*.png *.jpg *.jpeg *.svg *.tif *.tiff *.gif *.bmp)")


class FigureAsker:
    """Asks about figures over one desk."""

    def __init__(self, desk: BodyDesk, words: Words) -> None:
        self._desk = desk
        self._words = words
        self._shelf: Path | None = None

    # ------------------------------------------------------------------------------------------------------- doors

    def ask(self) -> None:
        """Ask for a picture and insert it at the cursor."""
        spot = self._desk.selection()[1]
        figure = self._choose()
        if figure is not None:
            self._desk.take(self.put_in(spot, (figure,)), text("Insert figure"))

    def put_in(self, spot: Spot, blocks: Body) -> Result:
        """Return the body with new blocks at a spot; mentions of the figures behind follow their numbers.

        Figures alone tear no sentence (see `beside`).
        """
        body = self._desk.sync.body
        put = beside if all(isinstance(block, Figure) for block in blocks) else pasted
        result = put(body, spot, blocks)
        return Result(with_mentions_of(body, result.body), result.spot)

    def edit(self, path: BlockPath) -> None:
        """Open the dialog of the figure at a path."""
        figure = self._there(path)
        if figure is None:
            return
        acts = FigureActs(self._choose, self._dots, self._try_smaller, lambda words: self._printed(path, words))
        dialog = FigureDialog(self._words, figure, acts, self._desk.edit)

        def take(new: Figure) -> None:
            if new != figure:
                self._exchange(path, new, FIGURE)

        dialog.figure_given.connect(take)
        dialog.open()

    def make_smaller(self, path: BlockPath) -> None:
        """Give a figure a smaller copy of its picture, in one step of undo; the original stays beside it."""
        figure = self._there(path)
        new = self._try_smaller(figure) if figure else None
        if new is not None:
            self._exchange(path, new, SMALLER)

    def _there(self, path: BlockPath) -> Figure | None:
        """Return the figure at a path with its caption, which the text shows as a line of its own."""
        block = next((block for place, block in walk(self._desk.sync.body) if place == path), None)
        return block if isinstance(block, Figure) else None

    def can_be_smaller(self, figure: Figure) -> bool:
        """Whether a figure's picture has more dots than print needs."""
        dots = self._dots(figure)
        return dots is not None and dots.are_too_many

    def run(self, work: Callable[[], T]) -> T:
        """Do work on pictures in a thread and return what it returned.

        Raises:
            ProceedingsError: What the work raised.
        """
        return wait_for(self._desk.edit, self._words, text("Copying pictures…"), work)

    def brought(self, body: Body) -> Body:
        """Return blocks just pasted or dropped; of pictures larger than print needs it is asked, once, what to do.

        The originals of those made smaller are kept among the manuscripts.
        """
        for figure in _figures(body):
            self._note(figure)
        large = [figure for figure in _figures(body) if self.can_be_smaller(figure)]
        if not large or not ask_smaller(self._desk.edit, self._words, self._question(large)):
            return body
        made = self._all_smaller(large, keeping=True)
        return _exchanged(body, made)

    # ----------------------------------------------------------------------------------------------------- pictures

    def _choose(self) -> Figure | None:
        """Let a person choose a picture, and keep it with the entry; None where nothing comes of it."""
        # The libraries for pictures are loaded when the first one is inserted.
        from proceedings_editor.app.figure import add_figure
        from proceedings_editor.ui.file_dialog import ask_file

        desk = self._desk
        file = ask_file(desk.edit, self._words, text("Insert figure"), _KINDS, self._shelf)
        if file is None:
            return None
        self._shelf = file.parent
        try:
            figure = self.run(lambda: add_figure(desk.session.folder, desk.entry_id, file))
        except ProceedingsError as error:
            show_sentence(desk.edit, self._words, error.sentence)
            return None
        return next(_figures(self.brought((figure,))))

    def _note(self, figure: Figure) -> None:
        self._desk.session.note_picture(self._desk.entry_id, figure.file)

    def _dots(self, figure: Figure) -> Dots | None:
        session = self._desk.session
        return dots_of(session.folder, session.workspace.template, self._desk.entry_id, figure)

    def _try_smaller(self, figure: Figure) -> Figure | None:
        return self._all_smaller([figure], keeping=False).get(figure)

    def _all_smaller(self, figures: list[Figure], *, keeping: bool) -> dict[Figure, Figure]:
        """Return each figure with its smaller twin; of one that cannot be made smaller it is told why."""
        folder, template = self._desk.session.folder, self._desk.session.workspace.template
        entry = self._desk.entry_id

        def work() -> dict[Figure, Figure]:
            made = {figure: smaller(folder, template, entry, figure) for figure in figures}
            for figure in made if keeping else ():
                set_aside(folder, entry, figure)
            return made

        try:
            made = wait_for(self._desk.edit, self._words, text("Making pictures smaller…"), work)
        except ProceedingsError as error:
            show_sentence(self._desk.edit, self._words, error.sentence)
            return {}
        for figure in made.values():
            self._note(figure)
        return made

    def _question(self, large: list[Figure]) -> Text:
        dots = self._dots(large[0])
        if len(large) > 1 or dots is None:
            return plural(
                "{count} picture has more dots than print needs. Make it smaller?",
                "{count} pictures have more dots than print needs. Make them smaller?",
                len(large),
            )
        return text(
            "The picture {file} is {width} dots wide; {enough} are enough for print. Make it smaller?",
            file=dots.file,
            width=dots.width,
            enough=dots.enough,
        )

    # ----------------------------------------------------------------------------------------------------- the text

    def _exchange(self, path: BlockPath, new: Figure, label: Text) -> None:
        self._desk.change(with_block(self._desk.sync.body, path, lambda _: new), label)

    def _printed(self, path: BlockPath, words: str) -> str:
        """Return the caption as it will be printed, with the figure's number."""
        entry = self._desk.session.entry(self._desk.entry_id)
        if entry is None:
            return words
        number = 1 + sum(1 for place, block in walk(entry.body) if isinstance(block, Figure) and place < path)
        pattern = self._desk.session.workspace.template.wording.figure
        return "".join(piece.text for piece in caption(pattern, number, words, entry.language))


def _figures(body: Body) -> Iterator[Figure]:
    return (block for _, block in walk(body) if isinstance(block, Figure))


def _exchanged(body: Body, made: dict[Figure, Figure]) -> Body:
    places = [(path, block) for path, block in walk(body) if isinstance(block, Figure) and block in made]
    for path, _ in places:
        body = with_block(body, path, lambda block: _twin(block, made))
    return body


def _twin(block: Block, made: dict[Figure, Figure]) -> Block:
    return replace(made[block]) if isinstance(block, Figure) else block
