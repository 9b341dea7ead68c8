"""Takes pictures of the real window on the sample collection, to look at them and to show one in the README.

    python packaging/window_pictures.py --readme docs/pictures   window-kk.png, for the README
    python packaging/window_pictures.py build/pictures           every page, dialog and menu in three languages, light
                                                                 and dark, at 1280x800; then the same at 150 %
    python packaging/window_pictures.py build/pictures send      only scenes whose names begin so

What there is to see stands in `gallery.py`. Without a screen it starts itself again under a virtual one (xvfb-run).
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from gallery import every_scene, is_of_qt
from PIL import Image
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QApplication, QWidget
from stage import SCREEN, Stage, wait

from proceedings_editor.model.local import LANGUAGES
from proceedings_editor.ui.appearance import DARK, LIGHT, Appearance
from proceedings_editor.ui.application import make_application

SCALES = {"100": "1", "150": "1.5"}
_TURN_MS = 50
"""Qt tells its own buttons of another language a little later."""
TONES = {"light": LIGHT, "dark": DARK}


def main(arguments: list[str]) -> int:
    """Take the pictures; return the exit code."""
    under_a_screen(__file__, arguments)
    is_readme = arguments[:1] == ["--readme"]
    out, *wanted = map(str, arguments[1:] if is_readme else arguments)
    if not is_readme and "QT_SCALE_FACTOR" not in os.environ:
        for name, factor in SCALES.items():
            command = [sys.executable, __file__, str(Path(out) / name), *wanted]
            subprocess.run(command, env={**os.environ, "QT_SCALE_FACTOR": factor}, check=True)
        return 0
    folder = Path(out)
    folder.mkdir(parents=True, exist_ok=True)
    application = make_application([])
    with tempfile.TemporaryDirectory() as work:
        stage = Stage(application, Path(work))
        taken = readme_picture(stage) if is_readme else every_picture(application, stage, tuple(wanted))
        for name, picture in taken:
            path = folder / f"{name}.png"
            picture.save(str(path))
            if is_readme:
                _make_small(path)
        stage.bench.session.save()
        stage.window.close()
    print(f"{folder}: {os.environ.get('QT_SCALE_FACTOR', '1')} x")
    return 0


def under_a_screen(script: str, arguments: list[str]) -> None:
    """Start a script again under a virtual screen where there is none."""
    if sys.platform == "linux" and not os.environ.get("DISPLAY"):
        size = f"-screen 0 {SCREEN[0]}x{SCREEN[1]}x24"
        screen = ["xvfb-run", "-a", "-s", size, sys.executable, script, *arguments]
        os.environ["QT_QPA_PLATFORM"] = "xcb"
        os.execvp(screen[0], screen)


def readme_picture(stage: Stage) -> Iterator[tuple[str, QPixmap]]:
    """Yield the picture of the README."""
    stage.open_sample()
    yield "window-kk", stage.window.grab()


def every_picture(
    application: QApplication, stage: Stage, wanted: tuple[str, ...] = ("",)
) -> Iterator[tuple[str, QPixmap]]:
    """Yield every picture whose name begins as wanted, in all languages and tones."""
    appearance = application.findChild(Appearance)
    assert appearance
    for number, scene in enumerate(every_scene(stage)):
        if not scene.name.startswith(wanted or ("",)):
            continue
        for tone_name, tone in TONES.items():
            appearance.show_tone(tone)
            for language in LANGUAGES:
                stage.words.set_language(language)
                wait(_TURN_MS)
                picture = scene.look(stage, _picture)
                if picture is not None:
                    yield f"{number:02}-{scene.name}-{language}-{tone_name}", picture
        appearance.show_tone(LIGHT)
        stage.words.set_language("kk")


def _picture(widget: QWidget) -> QPixmap | None:
    return None if is_of_qt(widget) else widget.grab()


def _make_small(path: Path) -> None:
    """Write a picture again with 256 colours of its own: a third of the bytes, and nobody sees it."""
    with Image.open(path) as picture:
        few = picture.convert("RGB").quantize(256, dither=Image.Dither.NONE)
    few.save(path, optimize=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
