"""What happened and how we know: sourced facts, kept with two times, never overwritten."""
