"""Writes compositions as tagged PDF, and reads PDF pages back as text and images."""
