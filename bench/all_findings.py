"""Every finding on every vote under every reading: what `findings.py` times."""

from collections import Counter

from councilwatch.cli.options import record_folder
from councilwatch.codes.catalogue import judgements
from councilwatch.record.record import Record

record = Record(record_folder(None)).load()
verdicts: Counter[str] = Counter()
for draft in record.drafts.values():
    for judgement in judgements(record, draft):
        for verdict, states in judgement.verdicts().items():
            verdicts[verdict.value] += len(states)
print(sum(verdicts.values()), dict(verdicts))
