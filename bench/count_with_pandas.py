"""A straightforward pandas script that only counts the ballots of each vote by kind."""

import sys

import pandas as pd

ballots = pd.read_csv(sys.argv[1])
counts = ballots.groupby(["vote", "cast"]).size().unstack(fill_value=0)
print(len(counts), counts.sum().to_dict())
