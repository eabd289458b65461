"""Was this printed? A card laid along what the archive holds."""
