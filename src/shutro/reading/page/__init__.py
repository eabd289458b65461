"""A page opened: its text, the blocks of it, and what its head says."""
