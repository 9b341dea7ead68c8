"""The template's YAML reader and the wording by its patterns."""
