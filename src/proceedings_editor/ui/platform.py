"""Whether a window can open here: Qt would end the process without a sentence where its libraries or a screen lack.

Knows Qt's files, not Qt: it runs before anything of Qt is loaded.
"""

from __future__ import annotations

import ctypes
import sys
from collections.abc import Mapping
from importlib.util import find_spec
from pathlib import Path
from typing import Final

from proceedings_editor.errors import ProceedingsError, UsageError
from proceedings_editor.texts import text

_SCREENLESS: Final = ("offscreen", "minimal", "vnc", "linuxfb", "eglfs")


def require_screen(environment: Mapping[str, str]) -> None:
    """Do nothing where a window can open.

    Raises:
        UsageError: There is no screen.
        ProceedingsError: A library of Qt is missing.
    """
    try:
        import PySide6.QtWidgets  # noqa: F401  # loads Qt's libraries, which is what can fail
    except ImportError as error:
        raise _missing(str(error)) from error
    platform = environment.get("QT_QPA_PLATFORM", "").partition(":")[0].partition(";")[0]
    if sys.platform != "linux" or platform in _SCREENLESS:
        return
    if platform != "xcb" and _has_wayland(environment):
        return
    if not environment.get("DISPLAY"):
        raise _no_screen()
    _require_x11()


def _has_wayland(environment: Mapping[str, str]) -> bool:
    name = environment.get("WAYLAND_DISPLAY", "")
    return bool(name) and Path(environment.get("XDG_RUNTIME_DIR", "/"), name).exists()


def _require_x11() -> None:
    """Load Qt's own plugin, which needs the libraries that are missing most often, and try the screen."""
    spec = find_spec("PySide6")
    folder = Path(spec.origin).parent if spec and spec.origin else Path()
    plugin = folder / "Qt" / "plugins" / "platforms" / "libqxcb.so"
    try:
        if plugin.is_file():
            ctypes.CDLL(str(plugin))
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError as error:
        raise _missing(str(error)) from error
    xcb.xcb_connect.restype = ctypes.c_void_p
    xcb.xcb_connection_has_error.argtypes = xcb.xcb_disconnect.argtypes = [ctypes.c_void_p]
    connection = xcb.xcb_connect(None, None)
    failed = xcb.xcb_connection_has_error(connection)
    xcb.xcb_disconnect(connection)
    if failed:
        raise _no_screen()


def _no_screen() -> UsageError:
    return UsageError(
        text("There is no screen to open the window on. The commands work without one: proceedings-editor --help.")
    )


def _missing(reason: str) -> ProceedingsError:
    return ProceedingsError(
        text(
            "The window cannot open, because a library of the system is missing ({reason}). Install it; "
            "the commands work without it: proceedings-editor --help.",
            reason=reason,
        )
    )
