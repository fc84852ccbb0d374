"""All benchmarks in one run."""

import findings
import load
import startup

for part in (load, findings, startup):
    part.main()
