"""Figures in the editor: their dialog, drawings, and pictures larger than print needs."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QDoubleSpinBox,
    QLabel,
    QLineEdit,
    QMenu,
    QMessageBox,
    QPlainTextEdit,
    QPushButton,
)
from pytestqt.qtbot import QtBot

from proceedings_editor.app.composing import compose_entry
from proceedings_editor.exporters.composition.picture import picture_bytes
from proceedings_editor.model.body import Figure, FormulaSource, InlineFormula, Paragraph, Span
from proceedings_editor.model.collection import Collection
from proceedings_editor.ui.body.clipboard import pasting_of
from proceedings_editor.ui.body.figure_dialog import FigureDialog
from proceedings_editor.ui.body.rich_copy import html_of
from tests.ui.body.bench import Bench
from tests.ui.body.sample import press, put_cursor
from tests.ui.message import answer, read_message

ALT = Qt.KeyboardModifier.AltModifier
DRAWING = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><rect width="40" height="20" fill="red"/></svg>'
)
WORDS = Paragraph((Span("сөз"),))


class Desk(Bench):
    """An editor over an article in a folder."""

    def __init__(self, qtbot: QtBot, folder: Path, *body: object) -> None:
        super().__init__(qtbot, *body, folder=folder)
        self.folder = folder

    def save(self, name: str, width: int = 4000) -> Path:
        """Save a picture beside the collection."""
        file = self.folder / name
        Image.linear_gradient("L").resize((width, width // 2)).convert("RGB").save(file)
        return file

    def keep(self, name: str, width: int = 4000) -> Figure:
        """Save a picture with the article's own."""
        (self.folder / "figures" / "dala").mkdir(parents=True, exist_ok=True)
        self.save(f"figures/dala/{name}", width)
        return Figure(name)

    def drop(self, *files: Path) -> None:
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
        self.editor.text.dropped(data, 0, False)

    def properties(self, line: int) -> FigureDialog:
        put_cursor(self.editor, line)
        press(self.editor, Qt.Key.Key_Return, "\r", ALT)
        return next(found for found in self.editor.findChildren(FigureDialog) if found.isVisible())

    @property
    def colours(self) -> set[str]:
        """Colours that the text is painted in."""
        shown = self.editor.text.grab().toImage()
        spots = [(x, y) for x in range(0, shown.width(), 3) for y in range(0, shown.height(), 3)]
        return {shown.pixelColor(x, y).name() for x, y in spots}

    @property
    def files(self) -> set[str]:
        return {path.name for path in (self.folder / "figures" / "dala").iterdir()}


@pytest.fixture(autouse=True)
def no_dialog_is_left(qtbot: QtBot) -> Iterator[None]:
    yield
    for widget in QApplication.topLevelWidgets():
        if isinstance(widget, QDialog):
            widget.reject()


def line(dialog: QDialog, name: str) -> QLineEdit:
    found = dialog.findChild(QLineEdit, name)
    assert found
    return found


def type_alt(dialog: QDialog, words: str) -> None:
    found = dialog.findChild(QPlainTextEdit, "figureAlt")
    assert found
    found.setPlainText(words)


def told(dialog: QDialog, name: str) -> str:
    found = dialog.findChild(QLabel, name)
    assert found
    return found.text()


# ---------------------------------------------------------------------------------------------------------- the dialog


def test_the_dialog_shows_the_caption_as_it_will_be_printed(qtbot: QtBot, tmp_path: Path) -> None:
    desk = Desk(qtbot, tmp_path, Figure("а.png"), WORDS, Figure("б.png", (Span("Көл"),)))
    dialog = desk.properties(3)
    assert line(dialog, "figureCaption").text() == "Көл"
    line(dialog, "figureCaption").setText("Балқаш көлі")
    assert told(dialog, "figurePrinted") == "2-сурет – Балқаш көлі"
    type_alt(dialog, "Карта")
    dialog.accept()
    assert desk.body[2] == Figure("б.png", (Span("Балқаш көлі"),), "Карта")
    desk.session.undo()
    assert desk.body[2] == Figure("б.png", (Span("Көл"),))


def test_marks_and_formulas_in_a_caption_survive_other_words(qtbot: QtBot, tmp_path: Path) -> None:
    formula = InlineFormula(FormulaSource("x^2"))
    caption = (Span("Су "), Span("деңгейі", italic=True), Span(" және "), formula)
    desk = Desk(qtbot, tmp_path, Figure("а.png", caption))
    dialog = desk.properties(0)
    type_alt(dialog, "Сызба")
    dialog.accept()
    assert desk.body == (Figure("а.png", caption, "Сызба"),)
    dialog = desk.properties(0)
    field = line(dialog, "figureCaption")
    field.setText(field.text().replace("Су", "Көлдің су"))
    dialog.accept()
    assert desk.body == (Figure("а.png", (Span("Көлдің су "), *caption[1:]), "Сызба"),)


def test_the_dots_are_told_and_follow_the_width(qtbot: QtBot, tmp_path: Path) -> None:
    figure = Desk(qtbot, tmp_path, WORDS).keep("а.png", 1200)
    desk = Desk(qtbot, tmp_path, replace(figure, width=10.16))
    dialog = desk.properties(0)
    assert told(dialog, "figureDots") == "1200 × 600, in print 300 per inch"
    button = dialog.findChild(QPushButton, "figureSmaller")
    width = dialog.findChild(QDoubleSpinBox, "figureWidth")
    assert button and width and not button.isEnabled()
    width.setValue(5.08)
    assert told(dialog, "figureDots") == "1200 × 600, in print 600 per inch" and button.isEnabled()


def test_a_missing_picture_is_told(qtbot: QtBot, tmp_path: Path) -> None:
    dialog = Desk(qtbot, tmp_path, Figure("жоқ.png")).properties(0)
    assert "missing" in told(dialog, "figureDots")


# ------------------------------------------------------------------------------------------------------------ drawings


def test_a_dropped_drawing_is_painted_and_copied_as_the_exports_show_it(qtbot: QtBot, tmp_path: Path) -> None:
    desk = Desk(qtbot, tmp_path, WORDS)
    file = tmp_path / "сызба.svg"
    file.write_text(DRAWING, encoding="utf-8")
    desk.drop(file)
    assert desk.body == (Figure("сызба.svg"), WORDS)
    qtbot.waitUntil(lambda: "#ff0000" in desk.colours, timeout=20_000)
    kept = tmp_path / "figures" / "dala" / "сызба.svg"
    assert "data:image/png;base64,iVBOR" in html_of(desk.body, lambda name: kept)
    assert picture_bytes(kept).startswith(b"\x89PNG")


def test_a_drawing_on_the_clipboard_is_pasted(qtbot: QtBot, tmp_path: Path) -> None:
    desk = Desk(qtbot, tmp_path, WORDS)
    data = QMimeData()
    data.setData("image/svg+xml", DRAWING.encode())
    assert desk.editor.text.canInsertFromMimeData(data)
    desk.editor.text.insertFromMimeData(data)
    assert desk.body[0] == Figure("picture.svg")


def test_a_hostile_drawing_is_refused_with_a_sentence_and_not_kept(qtbot: QtBot, tmp_path: Path) -> None:
    desk = Desk(qtbot, tmp_path, WORDS)
    file = tmp_path / "a.svg"
    file.write_text(DRAWING.replace("<rect", '<image href="file:///etc/hostname"/><rect'), encoding="utf-8")
    said = read_message()
    desk.drop(file)
    assert len(said) == 1 and "outside" in said[0] and desk.body == (WORDS,)
    assert not (tmp_path / "figures").exists()


# ------------------------------------------------------------------------------------------------------------- smaller


def test_a_dropped_picture_is_made_smaller_when_wanted_and_its_original_kept(qtbot: QtBot, tmp_path: Path) -> None:
    desk = Desk(qtbot, tmp_path, WORDS)
    file = desk.save("фото.jpg")
    said = answer(QMessageBox.StandardButton.Yes)
    desk.drop(file)
    assert "4000" in said[0] and "2008" in said[0]
    assert desk.body == (Figure("фото-300dpi.jpg"), WORDS)
    assert desk.files == {"фото-300dpi.jpg"}
    assert (tmp_path / "manuscripts" / "фото.jpg").read_bytes() == file.read_bytes()
    assert desk.session.undo() and desk.body == (WORDS,)
    assert desk.session.redo() and desk.body[0] == Figure("фото-300dpi.jpg")


def test_a_picture_is_kept_as_it_is_when_wanted(qtbot: QtBot, tmp_path: Path) -> None:
    desk = Desk(qtbot, tmp_path, WORDS)
    file = desk.save("фото.jpg")
    answer(QMessageBox.StandardButton.No)
    desk.drop(file)
    assert desk.body == (Figure("фото.jpg"), WORDS) and desk.files == {"фото.jpg"}


def test_of_several_pictures_it_is_asked_once(qtbot: QtBot, tmp_path: Path) -> None:
    desk = Desk(qtbot, tmp_path, WORDS)
    files = [desk.save("а.jpg"), desk.save("ә.png", 900), desk.save("б.png", 3000)]
    said = answer(QMessageBox.StandardButton.Yes)
    desk.drop(*files)
    assert len(said) == 1 and "2 pictures" in said[0]
    assert desk.body == (Figure("а-300dpi.jpg"), Figure("ә.png"), Figure("б-300dpi.png"), WORDS)


def test_a_picture_small_enough_asks_nothing(qtbot: QtBot, tmp_path: Path) -> None:
    desk = Desk(qtbot, tmp_path, WORDS)
    desk.drop(desk.save("а.png", 900))
    assert desk.body == (Figure("а.png"), WORDS)


def test_a_figure_in_the_article_is_made_smaller_from_its_menu_and_undo_brings_the_original(
    qtbot: QtBot, tmp_path: Path
) -> None:
    figure = replace(Desk(qtbot, tmp_path, WORDS).keep("фото.jpg"), caption=(Span("Дала"),), alt="Дала", width=8.0)
    desk = Desk(qtbot, tmp_path, figure)
    assert "Make the picture smaller" in choose(desk, "Make the picture smaller")
    assert desk.body == (replace(figure, file="фото-300dpi.jpg"),)
    assert desk.files == {"фото.jpg", "фото-300dpi.jpg"}
    desk.session.undo()
    assert desk.body == (figure,)
    desk.session.redo()
    assert "Make the picture smaller" not in choose(desk)


def test_the_dialog_makes_a_picture_smaller_when_it_is_accepted(qtbot: QtBot, tmp_path: Path) -> None:
    figure = Desk(qtbot, tmp_path, WORDS).keep("фото.jpg")
    desk = Desk(qtbot, tmp_path, figure)
    dialog = desk.properties(0)
    button = dialog.findChild(QPushButton, "figureSmaller")
    assert button
    button.click()
    assert told(dialog, "figureFile") == "фото-300dpi.jpg" and not button.isEnabled()
    dialog.accept()
    assert desk.body == (Figure("фото-300dpi.jpg"),)


def choose(desk: Desk, label: str = "") -> list[str]:
    """Open the context menu over the first figure; choose an action, and return what it offers."""
    put_cursor(desk.editor, 0)
    spot = desk.editor.text.cursorRect().center()
    desk.editor.text.menu_at(desk.editor.text.viewport().mapToGlobal(spot))
    menu = desk.editor.findChild(QMenu, "bodyMenu")
    assert menu
    offered = [action.text() for action in menu.actions()]
    wanted = [action for action in menu.actions() if label and action.text() == label]
    menu.hide()
    for action in wanted:
        action.trigger()
    return offered


def test_a_figure_copied_into_another_article_takes_its_picture_along(qtbot: QtBot, tmp_path: Path) -> None:
    figure = replace(Desk(qtbot, tmp_path, WORDS).keep("а.png", 90), caption=(Span("Дала"),))
    desk = Desk(qtbot, tmp_path, figure, WORDS, figure)
    desk.editor.text.selectAll()
    data = desk.editor.text.createMimeDataFromSelection()
    other = pasting_of(data, tmp_path, "ozen")
    assert other.body == desk.body
    assert (tmp_path / "figures" / "ozen" / "а.png").read_bytes() == (
        tmp_path / "figures" / "dala" / "а.png"
    ).read_bytes()
    assert pasting_of(data, tmp_path, "dala").body == desk.body and desk.files == {"а.png"}


def test_mentions_behind_a_new_picture_follow(qtbot: QtBot, tmp_path: Path) -> None:
    said = Paragraph((Span("1-суретте көл"),))
    desk = Desk(qtbot, tmp_path, WORDS, said, Figure("көл.png"))
    desk.drop(desk.save("а.png", 900))
    assert desk.body == (Figure("а.png"), WORDS, Paragraph((Span("2-суретте көл"),)), Figure("көл.png"))
    desk.session.undo()
    assert desk.body == (WORDS, said, Figure("көл.png"))


def test_a_drawing_inside_a_page_of_a_browser_is_pasted(qtbot: QtBot, tmp_path: Path) -> None:
    desk = Desk(qtbot, tmp_path, WORDS)
    data = QMimeData()
    data.setHtml(f'<p>Сызба</p><img src="data:image/svg+xml;base64,{b64encode(DRAWING.encode()).decode()}">')
    desk.editor.text.insertFromMimeData(data)
    assert Figure("picture.svg") in desk.body
    assert (tmp_path / "figures" / "dala" / "picture.svg").read_text(encoding="utf-8") == DRAWING


def test_a_hostile_drawing_put_into_the_folder_is_not_drawn_anywhere(qtbot: QtBot, tmp_path: Path) -> None:
    """As from a zip, or by hand."""
    home = tmp_path / "figures" / "dala"
    home.mkdir(parents=True)
    (home / "а.svg").write_text(DRAWING.replace("<rect", '<use href="b.svg#a"/><rect'), encoding="utf-8")
    desk = Desk(qtbot, tmp_path, Figure("а.svg"), WORDS)
    QTest.qWait(300)
    assert "#ff0000" not in desk.colours
    composition = compose_entry(
        tmp_path, Collection(), desk.session.workspace.template, desk.session.workspace.entries[0], 1
    )
    assert [element.path for part in composition.parts for element in part.elements if hasattr(element, "alt")] == [
        None
    ]
