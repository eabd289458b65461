"""Sources are asked again and again, and what they list is taken into an archive."""
