"""The palette of symbols: letters and signs that no key of the keyboard has."""
