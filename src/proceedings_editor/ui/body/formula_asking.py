"""Puts the formulas that the dialog gives into the text, and opens it for those that stand there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from proceedings_editor.model.body import Block, Body, DisplayFormula, FormulaSource, InlineFormula, Paragraph
from proceedings_editor.model.body_edit.fragment import beside, pasted
from proceedings_editor.model.body_edit.spot import Result, Spot, Stretch
from proceedings_editor.model.body_edit.text import put_in
from proceedings_editor.model.edit.mention import with_mentions_of
from proceedings_editor.model.edit.replace import with_block
from proceedings_editor.model.walk import Path, walk
from proceedings_editor.texts import Text, text
from proceedings_editor.ui.body.desk import BodyDesk
from proceedings_editor.ui.formula.asked import AskedFormula
from proceedings_editor.ui.words import Words

if TYPE_CHECKING:
    from proceedings_editor.ui.formula.dialog import FormulaDialog

FORMULA: Text = text("Formula")


class FormulaAsker:
    """Opens the dialog of formulas over one desk."""

    def __init__(self, desk: BodyDesk, words: Words) -> None:
        self._desk = desk
        self._words = words

    def ask(self) -> None:
        """Ask for a new formula at the cursor."""
        spot = self._desk.selection()[1]
        dialog = self._dialog(AskedFormula(FormulaSource("")), self._desk.sync.line(spot.line).path)
        dialog.formula_given.connect(lambda asked: self._insert(spot, asked))

    def edit_run(self, stretch: Stretch, run: InlineFormula) -> None:
        """Ask for a formula in the line again."""
        dialog = self._dialog(AskedFormula(run.formula), self._desk.sync.line(stretch.line).path)
        dialog.formula_given.connect(lambda asked: self._exchange_run(stretch, asked))

    def edit_block(self, path: Path, block: DisplayFormula) -> None:
        """Ask for a formula on a line of its own again."""
        dialog = self._dialog(AskedFormula(block.formula, True, block.numbered), path)
        dialog.formula_given.connect(lambda asked: self._exchange_block(path, block, asked))

    def _dialog(self, asked: AskedFormula, path: Path) -> FormulaDialog:
        # The forms and their palette are loaded when a formula is first wanted.
        from proceedings_editor.ui.formula.dialog import FormulaDialog

        dialog = FormulaDialog(self._words, asked, number_at(self._desk.sync.body, path), self._desk.edit)
        dialog.open()
        return dialog

    # ----------------------------------------------------------------------------------------------------- the text

    def _insert(self, spot: Spot, asked: AskedFormula) -> None:
        body = self._desk.sync.body
        if asked.display:
            self._take(body, beside(body, spot, (_block(asked),)))
        else:
            behind = Spot(spot.line, spot.offset + 1)
            here = Stretch(spot.line, spot.offset, spot.offset)
            self._take(body, Result(put_in(body, here, (InlineFormula(asked.source),)), behind))

    def _exchange_run(self, stretch: Stretch, asked: AskedFormula) -> None:
        body = self._desk.sync.body
        if asked.display:
            without = put_in(body, stretch, ())
            self._take(body, pasted(without, Spot(stretch.line, stretch.start), (_block(asked),)))
        else:
            self._desk.change(put_in(body, stretch, (InlineFormula(asked.source),)), FORMULA)

    def _exchange_block(self, path: Path, old: DisplayFormula, asked: AskedFormula) -> None:
        new: Block = _block(asked) if asked.display else Paragraph((InlineFormula(asked.source),))
        if new != old:
            body = self._desk.sync.body
            changed = with_block(body, path, lambda _: new)
            self._desk.change(with_mentions_of(body, changed, {id(old): new}), FORMULA)

    def _take(self, body: Body, result: Result) -> None:
        self._desk.take(Result(with_mentions_of(body, result.body), result.spot), FORMULA)


def number_at(body: Body, path: Path) -> int:
    """Return the number a formula has, or would have, at a place of the article."""
    numbered = (place for place, block in walk(body) if isinstance(block, DisplayFormula) and block.numbered)
    return 1 + sum(1 for place in numbered if place < path)


def _block(asked: AskedFormula) -> DisplayFormula:
    return DisplayFormula(asked.source, asked.numbered)
