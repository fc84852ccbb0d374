"""Every finding on every vote under every reading: what `findings.py` times."""

from collections import Counter

from councilwatch.codes.catalogue import judgements
from councilwatch.codes.finding import Verdict
from councilwatch.record.place import record_folder
from councilwatch.record.record import Record

record = Record(record_folder()).load()
verdicts: Counter[Verdict] = Counter()
for draft in record.drafts.values():
    for judgement in judgements(record, draft):
        for verdict, states in judgement.verdicts().items():
            verdicts[verdict] += len(states)
print(sum(verdicts.values()), {verdict.value: count for verdict, count in verdicts.items()})
