"""Mail drafts: written as .eml files and read back by a reader of their own."""
