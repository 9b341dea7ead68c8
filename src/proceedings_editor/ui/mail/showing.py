"""Shows files in the system's file manager, chosen in their folder where the system can do that."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

_SECONDS: Final = 4


def show_files(paths: Sequence[Path], system: str = sys.platform) -> bool:
    """Open the folder of some files with them selected; where that fails, open the folder alone.

    Args:
        paths: Files of one folder.
        system: As in `sys.platform`.

    Returns:
        False where not even the folder opened.
    """
    command = _COMMANDS.get(system, _ask_file_manager)(paths)
    if command and _runs(command, is_told=system != "win32"):
        return True
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(paths[0].parent)))


def _runs(command: Sequence[str] | str, *, is_told: bool) -> bool:
    """Run a command; Explorer's exit code means nothing (`is_told`)."""
    try:
        done = subprocess.run(command, timeout=_SECONDS, check=False, capture_output=True)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0 or not is_told


def _explorer(paths: Sequence[Path]) -> str:
    """Explorer can choose one file; its own quoting has no place for a list of arguments."""
    return f'explorer.exe /select,"{paths[0]}"'


def _finder(paths: Sequence[Path]) -> list[str]:
    return ["open", "-R", *map(str, paths)]


def _ask_file_manager(paths: Sequence[Path]) -> list[str]:
    """The desktop's file manager takes this by D-Bus (freedesktop.org, file-manager-interface)."""
    program = shutil.which("dbus-send")
    if program is None:
        return []
    # dbus-send parts the list at commas; `toEncoded` leaves them, so they are encoded here.
    urls = (bytes(QUrl.fromLocalFile(str(path)).toEncoded().data()).decode("ascii") for path in paths)
    return [
        program,
        "--session",
        "--print-reply",
        "--dest=org.freedesktop.FileManager1",
        "/org/freedesktop/FileManager1",
        "org.freedesktop.FileManager1.ShowItems",
        f"array:string:{','.join(url.replace(',', '%2C') for url in urls)}",
        "string:",
    ]


_COMMANDS: Final[Mapping[str, Callable[[Sequence[Path]], Sequence[str] | str]]] = {
    "win32": _explorer,
    "darwin": _finder,
}
