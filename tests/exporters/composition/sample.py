"""Invented entries in three languages that hold every kind of block and inline, for the tests of composition."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from proceedings_editor.exporters.composition.compose import compose
from proceedings_editor.exporters.composition.element import Composition
from proceedings_editor.model.body import (
    Block,
    Cell,
    DisplayFormula,
    Figure,
    FormulaSource,
    Heading,
    InlineFormula,
    LineBreak,
    ListBlock,
    Listing,
    ListItem,
    Note,
    PageBreak,
    Paragraph,
    Quotation,
    Span,
    Table,
)
from proceedings_editor.model.collection import Collection, Section
from proceedings_editor.model.entry import Entry, Reference
from proceedings_editor.model.local import LocalText, LocalWords
from proceedings_editor.model.person import Affiliation, Author, Supervisor
from proceedings_editor.model.template import Template
from proceedings_editor.templates.reader import shipped_template

PICTURE = Path("there") / "chart.png"


def conference() -> Template:
    """People below each other, an information page."""
    return shipped_template("kz-conference")


def journal() -> Template:
    """People in a row with marks, abstracts in three languages."""
    return shipped_template("kz-journal")


def paragraph(text: str) -> Paragraph:
    return Paragraph((Span(text),))


def cell(text: str, columns: int = 1, rows: int = 1) -> Cell:
    return Cell((paragraph(text),) if text else (), columns, rows)


STEPPE = Affiliation(
    organisation=LocalText(kk="Бетпақдала университеті", ru="Университет Бетпакдалы", en="Betpaqdala University"),
    department=LocalText(kk="Ғарыш физикасы кафедрасы", ru="Кафедра космической физики", en="Space Physics"),
    city=LocalText(kk="Көксеңгір", ru="Коксенгир", en="Koksengir"),
    country=LocalText(kk="Қазақстан", ru="Казахстан", en="Kazakhstan"),
)
LAKE = Affiliation(
    organisation=LocalText(kk="Теңіз институты", ru="Институт Тениз", en="Tengiz Institute"),
    city=LocalText(kk="Қамысты", ru="Камысты", en="Qamysty"),
    country=LocalText(kk="Қазақстан", ru="Казахстан", en="Kazakhstan"),
)

COLLECTION = Collection(
    name=LocalText(kk="Дала және жұлдыз", ru="Степь и звезда", en="Steppe and Star"),
    kind=LocalText(
        kk="жас ғалымдардың халықаралық конференциясының материалдар жинағы",
        ru="Сборник материалов международной конференции молодых учёных",
        en="Proceedings of the International Conference of Young Scientists",
    ),
    first_day=date(2024, 10, 3),
    last_day=date(2024, 10, 4),
    place=LocalText(kk="Көксеңгір", ru="Коксенгир", en="Koksengir"),
    isbn="978-601-000-000-1",
    sections=(
        Section(
            "s4",
            "IV",
            LocalText(kk="Жаратылыстану ғылымдары", ru="Естественные науки"),
            (Section("s42", "II", LocalText(kk="Жұлдызды аспан", ru="Звёздное небо")),),
        ),
    ),
)

AUTHOR = Author(
    surname="Төлегенова",
    given_name="Ұлжан",
    patronymic="Ғабитқызы",
    status="student",
    email="ulzhan@example.kz",
    affiliations=(STEPPE,),
    orcid="0000-0002-1825-0097",
    group="ФЖ-31",
    phone="+7 700 000 00 00",
)
SECOND = Author(
    surname="Қараев",
    given_name="Ерлан",
    patronymic="Іңкәрұлы",
    status="doctoral_student",
    email="erlan@example.kz",
    affiliations=(LAKE, STEPPE),
    corresponding=True,
)
THIRD = Author(surname="Әшім", given_name="Һ.", status="student", affiliations=(STEPPE,))
SUPERVISOR = Supervisor(
    surname="Өтеген",
    given_name="Б.",
    patronymic="Қ.",
    degree=LocalText(kk="ф.-м.ғ.к.", ru="к.ф.-м.н.", en="PhD"),
    post=LocalText(kk="аға оқытушы", ru="старший преподаватель", en="senior lecturer"),
    affiliations=(STEPPE,),
)

BODY: tuple[Block, ...] = (
    Paragraph(
        (
            Span("Дала аспаны туралы "),
            Span("маңызды", bold=True),
            Span(" мәлімет [1;12], тағы [2], [9] және 1-сурет пен 2-кестеде, (1) формулада берілген"),
            Note((paragraph("Ескертпе [2] мәтіні."), paragraph("Екінші абзац."))),
            Span(": "),
            Span("звёздное небо", italic=True, language="ru"),
            Span(" H"),
            Span("2", subscript=True),
            Span("O, "),
            InlineFormula(FormulaSource("E=mc^2")),
            LineBreak(),
            Span("қараңыз [1]", href="https://example.kz/[1]"),
            Span(" x = a[1]", code=True),
        )
    ),
    Heading((Span("Зерттеу әдісі"),), 1),
    Heading((Span("Терең"), Note((paragraph("Тақырып ескертпесі."),))), 3),
    paragraph("Тізім:"),
    ListBlock(
        (
            ListItem((paragraph("бірінші"),)),
            ListItem(
                (
                    paragraph("екінші"),
                    ListBlock((ListItem((paragraph("ішкі"),)), ListItem((paragraph("ішкі екі"),))), True, "a)", 3),
                )
            ),
        ),
        marker="-",
    ),
    Quotation((paragraph("Аспан – халықтың айнасы [2]."),)),
    Table(
        (
            (cell("Жұлдыз"), cell("Қашықтығы, жарық жылы")),
            (Cell((Paragraph((Span("Темірқазық"), Note((paragraph("Ұяшықтағы ескертпе."),)))),)), cell("433")),
        ),
        header_rows=1,
        caption=(Span("Жұлдыздар"),),
    ),
    Table(((cell("а"), cell("б")), (cell("в"), cell("г")))),
    Figure("chart.png", (Span("Жұлдыз жарығы, 1-кесте бойынша"),), width=8),
    Figure("lost.png"),
    DisplayFormula(FormulaSource("a^2+b^2=c^2"), numbered=True),
    DisplayFormula(FormulaSource("x=1")),
    Listing("for i in аспан:\n\tprint(i)", (Span("Санау"),)),
    Listing("a = 1"),
    PageBreak(),
    Heading((Span("Қорытынды"),), 1),
    Paragraph((Span("Ортада."),), "center"),
    Paragraph((Span("  "),)),
)

ENTRY = Entry(
    "k7",
    number=7,
    first_page=12,
    last_page=15,
    section="s42",
    udc=("52-1", "523.4"),
    irsti=("41.01.05",),
    bbk=("22.6",),
    doi="10.1000/star.7",
    edn="ABCDEF",
    title=LocalText(kk="Далада pH және ҚХА-ның mRNA жұлдызы", ru="Звезда в степи", en="A star above the steppe"),
    authors=(AUTHOR, SECOND, THIRD),
    supervisors=(SUPERVISOR,),
    abstract=LocalText(kk="Қысқаша мазмұны.", ru="Краткое содержание.", en="In short."),
    keywords=LocalWords(kk=("жұлдыз", "дала"), ru=("звезда", "степь"), en=("star", "steppe")),
    received=date(2024, 5, 2),
    accepted=date(2024, 6, 1),
    body=BODY,
    references=(
        Reference((Span("Әшім Һ. Жұлдыз [мәтін]. – Көксеңгір : Дала, 2020. – 12 б."),)),
        Reference((Span("Star. "), Span("https://example.kz/s", href="https://example.kz/s"))),
    ),
)


def found(file: str) -> Path | None:
    """The sample's one picture is there, any other is missing."""
    return PICTURE if file == "chart.png" else None


def composed(
    entry: Entry = ENTRY,
    template: Template | None = None,
    collection: Collection = COLLECTION,
    draft: bool = False,
) -> Composition:
    """Information page and article of an entry."""
    return compose(
        collection,
        template or conference(),
        entry,
        parts="both",
        draft=draft,
        figures=found,
        largest_number=120,
    )
