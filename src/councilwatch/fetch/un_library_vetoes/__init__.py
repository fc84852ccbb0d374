"""The Library's list of vetoes: its reader and its corrections."""
