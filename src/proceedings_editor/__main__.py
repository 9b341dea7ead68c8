"""Starts the window or the command line."""

from __future__ import annotations

import gc
import os
import sys


def main() -> None:
    """Run the program with the arguments of this process and leave with its exit code."""
    if getattr(sys, "frozen", False):  # the frozen program is started again for each process that helps it
        from multiprocessing import freeze_support

        freeze_support()
    sys.exit(start(sys.argv[1:]))


def start(arguments: list[str]) -> int:
    """Open the window or run a command; return the exit code."""
    from proceedings_editor.cli.window import window_call
    from proceedings_editor.errors import ProceedingsError

    try:
        call = window_call(arguments, os.environ)
    except ProceedingsError:  # the command line says what is wrong with its arguments
        call = None
    if call is None:
        from proceedings_editor.cli.main import run

        return run(arguments)
    gc.disable()  # nothing of what is loaded now can be thrown away; later the window searches, see `ui.collector`
    try:
        from proceedings_editor.ui.platform import require_screen

        require_screen(os.environ)
        from proceedings_editor.ui.application import run_window
    except ProceedingsError as error:
        print(error.sentence.in_language(call.language), file=sys.stderr)  # noqa: T201  # there is no window to say it
        return error.exit_code
    return run_window(call.folder, call.language, asked=call.asked)


if __name__ == "__main__":
    main()
