"""SVG files become pictures, the same on every machine; what may do harm is refused with a sentence."""

from __future__ import annotations

import io
import os
from base64 import b64encode
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from time import sleep

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageChops

from proceedings_editor.errors import ReadError
from proceedings_editor.exporters.composition.picture import picture_bytes, picture_header, picture_size
from proceedings_editor.exporters.composition.small_picture import small_picture
from proceedings_editor.exporters.composition.svg_picture import HIGHEST, WIDEST, SvgPicture, svg_picture
from proceedings_editor.exporters.composition.svg_source import read_svg

Write = Callable[[str], Path]
NS = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def write(words: str) -> Path:
        path = tmp_path / f"сызба-{len(list(tmp_path.iterdir()))}.svg"
        path.write_text(words, encoding="utf-8")
        return path

    return write


def svg(inside: str, facts: str = 'width="40" height="20"') -> str:
    return f"<svg {NS} {facts}>{inside}</svg>"


def pixels(picture: SvgPicture) -> Image.Image:
    return Image.open(io.BytesIO(picture.png))


def png(width: int, height: int) -> str:
    out = io.BytesIO()
    Image.new("RGB", (width, height), "red").save(out, "PNG")
    return b64encode(out.getvalue()).decode()


# ---------------------------------------------------------------------------------------------------------------- drawn


def test_a_drawing_is_an_opaque_picture_on_white_paper(write: Write) -> None:
    picture = svg_picture(write(svg('<rect width="20" height="20" fill="red"/>')))
    image = pixels(picture)
    assert (image.mode, image.size) == ("RGB", (WIDEST, WIDEST // 2)) == ("RGB", picture.pixels)
    assert image.getpixel((100, 600)) == (255, 0, 0)
    assert image.getpixel((2300, 600)) == (255, 255, 255)


@pytest.mark.parametrize(
    ("facts", "size"),
    [
        ('width="40" height="20"', (30, 15)),
        ('width="2.54cm" height="25.4mm"', (72, 72)),
        ('width="1in" viewBox="0 0 200 100"', (72, 36)),
        ('height="36pt" viewBox="0 0 200 100"', (72, 36)),
        ('viewBox="0 0 200 100"', (150, 75)),
        ('width="100%" height="100%" viewBox="-5,-5,200,100"', (150, 75)),
    ],
)
def test_its_size_is_what_it_says(write: Write, facts: str, size: tuple[float, float]) -> None:
    assert picture_size(write(svg("<rect/>", facts))) == pytest.approx(size)


@pytest.mark.parametrize("facts", ["", 'width="0" height="3"', 'width="50%"', 'width="1" height="9e9"', 'width="-4"'])
def test_a_drawing_that_has_no_size_is_refused(write: Write, facts: str) -> None:
    with pytest.raises(ReadError, match="how large"):
        svg_picture(write(svg("<rect/>", facts)))


def test_dots_are_enough_for_the_widest_column(write: Write) -> None:
    header = picture_header(write(svg("<rect/>")), 1)
    assert header and header.width / (17 / 2.54) > 300
    assert header.dpi * 40 / 96 == pytest.approx(WIDEST)


def test_a_high_drawing_is_no_higher_than_a_page_needs(write: Write) -> None:
    assert svg_picture(write(svg("<rect/>", 'width="10" height="1000"'))).pixels == (34, HIGHEST)


def test_kazakh_words_are_drawn_in_the_shipped_fonts(write: Write) -> None:
    """A letter that no font has is left out, and every one of these looks different."""
    drawn = {
        letter: pixels(svg_picture(write(svg(f'<text y="15" font-family="Arial">{letter}</text>')))).tobytes()
        for letter in "ӘҒҚҢӨҰҮҺІ"
    }
    blank = pixels(svg_picture(write(svg("")))).tobytes()
    assert len({blank, *drawn.values()}) == 10


def test_the_same_file_gives_the_same_bytes(write: Write, tmp_path: Path) -> None:
    words = svg('<text y="15" font-family="serif">Ғылым</text><circle r="9" opacity=".5"/>')
    first, second = svg_picture(write(words)), svg_picture(write(words))
    assert first.png == second.png


def test_a_changed_file_is_drawn_again(write: Write) -> None:
    path = write(svg('<rect width="40" height="20" fill="red"/>'))
    before = picture_bytes(path)
    path.write_text(svg('<rect width="40" height="20" fill="#0000ff"/>'), encoding="utf-8")
    assert picture_bytes(path) != before


def test_a_smaller_copy_for_the_mail_is_a_picture(write: Write, tmp_path: Path) -> None:
    shapes = "".join(f'<circle cx="{i % 40}" cy="{i % 19}" r="{i % 7}" fill="#{i:03x}"/>' for i in range(900))
    small = small_picture(write(svg(shapes, 'width="16cm" height="8cm" viewBox="0 0 40 20"')), 480, 100, tmp_path)
    with Image.open(small) as image:
        assert image.width < 700


# ------------------------------------------------------------------------------------------------------------- harmless


def test_programs_and_movement_are_left_out(write: Write) -> None:
    plain = svg_picture(write(svg('<rect width="20" height="20"/>')))
    hidden = (
        '<script>alert(1)</script><rect width="20" height="20" onclick="x()"><set attributeName="x" to="9"/></rect>'
    )
    assert svg_picture(write(svg(hidden))).png == plain.png


def test_what_programs_of_drawing_write_is_taken(write: Write) -> None:
    """A doctype with its own words (Illustrator), data of the editor (Inkscape), text for browsers with a fallback."""
    words = f"""<?xml version="1.0"?><?xml-stylesheet href="a.css"?>
    <!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd" [
    <!ENTITY red "#ff0000">]>
    <svg {NS} width="40" height="20"><metadata><x:y xmlns:x="urn:x">т</x:y></metadata>
    <switch><foreignObject requiredExtensions="x"><p xmlns="http://www.w3.org/1999/xhtml">a</p></foreignObject>
    <rect width="40" height="20" fill="&red;"/></switch><a href="https://example.kz"><text>б</text></a></svg>"""
    assert pixels(svg_picture(write(words))).getpixel((1200, 600)) == (255, 0, 0)


def test_a_picture_inside_is_drawn(write: Write) -> None:
    inside = (
        f'<image width="40" height="20" preserveAspectRatio="none" xlink:href="data:image/png;base64,{png(4, 4)}"/>'
    )
    assert pixels(svg_picture(write(svg(inside)))).getpixel((1200, 600)) == (255, 0, 0)


# -------------------------------------------------------------------------------------------------------------- hostile


@pytest.mark.parametrize(
    "inside",
    [
        '<image href="secret.png" width="9" height="9"/>',
        '<image xlink:href="file:///etc/hostname" width="9" height="9"/>',
        '<image href="https://example.kz/a.png" width="9" height="9"/>',
        '<image href="data:image/svg+xml;base64,PHN2Zy8+" width="9" height="9"/>',
        '<use href="other.svg#a"/>',
        '<filter id="f"><feImage href="secret.png"/></filter>',
        '<rect style="fill:url(other.svg#a)"/>',
        "<style>@import url(https://example.kz/a.css);</style>",
        "<rect filter=\"url('http://example.kz/a#f')\"/>",
    ],
)
def test_parts_from_outside_are_refused(write: Write, inside: str) -> None:
    with pytest.raises(ReadError, match="outside"):
        svg_picture(write(svg(inside)))


def test_another_file_is_not_read_through_an_entity(write: Write, tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("құпия", encoding="utf-8")
    doctype = f'<!DOCTYPE svg [<!ENTITY a SYSTEM "{(tmp_path / "secret.txt").as_uri()}">]>'
    with pytest.raises(ReadError, match="damaged"):
        svg_picture(write(doctype + svg("<text>&a;</text>")))


def test_entities_that_grow_without_end_are_refused(write: Write) -> None:
    lines = ['<!ENTITY a0 "' + "x" * 1000 + '">']
    lines += [f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 9)]
    with pytest.raises(ReadError):
        svg_picture(write(f"<!DOCTYPE svg [{''.join(lines)}]>" + svg("<text>&a8;</text>")))


def _used(kind: str) -> str:
    """Ten of ten of ten … of a shape, by several ways of using one."""
    levels = []
    for n in range(1, 9):
        match kind:
            case "use":
                inner = f'<use href="#a{n - 1}"/>' * 10
                levels.append(f'<g id="a{n}">{inner}</g>')
            case "pattern":
                inner = f'<rect width="5" height="5" fill="url(#a{n - 1})"/>' * 10
                levels.append(f'<pattern id="a{n}" width="9" height="9">{inner}</pattern>')
            case _:
                inner = f'<rect width="5" height="5" style="mask: url(#a{n - 1})"/>' * 10
                levels.append(f'<mask id="a{n}">{inner}</mask>')
    first = {"use": '<g id="a0"/>', "pattern": '<pattern id="a0"/>', "mask": '<mask id="a0"/>'}[kind]
    last = '<use href="#a8"/>' if kind == "use" else f'<rect {"fill" if kind == "pattern" else "mask"}="url(#a8)"/>'
    return first + "".join(levels) + last


@pytest.mark.parametrize("kind", ["use", "pattern", "mask"])
def test_a_few_lines_that_mean_millions_of_shapes_are_refused(write: Write, kind: str) -> None:
    with pytest.raises(ReadError, match="complicated"):
        svg_picture(write(svg(_used(kind))))


@pytest.mark.parametrize(
    "inside",
    [
        '<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g>',
        '<g id="a"><use href="#a"/></g>',
        '<pattern id="a"><rect fill="url(#a)"/></pattern><rect fill="url(#a)"/>',
        "<g>" * 240 + "</g>" * 240,
        "".join(f'<g id="a{n}"><g><use href="#a{n - 1}"/></g></g>' for n in range(1, 150)) + '<g id="a0"/>',
        '<rect width="9" height="9" style="fill-opacity: .3; opacity: .5"/>' * 5000,
        '<rect filter="url(#f)"/>' * 400 + '<filter id="f"><feGaussianBlur stdDeviation="9"/></filter>',
        f'<marker id="m">{"<path/>" * 900}</marker><g marker-mid="url(#m)"><path d="M{" 1,2" * 900}"/></g>',
        '<style>.a{fill:url(#p)}</style><pattern id="p">' + "<path/>" * 900 + "</pattern>" + '<path class="a"/>' * 900,
    ],
)
def test_circles_depths_and_heavy_effects_are_refused(write: Write, inside: str) -> None:
    with pytest.raises(ReadError, match="complicated"):
        svg_picture(write(svg(inside)))


def test_what_is_just_allowed_is_drawn_without_a_crash(write: Write) -> None:
    """The renderer goes down by calls; the stack must bear the deepest drawing that is let through."""
    deep = "".join(f'<g id="a{n}"><use href="#a{n - 1}"/></g>' for n in range(1, 60)) + '<g id="a0"/>'
    svg_picture(write(svg(deep)))
    svg_picture(write(svg("<g opacity='.9'>" * 190 + "<rect/>" + "</g>" * 190)))


def test_what_many_plots_do_is_allowed(write: Write) -> None:
    """Thousands of points half seen through, each cut at the axes, as programs for plots write them."""
    clip = '<clipPath id="c"><rect width="40" height="20"/></clipPath><path id="m" d="M0 0h.1v.1z"/>'
    points = "".join(
        f'<g clip-path="url(#c)"><use href="#m" x="{i % 40}" y="{i % 19}" style="fill: #1f77b4; fill-opacity: .5"/></g>'
        for i in range(3000)
    )
    read_svg(svg(clip + points).encode(), "a.svg")


def test_a_huge_picture_inside_is_refused(write: Write) -> None:
    inside = f'<image width="9" height="9" href="data:image/png;base64,{png(9000, 5000)}"/>'
    with pytest.raises(ReadError, match="complicated"):
        svg_picture(write(svg(inside)))


@pytest.mark.parametrize("facts", ['width="100000000" height="100000000"', 'width="1e8" height="1e8"'])
def test_a_huge_size_costs_nothing(write: Write, facts: str) -> None:
    assert max(svg_picture(write(svg("<rect/>", facts))).pixels) == WIDEST


def test_text_for_browsers_alone_is_refused_because_it_would_be_lost(write: Write) -> None:
    with pytest.raises(ReadError, match="browser"):
        svg_picture(write(svg("<foreignObject><p>a</p></foreignObject>")))


@pytest.mark.parametrize("words", ["", "<svg", "<svg/>", "<html/>", "сурет", "\x00", svg("<g>")])
def test_what_is_no_drawing_is_refused(write: Write, words: str) -> None:
    with pytest.raises(ReadError, match="сызба"):
        svg_picture(write(words))
    assert picture_size(write(words)) is None
    assert picture_header(write(words), 1) is None


@settings(max_examples=150)
@given(st.binary(max_size=300), st.integers(0, 400))
def test_any_damage_gives_a_drawing_or_a_sentence(junk: bytes, place: int) -> None:
    whole = svg('<g id="a"><rect width="9" height="9" fill="url(#b)"/></g><use href="#a"/>').encode()
    try:
        source = read_svg(whole[:place] + junk + whole[place:], "a.svg")
    except ReadError as error:
        assert "a.svg" in str(error)
    else:
        assert source.width > 0


def test_drawn_by_itself_or_in_the_editor_it_is_the_same(write: Write) -> None:
    path = write(svg('<rect width="20" height="20"/>'))
    first, second = (Image.open(io.BytesIO(data)) for data in (picture_bytes(path), svg_picture(path).png))
    assert ImageChops.difference(first, second).getbbox() is None


def test_a_thread_beside_others_gets_the_same_picture_and_keeps_nobody_waiting(write: Write) -> None:
    """The renderer would hold all threads of its process; in a process of its own it holds none."""
    shapes = "".join(f'<circle cx="{i % 40}" cy="{i % 19}" r="{i % 7 / 9}" fill="#{i:03x}"/>' for i in range(2000))
    words = svg(shapes)
    alone, path = svg_picture(write(words)), write(words)
    with ThreadPoolExecutor(1) as beside:
        drawing = beside.submit(svg_picture, path)
        turns = 0
        while not drawing.done():
            sleep(0.002)
            turns += 1
        assert drawing.result().png == alone.png
    assert turns > 20


def test_a_thread_is_told_of_what_cannot_be_drawn(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    """As when a fault in the renderer ends its process."""
    monkeypatch.setattr("proceedings_editor.exporters.composition.svg_drawer._send_png", _end)
    with ThreadPoolExecutor(1) as beside, pytest.raises(ReadError, match="cannot be drawn"):
        beside.submit(svg_picture, write(svg("<path/>"))).result()


def _end(*_given: object) -> None:
    os._exit(3)
