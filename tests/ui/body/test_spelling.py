"""Words no dictionary knows, as they are underlined in the article and set right from its menu."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QContextMenuEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from proceedings_editor.app.session import Session
from proceedings_editor.language.spelling import is_word
from proceedings_editor.model.body import Body, Paragraph, Span, plain_text
from proceedings_editor.model.collection import Collection
from proceedings_editor.model.entry import Entry
from proceedings_editor.model.local import LANGUAGES
from proceedings_editor.model.walk import text_of
from proceedings_editor.model.workspace import Workspace
from proceedings_editor.storage.folder import Opened
from proceedings_editor.storage.layout import DICTIONARY
from proceedings_editor.templates.reader import shipped_template
from proceedings_editor.ui.body.editor import BodyEditor
from proceedings_editor.ui.job import Jobs
from proceedings_editor.ui.spelling import Spelling
from proceedings_editor.ui.words import Words
from tests.ui.body.hand import Hand
from tests.ui.body.sample import new_session, put_cursor, type_text

PATIENCE = 10_000
STARTING = "Степная рика"


class Desk:
    """An editor over one Russian article, with the spelling of its collection."""

    def __init__(self, folder: Path, body: Body, qtbot: QtBot) -> None:
        entry = Entry(id="ozera", language="ru", body=body)
        workspace = Workspace(Collection(), shipped_template("kz-conference"), (entry,))
        self.folder, self.qtbot, self.jobs = folder, qtbot, Jobs()
        self.session = Session(folder, Opened(workspace))
        self.spelling = Spelling(self.session, self.jobs)
        self.spelling.choose(("ru", "en"))
        self.said: list[str] = []
        self.spelling.said.connect(lambda sentence: self.said.append(str(sentence)))
        self.editor = BodyEditor(self.session, Words("en"), None, self.spelling)
        self.editor.resize(700, 500)
        self.editor.show()
        self.editor.show_entry("ozera")

    def close(self) -> None:
        self.jobs.shut_down()
        self.editor.close()
        self.editor.deleteLater()

    def marked(self) -> list[str]:
        wave = QTextCharFormat.UnderlineStyle.WaveUnderline
        marks = self.editor.text.extraSelections()
        return [mark.cursor.selectedText() for mark in marks if mark.format.underlineStyle() == wave]

    def shows(self, *words: str) -> None:
        self.qtbot.waitUntil(lambda: self.marked() == [*words], timeout=PATIENCE)

    def menu_at(self, word: str) -> QMenu:
        document = self.editor.text.document()
        cursor = document.find(word)
        middle = QTextCursor(document)
        middle.setPosition(cursor.selectionStart() + 1)
        point = self.editor.text.cursorRect(middle).center()
        place = self.editor.text.viewport().mapToGlobal(point)
        self.editor.text.contextMenuEvent(QContextMenuEvent(QContextMenuEvent.Reason.Mouse, point, place))
        menus = [menu for menu in self.editor.findChildren(QMenu, "bodyMenu") if menu.isVisible()]
        return menus[-1]

    def choose(self, word: str, label: str) -> None:
        menu = self.menu_at(word)
        next(action for action in menu.actions() if action.text() == label).trigger()
        menu.close()
        QApplication.processEvents()

    def text(self, block: int = 0) -> str:
        entry = self.session.entry("ozera")
        assert entry
        return plain_text(text_of(entry.body[block]))


@pytest.fixture
def desk(tmp_path: Path, qtbot: QtBot) -> Iterator[Desk]:
    made = Desk(tmp_path, (paragraph(STARTING), paragraph("Дала мектебб")), qtbot)
    yield made
    made.close()


def paragraph(*runs: str | Span) -> Paragraph:
    return Paragraph(tuple(Span(run) if isinstance(run, str) else run for run in runs))


def test_unknown_words_are_underlined_in_the_colour_of_spelling(desk: Desk) -> None:
    desk.shows("рика", "мектебб")
    assert "The dictionary does not know “рика”" in desk.editor.text.tip_at(
        desk.editor.text.document().toPlainText().index("рика")
    )


def test_the_word_being_typed_is_left_alone_until_the_cursor_leaves_it(desk: Desk, qtbot: QtBot) -> None:
    desk.shows("рика", "мектебб")
    put_cursor(desk.editor, 0, len(STARTING))
    type_text(desk.editor, " малак")
    qtbot.wait(600)
    assert desk.marked() == ["рика", "мектебб"]
    type_text(desk.editor, "о ")
    desk.shows("рика", "малако", "мектебб")


def test_a_cursor_put_into_a_word_does_not_hide_its_underline(desk: Desk, qtbot: QtBot) -> None:
    desk.shows("рика", "мектебб")
    put_cursor(desk.editor, 0, len(STARTING) - 1)
    qtbot.wait(600)
    assert desk.marked() == ["рика", "мектебб"]


def test_a_word_set_right_by_hand_loses_its_underline(desk: Desk) -> None:
    desk.shows("рика", "мектебб")
    put_cursor(desk.editor, 0, len(STARTING) - 2)
    desk.editor.text.textCursor().deletePreviousChar()
    type_text(desk.editor, "е")
    desk.shows("мектебб")
    assert desk.text() == "Степная река"


def test_languages_can_be_taken_away_and_come_back(desk: Desk) -> None:
    desk.shows("рика", "мектебб")
    desk.spelling.choose(())
    desk.shows()
    desk.spelling.choose(LANGUAGES)
    desk.shows("рика", "мектебб")


def test_kazakh_is_looked_up_only_on_request(tmp_path: Path, qtbot: QtBot) -> None:
    desk = Desk(tmp_path, (paragraph(Span("Дала мектебб", language="kk"), " и рика"),), qtbot)
    desk.shows("рика")
    desk.spelling.choose(LANGUAGES)
    desk.shows("мектебб", "рика")
    desk.close()


def test_a_proposal_takes_the_words_place_and_can_be_undone(desk: Desk) -> None:
    desk.shows("рика", "мектебб")
    assert desk.menu_at("рика").actions()[0].text() == "река"
    desk.choose("рика", "река")
    assert desk.text() == "Степная река"
    desk.shows("мектебб")
    desk.session.undo()
    assert desk.text() == STARTING
    desk.shows("рика", "мектебб")


def test_no_more_than_five_proposals_are_shown(desk: Desk) -> None:
    desk.shows("рика", "мектебб")
    labels = [action.text() for action in desk.menu_at("рика").actions()]
    assert 1 <= labels.index("Add to the dictionary") <= 6


def test_a_marked_word_keeps_its_marks_when_a_proposal_is_taken(tmp_path: Path, qtbot: QtBot) -> None:
    desk = Desk(tmp_path, (paragraph("Степная ", Span("рика", bold=True), " здесь"),), qtbot)
    desk.shows("рика")
    desk.choose("рика", "река")
    entry = desk.session.entry("ozera")
    assert entry and text_of(entry.body[0])[1] == Span("река", bold=True)
    desk.close()


def test_a_word_is_added_to_the_dictionary_and_taken_out_again(desk: Desk) -> None:
    desk.shows("рика", "мектебб")
    desk.choose("мектебб", "Add to the dictionary")
    desk.shows("рика")
    assert (desk.folder / DICTIONARY).read_text(encoding="utf-8") == "мектебб\n"
    assert desk.said == ["“мектебб” is in the dictionary of this collection now."]
    desk.choose("мектебб", "Take out of the dictionary")
    desk.shows("рика", "мектебб")
    assert (desk.folder / DICTIONARY).read_text(encoding="utf-8") == ""


def test_what_somebody_else_adds_is_right_here_too(desk: Desk) -> None:
    desk.spelling.start()
    desk.shows("рика", "мектебб")
    (desk.folder / DICTIONARY).write_text("рика\nмектебб\n", encoding="utf-8")
    desk.shows()


def test_a_damaged_dictionary_is_told_once_and_stays_as_it_is(desk: Desk, qtbot: QtBot) -> None:
    damaged = "рика".encode("cp1251")
    (desk.folder / DICTIONARY).write_bytes(damaged)
    desk.spelling.look()
    qtbot.waitUntil(lambda: len(desk.said) == 1, timeout=PATIENCE)
    assert "this is not UTF-8 text" in desk.said[0]
    desk.shows("рика", "мектебб")
    desk.choose("мектебб", "Add to the dictionary")
    assert (desk.folder / DICTIONARY).read_bytes() == damaged
    assert "this is not UTF-8 text" in desk.said[-1]


def test_an_article_that_may_only_be_read_offers_no_proposals(desk: Desk) -> None:
    desk.shows("рика", "мектебб")
    desk.editor.set_read_only(True)
    labels = [action.text() for action in desk.menu_at("рика").actions()]
    assert "река" not in labels
    assert "Add to the dictionary" in labels


def test_only_what_is_in_view_is_underlined(tmp_path: Path, qtbot: QtBot) -> None:
    desk = Desk(tmp_path, tuple(paragraph(f"Степная рика{letter}") for letter in "абвгдежзик" * 20), qtbot)
    qtbot.waitUntil(lambda: len(desk.marked()) > 5, timeout=PATIENCE)
    assert len(desk.marked()) < 60
    bar = desk.editor.text.verticalScrollBar()
    bar.setValue(bar.maximum())
    qtbot.waitUntil(lambda: desk.marked()[-1:] == ["рикак"], timeout=PATIENCE)
    assert len(desk.marked()) < 60
    desk.close()


@pytest.mark.parametrize("seed", range(3))
def test_whatever_a_person_does_only_unknown_words_are_underlined(tmp_path: Path, qtbot: QtBot, seed: int) -> None:
    session, jobs = new_session(), Jobs()
    spelling = Spelling(session, jobs)
    spelling.choose(LANGUAGES)
    editor = BodyEditor(session, Words("en"), None, spelling)
    editor.resize(700, 600)
    editor.show()
    editor.show_entry("dala")
    hand = Hand(editor, session, seed)
    seen = 0
    for _ in range(12):
        for _ in range(6):
            hand.go()
        qtbot.wait(300)
        marks = [mark.cursor.selectedText() for mark in editor.text.extraSelections()]
        assert not [word for word in marks if is_word(word, "kk") and is_word(word, "en")]
        assert all(word.isalpha() for word in marks)
        seen += len(marks)
    assert seen
    assert editor.sync.walked() == editor.sync.body
    jobs.shut_down()
    editor.close()
    editor.deleteLater()
