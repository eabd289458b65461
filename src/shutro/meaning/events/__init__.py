"""Who does what to whom, where and on which day."""
