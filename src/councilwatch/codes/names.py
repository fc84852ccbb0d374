"""The short names of the codes, for those who need no rules."""

CODE_NAMES = ("act", "france-mexico")
"""In the order they are shown; the catalogue has exactly these."""
