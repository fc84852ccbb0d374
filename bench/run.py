"""All benchmarks in one run."""

import exports
import findings
import library_rows
import load
import memory
import startup

for part in (load, findings, library_rows, exports, memory, startup):
    part.main()
