"""A list of a code's supporters, as a table or as pasted text."""
