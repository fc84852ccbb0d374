"""Country codes and names (M49, UNTERM): names of states, and their regions and sub-regions."""
