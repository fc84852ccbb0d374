"""The numbers, days and names that documents on the Code print, each worked out anew."""
