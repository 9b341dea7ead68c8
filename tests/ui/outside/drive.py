"""A morning of a secretary: opens a collection, changes it, mends it, takes a step back, saves, exports, goes home.

Called as `drive.py COLLECTION OUT PROGRAM...` inside a session bus and on a screen of its own.
"""

from __future__ import annotations

import sys
from pathlib import Path

from desk import work
from screen import Screen, wait

TITLE = "Дaланың өзені мен көлі"  # the second letter is Latin, a slip of the hand
RIGHT_TITLE = "Даланың өзені мен көлі"
PARAGRAPH = "Ғылым мен білім ұлт қазынасы, әңгіме өзегі, ұрпақ үні, һәм ізгі ойдың қайнары."
SLIP = " Артық"


def main(collection: str, out: str, program: list[str]) -> int:
    """Do everything; return the exit code of the program."""
    return work(program, lambda screen: do_everything(screen, collection, out))


def do_everything(screen: Screen, collection: str, out: str) -> None:
    for step in (open_collection, change_a_field, mend, write, undo_and_redo, save, export):
        print(step.__name__, flush=True)
        step(screen, collection, out)


def open_collection(screen: Screen, collection: str, out: str) -> None:
    screen.see("openButton")
    screen.wait_until_active("mainWindow")
    screen.press("ctrl+o")
    screen.focus("fileNameEdit")
    screen.press("ctrl+a")
    screen.type(collection)
    screen.wait_for_words("fileNameEdit", lambda words: words == collection)
    screen.press("Return")
    screen.see("field_title_kk")


def change_a_field(screen: Screen, collection: str, out: str) -> None:
    screen.focus("field_title_kk")
    screen.press("ctrl+a")
    screen.type(TITLE)
    screen.wait_for_words("field_title_kk", lambda words: words == TITLE)


def mend(screen: Screen, collection: str, out: str) -> None:
    """The button under the field mends the letter, by the mouse."""
    screen.wait_for_words("note", lambda words: "CHAR001" in words)
    button = fix_of_the_title(screen)
    screen.click_part(button)
    screen.wait_for_words("field_title_kk", lambda words: words == RIGHT_TITLE)


def fix_of_the_title(screen: Screen) -> object:
    return wait("Fix under the title", lambda: next(p for p in screen.showing("fixButton") if "CHAR001" in p.name))


def write(screen: Screen, collection: str, out: str) -> None:
    screen.press("ctrl+2")
    screen.focus("bodyText")
    screen.press("ctrl+End", "Return")
    screen.type(PARAGRAPH)
    screen.wait_for_words("bodyText", lambda words: PARAGRAPH in words)


def undo_and_redo(screen: Screen, collection: str, out: str) -> None:
    screen.type(SLIP)
    screen.wait_for_words("bodyText", lambda words: PARAGRAPH + SLIP in words)
    screen.press("ctrl+z")
    screen.wait_for_words("bodyText", lambda words: SLIP not in words and "қайнары." in words)
    screen.press("ctrl+shift+z")
    screen.wait_for_words("bodyText", lambda words: PARAGRAPH + SLIP in words)
    screen.press("ctrl+z", "BackSpace")  # the space before a word belongs to the step before it
    screen.wait_for_words("bodyText", lambda words: words.endswith(PARAGRAPH))


def save(screen: Screen, collection: str, out: str) -> None:
    screen.press("ctrl+s")
    wait("the saved paragraph", lambda: is_saved(collection))


def is_saved(collection: str) -> bool:
    files = [path.read_text(encoding="utf-8") for path in Path(collection, "entries").glob("*.yaml")]
    return any(RIGHT_TITLE in words and "ұрпақ үні" in words for words in files)


def export(screen: Screen, collection: str, out: str) -> None:
    """Everything by the keyboard but the folder, which is clicked on."""
    screen.press("ctrl+e")
    screen.focus("folderLine")
    screen.press("ctrl+a")
    screen.type(out)
    screen.wait_for_words("folderLine", lambda words: words == out)
    screen.press("Return")
    said = screen.wait_for_words("exportResult", bool)
    print(said, flush=True)
    screen.press("Escape")
    screen.is_gone("exportResult")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2], sys.argv[3:]))
