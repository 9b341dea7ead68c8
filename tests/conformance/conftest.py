"""Every entry that ships and the seed where it is there, exported with each shipped template, once per session."""

from __future__ import annotations

from pathlib import Path

import pytest

from proceedings_editor.app.importing import import_manuscript
from proceedings_editor.resources import shipped
from tests.conformance.export import TEMPLATES, Document, copied, exported, request
from tests.conftest import ROOT

_SEED = ROOT.parent / "shared" / "seed" / "entry-070.md"


@pytest.fixture(scope="session")
def documents(tmp_path_factory: pytest.TempPathFactory) -> list[Document]:
    """Give the files of every shipped sample entry with both templates; those of the seed come last, where it is."""
    home = tmp_path_factory.mktemp("documents")
    made: list[Document] = []
    for template in TEMPLATES:
        for sample in sorted(shipped("examples").iterdir()):
            folder = copied(sample, template, home / f"{sample.name}-{template}")
            made += exported(folder, request(home / f"{folder.name}-out"))
    if _SEED.is_file():
        for template in TEMPLATES:
            made += _of_seed(template, home)
    return made


@pytest.fixture(scope="session")
def seed_documents(seed: Path, documents: list[Document]) -> dict[str, Document]:
    """Give the seed's files by template; skips where there is no seed."""
    del seed
    return dict(zip(TEMPLATES, documents[-len(TEMPLATES) :], strict=True))


def _of_seed(template: str, home: Path) -> list[Document]:
    folder = home / f"seed-{template}"
    import_manuscript(_SEED, folder, template)
    return exported(folder, request(home / f"{folder.name}-out"))
