"""A desktop editor for the entries of conference proceedings in Kazakh, Russian and English."""

from __future__ import annotations

__version__ = "0.1.0"
