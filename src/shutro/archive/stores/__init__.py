"""Where the tables stand: one file, or PostgreSQL; one protocol that both keep."""
