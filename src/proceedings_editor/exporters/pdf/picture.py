"""Pictures as PDF/A-2 takes them: sRGB, grey or indexed, eight bits, opaque.

A JPEG in RGB or grey goes in as it is, and so does an opaque PNG of at most eight bits, whose rows are a valid PDF
stream. Everything else Pillow turns into one of these: transparency is laid on white paper, CMYK and colours with a
profile of their own become sRGB (the only colour space the file declares), sixteen bits become eight, an animation
gives its first frame. An SVG file goes in as the picture drawn of it.
"""

from __future__ import annotations

import io
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Final

from PIL import Image, ImageCms, ImageOps, UnidentifiedImageError

from proceedings_editor.errors import ReadError
from proceedings_editor.exporters.composition.picture import picture_bytes
from proceedings_editor.exporters.pdf.file import PdfFile
from proceedings_editor.exporters.pdf.syntax import array, byte_string, dictionary
from proceedings_editor.texts import text

_ORIENTATION: Final = 0x0112
_JPEG_COLOURS: Final = {"RGB": "/DeviceRGB", "L": "/DeviceGray"}
_PNG_COLOURS: Final = {0: ("/DeviceGray", 1), 2: ("/DeviceRGB", 3)}
_PNG_INDEXED: Final = 3
_SRGB: Final = (b"sRGB", "sRGB".encode("utf-16-be"))
_SIXTEEN_BITS: Final = ("I", "I;16", "I;16L", "I;16B", "I;16N")
_BROKEN: Final = (OSError, ValueError, SyntaxError, TypeError, IndexError, EOFError, zlib.error, OverflowError)


@dataclass(frozen=True, slots=True)
class Picture:
    """An image XObject (ISO 32000-1, 8.9.5): its dictionary without Length, and its stream, filtered already."""

    entries: tuple[tuple[str, str], ...]
    data: bytes

    def write(self, file: PdfFile) -> int:
        """Add the picture to `file` and return its number."""
        return file.add_stream(dict(self.entries), self.data, filtered=True)


def read_picture(path: Path) -> Picture:
    """Read and convert a picture file.

    Raises:
        ReadError: The file is missing, is no picture Pillow knows, is damaged, or is too large to be one.
    """
    try:
        state = path.stat()
    except OSError as error:
        raise _unreadable(path) from error
    return _read(path, state.st_mtime_ns, state.st_size)


@lru_cache(maxsize=32)
def _read(path: Path, _changed: int, _size: int) -> Picture:
    """Convert once as long as the file stays the same: the preview asks again after every edit."""
    try:
        data = picture_bytes(path)
        with Image.open(io.BytesIO(data)) as image:
            if image.format == "JPEG" and _is_plain_jpeg(image):
                return _jpeg(image, data)
            if image.format == "PNG" and _is_plain_png(image, data):
                return _png(data)
            return _packed(_opaque(_upright(image)), lossy=image.format == "JPEG")
    except (UnidentifiedImageError, Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise _unreadable(path) from error
    except _BROKEN as error:
        raise _unreadable(path) from error


def _unreadable(path: Path) -> ReadError:
    return ReadError(
        text(
            "The picture {file} cannot be read; save it again as PNG or JPEG, or choose another file.",
            file=str(path),
        )
    )


# ------------------------------------------------------------------------------------------------------------- JPEG


def _is_plain_jpeg(image: Image.Image) -> bool:
    upright = image.getexif().get(_ORIENTATION, 1) == 1
    return image.mode in _JPEG_COLOURS and upright and not _has_foreign_profile(image)


def _jpeg(image: Image.Image, data: bytes) -> Picture:
    """Pass the file through; it is decoded once, at an eighth of its size, because a cut-off file shows only then."""
    width, height = image.size
    colours = _JPEG_COLOURS[image.mode]
    image.draft(image.mode, (width // 8, height // 8))
    image.load()
    return _picture(width, height, colours, 8, {"Filter": "/DCTDecode"}, data)


# -------------------------------------------------------------------------------------------------------------- PNG


def _is_plain_png(image: Image.Image, data: bytes) -> bool:
    """Tell whether the file's own rows will do, decoding it once because a cut-off file shows only then."""
    depth, kind, _, _, interlaced = next(_chunks(data))[1][8:13]
    plain = depth <= 8 and not interlaced and (kind in _PNG_COLOURS or kind == _PNG_INDEXED)
    if not plain or image.has_transparency_data or _has_foreign_profile(image):
        return False
    image.load()
    return bool(image.getexif().get(_ORIENTATION, 1) == 1)


def _png(data: bytes) -> Picture:
    """Take over the rows of an opaque PNG."""
    chunks = list(_chunks(data))
    head = chunks[0][1]
    width, height = int.from_bytes(head[:4], "big"), int.from_bytes(head[4:8], "big")
    depth, kind = head[8:10]
    colours, components = _palette(chunks) if kind == _PNG_INDEXED else _PNG_COLOURS[kind]
    rows = {
        "Predictor": "15",
        "Colors": str(components),
        "BitsPerComponent": str(depth),
        "Columns": str(width),
    }
    filters = {"Filter": "/FlateDecode", "DecodeParms": dictionary(rows)}
    return _picture(width, height, colours, depth, filters, b"".join(d for name, d in chunks if name == b"IDAT"))


def _palette(chunks: list[tuple[bytes, bytes]]) -> tuple[str, int]:
    """Spell an indexed colour space and say how many components its pixels have."""
    colours = next(data for name, data in chunks if name == b"PLTE")
    last = str(len(colours) // 3 - 1)
    return array(["/Indexed", "/DeviceRGB", last, byte_string(colours)]), 1


def _chunks(png: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Yield kind and data of a PNG's chunks (ISO/IEC 15948, 5.3)."""
    place = 8
    while place < len(png):
        length = int.from_bytes(png[place : place + 4], "big")
        yield png[place + 4 : place + 8], png[place + 8 : place + 8 + length]
        place += length + 12


# ---------------------------------------------------------------------------------------------------- everything else


def _upright(image: Image.Image) -> Image.Image:
    """Turn the picture as the camera's note says, and bring its colours to sRGB."""
    image.load()
    turned = ImageOps.exif_transpose(image)
    return _in_srgb(turned) if _has_foreign_profile(image) else turned


def _opaque(image: Image.Image) -> Image.Image:
    """Bring any mode of Pillow down to 1, L, P or RGB without transparency."""
    if image.mode in _SIXTEEN_BITS:
        return image.convert("I").point(lambda level: level * (1 / 256)).convert("L")
    if image.mode == "F":
        return _stretched(image)
    if image.has_transparency_data:
        paper = Image.new("RGBA", image.size, "white")
        return Image.alpha_composite(paper, image.convert("RGBA")).convert("RGB")
    return image if image.mode in ("1", "L", "P", "RGB") else image.convert("RGB")


def _stretched(image: Image.Image) -> Image.Image:
    """Bring measured values, of whatever range, to grey."""
    low, high = (float(level) for level in image.getextrema() if not isinstance(level, tuple))
    scale = 255 / ((high - low) or 1)
    return image.point(lambda level: level * scale - low * scale).convert("L")


def _packed(image: Image.Image, *, lossy: bool) -> Picture:
    """Pack an opaque picture: what was a JPEG becomes one again, all others keep every pixel."""
    out = io.BytesIO()
    if lossy and image.mode in _JPEG_COLOURS:
        image.save(out, "JPEG", quality=92)
        return _picture(*image.size, _JPEG_COLOURS[image.mode], 8, {"Filter": "/DCTDecode"}, out.getvalue())
    image.save(out, "PNG")
    return _png(out.getvalue())


def _picture(width: int, height: int, colours: str, bits: int, filters: dict[str, str], data: bytes) -> Picture:
    entries = {
        "Type": "/XObject",
        "Subtype": "/Image",
        "Width": str(width),
        "Height": str(height),
        "ColorSpace": colours,
        "BitsPerComponent": str(bits),
        **filters,
    }
    return Picture(tuple(entries.items()), data)


# ---------------------------------------------------------------------------------------------------------- colours


def _has_foreign_profile(image: Image.Image) -> bool:
    profile: bytes = image.info.get("icc_profile") or b""
    return profile != b"" and not any(mark in profile for mark in _SRGB)


def _in_srgb(image: Image.Image) -> Image.Image:
    """Convert by the picture's own profile; a profile that does not fit the picture is ignored, as viewers do."""
    try:
        source = ImageCms.ImageCmsProfile(io.BytesIO(image.info["icc_profile"]))
        if image.mode == "P":
            image = image.convert("RGBA")
        target = "RGBA" if image.mode == "RGBA" else "RGB"
        converted = ImageCms.profileToProfile(image, source, ImageCms.createProfile("sRGB"), outputMode=target)
    except (ImageCms.PyCMSError, OSError):
        return image
    return converted or image
