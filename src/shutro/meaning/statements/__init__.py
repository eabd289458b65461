"""Who says what, in what stance, and through whom."""
