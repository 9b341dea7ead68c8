"""The preview: the pages of the entry as they will be printed, beside what is being edited."""
