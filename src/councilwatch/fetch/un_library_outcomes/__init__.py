"""The Library's tables of Council meetings and their outcomes: its reader and its corrections."""
