"""An entry as a sequence of styled elements in parts, before it becomes a DOCX or a PDF."""
