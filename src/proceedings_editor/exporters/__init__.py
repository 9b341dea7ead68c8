"""Turns entries into documents: composition decides what stands where, writers turn that into bytes."""
