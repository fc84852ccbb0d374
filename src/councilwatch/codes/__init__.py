"""The promises: each code of conduct as clauses that return findings with their reasons."""
