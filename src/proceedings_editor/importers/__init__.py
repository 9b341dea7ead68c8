"""Reads what authors and secretaries have into an entry with readings; nothing is dropped in silence."""
