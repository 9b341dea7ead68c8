"""Sending from the window: what is shown is what goes out, and a draft finds its way from here."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from email import policy
from email.parser import BytesParser
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QListWidget,
    QMenu,
    QPlainTextEdit,
    QPushButton,
    QToolButton,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)
from pytestqt.qtbot import QtBot

from proceedings_editor.app.drafting import mark_sent
from proceedings_editor.app.session import Session
from proceedings_editor.model.edit import SetField, SetRules
from proceedings_editor.model.template import RuleSettings
from proceedings_editor.storage.outbox import read_log
from proceedings_editor.texts import text
from proceedings_editor.ui.job import Jobs
from proceedings_editor.ui.mail.dialog import SendDialog
from proceedings_editor.ui.main_window import MainWindow
from proceedings_editor.ui.memory import Memory
from proceedings_editor.ui.words import Words
from tests.ui.keyboard import type_text
from tests.ui.mail.conftest import Opened
from tests.ui.message import with_next_dialog

W = TypeVar("W", bound=QWidget)
WAIT = 30_000
LABEL = text("Article title")


def child(parent: QWidget, kind: type[W], name: str) -> W:
    found = parent.findChild(kind, name)
    assert found, name
    return found


def press(dialog: QWidget, name: str) -> None:
    child(dialog, QAbstractButton, name).click()


def rows(dialog: QWidget) -> list[QTreeWidgetItem]:
    tree = child(dialog, QTreeWidget, "mailTable")
    return [item for row in range(tree.topLevelItemCount()) if (item := tree.topLevelItem(row))]


def states(dialog: QWidget) -> list[str]:
    return [item.text(1) for item in rows(dialog)]


def ticks(dialog: QWidget) -> list[bool]:
    return [item.checkState(0) == Qt.CheckState.Checked for item in rows(dialog)]


def files(dialog: QWidget) -> list[str]:
    shown = child(dialog, QListWidget, "attachmentList")
    return [shown.item(row).text() for row in range(shown.count())]


def said(dialog: QWidget) -> str:
    return child(dialog, QLabel, "sendResult").text()


def words_of(dialog: QWidget) -> str:
    return child(dialog, QPlainTextEdit, "mailText").toPlainText()


def go_to(dialog: QWidget, row: int) -> None:
    child(dialog, QTreeWidget, "mailTable").setCurrentItem(rows(dialog)[row])


def choose(dialog: QWidget, name: str, value: str) -> None:
    box = child(dialog, QComboBox, name)
    box.setCurrentIndex(box.findData(value))


@pytest.fixture
def jobs(qtbot: QtBot) -> Iterator[Jobs]:
    jobs = Jobs()
    yield jobs
    jobs.shut_down()
    jobs.deleteLater()


@pytest.fixture
def settled(qtbot: QtBot, jobs: Jobs) -> Callable[[QWidget], None]:
    """Waits until no work is waited for."""

    def wait(dialog: QWidget) -> None:
        close = child(dialog, QPushButton, "sendCloseButton")
        qtbot.waitUntil(lambda: close.text() == "Close", timeout=WAIT)

    return wait


@pytest.fixture
def dialog(
    session: Session, words: Words, jobs: Jobs, qtbot: QtBot, settled: Callable[[QWidget], None]
) -> Iterator[SendDialog]:
    """The four articles of the sample, the last without an address; acceptance is the letter."""
    for number in range(3):
        session.apply(SetField("beldeu", f"authors.{number}.email", "", LABEL))
    window = QWidget()
    qtbot.addWidget(window)
    chosen = [entry.id for entry in session.workspace.entries]
    dialog = SendDialog(session, words, jobs, chosen, window)
    dialog.show()
    settled(dialog)
    yield dialog
    dialog.close()


@pytest.fixture
def made(dialog: SendDialog, settled: Callable[[QWidget], None]) -> SendDialog:
    """After the drafts were prepared."""
    press(dialog, "prepareButton")
    settled(dialog)
    return dialog


def test_accepted_articles_get_the_letter_of_acceptance_and_those_that_cannot_go_say_why(dialog: SendDialog) -> None:
    assert child(dialog, QComboBox, "letterChoice").currentData() == "accepted"
    assert states(dialog)[:3] == ["Ready", "Ready", "Ready"]
    assert "e-mail address" in states(dialog)[3]
    assert ticks(dialog) == [True, True, True, False]
    assert not rows(dialog)[3].flags() & Qt.ItemFlag.ItemIsUserCheckable
    assert child(dialog, QPushButton, "prepareButton").text() == "Prepare 3 mails"
    go_to(dialog, 3)
    assert "e-mail address" in child(dialog, QLabel, "mailReasons").text()


def test_the_preview_shows_to_whom_what_and_which_files(dialog: SendDialog, qtbot: QtBot) -> None:
    assert child(dialog, QLineEdit, "mailTo").text() == "Жолдыбекова Інжу Саматқызы <zholdybekova.inzhu@example.kz>"
    assert child(dialog, QLineEdit, "mailSubject").text() == "[Жинақ] 001 Жолдыбекова І. С. – қабылданды"
    assert words_of(dialog).startswith("Құрметті Інжу Саматқызы!")
    qtbot.waitUntil(lambda: bool(files(dialog)), timeout=WAIT)
    assert files(dialog)[0].startswith("001_zholdybekova_is.pdf – information page + 5 pages, ")
    assert not child(dialog, QPushButton, "openMailButton").isEnabled()
    go_to(dialog, 1)
    assert child(dialog, QLineEdit, "mailSubject").text().startswith("[Сборник] 002 Ветлугина")


def test_another_letter_is_planned_at_once(dialog: SendDialog, settled: Callable[[QWidget], None]) -> None:
    choose(dialog, "letterChoice", "published")
    settled(dialog)
    assert "жарияланды" in words_of(dialog)
    choose(dialog, "letterChoice", "returned")
    settled(dialog)
    assert states(dialog)[1] == "The author has nothing to correct."
    assert ticks(dialog)[1] is False


def test_a_day_is_told_in_the_letter_and_nonsense_is_a_sentence(
    dialog: SendDialog, settled: Callable[[QWidget], None]
) -> None:
    line = child(dialog, QLineEdit, "mailDeadline")
    type_text(line, "1.06.2026")
    line.editingFinished.emit()
    settled(dialog)
    assert "1 маусым 2026" in words_of(dialog)
    line.clear()
    type_text(line, "ертең")
    line.editingFinished.emit()
    assert "ертең" in said(dialog)


def test_drafts_are_prepared_and_shown_from_their_files(made: SendDialog, session: Session) -> None:
    assert said(made) == "3 drafts are in the outbox."
    assert [state.partition(" on ")[0] for state in states(made)[:3]] == ["Prepared"] * 3
    assert ticks(made) == [False] * 4
    record = read_log(session.folder)[0]
    file = session.folder / "outbox" / record.folder / record.draft
    read = BytesParser(policy=policy.default).parsebytes(file.read_bytes())
    assert read["Subject"] == child(made, QLineEdit, "mailSubject").text()
    file.write_bytes(file.read_bytes()[:-3])
    go_to(made, 1)
    go_to(made, 0)
    assert "was changed; prepare it again" in said(made)
    assert states(made)[0] == "Ready"


def test_words_a_person_changes_go_out_as_they_stand(
    dialog: SendDialog, session: Session, settled: Callable[[QWidget], None]
) -> None:
    field = child(dialog, QPlainTextEdit, "mailText")
    field.setPlainText("Құрметті Інжу!\nБұл – өз сөзім.")
    type_text(child(dialog, QLineEdit, "mailSubject"), "!")
    press(dialog, "prepareButton")
    settled(dialog)
    (record,) = [one for one in read_log(session.folder) if one.entry == "tynaigan"]
    read = BytesParser(policy=policy.default).parsebytes(
        (session.folder / "outbox" / record.folder / record.draft).read_bytes()
    )
    assert read.get_body().get_content().replace("\r\n", "\n") == "Құрметті Інжу!\nБұл – өз сөзім."  # type: ignore[attr-defined]
    assert read["Subject"].startswith("![Жинақ]")  # typed at its beginning
    assert words_of(dialog) == "Құрметті Інжу!\nБұл – өз сөзім."


def test_changing_a_prepared_mail_asks_for_preparing_it_again(made: SendDialog) -> None:
    child(made, QPlainTextEdit, "mailText").setPlainText("Басқа сөз")
    assert states(made)[0] == "Changed; prepare it."
    assert ticks(made)[0]
    assert not child(made, QPushButton, "openMailButton").isEnabled()
    assert not child(made, QPushButton, "markSentButton").isEnabled()


def test_a_private_phone_typed_into_a_letter_stops_it(dialog: SendDialog, session: Session) -> None:
    field = child(dialog, QPlainTextEdit, "mailText")
    phone = session.workspace.entries[0].authors[0].phone
    assert phone
    before = field.toPlainText()
    field.setPlainText(f"{before}\n{phone}")
    assert "private" in states(dialog)[0]
    assert ticks(dialog)[0] is False
    field.setPlainText(before)
    assert states(dialog)[0] == "Changed; prepare it." or states(dialog)[0] == "Ready"
    assert ticks(dialog)[0] is True


def test_address_subject_and_text_are_copied_with_one_button_each(made: SendDialog) -> None:
    clipboard = QGuiApplication.clipboard()
    copied = []
    for number in range(3):
        child(made, QToolButton, f"copyButton{number}").click()
        copied.append(clipboard.text())
    assert copied == [
        "zholdybekova.inzhu@example.kz",
        child(made, QLineEdit, "mailSubject").text(),
        words_of(made),
    ]


def test_files_are_dragged_out_only_when_they_lie_somewhere(
    dialog: SendDialog, session: Session, settled: Callable[[QWidget], None], qtbot: QtBot
) -> None:
    shown = child(dialog, QListWidget, "attachmentList")
    qtbot.waitUntil(lambda: bool(files(dialog)), timeout=WAIT)
    assert not shown.mime_data().hasUrls()  # type: ignore[attr-defined]
    press(dialog, "prepareButton")
    settled(dialog)
    urls = shown.mime_data().urls()  # type: ignore[attr-defined]
    home = session.folder / "outbox" / "001_zholdybekova_is_accepted"
    assert [Path(url.toLocalFile()) for url in urls] == [
        home / "001_zholdybekova_is.pdf",
        home / "001_zholdybekova_is.docx",
    ]
    assert all(Path(url.toLocalFile()).is_file() for url in urls)
    shown.clearSelection()
    shown.item(1).setSelected(True)
    assert len(shown.mime_data().urls()) == 1  # type: ignore[attr-defined]


def test_the_draft_opens_in_the_systems_program(made: SendDialog, session: Session, opened: Opened) -> None:
    press(made, "openMailButton")
    home = session.folder / "outbox" / "001_zholdybekova_is_accepted"
    assert opened.paths == [home / "001_zholdybekova_is_accepted.eml"]


def test_marking_as_sent_is_logged_and_gives_the_state(made: SendDialog, session: Session) -> None:
    go_to(made, 1)
    session.apply(SetField("ozera", "state", "in_check", LABEL))
    press(made, "markSentButton")
    assert states(made)[1].startswith("Sent on ")
    entry = session.entry("ozera")
    assert entry
    assert entry.state == "accepted"
    assert entry.accepted
    record = read_log(session.folder)[-1]
    assert (record.what, record.entry) == ("sent", "ozera")
    assert not child(made, QPushButton, "markSentButton").isEnabled()
    assert child(made, QPushButton, "openMailButton").isEnabled()
    session.undo()
    assert session.entry("ozera").state == "in_check"  # type: ignore[union-attr]


def test_a_return_notes_its_day(session: Session, dialog: SendDialog, settled: Callable[[QWidget], None]) -> None:
    session.apply(SetField("ozera", "udc", ("34:",), LABEL))
    choose(dialog, "letterChoice", "returned")
    settled(dialog)
    press(dialog, "prepareButton")
    settled(dialog)
    go_to(dialog, 1)
    press(dialog, "markSentButton")
    entry = session.entry("ozera")
    assert entry
    assert (entry.state, entry.returned) == ("returned", date.today())


def test_what_was_sent_before_is_marked_in_the_next_dialog(
    made: SendDialog, session: Session, words: Words, jobs: Jobs, settled: Callable[[QWidget], None]
) -> None:
    first = read_log(session.folder)[0]
    mark_sent(session.folder, [first], first.when)
    made.close()
    again = SendDialog(session, words, jobs, [], made.parentWidget())
    again.show()
    choose(again, "letterChoice", "accepted")
    settled(again)
    by_name = dict(zip([item.text(0)[:3] for item in rows(again)], states(again), strict=True))
    assert sorted(state.split(" on ")[0] for state in list(by_name.values())[:3]) == ["Prepared", "Prepared", "Sent"]
    assert not any(ticks(again))
    again.close()


def test_a_stopped_run_shows_what_it_finished(
    dialog: SendDialog, session: Session, settled: Callable[[QWidget], None]
) -> None:
    press(dialog, "prepareButton")
    press(dialog, "sendCloseButton")  # “Stop” while it works
    settled(dialog)
    known = {record.folder for record in read_log(session.folder)}
    outbox = session.folder / "outbox"
    there = {place.name for place in outbox.iterdir() if place.is_dir()} if outbox.exists() else set()
    assert there == known
    assert sum(state.startswith("Prepared") for state in states(dialog)) == len(known)
    assert dialog.isVisible()


def test_the_offer_to_shrink_pictures_counts_the_files_anew(dialog: SendDialog, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: bool(files(dialog)), timeout=WAIT)
    child(dialog, QCheckBox, "shrinkBox").click()
    assert files(dialog) == []
    qtbot.waitUntil(lambda: bool(files(dialog)), timeout=WAIT)


def test_files_that_are_too_large_are_told_before_and_are_not_prepared(
    dialog: SendDialog, session: Session, settled: Callable[[QWidget], None], qtbot: QtBot
) -> None:
    session.apply(SetRules({"FILE003": RuleSettings("", {"most": 0.01})}, LABEL))
    go_to(dialog, 1)
    qtbot.waitUntil(lambda: "more than the 0.01 MB" in states(dialog)[1], timeout=WAIT)
    assert ticks(dialog)[1]  # the person may still let the pictures shrink
    press(dialog, "prepareButton")
    settled(dialog)
    assert said(dialog) == "0 drafts are in the outbox. 3 mails were not prepared."
    assert read_log(session.folder) == ()
    assert "more than the 0.01 MB" in child(dialog, QLabel, "mailReasons").text()


def test_every_button_and_field_has_a_name_for_those_who_hear_it(dialog: SendDialog) -> None:
    kinds = (QAbstractButton, QLineEdit, QPlainTextEdit, QComboBox, QTreeWidget, QListWidget)
    for widget in (one for kind in kinds for one in dialog.findChildren(kind)):
        if widget.isVisible() and widget.objectName() and not widget.objectName().startswith("qt_"):
            assert widget.accessibleName(), widget.objectName()


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_the_dialog_changes_its_language(dialog: SendDialog, words: Words, language: str) -> None:
    before = {button.objectName(): button.text() for button in dialog.findChildren(QPushButton)}
    words.set_language(language)  # type: ignore[arg-type]
    after = {button.objectName(): button.text() for button in dialog.findChildren(QPushButton)}
    words.set_language("en")
    named = [name for name in before if name.endswith("Button")]
    assert len(named) >= 5
    assert all(before[name] != after[name] for name in named)


def test_the_window_sends_what_is_chosen_in_its_list(words: Words, folder: Path, tmp_path: Path, qtbot: QtBot) -> None:
    window = MainWindow(words, Memory(tmp_path / "preferences.json"), tmp_path / "cache")
    window.furnish()
    window.show_start()
    qtbot.addWidget(window)
    window.show()
    assert window.open_folder(folder)
    seen: list[str] = []

    def look(dialog: QDialog) -> None:
        seen.append(child(dialog, QComboBox, "mailScope").currentText())
        dialog.reject()

    with_next_dialog(look)
    action = window.findChild(QAction, "sendAction")
    assert action
    action.trigger()
    assert seen == ["1 chosen article"]
    menu = window.findChild(QMenu, "fileMenu")
    assert menu
    assert action in menu.actions()
    window.close()
