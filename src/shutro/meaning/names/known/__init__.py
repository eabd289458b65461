"""What is known before any text: entities in all their spellings, and the words names are made of."""
