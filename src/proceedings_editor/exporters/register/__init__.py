"""The register: the list of a collection's entries as a table, for a spreadsheet program."""
