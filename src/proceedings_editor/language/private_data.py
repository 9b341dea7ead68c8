"""What identifies a private person and must not be published: phone numbers, IIN, home addresses."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, Literal, NamedTuple

PHONE: Final = "phone"
IIN: Final = "iin"
ADDRESS: Final = "address"


class Private(NamedTuple):
    """A stretch of a text: `value` itself at `start` to `end`; `from_label` is where its label begins."""

    kind: Literal["phone", "iin", "address"]
    start: int
    end: int
    from_label: int
    value: str


_DIGITS: Final = re.compile(r"\d{3}[\d\s()-]{4}")
_ADDRESS_SIGNS: Final = ("кенжай", "дрес", "ddress", "пәтер", "кв.", "apt")
"""Without these a text has no private data; looked for first, because most texts have none."""
_PHONE_LABEL: Final = (
    r"(?P<label>(?<!\w)(?:(?:ұялы|байланыс|моб(?:ильный|\.)?|конт(?:актный|\.)?|mobile|cell)\s?)?"
    r"(?:тел(?:ефоны?)?|моб|ұялы|байланыс|контакты?|contacts?|ватсап|whats\s?app|phone|tel|mob|cell)(?:\s?(?:нөмірі|номер|number))?"
    r"[.:№\s–—-]{1,4})?"
)
_MOBILE: Final = r"8[\s-]?\(?7\d\d\)?[\s-]\d{3}(?:[\s-]?\d\d){2}"
_PHONE: Final = re.compile(
    rf"{_PHONE_LABEL}(?<![\w+./-])(?P<value>\+\d{{1,3}}[\s-]?\(?\d{{2,5}}\)?(?:[\s-]?\d{{2,4}}){{2,4}}"
    rf"|{_MOBILE}|\d[\d\s()-]{{4,16}}\d)(?![\w/-]|[.,]\d)",
    re.IGNORECASE,
)
_IIN_LABEL: Final = r"(?P<label>(?<!\w)(?:ЖСН|ИИН|IIN)[:№\s–—-]{0,4})?"
_IIN: Final = re.compile(_IIN_LABEL + r"(?<![\w./-])(?P<value>\d{12})(?![\w/-]|\.\d)", re.IGNORECASE)
_FLAT: Final = r"(?:(?<!\w)(?:кв\.|пәтер|apt\.?)\s?№?\s?\d{1,4}|\d{1,4}[\s-]?пәтер)"
_ADDRESS: Final = re.compile(
    r"(?P<label>(?<!\w)(?:(?:үй(?:інің)?|тұрғылықты|тұратын)\s(?:мекен-?жайы|мекен-?жай)|домашний\sадрес"
    r"|адрес\s(?:проживания|прописки)|прожива(?:ю|ет|ющ\w+)\sпо\sадресу|home\saddress)\s?[:–—-]?\s)"
    rf"(?P<value>(?:[^;\n]{{3,120}}?\d[^;,.\n]{{0,12}}|\d[^;,.\n]{{3,60}})(?:,\s?{_FLAT})*)(?=[;,.\n]|$)"
    r"|(?P<street>(?:(?<!\w)(?:ул\.|улица|пр\.|пр-т|мкр\.?|street)\s?[^;\n]{2,40}?"
    r"|[^\s,;]{3,30}\s(?:көшесі|к-сі)[^;\n]{0,20}?)"
    rf",\s?[^;\n]{{0,25}}?{_FLAT})",
    re.IGNORECASE,
)
_NOT_DIGIT: Final = re.compile(r"\D")


def private_data(text: str) -> Iterator[Private]:
    """Yield phones, IIN and home addresses in no order; they do not overlap within a kind."""
    if _DIGITS.search(text):
        for found in _PHONE.finditer(text):
            if _is_phone(found["value"], bool(found["label"])):
                yield _private("phone", found)
        for found in _IIN.finditer(text):
            if is_iin(found["value"]):
                yield _private("iin", found)
    if any(sign in text for sign in _ADDRESS_SIGNS):
        for found in _ADDRESS.finditer(text):
            yield _private("address", found)


def is_iin(digits: str) -> bool:
    """Whether twelve digits are an individual identification number: a day of birth, a century, a check digit.

    The check digit is the sum of the first eleven digits by weights 1 to 11 modulo 11; where that is 10, by weights
    3 to 11, 1, 2. The fifth digit tells people from organisations, whose numbers have 4 to 6 there.
    """
    if not re.fullmatch(r"\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])[0-6]\d{5}", digits):
        return False
    numbers = [int(digit) for digit in digits]
    for weights in (range(1, 12), (3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2)):
        check = sum(number * weight for number, weight in zip(numbers, weights, strict=False)) % 11
        if check < 10:
            return check == numbers[11]
    return False


def _is_phone(value: str, labelled: bool) -> bool:
    """Whether a number is one: by its label, as +7 and ten digits, or as a mobile number with 8 in usual groups."""
    digits = _NOT_DIGIT.sub("", value)
    if labelled:
        return 6 <= len(digits) <= 15
    if value.startswith("+"):
        return len(digits) == 11 if digits[0] == "7" else 10 <= len(digits) <= 13 and len(value) > len(digits) + 1
    return re.fullmatch(_MOBILE, value) is not None


def _private(kind: Literal["phone", "iin", "address"], found: re.Match[str]) -> Private:
    """A street with a flat is an address without a label."""
    value = "value" if found["value"] else "street"
    label = found.start("label") if found["label"] else found.start(value)
    return Private(kind, found.start(value), found.end(value), label, found[value])
