"""The report of a check as one page for a browser or a printer."""
