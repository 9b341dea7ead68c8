"""Web addresses in plain text: where they stand, and whether they are whole."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final
from urllib.parse import unquote

from proceedings_editor.language.alphabet import script_of
from proceedings_editor.language.identifier import check_doi
from proceedings_editor.texts import Text, text

DOI_HOSTS: Final = frozenset({"doi.org", "dx.doi.org"})

_ADDRESS: Final = re.compile(r"(?:https?://|(?<![\w./@-])www\.)[^\s<>«»“”\"\[\ufffc]*", re.IGNORECASE)
_SCHEME: Final = re.compile(r"https?://", re.IGNORECASE)
_TAIL: Final = ".,;:!?'’"
_BRACKETS: Final = {")": "(", "]": "[", "}": "{"}
_CUT: Final = re.compile(r"(?:\.\.\.|…|%[0-9A-Fa-f]?|-|[?&=])\Z")
_BEGINNING: Final = re.compile(
    r"(?<![\w/.:@])(?:h{1,2}t{1,3}p{1,2}|ttp)s{0,2}(?:\s?[:;.,]\s?[/\\]{1,3}|[/\\]{2,3})(?:\s(?=\S))?", re.IGNORECASE
)
_GOES_ON: Final = re.compile(
    r"[ \u00a0]((?=[\w%~+]*[/=_]|[\w-]+\.(?:html?|pdf|php|aspx?)\b)[A-Za-z0-9%~+][^\s<>«»“”\"]*)"
)
_LABEL: Final = re.compile(r"[\w](?:[\w-]{0,61}\w)?")


@dataclass(frozen=True, slots=True)
class WebAddress:
    """An address as it stands in a text, without the punctuation behind it."""

    start: int
    end: int
    wording: str

    @property
    def host(self) -> str:
        """The name of the site in small letters, without “www.”."""
        bare = _SCHEME.sub("", self.wording)
        return re.split(r"[/?#:]", bare, maxsplit=1)[0].lower().removeprefix("www.")

    @property
    def path(self) -> str:
        """What stands behind the site's name, with its first slash."""
        bare = _SCHEME.sub("", self.wording)
        slash = bare.find("/")
        return bare[slash:] if slash >= 0 else ""


def find_addresses(source: str) -> tuple[WebAddress, ...]:
    """Return the web addresses of a text in order."""
    if "://" not in source and "www." not in source.lower():
        return ()
    found = (_trimmed(match.start(), match[0]) for match in _ADDRESS.finditer(source))
    return tuple(found)


def same_address(one: str, other: str) -> bool:
    """Say whether two wordings lead to the same page: scheme, “www.”, coding and a last slash do not count."""
    return _bare(one) == _bare(other)


def check_address(address: WebAddress) -> Text | None:
    """Say what is wrong with an address, None for one that is whole."""
    host, wording = address.host, address.wording
    if not host:
        return text("The web address has no site behind “://”.")
    if not _SCHEME.match(wording):
        return text("The web address {address} lacks its beginning “https://”.", address=wording)
    if _CUT.search(wording):
        return text("The web address {address} is cut off; copy it from the page again.", address=wording)
    if not _is_host(host):
        return text("“{host}” is not the name of a site; compare the web address with the page.", host=host)
    if host in DOI_HOSTS and check_doi(unquote(address.path.lstrip("/"))) is not None:
        return text("The DOI in {address} is not whole.", address=wording)
    return None


def false_beginnings(source: str) -> tuple[tuple[int, int], ...]:
    """Return where an address begins with a misspelt “https://” (`htps:/`, `http//`, `https: //`)."""
    if "/" not in source and "\\" not in source:
        return ()
    found = (match for match in _BEGINNING.finditer(source) if not _SCHEME.fullmatch(match[0]))
    return tuple((match.start(), len(match[0].rstrip()) + match.start()) for match in found)


def torn_rest(source: str, address: WebAddress) -> int:
    """Return where an address torn by a space ends (`https://site.kz/ docs/5`), 0 for one that is whole."""
    if not address.wording.endswith(("/", "-", "_", "=", "?", "&")):
        return 0
    rest = _GOES_ON.match(source, address.end)
    return _trimmed(rest.start(1), rest[1]).end if rest else 0


def _trimmed(start: int, wording: str) -> WebAddress:
    """Take off the punctuation that belongs to the sentence: `(https://site.kz/a_(b)).` ends with `(b)`."""
    while wording and not wording.endswith("..."):
        last = wording[-1]
        opening = _BRACKETS.get(last)
        if last not in _TAIL and not (opening and wording.count(last) > wording.count(opening)):
            break
        wording = wording[:-1]
    return WebAddress(start, start + len(wording), wording)


def _is_host(host: str) -> bool:
    """Two labels or more, each in one alphabet; the last has no digits only."""
    labels = host.split(".")
    if len(labels) < 2 or not labels[-1][-1:].isalnum() or (labels[-1].isdecimal() and len(labels) != 4):
        return False
    return all(
        _LABEL.fullmatch(label) and len({script_of(char) for char in label if char.isalpha()}) < 2 for label in labels
    )


def _bare(wording: str) -> str:
    return _SCHEME.sub("", unquote(wording).strip().casefold()).removeprefix("www.").rstrip("/.")
