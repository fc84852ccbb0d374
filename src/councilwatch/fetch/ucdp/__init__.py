"""UCDP Country-Year Dataset: one-sided violence by country and year."""
