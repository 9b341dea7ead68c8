"""A whole day of a secretary: an empty folder in the morning, an exported article in the evening.

Called as `drive_day.py COLLECTION PICTURE OUT PROGRAM...` inside a session bus and on a screen of its own.
"""

from __future__ import annotations

import sys
from pathlib import Path

import day
from desk import work
from filling import Filling, is_in
from screen import Screen, wait


class Day:
    """The steps of the day, in their order; each waits for what it needs to see."""

    def __init__(self, screen: Screen, collection: str, picture: str, out: str) -> None:
        self._screen = screen
        self._collection, self._picture, self._out = collection, picture, out

    def run(self) -> None:
        """Do everything."""
        steps = (
            *(self.make_collection, self.make_entry, self.mend_by_click, self.list_sources),
            *(self.write_opening, self.write_list, self.put_in_table, self.write_closing),
            *(self.put_in_formula, self.put_in_figure, self.describe_figure, self.mend_by_key),
            *(self.undo_and_redo, self.save, self.export),
        )
        for step in steps:
            print(step.__name__, flush=True)
            step()

    # ------------------------------------------------------------------------------------------------------- the form

    def make_collection(self) -> None:
        screen = self._screen
        screen.wait_until_active("mainWindow")
        self._wait_for_keyboard_in("newButton")
        screen.press("Return")
        self._overtype("folderLine", self._collection)
        screen.press("Tab")
        Filling(screen, day.COLLECTION).run()
        screen.click("makeButton")
        screen.is_gone("newCollectionDialog")
        screen.wait_until_active("mainWindow")

    def make_entry(self) -> None:
        self._screen.press("ctrl+n")
        self._wait_for_keyboard_in("field_title_kk")
        Filling(self._screen, {**day.ENTRY, "title.kk": day.SLIP_IN_TITLE}).run()

    def mend_by_click(self) -> None:
        """The button under the title mends its letter, by the mouse."""
        screen = self._screen
        screen.press("F8")
        self._wait_for_keyboard_in("field_title_kk")
        screen.click_part(wait("Fix under the title", lambda: _named(screen.showing("fixButton"), "CHAR001")))
        screen.wait_for_words("field_title_kk", lambda words: words == day.TITLE)

    def list_sources(self) -> None:
        """Enter in one source leads to the next."""
        screen = self._screen
        screen.press("ctrl+3")
        screen.click("addReference")
        for number, source in enumerate(day.REFERENCES):
            name = f"reference_{number}"
            self._wait_for_keyboard_in(name)
            screen.type(source)
            screen.wait_for_words(name, lambda words, wanted=source: words == wanted)
            if number + 1 < len(day.REFERENCES):
                screen.press("Return")

    # ---------------------------------------------------------------------------------------------------- the article

    def write_opening(self) -> None:
        """The style of a heading is chosen by Tab and an arrow; the source is cited by its number."""
        screen = self._screen
        screen.press("ctrl+2")
        self._wait_for_keyboard_in("bodyText")
        screen.press("Tab")
        self._wait_for_keyboard_in("styleBox")
        screen.press("Down")
        self._wait_for_keyboard_in("bodyText")
        self._write(day.HEADING, "Return", day.OPENING)
        screen.type(" ")
        self._cite("1")
        self._write(".", "Return")

    def write_list(self) -> None:
        first, second, third, fourth, last = day.POINTS
        self._screen.press("ctrl+shift+l")
        self._write(first, "Return", second, "Return", "Tab", third, "Return", fourth, "Return", "shift+Tab", last)
        self._screen.press("Return", "Return")

    def put_in_table(self) -> None:
        """From the menu, by its letter on a Kazakh keyboard."""
        screen = self._screen
        self._write(day.BEFORE_TABLE, "Return")
        screen.press("alt+Cyrillic_er")
        screen.see("insertMenu")
        screen.press("Return")
        self._wait_for_keyboard_in("tableColumns")
        screen.press("ctrl+a")
        screen.type("2")
        screen.press("Tab")
        screen.type("3")
        screen.wait_for_words("tableRows", lambda words: words == "3")
        screen.press("Return")
        screen.is_gone("tableDialog")
        for cell in day.CELLS[:-1]:
            self._write(cell, "Tab")
        self._write(day.CELLS[-1])
        screen.press("Up", "Up", "Up")
        self._write(day.TABLE_CAPTION)

    def write_closing(self) -> None:
        """A footnote stands before the full stop."""
        screen = self._screen
        screen.press("ctrl+End")
        self._write(day.CLOSING)
        screen.press("ctrl+alt+f")
        self._wait_for_keyboard_in("textDialogField")
        screen.type(day.NOTE)
        screen.wait_for_words("textDialogField", lambda words: words == day.NOTE)
        screen.press("Tab", "Return")
        screen.is_gone("textDialog")
        self._write(".", "Return")

    def put_in_formula(self) -> None:
        screen = self._screen
        screen.press("alt+equal")
        self._wait_for_keyboard_in("formulaField")
        screen.type(day.LATEX)
        screen.wait_for_words("formulaField", lambda words: words == day.LATEX)
        screen.click("formulaDisplay")
        screen.press("ctrl+Return")
        screen.is_gone("formulaDialog")
        self._write(day.BEFORE_FIGURE)
        screen.type(" ")
        self._cite("2")
        self._write(".", "Return")

    def put_in_figure(self) -> None:
        screen = self._screen
        screen.click("figureBodyButton")
        self._overtype("fileNameEdit", self._picture)
        screen.press("Return")
        screen.is_gone("fileNameEdit")
        self._wait_for_keyboard_in("bodyText")
        self._write(day.FIGURE_CAPTION)

    def describe_figure(self) -> None:
        """Its dialog is opened by the keys for properties, on its picture."""
        screen = self._screen
        screen.press("Up", "alt+Return")
        self._overtype("figureAlt", day.FIGURE_WORDS)
        screen.press("Tab", "Return")
        screen.is_gone("figureDialog")
        self._wait_for_keyboard_in("bodyText")

    def mend_by_key(self) -> None:
        """A letter in the text is found, gone to and mended without the mouse; an error comes before all else."""
        screen = self._screen
        screen.press("ctrl+End", "Return")
        self._write(day.LAST_WITH_SLIP)
        wait("the finding", lambda: "CHAR001" in screen.words_below("findingView"))
        screen.press("F8")
        wait("the word chosen", lambda: screen.chosen("bodyText") and screen.chosen("bodyText") in day.LAST_WITH_SLIP)
        screen.press("ctrl+F8")
        screen.wait_for_words("bodyText", lambda words: day.LAST in words)

    def undo_and_redo(self) -> None:
        screen = self._screen
        screen.press("ctrl+End")
        self._write(day.LEFT_OUT)
        whole = screen.words("bodyText")
        while day.LEFT_OUT.split()[0] in screen.words("bodyText"):
            screen.press("ctrl+z")
        screen.wait_for_words("bodyText", lambda words: day.LAST in words)
        while screen.words("bodyText") != whole:
            screen.press("ctrl+shift+z")

    # ----------------------------------------------------------------------------------------------------- the evening

    def save(self) -> None:
        self._screen.press("ctrl+s")
        wait("the saved article", lambda: any(map(_is_whole, Path(self._collection, "entries").glob("*.yaml"))))

    def export(self) -> None:
        screen = self._screen
        screen.press("ctrl+e")
        screen.see("exportDialog")
        screen.click("final")
        self._overtype("folderLine", self._out)
        screen.press("Return")
        print(screen.wait_for_words("exportResult", bool), flush=True)
        screen.press("Escape")
        screen.is_gone("exportDialog")

    # ---------------------------------------------------------------------------------------------------------- inside

    def _wait_for_keyboard_in(self, name: str) -> None:
        wait(f"the keyboard in {name}", lambda: any(map(is_in, self._screen.showing(name))))

    def _overtype(self, name: str, words: str) -> None:
        self._screen.focus(name)
        self._screen.press("ctrl+a")
        self._screen.type(words)
        self._screen.wait_for_words(name, lambda shown: shown == words)

    def _write(self, *parts: str) -> None:
        """Type words and press keys in the article; the words have come when the next key is pressed."""
        for part in parts:
            if part in _KEYS:
                self._screen.press(part)
            else:
                self._screen.type(part)
                self._screen.wait_for_words("bodyText", lambda words, wanted=part: wanted in words)

    def _cite(self, number: str) -> None:
        self._screen.press("ctrl+alt+c")
        self._wait_for_keyboard_in("citingFilter")
        self._screen.type(number)
        self._screen.press("Return")
        self._screen.is_gone("citingDialog")
        self._screen.wait_for_words("bodyText", lambda words: f"[{number}]" in words)


_KEYS = ("Return", "Tab", "shift+Tab")


def _named(parts: list[object], words: str) -> object:
    return next((part for part in parts if words in part.name), None)  # type: ignore[attr-defined]


def _is_whole(file: Path) -> bool:
    return day.LAST in file.read_text(encoding="utf-8")


if __name__ == "__main__":
    collection, picture, out, *program = sys.argv[1:]
    sys.exit(work(program, lambda screen: Day(screen, collection, picture, out).run()))
