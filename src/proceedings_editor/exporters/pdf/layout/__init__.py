"""Lays compositions out: words become chunks, chunks lines, lines and other slugs fill pages."""
