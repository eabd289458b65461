"""Stories and what was found in them as files for other programs: what an export carries, and its tables."""
