"""The body editor: a text view of the block model, and what belongs to it."""
