"""People of an entry: authors and supervisors, name in parts, everything that varies by language in three."""

from __future__ import annotations

from dataclasses import dataclass, field

from proceedings_editor.model.local import LocalText


@dataclass(frozen=True, slots=True)
class Affiliation:
    """Where a person works or studies."""

    organisation: LocalText = field(default_factory=LocalText)
    department: LocalText = field(default_factory=LocalText)
    city: LocalText = field(default_factory=LocalText)
    country: LocalText = field(default_factory=LocalText)


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """What authors and supervisors have in common.

    Attributes:
        surname, given_name, patronymic: As in the identity document; the last two may be initials ("Н.").
        latin: The person's own Latin form ("Qozhabek A. A."), which wins over any transliteration table.
        line: The head line as printed, per language, where the author's own wording replaces the template's pattern.
    """

    surname: str = ""
    given_name: str = ""
    patronymic: str = ""
    latin: str = ""
    degree: LocalText = field(default_factory=LocalText)
    academic_title: LocalText = field(default_factory=LocalText)
    post: LocalText = field(default_factory=LocalText)
    affiliations: tuple[Affiliation, ...] = ()
    line: LocalText = field(default_factory=LocalText)

    @property
    def full_name(self) -> str:
        """Surname, given name and patronymic in this order, without those that are missing."""
        return " ".join(part for part in (self.surname, self.given_name, self.patronymic) if part)


@dataclass(frozen=True, slots=True, kw_only=True)
class Author(Person):
    """One author.

    Attributes:
        status: An id of the status list ("student") or, where the list lacks it, the words as typed.
        group: Study group, an internal code that is not printed unless the author's own line has it.
        phone: Private: never leaves in any output.
        corresponding: The one whose e-mail is printed where the template prints only one.
    """

    status: str = ""
    group: str = ""
    email: str = ""
    phone: str = ""
    orcid: str = ""
    spin: str = ""
    corresponding: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Supervisor(Person):
    """The scientific supervisor of a student's article."""
