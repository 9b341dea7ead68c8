"""Identifiers of books, articles and people: ISBN, ISSN, DOI, ORCID, SPIN, EDN, IRSTI.

For each there is `check_x(text)`, which says what is wrong or None, and `normal_x(text)`, which writes the same
identifier in its usual form. Labels and spaces around are taken off first; checking never needs the network.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from stdnum import ean, isbn, issn
from stdnum.iso7064 import mod_11_2

from proceedings_editor.language.word_list import rows
from proceedings_editor.texts import Text, text

LONGEST: Final = 300
"""Characters beyond which a text is no identifier."""

DOI_ADDRESS: Final = "https://doi.org/"
ORCID_ADDRESS: Final = "https://orcid.org/"

_LABEL: Final = re.compile(
    r"(?:e-?ISBN|ISBN(?:-1[03])?|e-?ISSN|p-?ISSN|ISSN|DOI|ORCID(?: iD)?|SPIN(?:[-\s](?:код|коды|code))?|EDN"
    r"|ҒТАМР|МҒТАР|ҒТАР|ГРНТИ|МРНТИ|IRSTI|GRNTI)(?!\w)\s{0,5}[:№.–—-]?\s{0,5}",
    re.IGNORECASE,
)
_ADDRESS: Final = re.compile(r"(?:https?://)?(?:(?:dx\.)?doi\.org|orcid\.org)/", re.IGNORECASE)
_DASHES: Final = str.maketrans("‐‑‒–—−", "------")
_DOI: Final = re.compile(r"10\.[0-9]{4,9}(?:\.[0-9]+)*/[^\s\x00-\x1f\"<>]+")
_DOI_TAIL: Final = ".,;:"
_SPIN: Final = re.compile(r"[0-9]{8}")
_EDN: Final = re.compile(r"[A-Z]{6}")
_IRSTI: Final = re.compile(r"[0-9]{2}(?:\.[0-9]{2}){0,2}")
_ORCID: Final = re.compile(r"[0-9]{15}[0-9X]")
_BETWEEN_PAIRS: Final = re.compile(r"[\s.,\-]+")
_FILLING: Final = re.compile(r"[\s\-]+")


def split_label(source: str) -> tuple[str, str]:
    """Take the label off an identifier: `ISBN 978-…` gives ("ISBN", "978-…"), without a label ("", text)."""
    bare = source.strip()
    label = _LABEL.match(bare)
    if label is None:
        return "", bare
    return label[0].rstrip(" :№.–—-\t\u00a0"), bare[label.end() :].strip()


def check_isbn(source: str) -> Text | None:
    """Check length and check digit of an ISBN-10 or ISBN-13 (ISO 2108); hyphens do not matter here.

    Compare `normal_isbn` with the text for wrong hyphens.
    """
    value = _bare(source).replace(" ", "")
    digits = _digits(source)
    if re.fullmatch(r"[0-9]{12}[0-9]|[0-9]{9}[0-9X]", digits) is None:
        return text("“{value}” is not an ISBN: it must have 13 digits (or 10 in old books).", value=_short(value))
    if len(digits) == 13 and not digits.startswith(("978", "979")):
        return text("ISBN {value} must begin with 978 or 979.", value=value)
    right = _isbn10_check_digit(digits[:-1]) if len(digits) == 10 else ean.calc_check_digit(digits[:-1])
    return _wrong_check_digit("ISBN", value, right) if digits[-1] != right else None


def normal_isbn(source: str) -> str:
    """Return an ISBN with the hyphens of the agency's range table; what is not one comes back as it is."""
    digits = _digits(source)
    if not isbn.is_valid(digits):
        return split_label(source)[1]
    return str(isbn.format(digits))


def in_known_isbn_range(source: str) -> bool:
    """Whether the agency's range table (RangeMessage, inside python-stdnum) has a publisher for a right ISBN."""
    *_, registrant, _, _ = isbn.split(_digits(source))
    return bool(registrant)


def check_issn(source: str) -> Text | None:
    """Check form (NNNN-NNNC) and check digit of an ISSN (ISO 3297)."""
    digits = _digits(source)
    if re.fullmatch(r"[0-9]{7}[0-9X]", digits) is None:
        return text("“{value}” is not an ISSN: it has the form 1234-5679.", value=_short(_bare(source)))
    right = issn.calc_check_digit(digits[:-1])
    return _wrong_check_digit("ISSN", normal_issn(source), right) if digits[-1] != right else None


def normal_issn(source: str) -> str:
    """Return an ISSN as NNNN-NNNC; what has not its eight signs comes back as it is."""
    digits = _digits(source)
    return f"{digits[:4]}-{digits[4:]}" if len(digits) == 8 else split_label(source)[1]


def check_doi(source: str) -> Text | None:
    """Check the form of a DOI: `10.`, four to nine digits, `/`, suffix, nothing after it (Crossref's pattern)."""
    value = _ADDRESS.sub("", split_label(source)[1])
    if len(value) > LONGEST or _DOI.fullmatch(value) is None:
        return text("“{value}” is not a DOI: it has the form 10.1234/abc.", value=_short(value))
    if value[-1] in _DOI_TAIL:
        return text("The DOI {value} ends in a punctuation mark. Remove it.", value=value)
    return None


def normal_doi(source: str) -> str:
    """Return a DOI without label, address and final punctuation: `10.1234/abc`."""
    return _ADDRESS.sub("", split_label(source)[1][:LONGEST]).strip().rstrip(_DOI_TAIL)


def doi_address(source: str) -> str:
    """Return the web address of a DOI, `https://doi.org/10.1234/abc`, the form to be shown."""
    return DOI_ADDRESS + normal_doi(source)


def check_orcid(source: str) -> Text | None:
    """Check form (four groups of four) and check digit (ISO 7064 mod 11-2) of an ORCID iD."""
    digits = _digits(source)
    if _ORCID.fullmatch(digits) is None:
        return text("“{value}” is not an ORCID iD: it has the form 0000-0001-2345-6789.", value=_short(_bare(source)))
    right = mod_11_2.calc_check_digit(digits[:-1])
    return _wrong_check_digit("ORCID", normal_orcid(source), right) if digits[-1] != right else None


def normal_orcid(source: str) -> str:
    """Return an ORCID iD as 0000-0000-0000-0000, without address; what has not its 16 signs comes back as it is."""
    digits = _digits(source)
    if _ORCID.fullmatch(digits) is None:
        return split_label(source)[1]
    return "-".join(digits[i : i + 4] for i in range(0, 16, 4))


def orcid_address(source: str) -> str:
    """Return the web address of an ORCID iD."""
    return ORCID_ADDRESS + normal_orcid(source)


def check_spin(source: str) -> Text | None:
    """Check the form of an author's SPIN code in the Russian index: NNNN-NNNN."""
    if _SPIN.fullmatch(_digits(source)):
        return None
    return text("“{value}” is not a SPIN code: it has the form 1234-5678.", value=_short(_bare(source)))


def normal_spin(source: str) -> str:
    """Return a SPIN code as NNNN-NNNN; what has not its eight digits comes back as it is."""
    digits = _digits(source)
    return f"{digits[:4]}-{digits[4:]}" if _SPIN.fullmatch(digits) else split_label(source)[1]


def check_edn(source: str) -> Text | None:
    """Check the form of an article's EDN in the Russian index: six Latin letters."""
    if _EDN.fullmatch(normal_edn(source)):
        return None
    return text("“{value}” is not an EDN: it has six Latin letters.", value=_short(_bare(source)))


def normal_edn(source: str) -> str:
    """Return an EDN in capitals."""
    return split_label(source)[1][:LONGEST].upper()


def check_irsti(source: str) -> Text | None:
    """Check an IRSTI (GRNTI) code: NN, NN.NN or NN.NN.NN (GOST R 7.0.49-2007), and that its first pair exists."""
    value = _bare(source)
    if _IRSTI.fullmatch(value) is None:
        return text("“{value}” is not an IRSTI code: it has the form 10, 10.15 or 10.15.01.", value=_short(value))
    if value[:2] not in _rubrics():
        return text("IRSTI has no rubric {rubric}. Look the code up in the rubricator.", rubric=value[:2])
    return None


def normal_irsti(source: str) -> str:
    """Return an IRSTI code with stops between its pairs (`10-15-01` -> `10.15.01`)."""
    return _BETWEEN_PAIRS.sub(".", _bare(source)).strip(".")


@cache
def _rubrics() -> frozenset[str]:
    return frozenset(row["code"] for row in rows("irsti_rubrics"))


def _bare(source: str) -> str:
    """The value without label and web address, with plain hyphens."""
    return _ADDRESS.sub("", split_label(source)[1][: 2 * LONGEST]).translate(_DASHES).strip().rstrip("/")


def _digits(source: str) -> str:
    return _FILLING.sub("", _bare(source)).upper().replace("Х", "X")  # the check sign is Latin, often typed Cyrillic


def _isbn10_check_digit(digits: str) -> str:
    """Weights 10 to 2, modulo 11, with X for ten."""
    weighted = sum(int(digit) * (10 - place) for place, digit in enumerate(digits))
    return "0123456789X"[-weighted % 11]


def _wrong_check_digit(name: str, value: str, right: str) -> Text:
    return text(
        "The last digit of {name} {value} does not fit the others: it would be {right}. "
        "Compare the number with its source.",
        name=name,
        value=value,
        right=right,
    )


def _short(value: str) -> str:
    return value if len(value) <= 60 else value[:60] + "…"
