"""The assistant: parts typed, the reference shown at every key, and put into the list in one step."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

import pytest
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QDialog, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from proceedings_editor.app.session import Session
from proceedings_editor.language.source_kind import KINDS
from proceedings_editor.model.body import Span, plain_text
from proceedings_editor.ui.reference.compose_dialog import ComposeDialog
from proceedings_editor.ui.reference.panel import ReferenceList
from proceedings_editor.ui.words import Words
from tests.ui.message import with_next_dialog
from tests.ui.window import child

ENTRY = "tynaigan"


@pytest.fixture
def dialog(words: Words) -> Iterator[ComposeDialog]:
    window = QDialog()
    dialog = ComposeDialog(words, "kk", "gost-7.1", window)
    dialog.show()
    yield dialog
    dialog.close()
    window.deleteLater()


def choose(dialog: QDialog, name: str, value: str) -> None:
    box = child(dialog, QComboBox, name)
    box.setCurrentIndex(box.findData(value))


def type_in(dialog: QDialog, **parts: str) -> None:
    for key, words in parts.items():
        line = child(dialog, QLineEdit, f"part_{key}")
        assert line.isVisible(), key
        line.setText(words)


def result(dialog: QDialog) -> str:
    return child(dialog, QLabel, "composeResult").text().replace("\u00a0", " ")


def lacking(dialog: QDialog) -> str:
    return child(dialog, QLabel, "composeLacking").text()


def test_the_reference_grows_with_what_is_typed(dialog: ComposeDialog) -> None:
    take = child(dialog, QPushButton, "takeReference")
    assert not take.isEnabled()
    choose(dialog, "composeKind", "article")
    type_in(dialog, authors="Есенов Қ. Т.", title="Дала сулары")
    assert result(dialog) == "Есенов, Қ. Т. Дала сулары / Қ. Т. Есенов."
    assert lacking(dialog) == "Still missing: Journal, Year, Pages."
    type_in(dialog, journal="Дала", year="2020", number="2", pages="5-9")
    assert result(dialog) == "Есенов, Қ. Т. Дала сулары / Қ. Т. Есенов // Дала. – 2020. – № 2. – Б. 5–9."
    assert lacking(dialog) == ""
    assert take.isEnabled()


def test_standard_and_language_change_its_form(dialog: ComposeDialog) -> None:
    choose(dialog, "composeKind", "article")
    type_in(dialog, authors="Orvelin P. D.", title="Snow", journal="Steppe", year="2017", pages="5-9")
    choose(dialog, "composeLanguage", "en")
    choose(dialog, "composeStandard", "gost-r-7.0.5")
    assert result(dialog) == "Orvelin P. D. Snow // Steppe. 2017. P. 5–9."


def test_the_kind_of_content_is_asked_only_where_the_standard_knows_it(dialog: ComposeDialog) -> None:
    content = child(dialog, QCheckBox, "composeContent")
    assert not content.isVisible()
    choose(dialog, "composeStandard", "gost-r-7.0.100")
    assert content.isVisible()
    content.setChecked(True)
    type_in(dialog, title="Су", year="2020")
    assert result(dialog) == "Су. – 2020. – Мәтін : тікелей."


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_each_kind_asks_for_its_own_parts(dialog: ComposeDialog, kind: str) -> None:
    choose(dialog, "composeKind", kind)
    QApplication.processEvents()
    shown = {line.objectName() for line in dialog.findChildren(QLineEdit) if line.isVisible()}
    assert shown == {f"part_{key}" for key in KINDS[kind].parts}
    starred = sum(label.text().endswith(" *") for label in dialog.findChildren(QLabel) if label.isVisible())
    assert starred == len(KINDS[kind].needed)


def test_what_was_typed_for_one_kind_is_there_for_another(dialog: ComposeDialog) -> None:
    type_in(dialog, title="Су", place="Алматы")
    choose(dialog, "composeKind", "page")
    assert result(dialog) == "Су [Электрондық ресурс]."
    choose(dialog, "composeKind", "book")
    assert result(dialog) == "Су. – Алматы."


def test_a_page_was_seen_today_until_another_day_is_typed(dialog: ComposeDialog) -> None:
    choose(dialog, "composeKind", "page")
    type_in(dialog, title="Су", url="https://dala.example/1")
    today = f"{date.today():%d.%m.%Y}"
    assert result(dialog).endswith(f"– URL: https://dala.example/1 (қаралған күні: {today}).")
    type_in(dialog, accessed="")
    assert lacking(dialog) == "Still missing: Date of access."


def test_an_act_is_the_state_s_in_the_language_of_the_source(dialog: ComposeDialog) -> None:
    choose(dialog, "composeKind", "act")
    type_in(dialog, title="О воде", act="Закон", day="20.10.2008", act_number="70-IV")
    choose(dialog, "composeLanguage", "ru")
    assert result(dialog) == "О воде : Закон Республики Казахстан от 20 октября 2008 года № 70-IV."
    type_in(dialog, body="Российской Федерации")
    choose(dialog, "composeLanguage", "kk")
    assert "Российской Федерации" in result(dialog)


def test_the_window_s_language_changes_its_words(dialog: ComposeDialog, words: Words) -> None:
    words.set_language("ru")
    try:
        labels = [label.text() for label in dialog.findChildren(QLabel) if label.isVisible()]
        assert "Авторы" in labels and "Название *" in labels
    finally:
        words.set_language("en")


@pytest.fixture
def panel(session: Session, words: Words, qtbot: QtBot) -> ReferenceList:
    panel = ReferenceList(session, words)
    qtbot.addWidget(panel)
    panel.show_entry(ENTRY)
    panel.show()
    return panel


def with_assistant(panel: ReferenceList, act: Callable[[QDialog], object]) -> None:
    with_next_dialog(act)
    child(panel, QPushButton, "composeReference").click()


def test_the_reference_comes_to_the_end_of_the_list_with_its_link(panel: ReferenceList, session: Session) -> None:
    before = session.workspace

    def fill(dialog: QDialog) -> None:
        choose(dialog, "composeKind", "page")
        type_in(dialog, title="Су", url="https://dala.example/1", accessed="07.04.2025")
        child(dialog, QPushButton, "takeReference").click()

    with_assistant(panel, fill)
    entry = session.entry(ENTRY)
    assert entry
    last = entry.references[-1].text
    assert plain_text(last).endswith("URL: https://dala.example/1 (қаралған күні: 07.04.2025).")
    assert Span("https://dala.example/1", href="https://dala.example/1") in last
    session.undo()
    assert session.workspace is before


def test_the_form_of_the_collection_s_template_is_chosen_first(panel: ReferenceList, session: Session) -> None:
    seen: list[object] = []

    def look(dialog: QDialog) -> None:
        seen.append(child(dialog, QComboBox, "composeStandard").currentData())
        seen.append(child(dialog, QComboBox, "composeLanguage").currentData())
        dialog.reject()

    before = session.workspace
    with_assistant(panel, look)
    entry = session.entry(ENTRY)
    assert entry
    assert seen == [before.template.references.standard, entry.language]
    assert session.workspace is before
