"""Starts the command line."""

from __future__ import annotations

import sys


def main() -> None:
    """Run the program with the arguments of this process and leave with its exit code."""
    from proceedings_editor.cli.main import run

    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
