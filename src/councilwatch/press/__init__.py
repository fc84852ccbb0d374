"""What we publish: scorecards, cards, pages and posts, built from findings."""
