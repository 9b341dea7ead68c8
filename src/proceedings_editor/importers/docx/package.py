"""Opens a Word document of unknown origin."""

from __future__ import annotations

import logging
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from docx import Document
from docx.document import Document as DocumentObject

from proceedings_editor.errors import ProceedingsError, ReadError, system_reason
from proceedings_editor.texts import text

_LOG = logging.getLogger(__name__)

_MOST_BYTES: Final = 300_000_000
_MOST_XML_BYTES: Final = 60_000_000
"""Unpacked; no article needs more, and a file made to fill the memory is refused before it is read."""


@contextmanager
def reading_document(path: Path) -> Iterator[DocumentObject]:
    """Open a document and read it: what is damaged shows itself only where it is read, in any way there is.

    Raises:
        ReadError: The file is missing, unreadable, too large, damaged, or no DOCX.
    """
    try:
        _require_size(path)
        yield Document(str(path))
    except ProceedingsError:
        raise
    except FileNotFoundError as error:
        raise ReadError(text("There is no file {file}. Check the name.", file=path)) from error
    except PermissionError as error:
        raise ReadError(text("You have no right to read {file}; ask for access to it.", file=path)) from error
    except OSError as error:
        reason = system_reason(error)
        raise ReadError(text("{file} could not be read: {reason}.", file=path, reason=reason)) from error
    except Exception as error:  # python-docx says what is damaged in a dozen ways
        _LOG.info("%s could not be read", path.name, exc_info=True)
        raise _no_document(path) from error


def _require_size(path: Path) -> None:
    path.stat()  # what is missing or forbidden says so itself
    if path.is_dir() or not zipfile.is_zipfile(path):
        raise _no_document(path)
    with zipfile.ZipFile(path) as package:
        parts = package.infolist()
    xml = max((part.file_size for part in parts if part.filename.endswith((".xml", ".rels"))), default=0)
    if sum(part.file_size for part in parts) > _MOST_BYTES or xml > _MOST_XML_BYTES:
        raise ReadError(text("{file} is too large for an article; choose another file.", file=path.name))


def _no_document(path: Path) -> ReadError:
    sentence = text(
        "{file} is no Word document (.docx), or it is damaged. Open it in Word and save it anew.", file=path
    )
    return ReadError(sentence)
