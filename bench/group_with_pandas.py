"""A straightforward pandas script that counts the Library's ballots of each vote by kind."""

import sys

import pandas as pd

ballots = pd.read_csv(sys.argv[1])
counts = ballots.groupby(["resolution", "ms_vote"]).size().unstack(fill_value=0)
print(len(counts), counts.sum().to_dict())
