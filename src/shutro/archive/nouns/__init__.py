"""What an archive keeps and what it tells, as values; no table is asked here."""
