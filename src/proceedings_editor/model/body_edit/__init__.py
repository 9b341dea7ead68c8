"""Structure edits on bodies: pure functions from a body to a body that an editor shows and a history keeps.

A body is a tree, an editor shows lines: `line` turns the one into the other and back without loss. Most edits are
simple on lines. Every edit keeps the objects of blocks it did not change and all text it was not asked to remove.
"""
