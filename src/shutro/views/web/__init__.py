"""The reader, the API and the feeds, served over one archive."""
