"""Judges from outside the project: validators of PDF/A, PDF/UA and DOCX, readers of PDF, an office program."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Final
from xml.sax.saxutils import escape

import page as validation

from proceedings_editor.resources import shipped

PROFILES: Final = {"2a": "PDF/A-2A validation profile", "ua1": "PDF/UA-1 validation profile"}
_OFFICE_FONTS: Final = {
    "Times New Roman": "Tinos",
    "Courier New": "DejaVu Sans Mono",
    "DejaVu Sans Mono": "DejaVu Sans Mono",
}
"""Font a DOCX names -> the shipped font of the same widths that the PDF embeds."""


def archival_faults(pdf: Path) -> list[str]:
    """Return the rules of PDF/A-2a and PDF/UA-1 that a file fails, by page-validation."""
    results = [(profile, validation.validate_pdf(pdf, profile=profile)) for profile in PROFILES]
    return [f"{pdf.name} {profile} {f.rule_id}: {f.message}" for profile, result in results for f in result.failures]


def reference_faults(verapdf: Sequence[str], files: Sequence[Path]) -> list[str]:
    """Return the rules that files fail by veraPDF, which checks all that each file claims to conform to."""
    # Asked for no profile it takes those the metadata claim; asked for one it would take that one only.
    command = [*verapdf, "--format", "json", *map(str, files)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=900)
    jobs = json.loads(done.stdout)["report"]["jobs"]
    assert {Path(job["itemDetails"]["name"]) for job in jobs} == set(files)
    found = []
    for job in jobs:
        name = Path(job["itemDetails"]["name"]).name
        results = job.get("validationResult", [])
        claims = {result["profileName"] for result in results}
        found += [f"{name} does not claim {profile}" for profile in set(PROFILES.values()) - claims]
        for result in results:
            rules = result["details"]["ruleSummaries"]
            found += [f"{name} {rule['specification']} {rule['clause']}: {rule['description']}" for rule in rules]
            assert result["compliant"] or rules, result
    return found


def schema_faults(validator: Sequence[str], docx: Path) -> list[str]:
    """Return what the Open XML SDK finds wrong in a file."""
    done = subprocess.run([*validator, str(docx)], capture_output=True, text=True, check=False, timeout=60)
    return [f"{docx.name}: {error}" for error in json.loads(done.stdout)["errors"]]


def pdf_text(pdftotext: Sequence[str], pdf: Path, *options: str) -> tuple[str, ...]:
    """Return the text of each page by poppler; "-raw" keeps the order of the content stream."""
    done = subprocess.run([*pdftotext, *options, str(pdf), "-"], capture_output=True, check=True, timeout=60)
    return tuple(done.stdout.decode().split("\f")[:-1])


def structure_text(pdfinfo: Sequence[str], pdf: Path) -> list[str]:
    """Return the texts of the structure tree in its order, as poppler reads it."""
    done = subprocess.run([*pdfinfo, "-struct-text", str(pdf)], capture_output=True, check=True, timeout=60)
    lines = (line.strip() for line in done.stdout.decode("utf-8", "replace").splitlines())
    return [line[1:-1] for line in lines if len(line) > 1 and line[0] == line[-1] == '"']


class Office:
    """LibreOffice with a profile of its own, and the shipped fonts instead of the system's."""

    def __init__(self, command: Sequence[str], home: Path) -> None:
        self._command = [*command, f"-env:UserInstallation={(home / 'profile').as_uri()}", "--headless"]
        self._fonts = home / "fonts.conf"
        self._fonts.write_text(_font_configuration(home), encoding="utf-8")

    def convert(self, files: Sequence[Path], kind: str, out: Path) -> list[Path]:
        """Open files, save them as another kind ("pdf", "txt:Text (encoded):UTF8") and return what was saved."""
        import os

        command = [*self._command, "--convert-to", kind, "--outdir", str(out), *map(str, files)]
        environment = os.environ | {"FONTCONFIG_FILE": str(self._fonts)}
        subprocess.run(command, env=environment, capture_output=True, check=True, timeout=300)
        made = [out / f"{file.stem}.{kind.partition(':')[0]}" for file in files]
        assert [path for path in made if not path.is_file()] == []
        return made


def _font_configuration(home: Path) -> str:
    """Let fontconfig know the shipped fonts only, under the names that DOCX files use."""
    aliases = "".join(
        f'<match target="pattern"><test name="family"><string>{name}</string></test>'
        f'<edit name="family" mode="assign" binding="strong"><string>{twin}</string></edit></match>'
        for name, twin in _OFFICE_FONTS.items()
    )
    return (
        '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>'
        f"<dir>{escape(str(shipped('fonts')))}</dir><cachedir>{escape(str(home / 'fontcache'))}</cachedir>"
        f"{aliases}</fontconfig>"
    )
