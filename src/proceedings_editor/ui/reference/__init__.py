"""The reference list of an entry in the window."""
