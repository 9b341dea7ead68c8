"""The form of facts, made from the field table."""
