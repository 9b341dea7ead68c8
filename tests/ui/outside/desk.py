"""The desk a driver works at: the bus, the window manager, a Kazakh keyboard, the program; all gone at the end."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable

from screen import PATIENCE, NotSeenError, Screen

BUS = "/usr/libexec/at-spi-bus-launcher"


def work(program: list[str], do: Callable[[Screen], None]) -> int:
    """Start the program, work in it, leave it by its key; return its exit code."""
    screen = Screen("proceedings-editor")
    helpers = [subprocess.Popen([BUS, "--launch-immediately"]), subprocess.Popen(["openbox"])]
    screen.wait_for_manager()
    screen.lay_keys("kz,us")
    environment = {**os.environ, "QT_QPA_PLATFORM": "xcb", "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1"}
    window = subprocess.Popen(program, env=environment)
    try:
        do(screen)
        screen.press("ctrl+q")
        return window.wait(PATIENCE)
    except NotSeenError:
        print(screen.tree(), flush=True)
        raise
    finally:
        for process in (window, *helpers):
            process.kill()
            process.wait()
