"""Word documents: what their pages and paragraphs look like."""
