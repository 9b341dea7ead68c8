"""Draws what `svg_source` let through, in this process or in one of its own.

The renderer lets no other thread of its process work, and a fault in it would end the process. So a thread that works
beside others, as behind a window, has a process of its own draw; the command line, which has nothing else to do,
draws by itself.
"""

from __future__ import annotations

import threading
from io import BytesIO
from multiprocessing import get_context
from multiprocessing.connection import Connection
from typing import Final

from proceedings_editor.resources import shipped

_PATIENCE: Final = 60
"""Seconds after which a drawing is too much to draw."""
_SERIF: Final = "Tinos"
_MONO: Final = "DejaVu Sans Mono"


def drawn_png(markup: str, dpi: float) -> bytes | None:
    """Return an opaque PNG of a drawing, None where the renderer fails.

    Args:
        markup: The drawing, whose width and height are the pixels wanted.
        dpi: Dots per inch to write into the picture.
    """
    if threading.current_thread() is threading.main_thread():
        return _png(markup, dpi)
    # "spawn" on every system: a fork would copy the window's threads and locks in an unknown state.
    context = get_context("spawn")
    receiver, sender = context.Pipe(duplex=False)
    child = context.Process(target=_send_png, args=(sender, markup, dpi), daemon=True)
    child.start()
    sender.close()
    with receiver:
        try:
            return (receiver.recv_bytes() or None) if receiver.poll(_PATIENCE) else None
        except (EOFError, OSError):  # a fault in the renderer ended it
            return None
        finally:
            child.kill()
            child.join()


def _send_png(sender: Connection, markup: str, dpi: float) -> None:
    """In the other process: draw once, answer and end."""
    with sender:
        sender.send_bytes(_png(markup, dpi) or b"")


def _png(markup: str, dpi: float) -> bytes | None:
    # Loaded with the first drawing; most collections have none.
    import resvg_py
    from PIL import Image

    try:
        data = resvg_py.svg_to_bytes(
            svg_string=markup,
            background="#ffffff",
            skip_system_fonts=True,
            font_dirs=[str(shipped("fonts"))],
            font_family=_SERIF,
            serif_family=_SERIF,
            sans_serif_family=_SERIF,
            cursive_family=_SERIF,
            fantasy_family=_SERIF,
            monospace_family=_MONO,
        )
    except ValueError:
        return None
    out = BytesIO()
    with Image.open(BytesIO(data)) as image:
        image.convert("RGB").save(out, "PNG", dpi=(dpi, dpi))
    return out.getvalue()
