"""Layouts made by hand: every role, every kind of mark, every sort of picture, without the layout engine."""

from __future__ import annotations

from pathlib import Path

from PIL import Image, ImageCms

from proceedings_editor.exporters.composition.element import Composition
from proceedings_editor.exporters.pdf.font import load_face
from proceedings_editor.exporters.pdf.placed import (
    ARTIFACT,
    FormulaMark,
    ImageMark,
    Layout,
    Mark,
    Node,
    OutlineItem,
    Page,
    Role,
    RuleMark,
    TextMark,
)

REGULAR = "Tinos-Regular"
BOLD = "Tinos-Bold"
A4 = (595.28, 841.89)


class Sheet:
    """Collects nodes and marks and makes a layout of them."""

    def __init__(self) -> None:
        self.nodes: list[Node] = []
        self.pages: list[Page] = []
        self.marks: list[Mark] = []
        self.document = self.node("Document", -1)

    def node(self, role: Role, parent: int = 0, **attributes: object) -> int:
        self.nodes.append(Node(role, parent, **attributes))  # type: ignore[arg-type]
        return len(self.nodes) - 1

    def text(
        self,
        node: int,
        x: float,
        y: float,
        words: str,
        face: str = REGULAR,
        size: float = 12,
        word_space: float = 0,
        underline: bool = False,
    ) -> float:
        """Put words and return where they end."""
        width = load_face(face).width_of(words, size) + word_space * sum(c in " \xa0" for c in words)
        self.marks.append(TextMark(node, x, y, words, face, size, width, word_space, underline))
        return x + width

    def rule(self, x: float, y: float, x2: float, y2: float) -> None:
        self.marks.append(RuleMark(ARTIFACT, x, y, x2, y2))

    def paragraph(self, y: float, words: str, role: Role = "P", parent: int = 0, x: float = 57) -> int:
        node = self.node(role, parent)
        self.text(node, x, y, words)
        return node

    def turn(self, label: str = "") -> None:
        """End the page."""
        number = len(self.pages) + 1
        self.pages.append(Page(*A4, number, label or str(number), tuple(self.marks)))
        self.marks = []

    def layout(
        self, bookmarks: dict[str, tuple[int, float]] | None = None, outline: tuple[OutlineItem, ...] = ()
    ) -> Layout:
        if self.marks or not self.pages:
            self.turn()
        return Layout(tuple(self.pages), tuple(self.nodes), (), bookmarks or {}, outline)


def composition(title: str = "Дала өсімдіктері", day: str = "2025-04-07") -> Composition:
    """Return a composition of which only the metadata matter."""
    return Composition(
        (), title, ("А. Б. Сейітова", "I. Smith & <Co>"), "kk", "Times New Roman", (), "Биология", ("дала", "шөп"), day
    )


def everything(pictures: list[Path]) -> Layout:
    """Return two pages that hold every role, every kind of mark and these pictures."""
    sheet = Sheet()
    part = sheet.node("Sect")
    _running_text(sheet, part)
    _lists(sheet, part)
    _table(sheet, part)
    for index, path in enumerate(pictures):
        figure = sheet.node("Figure", part, alt=f"Сурет {path.name}")
        sheet.marks.append(ImageMark(figure, 57 + index % 8 * 60, 400 - index // 8 * 60, 50, 50, path))
    formula = sheet.node("Formula", part, alt="a бөлу b")
    sheet.marks.append(FormulaMark(formula, 400, 600, "latex", r"\frac{a}{\sqrt{b}}", 12))
    _note(sheet, part)
    sheet.text(ARTIFACT, 290, 30, "323")
    sheet.turn("323")
    for level in range(2, 7):
        sheet.paragraph(820 - 20 * level, f"Бөлімше {level} ", role=f"H{level}", parent=part)  # type: ignore[arg-type]
    code = sheet.node("Code", sheet.node("P", part))
    sheet.text(code, 57, 600, "print(1) ", "DejaVuSansMono", 10)
    sheet.turn("324")
    outline = (OutlineItem("Дала", 0, 0, 800), OutlineItem("Бөлімше", 2, 1, 780), OutlineItem("Соңы", 0, 1, 700))
    return sheet.layout({"note 1": (0, 90), "Әдебиет": (1, 600)}, outline)


def _running_text(sheet: Sheet, part: int) -> None:
    heading = sheet.node("H1", part)
    sheet.text(heading, 57, 790, "Дала өсімдіктері ", BOLD, 14)
    paragraph = sheet.node("P", part)
    x = sheet.text(paragraph, 57, 760, "Әңгіме мұнда басталады, ", word_space=2)
    link = sheet.node("Link", paragraph, url="https://example.org/қазақ?a=1", alt="Сайтқа сілтеме")
    sheet.text(link, x, 760, "сілтеме екі ", underline=True)
    x = sheet.text(link, 57, 746, "жолда ", underline=True)
    x = sheet.text(paragraph, x, 746, "және\xa0ары қарай ")
    reference = sheet.node("Reference", paragraph, note="n1")
    inner = sheet.node("Link", reference, target="note 1", alt="1-ескертпе")
    x = sheet.text(inner, x, 751, "1", size=7)
    span = sheet.node("Span", paragraph, language="en")
    sheet.text(span, x, 746, " some English words ", "Tinos-Italic")
    rare = sheet.node("Span", paragraph, actual="теңге")
    sheet.text(rare, 57, 732, "₸ ∈ \U0001d434 ", "DejaVuSerif")
    quotation = sheet.node("BlockQuote", part)
    sheet.paragraph(715, "Дәйексөз ", parent=quotation, x=80)


def _lists(sheet: Sheet, part: int) -> None:
    made = sheet.node("L", part, numbering="Decimal")
    for index in range(3):
        item = sheet.node("LI", made)
        sheet.paragraph(690 - 14 * index, f"{index + 1}. ", "Lbl", item)
        body = sheet.node("LBody", item)
        sheet.paragraph(690 - 14 * index, f"тармақ {index} ", "P", body, 75)


def _table(sheet: Sheet, part: int) -> None:
    table = sheet.node("Table", part, summary="Екі жылдың өнімі")
    sheet.paragraph(640, "1-кесте – Өнім ", "Caption", table)
    head = sheet.node("TR", sheet.node("THead", table))
    for index, words in enumerate(("Жыл ", "Бидай ", "Арпа ")):
        cell = sheet.node("TH", head, scope="Column")
        sheet.paragraph(620, words, parent=cell, x=60 + 100 * index)
    body = sheet.node("TBody", table)
    wide = sheet.node("TR", body)
    sheet.paragraph(604, "2023 ", parent=sheet.node("TH", wide, scope="Row", rows=2), x=60)
    sheet.paragraph(604, "екеуі ", parent=sheet.node("TD", wide, columns=2), x=160)
    sparse = sheet.node("TR", body)
    sheet.node("TD", sparse)
    sheet.paragraph(588, "18,2 ", parent=sheet.node("TD", sparse), x=260)
    for y in (632, 616, 600, 584):
        sheet.rule(57, y, 357, y)


def _note(sheet: Sheet, part: int) -> None:
    note = sheet.node("Note", part, note="n1")
    sheet.paragraph(80, "1 ", "Lbl", note)
    sheet.paragraph(76, "Ескертпе сөзі ", "P", note, 64)
    sheet.rule(57, 92, 200, 92)


DRAWING = """<svg xmlns="http://www.w3.org/2000/svg" width="64" height="48"><defs>
<radialGradient id="a"><stop offset="0" stop-color="gold"/><stop offset="1" stop-color="teal"/></radialGradient></defs>
<circle cx="32" cy="24" r="20" fill="url(#a)" opacity=".7"/><text x="4" y="44" font-size="9">Қоңыр өзен</text></svg>"""


def pictures(folder: Path) -> list[Path]:
    """Save one picture of every sort into `folder`: colours, depths, transparency, profiles, formats."""
    grey = Image.radial_gradient("L").resize((64, 48))
    colour = Image.merge("RGB", (grey, grey.rotate(180), Image.linear_gradient("L").resize((64, 48))))
    clear = colour.copy()
    clear.putalpha(grey)
    few = colour.quantize(8)
    turned = Image.Exif()
    turned[0x0112] = 6
    xyz = ImageCms.ImageCmsProfile(ImageCms.createProfile("XYZ")).tobytes()
    srgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    sorts: dict[str, tuple[Image.Image, dict[str, object]]] = {
        "rgb.png": (colour, {}),
        "rgb.jpg": (colour, {}),
        "grey.png": (grey, {}),
        "grey.jpg": (grey, {}),
        "alpha.png": (clear, {}),
        "alpha.webp": (clear, {}),
        "grey-alpha.png": (grey.convert("LA"), {}),
        "sixteen.png": (grey.convert("I;16").point(lambda level: level * 256), {}),
        "float.tif": (grey.convert("F"), {}),
        "palette-2.png": (colour.quantize(2), {}),
        "palette-200.png": (colour.quantize(200), {}),
        "palette-clear.png": (few, {"transparency": 0}),
        "animated.gif": (few, {"save_all": True, "append_images": [few.rotate(90)]}),
        "one-bit.png": (colour.convert("1"), {}),
        "cmyk.jpg": (colour.convert("CMYK"), {}),
        "cmyk.tif": (colour.convert("CMYK"), {}),
        "lab.tif": (colour.convert("LAB"), {}),
        "turned.jpg": (colour, {"exif": turned}),
        "profile-srgb.jpg": (colour, {"icc_profile": srgb}),
        "profile-other.png": (colour, {"icc_profile": xyz}),
        "profile-broken.png": (colour, {"icc_profile": b"no profile"}),
        "bitmap.bmp": (colour, {}),
    }
    for name, (image, options) in sorts.items():
        image.save(folder / name, **options)
    (folder / "drawn.svg").write_text(DRAWING, encoding="utf-8")
    return [folder / name for name in (*sorts, "drawn.svg")]
