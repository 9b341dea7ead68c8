"""Writes compositions as DOCX, and reads the words of a DOCX back.

Body parts are built as strings of WordprocessingML and parsed once: python-docx's own calls walk every style for every
paragraph and cost seventeen times as much. The order of child elements follows ECMA-376 part 1 throughout.
"""
