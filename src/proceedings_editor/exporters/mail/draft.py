"""A mail draft and its file.

The file is an Internet message (RFC 5322, MIME of RFC 2045 to 2047). `X-Unsent: 1` makes mail programs open it for
sending; there is no From and no Date, because both are the sender's. Names of attachments are plain ASCII and stand in
`name=` and in `filename=`, because programs disagree which of the encodings for other letters they read.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass
from email.mime.application import MIMEApplication
from email.mime.text import MIMEText
from email.policy import SMTP
from typing import Final

from proceedings_editor.errors import ProceedingsError
from proceedings_editor.texts import text

_BYTES: Final = 42
"""As many bytes become 56 letters, and a line with them stays below the 76 of RFC 2047."""
_COMMA: Final = ",\r\n "
_CONTROL: Final = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+")
_ADDRESS: Final = re.compile(r"[!-~]+@[!-~]+", re.ASCII)
_UNSAFE: Final = frozenset('<>(),;:\\"[]\r\n ')
_FILE_NAME: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,79}", re.ASCII)
_KIND: Final = re.compile(r"application/[a-z0-9.+-]+", re.ASCII)


@dataclass(frozen=True, slots=True)
class Recipient:
    """Who gets the mail; `name` may be empty."""

    address: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that goes with the mail: its plain ASCII name, its media type ("application/pdf") and its bytes."""

    name: str
    kind: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Draft:
    """What goes out."""

    recipients: tuple[Recipient, ...]
    subject: str
    text: str
    attachments: tuple[Attachment, ...] = ()

    @property
    def size(self) -> int:
        """Bytes of all attachments, before they grow by a third on their way."""
        return sum(len(one.content) for one in self.attachments)


def one_line(words: str) -> str:
    """Return words as a header may have them: control characters and line breaks become one space."""
    return _CONTROL.sub(" ", words).strip()


def draft_bytes(draft: Draft) -> bytes:
    """Return the .eml file of a draft; the same draft gives the same bytes.

    Raises:
        ProceedingsError: An address or the name of an attachment could be taken for something else in a header.
    """
    boundary = _boundary(draft)
    head = (
        "MIME-Version: 1.0",
        "X-Unsent: 1",
        f"To: {_COMMA.join(map(_mailbox, draft.recipients))}",
        f"Subject: {_encoded(one_line(draft.subject))}",
        f'Content-Type: multipart/mixed;\r\n boundary="{boundary}"',
        *("", ""),
    )
    parts = (_words(draft.text), *map(_file, draft.attachments))
    return "\r\n".join(head).encode("ascii") + b"".join(_between(parts, boundary))


def _between(parts: Iterable[bytes], boundary: str) -> Iterable[bytes]:
    for part in parts:
        yield f"--{boundary}\r\n".encode("ascii")
        yield part
        yield b"\r\n"
    yield f"--{boundary}--\r\n".encode("ascii")


def _words(words: str) -> bytes:
    part = MIMEText(words.replace("\r\n", "\n").replace("\n", "\r\n"), "plain", "utf-8", policy=SMTP)
    del part["MIME-Version"]
    return part.as_bytes(policy=SMTP)


def _file(attachment: Attachment) -> bytes:
    if not _FILE_NAME.fullmatch(attachment.name) or not _KIND.fullmatch(attachment.kind):
        raise ProceedingsError(
            text("“{name}” cannot be the name of an attachment; use Latin letters and digits.", name=attachment.name)
        )
    part = MIMEApplication(attachment.content, attachment.kind.partition("/")[2], policy=SMTP)
    del part["MIME-Version"]
    part.set_param("name", attachment.name)
    part.add_header("Content-Disposition", "attachment", filename=attachment.name)
    return part.as_bytes(policy=SMTP)


def _mailbox(recipient: Recipient) -> str:
    address = recipient.address.strip()
    if not _ADDRESS.fullmatch(address) or _UNSAFE.intersection(address):
        raise ProceedingsError(text("“{address}” is not an e-mail address; correct it.", address=one_line(address)))
    name = one_line(recipient.name)
    return f"{_encoded(name)}\r\n <{address}>" if name else address


def _encoded(words: str) -> str:
    """Return words as encoded words of RFC 2047, one to a line, each of whole letters."""
    chunks, chunk = [], b""
    for letter in words:
        if len(chunk) + len(letter.encode()) > _BYTES:
            chunks.append(chunk)
            chunk = b""
        chunk += letter.encode()
    chunks.append(chunk)
    return "\r\n ".join(f"=?utf-8?b?{base64.b64encode(one).decode('ascii')}?=" for one in chunks)


def _boundary(draft: Draft) -> str:
    """What parts the parts; made of the content, so that it is the same every time and in none of it."""
    digest = hashlib.sha256(draft.text.encode())
    for one in draft.attachments:
        digest.update(one.content)
    return f"=_{digest.hexdigest()[:48]}"
