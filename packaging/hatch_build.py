"""Build hook: compiles the translation catalogues and puts `resources/` into the wheel.

`resources/` lies outside `src/`; in the wheel it becomes `proceedings_editor/shipped/`, where
`proceedings_editor.resources` looks first. An editable install reads `resources/` in place and needs only the
compiled catalogues.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CustomBuildHook(BuildHookInterface[Any]):
    """Called by hatchling for every wheel and editable install; for an sdist there is nothing to do."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile the catalogues; for a real wheel (`version` "standard") add the shipped files too."""
        if self.target_name != "wheel":
            return
        compile_catalogues(Path(self.root) / "resources" / "i18n")
        if version == "standard":
            build_data["force_include"]["resources"] = "proceedings_editor/shipped"


def compile_catalogues(folder: Path) -> None:
    """Write `<language>/<domain>.mo` beside every `<language>/<domain>.po` below `folder`."""
    for source in sorted(folder.glob("*/*.po")):
        with source.open("rb") as po:
            catalogue = read_po(po, locale=source.parent.name)
        unfinished = source.with_suffix(".mo.new")
        with unfinished.open("wb") as mo:
            write_mo(mo, catalogue)
        unfinished.replace(source.with_suffix(".mo"))  # the program may be reading the old one right now
