"""Reads a draft's file as a stranger's mail program would: by the standards, without the writer's library.

Only what `draft_bytes` may write is understood: one multipart/mixed, base64 parts, encoded words of RFC 2047.
"""

from __future__ import annotations

import base64
import binascii
import re
from dataclasses import dataclass
from typing import Final

from proceedings_editor.errors import ReadError
from proceedings_editor.exporters.mail.draft import Attachment, Draft, Recipient, one_line
from proceedings_editor.texts import text

_FOLD: Final = re.compile(r"\r\n(?=[ \t])")
_WORD: Final = re.compile(r"=\?utf-8\?b\?([A-Za-z0-9+/=]*)\?=", re.IGNORECASE)
_GAP: Final = re.compile(r"(?<=\?=)\s+(?==\?)")
_MAILBOX: Final = re.compile(r"(?:(?P<name>.*?)\s*<(?P<long>[^<>]+)>|(?P<short>[^<>\s]+))", re.DOTALL)
_PARAMETER: Final = re.compile(r';\s*([a-z]+)="?([^";\r\n]*)"?', re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Part:
    headers: dict[str, str]
    content: bytes

    def parameter(self, header: str, name: str) -> str:
        found = dict(_PARAMETER.findall(self.headers.get(header, "")))
        return str(found.get(name, ""))


def read_draft(data: bytes) -> Draft:
    """Return what a draft's file says.

    Raises:
        ReadError: It is not such a file, or damaged.
    """
    try:
        whole = _part(data)
        boundary = whole.parameter("content-type", "boundary").encode("ascii")
        first, *files = map(_part, _pieces(whole.content, boundary))
        return Draft(
            tuple(map(_recipient, whole.headers["to"].split(",\r\n"))) if whole.headers["to"] else (),
            _decoded(whole.headers["subject"]),
            _content(first).decode("utf-8").replace("\r\n", "\n"),
            tuple(map(_attachment, files)),
        )
    except (KeyError, ValueError, binascii.Error) as error:
        raise ReadError(text("The mail draft could not be read again.")) from error


def require_same(draft: Draft, data: bytes) -> None:
    """See that a file says what a draft means: names, bytes and text.

    Raises:
        ReadError: It says something else.
    """
    meant = Draft(
        tuple(Recipient(one.address.strip(), one_line(one.name)) for one in draft.recipients),
        one_line(draft.subject),
        draft.text.replace("\r\n", "\n"),
        draft.attachments,
    )
    if read_draft(data) != meant:
        raise ReadError(text("The mail draft would not say what was meant; nothing was written."))


def _part(data: bytes) -> _Part:
    head, gap, content = data.partition(b"\r\n\r\n")
    if not gap:
        raise ValueError("no headers")
    headers: dict[str, str] = {}
    for line in re.split(r"\r\n(?![ \t])", head.decode("ascii")):
        name, colon, value = line.partition(":")
        if not colon or name.casefold() in headers:
            raise ValueError(f"bad header {name!r}")
        headers[name.casefold()] = value.strip(" ")
    return _Part(headers, content)


def _pieces(content: bytes, boundary: bytes) -> list[bytes]:
    if not boundary:
        raise ValueError("no boundary")
    before, *pieces = re.split(rb"(?:^|\r\n)--" + re.escape(boundary) + rb"(?=--|\r\n)", content)
    if before or not pieces or pieces[-1] != b"--\r\n":
        raise ValueError("parts without an end")
    return [piece.removeprefix(b"\r\n") for piece in pieces[:-1]]


def _content(part: _Part) -> bytes:
    if part.headers["content-transfer-encoding"] != "base64":
        raise ValueError("another encoding")
    return base64.b64decode(part.content.replace(b"\r\n", b""), validate=True)


def _attachment(part: _Part) -> Attachment:
    name = part.parameter("content-disposition", "filename")
    if name != part.parameter("content-type", "name"):
        raise ValueError("two names")
    kind = part.headers["content-type"].partition(";")[0]
    return Attachment(name, kind, _content(part))


def _recipient(words: str) -> Recipient:
    found = _MAILBOX.fullmatch(words.strip())
    if found is None:
        raise ValueError("no mailbox")
    return Recipient(found["long"] or found["short"], _decoded(found["name"] or ""))


def _decoded(words: str) -> str:
    plain = _GAP.sub("", _FOLD.sub("", words))
    return _WORD.sub(lambda found: base64.b64decode(found[1], validate=True).decode("utf-8"), plain)
