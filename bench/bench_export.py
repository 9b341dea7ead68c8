"""Loading and exporting one entry, beside typst and LibreOffice; three hundred entries in two processes."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
import time
from pathlib import Path

import typst

from bench.crowd import ENTRIES, write_crowd
from bench.subject import ROOT, Subject, subject
from bench.timing import cpu_of_calls, cpu_of_commands, report
from bench.typst_peer import typst_source
from proceedings_editor.app.collection import open_collection
from proceedings_editor.app.exporting import ExportRequest, export_entries
from proceedings_editor.exporters.docx.writer import write_docx
from proceedings_editor.exporters.pdf.writer import write_pdf
from proceedings_editor.progress import NeverCancelled, NoProgress
from proceedings_editor.storage.entry_file import read_entry

FONTS = ROOT / "resources" / "fonts"


def main() -> None:
    """Measure everything and print it."""
    measured = subject()
    print(f"measured on {measured.name}: {measured.file.stat().st_size} bytes")
    _one_entry(measured)
    _cold(measured)
    _many(measured)


def _one_entry(measured: Subject) -> None:
    fonts = typst.Fonts(font_paths=[str(FONTS)], include_system_fonts=False)
    composition = measured.composition()
    source = typst_source(composition)

    def peer(turn: int) -> object:
        # Another word each time, else typst answers from its cache.
        words = f"{source}\n\n{turn}".encode()
        return typst.compile(words, font_paths=fonts, format="pdf", pdf_standards=["ua-1"])

    found = cpu_of_calls(
        {
            "typst": peer,
            "pdf": lambda turn: write_pdf(measured.composition()),
            "compose": lambda turn: measured.composition(),
            "docx": lambda turn: write_docx(composition),
            "load": lambda turn: read_entry(measured.file),
        }
    )
    ratio = found["pdf"] / found["typst"]
    note = f"{found['pdf']:.1f} ms against {found['typst']:.1f} ms of typst PDF/UA-1; goal 1.0"
    report("tagged PDF/A-2a, times typst", ratio, "x", 1.3, note)
    report(
        "DOCX of a composition",
        found["docx"],
        "ms",
        10,
        f"composing, which both formats share: {found['compose']:.1f} ms",
    )
    report("loading the entry", found["load"], "ms", 5)


def _cold(measured: Subject) -> None:
    with tempfile.TemporaryDirectory() as out:
        program = [sys.executable, "-m", "proceedings_editor"]
        export = [*program, "export", str(measured.folder), "--entry", measured.entry.id, "--draft", "--out", out]
        contenders = {"ours": export}
        office = shutil.which("soffice")
        if office:
            file = Path(out) / "peer.docx"
            file.write_bytes(write_docx(measured.composition()))
            convert = [office, "--headless", "--convert-to", "pdf", "--outdir", f"{out}/office", str(file)]
            contenders["office"] = convert
        found = cpu_of_commands(contenders)
        if office:
            note = f"{found['ours']:.0f} ms against {found['office']:.0f} ms of LibreOffice docx to pdf"
            report("cold export of both, times LibreOffice", found["ours"] / found["office"], "x", 0.6, note)


def _many(measured: Subject) -> None:
    with tempfile.TemporaryDirectory() as work:
        folder = Path(work) / "collection"
        write_crowd(measured, folder)
        begin = time.perf_counter()
        opened = open_collection(folder)
        loaded = time.perf_counter()
        request = ExportRequest(Path(work) / "out", draft=True, jobs=min(2, os.cpu_count() or 1))
        files = export_entries(folder, opened, (), request, NoProgress(), NeverCancelled())
        done = time.perf_counter()
        note = f"{len(files)} files; opening the collection took {loaded - begin:.1f} s"
        report(f"{ENTRIES} entries, both formats, two processes", done - begin, "s", 20, note)


if __name__ == "__main__":
    main()
