"""What is said of the record by others, held against the record: today the figures they print."""
