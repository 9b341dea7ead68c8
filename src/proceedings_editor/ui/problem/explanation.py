"""What a rule is about: its manual in the language of the window, with good and bad examples."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from PySide6.QtWidgets import QApplication, QDialogButtonBox, QTextBrowser, QVBoxLayout, QWidget

from proceedings_editor.rules.manual import EXAMPLES, SECTIONS, Example, manual_of
from proceedings_editor.rules.place_name import LANGUAGE_NAMES
from proceedings_editor.rules.rule import Rule
from proceedings_editor.rules.severity import SEVERITY_NAMES
from proceedings_editor.texts import text
from proceedings_editor.ui.colour import is_dark
from proceedings_editor.ui.dialog import Dialog
from proceedings_editor.ui.screen_room import resize_within_screen
from proceedings_editor.ui.speaker import Speaker
from proceedings_editor.ui.words import Words


class ExplanationDialog(Dialog):
    """Shows the manual of one rule; stays beside the window while a person works on."""

    def __init__(self, words: Words, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("explanationDialog")
        self._words = words
        self._rule: Rule | None = None
        self._page = QTextBrowser(self)
        self._page.setOpenLinks(False)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.close)
        layout = QVBoxLayout(self)
        layout.addWidget(self._page)
        layout.addWidget(buttons)
        speaker = Speaker(words, self)
        speaker.name(self._page, "explanationPage", text("Explanation"))
        speaker.say(buttons.button(QDialogButtonBox.StandardButton.Close).setText, text("Close"))
        words.changed.connect(self._show)
        resize_within_screen(self, 560, 520)

    def show_rule(self, rule: Rule) -> None:
        """Show the manual of this rule."""
        self._rule = rule
        self._show()
        self.show()
        self.raise_()

    def _show(self) -> None:
        if self._rule is not None:
            self.setWindowTitle(self._words(text("About {code}", code=self._rule.code)))
            self._page.setHtml(manual_html(self._rule, self._words))


def manual_html(rule: Rule, words: Words) -> str:
    """Return a rule's manual as HTML for Qt's text browser."""
    return "".join(_parts(rule, words))


def _parts(rule: Rule, words: Words) -> Iterator[str]:
    manual = manual_of(rule.manual)
    yield f"<h2>{escape(words(manual.title))}</h2>"
    severity = words(text("Severity: {severity}", severity=SEVERITY_NAMES[rule.severity]))
    yield f"<p><b>{rule.code}</b> · {escape(severity)}</p>"
    for name, title in SECTIONS.items():
        paragraphs = manual.sections.get(name, ())
        if paragraphs:
            yield f"<h3>{escape(words(title))}</h3>"
        yield from (f"<p>{escape(words(paragraph))}</p>" for paragraph in paragraphs)
    yield f"<h3>{escape(words(SECTIONS[EXAMPLES]))}</h3><table cellspacing='0' cellpadding='4'>"
    yield from (_example(example, words) for example in manual.examples)
    yield "</table>"


def _example(example: Example, words: Words) -> str:
    good, bad = ("#7ddc8c", "#ff8a80") if is_dark(QApplication.palette()) else ("#1b6e2c", "#b3261e")
    sign, colour = ("✓", good) if example.right else ("✗", bad)
    name = LANGUAGE_NAMES.get(example.language)
    language = escape(words(name)) if name else ""
    return (
        f"<tr><td><b><font color='{colour}'>{sign}</font></b></td>"
        f"<td>{escape(example.words)}</td><td><small>{language}</small></td></tr>"
    )
