"""The World Factbook: which organisations a state takes part in."""
