"""A forked child for tests that must kill one or give its rights away."""

from __future__ import annotations

import os
import warnings


def fork() -> int:
    """Fork without the warning about threads (Python 3.12): the child only touches files and leaves by `os._exit`."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        return os.fork()
