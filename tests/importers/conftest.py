from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from proceedings_editor.importers.markdown import import_markdown
from proceedings_editor.importers.result import Imported
from proceedings_editor.importers.source import read_markdown_file
from proceedings_editor.model.template import Template
from proceedings_editor.templates.reader import shipped_template

PAGES = Path(__file__).parent / "pages"
SEED = Path(__file__).resolve().parents[3] / "shared" / "seed" / "entry-070.md"


@pytest.fixture(scope="session")
def template() -> Template:
    return shipped_template("kz-conference")


@pytest.fixture(scope="session")
def imported(template: Template) -> Callable[[str], Imported]:
    """Import a text, or a page of this folder by its file's name."""

    def of(source: str) -> Imported:
        words = read_markdown_file(PAGES / source) if source.endswith(".md") else source
        return import_markdown(words, template, "manuscript.md", "e1")

    return of


@pytest.fixture(scope="session")
def seed_text() -> str:
    if not SEED.is_file():
        pytest.skip("the real entry that this test reads is not on this machine")
    return read_markdown_file(SEED)


@pytest.fixture(scope="session")
def seed(seed_text: str, template: Template) -> Imported:
    return import_markdown(seed_text, template, SEED.name, "e1")
