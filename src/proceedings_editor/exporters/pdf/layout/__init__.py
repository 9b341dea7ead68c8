"""Lays compositions out: inlines become lines, elements become slabs, slabs fill pages."""
