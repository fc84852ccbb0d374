"""The short names of the codes, for those who need no rules."""

from datetime import date

ACT_LAUNCH = date(2015, 10, 23)
"""The launch of the ACT Code, from which failed texts are listed one by one."""

CODE_NAMES = ("act", "france-mexico")
"""In the order they are shown; the catalogue has exactly these."""
