"""When a page was published and updated: every date on it, weighed."""
