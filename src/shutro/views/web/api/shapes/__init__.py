"""What the API answers with: nouns of the archive and of articles as JSON, each described by its class."""
