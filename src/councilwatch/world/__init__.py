"""Who exists and when: periods, states with dated names, Council seats, document symbols."""
