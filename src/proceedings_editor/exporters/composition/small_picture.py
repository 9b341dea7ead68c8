"""Copies of pictures with fewer dots: for files that have to fit an e-mail, and for pictures larger than print needs.

A copy has the printed size of its picture and as many dots as the printed width needs.
"""

from __future__ import annotations

import hashlib
import io
from pathlib import Path
from typing import Final

from PIL import Image, ImageOps

from proceedings_editor.exporters.composition.picture import picture_bytes, picture_size

_LEAST_DPI: Final = 10
"""Fewer dots per inch are not believed; see `picture`."""
_QUALITY: Final = 82
_PRINT_QUALITY: Final = 92
_POINTS: Final = 72.0


def small_picture(path: Path, column: float, dpi: int, into: Path) -> Path:
    """Return the path of a smaller copy, or `path` where there is nothing to gain.

    Args:
        path: A readable picture.
        column: Width of the column in points, the widest it can be printed.
        dpi: Dots per printed inch.
        into: Folder for the copy.

    Raises:
        OSError: The copy cannot be written.
    """
    size = picture_size(path)
    if size is None:
        return path
    data = picture_bytes(path)
    with Image.open(io.BytesIO(data)) as image:
        upright = ImageOps.exif_transpose(image)
        # The whole number of dots per inch that a JPEG file can tell, so that the printed size stays the same.
        tagged = max(_LEAST_DPI, round(min(column / size[0], 1.0) * dpi))
        pixels = tuple(max(1, round(side * tagged / _POINTS)) for side in size)
        if pixels[0] >= upright.width:
            pixels, tagged = upright.size, max(_LEAST_DPI, round(upright.width * _POINTS / size[0]))
        smaller = _colours(upright).resize(pixels, Image.Resampling.LANCZOS)
        profile = image.info.get("icc_profile")
    found = min(_encoded(smaller, tagged, profile), key=lambda one: len(one[1]))
    if len(found[1]) >= len(data):
        return path
    copy = into / f"{hashlib.sha256(str(path).encode()).hexdigest()[:16]}-{dpi}.{found[0]}"
    copy.write_bytes(found[1])
    return copy


def scaled_picture(path: Path, width: float, dpi: int) -> tuple[str, bytes]:
    """Return the ending and the bytes of a copy for print; a photograph stays one, all others keep every colour.

    Args:
        path: A readable picture.
        width: Its printed width in points.
        dpi: Dots per printed inch.

    Raises:
        OSError: The picture cannot be read.
    """
    with Image.open(path) as image:
        kind, profile = image.format, image.info.get("icc_profile")
        upright = _colours(ImageOps.exif_transpose(image))
    across = max(1, round(width * dpi / _POINTS))
    smaller = upright.resize((across, max(1, round(upright.height * across / upright.width))), Image.Resampling.LANCZOS)
    out = io.BytesIO()
    if kind == "JPEG":
        smaller.save(out, "JPEG", quality=_PRINT_QUALITY, dpi=(dpi, dpi), icc_profile=profile)
        return "jpg", out.getvalue()
    smaller.save(out, "PNG", optimize=True, dpi=(dpi, dpi), icc_profile=profile)
    return "png", out.getvalue()


def _colours(image: Image.Image) -> Image.Image:
    """Return a picture whose colours can be mixed and that both formats take."""
    if image.mode in ("L", "RGB", "RGBA"):
        return image
    if image.has_transparency_data:
        return image.convert("RGBA")
    return image.convert("L" if image.mode in ("1", "I", "I;16", "F", "LA") else "RGB")


def _encoded(image: Image.Image, dpi: int, profile: bytes | None) -> list[tuple[str, bytes]]:
    """Return the picture as PNG and, where it is opaque, as JPEG."""
    facts = {"dpi": (dpi, dpi), "icc_profile": profile}
    png = io.BytesIO()
    image.save(png, "PNG", optimize=True, **facts)
    found = [("png", png.getvalue())]
    if image.mode != "RGBA":
        jpeg = io.BytesIO()
        image.save(jpeg, "JPEG", quality=_QUALITY, optimize=True, **facts)
        found.append(("jpg", jpeg.getvalue()))
    return found
