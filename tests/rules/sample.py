"""A small collection without faults, in parts that tests spoil one at a time, and how they ask a rule."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from proceedings_editor.model.body import Body, Paragraph, Span
from proceedings_editor.model.collection import Collection, Section
from proceedings_editor.model.entry import Entry, Reference
from proceedings_editor.model.finding import Finding
from proceedings_editor.model.local import Language, LocalText
from proceedings_editor.model.person import Affiliation, Author, Supervisor
from proceedings_editor.model.reading import Reading
from proceedings_editor.model.template import Citations, RuleSettings, Template
from proceedings_editor.model.workspace import Workspace
from proceedings_editor.rules.engine import Engine
from proceedings_editor.rules.facts import Facts
from proceedings_editor.templates.reader import shipped_template

WATER_LAW = Section("iv-ii", "II", LocalText("Су құқығы", "Водное право", "Water law"))
LAND_LAW = Section("iv-iii", "III", LocalText("Жер құқығы", "Земельное право", "Land law"))
LAW = Section("iv", "IV", LocalText("Құқық", "Право", "Law"), (WATER_LAW, LAND_LAW))
COLLECTION = Collection(
    name=LocalText("Дала мен су", "Степь и вода", "Steppe and Water"),
    first_day=date(2025, 4, 7),
    place=LocalText("Қарағаш", "Карагаш", "Karagash"),
    isbn="978-601-262-587-5",
    sections=(LAW,),
)


def paragraph(words: str, **marks: object) -> Paragraph:
    return Paragraph((Span(words, **marks),))


def reference(words: str) -> Reference:
    return Reference((Span(words),))


def entry(**facts: object) -> Entry:
    """An entry in which no rule finds anything, but for what is given."""
    university = LocalText("Қарағаш дала университеті", "Карагашский степной университет")
    author = Author(
        surname="Сәрсенова",
        given_name="Әлия",
        patronymic="Бекқызы",
        affiliations=(
            Affiliation(university, city=LocalText("Қарағаш", "Карагаш"), country=LocalText("Қазақстан", "Казахстан")),
        ),
        status="student",
        email="aliya@example.kz",
        orcid="0000-0003-4616-0758",
    )
    sound = Entry(
        id="e1",
        number=12,
        first_page=45,
        last_page=46,
        section="iv-ii",
        udc=("556.5(574)",),
        title=LocalText("Дала өзендерінің суы", "Вода степных рек"),
        authors=(author,),
        supervisors=(Supervisor(surname="Есенов", given_name="Қ.", patronymic="Т."),),
        body=(paragraph("Дала өзендері көктемде ғана тасиды [1]. Жазда олардың суы азаяды [2;5]."),),
        references=(
            reference("Есенов\u00a0Қ.\u00a0Т. Дала сулары.\u00a0– Қарағаш, 2020.\u00a0– 120\u00a0б."),
            reference("Степные реки.\u00a0– 2019."),
        ),
    )
    return replace(sound, **facts)


def another(**facts: object) -> Entry:
    """A second entry of the collection, of which no rule says anything beside the first either."""
    own = LocalText("Тау бұлақтарының жолы", "Путь горных ручьёв")
    words = body("Тау бұлақтары күзде де ағады [1]. Қыста олардың беті қатады [2;5].")
    return entry(
        **{"id": "e2", "number": 13, "first_page": None, "last_page": None, "title": own, "body": words} | facts
    )


def body(*words: str) -> Body:
    return tuple(map(paragraph, words))


def author(**facts: object) -> Author:
    """The author of `entry` with other facts."""
    return replace(entry().authors[0], **facts)


def reading(field: str, words: str, place: str = "table row 9") -> Reading:
    return Reading(field, words, place, 1)


def template(**facts: object) -> Template:
    return replace(shipped_template("kz-conference"), **facts)


def with_comma() -> Citations:
    """The form `[2, б. 5]`, in which `[1; 2]` are two sources."""
    return Citations("comma-page")


def with_rule(code: str, severity: str = "", **options: object) -> Template:
    return template(rules={code: RuleSettings(severity, options)})


def workspace(*entries: Entry, collection: Collection = COLLECTION, template: Template | None = None) -> Workspace:
    return Workspace(collection, template or shipped_template("kz-conference"), entries or (entry(),))


def found(code: str, where: Workspace | Entry, facts: Facts | None = None) -> tuple[Finding, ...]:
    """Return what one rule says; no rule may fail."""
    report = Engine(where if isinstance(where, Workspace) else workspace(where), facts).check()
    assert not report.broken
    return tuple(finding for finding in report.findings if finding.code == code)


def only(code: str, where: Workspace | Entry) -> Finding:
    """Return the one thing a rule says."""
    (finding,) = found(code, where)
    return finding


def mended(finding: Finding, where: Workspace | Entry) -> Workspace:
    """Apply a finding's fix; after a safe one the rule has nothing more to say about the same words."""
    assert finding.fix is not None
    once = finding.fix.edit.apply(where if isinstance(where, Workspace) else workspace(where))
    assert not finding.fix.safe or finding not in found(finding.code, once)
    return once


def texts(findings: Iterable[Finding]) -> list[str]:
    return [finding.text for finding in findings]


def in_language(language: Language, words: str) -> Entry:
    """An entry in a language whose only paragraph is `words`."""
    return entry(language=language, body=(*entry().body, paragraph(words)))
