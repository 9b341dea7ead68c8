"""Letters to authors: a text with fields that a secretary may change, and the list of what the author must do."""
