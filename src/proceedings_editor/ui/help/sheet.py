"""One page in a window of its own: the list of keys, and what the program is made of."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from html import escape
from typing import Final

from PySide6.QtCore import qVersion
from PySide6.QtGui import QDesktopServices, QKeySequence
from PySide6.QtWidgets import QDialogButtonBox, QTextBrowser, QVBoxLayout, QWidget

from proceedings_editor import __version__
from proceedings_editor.app.licence import licences
from proceedings_editor.app.versions import library_versions
from proceedings_editor.texts import Text, text
from proceedings_editor.ui.action import ACTIONS, MENUS, keys_of
from proceedings_editor.ui.body.command import EVERY
from proceedings_editor.ui.dialog import Dialog
from proceedings_editor.ui.help.block_html import body_html
from proceedings_editor.ui.reference.key import KEYS
from proceedings_editor.ui.screen_room import resize_within_screen
from proceedings_editor.ui.speaker import Speaker
from proceedings_editor.ui.words import Words

_CLOSE: Final = QDialogButtonBox.StandardButton.Close
_SAYS: Final = (
    text("Prepares the entries of conference proceedings in Kazakh, Russian and English; works offline."),
    text("The program is free under the MIT licence. Libraries and fonts keep their own licences."),
)
_LIBRARIES: Final = text("Libraries")
_LICENCES: Final = text("Licences")


class Sheet(Dialog):
    """Shows one page and stays beside the window while a person works on."""

    def __init__(self, words: Words, name: str, title: Text, html: Callable[[Words], str], parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        page, buttons = QTextBrowser(self), QDialogButtonBox(_CLOSE, self)
        page.setOpenLinks(False)
        page.anchorClicked.connect(QDesktopServices.openUrl)
        buttons.rejected.connect(self.close)
        layout = QVBoxLayout(self)
        layout.addWidget(page)
        layout.addWidget(buttons)
        speaker = Speaker(words, self)
        speaker.say(self.setWindowTitle, title)
        speaker.name(page, f"{name}Page", title)
        speaker.say(buttons.button(_CLOSE).setText, text("Close"))
        speaker.say(lambda _: page.setHtml(html(words)), title)
        resize_within_screen(self, 640, 640)


def keyboard_html(words: Words) -> str:
    """Return every key of the window, made from the tables its menus and toolbars are made from."""
    menus = {key: label for key, label in MENUS.items() if any(row.menu == key and row.shortcut for row in ACTIONS)}
    parts = [
        _group(words, label, ((row.label, keys_of(row)) for row in ACTIONS if row.menu == key and row.shortcut))
        for key, label in menus.items()
    ]
    body = ((one.label, (one.keys,)) for one in EVERY if one.keys)
    references = ((row.label, (row.keys,)) for row in KEYS)
    groups = (_group(words, text("Article editor"), body), _group(words, text("References"), references))
    return "".join((*parts, *groups))


def about_html(words: Words) -> str:
    """Return version, licence and libraries of the program."""
    return "".join(_about(words))


def _about(words: Words) -> Iterator[str]:
    yield f"<h1>proceedings-editor {__version__}</h1>"
    yield from (f"<p>{escape(words(sentence))}</p>" for sentence in _SAYS)
    versions = {**library_versions(), "Qt": qVersion()}
    yield f"<h2>{escape(words(_LIBRARIES))}</h2>"
    yield f"<p>{escape(', '.join(f'{name} {version}' for name, version in versions.items()))}</p>"
    yield f"<h2>{escape(words(_LICENCES))}</h2>{body_html(licences(words.language))}"


def _group(words: Words, title: Text, rows: Iterable[tuple[Text, Iterable[str]]]) -> str:
    lines = "".join(
        f"<tr><td width='180'><b>{escape(_spoken(keys))}</b></td><td>{escape(_plain(words(label)))}</td></tr>"
        for label, keys in rows
    )
    return f"<h3>{escape(_plain(words(title)))}</h3><table cellspacing='0' cellpadding='4'>{lines}</table>"


def _spoken(keys: Iterable[str]) -> str:
    """Return keys as they are written on them: Qt's other name for Enter stands on few keyboards."""
    form = QKeySequence.SequenceFormat.NativeText
    return ", ".join(QKeySequence(one.replace("Return", "Enter")).toString(form) for one in keys)


def _plain(label: str) -> str:
    return label.replace("&", "")
