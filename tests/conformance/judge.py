"""Judges from outside the project: validators of PDF/A, PDF/UA and DOCX, readers of PDF, an office program."""

from __future__ import annotations

import json
import os
import subprocess
import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final
from xml.sax.saxutils import escape

import page as validation
import pikepdf
from lxml import etree

from proceedings_editor.resources import shipped

PROFILES: Final = {"2a": "PDF/A-2A validation profile", "ua1": "PDF/UA-1 validation profile"}
_OFFICE: Final = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TEXT: Final = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_FRAME: Final = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}frame"
_PARAGRAPHS: Final = (f"{_TEXT}p", f"{_TEXT}h")
_GAPS: Final = (f"{_TEXT}s", f"{_TEXT}tab", f"{_TEXT}line-break", _FRAME)
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


def fonts_of(pdf: Path) -> set[str]:
    """Return the names of the fonts embedded in a file, without the tag of a subset."""
    with pikepdf.open(pdf) as opened:
        named = [one for one in opened.objects if isinstance(one, pikepdf.Dictionary) and "/FontName" in one]
        return {str(one.FontName)[1:].rpartition("+")[2] for one in named}


def office_texts(odt: Path) -> tuple[list[str], list[str]]:
    """Return the paragraphs of a document as the office program understood it, and those of its footnotes."""
    with zipfile.ZipFile(odt) as package:
        content = etree.fromstring(package.read("content.xml"))
    body = content.find(f".//{_OFFICE}text")
    notes = [paragraph for note in body.iter(f"{_TEXT}note-body") for paragraph in note.iter(*_PARAGRAPHS)]
    running = [paragraph for paragraph in body.iter(*_PARAGRAPHS) if paragraph not in notes]
    return ["".join(_said(one)) for one in running], ["".join(_said(one)) for one in notes]


def _said(node: etree._Element) -> Iterator[str]:
    """Yield a paragraph's words; a formula, a tab, a new line or spaces are one space, a footnote is nothing."""
    yield node.text or ""
    for child in node:
        if child.tag in _GAPS:
            yield " "
        elif child.tag != f"{_TEXT}note":
            yield from _said(child)
        yield child.tail or ""


class Office:
    """LibreOffice with a profile of its own, and the shipped fonts instead of the system's.

    Args:
        command: What starts it.
        home: A folder for its profile and caches.
    """

    def __init__(self, command: Sequence[str], home: Path) -> None:
        self._command = [*command, f"-env:UserInstallation={(home / 'profile').as_uri()}", "--headless"]
        self._fonts = home / "fonts.conf"
        self._fonts.write_text(_font_configuration(home), encoding="utf-8")

    def convert(self, files: Sequence[Path], kind: str, out: Path) -> list[Path]:
        """Open files, save them as another kind ("pdf", "odt") and return what was saved."""
        command = [*self._command, "--convert-to", kind, "--outdir", str(out), *map(str, files)]
        environment = os.environ | {"FONTCONFIG_FILE": str(self._fonts)}
        subprocess.run(command, env=environment, capture_output=True, check=True, timeout=300)
        made = [out / f"{file.stem}.{kind}" for file in files]
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
