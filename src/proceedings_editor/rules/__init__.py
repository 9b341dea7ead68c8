"""The validation layer: an engine and one file per rule in `checks/`."""
