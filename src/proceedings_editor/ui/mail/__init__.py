"""Sending: the dialog that shows what goes out, makes the drafts and helps them on their way."""
