"""A collection as a folder of plain files: read, write, and never damage what is there."""
