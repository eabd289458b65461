"""What the rest of a text says of the names in a sentence."""
