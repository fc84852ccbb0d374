"""The record in the formats its users speak: one format, one file; `catalogue` lists them."""
