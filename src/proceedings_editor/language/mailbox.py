"""E-mail addresses: right form, plain ASCII, and domains mistyped by a letter."""

from __future__ import annotations

from functools import cache
from typing import Final

from email_validator import EmailNotValidError, validate_email
from rapidfuzz.distance import OSA

from proceedings_editor.language.word_list import rows
from proceedings_editor.texts import Text, text

LONGEST: Final = 254
"""Characters an address may have (RFC 5321)."""

_AROUND: Final = " \t\r\n\u00a0<>,;."
_SHORT_NAME: Final = 4
"""Names of services below this length (`bk`, `ya`) are one letter from many others, so they must agree exactly."""


def check_mailbox(source: str) -> Text | None:
    """Say what is wrong with an e-mail address, or None. Never asks the network.

    A domain one letter off a well-known one is reported with the address that was probably meant.
    """
    fault = _fault_of_form(source)
    if fault is not None:
        return fault
    meant = suggested_mailbox(source)
    if meant:
        return text("Is {address} mistyped? {meant} is a well-known mail service.", address=source, meant=meant)
    return None


def is_mailbox(source: str) -> bool:
    """Whether an address has the right form, so that a mail to it can be written."""
    return _fault_of_form(source) is None


def suggested_mailbox(source: str) -> str:
    """Return the address probably meant when the domain is a well-known one mistyped, or ""."""
    local, at, domain = source.rpartition("@")
    right = _domain_meant(domain.casefold()) if at and local and len(source) <= LONGEST else ""
    return f"{local}@{right}" if right else ""


def normal_mailbox(source: str) -> str:
    """Return an address without `mailto:` and without the brackets, spaces and punctuation around it."""
    bare = source.strip(_AROUND)
    if bare[:7].casefold() == "mailto:":
        bare = bare[7:]
    return bare.strip(_AROUND)


def is_personal_mailbox(source: str) -> bool:
    """Whether an address is at one of the well-known mail services for everybody, and not at an organisation."""
    return source.strip().rpartition("@")[2].casefold() in _for_everybody()


def _fault_of_form(source: str) -> Text | None:
    if len(source) > LONGEST:
        return text("An e-mail address has at most {limit} characters.", limit=LONGEST)
    if not source.strip():
        return text("The e-mail address is empty.")
    if any(char.isspace() for char in source):
        return text("The e-mail address “{address}” has a space. Remove it.", address=source)
    foreign = next((char for char in source if not char.isascii()), "")
    if foreign:
        return text(
            "The e-mail address “{address}” has “{char}”, which is not a Latin letter. Type it again in Latin.",
            address=source,
            char=foreign,
        )
    if source.count("@") != 1:
        return text("The e-mail address “{address}” must have exactly one @.", address=source)
    return _fault_of_syntax(source)


def _fault_of_syntax(source: str) -> Text | None:
    try:
        validate_email(source, check_deliverability=False, allow_smtputf8=False)
    except EmailNotValidError:
        return text(
            "“{address}” is not an e-mail address: it has the form name@domain.kz with letters, digits, stops and "
            "hyphens.",
            address=source,
        )
    return None


@cache
def _known() -> frozenset[str]:
    return frozenset(row["domain"] for row in rows("mail_domains"))


@cache
def _for_everybody() -> frozenset[str]:
    return frozenset(row["domain"] for row in rows("mail_domains") if row["owner"] != "organisation")


@cache
def _wrong() -> dict[str, str]:
    return {wrong: row["domain"] for row in rows("mail_domains") for wrong in row["wrong"].split("|") if wrong}


def _domain_meant(domain: str) -> str:
    if domain in _known():
        return ""
    if domain in _wrong():
        return _wrong()[domain]
    return next((known for known in sorted(_known()) if _one_letter_off(domain, known)), "")


def _one_letter_off(domain: str, known: str) -> bool:
    name, _, _ = known.partition(".")
    if len(name) < _SHORT_NAME and not domain.startswith(f"{name}."):
        return False
    return OSA.distance(domain, known, score_cutoff=1) == 1
